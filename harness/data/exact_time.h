// SPDX-License-Identifier: Apache-2.0
// Times of transcripts, exact: whole microseconds. A double would make 0.1 + 0.2 end behind 0.3.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keur {

using Microseconds = std::int64_t;

// Ten years of sound; more is a mistake, and sums of two stay far from overflow.
inline constexpr Microseconds longest_time = Microseconds{315'360'000} * 1'000'000;

enum class TimeReading { exact, rounded, not_a_number, negative, too_large };

// Seconds as a decimal, "12", "12.5", "1e-05", without sign but for "-0". What is finer than a
// microsecond is rounded half up.
TimeReading read_seconds(std::string_view text, Microseconds& time);

// The shortest decimal: "12.5".
std::string write_seconds(Microseconds time);

// hours:minutes:seconds as subtitles write them: "00:01:02,500", hours optional, one to three
// digits behind the mark, which is a point or, with `comma`, either. nullopt for anything else.
std::optional<Microseconds> read_clock(std::string_view text, bool comma);

// "00:01:02,500"; rounded to the millisecond, half up.
std::string write_clock(Microseconds time, char mark);

}  // namespace keur
