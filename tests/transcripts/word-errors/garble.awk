# SPDX-License-Identifier: Apache-2.0
# 2,000 utterances of up to twelve words and what a bad recogniser would make of them. The random
# numbers are Lehmer's (1951): the next one is 48271 times this one modulo 2^31 - 1.
function below(n) {
  seed = seed * 48271 % 2147483647
  return seed % n
}

BEGIN {
  seed = 1
  split("a no pain in the left leg wound dry two ten fever", word, " ")
  OFS = "\t"
  print "id", "speaker", "said", "heard"
  for (i = 1; i <= 2000; ++i) {
    said = heard = ""
    for (n = below(13); n > 0; --n) {
      w = word[1 + below(12)]
      said = said " " w
      dice = below(10)
      if (dice > 0) heard = heard " " (dice > 1 ? w : word[1 + below(12)])
      if (dice == 9) heard = heard " " word[1 + below(12)]
    }
    print "u" i, "s" i % 40, substr(said, 2), substr(heard, 2)
  }
}
