// SPDX-License-Identifier: Apache-2.0
#include "metrics/quantity/units.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace keur {
namespace {

// A letter that is also a word stands only where it follows a number without a space (finder).
constexpr Unit units[] = {
    {"kg", "g", 1000, 1, true, false, "kg", "kg", "kg kilo kilogram kilos", "kilo's",
     "kilograms kilogramme kilogrammes kgs"},
    {"g", "g", 1, 1, true, false, "g", "g", "g gram", "gr grammen", "grams gramme grammes"},
    {"mg", "g", 1, 1000, false, false, "mg", "mg", "mg milligram", "milligrammen mgr",
     "milligrams milligramme milligrammes mgs"},
    {"ug", "g", 1, 1000000, false, false, "ug", "ug", "ug mcg \u03bcg microgram", "microgrammen",
     "micrograms microgramme microgrammes"},
    {"ng", "g", 1, 1000000000, false, false, "ng", "ng", "ng nanogram", "", "nanograms"},
    {"pg", "g", 1, 1000000000000, false, false, "pg", "pg", "pg picogram", "", "picograms"},
    {"l", "l", 1, 1, true, false, "l", "l", "l liter", "liters", "liters litre litres"},
    {"dl", "l", 1, 10, true, false, "dl", "dl", "dl deciliter", "deciliters",
     "deciliters decilitre decilitres"},
    {"cl", "l", 1, 100, false, false, "cl", "cl", "cl centiliter", "centiliters", ""},
    {"ml", "l", 1, 1000, true, false, "ml", "ml", "ml cc milliliter", "milliliters",
     "milliliters millilitre millilitres mls ccs"},
    {"ul", "l", 1, 1000000, true, false, "ul", "ul", "ul \u03bcl microliter", "microliters",
     "microliters microlitre microlitres"},
    {"km", "m", 1000, 1, false, false, "km", "km", "km kilometer", "kilometers",
     "kilometers kilometre kilometres"},
    {"m", "m", 1, 1, false, false, "m", "m", "m meter", "meters", "meters metre metres"},
    {"cm", "m", 1, 100, false, false, "cm", "cm", "cm centimeter", "centimeters",
     "centimeters centimetre centimetres cms"},
    {"mm", "m", 1, 1000, false, false, "mm", "mm", "mm millimeter", "millimeters",
     "millimeters millimetre millimetres"},
    {"um", "m", 1, 1000000, false, false, "\u03bcm", "\u03bcm", "um \u03bcm micrometer", "",
     "micrometers micrometre micrometres"},
    {"m2", "m2", 1, 1, true, false, "m2", "m2", "m2 m\u00b2", "", ""},
    {"cm2", "m2", 1, 10000, false, false, "cm2", "cm2", "cm2 cm\u00b2", "", ""},
    {"mol", "mol", 1, 1, true, false, "mol", "mol", "mol", "", "mole moles"},
    {"mmol", "mol", 1, 1000, true, false, "mmol", "mmol", "mmol millimol", "",
     "millimole millimoles"},
    {"umol", "mol", 1, 1000000, false, false, "umol", "umol", "umol \u03bcmol micromol", "",
     "micromole micromoles"},
    {"nmol", "mol", 1, 1000000000, false, false, "nmol", "nmol", "nmol nanomol", "",
     "nanomole nanomoles"},
    {"pmol", "mol", 1, 1000000000000, false, false, "pmol", "pmol", "pmol picomol", "",
     "picomole picomoles"},
    {"mmhg", "mmhg", 1, 1, false, false, "mmhg", "mmhg", "mmhg", "", ""},
    {"kpa", "pa", 1000, 1, false, false, "kpa", "kpa", "kpa kilopascal", "", "kilopascals"},
    {"cmh2o", "cmh2o", 1, 1, false, false, "cmh2o", "cmh2o", "cmh2o", "", ""},
    {"ie", "ie", 1, 1, false, false, "ie", "iu", "ie iu", "", ""},
    {"unit", "unit", 1, 1, false, false, "eenheden", "units", "", "eenheid eenheden", "unit units"},
    {"meq", "meq", 1, 1, false, false, "meq", "meq", "meq", "", ""},
    {"kcal", "kcal", 1, 1, false, false, "kcal", "kcal", "kcal", "", ""},
    {"hz", "hz", 1, 1, false, false, "hz", "hz", "hz hertz", "", ""},
    {"%", "%", 1, 1, false, false, "%", "%", "% procent percent", "", ""},
    {"\u2030", "%", 1, 10, false, false, "\u2030", "\u2030", "\u2030 promille", "", ""},
    {"\u00b0", "\u00b0", 1, 1, false, false, "graden", "degrees", "\u00b0 \u00b0c", "graad graden",
     "degree degrees"},
    {"\u00b0f", "\u00b0f", 1, 1, false, false, "\u00b0f", "\u00b0f", "\u00b0f", "", ""},
    {"x", "x", 1, 1, false, false, "x", "x", "x", "keer maal", "times"},
    {"ms", "s", 1, 1000, false, false, "ms", "ms", "ms", "milliseconde milliseconden",
     "millisecond milliseconds"},
    {"sec", "s", 1, 1, true, false, "sec", "sec", "sec", "seconde seconden", "second seconds secs"},
    {"min", "s", 60, 1, true, false, "min", "min", "min", "minuut minuten", "minute minutes mins"},
    {"h", "s", 3600, 1, true, false, "uur", "hour", "h", "uur uren", "hour hours hr hrs"},
    {"d", "s", 86400, 1, true, false, "dag", "day", "", "dag dagen dgn etmaal etmalen", "day days"},
    {"wk", "s", 604800, 1, true, false, "week", "week", "wk week", "weken wkn", "weeks wks"},
    {"mo", "mo", 1, 1, true, false, "maand", "month", "", "maand maanden mnd mnden",
     "month months"},
    {"y", "y", 1, 1, true, false, "jaar", "year", "", "jaar jaren jr", "year years yr yrs"},
    {"tablet", "tablet", 1, 1, false, true, "tablet", "tablet", "tablet tab tabl",
     "tabletten tabletje tabletjes", "tablets tabs"},
    {"capsule", "capsule", 1, 1, false, true, "capsule", "capsule", "capsule capsules caps", "",
     ""},
    {"drop", "drop", 1, 1, false, true, "druppel", "drop", "gtt",
     "druppel druppels druppeltje druppeltjes", "drop drops"},
    {"puff", "puff", 1, 1, false, true, "puff", "puff", "puff puffs", "puf pufs pufje pufjes", ""},
    {"sachet", "sachet", 1, 1, false, true, "zakje", "sachet", "sachet sachets", "zakje zakjes",
     ""},
    {"ampoule", "ampoule", 1, 1, false, true, "ampul", "ampoule", "", "ampul ampullen",
     "ampoule ampoules"},
    {"patch", "patch", 1, 1, false, true, "pleister", "patch", "", "pleister pleisters",
     "patch patches"},
    {"suppository", "suppository", 1, 1, false, true, "zetpil", "suppository", "",
     "zetpil zetpillen", "suppository suppositories"},
    {"glass", "glass", 1, 1, false, true, "glas", "glass", "", "glas glazen", "glass glasses"},
};

struct Pair {
  std::string_view first, second, unit;
  int language;  // 0 Dutch, 1 English, 2 both
};
constexpr Pair pairs[] = {
    {"graden", "celsius", "\u00b0", 0},
    {"graden", "c", "\u00b0", 0},
    {"\u00b0", "c", "\u00b0", 2},
    {"\u00b0", "celsius", "\u00b0", 2},
    {"degrees", "celsius", "\u00b0", 1},
    {"degrees", "c", "\u00b0", 1},
    {"degrees", "fahrenheit", "\u00b0f", 1},
    {"degrees", "f", "\u00b0f", 1},
    {"graden", "fahrenheit", "\u00b0f", 0},
    {"\u00b0", "f", "\u00b0f", 2},
    {"millimeter", "kwik", "mmhg", 0},
    {"mm", "kwik", "mmhg", 0},
    {"mm", "hg", "mmhg", 2},
    {"internationale", "eenheden", "ie", 0},
    {"internationale", "eenheid", "ie", 0},
    {"international", "units", "ie", 1},
    {"international", "unit", "ie", 1},
};

using Index = std::unordered_map<std::string_view, const Unit*>;

const Unit* by_name(std::string_view name) {
  static const Index index = [] {
    Index built;
    for (const Unit& unit : units) built.emplace(unit.name, &unit);
    return built;
  }();
  const auto found = index.find(name);
  return found == index.end() ? nullptr : found->second;
}

const Index& spellings(Language language) {
  static const std::array<Index, 2> indices = [] {
    std::array<Index, 2> built;
    const auto add = [&built](std::size_t which, std::string_view words, const Unit& unit) {
      while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        built[which].emplace(words.substr(0, end), &unit);
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    };
    for (const Unit& unit : units) {
      for (const std::size_t which : {0u, 1u}) add(which, unit.anywhere, unit);
      add(0, unit.in_dutch, unit);
      add(0, unit.dutch, unit);
      add(1, unit.in_english, unit);
      add(1, unit.english, unit);
    }
    return built;
  }();
  return indices[static_cast<std::size_t>(language)];
}

// The parts between slashes; a leading slash gives an empty first part.
std::vector<std::string_view> parts(std::string_view name) {
  std::vector<std::string_view> found;
  for (;;) {
    const std::size_t slash = name.find('/');
    found.push_back(name.substr(0, slash));
    if (slash == std::string_view::npos) return found;
    name.remove_prefix(slash + 1);
  }
}

}  // namespace

const Unit* find_unit(std::string_view word, Language language) {
  const Index& index = spellings(language);
  const auto found = index.find(word);
  return found == index.end() ? nullptr : found->second;
}

const Unit* find_unit(std::string_view first, std::string_view second, Language language) {
  for (const Pair& pair : pairs)
    if (pair.first == first && pair.second == second &&
        (pair.language == 2 || pair.language == static_cast<int>(language)))
      return by_name(pair.unit);
  return nullptr;
}

std::string compound_unit(std::string_view word, Language language) {
  if (word.find('/') == std::string_view::npos) {
    const Unit* const unit = find_unit(word, language);
    return unit == nullptr ? "" : std::string(unit->name);
  }
  std::string name;
  bool first = true;
  const auto all = parts(word);
  if (all.size() > 3) return "";
  for (const std::string_view part : all) {
    const Unit* const unit = part.empty() && first ? nullptr : find_unit(part, language);
    if (unit == nullptr && !(part.empty() && first)) return "";
    if (!first && !unit->below) return "";
    if (!first) name += '/';
    if (unit != nullptr) name += unit->name;
    first = false;
  }
  return name;
}

bool is_time_unit(std::string_view name) {
  const Unit* const unit = by_name(name);
  return unit != nullptr && unit->below &&
         (unit->base == "s" || unit->base == "mo" || unit->base == "y");
}

bool is_counted_unit(std::string_view name) {
  const Unit* const unit = by_name(name);
  return unit != nullptr && unit->counted;
}

std::string unit_text(std::string_view name, Language language) {
  std::string text;
  bool first = true;
  for (const std::string_view part : parts(name)) {
    if (!first) text += '/';
    first = false;
    if (const Unit* const unit = by_name(part))
      text += language == Language::dutch ? unit->dutch : unit->english;
    else
      text += part;
  }
  return text;
}

std::optional<UnitMeasure> measure(std::string_view name) {
  std::optional<Rational> factor = Rational{1, 1};
  std::string base;
  std::vector<std::string_view> below;
  bool first = true;
  for (const std::string_view part : parts(name)) {
    const Unit* const unit = by_name(part);
    const Rational one =
        unit == nullptr ? Rational{1, 1} : *make_rational(unit->numerator, unit->denominator);
    const std::string_view its_base = unit == nullptr ? part : unit->base;
    factor = first ? product(*factor, one) : quotient(*factor, one);
    if (!factor) return std::nullopt;
    if (first)
      base = its_base;
    else
      below.push_back(its_base);
    first = false;
  }
  std::sort(below.begin(), below.end());
  for (const std::string_view part : below) base.append("/").append(part);
  return UnitMeasure{*factor, base};
}

}  // namespace keur
