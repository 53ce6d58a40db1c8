// SPDX-License-Identifier: Apache-2.0
#include "harness/data/delimited.h"

namespace keur {

const Format& format_csv();
const Format& format_csv() {
  static const Format format{"csv", ".csv", true, delimited_record_length,
                             [](std::span<const std::string> wanted, std::string_view header,
                                bool quotes, std::optional<Fault>& fault) {
                               return delimited_parser(wanted, header, ',', quotes, fault);
                             }};
  return format;
}

}  // namespace keur
