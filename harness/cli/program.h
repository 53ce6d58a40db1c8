// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace keur {

// The whole program; returns an ExitCode.
int program(int argc, char** argv);

}  // namespace keur
