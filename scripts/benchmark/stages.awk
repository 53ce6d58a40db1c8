# SPDX-License-Identifier: Apache-2.0
# Adds the samples of `perf report --sort dso,symbol -t ';'` up by what the program was doing.
# Functions that several stages share, such as those that copy memory, are a stage of their own.
#   awk -v wall=SECONDS -v cpu=SECONDS -v pairs=PAIRS -f stages.awk

function stage(object, symbol) {
  if (object ~ /^\[/) return "the kernel: reading, writing, pages, threads"
  if (object ~ /libcrypto/) return "digests and the signature"
  if (object ~ /^(libc|libgcc|ld-linux|libm)[.-]/) return "copying, comparing, searching, allocating memory"
  if (symbol ~ /Merge|Compound|may_merge/) return "compounds written otherwise"
  if (symbol ~ /Aligner|WordNumbers|CodePointNumbers|keur::detail::run|BandedTable|EqualRows/)
    return "aligning words and characters"
  if (symbol ~ /basic_1|keur::split|code_points|ormalise/) return "normalising, cutting into words"
  if (symbol ~ /PlainObject|Json|rapidjson|utf8|RecordStream|RecordFetcher|InputFile|line_length/)
    return "reading records"
  if (symbol ~ /CaseReader|OutputReader|OutputIndex|naturally|Compact|IdList|case_id/ ||
      object ~ /libstdc/ && symbol ~ /_Hash_bytes/)
    return "which output belongs to which case"
  if (symbol ~ /append_line|put_quoted|put_count|fmt::/) return "lines of the ledger"
  if (symbol ~ /TranscriptCounter|TaskCount|Ledger|Names|Pipeline|keur::ratio|_Hashtable|word_error_rate/)
    return "rows of counts, and their sums"
  return "start, intervals, verdicts, report"
}

BEGIN { FS = ";" }

/^ *[0-9.]+% *;/ {
  gsub(/^ +| +$/, "", $2)
  share[stage($2, $3)] += $1
  all += $1
}

END {
  if (all < 50) {
    print "perf took no samples" > "/dev/stderr"
    exit 1
  }
  printf "| | share | CPU ms | ns a pair |\n|---|--:|--:|--:|\n"
  sorted = "sort -t'|' -k3,3 -rn"
  for (name in share)
    printf "| %s | %.1f %% | %.0f | %.0f |\n", name, 100 * share[name] / all,
      1e3 * cpu * share[name] / all, 1e9 * cpu * share[name] / all / pairs | sorted
  close(sorted)
  printf "| all, on %.2f cores at a time | 100 %% | %.0f | %.0f |\n", cpu / wall, 1e3 * cpu, 1e9 * cpu / pairs
}
