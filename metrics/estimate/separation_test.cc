// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/separation.h"

#include "metrics/estimate/support_test.h"

namespace keur {
namespace {

// By trying directions of small whole numbers: enough for designs of zeros and ones of three
// columns.
bool separated_slowly(const Eigen::MatrixXd& design, const Eigen::VectorXd& events) {
  const int reach = 2;
  for (int a = -reach; a <= reach; ++a)
    for (int b = -reach; b <= reach; ++b)
      for (int c = -reach; c <= reach; ++c) {
        const Eigen::VectorXd push = design * Eigen::Vector3d(a, b, c);
        bool possible = true, moves = false;
        for (Eigen::Index i = 0; i < push.size(); ++i) {
          possible = possible && (events[i] > 0 ? push[i] == 0 : push[i] <= 0);
          moves = moves || push[i] < 0;
        }
        if (possible && moves) return true;
      }
  return false;
}

}  // namespace

TEST_CASE("separation: found exactly where a direction exists that costs no event") {
  Dice dice(91);
  int separated = 0, sound = 0;
  for (int round = 0; round < 3000; ++round) {
    const Eigen::Index n = 3 + dice.roll(6);
    Eigen::MatrixXd design = Eigen::MatrixXd::Ones(n, 3);
    Eigen::VectorXd events(n);
    for (Eigen::Index i = 0; i < n; ++i) {
      design(i, 1) = dice.roll(2);
      design(i, 2) = dice.roll(2);
      events[i] = dice.roll(2) == 0 ? 0 : 1 + dice.roll(4);
    }
    if (dependent_column(design) || !(events.sum() > 0)) continue;
    INFO(design << "\n" << events.transpose());
    const bool slow = separated_slowly(design, events);
    CHECK(separated_rows(design, events).empty() == !slow);
    (slow ? separated : sound) += 1;
  }
  CHECK(separated > 100);
  CHECK(sound > 100);
}

TEST_CASE("separation that no single column shows, and silent rows that are harmless") {
  // The cell group 1 in noise has no errors; both levels have some elsewhere.
  Eigen::MatrixXd design(5, 4);
  design << 1, 0, 0, 0,  //
      1, 1, 0, 0,        //
      1, 0, 1, 0,        //
      1, 1, 1, 1,        //
      1, 1, 1, 1;
  Eigen::VectorXd events(5);
  events << 3, 2, 4, 0, 0;
  CHECK(separated_rows(design, events) == std::vector<Eigen::Index>{3, 4});
  events << 3, 2, 4, 0, 1;  // one speaker of the cell made an error: the other's zero is data
  CHECK(separated_rows(design, events).empty());
  // Without the interaction the other cells fix every coefficient.
  CHECK(separated_rows(design.leftCols(3), Eigen::VectorXd::LinSpaced(5, 4, 0)).empty());
}

TEST_CASE("the dependent column is the first that follows from those before it") {
  Eigen::MatrixXd design(4, 4);
  design << 1, 1, 0, 0.3,  //
      1, 1, 0, 0.1,        //
      1, 0, 1, 0.7,        //
      1, 0, 1, 0.2;
  CHECK(dependent_column(design) == 2);  // the two levels of a group beside an intercept
  design(3, 2) = 0;
  CHECK_FALSE(dependent_column(design).has_value());
  design.col(3) = 1e9 * design.col(1);  // length does not matter
  CHECK(dependent_column(design) == 3);
  CHECK(dependent_column(Eigen::MatrixXd::Zero(4, 1)) == 0);
}

}  // namespace keur
