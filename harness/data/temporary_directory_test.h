// SPDX-License-Identifier: Apache-2.0
// Files for a test, gone when it ends.
#pragma once
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "harness/data/input_file.h"
#include "metrics/core/diagnostics_test.h"
#include "tests/catch.h"

namespace keur {

class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "keur-test-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string path(const std::string& name) const { return (path_ / name).string(); }

  // Writes the file and returns its path.
  std::string write(const std::string& name, std::string_view bytes) const {
    std::ofstream file(path(name), std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    REQUIRE(file.good());
    return path(name);
  }

  InputFile open(const std::string& name, std::string_view bytes) const {
    Diagnostics problems;
    auto file = InputFile::open(write(name, bytes), {}, problems);
    REQUIRE(file.has_value());
    return std::move(*file);
  }

 private:
  std::filesystem::path path_;
};

}  // namespace keur
