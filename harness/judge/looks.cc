// SPDX-License-Identifier: Apache-2.0
#include "harness/judge/looks.h"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

#include "metrics/estimate/sequential.h"

namespace keur {

double confidence_at_look(const Suite& suite) {
  if (!suite.looks) return suite.confidence;
  std::vector<double> information;
  for (int look = 1; look <= suite.looks->planned; ++look)
    information.push_back(static_cast<double>(look) / suite.looks->planned);
  const auto critical =
      boundaries(suite.looks->pocock ? Boundary::pocock : Boundary::obrien_fleming, information,
                 1 - suite.confidence);
  if (!critical) throw std::logic_error("looks that read_suite should have refused");
  const double z = (*critical)[static_cast<std::size_t>(suite.looks->current) - 1];
  return std::erf(z / std::sqrt(2.0));
}

std::string looks_in_words(const Suite& suite) {
  if (!suite.looks) return {};
  return fmt::format("look {} of {}, {}, {:.6g}% over all looks", suite.looks->current,
                     suite.looks->planned, suite.looks->pocock ? "Pocock" : "O'Brien-Fleming",
                     100 * suite.confidence);
}

}  // namespace keur
