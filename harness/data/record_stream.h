// SPDX-License-Identifier: Apache-2.0
// A file as a sequence of blocks of whole records. Memory is one block, whatever the file's size;
// only a format whose files are read whole keeps its records.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/data/format.h"
#include "harness/data/input_file.h"

namespace keur {

// A record longer than this is refused: no clinical text is, and a file without line breaks would
// otherwise be taken into memory whole.
constexpr std::size_t max_record_bytes = std::size_t{8} << 20;

struct RecordPlace {
  std::uint64_t offset = 0;  // in the file
  std::uint32_t length = 0;  // bytes, line end included
  std::uint32_t line = 0;    // of its first line, from 1
};

struct Block {
  std::string bytes;  // one byte more than the records take
  std::uint64_t offset = 0;
  std::vector<RecordPlace> records;  // blank lines are none

  char* data(const RecordPlace& record) { return bytes.data() + (record.offset - offset); }
};

class RecordStream {
 public:
  RecordStream(const InputFile& file, const Format& format, bool quotes)
      : file_(file), format_(format), quotes_(quotes) {}

  // Called with every byte of the file, once and in order, as blocks are read.
  std::function<void(std::string_view)> seen;

  // The next block, nullopt at the end of the file or after a problem.
  std::optional<Block> next(Diagnostics& problems);

  // The record that names the fields; empty until the first block was read, and where the format
  // has none.
  const std::string& header() const { return header_; }

 private:
  bool make_whole(Diagnostics& problems);
  void refuse(const Fault& fault, Diagnostics& problems);
  bool take_record(Block& block, std::size_t& position, bool last, Diagnostics& problems);

  const InputFile& file_;
  const Format& format_;
  bool quotes_;
  std::uint64_t offset_ = 0;
  std::uint32_t line_ = 1;
  std::string rest_;  // the beginning of a record whose end was not read yet
  std::string header_;
  bool header_taken_ = false;
  bool done_ = false;
  int order_ = 0;          // the format's state
  std::size_t taken_ = 0;  // records given out so far
};

// Fetches records by place: cheap when they are asked for in file order, right in any order.
class RecordFetcher {
 public:
  explicit RecordFetcher(const InputFile& file) : file_(file) {}
  // The record's bytes, with one writable byte behind them, until the next call.
  char* fetch(const RecordPlace& record);

 private:
  const InputFile& file_;
  std::string window_;
  std::uint64_t window_offset_ = 0;
  std::string record_;
};

}  // namespace keur
