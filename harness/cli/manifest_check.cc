// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/manifest_check.h"

#include <set>
#include <sstream>

#include "harness/seal/digest.h"

namespace keur {

ManifestCheck check_manifest(const std::string& manifest, const std::vector<std::string>& files) {
  ManifestCheck result;
  std::set<std::string> given;
  for (const std::string& file : files) {
    const auto digest = sha256_file(file);
    if (!digest || manifest.find(*digest + "  ") == std::string::npos) {
      result.stranger = file;
      return result;
    }
    given.insert(*digest);
  }
  // Lines are "digest  name", as sha256sum writes them.
  std::istringstream lines(manifest);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t gap = line.find("  ");
    if (gap != std::string::npos && given.count(line.substr(0, gap)) == 0)
      result.not_checked.push_back(line.substr(gap + 2));
  }
  return result;
}

}  // namespace keur
