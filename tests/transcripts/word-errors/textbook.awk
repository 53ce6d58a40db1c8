# SPDX-License-Identifier: Apache-2.0
# Wagner and Fischer 1974, row by row, as the textbook has it: the fewest substitutions, removals
# and insertions that turn a reference into an output. Reads id, speaker, said, heard from a file
# of tabs with a heading; adds up words, word errors, characters and character errors (ASCII).
BEGIN { FS = "\t" }

function distance(a, n, b, m,   i, j, best, above, kept, row) {
  for (j = 0; j <= m; ++j) row[j] = j
  for (i = 1; i <= n; ++i) {
    kept = row[0]
    row[0] = i
    for (j = 1; j <= m; ++j) {
      above = row[j]
      best = kept + (a[i] "" != b[j] "")
      if (above + 1 < best) best = above + 1
      if (row[j - 1] + 1 < best) best = row[j - 1] + 1
      kept = above
      row[j] = best
    }
  }
  return row[m]
}

function letters(text, into,   i) {
  for (i = 1; i <= length(text); ++i) into[i] = substr(text, i, 1)
  return length(text)
}

NR > 1 {
  n = split($3, said, " ")
  m = split($4, heard, " ")
  errors = distance(said, n, heard, m)
  words += n
  word_errors += errors
  wrong += errors > 0
  n = letters($3, said)
  m = letters($4, heard)
  characters += n
  character_errors += distance(said, n, heard, m)
}

END {
  print word_errors, words, character_errors, characters, wrong, NR - 1
}
