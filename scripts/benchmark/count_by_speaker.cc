// SPDX-License-Identifier: Apache-2.0
// Counts the cpWER of visits with the library. Prints errors and words of the reference.
//   count_by_speaker CASES OUTPUTS
// The files are those of generate.cc. Every two neighbouring lines are the speakers of a visit; in the
// output they stand in the other order.
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "metrics/alignment/speakers.h"
#include "metrics/text/tokens.h"

namespace {

// The last string of each line. The generator writes no escapes.
std::vector<std::string> read(const char* path) {
  std::ifstream file(path);
  std::vector<std::string> texts;
  for (std::string line; std::getline(file, line);) {
    const std::size_t end = line.rfind('"');
    if (end == std::string::npos || end == 0) return {};
    const std::size_t start = line.rfind('"', end - 1) + 1;
    texts.push_back(line.substr(start, end - start));
  }
  return texts;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: count_by_speaker CASES OUTPUTS\n", stderr);
    return 2;
  }
  const std::vector<std::string> references = read(arguments[1]), outputs = read(arguments[2]);
  if (references.empty() || references.size() % 2 != 0 || references.size() != outputs.size()) {
    std::fputs("count_by_speaker: cannot read the files\n", stderr);
    return 2;
  }
  keur::SpeakerAligner aligner;
  long errors = 0, words = 0;
  for (std::size_t at = 0; at < references.size(); at += 2) {
    keur::Stream said[2], heard[2];
    for (const std::size_t speaker : {0, 1}) {
      keur::split(references[at + speaker], said[speaker]);
      keur::split(outputs[at + 1 - speaker], heard[speaker]);
      words += static_cast<long>(said[speaker].size());
    }
    errors += aligner.cp(said, heard).edits.errors();
  }
  std::printf("%ld errors in %ld words\n", errors, words);
}
