// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "metrics/quantity/quantity.h"
#include "tests/catch.h"

using namespace keur;

namespace {

std::vector<Quantity> find(const std::string& text, Language language) {
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.push_back(word);
  const std::vector<std::string_view> tokens(words.begin(), words.end());
  return find_quantities(tokens, language);
}

// kind value,value unit of every quantity, with ? when it is ambiguous.
std::string shown(const std::string& text, Language language) {
  std::string all;
  for (const Quantity& one : find(text, language)) {
    if (!all.empty()) all += " | ";
    all += std::string(kind_name(one.kind)) + ' ' + one.relation;
    for (std::size_t i = 0; i < one.values.size(); ++i)
      all += (i == 0 ? "" : ",") + decimal_text(one.values[i], '.');
    if (!one.unit.empty()) all += ' ' + one.unit;
    if (one.ambiguous) all += " ?";
  }
  return all;
}

struct Case {
  std::string text, expected;
};

}  // namespace

TEST_CASE("quantities in Dutch text") {
  const auto one = GENERATE(values<Case>({
      {"metoprolol 50 mg 3x daags", "number 50 mg | frequency 3,1 d"},
      {"50mg 3dd", "number 50 mg | frequency 3,1 d"},
      {"vijftig milligram driemaal daags", "number 50 mg | frequency 3,1 d"},
      {"drie keer per dag", "frequency 3,1 d"},
      {"2x per week", "frequency 2,1 wk"},
      {"3 x per 24 uur", "frequency 3,24 h"},
      {"elke zes uur", "frequency 1,6 h"},
      {"om de 6 uur", "frequency 1,6 h"},
      {"2-3x daags", "range 2,3 x/d"},
      {"125 µg", "number 125 ug"},
      {"1.500 mg", "number 1500 mg ?"},
      {"1.500 patiënten", "number 1500"},
      {"2.5 mg", "number 2.5 mg ?"},
      {"1,500 mg", "number 1.5 mg ?"},
      {"38,5 °C", "number 38.5 °"},
      {"achtendertig komma vijf graden Celsius", "number 38.5 °"},
      {"38 komma 5", "number 38.5"},
      {"2 komma 5mg", "number 2.5 mg"},
      {"2 komma 5 3 keer daags", "number 2.5 | frequency 3,1 d"},
      {"honderd twee keer daags", "number 100 | frequency 2,1 d"},
      {"5,2 mmol/l", "number 5.2 mmol/l"},
      {"5,2 mmol per liter", "number 5.2 mmol/l"},
      {"28 per minuut", "number 28 /min"},
      {"80/min", "number 80 /min"},
      {"<38", "number <38"},
      {"kleiner dan 5", "number <5"},
      {"BE -2,", "number -2"},
      {"BE min twee", "number -2"},
      {"+3", "number 3"},
      {"RR 120/80 mmHg.", "blood_pressure 120,80 mmhg"},
      {"honderdtwintig over tachtig", "blood_pressure 120,80 mmhg"},
      {"honderdtwintig uh op tachtig", "blood_pressure 120,80 mmhg"},
      {"120 op 80 cm", "number 120 | number 80 cm"},
      {"VAS 7/10", "ratio 7,10"},
      {"1:1000", "ratio 1,1000"},
      {"1/2 tablet", "number 0.5 tablet"},
      {"1 1/2 tablet", "number 1.5 tablet"},
      {"een halve tablet", "number 0.5 tablet"},
      {"twee en een halve tablet", "number 2.5 tablet"},
      {"een half uur", "number 0.5 h"},
      {"om half drie", "time 2,30 ?"},
      {"half één", "time 12,30 ?"},
      {"kwart voor vier", "time 3,45 ?"},
      {"vijf over half zes", "time 5,35 ?"},
      {"half 3 tabletten", "number 3 tablet"},
      {"14.30 uur", "time 14,30"},
      {"om 14.30", "time 14,30"},
      {"om acht uur", "time 8,0 ?"},
      {"om 14 uur", "time 14,0"},
      {"48 uur voor de operatie", "number 48 h"},
      {"na 2 uur 12 patiënten", "number 2 h | number 12"},
      {"12 maart 2024", "date 12,3,2024"},
      {"twaalf maart twintig vierentwintig", "date 12,3,2024"},
      {"12 maart 2000 ml", "date 12,3 | number 2000 ml"},
      {"2024-03-12", "date 12,3,2024"},
      {"12-03-24", "date 12,3,24 ?"},
      {"10 tot 20 mg", "range 10,20 mg"},
      {"één à twee tabletten", "range 1,2 tablet"},
      {"twee-drie dagen", "range 2,3 d"},
      {"1-0-1", "scheme 1,0,1"},
      {"nul een twee drie vier", "number 0 | number 2 | number 3 | number 4"},
      {"2e", "ordinal 2"},
      {"tweede", "ordinal 2"},
      {"een derde", ""},
      {"een man en één vrouw", ""},
      {"een tablet", "number 1 tablet"},
      {"één keer per dag", "frequency 1,1 d"},
      {"nu eenmaal", ""},
      {"COVID-19 HER2+ V2 i.v.m. 5-FU", ""},
      {"06-12345678 en 010-1234567", ""},
      {"10^9/l", "number 1000000000 /l"},
      {"tweede 99999999999999999999", "ordinal 2"},
      {"10 mm hm 2", "number 10 mm | number 2"},
      {"mm 10 mg", "number 10 mg"},
  }));
  CAPTURE(one.text);
  CHECK(shown(one.text, Language::dutch) == one.expected);
}

TEST_CASE("quantities in English text") {
  const auto one = GENERATE(values<Case>({
      {"twenty-one mg", "number 21 mg"},
      {"twenty one milligrams", "number 21 mg"},
      {"one hundred and five", "number 105"},
      {"between one hundred and ninety", "number 100 | number 90"},
      {"two thousand and twenty four ml", "number 2024 ml"},
      {"two point five mg", "number 2.5 mg"},
      {"two point oh five", "number 2.05"},
      {"two point twenty five", "number 2.25"},
      {"point five milligrams", "number 0.5 mg"},
      {"one and a half tablets", "number 1.5 tablet"},
      {"half a tablet", "number 0.5 tablet"},
      {"1,000 units", "number 1000 unit ?"},
      {"2.5 mg", "number 2.5 mg"},
      {"three times a day", "frequency 3,1 d"},
      {"twice daily", "frequency 2,1 d"},
      {"5 mg tid", "number 5 mg | frequency 3,1 d"},
      {"once more", ""},
      {"q6h", "frequency 1,6 h"},
      {"every 6 hours", "frequency 1,6 h"},
      {"120 over 80", "blood_pressure 120,80 mmhg"},
      {"one hundred and twenty over eighty", "blood_pressure 120,80 mmhg"},
      {"half past two", "time 2,30 ?"},
      {"quarter to four", "time 3,45 ?"},
      {"2:30 pm", "time 14,30"},
      {"12 am", "time 0,0"},
      {"nine o'clock", "time 9,0 ?"},
      {"March 12th 2024", "date 12,3,2024"},
      {"the 12th of March", "date 12,3"},
      {"12/03/2024", "date 12,3,2024 ?"},
      {"03/25/2024", "date 25,3,2024"},
      {"nineteen forty five", "number 19 | number 45"},
      {"3 March nineteen forty five", "date 3,3,1945"},
      {"he may 12", "number 12"},
      {"5 to 10 mg", "range 5,10 mg"},
      {"from 5 to 10 mg", "number 5 | number 10 mg"},
      {"one of the second", ""},
      {"one tablet", "number 1 tablet"},
      {"3rd", "ordinal 3"},
      {"less than 5%", "number <5 %"},
      {"fifty two times daily", "number 50 | frequency 2,1 d"},
  }));
  CAPTURE(one.text);
  CHECK(shown(one.text, Language::english) == one.expected);
}

TEST_CASE("what means the same is the same, and only that") {
  struct Pair {
    std::string a, b;
    bool same;
  };
  const auto pair = GENERATE(values<Pair>({
      {"125 ug", "0,125 mg", true},
      {"125 ug", "125 mg", false},
      {"1.000 mg", "1 gram", true},
      {"0,25 mg", "25 mg", false},
      {"5 mmol", "5 mg", false},
      {"5 IE", "5 eenheden", false},
      {"5 mg", "5", false},
      {"5 mmol/l", "0,005 mol per liter", true},
      {"2 mg/kg/dag", "2 mg per dag per kg", true},
      {"60 minuten", "1 uur", true},
      {"120/80", "120 op 80", true},
      {"120/80", "80/120", false},
      {"14:30", "half drie", true},
      {"14:30", "2:30", false},
      {"half drie", "half vier", false},
      {"12-03-24", "12 maart 2024", true},
      {"12 maart", "12 maart 2024", false},
      {"3dd", "3x per 24 uur", true},
      {"3dd", "21x per week", false},
      {"<5", "5", false},
      {"10-20", "20", false},
      {"3+", "3", false},
      {"10²", "102", false},
  }));
  CAPTURE(pair.a, pair.b);
  const auto a = find(pair.a, Language::dutch), b = find(pair.b, Language::dutch);
  REQUIRE(a.size() == 1);
  REQUIRE(b.size() == 1);
  CHECK(same_quantity(a[0], b[0]) == pair.same);
  CHECK(same_quantity(b[0], a[0]) == pair.same);
}

TEST_CASE("a quantity knows its tokens") {
  const auto found = find("geef uh twee komma vijf eh milligram per os", Language::dutch);
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == 2);
  CHECK(found[0].last == 7);
  CHECK(found[0].spelling == "2,5");
  CHECK(canonical_text(found[0], Language::dutch) == "2,5 mg");
}

TEST_CASE("nothing is found in nothing") {
  CHECK(find_quantities({}, Language::dutch).empty());
  CHECK(shown("... - ' \u00ad", Language::dutch).empty());
}
