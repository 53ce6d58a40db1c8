# SPDX-License-Identifier: Apache-2.0
# Word errors and words of each prediction in a file, "id errors words", for the Artie Bias Corpus,
# by another program than keur: Wagner and Fischer 1974 on words in small letters without the
# punctuation around them, which is what basic-1 leaves of these sentences.
#   awk -f count.awk artie-bias-corpus.tsv pred_X.tsv
BEGIN { FS = "\t" }

function stem(path) { sub(/\.[a-z0-9]+$/, "", path); return path }

# A field in quotes holds doubled ones. No field here holds a tab or a line break.
function unquoted(field) {
  if (field !~ /^"/) return field
  field = substr(field, 2, length(field) - 2)
  gsub(/""/, "\"", field)
  return field
}

# The bytes of the few characters that are not ASCII.
function words_of(text, into,   n, count, i, word) {
  gsub(/\342\200[\230\231]/, "'", text)           # single quotes
  gsub(/\342\200[\234\235]/, "\"", text)          # double quotes
  gsub(/[^ \t]*\342\200[\223\224]/, "& ", text)   # dashes part words
  gsub(/\342\200[\223\224]/, "", text)
  text = tolower(text)
  # Two marks or more in a row part words, one does not: well-known, it's.
  gsub(/[][!"#&'()*,.\/:;?@\\_{}-][][!"#&'()*,.\/:;?@\\_{}-]+/, " ", text)
  n = split(text, word, /[ \t]+/)
  for (i = 1; i <= n; ++i) {
    gsub(/^[][!"#&'()*,.\/:;?@\\_{}-]+|[][!"#&'()*,.\/:;?@\\_{}-]+$/, "", word[i])
    if (word[i] != "") into[++count] = word[i]
  }
  return count + 0
}

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

FNR == 1 { ++file; next }
file == 1 { said[stem($2)] = unquoted($3) }
file == 2 { heard[stem($1)] = unquoted($2) }

END {
  for (id in said) {
    n = words_of(said[id], reference)
    m = words_of(heard[id], output)
    print id, distance(reference, n, output, m), n
  }
}
