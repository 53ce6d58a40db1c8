// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/clock.h"

#include <fmt/format.h>

#include "metrics/quantity/number_phrase.h"
#include "metrics/quantity/units.h"

namespace keur {
namespace {

class ClockReader {
 public:
  explicit ClockReader(const Words& words)
      : words_(words), dutch_(words.language() == Language::dutch) {}

  std::optional<ClockReading> read(std::size_t at) const {
    const Word& word = words_[at];
    if (word.digits.count == 2 && word.digits.parting == ':') return written(at);
    if (dutch_ && word.digits.count == 1 && word.digits.parts[0].other_mark) return with_point(at);
    return dutch_ ? dutch(at) : english(at);
  }

 private:
  static std::optional<int> two_digits(std::string_view text) {
    if (text.size() != 2 || text.find_first_not_of("0123456789") != std::string_view::npos)
      return std::nullopt;
    return 10 * (text[0] - '0') + (text[1] - '0');
  }

  static std::optional<ClockReading> checked(std::int64_t hour, std::int64_t minute,
                                             bool twelve_hours, std::size_t next) {
    if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
    return ClockReading{static_cast<int>(hour), static_cast<int>(minute), twelve_hours, next};
  }

  // 14:30, 14:30 uur, 2:30 pm
  std::optional<ClockReading> written(std::size_t at) const {
    const DigitToken& token = words_[at].digits;
    const auto minute = two_digits(token.parts[1].text);
    if (!minute || !token.parts[0].value.is_whole() || token.parts[0].text.size() > 2 ||
        token.sign != 0 || !token.relation.empty())
      return std::nullopt;
    auto reading = checked(token.parts[0].value.numerator, *minute, false, at + 1);
    if (!reading) return std::nullopt;
    if (!token.suffix.empty()) return std::nullopt;
    return with_words(*reading, at + 1);
  }

  bool hours(std::string_view word) const {
    return dutch_ ? word == "uur" || word == "u" || word == "h" : word == "hours" || word == "hrs";
  }

  // "uur", "hours", "am", "pm" behind a time, however often: what is left would be read differently
  // the next time.
  ClockReading with_words(ClockReading reading, std::size_t at) const {
    bool said = false;
    for (; at < words_.size(); ++at) {
      const WordRole role = words_.role(at);
      if (!dutch_ && (role == WordRole::morning || role == WordRole::afternoon)) {
        if (const auto exact = half_of_day(reading, words_[at].text); exact && !said)
          reading = *exact;
        said = true;
      } else if (!hours(words_[at].text)) {
        break;
      }
    }
    reading.next = at;
    return reading;
  }
  std::size_t behind_hours(std::size_t at) const { return with_words({}, at).next; }

  std::optional<ClockReading> half_of_day(ClockReading reading, std::string_view word) const {
    const bool morning = word == "am" || word == "a.m", afternoon = word == "pm" || word == "p.m";
    if (dutch_ || !(morning || afternoon) || reading.hour > 12 || reading.hour == 0)
      return std::nullopt;
    reading.hour = reading.hour % 12 + (afternoon ? 12 : 0);
    reading.twelve_hours = false;
    return reading;
  }

  // 14.30 uur, om 14.30
  std::optional<ClockReading> with_point(std::size_t at) const {
    const DigitToken& token = words_[at].digits;
    const std::string_view text = token.parts[0].text;
    const std::size_t point = text.find('.');
    if (point == 0 || point > 2 || point == std::string_view::npos || token.sign != 0 ||
        !token.relation.empty())
      return std::nullopt;
    const auto minute = two_digits(text.substr(point + 1));
    if (!minute) return std::nullopt;
    const std::int64_t hour = point == 1 ? text[0] - '0' : 10 * (text[0] - '0') + (text[1] - '0');
    if (!token.suffix.empty()) return std::nullopt;
    if (words_.role(at + 1) == WordRole::hour)
      return checked(hour, *minute, false, behind_hours(at + 1));
    if (before(at) == WordRole::at && !unit_at(at + 1))
      return checked(hour, *minute, false, behind_hours(at + 1));
    return std::nullopt;
  }

  WordRole before(std::size_t at) const { return at == 0 ? WordRole::none : words_.role(at - 1); }

  bool unit_at(std::size_t at) const {
    return at < words_.size() && !compound_unit(words_[at].text, words_.language()).empty();
  }

  // The hour at the end of a spoken time: 1 to 12, and no dose: "half 3 tabletten" is none.
  std::optional<std::int64_t> spoken_hour(std::size_t at) const {
    const auto hour = single_number(words_[at], 12);
    const WordRole next = words_.role(at + 1);
    if (!hour || *hour == 0 || next == WordRole::decimal || words_[at + 1].month > 0)
      return std::nullopt;
    const std::size_t behind = dutch_ ? behind_hours(at + 1) : at + 1;
    const bool half_of_day = next == WordRole::morning || next == WordRole::afternoon;
    const bool cut_up = words_[at + 1].token == words_[at].token && at + 1 < words_.size();
    // "half 6 uur min 2": a sign, not minutes.
    const bool sign = behind > at + 1 && words_.role(behind) == WordRole::minus &&
                      words_.like_a_number(behind + 1);
    if ((unit_at(behind) && !sign) || makes_a_count(words_, behind) || words_[behind].month > 0 ||
        words_.role(behind) == WordRole::decimal ||
        (cut_up && next != WordRole::hour && !half_of_day))
      return std::nullopt;
    return hour;
  }

  std::optional<ClockReading> spoken(std::int64_t hour, int minutes_from, std::size_t at) const {
    const WordRole half_of_day = words_.role(at + 1);
    if (half_of_day == WordRole::morning || half_of_day == WordRole::afternoon) {
      const std::int64_t named = hour % 12 + (half_of_day == WordRole::afternoon ? 12 : 0);
      const std::int64_t exact = (named * 60 + minutes_from + 1440) % 1440;
      return checked(exact / 60, exact % 60, false, with_words({}, at + 1).next);
    }
    const std::int64_t minutes = (hour * 60 + minutes_from + 720) % 720;
    const std::int64_t shown = minutes / 60 == 0 ? 12 : minutes / 60;
    return checked(shown, minutes % 60, true, dutch_ ? behind_hours(at + 1) : at + 1);
  }

  std::optional<ClockReading> dutch(std::size_t at) const {
    const Word& word = words_[at];
    if (word.role == WordRole::half && word.text == "half") {
      if (const auto hour = spoken_hour(at + 1)) return spoken(*hour, -30, at + 1);
      return std::nullopt;
    }
    const auto minutes =
        word.role == WordRole::quarter ? std::optional<std::int64_t>(15) : single_number(word, 20);
    if (minutes && word.role != WordRole::article) {
      const bool whole = *minutes == 5 || *minutes == 10 || *minutes == 15 || *minutes == 20;
      const bool to = words_.role(at + 1) == WordRole::before;
      if (whole && (to || words_[at + 1].text == "over") &&
          (*minutes != 15 || word.role == WordRole::quarter)) {
        const int shift = static_cast<int>(to ? -*minutes : *minutes);
        const bool half = words_[at + 2].text == "half" && *minutes <= 10;
        if (const auto hour = spoken_hour(at + (half ? 3 : 2)))
          return spoken(*hour, half ? shift - 30 : shift, at + (half ? 3 : 2));
      }
    }
    return dutch_hour(at);
  }

  // om acht uur, om acht uur dertig, veertien uur dertig
  std::optional<ClockReading> dutch_hour(std::size_t at) const {
    const auto hour = single_number(words_[at], 24);
    if (!hour || words_.role(at + 1) != WordRole::hour) return std::nullopt;
    const bool named = before(at) == WordRole::at;
    std::size_t next = at + 2;
    const Word& word = words_[next];
    auto minute = single_number(word, 59);
    if (minute && *minute == 0 && words_[next + 1].cardinal > 0 && words_[next + 1].cardinal < 10) {
      minute = words_[++next].cardinal;  // nul vijf
    } else if (minute && *minute < 10 && word.digits.parts[0].text.size() != 2) {
      minute.reset();
    }
    if (minute && (unit_at(next + 1) || makes_a_count(words_, next + 1) ||
                   words_.role(next + 1) == WordRole::decimal || words_.like_a_number(next + 1) ||
                   words_.role(next + 1) == WordRole::pressure || words_[next + 1].month > 0))
      minute.reset();
    if (!named && (!minute || *hour < 13 || *hour > 23)) return std::nullopt;
    const bool twelve = *hour >= 1 && *hour <= 12;
    if (!minute) return checked(*hour, 0, twelve, behind_hours(at + 1));
    return checked(*hour, *minute, twelve, next + 1);
  }

  std::optional<ClockReading> english(std::size_t at) const {
    const Word& word = words_[at];
    const bool half = word.role == WordRole::half, quarter = word.role == WordRole::quarter;
    const auto minutes = half      ? std::optional<std::int64_t>(30)
                         : quarter ? std::optional<std::int64_t>(15)
                                   : single_number(word, 29);
    if (minutes && *minutes > 0) {
      const bool to = quarter && words_.role(at + 1) == WordRole::to;
      if (to || words_.role(at + 1) == WordRole::past) {
        const auto hour = spoken_hour(at + 2);
        if (hour && (half || quarter || *minutes % 5 == 0))
          return spoken(*hour, static_cast<int>(to ? -*minutes : *minutes), at + 2);
      }
    }
    const auto hour = single_number(word, 12);
    if (!hour || *hour == 0) return std::nullopt;
    ClockReading reading{static_cast<int>(*hour), 0, true, at + 2};
    if (words_.role(at + 1) == WordRole::oclock) return reading;
    const WordRole next = words_.role(at + 1);
    if (next != WordRole::morning && next != WordRole::afternoon) return std::nullopt;
    return with_words(reading, at + 1);
  }

  const Words& words_;
  bool dutch_;
};

}  // namespace

std::optional<ClockReading> read_clock(const Words& words, std::size_t at) {
  return ClockReader(words).read(at);
}

std::string clock_text(int hour, int minute, bool twelve_hours, Language language) {
  if (!twelve_hours) return fmt::format("{}:{:02}", hour, minute);
  const int next = hour % 12 + 1;
  if (language == Language::english) {
    if (minute == 0) return fmt::format("{} o'clock", hour);
    if (minute == 15) return fmt::format("quarter past {}", hour);
    if (minute == 30) return fmt::format("half past {}", hour);
    if (minute == 45) return fmt::format("quarter to {}", next);
    return fmt::format("{} past {}", minute, hour);
  }
  switch (minute) {
    case 0:
      return fmt::format("{} uur", hour);
    case 15:
      return fmt::format("kwart over {}", hour);
    case 30:
      return fmt::format("half {}", next);
    case 45:
      return fmt::format("kwart voor {}", next);
    case 25:
      return fmt::format("5 voor half {}", next);
    case 35:
      return fmt::format("5 over half {}", next);
    case 5:
    case 10:
    case 20:
      return fmt::format("{} over {}", minute, hour);
    case 40:
    case 50:
    case 55:
      return fmt::format("{} voor {}", 60 - minute, next);
    default:
      return fmt::format("{} uur {:02}", hour, minute);
  }
}

}  // namespace keur
