// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/spoken_commands.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "metrics/alignment/aligner.h"
#include "metrics/text/tokens.h"

namespace keur::transcript {
namespace {

// Marks as tokens no normaliser makes: a word never holds a control character.
struct Command {
  std::string_view spoken, mark;
};
constexpr Command commands[] = {
    {"punt", "\x01."},
    {"period", "\x01."},
    {"full stop", "\x01."},
    {"komma", "\x01,"},
    {"comma", "\x01,"},
    {"dubbele punt", "\x01:"},
    {"colon", "\x01:"},
    {"puntkomma", "\x01;"},
    {"semicolon", "\x01;"},
    {"vraagteken", "\x01?"},
    {"question mark", "\x01?"},
    {"uitroepteken", "\x01!"},
    {"exclamation mark", "\x01!"},
    {"nieuwe regel", "\x01n"},
    {"new line", "\x01n"},
    {"nieuwe alinea", "\x01p"},
    {"new paragraph", "\x01p"},
    {"haakje openen", "\x01("},
    {"open bracket", "\x01("},
    {"haakje sluiten", "\x01)"},
    {"close bracket", "\x01)"},
    {"streepje", "\x01-"},
    {"hyphen", "\x01-"},
    {"schuine streep", "\x01/"},
    {"slash", "\x01/"},
};

struct Annotation {
  std::size_t length;  // of its bytes, brackets included
  std::string_view mark;
};

std::optional<Annotation> annotation_at(std::string_view text, std::size_t place) {
  if (text[place] != '<') return std::nullopt;
  for (const Command& command : commands) {
    const std::size_t close = place + 1 + command.spoken.size();
    if (close < text.size() && text[close] == '>' &&
        text.substr(place + 1, command.spoken.size()) == command.spoken)
      return Annotation{command.spoken.size() + 2, command.mark};
  }
  return std::nullopt;
}

bool is_space(std::string_view text, std::size_t place) {
  return place >= text.size() || text[place] == ' ' || text[place] == '\t' || text[place] == '\n' ||
         text[place] == '\r';
}

// Words and marks in their order; the texts of the words are kept where views can point at them.
class Stream {
 public:
  explicit Stream(const Normaliser& normaliser) : normaliser_(normaliser) {}

  void text(std::string_view piece) {
    std::string normalised;
    normaliser_.normalise(piece, normalised);
    all_ += (all_.empty() || normalised.empty() ? "" : " ") + normalised;
  }
  void mark(std::string_view token) {
    if (!all_.empty()) all_ += ' ';
    all_ += token;
  }
  std::vector<std::string_view> words() const {
    std::vector<std::string_view> list;
    split(all_, list);
    return list;
  }

 private:
  const Normaliser& normaliser_;
  std::string all_;
};

// What a mark at this place of an output is; its bytes, or 0 where there is none.
Annotation mark_at(std::string_view text, std::size_t place) {
  static constexpr std::string_view parting = ".,:;?!)";  // a space follows, or more of them
  static constexpr std::string_view known = "\x01.\x01,\x01:\x01;\x01?\x01!\x01)\x01(\x01-\x01/";
  const auto token = [](char c) {
    for (std::size_t i = 1; i < known.size(); i += 2)
      if (known[i] == c) return known.substr(i - 1, 2);
    return std::string_view();
  };
  const char c = text[place];
  if (c == '\n') {
    std::size_t last = place, lines = 0;
    for (; last < text.size() && is_space(text, last); ++last) lines += text[last] == '\n';
    return {last - place, lines > 1 ? "\x01p" : "\x01n"};
  }
  const bool ends_word =
      is_space(text, place + 1) || parting.find(text[place + 1]) != std::string_view::npos;
  if (parting.find(c) != std::string_view::npos && ends_word) return {1, token(c)};
  if (c == '(' && (place == 0 || is_space(text, place - 1))) return {1, token(c)};
  if ((c == '-' || c == '/') && is_space(text, place + 1)) return {1, token(c)};
  return {0, {}};
}

template <class Find>
Stream stream_of(std::string_view text, const Normaliser& normaliser, Find find) {
  Stream stream(normaliser);
  std::size_t from = 0;
  for (std::size_t place = 0; place < text.size();) {
    const Annotation found = find(text, place);
    if (found.length == 0) {
      ++place;
      continue;
    }
    stream.text(text.substr(from, place - from));
    stream.mark(found.mark);
    place += found.length;
    from = place;
  }
  stream.text(text.substr(from));
  return stream;
}

bool is_mark(std::string_view word) { return word.starts_with('\x01'); }

}  // namespace

CommandCounts count_commands(std::string_view reference, std::string_view output,
                             const Normaliser& normaliser) {
  CommandCounts counts;
  const Stream said = stream_of(reference, normaliser, [](std::string_view text, std::size_t at) {
    return annotation_at(text, at).value_or(Annotation{0, {}});
  });
  const auto left = said.words();
  counts.spoken = std::count_if(left.begin(), left.end(), is_mark);
  if (counts.spoken == 0) return counts;

  const Stream written = stream_of(output, normaliser, mark_at);
  const auto right = written.words();
  Aligner aligner;
  auto word = left.begin();
  for (const Edit edit : aligner.trace(left, right)) {
    if (edit == Edit::insert) continue;
    if (edit == Edit::match && is_mark(*word)) ++counts.executed;
    ++word;
  }
  return counts;
}

std::string without_commands(std::string_view reference) {
  std::string text;
  for (std::size_t place = 0; place < reference.size();) {
    const auto found = annotation_at(reference, place);
    text += found ? ' ' : reference[place];
    place += found ? found->length : 1;
  }
  return text;
}

}  // namespace keur::transcript
