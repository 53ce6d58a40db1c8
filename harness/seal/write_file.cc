// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/write_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "harness/seal/escape.h"
#include "harness/seal/files.h"

namespace keur {
namespace {

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return fsync(descriptor) == 0;
}

}  // namespace

std::optional<Refusal> write_new_file(int directory, const std::string& path,
                                      std::string_view bytes, mode_t mode) {
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const Descriptor file(openat(directory, path.c_str(), flags, mode));
  if (!file.is_open() && errno == EEXIST)
    return Refusal{RefusalCode::file, escape_untrusted(path), "exists and is not overwritten"};
  if (!file.is_open()) return system_refusal(path, "cannot be created", errno);
  if (write_all(file.number(), bytes)) return std::nullopt;
  const int error_number = errno;
  unlinkat(directory, path.c_str(), 0);
  return system_refusal(path, "cannot be written", error_number);
}

}  // namespace keur
