// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace keur {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool locale_is_utf8() {
  // The first that is set decides, as POSIX has it. setlocale is not called: in a bare container
  // it fails, and the program needs nothing else from it.
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string value = environment(name);
    if (value.empty()) continue;
    std::transform(value.begin(), value.end(), value.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
  }
  return false;
}

int width_of(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::clamp(static_cast<int>(size.ws_col), 40, 160);
  return 80;
}

}  // namespace

Terminal look_at(int descriptor, ColourFlag flag) {
  Terminal terminal;
  terminal.descriptor = descriptor;
  terminal.is_terminal = ::isatty(descriptor) == 1;
  terminal.unicode = locale_is_utf8();
  if (terminal.is_terminal) terminal.width = width_of(descriptor);
  if (flag == ColourFlag::always)
    terminal.colour = true;
  else if (flag == ColourFlag::never)
    terminal.colour = false;
  else if (!environment("FORCE_COLOR").empty())
    terminal.colour = true;
  else
    terminal.colour =
        terminal.is_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  return terminal;
}

std::string Terminal::paint(std::string_view text, const char* colour_code) const {
  if (!colour) return std::string(text);
  return std::string("\x1b[") + colour_code + "m" + std::string(text) + "\x1b[0m";
}

void write_out(const Terminal& to, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(to.descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EPIPE) return;
    if (count < 0) throw std::system_error(errno, std::generic_category(), "writing output");
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string shell_word(std::string_view text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:@%+=-";
  const bool option = text.starts_with('-');
  const std::string prefix = option ? "./" : "";
  if (!text.empty() && text.find_first_not_of(plain) == std::string_view::npos)
    return prefix + std::string(text);
  std::string quoted = prefix + "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace keur
