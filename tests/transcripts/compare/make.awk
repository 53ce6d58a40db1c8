# Ten speakers, two utterances of ten words each. `wrong` says how many words of the first utterance of
# speaker s are wrong in a release; the second utterance is always right.
BEGIN {
  OFS = "\t"
  split(wrong, errors, ",")
  print "id", "speaker", column
  for (s = 1; s <= 10; ++s)
    for (u = 1; u <= 2; ++u) {
      line = ""
      for (w = 1; w <= 10; ++w)
        line = line (w > 1 ? " " : "") ((u == 1 && w <= errors[s]) ? "fout" : "woord" w)
      print "s" s "u" u, "spreker" s, line
    }
}
