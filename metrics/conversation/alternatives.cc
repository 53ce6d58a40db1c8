// SPDX-License-Identifier: Apache-2.0
#include "metrics/conversation/alternatives.h"

#include <algorithm>
#include <map>

#include "metrics/alignment/assignment.h"
#include "metrics/alignment/network_aligner.h"
#include "metrics/conversation/conversation.h"
#include "metrics/text/tokens.h"

namespace keur::conversation {
namespace {

constexpr std::string_view marks = "{}/;\\@*";

// Words as the network reads them: none of their letters is a mark.
void append_words(std::string& out, std::string_view words) {
  for (const char c : words) {
    if (marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  if (!words.empty()) out += ' ';
}

// A text with marks, every stretch between them normalised.
class MarkedText {
 public:
  MarkedText(std::string_view text, const Normaliser& normaliser)
      : text_(text), normaliser_(normaliser) {}

  std::string normalised() {
    NetworkError error;
    if (!WordNetwork::parse(text_, {}, error)) {
      stretch_ = text_;
      end_stretch();
      return std::move(out_);
    }
    std::vector<bool> filled;  // of each open brace: whether the alternative says something
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '{') {
        end_stretch(filled);
        out_ += "{ ";
        filled.push_back(false);
      } else if (c == '}' || (c == '/' && !filled.empty())) {
        end_stretch(filled);
        if (!filled.back()) out_ += "@ ";
        out_ += c;
        out_ += ' ';
        filled.back() = false;
        if (c == '}') filled.pop_back();
        if (c == '}' && !filled.empty()) filled.back() = true;
      } else if (c != ' ' && (c < '\t' || c > '\r')) {
        take_word(!filled.empty());
        continue;
      }
      ++at_;
    }
    end_stretch();
    return std::move(out_);
  }

 private:
  // Adds the word that begins here, without its tags, star and backslashes, to the stretch. @ says
  // nothing.
  void take_word(bool in_braces) {
    const std::size_t before = stretch_.size();
    bool in_tags = false, escaped = false, any_escaped = false;
    for (; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      if (c == ' ' || (c >= '\t' && c <= '\r') || c == '}' || (c == '/' && in_braces)) break;
      escaped = c == '\\';
      any_escaped = any_escaped || escaped;
      if (escaped)
        c = text_[++at_];
      else if (c == ';')
        in_tags = true;
      if (!in_tags) stretch_ += c;
    }
    if (stretch_.size() > before + 1 && stretch_.back() == '*' && !escaped) stretch_.pop_back();
    if (std::string_view(stretch_).substr(before) == "@" && !any_escaped) stretch_.pop_back();
    stretch_ += ' ';
  }

  bool end_stretch() {
    normaliser_.normalise(stretch_, words_);
    stretch_.clear();
    append_words(out_, words_);
    return !words_.empty();
  }
  void end_stretch(std::vector<bool>& filled) {
    if (end_stretch() && !filled.empty()) filled.back() = true;
  }

  std::string_view text_;
  const Normaliser& normaliser_;
  std::size_t at_ = 0;
  std::string stretch_, words_, out_;
};

WordNetwork network_of(const std::string& text) {
  NetworkError error;
  auto network = WordNetwork::parse(text, {}, error);
  // Only braces nested too deep or too many alternatives, which the turn by itself has not.
  return network ? std::move(*network) : WordNetwork();
}

// All turns of a speaker as one network, and of which turn each of its arcs is.
struct Speaker {
  WordNetwork network;
  std::vector<std::size_t> turn_of;  // arc 0 belongs to none
};

std::vector<Speaker> speakers_of(std::span<const Turn> turns, std::span<const std::string> marked) {
  std::map<std::string_view, std::size_t> numbers;
  std::vector<std::string> texts;
  std::vector<Speaker> speakers;
  for (std::size_t turn = 0; turn < turns.size(); ++turn) {
    const auto [found, fresh] = numbers.emplace(speaker_of(turns[turn]), speakers.size());
    if (fresh) {
      texts.emplace_back();
      speakers.push_back({{}, {0}});
    }
    texts[found->second] += marked[turn];
    // All ways meet between two turns, so the arcs of a turn follow those of the one before.
    speakers[found->second].turn_of.resize(
        speakers[found->second].turn_of.size() + network_of(marked[turn]).arcs().size() - 1, turn);
  }
  for (std::size_t i = 0; i < speakers.size(); ++i) speakers[i].network = network_of(texts[i]);
  return speakers;
}

void add_word(const Speaker& speaker, std::uint32_t arc, std::vector<std::string>& texts) {
  if (arc == NetworkStep::none || speaker.network.arcs()[arc].null) return;
  std::string& text = texts[speaker.turn_of[arc]];
  text += (text.empty() ? "" : " ") + speaker.network.arcs()[arc].word;
}

}  // namespace

Readings choose_readings(std::span<const Turn> reference, std::span<const Turn> output,
                         const Normaliser& normaliser) {
  const auto marked = [&normaliser](std::span<const Turn> turns) {
    std::vector<std::string> texts;
    for (const Turn& turn : turns) texts.push_back(MarkedText(turn.text, normaliser).normalised());
    return texts;
  };
  std::vector<Speaker> left = speakers_of(reference, marked(reference)),
                       right = speakers_of(output, marked(output));
  // Whoever is left over is compared with nobody.
  const std::size_t size = std::max(left.size(), right.size());
  for (std::vector<Speaker>* side : {&left, &right})
    while (side->size() < size) side->push_back({network_of(""), {0}});

  NetworkAligner aligner;
  std::vector<std::vector<std::int64_t>> costs(size, std::vector<std::int64_t>(size));
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j)
      costs[i][j] = aligner.count(left[i].network, right[j].network).errors();
  const std::vector<std::size_t> other_of = least_cost_assignment(costs);

  Readings readings{std::vector<std::string>(reference.size()),
                    std::vector<std::string>(output.size())};
  for (std::size_t i = 0; i < size; ++i)
    for (const NetworkStep& step : aligner.trace(left[i].network, right[other_of[i]].network)) {
      add_word(left[i], step.reference_arc, readings.reference);
      add_word(right[other_of[i]], step.output_arc, readings.output);
    }
  return readings;
}

}  // namespace keur::conversation
