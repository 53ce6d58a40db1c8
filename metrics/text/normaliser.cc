// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/normaliser.h"

#include <stdexcept>

namespace keur {

const Normaliser* find_normaliser(std::string_view id) {
  for (const Normaliser* candidate : all_normalisers())
    if (candidate->id == id) return candidate;
  return nullptr;
}

const Normaliser& normaliser_of(std::string_view id) {
  const Normaliser* found = find_normaliser(id);
  if (found == nullptr) throw std::logic_error("a task without a valid `normalise`");
  return *found;
}

std::vector<std::string_view> normaliser_ids() {
  std::vector<std::string_view> ids;
  for (const Normaliser* normaliser : all_normalisers()) ids.push_back(normaliser->id);
  return ids;
}

}  // namespace keur
