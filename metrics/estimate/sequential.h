// SPDX-License-Identifier: Apache-2.0
// Looking at the data before all of it is in. Each look is a chance to be wrong; boundaries that
// are a little stricter at every look keep the chance of ever crossing one, where nothing is true,
// at the level promised for the whole study.
//
// Model: at information I_k (the share of the planned words, speakers or inverse variance, so that
// I_K = 1) the statistic Z_k is N(0, 1) and Z_k sqrt(I_k) is Brownian motion. The density of the
// motion among paths that crossed no earlier boundary is carried from look to look by integration:
// Armitage, McPherson and Rowe (1969), Journal of the Royal Statistical Society A 132:235-244;
// Jennison and Turnbull (2000), Group Sequential Methods, chapter 19. Any number of looks and any
// spacing; nothing is tabulated. Good to about 1e-12.
// Cost: looks times the square of some 20 points per standard deviation of the smallest step.
#pragma once
#include <optional>
#include <span>
#include <vector>

namespace keur {

enum class Boundary {
  pocock,          // |Z_k| >= c, the same at every look
  obrien_fleming,  // |Z_k| >= c / sqrt(I_k): strict early, almost the usual value at the end
};

// The critical |Z| at each look, such that all of them together reject a true null hypothesis with
// probability `level`, two-sided. Sources: Pocock (1977), Biometrika 64:191-199; O'Brien and
// Fleming (1979), Biometrics 35:549-556. One look gives the usual z.
//
// `information` rises strictly, is above 0 and ends in 1; 0 < level < 1: otherwise nullopt, as
// where two looks lie closer together than 1e-4.
std::optional<std::vector<double>> boundaries(Boundary boundary,
                                              std::span<const double> information, double level);

// P(the first |Z_k| >= critical[k] happens at look k) where the null hypothesis is true: what each
// look spends of the level. Their sum is the level. Needs critical values above 0, one for each
// look; `information` as above, except that it may end anywhere.
std::optional<std::vector<double>> level_spent(std::span<const double> information,
                                               std::span<const double> critical);

}  // namespace keur
