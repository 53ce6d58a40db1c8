# The mean over speakers of the least-squares slope of ln(errors) over decibels, from the ledger, and t
# with 6 degrees of freedom (2.446912) about it.
{
  match($0, /"cluster":"[^"]*"/); who = substr($0, RSTART + 11, RLENGTH - 12)
  if (!match($0, /"condition":"[0-9]+dB"/)) next
  dose = substr($0, RSTART + 13) + 0
  match($0, /"counts":\[[^]]*/); split(substr($0, RSTART + 10), counts, ",")
  errors = counts[2] + counts[3] + counts[4]
  if (errors == 0) next
  ++n[who]; x[who] += dose; y[who] += log(errors); xx[who] += dose * dose; xy[who] += dose * log(errors)
}
END {
  for (who in n) {
    if (n[who] < 2) continue
    slope = (n[who] * xy[who] - x[who] * y[who]) / (n[who] * xx[who] - x[who] ^ 2)
    ++lines; sum += slope; squares += slope * slope
  }
  mean = sum / lines
  error = sqrt((squares - lines * mean * mean) / (lines - 1) / lines)
  printf "%d lines: %.2fx  %.2f to %.2f\n", lines, exp(-10 * mean), exp(-10 * (mean + 2.446912 * error)),
         exp(-10 * (mean - 2.446912 * error))
}
