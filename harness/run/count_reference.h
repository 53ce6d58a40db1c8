// SPDX-License-Identifier: Apache-2.0
// The reference data alone, before there is any output: who is in it, and how much of what a metric
// divides by.
#pragma once
#include "harness/run/ledger.h"
#include "harness/suite/suite.h"

namespace keur {

// Every case counted against an empty output. Only the denominators of that mean something, and only
// of metrics that divide by what is in the reference. nullopt after any problem, as of count();
// cases that are there twice are left to it.
std::optional<Ledger> count_reference(const Suite& suite, const Task& task, Diagnostics& problems);

}  // namespace keur
