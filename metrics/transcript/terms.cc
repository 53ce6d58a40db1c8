// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/terms.h"

#include <algorithm>
#include <map>

#include "metrics/text/tokens.h"

namespace keur::transcript {
namespace {

std::string spaced(Words words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

}  // namespace

TermFinder::TermFinder(const TermList& list, const Normaliser& normaliser) : list_(list) {
  std::string text;
  std::vector<std::string_view> words;
  for (std::size_t number = 0; number < list_.concepts.size(); ++number)
    for (const std::string& term : list_.concepts[number].terms) {
      normaliser.normalise(term, text);
      split(text, words);
      if (words.empty()) continue;
      const std::string letters = joined(words);
      most_words_ = std::max(most_words_, words.size());
      most_letters_ = std::max(most_letters_, letters.size());
      Known& known = terms_.try_emplace(letters, Known{number, {}, true}).first->second;
      if (known.concept_number != number) continue;
      known.spellings.push_back(text);
      known.joinable = known.joinable && (words.size() == 1 || may_join(words));
    }
}

bool TermFinder::spelt(const Known& known, Words words) const {
  const std::string text = spaced(words);
  if (std::find(known.spellings.begin(), known.spellings.end(), text) != known.spellings.end())
    return true;
  return known.joinable && words.size() <= longest_compound &&
         (words.size() == 1 || may_join(words));
}

std::vector<Occurrence> TermFinder::find(Words words) const {
  std::vector<Occurrence> found;
  for (std::size_t first = 0; first < words.size();) {
    std::size_t last = first;
    std::size_t number = 0;
    std::string letters;
    for (std::size_t end = first + 1; end <= words.size() && end - first <= most_words_; ++end) {
      letters += joined(words.subspan(end - 1, 1));
      if (letters.size() > most_letters_) break;
      const auto known = terms_.find(letters);
      if (known == terms_.end() || !spelt(known->second, words.subspan(first, end - first)))
        continue;
      last = end;
      number = known->second.concept_number;
    }
    if (last > first) found.push_back({number, list_.concepts[number].type, {first, last}});
    first = std::max(last, first + 1);
  }
  return found;
}

std::vector<Hit> aligned_hits(const std::vector<Occurrence>& reference,
                              const std::vector<Occurrence>& output, const Layout& layout) {
  std::vector<Hit> hits;
  std::size_t from = 0;  // occurrences of the output before it lie before the reference's
  for (std::size_t i = 0; i < reference.size(); ++i)
    for (std::size_t j = from; j < output.size(); ++j) {
      if (output[j].concept_number != reference[i].concept_number ||
          !layout.meet(reference[i].words, output[j].words))
        continue;
      hits.push_back({i, j});
      from = j + 1;
      break;
    }
  return hits;
}

TermCounts count_terms(const std::vector<Occurrence>& reference,
                       const std::vector<Occurrence>& output, const std::vector<Hit>& hits,
                       const Layout& layout) {
  TermCounts counts;
  counts.reference = static_cast<std::int64_t>(reference.size());
  counts.output = static_cast<std::int64_t>(output.size());
  counts.hits = static_cast<std::int64_t>(hits.size());

  std::map<std::size_t, std::pair<std::int64_t, std::int64_t>> bag;
  for (const Occurrence& one : reference) ++bag[one.concept_number].first;
  for (const Occurrence& one : output) ++bag[one.concept_number].second;
  for (const auto& [number, both] : bag) counts.bag_hits += std::min(both.first, both.second);

  std::vector<bool> hit(reference.size()), used(output.size());
  for (const Hit& one : hits) hit[one.reference] = used[one.output] = true;
  std::vector<bool> lexical(layout.columns);  // places of the ruler with a concept's word
  for (std::size_t i = 0; i < reference.size(); ++i) {
    const WordRange& range = reference[i].words;
    counts.reference_words += static_cast<std::int64_t>(range.size());
    for (std::size_t word = range.first; word < range.last; ++word) {
      lexical[layout.reference_column[word]] = true;
      if (!hit[i] && !layout.segments[layout.reference_segment[word]].same) ++counts.words_wrong;
    }
  }
  for (std::size_t j = 0; j < output.size(); ++j)
    for (std::size_t word = output[j].words.first; word < output[j].words.last; ++word)
      if (!used[j] && !layout.segments[layout.output_segment[word]].same &&
          !lexical[layout.output_column[word]])
        ++counts.words_wrong;
  return counts;
}

}  // namespace keur::transcript
