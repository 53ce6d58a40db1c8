// SPDX-License-Identifier: Apache-2.0
// PEM (RFC 7468) holding one thing and nothing around it: a second key in the file would be a key
// that one program uses and another never sees.
#pragma once
#include <string>
#include <string_view>

#include "harness/seal/refusal.h"
#include "harness/seal/secret.h"

namespace keur {

struct PemBlock {
  std::string label;  // PUBLIC KEY
  Secret content;     // DER
};

// E_KEY, without a file name, unless the text is one block, with white space at its ends at most
// and without headers.
Checked<PemBlock> read_pem(std::string_view text);

std::string write_pem(std::string_view label, std::string_view content);

}  // namespace keur
