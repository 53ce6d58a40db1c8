// SPDX-License-Identifier: Apache-2.0
// A file that a command writes besides a package.
#pragma once
#include <optional>
#include <string>

namespace keur {

// The file appears whole or not at all; only `force` replaces one that is there. nullopt: done;
// otherwise why not.
std::optional<std::string> write_whole(const std::string& path, const std::string& bytes,
                                       bool force);

}  // namespace keur
