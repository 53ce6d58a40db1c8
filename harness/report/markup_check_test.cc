// SPDX-License-Identifier: Apache-2.0
#include "harness/report/markup_check_test.h"

#include <algorithm>
#include <set>
#include <vector>

#include "tests/catch.h"

namespace keur {
namespace {

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

// A new element or attribute is added here after asking what it can load or run.
constexpr std::string_view harmless_elements[] = {
    "html",  "head",    "meta",   "title",  "style",      "body",    "header", "nav",
    "main",  "section", "h1",     "h2",     "h3",         "p",       "a",      "b",
    "i",     "br",      "small",  "strong", "span",       "div",     "dl",     "dt",
    "dd",    "ul",      "li",     "code",   "pre",        "del",     "ins",    "table",
    "thead", "tbody",   "tr",     "th",     "td",         "svg",     "path",   "rect",
    "text",  "desc",    "circle", "figure", "figcaption", "details", "summary"};
constexpr std::string_view harmless_attributes[] = {"lang",
                                                    "charset",
                                                    "http-equiv",
                                                    "content",
                                                    "name",
                                                    "class",
                                                    "id",
                                                    "href",
                                                    "role",
                                                    "tabindex",
                                                    "scope",
                                                    "align",
                                                    "colspan",
                                                    "cellpadding",
                                                    "open",
                                                    "aria-label",
                                                    "aria-labelledby",
                                                    "viewBox",
                                                    "width",
                                                    "height",
                                                    "x",
                                                    "y",
                                                    "d",
                                                    "cx",
                                                    "cy",
                                                    "r",
                                                    "fill",
                                                    "stroke",
                                                    "stroke-width",
                                                    "stroke-dasharray",
                                                    "stroke-linejoin",
                                                    "paint-order",
                                                    "text-anchor",
                                                    "font-size",
                                                    "font-weight",
                                                    "font-family"};

template <std::size_t size>
bool holds(const std::string_view (&list)[size], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

class Check {
 public:
  Check(std::string_view page, Markup kind) : rest_(page), kind_(kind) {}

  std::string run() {
    if (eat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") != (kind_ == Markup::xml))
      return "prolog";
    if (eat("<!DOCTYPE html>\n") != (kind_ == Markup::html)) return "doctype";
    while (!rest_.empty() && problem_.empty()) {
      if (rest_.front() == '<')
        tag();
      else
        text(rest_.substr(0, rest_.find('<')));
    }
    if (problem_.empty() && !open_.empty()) problem_ = "never closed: " + open_.back();
    return problem_;
  }

 private:
  bool eat(std::string_view start) {
    if (!rest_.starts_with(start)) return false;
    rest_.remove_prefix(start.size());
    return true;
  }

  std::string word() {
    std::size_t length = 0;
    while (length < rest_.size() && is_name(rest_[length])) ++length;
    std::string found(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return found;
  }

  void characters(std::string_view content) {
    for (std::size_t at = 0; at < content.size(); ++at) {
      const char c = content[at];
      if (c == '<' || c == '>') problem_ = "bare bracket in: " + std::string(content);
      if ((c >= 0 && c < ' ' && c != '\n') || c == '\x7F') problem_ = "control character";
      if (c != '&') continue;
      const auto reference = content.substr(at, content.find(';', at) - at + 1);
      const std::string_view known[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
      if (!holds(known, reference)) problem_ = "unknown reference in: " + std::string(content);
    }
  }

  void text(std::string_view content) {
    // A style sheet has > and quotes of its own.
    if (open_.empty() || open_.back() != "style") characters(content);
    rest_.remove_prefix(content.size());
  }

  void tag() {
    rest_.remove_prefix(1);
    if (eat("/")) {
      const std::string name = word();
      if (open_.empty() || open_.back() != name)
        problem_ = "closed out of order: " + name;
      else
        open_.pop_back();
      if (!eat(">")) problem_ = "closing tag " + name;
      return;
    }
    const std::string name = word();
    if (name.empty()) problem_ = "tag without a name";
    if (kind_ == Markup::html && !holds(harmless_elements, name)) problem_ = "element " + name;
    std::set<std::string> attributes;
    while (problem_.empty() && eat(" ")) {
      const std::string attribute = word();
      if (kind_ == Markup::html && !holds(harmless_attributes, attribute))
        problem_ = "attribute " + attribute;
      if (!attributes.insert(attribute).second) problem_ = "given twice: " + attribute;
      if (attribute == "open") continue;
      if (!eat("=\"")) problem_ = "attribute without quotes in " + name;
      const auto end = std::min(rest_.find('"'), rest_.size());
      const std::string_view value = rest_.substr(0, end);
      characters(value);
      if (attribute == "id" && !ids_.emplace(value).second) problem_ = "id used twice";
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
    }
    const bool closed = eat("/");
    if (!eat(">")) problem_ = "tag " + name;
    const bool leaf = name == "meta" || name == "br";
    if (!closed && !(kind_ == Markup::html && leaf)) open_.push_back(name);
  }

  std::string_view rest_;
  Markup kind_;
  std::vector<std::string> open_;
  std::set<std::string> ids_;
  std::string problem_;
};

}  // namespace

std::string markup_problem(std::string_view page, Markup kind) { return Check(page, kind).run(); }

TEST_CASE("the checker finds what it should") {
  const std::string start = "<!DOCTYPE html>\n";
  CHECK(markup_problem(start + "<p class=\"a\">x &amp; y<br></p>", Markup::html) == "");
  for (const char* bad : {"<p>", "</p>", "<p><b></p></b>", "<p>&nbsp;</p>", "<p>a > b</p>",
                          "<p id=\"a\"></p><p id=\"a\"></p>", "<p id=a></p>", "<p>\x01</p>",
                          "<p x=\"1\" x=\"2\"></p>", "<p>&amp</p>", "<script></script>",
                          "<p onclick=\"a\"></p>", "<p style=\"a\"></p>"})
    CHECK(markup_problem(start + bad, Markup::html) != "");
}

}  // namespace keur
