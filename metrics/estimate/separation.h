// SPDX-License-Identifier: Apache-2.0
// Whether a regression of counts has an answer at all, asked before it is fitted.
#pragma once
#include <Eigen/Core>
#include <optional>
#include <vector>

namespace keur {

// The first column that is a combination of those before it, up to 1e-9 of its length; a column of
// zeros is one. nullopt where all stand on their own.
std::optional<Eigen::Index> dependent_column(const Eigen::MatrixXd& design);

// The rows without events that some direction of the coefficients can push down for ever without
// moving any row that has events: the likelihood rises all the way and beta has no finite maximum
// (a group in which nobody made an error, but also combinations of columns that no one column
// shows). Empty: there is one maximum. Needs independent columns.
// Source: Correia, Guimaraes and Zylkin (2019), "Verifying the existence of maximum likelihood
// estimates for generalized linear models", arXiv 1903.01633, proposition 1. The directions that
// leave rows with events alone are the kernel of those rows; whether one of them pushes the other
// rows only down is settled by projecting in turn on what the kernel reaches and on what is not
// negative (von Neumann), which ends in such a direction if there is one and in 0 if there is none.
// Cost: an orthogonal decomposition; where the kernel is not 0, steps of n q, q its dimension.
std::vector<Eigen::Index> separated_rows(const Eigen::MatrixXd& design,
                                         const Eigen::VectorXd& events);

}  // namespace keur
