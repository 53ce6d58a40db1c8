// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/files.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

#include "harness/seal/digest.h"
#include "harness/seal/escape.h"

namespace keur {
namespace {

Refusal refuse(std::string_view name, std::string message) {
  return {RefusalCode::file, escape_untrusted(name), std::move(message)};
}

}  // namespace

Descriptor::~Descriptor() {
  if (is_open()) close(number_);
}

Refusal system_refusal(std::string_view name, std::string_view what, int error_number) {
  return refuse(name, fmt::format("{}: {}", what, std::generic_category().message(error_number)));
}

Refusal cannot_open(std::string_view name, int error_number) {
  if (error_number == ENOENT) return refuse(name, "is missing");
  return system_refusal(name, "cannot be opened", error_number);
}

Checked<OpenFile> regular_file(Descriptor descriptor, std::string_view name) {
  struct stat status;
  if (fstat(descriptor.number(), &status) != 0)
    return system_refusal(name, "cannot be examined", errno);
  if (!S_ISREG(status.st_mode)) return refuse(name, "is not a regular file");
  return OpenFile{std::move(descriptor), escape_untrusted(name),
                  static_cast<std::uint64_t>(status.st_size)};
}

Checked<OpenFile> open_file(const std::filesystem::path& path) {
  Descriptor descriptor(open(path.c_str(), reading_flags));
  if (!descriptor.is_open()) return cannot_open(path.native(), errno);
  return regular_file(std::move(descriptor), path.native());
}

std::optional<Refusal> stream(const OpenFile& file, std::uint64_t cap, const Take& take) {
  std::vector<char> buffer(std::size_t{256} << 10);
  return stream(file, cap, buffer, take);
}

std::optional<Refusal> stream(const OpenFile& file, std::uint64_t cap, std::span<char> buffer,
                              const Take& take) {
  const auto too_large = [&] {
    return Refusal{RefusalCode::size, file.name, fmt::format("is larger than {} bytes", cap)};
  };
  if (file.size > cap) return too_large();
  std::uint64_t total = 0;
  for (;;) {
    const ssize_t count = read(file.descriptor.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_refusal(file.name, "cannot be read", errno);
    if (count == 0) return std::nullopt;
    total += static_cast<std::uint64_t>(count);
    if (total > cap) return too_large();
    take({buffer.data(), static_cast<std::size_t>(count)});
  }
}

Checked<std::string> read_whole(const OpenFile& file, std::uint64_t cap) {
  std::string bytes;
  if (file.size <= cap) bytes.reserve(file.size);
  if (auto refusal = stream(file, cap, [&](std::string_view piece) { bytes += piece; }))
    return *refusal;
  return bytes;
}

Checked<std::string> sha256_of(const OpenFile& file, std::uint64_t cap) {
  Sha256 sha;
  if (auto refusal = stream(file, cap, [&](std::string_view piece) { sha.update(piece); }))
    return *refusal;
  return sha.hex();
}

}  // namespace keur
