// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/strict_json.h"

#include <fmt/format.h>

#include <iterator>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "harness/seal/escape.h"
#include "metrics/core/utf8.h"

namespace keur {
namespace {

using Json = nlohmann::ordered_json;

// Lets the parser read and tells how far it came; its own callbacks do not say where they are.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_, ++*count_;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  std::size_t* count_;
};

// Builds the document from the parser's events and stops it at the first one that is not allowed.
class Builder final : public Json::json_sax_t {
 public:
  Builder(std::size_t depth, const std::size_t& read) : depth_(depth), read_(read) {}

  Json root;
  std::optional<Refusal> refusal;

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return refuse("binary data"); }

  bool number_integer(number_integer_t value) override {
    return value < -largest_json_integer ? refuse("an integer below -(2^53 - 1)") : add(value);
  }
  bool number_unsigned(number_unsigned_t value) override {
    return value > static_cast<number_unsigned_t>(largest_json_integer)
               ? refuse("an integer above 2^53 - 1")
               : add(value);
  }
  bool number_float(number_float_t value, const string_t& text) override {
    // The parser turns an integer that fits no 64-bit type into a double.
    const bool integer = text.find_first_of(".eE") == text.npos;
    return integer ? refuse("an integer beyond 2^53 - 1") : add(value);
  }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (!open_.back().keys.insert(name).second)
      return refuse(fmt::format("the key \"{}\" a second time", escape_untrusted(name)));
    open_.back().key = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    constexpr int out_of_range = 406;  // nlohmann's number for 1e400
    refuse_at(position - 1,
              error.id == out_of_range ? "a number that no double holds" : "a syntax error");
    return false;
  }

 private:
  // A container that is not closed yet. The pointer stays valid: its parent gets no further
  // element before it is closed.
  struct Open {
    Json* value;
    std::string key;
    std::unordered_set<std::string> keys;
  };

  void refuse_at(std::size_t offset, std::string_view what) {
    refusal = Refusal{RefusalCode::json, "",
                      fmt::format("is not acceptable JSON: {} at byte offset {}", what, offset)};
  }
  bool refuse(std::string_view what) {
    refuse_at(read_ - 1, what);
    return false;
  }

  Json* place(Json value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    Open& parent = open_.back();
    if (parent.value->is_array())
      return &parent.value->get_ref<Json::array_t&>().emplace_back(std::move(value));
    // Not operator[]: it searches all members, which makes an object of n members cost n^2.
    auto& members = parent.value->get_ref<Json::object_t&>();
    return &members.emplace_back(std::move(parent.key), std::move(value)).second;
  }
  bool add(Json value) {
    place(std::move(value));
    return true;
  }
  bool open(Json value) {
    if (open_.size() == depth_) return refuse(fmt::format("more than {} levels", depth_));
    open_.push_back({place(std::move(value)), {}, {}});
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::size_t depth_;
  const std::size_t& read_;
  std::vector<Open> open_;
};

// What has to be known before the parser sees the bytes: it skips a byte order mark, and takes a
// NUL for the end of the document and does not look behind it.
std::optional<Refusal> unreadable(std::string_view bytes, std::size_t cap) {
  const auto refuse = [](std::string_view what, std::size_t offset) {
    return Refusal{RefusalCode::json, "",
                   fmt::format("is not acceptable JSON: {} at byte offset {}", what, offset)};
  };
  if (bytes.size() > cap)
    return Refusal{RefusalCode::size, "", fmt::format("is larger than {} bytes", cap)};
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return refuse("a byte order mark", 0);
  if (const auto nul = bytes.find('\0'); nul != bytes.npos) return refuse("a NUL byte", nul);
  if (const auto offset = first_invalid_utf8(bytes))
    return refuse("a byte that is not UTF-8", *offset);
  return std::nullopt;
}

}  // namespace

Checked<Json> read_strict_json(std::string_view bytes, JsonLimits limits) {
  if (auto refusal = unreadable(bytes, limits.bytes)) return *refusal;
  std::size_t read = 0;
  Builder builder(limits.depth, read);
  const bool whole =
      Json::sax_parse(CountingIterator(bytes.data(), &read),
                      CountingIterator(bytes.data() + bytes.size(), &read), &builder);
  if (builder.refusal) return *builder.refusal;
  if (!whole) return Refusal{RefusalCode::json, "", "is not acceptable JSON"};
  return std::move(builder.root);
}

}  // namespace keur
