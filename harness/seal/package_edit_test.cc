// SPDX-License-Identifier: Apache-2.0
// Whatever is edited in a package, verification refuses it and names the file.
#include <sys/stat.h>

#include <functional>

#include "harness/seal/package.h"
#include "harness/seal/test_package.h"

namespace keur {
namespace fs = std::filesystem;
namespace {

const char* const packaged_files[] = {
    "report.dsse.json", "signer.pub.pem",    "views/report.json",     "views/report.html",
    "views/junit.xml",  "inputs/suite.yaml", "evidence/ledger.jsonl",
};

VerifyOptions options_with(bool trusted) {
  VerifyOptions options;
  if (trusted) options.trusted_key = test_key().public_key();
  return options;
}

// In place: writing whole files anew makes some file systems wait for the disk each time.
void write_byte(const fs::path& path, std::size_t at, char byte) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(static_cast<std::streamoff>(at)).put(byte);
  REQUIRE(file.flush().good());
}

void make_fifo(const fs::path& path) { REQUIRE(mkfifo(path.c_str(), 0600) == 0); }

// What must hold of a refusal, as text, so that a failure shows the case; empty when it holds.
std::string complaint(const fs::path& directory, const std::string& file, bool trusted) {
  const Verification result = verify_package(directory, options_with(trusted));
  if (result.authentic || !result.refusal) return "accepted";
  const std::string text = result.refusal->file + ": " + result.refusal->message;
  if (text.find(file) == text.npos) return "does not name " + file + ": " + text;
  if (result.statement || !result.payload_sha256.empty()) return "hands out what it refused";
  return "";
}

}  // namespace

TEST_CASE("editing any byte of the envelope or the key, and of other files, is refused by name") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  for (const bool trusted : {false, true}) {
    REQUIRE(verify_package(directory.path(), options_with(trusted)).authentic);
    for (const std::string file : packaged_files) {
      const std::string bytes = read_bytes(directory.path() / file);
      const bool whole = file == "report.dsse.json" || file == "signer.pub.pem";
      for (std::size_t at = 0; at < bytes.size(); at += whole ? 1 : 5) {
        // The neighbouring character, the other case or a space, a byte that is not ASCII: one
        // of them at each place, all of them over the file.
        const int masks[] = {0x01, 0x20, 0x80};
        write_byte(directory.path() / file, at, static_cast<char>(bytes[at] ^ masks[at % 3]));
        INFO(file << " at byte " << at << (trusted ? ", trusted key" : ", key of the package"));
        CHECK(complaint(directory.path(), file, trusted) == "");
        write_byte(directory.path() / file, at, bytes[at]);
      }
    }
  }
}

TEST_CASE("a file that is longer, shorter, empty, exchanged or gone is refused by name") {
  const std::pair<const char*, std::function<void(const fs::path&)>> edits[] = {
      {"one line feed more", [](const fs::path& p) { write_bytes(p, read_bytes(p) + "\n"); }},
      {"one space more", [](const fs::path& p) { write_bytes(p, read_bytes(p) + " "); }},
      {"one NUL more", [](const fs::path& p) { write_bytes(p, read_bytes(p) + '\0'); }},
      {"one space before", [](const fs::path& p) { write_bytes(p, " " + read_bytes(p)); }},
      {"twice", [](const fs::path& p) { write_bytes(p, read_bytes(p) + read_bytes(p)); }},
      {"one byte less", [](const fs::path& p) { fs::resize_file(p, fs::file_size(p) - 1); }},
      {"half", [](const fs::path& p) { fs::resize_file(p, fs::file_size(p) / 2); }},
      {"empty", [](const fs::path& p) { fs::resize_file(p, 0); }},
      {"gone", [](const fs::path& p) { fs::remove(p); }},
      {"a link to its own bytes",
       [](const fs::path& p) {
         fs::rename(p, p.native() + ".real");
         fs::create_symlink(p.filename().native() + ".real", p);
       }},
      {"a link to nowhere",
       [](const fs::path& p) { fs::remove(p), fs::create_symlink("nowhere", p); }},
      {"a FIFO", [](const fs::path& p) { fs::remove(p), make_fifo(p); }},
      {"a directory", [](const fs::path& p) { fs::remove(p), fs::create_directory(p); }},
  };
  const TestDirectory genuine;
  make_test_package(genuine.path(), test_key());
  for (const auto& [what, edit] : edits)
    for (const std::string file : packaged_files)
      for (const bool trusted : {false, true}) {
        const TestDirectory directory;
        fs::copy(genuine.path(), directory.path(), fs::copy_options::recursive);
        edit(directory.path() / file);
        INFO(file << ": " << what);
        CHECK(complaint(directory.path(), file, trusted) == "");
      }
}

TEST_CASE("anything that was not signed is refused by name") {
  struct Row {
    const char* name;
    std::function<void(const fs::path&)> add;
  };
  const auto file = [](const fs::path& p) { write_bytes(p, ""); };
  const auto link = [](const fs::path& p) { fs::create_symlink("report.dsse.json", p); };
  const auto folder = [](const fs::path& p) { fs::create_directory(p); };
  const auto fifo = [](const fs::path& p) { make_fifo(p); };
  const Row rows[] = {
      {"extra", file},
      {".hidden", file},
      {"views/report.pdf", file},
      {"inputs/other.yaml", file},
      {"report.json", file},
      {"report.dsse.json~", file},
      {"views/report.lab.tsr", file},  // sidecars lie beside the envelope only
      {"report.lab.sigstore.json", file},
      {"report.LAB.tsr", file},
      {"link", link},
      {"report.lab.tsr", link},
      {"views/link", link},
      {"report.lab.tsr", fifo},
      {"folder", folder},
      {"views/folder", folder},
      {"report.lab.tsr", folder},
      {"view", folder},  // the beginning of a known name
  };
  for (const Row& row : rows) {
    const TestDirectory directory;
    make_test_package(directory.path(), test_key());
    row.add(directory.path() / row.name);
    INFO(row.name);
    CHECK(complaint(directory.path(), row.name, false) == "");
  }

  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  write_bytes(directory.path() / "x\x1B[2J\n\xE2\x80\xAE.txt", "");
  CHECK(verify_package(directory.path()).refusal->file == "x\\x1B[2J\\x0A\\u{202E}.txt");
}

TEST_CASE("a directory on the way that is a link is refused by name of the file behind it") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  fs::rename(directory.path() / "views", directory.path() / "real");
  fs::create_directory_symlink("real", directory.path() / "views");
  const Verification result = verify_package(directory.path());
  REQUIRE(result.refusal);
  CHECK(result.refusal->code == RefusalCode::file);
  CHECK(result.refusal->file.starts_with("views/"));
}

TEST_CASE("two files exchanged for each other are both wrong") {
  const TestDirectory directory;
  make_test_package(directory.path(), test_key());
  fs::rename(directory.path() / "views/report.html", directory.path() / "swap");
  fs::rename(directory.path() / "views/junit.xml", directory.path() / "views/report.html");
  fs::rename(directory.path() / "swap", directory.path() / "views/junit.xml");
  CHECK(verify_package(directory.path()).refusal->code == RefusalCode::digest);
}

TEST_CASE("what is no package at all is refused") {
  const TestDirectory directory;
  CHECK(verify_package(directory.path()).refusal->file == "report.dsse.json");
  const fs::path none = directory.path() / "none";
  CHECK(verify_package(none).refusal->file == none.native());
  CHECK(verify_package(none / "report.dsse.json").refusal->file == none.native());
  write_bytes(directory.path() / "file", "");
  CHECK(verify_package(directory.path() / "file").refusal->code == RefusalCode::file);
}

}  // namespace keur
