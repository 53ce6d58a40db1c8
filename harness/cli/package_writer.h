// SPDX-License-Identifier: Apache-2.0
// The package a run leaves behind: views of the report, the suite, and the signature over them all.
#pragma once
#include <optional>
#include <string>

#include "harness/cli/report_directory.h"
#include "harness/report/predicate.h"
#include "harness/run/prepare.h"
#include "harness/seal/private_key.h"

namespace keur {

// Everything but the ledger, which is there already, into the staging directory; then the seal.
// nullopt: done, not yet published. Otherwise why it could not be sealed.
std::optional<std::string> write_package(const ReportDirectory& directory, const Report& report,
                                         const Prepared& prepared, const Occasion& occasion,
                                         const PrivateKey& key);

}  // namespace keur
