// SPDX-License-Identifier: Apache-2.0
#include "tests/coverage/design.h"

#include <algorithm>
#include <boost/random/binomial_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <random>

namespace keur {
namespace {

using Engine = std::mt19937_64;

double words_of(Sizes sizes, int speaker, int speakers, Engine& engine) {
  switch (sizes) {
    case Sizes::alike:
      return words_a_speaker;
    case Sizes::uneven: {
      constexpr double spread = 0.8, fewest = 15;
      boost::random::normal_distribution<double> log_size(-spread * spread / 2, spread);
      return std::max(fewest, std::round(words_a_speaker * std::exp(log_size(engine))));
    }
    case Sizes::one_large:
      return speaker == 0 ? words_a_speaker * (speakers - 1) : words_a_speaker;
  }
  return words_a_speaker;
}

}  // namespace

std::vector<Speaker> study(const Design& design, int speakers, std::uint64_t number) {
  Engine engine(number);
  constexpr double shape = 1 / (between_speakers * between_speakers);
  boost::random::gamma_distribution<double> rate(shape, design.rate / shape);
  std::vector<Speaker> result;
  for (int i = 0; i < speakers; ++i) {
    const double words = words_of(design.sizes, i, speakers, engine);
    boost::random::binomial_distribution<int, double> errors(static_cast<int>(words),
                                                             std::min(1.0, rate(engine)));
    result.push_back({static_cast<double>(errors(engine)), words});
  }
  return result;
}

}  // namespace keur
