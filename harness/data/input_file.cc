// SPDX-License-Identifier: Apache-2.0
#include "harness/data/input_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace keur {
namespace {

constexpr std::size_t largest_folder = std::size_t{1} << 30;

}  // namespace

std::optional<InputFile> InputFile::open(const std::string& path, const Span& place,
                                         Diagnostics& problems) {
  const auto refuse = [&](const char* code, std::string message, std::string hint) {
    problems.push_back({code, Severity::error, place.file.empty() ? Span{path, 0, 0, 0} : place,
                        std::move(message), "", std::move(hint)});
    return std::nullopt;
  };
  InputFile file;
  file.path_ = path;
  // O_NONBLOCK: opening a pipe must not wait for a writer; it is refused below.
  file.descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file.descriptor_ < 0)
    return refuse("data-cannot-open",
                  fmt::format("cannot open '{}': {}", path, std::strerror(errno)),
                  place.file.empty() ? "" : "file names in a suite are relative to the suite file");
  struct stat status {};
  if (::fstat(file.descriptor_, &status) != 0)
    return refuse("data-cannot-open",
                  fmt::format("cannot examine '{}': {}", path, std::strerror(errno)), "");
  if (S_ISDIR(status.st_mode) && path.ends_with('/')) {
    if (!file.open_folder(problems)) return std::nullopt;
    return file;
  }
  if (!S_ISREG(status.st_mode))
    return refuse("data-not-a-file", fmt::format("'{}' is not a regular file", path),
                  "write the data to a file first: it is read more than once");
  file.size_ = static_cast<std::uint64_t>(status.st_size);
  file.modified_seconds_ = status.st_mtim.tv_sec;
  file.modified_nanoseconds_ = status.st_mtim.tv_nsec;
  return file;
}

InputFile::InputFile(InputFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_),
      modified_seconds_(other.modified_seconds_),
      modified_nanoseconds_(other.modified_nanoseconds_),
      parts_(std::move(other.parts_)),
      memory_(std::move(other.memory_)),
      in_memory_(other.in_memory_),
      whole_(std::move(other.whole_)) {}

InputFile::~InputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

InputFile InputFile::of_bytes(std::string path, std::string bytes) {
  InputFile file;
  file.path_ = std::move(path);
  file.memory_ = std::move(bytes);
  file.size_ = file.memory_.size();
  file.in_memory_ = true;
  return file;
}

bool InputFile::open_folder(Diagnostics& problems) {
  in_memory_ = true;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_))
    // What file managers and editors leave behind begins with a point.
    if (!entry.path().filename().string().starts_with('.'))
      names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  const std::size_t before = problems.size();
  for (const std::string& name : names) {
    const auto file = open(path_ + name, {}, problems);
    if (!file) continue;
    memory_ += fmt::format("{}\t{}\n", name, file->size());
    if (memory_.size() + file->size() > largest_folder) {
      problems.push_back(
          {"data-too-large",
           Severity::error,
           {path_, 0, 0, 0},
           fmt::format("the files here are larger than {} MiB", largest_folder >> 20),
           "",
           "a folder is read whole: split it"});
      return false;
    }
    const std::size_t offset = memory_.size();
    memory_.resize(offset + static_cast<std::size_t>(file->size()));
    memory_.resize(offset + file->read_at(0, memory_.data() + offset, memory_.size() - offset));
    parts_.push_back({name, offset, memory_.size() - offset, file->modified_seconds_,
                      file->modified_nanoseconds_});
  }
  size_ = memory_.size();
  return problems.size() == before;
}

std::size_t InputFile::read_at(std::uint64_t offset, char* into, std::size_t length) const {
  if (in_memory_)
    return offset < memory_.size() ? memory_.copy(into, length, static_cast<std::size_t>(offset))
                                   : 0;
  std::size_t done = 0;
  while (done < length) {
    const ssize_t count =
        ::pread(descriptor_, into + done, length - done, static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw std::system_error(errno, std::generic_category(), "reading " + path_);
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return done;
}

bool InputFile::unchanged() const {
  for (const Part& part : parts_) {
    struct stat now {};
    if (::stat((path_ + part.name).c_str(), &now) != 0 ||
        static_cast<std::uint64_t>(now.st_size) != part.size ||
        now.st_mtim.tv_sec != part.modified_seconds ||
        now.st_mtim.tv_nsec != part.modified_nanoseconds)
      return false;
  }
  if (in_memory_) return true;  // its parts are those that were read
  struct stat status {};
  return ::fstat(descriptor_, &status) == 0 &&
         static_cast<std::uint64_t>(status.st_size) == size_ &&
         status.st_mtim.tv_sec == modified_seconds_ &&
         status.st_mtim.tv_nsec == modified_nanoseconds_;
}

}  // namespace keur
