// SPDX-License-Identifier: Apache-2.0
#include "metrics/alignment/segments.h"

#include <algorithm>

namespace keur {
namespace {

class Walk {
 public:
  using Steps = std::span<const NetworkStep>;

  Walk(Steps first, Steps second, std::size_t boundary)
      : first_{first}, second_{second}, boundary_(boundary) {}

  std::vector<SegmentErrors> segments() {
    for (;;) {
      if (skip_to_reference(first_)) state_ = State::error;
      if (skip_to_reference(second_)) state_ = State::error;
      if (first_.done() && second_.done()) break;
      // Different arcs: the earlier one is a word that the other output does not have.
      const std::uint32_t arc = std::min(first_.arc(), second_.arc());
      const bool both = first_.arc() == second_.arc();
      visit(both && first_.right() && second_.right());
      if (first_.arc() == arc) ++first_.at;
      if (second_.arc() == arc) ++second_.at;
    }
    if (state_ != State::right) emit();
    return result_;
  }

 private:
  enum class State { right, error, good };
  struct Side {
    Steps steps;
    std::size_t at = 0;         // the step looked at
    std::size_t last_good = 0;  // the last one that both have right before an error
    bool done() const { return at == steps.size(); }
    std::uint32_t arc() const { return done() ? NetworkStep::none : steps[at].reference_arc; }
    bool right() const { return steps[at].edit == Edit::match; }
  };

  // Whether an output word was skipped that should not be there.
  static bool skip_to_reference(Side& side) {
    bool wrong = false;
    for (; !side.done() && side.arc() == NetworkStep::none; ++side.at) wrong |= !side.right();
    return wrong;
  }

  void visit(bool good) {
    if (!good) {
      state_ = State::error;
      return;
    }
    if (state_ == State::right) {
      remember();
      return;
    }
    good_ = state_ == State::error ? 1 : good_ + 1;
    state_ = State::good;
    if (good_ < boundary_) return;
    ++first_.at, ++second_.at;
    emit();
    --first_.at, --second_.at;
    remember();
    state_ = State::right;
  }

  void remember() {
    first_.last_good = first_.at;
    second_.last_good = second_.at;
  }

  // Up to before the steps looked at.
  void emit() {
    const auto errors = [this](const Side& side) {
      const std::size_t begin = side.last_good - std::min(side.last_good, boundary_ - 1);
      const Steps steps = side.steps.subspan(begin, side.at - begin);
      return static_cast<long>(
          std::count_if(steps.begin(), steps.end(),
                        [](const NetworkStep& step) { return step.edit != Edit::match; }));
    };
    const SegmentErrors segment{errors(first_), errors(second_)};
    if (segment.first > 0 || segment.second > 0) result_.push_back(segment);
  }

  Side first_, second_;
  std::size_t boundary_, good_ = 0;
  State state_ = State::right;
  std::vector<SegmentErrors> result_;
};

std::vector<NetworkStep> steps_of(std::span<const Edit> trace) {
  std::vector<NetworkStep> steps;
  std::uint32_t word = 0;
  for (const Edit edit : trace)
    steps.push_back({edit, edit == Edit::insert ? NetworkStep::none : word++, 0});
  return steps;
}

}  // namespace

std::vector<SegmentErrors> error_segments(std::span<const NetworkStep> first,
                                          std::span<const NetworkStep> second,
                                          std::size_t boundary) {
  return Walk(first, second, boundary).segments();
}

std::vector<SegmentErrors> error_segments(std::span<const Edit> first, std::span<const Edit> second,
                                          std::size_t boundary) {
  return error_segments(steps_of(first), steps_of(second), boundary);
}

}  // namespace keur
