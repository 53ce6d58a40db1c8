// SPDX-License-Identifier: Apache-2.0
// One format into another, with a list of what would be lost. The list is no table of what formats
// can do: what was written is read again and compared with what was there.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "harness/data/input_file.h"

namespace keur {

// Something of the source that the result does not say. `what` is a part of a segment (speaker,
// times, precision: finer than the format's times, text, white-space, ...), a column, or something
// the source's reader left out (comments, cue-settings, ...).
struct Loss {
  std::string what;
  std::size_t count = 0;  // in how many segments or records; 0: somewhere in the file
  std::size_t line = 0;   // of the first of them; 0: not known
};

struct Conversion {
  std::string bytes;         // what the new file holds
  std::vector<Loss> losses;  // by name, each once
};

// A format's name, or the one the ending of `path` means; empty when it names none.
std::string conversion_format(const std::string& name, const std::string& path);
// All that can be named, in the order of the alphabet.
std::vector<std::string> conversion_formats();

// `from_format` and `to_format` are names that conversion_format gave; nothing can be converted
// into a folder. `to_path` names the recording where the format has no other place for it. nullopt
// with diagnostics when the source cannot be read, or the format cannot say it at all.
std::optional<Conversion> convert(const InputFile& from, const std::string& from_format,
                                  const std::string& to_path, const std::string& to_format,
                                  Diagnostics& problems);

}  // namespace keur
