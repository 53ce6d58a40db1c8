// SPDX-License-Identifier: Apache-2.0
#include "metrics/transcript/routes.h"

namespace keur::transcript {
namespace {

struct Named {
  std::string_view word, route;
};
constexpr Named routes[] = {
    {"oraal", "oral"},
    {"orale", "oral"},
    {"oral", "oral"},
    {"orally", "oral"},
    {"po", "oral"},
    {"p.o", "oral"},
    {"intraveneus", "intravenous"},
    {"intraveneuze", "intravenous"},
    {"intravenous", "intravenous"},
    {"intravenously", "intravenous"},
    {"iv", "intravenous"},
    {"i.v", "intravenous"},
    {"subcutaan", "subcutaneous"},
    {"subcutane", "subcutaneous"},
    {"subcutaneous", "subcutaneous"},
    {"subcutaneously", "subcutaneous"},
    {"sc", "subcutaneous"},
    {"s.c", "subcutaneous"},
    {"intramusculair", "intramuscular"},
    {"intramusculaire", "intramuscular"},
    {"intramuscular", "intramuscular"},
    {"intramuscularly", "intramuscular"},
    {"i.m", "intramuscular"},
    {"rectaal", "rectal"},
    {"rectale", "rectal"},
    {"rectal", "rectal"},
    {"rectally", "rectal"},
    {"sublinguaal", "sublingual"},
    {"sublinguale", "sublingual"},
    {"sublingual", "sublingual"},
    {"inhalatie", "inhaled"},
    {"vernevelen", "inhaled"},
    {"vernevelaar", "inhaled"},
    {"inhaled", "inhaled"},
    {"nebulised", "inhaled"},
    {"transdermaal", "transdermal"},
    {"transdermal", "transdermal"},
    {"nasaal", "nasal"},
    {"nasal", "nasal"},
    {"cutaan", "topical"},
    {"topical", "topical"},
    {"topically", "topical"},
};

}  // namespace

std::string_view route_of(std::string_view word) {
  for (const Named& known : routes)
    if (known.word == word) return known.route;
  return {};
}

}  // namespace keur::transcript
