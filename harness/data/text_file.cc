// SPDX-License-Identifier: Apache-2.0
#include "harness/data/text_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/data/bad_bytes.h"

namespace keur {
namespace {

constexpr std::string_view blanks = " \t";

void append_utf8(std::string& text, std::uint32_t point) {
  const auto byte = [&](std::uint32_t value) { text += static_cast<char>(value); };
  if (point < 0x80) return byte(point);
  if (point < 0x800) {
    byte(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      byte(0xE0 | point >> 12);
    } else {
      byte(0xF0 | point >> 18);
      byte(0x80 | (point >> 12 & 0x3F));
    }
    byte(0x80 | (point >> 6 & 0x3F));
  }
  byte(0x80 | (point & 0x3F));
}

// Behind a byte order mark. nullopt where half a character stands alone.
std::optional<std::string> from_utf16(std::string_view bytes, bool big) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t i) -> std::uint32_t {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return big ? static_cast<std::uint32_t>(first << 8 | second)
               : static_cast<std::uint32_t>(second << 8 | first);
  };
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    std::uint32_t point = unit(i);
    if (point >= 0xD800 && point < 0xE000) {
      const std::uint32_t low = i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (point >= 0xDC00 || low < 0xDC00 || low >= 0xE000) return std::nullopt;
      point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    }
    append_utf8(text, point);
  }
  return text;
}

}  // namespace

std::optional<TextFile> read_text(const std::string& path, std::string bytes,
                                  Diagnostics& problems) {
  TextFile file{path, std::move(bytes)};
  FileProblems found(file, problems);
  const bool little = file.text.starts_with("\xFF\xFE"), big = file.text.starts_with("\xFE\xFF");
  if (little || big) {
    auto text = from_utf16(std::string_view(file.text).substr(2), big);
    if (!text) {
      found.add(0, {"data-utf8", "this is not valid UTF-16, which its byte order mark promises",
                    "is the file cut off?", 0, 0});
      return std::nullopt;
    }
    file.text = std::move(*text);
  } else if (file.text.starts_with("\xEF\xBB\xBF")) {
    file.text.erase(0, 3);
  }
  if (const auto fault = bad_bytes(file.text)) {
    found.add(1, *fault);
    return std::nullopt;
  }
  return file;
}

std::optional<TextFile> read_text(const InputFile& file, Diagnostics& problems) {
  if (file.size() > largest_text) {
    problems.push_back({"data-too-large",
                        Severity::error,
                        {file.path(), 0, 0, 0},
                        fmt::format("the file is larger than {} MiB", largest_text >> 20),
                        "",
                        "a file of this format is read whole: split it"});
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(file.size()), '\0');
  bytes.resize(file.read_at(0, bytes.data(), bytes.size()));
  return read_text(file.path(), std::move(bytes), problems);
}

std::string file_stem(std::string_view path) {
  const std::size_t folder = path.find_last_of('/');
  if (folder != std::string_view::npos) path.remove_prefix(folder + 1);
  const std::size_t ending = path.find_last_of('.');
  return std::string(ending == std::string_view::npos || ending == 0 ? path
                                                                     : path.substr(0, ending));
}

bool Lines::next(std::string_view& line) {
  if (rest_.empty()) return false;
  const std::size_t end = rest_.find('\n');
  line = rest_.substr(0, end);
  rest_ = end == std::string_view::npos ? "" : rest_.substr(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  ++number_;
  return true;
}

std::vector<FileWord> cut_words(std::string_view line) {
  std::vector<FileWord> words;
  for (std::size_t i = line.find_first_not_of(blanks); i < line.size();
       i = line.find_first_not_of(blanks, i)) {
    const std::size_t end = std::min(line.find_first_of(blanks, i), line.size());
    words.push_back({line.substr(i, end - i), i + 1});
    i = end;
  }
  return words;
}

void FileProblems::add(std::size_t line, const Fault& fault) {
  if (full()) return;
  problems_.push_back(
      {fault.code,
       Severity::error,
       {path_, line == 0 ? 0 : line + fault.line, fault.column, fault.column ? 1U : 0U},
       fault.message,
       "",
       fault.hint});
}

std::optional<Fault> read_time(std::string_view text, std::size_t column, const char* what,
                               Microseconds& into, bool* rounded) {
  switch (read_seconds(text, into)) {
    case TimeReading::exact:
      return std::nullopt;
    case TimeReading::rounded:
      if (rounded) {
        *rounded = true;
        return std::nullopt;
      }
      return Fault{"data-time-precision", fmt::format("{} is finer than a microsecond", what),
                   "round it to six digits behind the point", 0, column};
    case TimeReading::negative:
      return Fault{"data-time", fmt::format("{} is negative", what),
                   "times count from the start of the recording", 0, column};
    case TimeReading::too_large:
      return Fault{"data-time", fmt::format("{} is longer than ten years", what),
                   "times are in seconds", 0, column};
    case TimeReading::not_a_number:
      break;
  }
  return Fault{"data-time", fmt::format("{} is not a number of seconds", what),
               "write 12.5; is a field missing or split by a blank?", 0, column};
}

std::optional<Fault> read_duration(std::string_view text, std::size_t column, Microseconds start,
                                   Microseconds& end) {
  if (auto fault = read_time(text, column, "the duration", end)) return fault;
  end += start;
  if (end <= longest_time) return std::nullopt;
  return Fault{"data-time", "this ends after more than ten years", "times are in seconds", 0,
               column};
}

Fault ends_before_start(std::size_t column) {
  return {"data-time-order", "this ends before it starts", "", 0, column};
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t\n") + 1);
}

std::string as_word(std::string_view text, std::string_view placeholder) {
  std::string word(text.empty() ? placeholder : text);
  for (char& c : word)
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') c = '_';
  return word;
}

std::string as_line(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (c == '\n' || c == '\r') c = ' ';
  return line;
}

bool is_number(std::string_view text) {
  // Far within what any reader of JSON takes for a number.
  constexpr std::size_t longest = 64, longest_exponent = 2;
  const std::size_t exponent = text.find_first_of("eE");
  if (text.size() > longest) return false;
  if (exponent != std::string_view::npos &&
      text.substr(exponent + 1).size() > longest_exponent + (text.find_first_of("+-", exponent) !=
                                                             std::string_view::npos))
    return false;
  if (text.starts_with('-')) text.remove_prefix(1);
  // A time is a decimal number too; only its size and sign are restricted.
  Microseconds ignored = 0;
  return !text.starts_with('-') && !text.starts_with('.') &&
         read_seconds(text, ignored) != TimeReading::not_a_number &&
         text.find(".e") == std::string_view::npos && !text.ends_with('.') &&
         (text.size() < 2 || text[0] != '0' || text[1] < '0' || text[1] > '9') &&
         text.find(".E") == std::string_view::npos;
}

}  // namespace keur
