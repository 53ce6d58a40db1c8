// SPDX-License-Identifier: Apache-2.0
#include "metrics/text/clinical_pipeline.h"
#include "metrics/text/normaliser.h"

namespace keur {
namespace {

void normalise(std::string_view text, std::string& out) {
  ClinicalText result;
  normalise_clinical(text, {.language = Language::dutch}, result);
  out = std::move(result.text);
}

}  // namespace

const Normaliser& normaliser_nl_clinical_1() {
  static constexpr Normaliser entry{
      .id = "nl-clinical-1",
      .title =
          "Dutch clinical text: numbers, doses and times however they are written, no "
          "hesitations",
      .warning = "",
      .normalise = normalise,
  };
  return entry;
}

}  // namespace keur
