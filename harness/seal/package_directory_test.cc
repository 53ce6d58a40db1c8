// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/package_directory.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness/seal/test_package.h"

namespace keur {
namespace fs = std::filesystem;

TEST_CASE("a file is opened from the directory that was opened, whatever its path becomes") {
  const TestDirectory directory;
  write_bytes(directory.path() / "package/a/b/c", "genuine");
  const auto package = PackageDirectory::open(directory.path() / "package");
  REQUIRE(package);
  fs::rename(directory.path() / "package", directory.path() / "moved");
  write_bytes(directory.path() / "package/a/b/c", "exchanged");

  const auto file = package->open_file("a/b/c");
  REQUIRE(file);
  // The descriptor stays with the file when the name is given to another one.
  fs::remove(directory.path() / "moved/a/b/c");
  write_bytes(directory.path() / "moved/a/b/c", "exchanged");
  const auto bytes = read_whole(*file, 100);
  REQUIRE(bytes);
  CHECK(*bytes == "genuine");
  CHECK(read_whole(*package->open_file("a/b/c"), 8).refusal().code == RefusalCode::size);
  CHECK(*read_whole(*package->open_file("a/b/c"), 9) == "exchanged");
}

TEST_CASE("no link is followed, at whichever segment") {
  const TestDirectory directory;
  write_bytes(directory.path() / "a/b/c", "x");
  fs::create_directory_symlink("a", directory.path() / "link");
  fs::create_directory_symlink("b", directory.path() / "a/link");
  fs::create_symlink("c", directory.path() / "a/b/link");
  const auto package = PackageDirectory::open(directory.path());
  REQUIRE(package);
  CHECK(package->open_file("a/b/c"));
  for (const char* name : {"link/b/c", "a/link/c", "a/b/link"}) {
    const auto file = package->open_file(name);
    REQUIRE_FALSE(file);
    CHECK(file.refusal().code == RefusalCode::file);
    CHECK(file.refusal().file == name);
  }
  CHECK(package->open_file("a/b").refusal().message == "is not a regular file");
  CHECK(package->open_file("a/b/c/d").refusal().code == RefusalCode::file);
  CHECK(package->open_file("a/none/c").refusal().message == "is missing");
  CHECK_FALSE(package->is_absent("a/b/link"));
  CHECK(package->is_absent("a/b/none"));
}

TEST_CASE("other files are visited in order of their names until one is refused") {
  const TestDirectory directory;
  for (const char* name : {"b", "a", "known/x", "known/y", "c"})
    write_bytes(directory.path() / name, "");
  const auto package = PackageDirectory::open(directory.path());
  REQUIRE(package);
  std::vector<std::string> seen;
  const auto visit = [&](const std::string& name) -> std::optional<Refusal> {
    seen.push_back(name);
    if (name == "known/y") return Refusal{RefusalCode::file, name, "refused here"};
    return std::nullopt;
  };
  CHECK(package->visit_others({"known/x", "known/y"}, visit) == std::nullopt);
  CHECK(seen == std::vector<std::string>{"a", "b", "c"});
  seen.clear();
  CHECK(package->visit_others({"known/x", "b"}, visit)->message == "refused here");
  CHECK(seen == std::vector<std::string>{"a", "c", "known/y"});
}

TEST_CASE("a file is replaced whole or not at all") {
  const TestDirectory directory;
  const auto package = PackageDirectory::open(directory.path());
  REQUIRE(package);
  write_bytes(directory.path() / "file", "old");
  write_bytes(directory.path() / "file.unfinished", "left behind");
  CHECK(package->replace_file("file", "new") == std::nullopt);
  CHECK(read_bytes(directory.path() / "file") == "new");
  CHECK_FALSE(fs::exists(directory.path() / "file.unfinished"));

  fs::create_directory(directory.path() / "taken");
  const auto refusal = package->replace_file("taken", "new");
  REQUIRE(refusal);
  CHECK(refusal->file == "taken");
  CHECK_FALSE(fs::exists(directory.path() / "taken.unfinished"));
}

}  // namespace keur
