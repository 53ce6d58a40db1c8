// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/network.h"

#include <utility>

namespace keur {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

// Reads the text once, from left to right. Nodes are where words begin and end; what is appended to
// their lists, and when, decides between equally cheap ways, as in sclite.
class NetworkBuilder {
 public:
  NetworkBuilder(std::string_view text, const NetworkOptions& options, NetworkError& error)
      : text_(text), options_(options), error_(error) {}

  bool build(WordNetwork& network) {
    nodes_.resize(2);
    add_arc({}, 0, 1);
    std::uint32_t end = 1;
    if (!sequence(0, end)) return false;
    if (at_ < text_.size()) return fail(at_, "this brace was never opened");
    return in_order(network);
  }

 private:
  struct Node {
    std::vector<std::uint32_t> in, out;
  };
  struct Ends {
    std::uint32_t from, to;
  };

  bool fail(std::size_t at, const char* message) {
    error_ = {at, message};
    return false;
  }

  std::uint32_t add_node() {
    nodes_.emplace_back();
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }

  void add_arc(WordNetwork::Arc arc, std::uint32_t from, std::uint32_t to) {
    const auto number = static_cast<std::uint32_t>(arcs_.size());
    arcs_.push_back(std::move(arc));
    ends_of_.push_back({from, to});
    nodes_[from].out.push_back(number);
    nodes_[to].in.push_back(number);
  }

  // Words and alternations up to the end of the text, of an alternative or of an alternation.
  // `node`: where it begins and, on return, where it ends.
  bool sequence(std::size_t depth, std::uint32_t& node) {
    for (;;) {
      while (at_ < text_.size() && is_space(text_[at_])) ++at_;
      if (at_ == text_.size() || text_[at_] == '}' || (depth > 0 && text_[at_] == '/')) return true;
      if (!(text_[at_] == '{' ? alternation(depth, node) : word(depth, node))) return false;
    }
  }

  bool alternation(std::size_t depth, std::uint32_t& node) {
    const std::size_t opened = at_;
    if (depth == WordNetwork::deepest) return fail(opened, "braces are nested too deep");
    const std::uint32_t to = add_node();
    do {
      const std::size_t alternative = at_++;
      std::uint32_t end = node;
      if (!sequence(depth + 1, end)) return false;
      if (at_ == text_.size()) return fail(opened, "this brace is never closed");
      if (end == node) return fail(alternative, "an alternative has no words; write @ for none");
      for (const std::uint32_t arc : nodes_[end].in) {
        ends_of_[arc].to = to;
        nodes_[to].in.push_back(arc);
      }
      if (nodes_[to].in.size() > WordNetwork::most_predecessors)
        return fail(opened, "too many alternatives");
    } while (text_[at_] == '/');
    ++at_;
    node = to;
    return true;
  }

  bool word(std::size_t depth, std::uint32_t& node) {
    const std::size_t begin = at_;
    WordNetwork::Arc arc;
    bool in_tags = false, escaped_first = false, escaped_last = false;
    for (; at_ < text_.size() && !is_space(text_[at_]); ++at_) {
      char c = text_[at_];
      if (c == '}' || (c == '/' && depth > 0)) break;
      if (c == '{') return fail(at_, "a brace within a word; write \\{");
      const bool escaped = c == '\\';
      if (escaped) {
        if (++at_ == text_.size()) return fail(at_ - 1, "a backslash with nothing after it");
        c = text_[at_];
      } else if (c == ';' && options_.tags) {
        in_tags = true;
      }
      if (in_tags) continue;
      if (arc.word.empty()) escaped_first = escaped;
      escaped_last = escaped;
      arc.word += c;
    }
    if (arc.word.empty()) return fail(begin, "tags without a word; write \\; for a semicolon");

    if (arc.word.size() > 1 && arc.word.back() == '*' && !escaped_last) arc.word.pop_back();
    arc.null = arc.word == "@" && !escaped_first;
    const std::string& value = arc.word;
    if (options_.optional_words && value.size() > 2 && value.front() == '(' &&
        value.back() == ')' && !escaped_first && !escaped_last) {
      arc.optional = true;
      arc.word = value.substr(1, value.size() - 2);
    }
    // As in sclite, what an optional word begins with makes it no fragment.
    if (options_.fragments)
      arc.fragment = (arc.word.back() == '-' && !escaped_last) ||
                     (!arc.optional && arc.word.front() == '-' && !escaped_first);
    const std::uint32_t to = add_node();
    add_arc(std::move(arc), node, to);
    node = to;
    return true;
  }

  // Breadth first, but a node only after all words that end there.
  bool in_order(WordNetwork& network) {
    std::vector<std::uint32_t> number_of(arcs_.size());
    std::vector<std::size_t> waiting_for(nodes_.size());
    for (std::size_t node = 0; node < nodes_.size(); ++node)
      waiting_for[node] = nodes_[node].in.size();
    std::vector<std::uint32_t> queue{0}, order;
    for (std::size_t next = 0; next < queue.size(); ++next)
      for (const std::uint32_t arc : nodes_[queue[next]].out) {
        number_of[arc] = static_cast<std::uint32_t>(order.size());
        order.push_back(arc);
        const std::uint32_t to = ends_of_[arc].to;
        if (--waiting_for[to] == 0) queue.push_back(to);
      }
    for (const std::uint32_t arc : order) {
      network.arcs_.push_back(std::move(arcs_[arc]));
      for (const std::uint32_t before : nodes_[ends_of_[arc].from].in)
        network.arcs_.back().predecessors.push_back(number_of[before]);
    }
    for (const std::uint32_t arc : nodes_[queue.back()].in) network.ends_.push_back(number_of[arc]);
    for (std::uint32_t node = 1; !nodes_[node].out.empty();) {
      const std::uint32_t arc = nodes_[node].out.front();
      network.first_reading_.push_back(number_of[arc]);
      node = ends_of_[arc].to;
    }
    return true;
  }

  std::string_view text_;
  const NetworkOptions& options_;
  NetworkError& error_;
  std::size_t at_ = 0;
  std::vector<Node> nodes_;
  std::vector<WordNetwork::Arc> arcs_;
  std::vector<Ends> ends_of_;
};

std::optional<WordNetwork> WordNetwork::parse(std::string_view text, const NetworkOptions& options,
                                              NetworkError& error) {
  WordNetwork network;
  if (!NetworkBuilder(text, options, error).build(network)) return std::nullopt;
  return network;
}

bool same_word(const WordNetwork::Arc& one, const WordNetwork::Arc& other) {
  if (one.fragment || other.fragment)
    for (const auto& [fragment, whole] : {std::pair(&one, &other), std::pair(&other, &one)}) {
      const std::string_view part = fragment->word, word = whole->word;
      if (part.size() < 2) continue;
      if (part.front() == '-') return word.ends_with(part.substr(1));
      if (part.back() == '-') return word.starts_with(part.substr(0, part.size() - 1));
    }
  return one.word == other.word;
}

}  // namespace keur
