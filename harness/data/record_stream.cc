// SPDX-License-Identifier: Apache-2.0
#include "harness/data/record_stream.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/data/fixed_fields.h"

namespace keur {
namespace {

// With what is made of its records a block stays in the cache of one core.
constexpr std::size_t block_bytes = std::size_t{1} << 17;
constexpr std::size_t window_bytes = std::size_t{1} << 17;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(std::string_view record) {
  return static_cast<unsigned char>(record[0]) <= ' ' &&
         record.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The bytes records are cut from: the file's own, or those that were made of them.
std::size_t read_records(const InputFile& file, std::uint64_t offset, char* into,
                         std::size_t length) {
  const WholeRecords* whole = file.whole();
  if (!whole) return file.read_at(offset, into, length);
  if (offset >= whole->bytes.size()) return 0;
  return whole->bytes.copy(into, length, static_cast<std::size_t>(offset));
}

}  // namespace

// Once a file; also for a second stream over it.
bool RecordStream::make_whole(Diagnostics& problems) {
  if (seen) {
    std::string bytes(block_bytes, '\0');
    std::uint64_t offset = 0;
    while (const std::size_t count = file_.read_at(offset, bytes.data(), bytes.size())) {
      seen({bytes.data(), count});
      offset += count;
    }
  }
  if (file_.whole()) return true;
  auto records = format_.whole(format_, file_, problems);
  if (records) file_.keep_whole(std::make_shared<const WholeRecords>(std::move(*records)));
  return file_.whole() != nullptr;
}

std::optional<Block> RecordStream::next(Diagnostics& problems) {
  if (format_.whole && offset_ == 0 && !done_ && !make_whole(problems)) done_ = true;
  while (!done_) {
    Block block;
    block.bytes = std::move(rest_);
    rest_.clear();
    block.offset = offset_ - block.bytes.size();
    const std::size_t kept = block.bytes.size();
    block.bytes.resize(kept + block_bytes + 1);
    const std::size_t fresh = read_records(file_, offset_, block.bytes.data() + kept, block_bytes);
    if (seen && !format_.whole) seen({block.bytes.data() + kept, fresh});
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

void RecordStream::refuse(const Fault& fault, Diagnostics& problems) {
  problems.push_back({fault.code,
                      Severity::error,
                      {file_.path(), line_ + fault.line, fault.column, fault.column ? 1U : 0U},
                      fault.message,
                      "",
                      fault.hint});
  done_ = true;
  rest_.clear();
}

bool RecordStream::take_record(Block& block, std::size_t& position, bool last,
                               Diagnostics& problems) {
  const std::string_view ahead = std::string_view(block.bytes).substr(position);
  std::size_t length = format_.record_length(ahead, quotes_);
  if (length == 0 && last) length = ahead.size();
  if (length > max_record_bytes || (length == 0 && ahead.size() > max_record_bytes)) {
    refuse({"data-line-too-long",
            fmt::format("a record longer than {} MiB begins here", max_record_bytes >> 20),
            format_.header ? "is a quote left open, or a line break lost?"
                           : "one record a line: is a line break lost?",
            0, 0},
           problems);
    block.records.clear();
    position = block.bytes.size();
    return false;
  }
  if (length == 0) return false;

  const std::string_view record = ahead.substr(0, length);
  const auto lines = format_.record_length == line_length
                         ? std::uint32_t{record.ends_with('\n')}
                         : static_cast<std::uint32_t>(std::count(record.begin(), record.end(), '\n'));
  if (!is_blank(record)) {
    if (format_.order) {
      const bool at_end = last && length == ahead.size();
      if (const auto fault = format_.order(order_, record, at_end)) {
        refuse(*fault, problems);
        position = block.bytes.size();
        return false;
      }
    }
    if (format_.skipped && format_.skipped(record)) {
      // Its lines count, nothing else.
    } else if (format_.header && !header_taken_) {
      header_ = record;
      header_taken_ = true;
    } else {
      const WholeRecords* whole = file_.whole();
      const std::uint32_t line =
          whole && taken_ < whole->lines.size() ? whole->lines[taken_] : line_;
      block.records.push_back({block.offset + position, static_cast<std::uint32_t>(length), line});
      ++taken_;
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
    window_.resize(read_records(file_, record.offset, window_.data(), window_.size()));
  }
  // Parsing overwrites the record, so it gets a copy. A file that shrank under us gives blanks;
  // InputFile::unchanged reports it.
  record_.assign(window_, record.offset - window_offset_, record.length);
  record_.resize(record.length + 1, ' ');
  return record_.data();
}

}  // namespace keur
