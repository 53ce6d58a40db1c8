// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/key_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "harness/seal/files.h"
#include "harness/seal/write_file.h"

namespace keur {
namespace {

// On the open descriptor: the file behind the name cannot be exchanged between check and reading.
std::optional<Refusal> find_exposure(const OpenFile& file) {
  struct stat status;
  if (fstat(file.descriptor.number(), &status) != 0)
    return system_refusal(file.name, "cannot be examined", errno);
  if (status.st_uid != geteuid() && status.st_uid != 0)
    return Refusal{RefusalCode::key, file.name, "belongs to another user, who can exchange it"};
  if ((status.st_mode & 077) != 0)
    return Refusal{RefusalCode::key, file.name,
                   fmt::format("is open to other users (mode {:04o}). chmod 600 FILE closes it",
                               static_cast<unsigned>(status.st_mode & 07777))};
  return std::nullopt;
}

}  // namespace

Checked<PrivateKey> read_private_key(const std::filesystem::path& path) {
  const auto file = open_file(path);
  if (!file) return file.refusal();
  if (auto refusal = find_exposure(*file)) return *refusal;
  Secret buffer(4096), pem;
  const auto keep = [&](std::string_view piece) {
    pem.insert(pem.end(), piece.begin(), piece.end());
  };
  if (auto refusal = stream(*file, largest_key_file, buffer, keep)) return *refusal;
  auto key = PrivateKey::from_pem(view(pem));
  if (!key) return Refusal{RefusalCode::key, file->name, key.refusal().message};
  return key;
}

std::optional<Refusal> write_key_pair(const std::filesystem::path& name, const PrivateKey& key) {
  const std::string private_path = name.native() + ".key.pem";
  const std::string public_path = name.native() + ".pub.pem";
  if (auto refusal = write_new_file(AT_FDCWD, private_path, view(key.pem()), 0600)) return refusal;
  if (auto refusal = write_new_file(AT_FDCWD, public_path, key.public_key().pem(), 0644)) {
    unlink(private_path.c_str());
    return refusal;
  }
  return std::nullopt;
}

}  // namespace keur
