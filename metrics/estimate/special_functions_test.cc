// SPDX-License-Identifier: Apache-2.0
// special_functions.json: what Boost.Math answers under the policy of this folder, against scipy.
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "metrics/estimate/boost_policy.h"
#include "metrics/estimate/vector_file_test.h"

namespace keur {
namespace {
namespace math = boost::math;

double answer(const std::string& function, VectorCase& one) {
  const auto x = [&](const char* key) { return one.given(key).get<double>(); };
  if (function == "norm_ppf") return quantile(math::normal_distribution<double, Quiet>(), x("p"));
  if (function == "norm_cdf") return cdf(math::normal_distribution<double, Quiet>(), x("x"));
  if (function == "norm_sf")
    return cdf(complement(math::normal_distribution<double, Quiet>(), x("x")));
  if (function == "t_ppf")
    return quantile(math::students_t_distribution<double, Quiet>(x("df")), x("p"));
  if (function == "t_sf")
    return cdf(complement(math::students_t_distribution<double, Quiet>(x("df")), x("x")));
  if (function == "beta_ppf")
    return quantile(math::beta_distribution<double, Quiet>(x("a"), x("b")), x("p"));
  if (function == "beta_cdf")
    return cdf(math::beta_distribution<double, Quiet>(x("a"), x("b")), x("x"));
  if (function == "chi2_ppf")
    return quantile(math::chi_squared_distribution<double, Quiet>(x("df")), x("p"));
  if (function == "chi2_sf")
    return cdf(complement(math::chi_squared_distribution<double, Quiet>(x("df")), x("x")));
  if (function == "f_ppf")
    return quantile(math::fisher_f_distribution<double, Quiet>(x("d1"), x("d2")), x("p"));
  if (function == "binom_cdf")
    return cdf(math::binomial_distribution<double, Quiet>(x("n"), x("p")), x("k"));
  if (function == "binom_pmf")
    return pdf(math::binomial_distribution<double, Quiet>(x("n"), x("p")), x("k"));
  if (function == "nct_sf")
    return cdf(
        complement(math::non_central_t_distribution<double, Quiet>(x("df"), x("nc")), x("x")));
  FAIL("no such function: " << function);
  return 0;
}

}  // namespace

TEST_CASE("special_functions.json: 241 answers of Boost.Math") {
  VectorFile file("special_functions");
  CHECK(file.cases().size() == 241);
  for (VectorCase& one : file.cases()) {
    const auto function = one.given("fn").get<std::string>();
    INFO(function);
    // scipy 1.10 is up to 1e-8 off in quantiles of t: 5.84090929975643 at 3 degrees of freedom and
    // 0.995, where the closed form of that distribution gives 5.84090930973331, as Boost.Math does.
    one.expect("value", answer(function, one), function == "t_ppf" ? 1.1e-8 : 1e-12);
  }
  file.finish();
}

}  // namespace keur
