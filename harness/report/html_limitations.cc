// SPDX-License-Identifier: Apache-2.0
#include "harness/report/html_parts.h"
#include "harness/report/html_sections.h"

namespace keur {

std::string html_limitations() {
  std::string out =
      begin_section("limitations", "What this does not prove", "Wat dit niet bewijst");
  out +=
      duo("The numbers hold for these cases and for people and circumstances like them. Where your "
          "patients, voices, rooms or words differ, test there.",
          "De getallen gelden voor deze gevallen en voor mensen en omstandigheden die erop lijken. "
          "Verschillen uw pati\u00EBnten, stemmen, ruimtes of woorden, toets dan daar.");
  out += duo(
      "The intervals cover chance in who was drawn. They do not cover mistakes in the reference, "
      "nor a choice of cases that flatters.",
      "De intervallen dekken het toeval van wie er in de steekproef zit. Ze dekken geen fouten in "
      "de referentie en geen keuze van gevallen die gunstig uitvalt.");
  out +=
      duo("Inconclusive is not a pass: the test was too small to tell. A passed gate says that the "
          "limit was met, not that the limit is safe.",
          "Onbeslist is niet gehaald: de toets was te klein om het te zien. Een gehaalde toets "
          "zegt dat "
          "de grens is gehaald, niet dat de grens veilig is.");
  out += duo(
      "<b>A signed report proves who said what and that it was not changed, not that the test was "
      "good.</b>",
      "<b>Een ondertekend rapport bewijst wie wat heeft gezegd en dat het niet is veranderd, niet "
      "dat de toets goed was.</b>");
  return out + end_section();
}

}  // namespace keur
