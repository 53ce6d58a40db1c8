// SPDX-License-Identifier: Apache-2.0
// The small picture in a row of the gate table: where the interval lies from the limit.
#pragma once
#include <string>
#include <string_view>

#include "harness/report/format_number.h"

namespace keur {

struct IntervalPicture {
  const Measurement& measurement;
  NumberForm form;
  bool at_least = false;
  double limit = 0;
  std::string_view verdict;
  std::string_view id;     // unique in the page, plain
  std::string_view title;  // markup
};

// The limit is drawn at the same place in every picture and the acceptable side is always left of
// it, so that a column of pictures reads as one. The way from the ideal (no errors, no difference,
// a ratio of one; everything, where more is better), a small tick, to the limit is as long in every
// picture, unless the interval would not fit: then that picture is drawn smaller around its limit.
// Without an estimate only the limit is drawn.
std::string svg_interval(const IntervalPicture& picture);

}  // namespace keur
