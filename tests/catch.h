// SPDX-License-Identifier: Apache-2.0
// The one place that knows which Catch2 is installed: 2 on Debian 12, 3 on what comes after it.
#pragma once
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
