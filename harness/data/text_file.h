// SPDX-License-Identifier: Apache-2.0
// A file as one text, and the means to read it line by line and to say what is wrong with it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/data/exact_time.h"
#include "harness/data/format.h"
#include "harness/data/input_file.h"

namespace keur {

struct TextFile {
  std::string path;
  std::string text;  // UTF-8 without byte order mark and NUL
};

// A file that is read whole may have this many bytes: years of speech.
inline constexpr std::size_t largest_text = std::size_t{256} << 20;

// UTF-8, or UTF-16 with a byte order mark, from bytes of `path`; nullopt with a diagnostic.
std::optional<TextFile> read_text(const std::string& path, std::string bytes,
                                  Diagnostics& problems);
std::optional<TextFile> read_text(const InputFile& file, Diagnostics& problems);

// visit-1 for "data/visit-1.srt".
std::string file_stem(std::string_view path);

// The lines of a text, without their ends.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  bool next(std::string_view& line);
  std::size_t number() const { return number_; }  // of the line last given, from 1

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

// A word of a line, and the column where it begins.
struct FileWord {
  std::string_view text;
  std::size_t column = 0;
};
// Cut at blanks and tabs.
std::vector<FileWord> cut_words(std::string_view line);

// What is wrong with one file. Beyond a thousand problems nothing is added and reading may stop.
class FileProblems {
 public:
  FileProblems(const TextFile& file, Diagnostics& problems)
      : path_(file.path), problems_(problems), before_(problems.size()) {}
  bool full() const { return problems_.size() - before_ >= 1000; }
  bool none() const { return problems_.size() == before_; }
  void add(std::size_t line, const Fault& fault);

 private:
  const std::string& path_;
  Diagnostics& problems_;
  std::size_t before_;
};

// Seconds in a field called `what`. What is finer than a microsecond is refused or, where `rounded`
// is given, rounded and noted there.
std::optional<Fault> read_time(std::string_view text, std::size_t column, const char* what,
                               Microseconds& into, bool* rounded = nullptr);

// A duration behind `start`, as the end it leads to.
std::optional<Fault> read_duration(std::string_view text, std::size_t column, Microseconds start,
                                   Microseconds& end);

// The fault of a segment that ends before it starts.
Fault ends_before_start(std::size_t column);

// Without blanks, tabs and line breaks at its ends.
std::string_view trimmed(std::string_view text);

// For formats that separate fields by blanks: a field that holds none, `placeholder` when it would
// be empty; and a text without line breaks.
std::string as_word(std::string_view text, std::string_view placeholder);
std::string as_line(std::string_view text);

// Whether this is a number as JSON writes it.
bool is_number(std::string_view text);

}  // namespace keur
