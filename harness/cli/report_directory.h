// SPDX-License-Identifier: Apache-2.0
// Where a run leaves its package. Everything is made in DIR.partial beside it and becomes DIR by
// one rename: a DIR that exists is whole. A run that was stopped goes on from its DIR.partial.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/cli/command.h"
#include "harness/seal/digest.h"

namespace keur {

class ReportDirectory {
 public:
  explicit ReportDirectory(std::filesystem::path path);
  ~ReportDirectory();
  ReportDirectory(const ReportDirectory&) = delete;
  ReportDirectory& operator=(const ReportDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const std::filesystem::path& staging() const { return staging_; }

  // The bytes of the report that is already there; nullopt when there is none.
  std::optional<std::string> finished_report() const;

  // Why this run may not write here; nullopt when it may. `force` allows to replace a report, but
  // never a directory that is none.
  struct Refusal {
    std::string message, hint;
  };
  std::optional<Refusal> claim(bool force);

  // The unfinished ledger of an earlier run, empty when there is none.
  std::string unfinished_ledger() const;

  // Opens the ledger, keeping its first `keep` bytes. Throws std::system_error when the disk fails.
  void begin_ledger(std::size_t keep, std::string_view header);
  void append_ledger(std::string_view lines);
  // SHA-256 of the ledger so far, taken as it was written.
  std::string ledger_sha256() const { return ledger_digest_.hex(); }

  // A file of the package; folders are made.
  void write(const std::string& name, std::string_view bytes) const;

  // Makes the package visible under its name, replacing what `claim` allowed to replace.
  void publish();
  // Leaves nothing behind; for input that could not be used.
  void discard();

 private:
  std::filesystem::path path_, staging_;
  std::vector<std::filesystem::path> made_;  // folders above staging that were not there before
  int ledger_ = -1;
  Sha256 ledger_digest_;
  int lock_ = -1;
};

inline constexpr const char* ledger_name = "evidence/ledger.jsonl";

}  // namespace keur
