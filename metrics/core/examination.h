// SPDX-License-Identifier: Apache-2.0
// Everything there is to show of one case, for `keur show` and the pages of a report that point at
// cases. Counting never goes through here.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "metrics/core/comparison.h"
#include "metrics/core/finding.h"

namespace keur {

// Words that differ and are held to be the same: bloed druk for bloeddruk.
struct Forgiven {
  WordRange reference, output;  // neither is empty
  bool operator==(const Forgiven&) const = default;
};

// What identifies somebody and stands in the output alone.
struct Disclosure {
  std::string_view kind;  // bsn
  std::string masked;     // bsn #########: never the value itself
};

struct Examination {
  Comparison comparison;
  // All in the order of the text, in the words of the comparison; empty where the family or the
  // settings know no such thing.
  std::vector<CaseFinding> findings;
  std::vector<Forgiven> forgiven;
  std::vector<Disclosure> disclosures;
};

}  // namespace keur
