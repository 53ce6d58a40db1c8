// SPDX-License-Identifier: Apache-2.0
// Work on several cores whose results come back in the order it was handed out, so that the number
// of threads changes no byte of what is written.
#pragma once
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace keur {

// Job and Result are movable. With one thread jobs run when their result is taken; there is no
// other thread then. A job that throws makes take() throw.
template <class Job, class Result>
class Pipeline {
 public:
  // `work(job, worker)` gets the worker's number, for scratch space of its own.
  Pipeline(int threads, std::function<Result(Job&, int)> work) : work_(std::move(work)) {
    if (threads > 1)
      for (int i = 0; i < threads; ++i) workers_.emplace_back([this, i] { serve(i); });
  }

  ~Pipeline() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

  void give(Job job) {
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back({std::move(job), {}, {}, State::waiting});
    }
    changed_.notify_all();
  }

  std::size_t pending() const { return tasks_.size(); }

  // The result of the oldest job not taken yet.
  Result take() {
    std::unique_lock lock(mutex_);
    Task& task = tasks_.front();
    if (workers_.empty()) {
      run(task, 0);
    } else {
      changed_.wait(lock, [&] { return task.state == State::done; });
    }
    if (task.failure) std::rethrow_exception(task.failure);
    Result result = std::move(task.result);
    tasks_.pop_front();
    return result;
  }

 private:
  enum class State { waiting, running, done };
  struct Task {
    Job job;
    Result result;
    std::exception_ptr failure;
    State state;
  };

  void run(Task& task, int worker) {
    try {
      task.result = work_(task.job, worker);
    } catch (...) {
      task.failure = std::current_exception();
    }
  }

  void serve(int worker) {
    std::unique_lock lock(mutex_);
    for (;;) {
      Task* next = nullptr;
      changed_.wait(lock, [&] {
        for (Task& task : tasks_)
          if (task.state == State::waiting) {
            next = &task;
            return true;
          }
        return stopping_;
      });
      if (!next) return;
      next->state = State::running;
      lock.unlock();
      run(*next, worker);  // a deque keeps its elements in place while others come and go
      lock.lock();
      next->state = State::done;
      changed_.notify_all();
    }
  }

  std::function<Result(Job&, int)> work_;
  std::deque<Task> tasks_;  // oldest first; guarded by mutex_
  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace keur
