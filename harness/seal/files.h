// SPDX-License-Identifier: Apache-2.0
// Reading files that may be hostile. A file is opened once, checked on its descriptor, and read
// from that descriptor: whatever happens to its name afterwards no longer matters.
#pragma once
#include <fcntl.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "harness/seal/refusal.h"

namespace keur {

// For open(): never waits for the writer of a FIFO, never becomes a controlling terminal.
inline constexpr int reading_flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;

// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

// A regular file, open for reading at its start.
struct OpenFile {
  Descriptor descriptor;
  std::string name;  // for messages, safe to print
  std::uint64_t size;
};

// A path the user named: links are followed. E_FILE unless it is a regular file.
Checked<OpenFile> open_file(const std::filesystem::path& path);

// The same check for a descriptor that was opened in another way, with `reading_flags`.
Checked<OpenFile> regular_file(Descriptor descriptor, std::string_view name);

// Hands the file over in pieces; E_SIZE as soon as it is longer than `cap`, also when it grows
// while being read.
using Take = std::function<void(std::string_view piece)>;
std::optional<Refusal> stream(const OpenFile& file, std::uint64_t cap, const Take& take);
// The same with the caller's buffer, for content that must not stay behind in memory.
std::optional<Refusal> stream(const OpenFile& file, std::uint64_t cap, std::span<char> buffer,
                              const Take& take);
Checked<std::string> read_whole(const OpenFile& file, std::uint64_t cap);
Checked<std::string> sha256_of(const OpenFile& file, std::uint64_t cap);

// E_FILE with the system's words for `error_number`.
Refusal system_refusal(std::string_view name, std::string_view what, int error_number);
// The same for a failed open().
Refusal cannot_open(std::string_view name, int error_number);

}  // namespace keur
