// SPDX-License-Identifier: Apache-2.0
// The page of keur plan in a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "harness/report/format_number.h"
#include "harness/report/plan_words.h"
#include "harness/report/text_layout.h"
#include "harness/seal/escape.h"

namespace keur {
namespace {

constexpr int widest_name = 24;

class PlanPage {
 public:
  PlanPage(const PlanReport& plan, int width, bool unicode)
      : plan_(plan), width_(width), unicode_(unicode), dash_(unicode ? "\u2013" : "-") {}

  std::string text() {
    out_ = fmt::format("{} {}: what the study can show, {} intervals{}\n\n",
                       escape_untrusted(plan_.suite_id), escape_untrusted(plan_.suite_version),
                       format_confidence(plan_.confidence),
                       plan_.looks.empty() ? "" : " (" + plan_.looks + ")");
    table();
    lines(plan_.warnings, "! ");
    joint();
    lines(plan_.words, "");
    out_ += "\nassumed\n";
    assumptions();
    out_ += "\nhow\n";
    lines(plan_.model, "  ");
    return out_;
  }

 private:
  using Line = std::array<std::string, 7>;

  void table() {
    std::vector<Line> lines = {{"gate", "limit", "assumed", "n", "power", "n for 80%", "n for 90%"}};
    std::vector<const PlanRow*> rows = {nullptr};
    const std::string* gate = nullptr;
    for (const PlanRow& row : plan_.rows) {
      std::string name = escape_untrusted(row.gate);
      std::string limit =
          fmt::format("{} {}", limit_sign(row.direction, unicode_), escape_untrusted(row.limit_text));
      if (!row.level.empty()) {
        if (!gate || *gate != row.gate) {
          lines.push_back({name, limit});
          rows.push_back(nullptr);
        }
        name = "  " + escape_untrusted(row.level);
        limit.clear();
      }
      gate = &row.gate;
      lines.push_back({name, limit, truth_words(row, row.truth), planned_words(row),
                       power_words(row.power), needed_words(row.needed_80, dash_),
                       needed_words(row.needed_90, dash_)});
      rows.push_back(&row);
    }
    std::array<int, 7> widths{};
    for (Line& line : lines) {
      line[0] = elide_middle(line[0], widest_name, unicode_ ? "\u2026" : "..");
      for (std::size_t c = 0; c < line.size(); ++c)
        widths[c] = std::max(widths[c], display_width(line[c]));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::string text = pad_right(lines[i][0], widths[0]) + "  " + pad_right(lines[i][1], widths[1]);
      for (std::size_t c = 2; c < lines[i].size(); ++c)
        text += "  " + pad_left(lines[i][c], widths[c]);
      text.erase(text.find_last_not_of(' ') + 1);
      out_ += text + "\n";
      if (rows[i]) notes(*rows[i]);
    }
    std::vector<std::string> kinds;
    for (const PlanRow& row : plan_.rows)
      if (std::find(kinds.begin(), kinds.end(), row.cluster_kind) == kinds.end())
        kinds.push_back(row.cluster_kind);
    for (const std::string& kind : kinds) out_ += "n counts " + escape_untrusted(kind) + "\n";
    out_ += "\n";
  }

  void notes(const PlanRow& row) {
    if (row.passes_80)
      out_ += fmt::format("    passes with 80% power if {}, with 90% if {}\n",
                          passing_words(row, row.passes_80, unicode_, dash_),
                          passing_words(row, row.passes_90, unicode_, dash_));
    if (row.detectable_80 && row.detectable_90)
      out_ += fmt::format("    finds a {} of {} with 80% power, of {} with 90%\n",
                          row.quantity == "ratio" ? "ratio" : "difference",
                          without_sign(truth_words(row, *row.detectable_80)),
                          without_sign(truth_words(row, *row.detectable_90)));
    if (row.accepted && *row.accepted >= 0)
      out_ += fmt::format("    passes with at most {} independent event{}\n", *row.accepted,
                          *row.accepted == 1 ? "" : "s");
  }

  static std::string without_sign(std::string text) {
    if (text.starts_with('+')) text.erase(0, 1);
    return text;
  }

  void joint() {
    const PlanJoint& all = plan_.joint;
    if (all.findings < 2) return;
    const auto percent = [](double power) { return power_words(power); };
    paragraph(fmt::format("joint power of the {} findings that must pass: {} if they are independent "
                          "(product), at least {} and at most {} whatever the dependence (Fr{}chet)",
                          all.findings, percent(all.independent), percent(all.at_least),
                          percent(all.at_most), unicode_ ? "\u00E9" : "e"),
              "");
  }

  void assumptions() {
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
      const PlanRow& row = plan_.rows[i];
      if (i > 0 && plan_.rows[i - 1].gate == row.gate) continue;
      std::string text = fmt::format(
          "{}: {} ({}), {} per {} ({}), intracluster correlation {:.3g} ({})",
          escape_untrusted(row.gate), truth_words(row, row.truth), row.truth_from,
          units_of_gate(row.gate), escape_untrusted(row.cluster), row.units_from, row.correlation,
          row.correlation_from);
      if (row.base)
        text += fmt::format(", reference {} ({})", format_value(*row.base, NumberForm::proportion),
                            row.base_from);
      if (row.pairing) text += fmt::format(", pairing {:.3g} ({})", *row.pairing, row.pairing_from);
      paragraph(text, "  ");
    }
  }

  // 69, or 68 to 71 where its groups differ.
  std::string units_of_gate(const std::string& gate) const {
    double least = 0, most = 0;
    for (const PlanRow& row : plan_.rows)
      if (row.gate == gate) {
        least = least == 0 ? row.units : std::min(least, row.units);
        most = std::max(most, row.units);
      }
    const std::string low = units_words(least), high = units_words(most);
    return low == high ? low : low + " to " + high;
  }

  void lines(const std::vector<PlanSentence>& sentences, std::string_view before) {
    for (const PlanSentence& one : sentences) paragraph(escape_untrusted(one.english), before);
  }

  void paragraph(const std::string& text, std::string_view before) {
    const int indent = static_cast<int>(before.size());
    for (const std::string& line : wrap(text, std::max(20, width_ - indent), 0)) {
      out_ += std::string(before) + line + "\n";
      if (before == "! ") before = "  ";
    }
  }

  const PlanReport& plan_;
  int width_;
  bool unicode_;
  std::string dash_, out_;
};

}  // namespace

std::string plan_text(const PlanReport& plan, int width, bool unicode) {
  return PlanPage(plan, width, unicode).text();
}

}  // namespace keur
