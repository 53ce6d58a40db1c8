// SPDX-License-Identifier: Apache-2.0
#include "harness/run/version.h"

#include <gnu/libc-version.h>

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <unicode/uvernum.h>
#include <Eigen/Core>
#include <boost/version.hpp>

namespace keur {

const char* program_version() { return KEUR_VERSION; }

std::vector<std::pair<std::string, std::string>> build_environment() {
  return {
      {"keur", KEUR_VERSION},
      {"compiler", KEUR_COMPILER},
      {"flags", KEUR_FLAGS},
      {"c library", fmt::format("glibc {}", gnu_get_libc_version())},
      {"Eigen",
       fmt::format("{}.{}.{}", EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION)},
      {"Boost", fmt::format("{}.{}", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000)},
      {"ICU", U_ICU_VERSION},
      {"OpenSSL", OpenSSL_version(OPENSSL_FULL_VERSION_STRING)},
  };
}

}  // namespace keur
