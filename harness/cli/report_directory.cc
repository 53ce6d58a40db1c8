// SPDX-License-Identifier: Apache-2.0
#include "harness/cli/report_directory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "harness/seal/subject.h"

namespace keur {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

std::optional<std::string> read_if_there(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void write_all(int descriptor, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("writing " + name);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

// Only what this program made may be replaced by it.
bool is_report(const fs::path& path) {
  return fs::is_regular_file(path / std::string(envelope_name));
}

}  // namespace

ReportDirectory::ReportDirectory(fs::path path) : path_(std::move(path)) {
  if (path_.filename().empty()) path_ = path_.parent_path();  // DIR/ means DIR
  // A link to a directory means that directory: the link itself cannot be replaced by a rename.
  if (fs::is_symlink(path_)) path_ = fs::weakly_canonical(path_);
  staging_ = path_;
  staging_ += ".partial";
}

ReportDirectory::~ReportDirectory() {
  if (ledger_ >= 0) ::close(ledger_);
  if (lock_ >= 0) ::close(lock_);
}

std::optional<std::string> ReportDirectory::finished_report() const {
  if (!is_report(path_)) return std::nullopt;
  return read_if_there(path_ / "views/report.json");
}

std::optional<ReportDirectory::Refusal> ReportDirectory::claim(bool force) {
  const bool there = fs::exists(fs::symlink_status(path_));
  if (there && !(fs::is_directory(path_) && fs::is_empty(path_))) {
    if (!is_report(path_))
      return Refusal{fmt::format("'{}' exists and is no report", path_.string()),
                     "name another directory with --out; this one is left alone"};
    if (!force)
      return Refusal{fmt::format("'{}' holds the report of another run", path_.string()),
                     "name another directory with --out, or replace it with --force"};
  }
  if (fs::exists(fs::symlink_status(staging_))) {
    const auto ledger = read_if_there(staging_ / ledger_name);
    if (!fs::is_directory(fs::symlink_status(staging_)) || !(ledger || fs::is_empty(staging_)))
      return Refusal{fmt::format("'{}' is in the way", staging_.string()), "move it or remove it"};
  }
  for (fs::path above = fs::absolute(staging_).parent_path(); !fs::exists(above);
       above = above.parent_path())
    made_.push_back(above);
  fs::create_directories(staging_ / "evidence");
  // Two runs that write the same directory would mix their ledgers.
  lock_ = ::open(staging_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ < 0) fail("opening " + staging_.string());
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0)
    return Refusal{fmt::format("another run is writing '{}'", staging_.string()),
                   "wait for it to end"};
  return std::nullopt;
}

std::string ReportDirectory::unfinished_ledger() const {
  return read_if_there(staging_ / ledger_name).value_or("");
}

void ReportDirectory::begin_ledger(std::size_t keep, std::string_view header) {
  const fs::path name = staging_ / ledger_name;
  // What else an earlier run left here is not part of this one.
  for (const fs::path& folder : {staging_, staging_ / "evidence"})
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path() != name && entry.path() != name.parent_path()) fs::remove_all(entry.path());
  ledger_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
  if (ledger_ < 0) fail("opening " + name.string());
  if (::ftruncate(ledger_, static_cast<off_t>(keep)) != 0 || ::lseek(ledger_, 0, SEEK_END) < 0)
    fail("writing " + name.string());
  ledger_digest_ = {};
  if (keep > 0) ledger_digest_.update(std::string_view(unfinished_ledger()));
  if (keep == 0) append_ledger(header);
}

void ReportDirectory::append_ledger(std::string_view lines) {
  write_all(ledger_, lines, ledger_name);
  ledger_digest_.update(lines);
}

void ReportDirectory::write(const std::string& name, std::string_view bytes) const {
  const fs::path file = staging_ / name;
  fs::create_directories(file.parent_path());
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) fail("opening " + file.string());
  write_all(descriptor, bytes, file.string());
  if (::close(descriptor) != 0) fail("writing " + file.string());
}

void ReportDirectory::publish() {
  if (ledger_ >= 0 && ::fsync(ledger_) != 0) fail("writing " + std::string(ledger_name));
  if (is_report(path_)) {
    // In one step, so that there is a whole report under this name at every moment.
    if (::renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) != 0)
      fail("replacing " + path_.string());
    fs::remove_all(staging_);
    return;
  }
  if (::rename(staging_.c_str(), path_.c_str()) != 0) fail("publishing " + path_.string());
}

void ReportDirectory::discard() {
  fs::remove_all(staging_);
  std::error_code not_empty;  // somebody else uses it by now: it stays
  for (const fs::path& folder : made_)
    if (!fs::remove(folder, not_empty)) break;
}

}  // namespace keur
