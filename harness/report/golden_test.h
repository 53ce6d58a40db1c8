// SPDX-License-Identifier: Apache-2.0
// Pages that were read and accepted by a person. A change in a page shows up as a change in
// fixtures/reports/; KEUR_APPROVE=1 accepts it (scripts/approve).
#pragma once
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/catch.h"

namespace keur {

inline void check_approved(const std::string& name, const std::string& page) {
  const std::string path = std::string(KEUR_SOURCE_DIR) + "/fixtures/reports/" + name;
  if (const char* approve = std::getenv("KEUR_APPROVE"); approve && std::string(approve) == "1") {
    std::ofstream(path, std::ios::binary) << page;
    WARN("accepted " << path);
    return;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string approved{std::istreambuf_iterator<char>(file), {}};
  std::size_t at = 0, line = 1;
  for (; at < page.size() && at < approved.size() && page[at] == approved[at]; ++at)
    if (page[at] == '\n') ++line;
  INFO(path << " differs from the page at line " << line << ", byte " << at
            << "\n  approved: " << approved.substr(std::min(at, approved.size()), 80)
            << "\n  now:      " << page.substr(at, 80)
            << "\nrun scripts/approve to accept the change");
  const bool same = page == approved;
  CHECK(same);
}

}  // namespace keur
