// SPDX-License-Identifier: Apache-2.0
// A row of counts: what one unit (a case, a shift, a visit) adds to each column of its family.
// Rows add. Every number a report shows is a function of such sums, so sharding is concatenation,
// resampling is a matrix product, and recomputation needs no text.
#pragma once
#include <Eigen/Core>

namespace keur {

// Shape: 1 x columns. Unit: counts, unless the column says otherwise. Counts are whole numbers held
// in doubles, exact up to 2^53; sums of them do not depend on the order of summation.
using Row = Eigen::RowVectorXd;

// Shape: rows x columns, one Row below another.
using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

}  // namespace keur
