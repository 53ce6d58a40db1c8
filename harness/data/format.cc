// SPDX-License-Identifier: Apache-2.0
#include "harness/data/format.h"

#include "harness/data/endings.h"

namespace keur {

const Format* find_format(std::string_view name, std::string_view path) {
  return find_by_name_or_ending(all_formats(), name, path);
}

}  // namespace keur
