// SPDX-License-Identifier: Apache-2.0
#include "harness/data/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness/data/temporary_directory_test.h"

using namespace keur;

namespace {

// Sets the modification time to a fixed moment, or to one a nanosecond later.
void set_time(const std::string& path, long nanoseconds) {
  const struct timespec times[2] = {{0, UTIME_OMIT}, {1'000'000'000, nanoseconds}};
  REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
}

std::optional<InputFile> opened(const std::string& path, Diagnostics& problems) {
  return InputFile::open(path, {}, problems);
}

}  // namespace

TEST_CASE("a file is read by position") {
  const TemporaryDirectory here;
  const InputFile file = here.open("data", "0123456789");
  CHECK(file.path() == here.path("data"));
  CHECK(file.size() == 10);
  struct Example {
    std::uint64_t offset;
    std::size_t length;
    const char* bytes;
  };
  const Example examples[] = {{0, 10, "0123456789"}, {3, 4, "3456"}, {7, 100, "789"},
                              {10, 5, ""},           {1000, 5, ""},  {2, 0, ""}};
  for (const Example& example : examples) {
    std::string bytes(example.length, '?');
    bytes.resize(file.read_at(example.offset, bytes.data(), example.length));
    CHECK(bytes == example.bytes);
  }
}

TEST_CASE("an empty file is a file") {
  const TemporaryDirectory here;
  CHECK(here.open("empty", "").size() == 0);
}

TEST_CASE("what is no regular file is refused, and no pipe is waited for") {
  const TemporaryDirectory here;
  REQUIRE(::mkfifo(here.path("pipe").c_str(), 0600) == 0);
  std::filesystem::create_directory(here.path("folder"));
  std::filesystem::create_symlink("nowhere", here.path("dangling"));
  struct Example {
    const char *name, *code;
  };
  const Example examples[] = {{"missing", "data-cannot-open"},
                              {"dangling", "data-cannot-open"},
                              {"folder", "data-not-a-file"},
                              {"pipe", "data-not-a-file"}};
  for (const Example& example : examples) {
    INFO(example.name);
    Diagnostics problems;
    CHECK_FALSE(opened(here.path(example.name), problems));
    CHECK(places(problems) == std::string(example.code) + " 0:0+0");
    CHECK(problems[0].span.file == here.path(example.name));
  }
  Diagnostics problems;
  CHECK_FALSE(opened("/dev/null", problems));
  CHECK(codes(problems) == "data-not-a-file");
}

TEST_CASE("a link to a file is that file") {
  const TemporaryDirectory here;
  here.write("data", "abc");
  std::filesystem::create_symlink("data", here.path("link"));
  Diagnostics problems;
  const auto file = opened(here.path("link"), problems);
  REQUIRE(file);
  CHECK(file->size() == 3);
}

TEST_CASE("the place of a problem is where the suite names the file") {
  const TemporaryDirectory here;
  Diagnostics problems;
  InputFile::open(here.path("missing"), {"suite.yaml", 7, 12, 5}, problems);
  CHECK(places(problems) == "data-cannot-open 7:12+5");
  CHECK(problems[0].span.file == "suite.yaml");
}

TEST_CASE("a file that was touched, written or cut counts as changed") {
  const TemporaryDirectory here;
  const std::string path = here.write("data", "0123456789");
  set_time(path, 0);
  Diagnostics problems;
  const auto file = opened(path, problems);
  REQUIRE(file);
  CHECK(file->unchanged());
  set_time(path, 1);
  CHECK_FALSE(file->unchanged());
  set_time(path, 0);
  CHECK(file->unchanged());
  here.write("data", "01234567890");
  set_time(path, 0);
  CHECK_FALSE(file->unchanged());  // by its size alone
  here.write("data", "012345678");
  set_time(path, 0);
  CHECK_FALSE(file->unchanged());
}

TEST_CASE("a file that is replaced under the same name is still the one that was opened") {
  const TemporaryDirectory here;
  const InputFile file = here.open("data", "old");
  std::filesystem::rename(here.write("new", "newer"), here.path("data"));
  std::string bytes(3, '?');
  CHECK(file.read_at(0, bytes.data(), 3) == 3);
  CHECK(bytes == "old");
}

TEST_CASE("a file that is moved keeps its descriptor") {
  const TemporaryDirectory here;
  InputFile first = here.open("data", "abc");
  const InputFile second = std::move(first);
  char byte = 0;
  CHECK(second.read_at(1, &byte, 1) == 1);
  CHECK(byte == 'b');
  CHECK(second.unchanged());
}
