# SPDX-License-Identifier: Apache-2.0
# The same estimates by another program, from evidence/ledger.jsonl: linearised variance over speakers
# (Cochran 1977, chapter 6), Student's t by numerical integration, on the log scale for rates and
# ratios, Welch's degrees of freedom where no speaker is on both sides. Prints the value and its 90 %
# interval for each gate of the suite.
BEGIN { FS = "\"cluster\":\"|\",\"groups\":\\[\"|\"\\],\"condition\":\"|\",\"pair\":\"|\",\"status\":\"|\"counts\":\\[|\\]}" }

function power(x, df) { return exp(-(df + 1) / 2 * log(1 + x * x / df)) }

# The integral from 0 to x, Simpson's rule, of what Student's density is proportional to.
function integral(x, df,   n, i, sum) {
  n = 2000
  for (i = 0; i <= n; ++i) sum += (i == 0 || i == n ? 1 : i % 2 ? 4 : 2) * power(x * i / n, df)
  return sum * x / n / 3
}

# 95 % of the distribution lies below it. All of it lies below 10000 to six digits for df >= 2:
# integrated in x = s / (1 - s), which brings infinity to 1.
function student(df,   n, i, s, whole, low, high, middle) {
  n = 20000
  for (i = 0; i < n; ++i) {
    s = (i + 0.5) / n
    whole += power(s / (1 - s), df) / ((1 - s) * (1 - s)) / n
  }
  low = 0
  high = 20
  while (high - low > 1e-9) {
    middle = (low + high) / 2
    if (integral(middle, df) < 0.45 * 2 * whole) low = middle
    else high = middle
  }
  return low
}

# Sums of one slice by speaker into e and w; the whole into total_e, total_w. Returns the speakers.
function slice(sex, room, paired, e, w,   i, n) {
  split("", e); split("", w)
  total_e = total_w = n = 0
  for (i = 1; i <= rows; ++i) {
    if (sex != "" && row_sex[i] != sex || room != "" && row_room[i] != room) continue
    if (paired && visits[row_pair[i]] < 2) continue
    if (!(row_speaker[i] in w)) ++n
    e[row_speaker[i]] += row_errors[i]
    w[row_speaker[i]] += row_words[i]
    total_e += row_errors[i]
    total_w += row_words[i]
  }
  return n
}

function rate(name, sex, room,   e, w, n, s, r, sum, error, t) {
  n = slice(sex, room, 0, e, w)
  r = total_e / total_w
  for (s in w) sum += ((e[s] - r * w[s]) / total_w) ^ 2
  error = sqrt(n / (n - 1) * sum) / r
  t = student(n - 1)
  printf "%-11s %.1f  %.1f %.1f\n", name, 100 * r, 100 * r * exp(-t * error), 100 * r * exp(t * error)
}

# a against b; as a ratio, or as a difference in points.
function contrast(name, sex_a, room_a, sex_b, room_b, ratio, paired,
                  ea, wa, eb, wb, na, nb, ra, rb, ta, tb, s, all, u, sum, va, vb, df, t) {
  na = slice(sex_a, room_a, paired, ea, wa); ra = total_e / total_w; ta = total_w
  nb = slice(sex_b, room_b, paired, eb, wb); rb = total_e / total_w; tb = total_w
  for (s in wa) all[s]
  for (s in wb) all[s]
  for (s in all) {
    u = 0
    if (s in wa) { u = sqrt(na / (na - 1)) * (ea[s] - ra * wa[s]) / ta / (ratio ? ra : 1); va += u * u }
    if (s in wb) { s_b = sqrt(nb / (nb - 1)) * (eb[s] - rb * wb[s]) / tb / (ratio ? rb : 1); vb += s_b * s_b; u -= s_b }
    sum += u * u
  }
  df = paired ? na - 1 : (va + vb) ^ 2 / (va * va / (na - 1) + vb * vb / (nb - 1))
  t = student(df)
  if (ratio)
    printf "%-11s %.2f  %.2f %.2f\n", name, ra / rb, ra / rb * exp(-t * sqrt(sum)), ra / rb * exp(t * sqrt(sum))
  else
    printf "%-11s %+.1f  %+.1f %+.1f\n", name, 100 * (ra - rb), 100 * (ra - rb - t * sqrt(sum)), 100 * (ra - rb + t * sqrt(sum))
}

NR > 1 {
  ++rows
  row_speaker[rows] = $2
  row_sex[rows] = $3
  row_room[rows] = $4
  row_pair[rows] = $5
  ++visits[$5]
  split($7, count, ",")
  row_errors[rows] = count[2] + count[3] + count[4]
  row_words[rows] = count[5]
}

END {
  rate("quiet", "", "quiet")
  rate("women", "female", "")
  contrast("sex", "male", "", "female", "", 0, 0)
  contrast("sex-quiet", "male", "quiet", "female", "quiet", 0, 0)
  contrast("ward", "", "ward", "", "quiet", 0, 1)
  contrast("ward-ratio", "", "ward", "", "quiet", 1, 1)
  contrast("ward-men", "male", "ward", "male", "quiet", 1, 1)
}
