// SPDX-License-Identifier: Apache-2.0
#include "harness/data/record_stream.h"

#include <fmt/format.h>

#include <algorithm>

namespace keur {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 19;
constexpr std::size_t window_bytes = std::size_t{1} << 18;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(std::string_view record) {
  return record.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::optional<Block> RecordStream::next(Diagnostics& problems) {
  while (!done_) {
    Block block;
    block.bytes = std::move(rest_);
    rest_.clear();
    block.offset = offset_ - block.bytes.size();
    const std::size_t kept = block.bytes.size();
    block.bytes.resize(kept + block_bytes + 1);
    const std::size_t fresh = file_.read_at(offset_, block.bytes.data() + kept, block_bytes);
    if (seen) seen({block.bytes.data() + kept, fresh});
    offset_ += fresh;
    block.bytes.resize(kept + fresh);
    const bool last = fresh < block_bytes;
    done_ = last;

    std::size_t position = 0;
    if (block.offset == 0 && std::string_view(block.bytes).starts_with(byte_order_mark))
      position = byte_order_mark.size();
    while (position < block.bytes.size())
      if (!take_record(block, position, last, problems)) break;
    if (done_ && !last) return std::nullopt;  // a problem ended it

    rest_.assign(block.bytes, position);
    block.bytes.resize(position + 1);  // room for the byte behind the last record
    if (!block.records.empty() || last) {
      if (block.records.empty()) return std::nullopt;
      return block;
    }
  }
  return std::nullopt;
}

bool RecordStream::take_record(Block& block, std::size_t& position, bool last,
                               Diagnostics& problems) {
  const std::string_view ahead = std::string_view(block.bytes).substr(position);
  std::size_t length = format_.record_length(ahead, quotes_);
  if (length == 0 && last) length = ahead.size();
  if (length > max_record_bytes || (length == 0 && ahead.size() > max_record_bytes)) {
    problems.push_back(
        {"data-line-too-long",
         Severity::error,
         {file_.path(), line_, 0, 0},
         fmt::format("a record longer than {} MiB begins here", max_record_bytes >> 20),
         "",
         format_.header ? "is a quote left open, or a line break lost?"
                        : "one record a line: is a line break lost?"});
    done_ = true;
    rest_.clear();
    block.records.clear();
    position = block.bytes.size();
    return false;
  }
  if (length == 0) return false;

  const std::string_view record = ahead.substr(0, length);
  const auto lines = static_cast<std::uint32_t>(std::count(record.begin(), record.end(), '\n'));
  if (!is_blank(record)) {
    if (format_.header && !header_taken_) {
      header_ = record;
      header_taken_ = true;
    } else {
      block.records.push_back({block.offset + position, static_cast<std::uint32_t>(length), line_});
    }
  }
  line_ += lines;
  position += length;
  return true;
}

char* RecordFetcher::fetch(const RecordPlace& record) {
  const std::uint64_t window_end = window_offset_ + window_.size();
  if (record.offset < window_offset_ || record.offset + record.length > window_end) {
    // In file order the next records follow: read ahead. Anywhere else: just this one.
    const bool near = record.offset >= window_offset_ && record.offset < window_end + window_bytes;
    window_.resize(near ? std::max<std::size_t>(window_bytes, record.length) : record.length);
    window_offset_ = record.offset;
    window_.resize(file_.read_at(record.offset, window_.data(), window_.size()));
  }
  // Parsing overwrites the record, so it gets a copy. A file that shrank under us gives blanks;
  // InputFile::unchanged reports it.
  record_.assign(window_, record.offset - window_offset_, record.length);
  record_.resize(record.length + 1, ' ');
  return record_.data();
}

}  // namespace keur
