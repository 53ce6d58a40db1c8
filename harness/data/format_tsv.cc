// SPDX-License-Identifier: Apache-2.0
#include "harness/data/delimited.h"

namespace keur {

const Format& format_tsv();
const Format& format_tsv() {
  static const Format format{"tsv", ".tsv .tab", true, delimited_record_length,
                             [](std::span<const std::string> wanted, std::string_view header,
                                bool quotes, std::optional<Fault>& fault) {
                               return delimited_parser(wanted, header, '\t', quotes, fault);
                             }};
  return format;
}

}  // namespace keur
