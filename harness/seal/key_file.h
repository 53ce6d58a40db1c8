// SPDX-License-Identifier: Apache-2.0
// Keys on disk: NAME.key.pem, for its owner's eyes only, and NAME.pub.pem, for everybody.
#pragma once
#include <filesystem>
#include <optional>

#include "harness/seal/private_key.h"

namespace keur {

// Links are followed, then the file itself is judged: regular, owned by this user or by root, no
// permission for anyone else (as ssh demands), at most 64 KiB, exactly one key. E_FILE, E_SIZE or
// E_KEY otherwise, with the command that mends it where there is one.
Checked<PrivateKey> read_private_key(const std::filesystem::path& path);

// Writes NAME.key.pem with mode 0600 and NAME.pub.pem with mode 0644. Neither is overwritten, and
// when one cannot be written the other is not left behind. nullopt: both are there.
std::optional<Refusal> write_key_pair(const std::filesystem::path& name, const PrivateKey& key);

}  // namespace keur
