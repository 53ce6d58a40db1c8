// SPDX-License-Identifier: Apache-2.0
#include "harness/run/pipeline.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <random>
#include <stdexcept>

#include "tests/catch.h"

using namespace keur;

namespace {

void wait_a_little(std::uint64_t microseconds) {
  std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
}

}  // namespace

TEST_CASE("results come in the order of the jobs, whatever each takes") {
  for (int threads = 1; threads <= 4; ++threads)
    for (const std::size_t ahead : {1, 2, 7, 1000}) {
      INFO(threads << " threads, " << ahead << " jobs ahead");
      std::mt19937_64 random(static_cast<std::uint64_t>(threads));
      std::vector<std::uint64_t> durations;
      for (int i = 0; i < 200; ++i) durations.push_back(random() % 400);
      std::atomic<bool> strange_worker = false;
      Pipeline<std::size_t, std::size_t> pipeline(threads, [&](std::size_t& job, int worker) {
        if (worker < 0 || worker >= threads) strange_worker = true;
        wait_a_little(durations[job]);
        return job * 2;
      });
      std::vector<std::size_t> results, expected;
      for (std::size_t job = 0; job < durations.size(); ++job) {
        expected.push_back(job * 2);
        pipeline.give(job);
        while (pipeline.pending() > ahead) results.push_back(pipeline.take());
      }
      while (pipeline.pending() > 0) results.push_back(pipeline.take());
      CHECK(results == expected);
      CHECK_FALSE(strange_worker);
    }
}

TEST_CASE("a worker is never in two jobs at once") {
  constexpr int threads = 4;
  std::atomic<int> busy[threads] = {};
  std::atomic<int> clashes = 0;
  Pipeline<int, int> pipeline(threads, [&](int& job, int worker) {
    if (busy[worker].fetch_add(1) != 0) ++clashes;
    wait_a_little(50);
    --busy[worker];
    return job;
  });
  for (int i = 0; i < 200; ++i) pipeline.give(i);
  while (pipeline.pending() > 0) pipeline.take();
  CHECK(clashes == 0);
}

TEST_CASE("with one thread a job runs when its result is taken, in the thread that takes it") {
  const auto here = std::this_thread::get_id();
  int ran = 0;
  bool elsewhere = false;
  {
    Pipeline<int, int> pipeline(1, [&](int& job, int worker) {
      CHECK(worker == 0);
      elsewhere |= std::this_thread::get_id() != here;
      ++ran;
      return job;
    });
    pipeline.give(1);
    pipeline.give(2);
    CHECK(ran == 0);
    CHECK(pipeline.take() == 1);
    CHECK(ran == 1);
    CHECK(pipeline.pending() == 1);
  }
  CHECK(ran == 1);
  CHECK_FALSE(elsewhere);
}

TEST_CASE("an exception comes out where the result would have, those before it are whole") {
  for (int threads = 1; threads <= 4; ++threads) {
    INFO(threads << " threads");
    Pipeline<int, int> pipeline(threads, [](int& job, int) {
      wait_a_little(static_cast<std::uint64_t>(500 - job * 100));  // the last is done first
      if (job >= 3) throw std::runtime_error("job " + std::to_string(job));
      return job;
    });
    for (int i = 0; i < 6; ++i) pipeline.give(i);
    for (int i = 0; i < 3; ++i) CHECK(pipeline.take() == i);
    CHECK_THROWS_WITH(pipeline.take(), "job 3");
  }
}

TEST_CASE("a pipeline may end with work that nobody waits for") {
  for (int threads = 1; threads <= 4; ++threads) {
    INFO(threads << " threads");
    std::atomic<int> ran = 0;
    {
      Pipeline<int, int> pipeline(threads, [&](int& job, int) {
        wait_a_little(100);
        ++ran;
        if (job % 5 == 4) throw std::runtime_error("nobody hears this");
        return job;
      });
      for (int i = 0; i < 50; ++i) pipeline.give(i);
      CHECK(pipeline.take() == 0);
    }
    CHECK(ran >= 1);
    CHECK(ran <= 50);  // none ran twice
  }
  Pipeline<int, int> unused(3, [](int& job, int) { return job; });
  CHECK(unused.pending() == 0);
}

TEST_CASE("jobs and results need only be movable") {
  Pipeline<std::unique_ptr<int>, std::unique_ptr<int>> pipeline(
      2, [](std::unique_ptr<int>& job, int) { return std::move(job); });
  for (int i = 0; i < 20; ++i) pipeline.give(std::make_unique<int>(i));
  for (int i = 0; i < 20; ++i) CHECK(*pipeline.take() == i);
}
