// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/occasion.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/utsname.h>

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace keur {

std::string time_now() {
  std::time_t now = std::time(nullptr);
  if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) {
    std::time_t given = 0;
    const char* end = fixed + std::strlen(fixed);
    const auto [rest, error] = std::from_chars(fixed, end, given);
    if (error == std::errc{} && rest == end && given >= 0) now = given;
  }
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

std::vector<Property> this_machine(int threads) {
  utsname names{};
  ::uname(&names);
  return {{"os", names.sysname},
          {"kernel", names.release},
          {"architecture", names.machine},
          {"threads", std::to_string(threads)}};
}

}  // namespace keur
