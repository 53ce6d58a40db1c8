// SPDX-License-Identifier: Apache-2.0
// The slow twins of network_aligner.h. For tests only.
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

#include "metrics/alignment/network_aligner.h"

namespace keur {

// Every reading of a network, as arcs without @.
inline std::vector<std::vector<std::uint32_t>> all_readings(const WordNetwork& network) {
  std::vector<std::vector<std::uint32_t>> readings;
  const auto back = [&](const auto& self, std::uint32_t arc,
                        std::vector<std::uint32_t> rest) -> void {
    if (arc == 0) {
      std::reverse(rest.begin(), rest.end());
      readings.push_back(rest);
      return;
    }
    if (!network.arcs()[arc].null) rest.push_back(arc);
    for (const std::uint32_t before : network.arcs()[arc].predecessors) self(self, before, rest);
  };
  for (const std::uint32_t end : network.ends()) back(back, end, {});
  return readings;
}

// The least cost over all pairs of readings, @ at no cost.
inline long cheapest_pair_of_readings(const WordNetwork& reference, const WordNetwork& output) {
  long best = -1;
  const auto right_readings = all_readings(output);
  for (const auto& left : all_readings(reference))
    for (const auto& right : right_readings) {
      std::vector<std::vector<long>> d(left.size() + 1, std::vector<long>(right.size() + 1));
      for (std::size_t i = 0; i <= left.size(); ++i)
        for (std::size_t j = 0; j <= right.size(); ++j) {
          if (i == 0 && j == 0) continue;
          d[i][j] = 1000000;
          const auto* one = i > 0 ? &reference.arcs()[left[i - 1]] : nullptr;
          const auto* other = j > 0 ? &output.arcs()[right[j - 1]] : nullptr;
          if (one) d[i][j] = std::min(d[i][j], d[i - 1][j] + (one->optional ? 2 : 3));
          if (other) d[i][j] = std::min(d[i][j], d[i][j - 1] + (other->optional ? 2 : 3));
          if (one && other)
            d[i][j] = std::min(d[i][j], d[i - 1][j - 1] + (same_word(*one, *other) ? 0 : 4));
        }
      if (best < 0 || d.back().back() < best) best = d.back().back();
    }
  return best;
}

// The whole table and sclite's rule, read out loud.
inline std::vector<NetworkStep> textbook_network_trace(const WordNetwork& reference,
                                                       const WordNetwork& output) {
  struct Cell {
    float cost = 0;
    std::uint32_t row = 0, column = 0;
    char step = 'S';
  };
  const auto &rows = reference.arcs(), &columns = output.arcs();
  const auto gap = [](const WordNetwork::Arc& arc) {
    return arc.null ? 0.001f : arc.optional ? 2.0f : 3.0f;
  };
  std::vector<std::vector<Cell>> table(rows.size(), std::vector<Cell>(columns.size()));
  for (std::uint32_t a = 0; a < rows.size(); ++a)
    for (std::uint32_t b = 0; b < columns.size(); ++b) {
      if (a == 0 && b == 0) continue;
      Cell ins{1e9f, a, 0, 'I'}, del{1e9f, 0, b, 'D'}, sub{1e9f, 0, 0, 'S'};
      for (const auto p : columns[b].predecessors)
        if (table[a][p].cost < ins.cost) ins = {table[a][p].cost, a, p, 'I'};
      for (const auto p : rows[a].predecessors)
        if (table[p][b].cost < del.cost) del = {table[p][b].cost, p, b, 'D'};
      for (const auto p : rows[a].predecessors)
        for (const auto q : columns[b].predecessors)
          if (table[p][q].cost < sub.cost) sub = {table[p][q].cost, p, q, 'S'};
      if (a == 0 || b == 0) {
        table[a][b] = a == 0 ? ins : del;
        table[a][b].cost += gap(a == 0 ? columns[b] : rows[a]);
        continue;
      }
      ins.cost += gap(columns[b]);
      del.cost += gap(rows[a]);
      sub.cost += rows[a].null && columns[b].null ? 1.0f : same_word(rows[a], columns[b]) ? 0 : 4;
      table[a][b] = sub.cost <= del.cost && sub.cost <= ins.cost ? sub
                    : del.cost < ins.cost                        ? del
                                                                 : ins;
    }
  std::uint32_t a = reference.ends()[0], b = output.ends()[0];
  for (const auto p : reference.ends())
    for (const auto q : output.ends())
      if (table[p][q].cost < table[a][b].cost) a = p, b = q;
  std::vector<NetworkStep> trace;
  while (a > 0 || b > 0) {
    const Cell& cell = table[a][b];
    if (cell.step == 'D' && !rows[a].null)
      trace.push_back({rows[a].optional ? Edit::match : Edit::remove, a, NetworkStep::none});
    if (cell.step == 'I' && !columns[b].null)
      trace.push_back({columns[b].optional ? Edit::match : Edit::insert, NetworkStep::none, b});
    if (cell.step == 'S' && !(rows[a].null && columns[b].null))
      trace.push_back({same_word(rows[a], columns[b]) ? Edit::match : Edit::substitute, a, b});
    a = cell.row;
    b = cell.column;
  }
  std::reverse(trace.begin(), trace.end());
  return trace;
}

}  // namespace keur
