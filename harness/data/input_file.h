// SPDX-License-Identifier: Apache-2.0
// A data file, opened once and read by position. It must stay as it is while it is read: the
// program hashes it in one pass and counts it in another, and `unchanged` says whether both saw
// the same file.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "metrics/core/diagnostic.h"

namespace keur {

class InputFile {
 public:
  // nullopt with a diagnostic when it cannot be opened or is no regular file. `place` is where the
  // suite names the file; its `file` is empty when the command line did.
  static std::optional<InputFile> open(const std::string& path, const Span& place, Diagnostics&);

  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile();

  const std::string& path() const { return path_; }
  std::uint64_t size() const { return size_; }

  // Reads up to `length` bytes at `offset`; returns how many there were. Throws std::system_error
  // when the disk fails. Safe from several threads.
  std::size_t read_at(std::uint64_t offset, char* into, std::size_t length) const;

  // Whether size and modification time are still those seen at opening.
  bool unchanged() const;

 private:
  InputFile() = default;
  std::string path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::int64_t modified_seconds_ = 0, modified_nanoseconds_ = 0;
};

}  // namespace keur
