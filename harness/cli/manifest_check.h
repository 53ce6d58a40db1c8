// SPDX-License-Identifier: Apache-2.0
// Where a suite has several tasks, a role's files are a list of digests in the package
// (evidence/ROLE.sha256, for sha256sum). The list is signed; the files on it are compared here.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace keur {

inline std::string manifest_name(const std::string& role) { return "evidence/" + role + ".sha256"; }

struct ManifestCheck {
  std::vector<std::string> not_checked;  // names on the list whose file was not given
  std::optional<std::string> stranger;   // a file that was given and is not on the list
};

// `manifest` is the text of the list, `files` what the user says is on it; the digest decides which
// is which. Files that cannot be read are strangers.
ManifestCheck check_manifest(const std::string& manifest, const std::vector<std::string>& files);

}  // namespace keur
