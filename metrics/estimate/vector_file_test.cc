// SPDX-License-Identifier: Apache-2.0
#include "metrics/estimate/vector_file_test.h"

namespace keur {

TEST_CASE("a number of a vector that no test asks for is known by its place") {
  const auto content = nlohmann::json::parse(R"({"x": 3, "list": [4, 5, "six"], "none": null,
                                                 "ci": {"0.9": {"lower": 1}, "0.95": {"lower": 2}}})");
  VectorCase one(content);
  CHECK(one.open() == std::set<std::string>{"/ci/0.9/lower", "/ci/0.95/lower", "/list/0", "/list/1",
                                            "/list/2", "/none", "/x"});
  // A key is not the beginning of another: 0.9 leaves 0.95 open.
  one.expect("/ci/0.9/lower", 1);
  CHECK(one.given("x") == 3);
  one.expect("none", std::optional<double>());
  CHECK(one.open() == std::set<std::string>{"/ci/0.95/lower", "/list/0", "/list/1", "/list/2"});
  CHECK(one.numbers_compared() == 2);  // an input is not one
  one.aside("list");
  one.expect("/ci/0.95/lower", 2);
  CHECK(one.open().empty());
  CHECK(one.numbers_compared() == 3);
  CHECK_THROWS(one.expect("not there", 1));
}

}  // namespace keur
