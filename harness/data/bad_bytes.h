// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "harness/data/format.h"

namespace keur {

// Bytes that are no text: invalid UTF-8, or a NUL. The fault's line counts from the first byte's.
std::optional<Fault> bad_bytes(std::string_view bytes);

}  // namespace keur
