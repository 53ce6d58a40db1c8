// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/package_directory.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>

#include "harness/seal/escape.h"
#include "harness/seal/write_file.h"

namespace keur {
namespace {

constexpr const char* is_a_link = "is a symbolic link, which a package may not hold";

Refusal refuse(std::string_view name, const char* message) {
  return {RefusalCode::file, escape_untrusted(name), message};
}

// O_NOFOLLOW at a link gives ELOOP, or ENOTDIR where a directory was asked for.
Refusal refuse_to_open(std::string_view name, int error_number) {
  if (error_number == ELOOP) return refuse(name, is_a_link);
  if (error_number == ENOTDIR)
    return refuse(name, "does not lie in a directory: a file or a link has taken its place");
  return cannot_open(name, error_number);
}

int open_inner_directory(int from, const std::string& segment) {
  return openat(from, segment.c_str(), reading_flags | O_DIRECTORY | O_NOFOLLOW);
}

// The directory that holds the last segment of a name.
struct Place {
  Descriptor directory;
  std::string last;
};
Checked<Place> find_place(const Descriptor& root, std::string_view name) {
  Place place{Descriptor(fcntl(root.number(), F_DUPFD_CLOEXEC, 0)), {}};
  std::string_view rest = name;
  for (std::size_t slash; (slash = rest.find('/')) != std::string_view::npos;
       rest.remove_prefix(slash + 1)) {
    Descriptor next(
        open_inner_directory(place.directory.number(), std::string(rest.substr(0, slash))));
    if (!next.is_open()) return refuse_to_open(name, errno);
    place.directory = std::move(next);
  }
  place.last = rest;
  return place;
}

// The names in a directory, sorted, so that the same stranger is named every time.
Checked<std::set<std::string>> list(const Descriptor& directory, const std::string& name) {
  struct Close {
    void operator()(DIR* stream) const { closedir(stream); }
  };
  // A descriptor of its own: fdopendir() takes it over, and its position is not shared.
  const int copy = openat(directory.number(), ".", reading_flags | O_DIRECTORY);
  const std::unique_ptr<DIR, Close> stream(copy < 0 ? nullptr : fdopendir(copy));
  if (!stream) return system_refusal(name, "cannot be listed", errno);
  std::set<std::string> names;
  errno = 0;
  while (const dirent* entry = readdir(stream.get())) {
    const std::string_view found = entry->d_name;
    if (found != "." && found != "..") names.emplace(found);
  }
  if (errno != 0) return system_refusal(name, "cannot be listed", errno);
  return names;
}

bool leads_to_any(const std::string& directory, const std::set<std::string>& names) {
  const auto next = names.lower_bound(directory + "/");
  return next != names.end() && next->compare(0, directory.size() + 1, directory + "/") == 0;
}

// Ends: it only enters directories that lead to a known name, and those are finite.
std::optional<Refusal> walk(const Descriptor& directory, const std::string& prefix,
                            const std::set<std::string>& known,
                            const PackageDirectory::Visit& visit) {
  auto entries = list(directory, prefix.empty() ? "the package" : prefix);
  if (!entries) return entries.refusal();
  for (const std::string& entry : *entries) {
    const std::string name = prefix + entry;
    struct stat status;
    if (fstatat(directory.number(), entry.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
      return system_refusal(name, "cannot be examined", errno);
    if (S_ISLNK(status.st_mode)) return refuse(name, is_a_link);
    if (S_ISREG(status.st_mode)) {
      if (known.count(name) > 0) continue;
      if (auto refusal = visit(name)) return refusal;
    } else if (!S_ISDIR(status.st_mode)) {
      return refuse(name, "is not a regular file");
    } else if (!leads_to_any(name, known)) {
      return refuse(name, "is a directory that is not covered by the signature");
    } else {
      const Descriptor inner(open_inner_directory(directory.number(), entry));
      if (!inner.is_open()) return refuse_to_open(name, errno);
      if (auto refusal = walk(inner, name + "/", known, visit)) return refusal;
    }
  }
  return std::nullopt;
}

}  // namespace

Checked<PackageDirectory> PackageDirectory::open(const std::filesystem::path& path) {
  Descriptor descriptor(::open(path.c_str(), reading_flags | O_DIRECTORY));
  if (!descriptor.is_open()) return cannot_open(path.native(), errno);
  return PackageDirectory(std::move(descriptor));
}

Checked<OpenFile> PackageDirectory::open_file(std::string_view name) const {
  auto place = find_place(descriptor_, name);
  if (!place) return place.refusal();
  Descriptor file(
      openat(place->directory.number(), place->last.c_str(), reading_flags | O_NOFOLLOW));
  if (!file.is_open()) return refuse_to_open(name, errno);
  return regular_file(std::move(file), name);
}

bool PackageDirectory::is_absent(std::string_view name) const {
  struct stat status;
  const std::string path(name);
  return fstatat(descriptor_.number(), path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 &&
         errno == ENOENT;
}

std::optional<Refusal> PackageDirectory::visit_others(const std::set<std::string>& known,
                                                      const Visit& visit) const {
  return walk(descriptor_, "", known, visit);
}

std::optional<Refusal> PackageDirectory::replace_file(const std::string& name,
                                                      std::string_view bytes) const {
  const std::string temporary = name + ".unfinished";
  // Left behind by a run that was killed; nobody else may write here.
  unlinkat(descriptor_.number(), temporary.c_str(), 0);
  if (auto refusal = write_new_file(descriptor_.number(), temporary, bytes, 0644)) return refusal;
  if (renameat(descriptor_.number(), temporary.c_str(), descriptor_.number(), name.c_str()) == 0)
    return std::nullopt;
  const int error_number = errno;
  unlinkat(descriptor_.number(), temporary.c_str(), 0);
  return system_refusal(name, "cannot be written", error_number);
}

}  // namespace keur
