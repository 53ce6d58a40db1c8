// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/program.h"

int main(int argc, char** argv) { return keur::program(argc, argv); }
