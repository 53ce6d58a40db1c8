// SPDX-License-Identifier: Apache-2.0
// What does the cluster bootstrap cost beside reading the counts it resamples?
//   estimate make LEDGER SPEAKERS COLUMNS LINES_PER_SPEAKER
//   estimate read LEDGER                 adds up the counts of each cluster, once
//   estimate bootstrap LEDGER REPLICATES the same, then a rate on every two columns
// LEDGER is laid out like the evidence of a run, one line a case. Prints what was found, so that
// two runs can be compared to the last bit.
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "metrics/estimate/bootstrap.h"

namespace {
using namespace keur;

void make(const char* path, int speakers, int columns, int lines) {
  std::ofstream ledger(path);
  const Resampling sampling{20240117};
  std::uint64_t number = 0;
  for (int line = 0; line < lines; ++line)
    for (int speaker = 0; speaker < speakers; ++speaker) {
      const std::string id = std::to_string(line * speakers + speaker);
      ledger << R"({"task":"t","case":")" << id << R"(","cluster":"k)" << speaker
             << R"(","groups":[],"condition":"","pair":"","status":"matched","counts":[)";
      for (int column = 0; column < columns; ++column)
        ledger << (column ? "," : "")
               << draw(sampling, 0, ++number, column % 2 ? 30 : 5) + column % 2;
      ledger << "]}\n";
    }
}

ClusterSums read(const char* path) {
  std::ifstream ledger(path);
  std::map<std::string, std::vector<double>> by_cluster;
  std::string line;
  ClusterSums result;
  while (std::getline(ledger, line)) {
    const char* cluster = std::strstr(line.c_str(), R"("cluster":")");
    const char* counts = std::strstr(line.c_str(), R"("counts":[)");
    if (!cluster || !counts) std::exit(2);
    cluster += std::strlen(R"("cluster":")");
    auto& sums = by_cluster[std::string(cluster, std::strchr(cluster, '"'))];
    std::size_t column = 0;
    for (const char* at = counts + std::strlen(R"("counts":[)"); *at && *at != ']'; ++column) {
      double count = 0;
      at = std::from_chars(at, line.c_str() + line.size(), count).ptr;
      if (sums.size() <= column) sums.resize(column + 1, 0);
      sums[column] += count;
      if (*at == ',') ++at;
    }
    ++result.cases;
  }
  if (by_cluster.empty()) std::exit(2);
  result.sums.resize(static_cast<Eigen::Index>(by_cluster.size()),
                     static_cast<Eigen::Index>(by_cluster.begin()->second.size()));
  for (const auto& [cluster, sums] : by_cluster) {
    const auto g = static_cast<Eigen::Index>(result.clusters.size());
    result.clusters.push_back(static_cast<int>(g));
    result.sums.row(g) = Eigen::Map<const Row>(sums.data(), static_cast<Eigen::Index>(sums.size()));
  }
  return result;
}

template <int first>
std::optional<Evaluation> rate(const Row& sums) {
  return ratio(sums, {first}, {first + 1});
}

template <int... pair>
std::vector<Metric> rates(std::integer_sequence<int, pair...>) {
  return {
      Metric{"", "", "", "", "", Better::lower, Range::nonnegative, "", false, rate<2 * pair>}...};
}

void bootstrap_all(const ClusterSums& sums, int replicates) {
  const std::vector<Metric> metrics = rates(std::make_integer_sequence<int, 20>());
  std::vector<const Metric*> asked;
  for (std::size_t m = 0; m < metrics.size() && static_cast<Eigen::Index>(2 * m) < sums.sums.cols();
       ++m)
    asked.push_back(&metrics[m]);
  for (const Replicates& found : bootstrap(asked, sums, {20240117, 0, replicates}))
    if (const auto interval = percentile_interval(found, 0.95))
      std::printf("%.17g %.17g\n", interval->lower, interval->upper);
}

}  // namespace

int main(int count, char** arguments) {
  const std::string what = count > 1 ? arguments[1] : "";
  if (what == "make" && count == 6) {
    make(arguments[2], std::atoi(arguments[3]), std::atoi(arguments[4]), std::atoi(arguments[5]));
    return 0;
  }
  if ((what == "read" && count == 3) || (what == "bootstrap" && count == 4)) {
    const ClusterSums sums = read(arguments[2]);
    std::printf("%ld cases, %zu clusters, sum %.17g\n", sums.cases, sums.clusters.size(),
                sums.total().sum());
    if (what == "bootstrap") bootstrap_all(sums, std::atoi(arguments[3]));
    return 0;
  }
  std::fputs("usage: estimate make|read|bootstrap LEDGER ...\n", stderr);
  return 2;
}
