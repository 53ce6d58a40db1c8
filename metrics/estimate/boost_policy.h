// SPDX-License-Identifier: Apache-2.0
// How Boost.Math is asked for a number here: in double throughout, so that the answer does not
// depend on the width of long double, and without exceptions; outside its domain a function
// returns NaN, which no caller in this folder lets out.
#pragma once
#include <boost/math/policies/policy.hpp>

namespace keur {

using Quiet = boost::math::policies::policy<
    boost::math::policies::promote_double<false>,
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;

}  // namespace keur
