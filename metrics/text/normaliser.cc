// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/normaliser.h"

namespace keur {

const Normaliser* find_normaliser(std::string_view id) {
  for (const Normaliser* candidate : all_normalisers())
    if (candidate->id == id) return candidate;
  return nullptr;
}

}  // namespace keur
