// SPDX-License-Identifier: Apache-2.0
// Writes the made-up transcripts that scripts/bench measures on: cases.jsonl, outputs.jsonl and
// suite.yaml in a directory.
//   generate DIRECTORY PAIRS FEWEST_WORDS MOST_WORDS
//
// Words are pseudo-words in lower case, joined by one space, without punctuation: every sensible
// normaliser leaves them as they are, so tools that are compared on them see the same tokens. Their
// frequencies follow Zipf's law (Zipf 1949, Human Behavior and the Principle of Least Effort: the
// word of rank r occurs in proportion to 1/r).
//
// The bytes are the same everywhere: the raw output of std::mt19937_64, which the C++ standard
// fixes, and integer arithmetic; no distribution of the standard library and no floating point.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

constexpr std::uint64_t seed = 20260401;
constexpr std::size_t plain_words = 19'400;
constexpr std::size_t accented_words = 600;
constexpr std::uint64_t accented_per_mille = 30;  // of the running words
constexpr std::uint64_t most_speakers = 500;
// Word errors per mille of the best and of the worst speaker; the mean is 120.
constexpr std::uint64_t fewest_errors = 60;
constexpr std::uint64_t most_errors = 180;
// Of twelve errors: seven substitutions, three deletions, two insertions.
constexpr std::uint64_t substitutions = 7, deletions = 3, insertions = 2;
constexpr std::size_t bytes_a_write = std::size_t{1} << 16;

class Dice {
 public:
  // From 0 to `sides` - 1; the bias of at most sides / 2^64 does not matter here.
  std::uint64_t roll(std::uint64_t sides) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>((static_cast<Wide>(engine_()) * sides) >> 64);
  }

 private:
  std::mt19937_64 engine_{seed};
};

// Words by rank, the most frequent first.
class Vocabulary {
 public:
  void add(const std::string& word) {
    words_.push_back(word);
    total_ += (std::uint64_t{1} << 40) / words_.size();
    upper_.push_back(total_);
  }

  const std::string& draw(Dice& dice) const {
    const auto found = std::upper_bound(upper_.begin(), upper_.end(), dice.roll(total_));
    return words_[static_cast<std::size_t>(found - upper_.begin())];
  }

 private:
  std::vector<std::string> words_;
  std::vector<std::uint64_t> upper_;
  std::uint64_t total_ = 0;
};

constexpr std::array onsets{"b",   "d",  "f",  "g",  "h",  "k",  "l", "m",  "n",
                            "p",   "r",  "s",  "t",  "v",  "w",  "z", "st", "br",
                            "sch", "tr", "gr", "kl", "pl", "sp", ""};
constexpr std::array vowels{"a", "e", "i", "o", "u", "aa", "ee", "oe", "ie", "ij"};
constexpr std::array accented_letters{"é", "è", "ë", "ï", "ö", "ü", "á", "ó", "ç", "ñ", "å", "ø"};
constexpr std::array codas{"", "", "", "n", "r", "t", "s", "l", "k", "m", "ng", "cht"};

template <std::size_t size>
const char* pick(Dice& dice, const std::array<const char*, size>& from) {
  return from[dice.roll(size)];
}

std::string syllable(Dice& dice) {
  std::string text = pick(dice, onsets);
  text += pick(dice, vowels);
  text += pick(dice, codas);
  return text;
}

// The frequent words are short.
std::uint64_t syllables_at(Dice& dice, std::size_t rank) {
  if (rank < 300) return 1;
  if (rank < 3000) return 1 + dice.roll(2);
  return 2 + dice.roll(2);
}

struct Language {
  Vocabulary plain, accented;

  explicit Language(Dice& dice) {
    std::set<std::string> taken;
    while (taken.size() < plain_words) {
      std::string word;
      for (std::uint64_t left = syllables_at(dice, taken.size()); left > 0; --left)
        word += syllable(dice);
      if (taken.insert(word).second) plain.add(word);
    }
    while (taken.size() < plain_words + accented_words) {
      const std::string word = syllable(dice) + pick(dice, accented_letters) + syllable(dice);
      if (taken.insert(word).second) accented.add(word);
    }
  }

  const std::string& draw(Dice& dice) const {
    return (dice.roll(1000) < accented_per_mille ? accented : plain).draw(dice);
  }
};

void append_word(std::string& text, const std::string& word) {
  if (!text.empty()) text += ' ';
  text += word;
}

struct Pair {
  std::string reference, output;
};

Pair say_and_hear(Dice& dice, const Language& language, std::uint64_t words, std::uint64_t errors) {
  Pair pair;
  for (; words > 0; --words) {
    const std::string& said = language.draw(dice);
    append_word(pair.reference, said);
    if (dice.roll(1000) >= errors) {
      append_word(pair.output, said);
      continue;
    }
    const std::uint64_t kind = dice.roll(substitutions + deletions + insertions);
    if (kind < substitutions) {
      const std::string* heard = &language.draw(dice);
      while (*heard == said) heard = &language.draw(dice);
      append_word(pair.output, *heard);
    } else if (kind >= substitutions + deletions) {
      append_word(pair.output, said);
      append_word(pair.output, language.draw(dice));
    }
  }
  return pair;
}

std::string padded(std::uint64_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

// Gathers text and writes it in pieces, the last one when it is destroyed.
class File {
 public:
  File(const std::string& directory, const char* name)
      : path_(directory + "/" + name), file_(std::fopen(path_.c_str(), "wb")) {
    if (!file_) fail();
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    write();
    if (std::fclose(file_) != 0) fail();
  }

  void append(const std::string& more) {
    text_ += more;
    if (text_.size() >= bytes_a_write) write();
  }

 private:
  void write() {
    if (std::fwrite(text_.data(), 1, text_.size(), file_) != text_.size()) fail();
    text_.clear();
  }

  [[noreturn]] void fail() const {
    std::perror(path_.c_str());
    std::exit(2);
  }

  std::string path_, text_;
  std::FILE* file_;
};

constexpr const char* suite = R"(# Written by scripts/bench.
keur: 1
suite: bench
version: 1.0.0
title: Made-up transcripts to measure speed with
burden: tool
confidence: 95%
seed: "20260401"
tasks:
  - id: transcripts
    kind: transcript
    tool: {name: generator, version: "1"}
    cases: {file: cases.jsonl, id: id, reference: text, cluster: speaker}
    outputs: {file: outputs.jsonl, id: id, text: transcript}
    normalise: basic-1
gates:
  - id: words
    task: transcripts
    metric: wer
    at_most: 20%
    why: The made-up errors are 12 % of the words.
)";

bool read_number(const char* text, std::uint64_t& number) {
  char* end = nullptr;
  number = std::strtoull(text, &end, 10);
  return *text >= '1' && *text <= '9' && *end == '\0';
}

}  // namespace

int main(int count, char** arguments) {
  std::uint64_t pairs = 0, fewest = 0, most = 0;
  if (count != 5 || !read_number(arguments[2], pairs) || !read_number(arguments[3], fewest) ||
      !read_number(arguments[4], most) || most < fewest) {
    std::fputs("usage: generate DIRECTORY PAIRS FEWEST_WORDS MOST_WORDS\n", stderr);
    return 2;
  }
  Dice dice;
  const Language language(dice);
  File cases(arguments[1], "cases.jsonl"), outputs(arguments[1], "outputs.jsonl");
  const std::uint64_t speakers = std::min(most_speakers, pairs);
  for (std::uint64_t i = 0; i < pairs; ++i) {
    const std::uint64_t speaker = i % speakers;
    // Evenly spread; a single speaker makes the mean.
    const std::uint64_t errors =
        fewest_errors + (most_errors - fewest_errors) * (2 * speaker + 1) / (2 * speakers);
    const std::uint64_t words = fewest + dice.roll(most - fewest + 1);
    const Pair pair = say_and_hear(dice, language, words, errors);
    const std::string id = "u" + padded(i + 1, 6);
    cases.append("{\"id\": \"" + id + "\", \"speaker\": \"s" + padded(speaker + 1, 3) +
                 "\", \"text\": \"" + pair.reference + "\"}\n");
    outputs.append("{\"id\": \"" + id + "\", \"transcript\": \"" + pair.output + "\"}\n");
  }
  File(arguments[1], "suite.yaml").append(suite);
  return 0;
}
