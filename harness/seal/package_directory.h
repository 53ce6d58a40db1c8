// SPDX-License-Identifier: Apache-2.0
// The directory a package is, held open: every file is reached from this descriptor, segment by
// segment, and no link is followed on the way.
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "harness/seal/files.h"

namespace keur {

class PackageDirectory {
 public:
  // Links in this path itself are followed: the user named it.
  static Checked<PackageDirectory> open(const std::filesystem::path& path);

  // E_FILE unless the name ends at a regular file. The name must be one that is_subject_name()
  // accepts: segments joined by '/', without . or ..
  Checked<OpenFile> open_file(std::string_view name) const;

  // True when nothing at all, not even a dangling link, has this name.
  bool is_absent(std::string_view name) const;

  // Calls `visit` for every regular file that is not in `known`, in byte order of names; a refusal
  // it returns ends the walk. E_FILE for a link, for any other kind of file, and for a directory
  // that is not on the way to one of `known`.
  using Visit = std::function<std::optional<Refusal>(const std::string& name)>;
  std::optional<Refusal> visit_others(const std::set<std::string>& known, const Visit& visit) const;

  // Writes a file so that it is there whole or not at all: a temporary name, then a rename.
  std::optional<Refusal> replace_file(const std::string& name, std::string_view bytes) const;

 private:
  explicit PackageDirectory(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
  Descriptor descriptor_;
};

}  // namespace keur
