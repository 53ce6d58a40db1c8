// SPDX-License-Identifier: Apache-2.0
// The colours of the HTML page, once: drawings carry the light value as an attribute, the style
// sheet carries both. Every ink is readable on every ground in both themes (palette_test.cc).
#pragma once
#include <span>
#include <string_view>

namespace keur {

struct Colour {
  std::string_view name;         // pass; also the suffix of its classes and variables
  std::string_view light, dark;  // #rrggbb
  bool ground = false;           // something is written on it; otherwise it is an ink
  bool faint = false;            // hairlines: no meaning hangs on them, no contrast is asked
};

std::span<const Colour> palette();

// The light value, for the attributes of a drawing. The name must be in the palette.
std::string_view colour(std::string_view name);

// Contrast of two colours, 1 to 21. Source: WCAG 2.2, definitions of relative luminance and of
// contrast ratio. Text needs 4.5 (success criterion 1.4.3).
double contrast(std::string_view one, std::string_view other);

}  // namespace keur
