// SPDX-License-Identifier: Apache-2.0
// What did a command cost?
//   measure TABLE COMMAND [ARGUMENT...]
// Runs the command with the streams it was given itself, appends one line to TABLE (wall seconds,
// CPU seconds in user and kernel mode together, peak resident memory in KiB, separated by tabs) and
// ends with the command's exit code. A command ended by a signal gives 128 and its number.
//
// Linux counts the memory of the process that starts a command into the command's peak, so this one
// has to stay small: link it statically.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <ctime>

namespace {

double seconds_now() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

int fail(const char* what) {
  std::perror(what);
  return 127;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fputs("usage: measure TABLE COMMAND [ARGUMENT...]\n", stderr);
    return 2;
  }
  const double start = seconds_now();
  const pid_t child = fork();
  if (child < 0) return fail("fork");
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    _exit(fail(arguments[2]));
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) return fail("wait4");
  const double wall = seconds_now() - start;

  std::FILE* table = std::fopen(arguments[1], "a");
  if (!table) return fail(arguments[1]);
  std::fprintf(table, "%.4f\t%.4f\t%ld\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime),
               usage.ru_maxrss);
  if (std::fclose(table) != 0) return fail(arguments[1]);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
