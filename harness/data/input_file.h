// SPDX-License-Identifier: Apache-2.0
// A data file, opened once and read by position. It must stay as it is while it is read: the
// program hashes it in one pass and counts it in another, and `unchanged` says whether both saw
// the same file. A path that ends in / is a folder: its files are one after another in memory, each
// behind a line that holds its name and size.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "harness/data/format.h"
#include "metrics/core/diagnostic.h"

namespace keur {

class InputFile {
 public:
  // nullopt with a diagnostic when it cannot be opened or is neither a regular file nor a folder.
  // `place` is where the suite names the file; its `file` is empty when the command line did.
  static std::optional<InputFile> open(const std::string& path, const Span& place, Diagnostics&);

  // Bytes that stand in no file yet, under the name they will have.
  static InputFile of_bytes(std::string path, std::string bytes);

  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile();

  const std::string& path() const { return path_; }
  std::uint64_t size() const { return size_; }

  // Reads up to `length` bytes at `offset`; returns how many there were. Throws std::system_error
  // when the disk fails. Safe from several threads.
  std::size_t read_at(std::uint64_t offset, char* into, std::size_t length) const;

  // The files of a folder, in the order of their names' bytes; empty where this is none.
  struct Part {
    std::string name;
    std::uint64_t offset = 0, size = 0;  // of its content, for read_at
    std::int64_t modified_seconds = 0, modified_nanoseconds = 0;
  };
  const std::vector<Part>& parts() const { return parts_; }

  // What a format made of the whole file, null where none did. It is made by the first stream over
  // the file and read by whoever fetches records afterwards, on any thread.
  const WholeRecords* whole() const { return whole_.get(); }
  void keep_whole(std::shared_ptr<const WholeRecords> records) const {
    whole_ = std::move(records);
  }

  // Whether size and modification time are still those seen at opening.
  bool unchanged() const;

 private:
  InputFile() = default;
  bool open_folder(Diagnostics& problems);

  std::string path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::int64_t modified_seconds_ = 0, modified_nanoseconds_ = 0;
  std::vector<Part> parts_;
  std::string memory_;  // the bytes of all parts, or those given
  bool in_memory_ = false;
  mutable std::shared_ptr<const WholeRecords> whole_;
};

}  // namespace keur
