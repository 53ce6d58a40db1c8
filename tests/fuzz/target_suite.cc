// SPDX-License-Identifier: Apache-2.0
// The reader of suites. Holds for all valid UTF-8: a suite or problems, never both; every problem
// lies inside the file, they come in its order and can be shown; what is accepted is complete, and
// accepted again behind a byte order mark.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "harness/suite/suite.h"
#include "metrics/core/utf8.h"
#include "tests/fuzz/yaml_places.h"

namespace keur {
namespace {

void check_suite(const Suite& suite) {
  hold(!suite.id.empty() && !suite.version.empty() && !suite.seed.empty(),
       "a suite without a name");
  hold(0 < suite.confidence && suite.confidence < 1, "a confidence that is none");
  hold(!suite.tasks.empty() && !suite.gates.empty(), "a suite that decides nothing");
  for (const Task& task : suite.tasks) {
    hold(!task.id.empty() && task.family, "a task of no kind");
    hold(!task.cases.id.name.empty() && !task.cases.file.name.empty(), "cases from nowhere");
    hold(task.groups.size() < 100'000, "groups without end");
  }
  for (const Gate& gate : suite.gates) {
    hold(!gate.id.empty() && gate.task < suite.tasks.size() && gate.metric, "a gate on nothing");
    hold(std::isfinite(gate.limit), "a limit that is no number");
    hold(gate.quantity == GateQuantity::value || !gate.compare.name.empty() ||
             !gate.level.name.empty(),
         "a contrast with nothing");
  }
}

void run(std::string_view bytes) {
  if (first_invalid_utf8(bytes)) return;
  const std::string text(bytes);
  Diagnostics problems;
  const auto suite = read_suite("suite.yaml", text, problems);
  hold(suite.has_value() == problems.empty(), "neither a suite nor problems, or both");
  check_yaml_problems(problems, "suite.yaml", text);
  hold(std::is_sorted(problems.begin(), problems.end(),
                      [](const Diagnostic& one, const Diagnostic& other) {
                        return std::tie(one.span.line, one.span.column) <
                               std::tie(other.span.line, other.span.column);
                      }),
       "problems out of order");
  if (!suite) return;
  check_suite(*suite);
  hold(suite->text == text, "another text is kept");
  if (!text.starts_with("\xEF\xBB\xBF"))
    hold(read_suite("suite.yaml", "\xEF\xBB\xBF" + text, problems).has_value(),
         "not read behind a byte order mark");
}

}  // namespace

const Target& target_suite();
const Target& target_suite() {
  static const Target target{"suite", run};
  return target;
}

}  // namespace keur
