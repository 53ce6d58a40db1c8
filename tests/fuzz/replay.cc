// SPDX-License-Identifier: Apache-2.0
// The targets without libFuzzer, for any compiler: every file of a corpus, then copies of them with
// a few bytes changed, always the same ones.
//   fuzz_replay TARGET FOLDER [CHANGED_COPIES]
//   fuzz_replay TARGET FILE
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/fuzz/target.h"

namespace {

std::string running;

// The last words of a program that is about to end: what it was at. (A sanitizer calls it with
// ASAN_OPTIONS=abort_on_error=1.)
extern "C" void show_running(int) {
  [[maybe_unused]] const auto written = ::write(2, running.data(), running.size());
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string changed(const std::vector<std::string>& corpus, std::mt19937_64& random) {
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::string bytes = corpus[below(corpus.size())];
  for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
    if (bytes.empty()) return bytes;
    const std::size_t at = below(bytes.size()), length = 1 + below(12);
    const std::string& other = corpus[below(corpus.size())];
    switch (below(5)) {
      case 0:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes.erase(at, length);
        break;
      case 2:
        bytes.insert(at, bytes.substr(below(bytes.size()), length));
        break;
      case 3:
        if (!other.empty()) bytes.insert(at, other.substr(below(other.size()), length));
        break;
      default:
        if (!other.empty()) bytes[at] = other[below(other.size())];
    }
  }
  return bytes;
}

}  // namespace

int main(int count, char** arguments) {
  const keur::Target* target = nullptr;
  for (const keur::Target* one : keur::all_targets())
    if (count > 2 && one->name == arguments[1]) target = one;
  if (!target) {
    std::fprintf(stderr, "usage: fuzz_replay TARGET FILE-OR-FOLDER [CHANGED_COPIES]\n");
    return 2;
  }
  std::signal(SIGABRT, show_running);
  std::vector<std::string> names;
  if (std::filesystem::is_directory(arguments[2])) {
    for (const auto& entry : std::filesystem::directory_iterator(arguments[2]))
      names.push_back(entry.path().string());
    std::sort(names.begin(), names.end());
  } else {
    names.push_back(arguments[2]);
  }
  std::vector<std::string> corpus;
  for (const std::string& name : names) {
    corpus.push_back(content_of(name));
    running = name + "\n";
    target->run(corpus.back());
  }
  if (corpus.empty()) {
    std::fprintf(stderr, "%s holds nothing to replay\n", arguments[2]);
    return 1;
  }
  const long copies = count > 3 ? std::atol(arguments[3]) : 0;
  std::mt19937_64 random(20260401);
  for (long copy = 0; copy < copies; ++copy) {
    const std::string bytes = changed(corpus, random);
    running = "changed copy " + std::to_string(copy) + ":\n" + bytes + "\n";
    target->run(bytes);
  }
  std::printf("%s: %zu files, %ld changed copies\n", arguments[1], corpus.size(), copies);
  return 0;
}
