// SPDX-License-Identifier: Apache-2.0
// Conversations in, errors out, for comparing with other programs: each line of the input is a JSON
// object, each line of the output the errors of one.
//   {"kind": "cp", "reference": ["a b", ...], "output": [...]}                a text a speaker
//   {"kind": "tcp", "collar": 5, "reference": [[[0, 4, "a b"], ...], ...], "output": [...]}
//   {"kind": "orc", "reference": ["a b", ...], "output": [...]}               utterances, streams
// Times are whole microseconds.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "metrics/alignment/speakers.h"
#include "metrics/text/tokens.h"

namespace {

using Json = nlohmann::json;

std::vector<keur::Stream> texts(const Json& list) {
  std::vector<keur::Stream> streams;
  for (const Json& text : list) {
    streams.emplace_back();
    keur::split(text.get_ref<const std::string&>(), streams.back());
  }
  return streams;
}

std::vector<keur::SpokenStream> segments(const Json& list) {
  std::vector<keur::SpokenStream> streams;
  for (const Json& stream : list) {
    streams.emplace_back();
    for (const Json& segment : stream) {
      streams.back().push_back({segment[0], segment[1], {}});
      keur::split(segment[2].get_ref<const std::string&>(), streams.back().back().words);
    }
  }
  return streams;
}

}  // namespace

int main() {
  keur::SpeakerAligner aligner;
  for (std::string line; std::getline(std::cin, line);) {
    const Json task = Json::parse(line);
    const Json &reference = task["reference"], &output = task["output"];
    if (task["kind"] == "tcp") {
      const auto left = segments(reference), right = segments(output);
      fmt::print("{}\n", aligner.tcp(left, right, task["collar"]).edits.errors());
      continue;
    }
    const auto left = texts(reference), right = texts(output);
    if (task["kind"] == "cp") {
      fmt::print("{}\n", aligner.cp(left, right).edits.errors());
      continue;
    }
    const auto exact = aligner.orc_exact(left, right);
    fmt::print("{}\n", exact ? exact->edits.errors() : -1);
  }
}
