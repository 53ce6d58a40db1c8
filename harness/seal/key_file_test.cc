// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/key_file.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <csignal>

#include "harness/seal/test_package.h"

namespace keur {
namespace fs = std::filesystem;
namespace {

mode_t mode_of(const fs::path& path) {
  struct stat status;
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

}  // namespace

TEST_CASE("a key pair is written, the private half for its owner alone, and read back") {
  const TestDirectory directory;
  const mode_t umask_before = umask(0);  // the modes must not depend on it
  const PrivateKey key = PrivateKey::generate(KeyAlgorithm::ed25519);
  CHECK(write_key_pair(directory.path() / "lab", key) == std::nullopt);
  umask(umask_before);
  CHECK(mode_of(directory.path() / "lab.key.pem") == 0600);
  CHECK(mode_of(directory.path() / "lab.pub.pem") == 0644);

  const auto read = read_private_key(directory.path() / "lab.key.pem");
  REQUIRE(read);
  CHECK(read->public_key().key_id() == key.public_key().key_id());
  const auto public_half = PublicKey::from_file(directory.path() / "lab.pub.pem");
  REQUIRE(public_half);
  CHECK(public_half->key_id() == key.public_key().key_id());
}

TEST_CASE("a key pair never overwrites and never comes alone") {
  const PrivateKey key = test_key();
  for (const char* taken : {"lab.key.pem", "lab.pub.pem"}) {
    const TestDirectory directory;
    write_bytes(directory.path() / taken, "precious");
    const auto refusal = write_key_pair(directory.path() / "lab", key);
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::file);
    CHECK(refusal->file == (directory.path() / taken).native());
    CHECK(refusal->message == "exists and is not overwritten");
    CHECK(read_bytes(directory.path() / taken) == "precious");
    CHECK(std::distance(fs::directory_iterator(directory.path()), {}) == 1);
  }
  const TestDirectory directory;
  fs::create_symlink("elsewhere", directory.path() / "lab.key.pem");
  CHECK(write_key_pair(directory.path() / "lab", key));
  CHECK_FALSE(fs::exists(directory.path() / "elsewhere"));
  CHECK(write_key_pair(directory.path() / "no/such/folder/lab", key));
}

TEST_CASE("a full disk leaves no part of a key pair behind") {
  const TestDirectory directory;
  const auto action_before = std::signal(SIGXFSZ, SIG_IGN);  // the write fails instead
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  // Room for the private half (119 bytes) or for neither.
  for (const rlim_t room : {rlim_t{0}, rlim_t{118}}) {
    rlimit small = before;
    small.rlim_cur = room;
    setrlimit(RLIMIT_FSIZE, &small);
    const auto refusal = write_key_pair(directory.path() / "lab", test_key());
    setrlimit(RLIMIT_FSIZE, &before);
    REQUIRE(refusal);
    CHECK(refusal->code == RefusalCode::file);
    CHECK(fs::is_empty(directory.path()));
  }
  std::signal(SIGXFSZ, action_before);
}

TEST_CASE("a private key that others can read or exchange is refused") {
  const TestDirectory directory;
  const auto path = directory.path() / "lab.key.pem";
  REQUIRE_FALSE(write_key_pair(directory.path() / "lab", test_key()));
  for (const mode_t mode : {0640u, 0604u, 0620u, 0602u, 0610u, 0601u, 0644u, 0777u}) {
    REQUIRE(chmod(path.c_str(), mode) == 0);
    const auto key = read_private_key(path);
    REQUIRE_FALSE(key);
    CHECK(key.refusal().code == RefusalCode::key);
    CHECK_THAT(key.refusal().message, Catch::Contains("chmod 600"));
  }
  REQUIRE(chmod(path.c_str(), 0400) == 0);
  CHECK(read_private_key(path));
  fs::create_symlink("lab.key.pem", directory.path() / "link");
  CHECK(read_private_key(directory.path() / "link"));

  if (geteuid() != 0) {
    WARN("not root: a key that belongs to another user cannot be made here");
  } else {
    REQUIRE(chown(path.c_str(), 1, 1) == 0);
    CHECK(read_private_key(path).refusal().message ==
          "belongs to another user, who can exchange it");
  }
}

TEST_CASE("a private key file is a small regular file with one key") {
  const TestDirectory directory;
  const auto path = directory.path() / "key.pem";
  const std::string pem(view(test_key().pem()));
  const auto refusal_of = [&](const std::string& bytes) {
    write_bytes(path, bytes);
    REQUIRE(chmod(path.c_str(), 0600) == 0);
    const auto key = read_private_key(path);
    REQUIRE_FALSE(key);
    CHECK(key.refusal().file == path.native());
    return key.refusal();
  };
  CHECK(refusal_of(pem + pem).code == RefusalCode::key);
  CHECK(refusal_of("").code == RefusalCode::key);
  CHECK(refusal_of(pem + std::string(65536, '\n')).code == RefusalCode::size);
  CHECK(read_private_key(directory.path()).refusal().message == "is not a regular file");
  REQUIRE(mkfifo((directory.path() / "fifo").c_str(), 0600) == 0);
  CHECK(read_private_key(directory.path() / "fifo").refusal().message == "is not a regular file");
  CHECK(read_private_key(directory.path() / "none").refusal().message == "is missing");
}

}  // namespace keur
