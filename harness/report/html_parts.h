// SPDX-License-Identifier: Apache-2.0
// Pieces of the HTML page. Every argument is markup unless it says data: escape data first.
#pragma once
#include <string>
#include <string_view>

#include "harness/report/report.h"

namespace keur {

// A formatted number as print sets it: a true minus, and spaces that do not break.
std::string typeset(std::string_view number);

// English and, after it, Dutch in a span of its own language: on one line, or one below the other.
std::string in_two_languages(std::string_view english, std::string_view dutch);
std::string on_two_lines(std::string_view english, std::string_view dutch);

// Data that is a sentence or the rest of one: escaped, with a capital and a full stop.
std::string as_sentence(std::string_view data);

// Two paragraphs, side by side where there is room.
std::string duo(std::string_view english, std::string_view dutch);

// <section id> with its heading; closed by end_section.
std::string begin_section(std::string_view id, std::string_view english, std::string_view dutch);
std::string end_section();

// A heading of a task inside a section; empty when the report has one task only.
std::string task_heading(const Report& report, const TaskReport& task);

// ✗ fail, voldoet niet
std::string badge(std::string_view verdict);

// Table cells. Number cells line up on the right.
std::string heading_cell(std::string_view english, std::string_view dutch, bool number = false);
std::string row_heading(std::string_view content);
std::string cell(std::string_view content);
std::string number_cell(std::string_view content);

// Opens and closes a table that scrolls by itself on a narrow screen. `label` says what it holds
// to those who cannot see it.
std::string begin_table(std::string_view label, std::string_view head);
// The same for a few short columns, no wider than they need.
std::string begin_narrow_table(std::string_view label, std::string_view head);
std::string end_table();

// Data: a caution or remark of the report, escaped, with its Dutch where that is known.
std::string remark_in_two_languages(std::string_view english);

// What a reader must know before trusting a number, in small print; empty when there is nothing.
std::string small_cautions(const Measurement& measurement);

// A closed fold with the numbers behind a drawing.
std::string data_fold(std::string_view table);

// One line of a list of facts.
std::string fact(std::string_view english, std::string_view dutch, std::string_view content);

// A value and its interval, as data of the report: 7.1% and 5.2 – 9.6, or a dash.
std::string value_text(const Measurement& measurement);
std::string interval_text(const Measurement& measurement);

// The words of a case, those that are wrong marked: each mark has an element of its own, so that it
// survives without styles. key_to_aligned() says what they mean.
std::string aligned(const std::vector<TextPiece>& pieces);
std::string key_to_aligned();

// The name of clusters, or of one, in Dutch if it is a usual one, else unchanged. Data.
std::string clusters_in_dutch(std::string_view kind);

}  // namespace keur
