// SPDX-License-Identifier: Apache-2.0
// TextGrid of Praat (manual page "TextGrid file formats"), long and short: what counts in either is
// the sequence of free-standing numbers, quoted strings and <flags>; all other words are remarks,
// and ! begins a comment. A tier is a speaker; where nothing is written nothing is said. Tiers of
// points are no speech and left out. Times are binary numbers written out in full, so what is finer
// than a microsecond is rounded.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "harness/data/segments.h"

namespace keur {
namespace {

enum class Kind { number, string, flag, end };

struct Token {
  Kind kind = Kind::end;
  std::string text;
  std::size_t line = 1;
};

class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  // An unclosed string takes the rest of the file; what should follow it is then missing.
  Token next() {
    for (;;) {
      while (at_ < text_.size() && is_blank(text_[at_])) step();
      Token token{Kind::end, "", line_};
      if (at_ == text_.size()) return token;
      const char first = text_[at_];
      if (first == '"') {
        token.kind = Kind::string;
        return quoted(std::move(token));
      }
      if (first == '!') {
        while (at_ < text_.size() && text_[at_] != '\n') step();
        continue;
      }
      while (at_ < text_.size() && !is_blank(text_[at_])) token.text += step();
      Microseconds ignored = 0;
      if (first == '<') {
        token.kind = Kind::flag;
        return token;
      }
      const bool number = first == '-' || (first >= '0' && first <= '9');
      if (number && read_seconds(token.text, ignored) != TimeReading::not_a_number) {
        token.kind = Kind::number;
        return token;
      }
    }
  }

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

  char step() {
    if (text_[at_] == '\n') ++line_;
    return text_[at_++];
  }

  Token quoted(Token token) {
    step();
    while (at_ < text_.size()) {
      const char c = step();
      if (c == '"') {
        if (at_ == text_.size() || text_[at_] != '"') return token;
        step();
      }
      token.text += c;
    }
    return token;
  }

  std::string_view text_;
  std::size_t at_ = 0, line_ = 1;
};

class Reader {
 public:
  Reader(const TextFile& file, Diagnostics& problems)
      : file_(file), found_(file, problems), tokens_(file.text) {
    transcript_.named_by_file = true;
  }

  Transcript read() {
    read_tiers();
    if (rounded_) transcript_.left_out.insert("precision");
    std::stable_sort(transcript_.segments.begin(), transcript_.segments.end(),
                     [](const Segment& a, const Segment& b) { return *a.start < *b.start; });
    return std::move(transcript_);
  }

 private:
  void read_tiers() {
    Token token = tokens_.next();
    if (token.kind != Kind::string || token.text != "ooTextFile")
      return refuse(token, "the file does not begin as a Praat text file",
                    "File type = \"ooTextFile\"; save it in Praat as a text file");
    token = tokens_.next();
    if (token.kind != Kind::string || token.text != "TextGrid")
      return refuse(token, "the file holds another object than a TextGrid", "");
    Token start, end, exists, count;
    if (!take(Kind::number, start, "a start time") || !take(Kind::number, end, "an end time") ||
        !take(Kind::flag, exists, "<exists>"))
      return;
    if (exists.text != "<exists>") return;
    if (!take(Kind::number, count, "a number of tiers")) return;
    Microseconds tiers = 0;
    if (!count_of(count, tiers)) return;
    for (; tiers > 0; --tiers)
      if (!read_tier()) return;
    token = tokens_.next();
    if (token.kind != Kind::end)
      refuse(token, "more stands here than the numbers of tiers and intervals say", "");
  }

  bool read_tier() {
    Token type, name, start, end, count;
    if (!take(Kind::string, type, "the class of a tier") ||
        !take(Kind::string, name, "the name of a tier") ||
        !take(Kind::number, start, "a start time") || !take(Kind::number, end, "an end time") ||
        !take(Kind::number, count, "a number of intervals"))
      return false;
    if (type.text != "IntervalTier" && type.text != "TextTier") {
      refuse(type, "there is no such class of tier", "IntervalTier or TextTier");
      return false;
    }
    const bool points = type.text == "TextTier";
    Microseconds intervals = 0;
    if (!count_of(count, intervals)) return false;
    if (points && intervals > 0) transcript_.left_out.insert("point-tiers");
    for (; intervals > 0; --intervals) {
      Token from, to, text;
      if (!take(Kind::number, from, "a start time") ||
          (!points && !take(Kind::number, to, "an end time")) ||
          !take(Kind::string, text, "the text of an interval"))
        return false;
      if (!points && !text.text.empty()) add(name.text, from, to, text);
      if (found_.full()) return false;
    }
    return true;
  }

  void add(const std::string& tier, const Token& from, const Token& to, const Token& text) {
    Segment segment;
    Microseconds start = 0, end = 0;
    if (const auto fault = read_time(from.text, 0, "the start", start, &rounded_))
      return found_.add(from.line, *fault);
    if (const auto fault = read_time(to.text, 0, "the end", end, &rounded_))
      return found_.add(to.line, *fault);
    if (end < start) return found_.add(to.line, ends_before_start(0));
    segment.recording = file_stem(file_.path);
    segment.speaker = tier;
    segment.text = text.text;
    segment.start = start;
    segment.end = end;
    segment.line = text.line;
    transcript_.segments.push_back(std::move(segment));
  }

  // A count is a promise: nothing is made ready for it, it is only counted down.
  bool count_of(const Token& token, Microseconds& count) {
    const char* end = token.text.data() + token.text.size();
    const auto [read_to, error] = std::from_chars(token.text.data(), end, count);
    if (error == std::errc{} && read_to == end && count >= 0) return true;
    refuse(token, "this is not a count", "");
    return false;
  }

  bool take(Kind kind, Token& token, const char* what) {
    token = tokens_.next();
    if (token.kind == kind) return true;
    refuse(token, fmt::format("{} is missing here", what),
           token.kind == Kind::end ? "was the file cut off, or is a quote left open?" : "");
    return false;
  }

  void refuse(const Token& token, std::string message, const char* hint) {
    found_.add(token.line, {"data-textgrid", std::move(message), hint, 0, 0});
  }

  const TextFile& file_;
  FileProblems found_;
  Tokens tokens_;
  Transcript transcript_;
  bool rounded_ = false;
};

Transcript read(const TextFile& file, Diagnostics& problems) {
  return Reader(file, problems).read();
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

struct Interval {
  Microseconds start, end;
  std::string text;
};

// The segments of one speaker with the silence between them. Where two overlap the later one goes
// to a further tier of the same name, for within a tier intervals follow each other.
std::vector<std::vector<Interval>> tiers_of(const std::vector<const Segment*>& segments,
                                            Microseconds end) {
  std::vector<std::vector<Interval>> tiers;
  for (const Segment* segment : segments) {
    const Microseconds start = segment->start.value_or(0);
    auto tier = std::find_if(tiers.begin(), tiers.end(), [&](const std::vector<Interval>& one) {
      return one.back().end <= start;
    });
    if (tier == tiers.end()) tier = tiers.emplace(tiers.end());
    const Microseconds silent = tier->empty() ? 0 : tier->back().end;
    if (silent < start) tier->push_back({silent, start, ""});
    tier->push_back({start, segment->end.value_or(start), segment->text});
  }
  for (std::vector<Interval>& tier : tiers)
    if (tier.back().end < end) tier.push_back({tier.back().end, end, ""});
  return tiers;
}

std::string write(std::span<const Segment> segments) {
  std::vector<std::string> speakers;
  std::map<std::string, std::vector<const Segment*>> by_speaker;
  Microseconds end = 0;
  for (const Segment& segment : segments) {
    if (by_speaker[segment.speaker].empty()) speakers.push_back(segment.speaker);
    by_speaker[segment.speaker].push_back(&segment);
    end = std::max(end, segment.end.value_or(0));
  }
  std::string body;
  std::size_t count = 0;
  for (const std::string& speaker : speakers)
    for (const std::vector<Interval>& tier : tiers_of(by_speaker[speaker], end)) {
      body += fmt::format(
          "    item [{}]:\n        class = \"IntervalTier\"\n        name = {}\n"
          "        xmin = 0\n        xmax = {}\n        intervals: size = {}\n",
          ++count, quoted(speaker), write_seconds(end), tier.size());
      for (std::size_t i = 0; i < tier.size(); ++i)
        body += fmt::format(
            "        intervals [{}]:\n            xmin = {}\n            xmax = {}\n"
            "            text = {}\n",
            i + 1, write_seconds(tier[i].start), write_seconds(tier[i].end), quoted(tier[i].text));
    }
  return fmt::format(
             "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n"
             "xmin = 0\nxmax = {}\ntiers? <exists>\nsize = {}\nitem []:\n",
             write_seconds(end), count) +
         body;
}

}  // namespace

const SegmentFormat& segments_textgrid();
const SegmentFormat& segments_textgrid() {
  static const SegmentFormat format{"textgrid", ".TextGrid .textgrid", true, true, read, write};
  return format;
}

}  // namespace keur
