# matched, substituted, removed, inserted, reference words: a line a case, and their sum.
BEGIN { FS = "\"" }
NR > 1 {
  split($0, part, /"counts":\[/)
  split(part[2], count, ",")
  printf "%s  %d %d %d %d of %d\n", $8, count[1], count[2], count[3], count[4], count[5]
  for (i = 1; i <= 5; ++i) sum[i] += count[i]
}
END { printf "sum %d %d %d %d of %d\n", sum[1], sum[2], sum[3], sum[4], sum[5] }
