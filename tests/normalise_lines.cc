// SPDX-License-Identifier: Apache-2.0
// Texts in, normalised texts out, a line each, for comparing normalisers with other programs:
//   normalise_lines NORMALISER <TEXTS
#include <fmt/format.h>

#include <iostream>
#include <string>

#include "metrics/text/normaliser.h"

int main(int count, char** arguments) {
  const keur::Normaliser* normaliser = count == 2 ? keur::find_normaliser(arguments[1]) : nullptr;
  if (!normaliser) {
    fmt::print(stderr, "usage: normalise_lines NORMALISER <TEXTS\n");
    return 2;
  }
  std::string normalised;
  for (std::string line; std::getline(std::cin, line);) {
    normaliser->normalise(line, normalised);
    fmt::print("{}\n", normalised);
  }
}
