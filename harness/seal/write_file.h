// SPDX-License-Identifier: Apache-2.0
// Writing a file that must not exist yet.
#pragma once
#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

#include "harness/seal/refusal.h"

namespace keur {

// Creates `path` (relative to the directory descriptor, AT_FDCWD: to the working directory) with
// this mode before the umask, writes it and flushes it to the disk. E_FILE when something has the
// name already, even a dangling link, or when writing fails; then nothing of ours is left behind.
std::optional<Refusal> write_new_file(int directory, const std::string& path,
                                      std::string_view bytes, mode_t mode);

}  // namespace keur
