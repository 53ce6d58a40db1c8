// SPDX-License-Identifier: Apache-2.0
// Text in which a stretch may read in several ways, written as for sclite (NIST SCTK).
//
//   { a / b c / @ }  one of these; @ stands for no word. They may be nested.
//   (word)           may be missing: it counts as correct then. Only with `optional_words` (sclite
//                    -D), else the parentheses are letters like others.
//   fi-  -lk         matches every word that begins, or ends, so. Only with `fragments` (sclite
//   -F). word;tag;tag     only what stands before the first ; is compared. Only with `tags`. word*
//   the star is dropped
//   \;               a backslash makes the next character a letter (sclite: of ; alone)
//
// Words stand between white space; a { or } within a word, and a / within braces, need a backslash.
// Bytes are compared as they are: case and normal form are the caller's business.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keur {

struct NetworkOptions {
  bool optional_words = false;
  bool fragments = false;
  bool tags = true;
};

struct NetworkError {
  std::size_t at = 0;   // byte of the text
  std::string message;  // lower case, no full stop
};

// Words are arcs, in the order of sclite's in-order traversal: an arc comes after all that can
// precede it. Arc 0 carries no word and precedes all others.
class WordNetwork {
 public:
  struct Arc {
    std::string word;  // as compared: without tags, parentheses, backslashes
    bool null = false;
    bool optional = false;
    bool fragment = false;
    std::vector<std::uint32_t> predecessors;  // in the order in which they are written
  };
  static constexpr std::size_t deepest = 100;            // braces within braces
  static constexpr std::size_t most_predecessors = 255;  // words that may end at one place

  // std::nullopt, and `error` says why, for: a brace without its other one or within a word; an
  // alternative without words; tags without a word; a backslash at the end; the two limits above.
  static std::optional<WordNetwork> parse(std::string_view text, const NetworkOptions& options,
                                          NetworkError& error);

  const std::vector<Arc>& arcs() const { return arcs_; }
  // Those after which the text may end; at least one.
  const std::vector<std::uint32_t>& ends() const { return ends_; }
  // The arcs passed where the first alternative is always taken, without arc 0.
  const std::vector<std::uint32_t>& first_reading() const { return first_reading_; }

 private:
  friend class NetworkBuilder;
  std::vector<Arc> arcs_;
  std::vector<std::uint32_t> ends_, first_reading_;
};

// Whether a word stands for another: they are equal, or one is a fragment of the other.
bool same_word(const WordNetwork::Arc& one, const WordNetwork::Arc& other);

}  // namespace keur
