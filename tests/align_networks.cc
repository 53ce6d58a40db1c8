// SPDX-License-Identifier: Apache-2.0
// Scores two files as sclite does and prints "id correct substituted deleted inserted" a line:
//   align_networks trn REFERENCE OUTPUT [-D] [-F]      lines of text that end in (id)
//   align_networks stm REFERENCE OUTPUT [-D] [-F]      STM segments, CTM words
// Letters A to Z are folded, as sclite folds them. For comparing with sclite's own reports.
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metrics/alignment/network_aligner.h"
#include "metrics/alignment/time.h"

namespace {

std::vector<std::string> lines_of(const char* path) {
  std::ifstream file(path);
  if (!file) {
    fmt::print(stderr, "{}: cannot be read\n", path);
    std::exit(2);
  }
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with(";;") || line.find_first_not_of(" \t\r") == std::string::npos) continue;
    for (char& c : line)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    lines.push_back(line);
  }
  return lines;
}

struct Scorer {
  keur::NetworkOptions options;
  keur::NetworkAligner aligner;

  keur::WordNetwork network(const std::string& text) {
    keur::NetworkError error;
    auto parsed = keur::WordNetwork::parse(text, options, error);
    if (!parsed) {
      fmt::print(stderr, "{}\n{}^ {}\n", text, std::string(error.at, ' '), error.message);
      std::exit(2);
    }
    return *std::move(parsed);
  }

  void score(const std::string& id, const std::string& reference, const std::string& output) {
    const keur::EditCounts counts = aligner.count(network(reference), network(output));
    fmt::print("{} {} {} {} {}\n", id, counts.matched, counts.substituted, counts.removed,
               counts.inserted);
  }
};

std::pair<std::string, std::string> id_and_text(const std::string& line) {
  const auto open = line.rfind('('), close = line.rfind(')');
  return {line.substr(open + 1, close - open - 1), line.substr(0, open)};
}

void score_trn(Scorer& scorer, const char* reference, const char* output) {
  std::map<std::string, std::string> texts;
  for (const auto& line : lines_of(reference)) texts.insert(id_and_text(line));
  for (const auto& line : lines_of(output)) {
    const auto [id, text] = id_and_text(line);
    scorer.score(id, texts.at(id), text);
  }
}

keur::Microseconds microseconds(std::string time) {
  const auto point = std::min(time.find('.'), time.size());
  time.resize(point + 7, '0');
  if (time[point] != '.') time[point] = '0';
  time.erase(point, 1);
  return std::stoll(time);
}

struct Channel {
  std::vector<keur::TimedSegment> segments;
  std::vector<std::string> speakers, references;
  std::vector<keur::TimedWord> words;
  std::vector<std::string> texts;  // of the words, as a network writes them
};

void score_stm(Scorer& scorer, const char* reference, const char* output) {
  std::map<std::pair<std::string, std::string>, Channel> channels;
  for (const auto& line : lines_of(reference)) {
    std::istringstream fields(line);
    std::string file, channel, speaker, from, to, text;
    fields >> file >> channel >> speaker >> from >> to >> std::ws;
    std::getline(fields, text);
    if (text.starts_with('<')) text.erase(0, text.find('>') + 1);
    Channel& here = channels[{file, channel}];
    here.segments.push_back({microseconds(from), microseconds(to),
                             text.find("ignore_time_segment_in_scoring") != std::string::npos});
    here.speakers.push_back(speaker);
    here.references.push_back(text);
  }
  std::uint32_t alternations = 0, alternation = 0;
  for (const auto& line : lines_of(output)) {
    std::istringstream fields(line);
    std::string file, channel, from, duration, word;
    fields >> file >> channel >> from >> duration >> word;
    Channel& here = channels[{file, channel}];
    if (word == "<alt_begin>") alternation = ++alternations;
    keur::TimedWord timed{0, 0, {}, alternation};
    if (word == "<alt_begin>") {
      word = "{";
    } else if (word == "<alt>") {
      word = "/";
    } else if (word == "<alt_end>") {
      word = "}";
      alternation = 0;
    } else {
      timed.start = microseconds(from);
      timed.end = timed.start + microseconds(duration);
    }
    here.words.push_back(timed);
    here.texts.push_back(word);
  }
  std::map<std::string, int> utterances;
  for (const auto& [name, channel] : channels) {
    const auto places = keur::words_of_segments(channel.segments, channel.words);
    for (std::size_t at = 0; at < places.size(); ++at) {
      if (places[at].dropped) continue;
      std::string text;
      for (std::size_t word = places[at].begin; word < places[at].end; ++word)
        text += channel.texts[word] + ' ';
      const std::string& speaker = channel.speakers[at];
      scorer.score(fmt::format("{}-{:03}", speaker, utterances[speaker]++), channel.references[at],
                   text);
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view format = count >= 4 ? arguments[1] : "";
  if (format != "trn" && format != "stm") {
    fmt::print(stderr, "usage: align_networks trn|stm REFERENCE OUTPUT [-D] [-F]\n");
    return 2;
  }
  Scorer scorer;
  for (int at = 4; at < count; ++at) {
    scorer.options.optional_words |= std::string_view(arguments[at]) == "-D";
    scorer.options.fragments |= std::string_view(arguments[at]) == "-F";
  }
  (format == "trn" ? score_trn : score_stm)(scorer, arguments[2], arguments[3]);
}
