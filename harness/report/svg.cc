// SPDX-License-Identifier: Apache-2.0
#include "harness/report/svg.h"

#include <fmt/format.h>

#include "harness/report/palette.h"
#include "harness/report/svg_axis.h"
#include "harness/report/verdict_words.h"

namespace keur {
namespace {

constexpr double mark_radius = 4.5;

std::string filled(std::string_view name) {
  return fmt::format("class=\"f-{0}\" fill=\"{1}\"", name, colour(name));
}

std::string text_element(double x, double y, Align align, std::string_view paint,
                         std::string_view text, double size, bool bold) {
  std::string_view anchor = "";
  if (align == Align::middle) anchor = " text-anchor=\"middle\"";
  if (align == Align::right) anchor = " text-anchor=\"end\"";
  return fmt::format("<text x=\"{}\" y=\"{}\"{}{} font-size=\"{}\" {}>{}</text>\n", px(x), px(y),
                     anchor, bold ? " font-weight=\"bold\"" : "", px(size), paint, text);
}

}  // namespace

std::string begin_drawing(std::string_view id, double width, double height, std::string_view title,
                          std::string_view description) {
  const std::string described =
      description.empty() ? std::string()
                          : fmt::format("<desc id=\"{}-desc\">{}</desc>", id, description);
  return fmt::format(
      "<svg role=\"img\" aria-labelledby=\"{0}-title{1}\" viewBox=\"0 0 {2} {3}\" "
      "width=\"{2}\" height=\"{3}\" font-family=\"sans-serif\"><title id=\"{0}-title\">{4}</title>"
      "{5}\n",
      id, description.empty() ? "" : fmt::format(" {}-desc", id), px(width), px(height), title,
      described);
}

std::string end_drawing() { return "</svg>"; }

std::string draw_line(double x1, double y1, double x2, double y2, const Pen& pen) {
  const std::string dash =
      pen.dash.empty() ? std::string() : fmt::format(" stroke-dasharray=\"{}\"", pen.dash);
  return fmt::format(
      "<path d=\"M{} {}L{} {}\" class=\"s-{}\" stroke=\"{}\" stroke-width=\"{}\"{}/>\n", px(x1),
      px(y1), px(x2), px(y2), pen.colour, colour(pen.colour), px(pen.width), dash);
}

std::string draw_box(double x, double y, double width, double height, std::string_view name) {
  return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>\n", px(x), px(y),
                     px(width), px(height), filled(name));
}

std::string draw_text(double x, double y, Align align, std::string_view name, std::string_view text,
                      double size, bool bold) {
  return text_element(x, y, align, filled(name), text, size, bold);
}

std::string draw_label(double x, double y, Align align, std::string_view text, double size,
                       bool bold) {
  const std::string rim = fmt::format(
      "class=\"f-ink s-paper\" fill=\"{}\" stroke=\"{}\" stroke-width=\"4\" "
      "stroke-linejoin=\"round\" paint-order=\"stroke\"",
      colour("ink"), colour("paper"));
  return text_element(x, y, align, rim, text, size, bold);
}

std::string draw_mark(double x, double y, std::string_view verdict) {
  if (verdict == "pass")
    return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>\n", px(x), px(y), px(mark_radius),
                       filled("pass"));
  if (verdict == "inconclusive")
    return fmt::format(
        "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" class=\"f-paper s-open\" fill=\"{}\" stroke=\"{}\" "
        "stroke-width=\"2\"/>\n",
        px(x), px(y), px(mark_radius - 0.5), colour("paper"), colour("open"));
  if (verdict == "fail")
    return draw_box(x - mark_radius + 0.5, y - mark_radius + 0.5, 2 * mark_radius - 1,
                    2 * mark_radius - 1, "fail");
  return fmt::format("<path d=\"M{0} {1}l{2} {2}l-{2} {2}l-{2} -{2}z\" {3}/>\n", px(x),
                     px(y - mark_radius), px(mark_radius), filled("mark"));
}

std::string draw_arrow(double x, double y, bool to_right, std::string_view name) {
  return fmt::format("<path d=\"M{} {}l{} -4v8z\" {}/>\n", px(x), px(y), to_right ? "-7" : "7",
                     filled(name));
}

}  // namespace keur
