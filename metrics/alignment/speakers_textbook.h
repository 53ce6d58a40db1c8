// SPDX-License-Identifier: Apache-2.0
// The slow twins of speakers.h: every way tried, every table whole. For tests only.
#pragma once
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string_view>
#include <vector>

#include "metrics/alignment/aligner_textbook.h"
#include "metrics/alignment/speakers.h"

namespace keur {

// The least sum of `errors` over all ways to pair rows with columns; who is left over is paired
// with nobody, who is the number of rows or of columns.
template <class Errors>
long textbook_least_pairing(std::size_t rows, std::size_t columns, const Errors& errors) {
  const std::size_t size = std::max(rows, columns);
  std::vector<std::size_t> permutation(size);
  std::iota(permutation.begin(), permutation.end(), std::size_t{0});
  long least = -1;
  do {
    long sum = 0;
    for (std::size_t row = 0; row < size; ++row)
      sum += errors(std::min(row, rows), std::min(permutation[row], columns));
    if (least < 0 || sum < least) least = sum;
  } while (std::next_permutation(permutation.begin(), permutation.end()));
  return least;
}

inline long textbook_cp_errors(std::vector<Stream> reference, std::vector<Stream> output) {
  const std::size_t rows = reference.size(), columns = output.size();
  reference.emplace_back();
  output.emplace_back();
  return textbook_least_pairing(rows, columns, [&](std::size_t row, std::size_t column) {
    return static_cast<long>(edit_table(reference[row], output[column]).back().back());
  });
}

// Words with their times worked out one by one.
struct TextbookWord {
  std::string_view word;
  double start, end;
};

// `point`: the middle of a word, widened on both sides.
inline std::vector<TextbookWord> textbook_timed_words(SpokenStream stream, bool point,
                                                      double widened) {
  std::stable_sort(stream.begin(), stream.end(),
                   [](const auto& one, const auto& other) { return one.start < other.start; });
  const auto letters = [](std::string_view word) {
    return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xc0u) != 0x80u;
    }));
  };
  std::vector<TextbookWord> words;
  for (const auto& segment : stream) {
    std::size_t total = 0, at = 0;
    for (const auto word : segment.words) total += letters(word);
    for (const auto word : segment.words) {
      const double share =
          static_cast<double>(segment.end - segment.start) / static_cast<double>(total);
      const double start = static_cast<double>(segment.start) + share * static_cast<double>(at);
      const double end =
          static_cast<double>(segment.start) + share * static_cast<double>(at += letters(word));
      const double middle = (start + end) / 2;
      words.push_back({word, point ? middle - widened : start, point ? middle + widened : end});
    }
  }
  return words;
}

// The whole table of count_overlapping.
inline long textbook_overlapping_errors(const SpokenStream& reference, const SpokenStream& output,
                                        Microseconds collar) {
  const auto left = textbook_timed_words(reference, false, 0),
             right = textbook_timed_words(output, true, static_cast<double>(collar));
  std::vector<std::vector<long>> d(left.size() + 1, std::vector<long>(right.size() + 1));
  for (std::size_t i = 0; i <= left.size(); ++i)
    for (std::size_t j = 0; j <= right.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<long>(i + j);
        continue;
      }
      const TextbookWord &one = left[i - 1], &other = right[j - 1];
      d[i][j] = std::min(d[i - 1][j], d[i][j - 1]) + 1;
      if (one.start < other.end && other.start < one.end)
        d[i][j] = std::min(d[i][j], d[i - 1][j - 1] + (one.word == other.word ? 0 : 1));
    }
  return d.back().back();
}

inline long textbook_tcp_errors(std::vector<SpokenStream> reference,
                                std::vector<SpokenStream> output, Microseconds collar) {
  const std::size_t rows = reference.size(), columns = output.size();
  reference.emplace_back();
  output.emplace_back();
  return textbook_least_pairing(rows, columns, [&](std::size_t row, std::size_t column) {
    return textbook_overlapping_errors(reference[row], output[column], collar);
  });
}

// Every way to give the utterances to the streams, of which there is at least one.
inline long textbook_orc_errors(const std::vector<Stream>& utterances,
                                const std::vector<Stream>& output) {
  std::size_t ways = 1;
  for (std::size_t at = 0; at < utterances.size(); ++at) ways *= output.size();
  long least = -1;
  for (std::size_t way = 0; way < ways; ++way) {
    std::vector<Stream> joined(output.size());
    std::size_t rest = way;
    for (const auto& utterance : utterances) {
      Stream& stream = joined[rest % output.size()];
      stream.insert(stream.end(), utterance.begin(), utterance.end());
      rest /= output.size();
    }
    long errors = 0;
    for (std::size_t at = 0; at < output.size(); ++at)
      errors += static_cast<long>(edit_table(joined[at], output[at]).back().back());
    if (least < 0 || errors < least) least = errors;
  }
  return least;
}

}  // namespace keur
