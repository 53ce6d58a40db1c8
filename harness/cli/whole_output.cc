// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/whole_output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "harness/seal/escape.h"
#include "harness/seal/write_file.h"

namespace keur {

std::optional<std::string> write_whole(const std::string& path, const std::string& bytes,
                                       bool force) {
  const std::string partial = path + ".partial";
  if (const auto refusal = write_new_file(AT_FDCWD, partial, bytes, 0666))
    return fmt::format("{}: {}", refusal->file, refusal->message);
  // A link fails where a file is, also one that came meanwhile; a rename replaces it.
  const bool done = force ? ::rename(partial.c_str(), path.c_str()) == 0
                          : ::link(partial.c_str(), path.c_str()) == 0;
  const int error = errno;
  if (!force || !done) ::unlink(partial.c_str());
  if (done) return std::nullopt;
  if (error == EEXIST) return fmt::format("'{}' exists already", escape_untrusted(path));
  return fmt::format("'{}' cannot be written: {}", escape_untrusted(path),
                     std::generic_category().message(error));
}

}  // namespace keur
