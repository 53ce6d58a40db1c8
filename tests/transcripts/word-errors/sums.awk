# SPDX-License-Identifier: Apache-2.0
# The same six sums from evidence/ledger.jsonl.
BEGIN { FS = "\"counts\":\\[|\\]}" }

NR > 1 {
  split($2, count, ",")
  word_errors += count[2] + count[3] + count[4]
  words += count[5]
  character_errors += count[7]
  characters += count[8]
  wrong += count[10]
}

END {
  print word_errors, words, character_errors, characters, wrong, NR - 1
}
