// SPDX-License-Identifier: Apache-2.0
#include "harness/data/input_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace keur {

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
      modified_nanoseconds_(other.modified_nanoseconds_) {}

InputFile::~InputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t InputFile::read_at(std::uint64_t offset, char* into, std::size_t length) const {
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
  struct stat status {};
  return ::fstat(descriptor_, &status) == 0 &&
         static_cast<std::uint64_t>(status.st_size) == size_ &&
         status.st_mtim.tv_sec == modified_seconds_ &&
         status.st_mtim.tv_nsec == modified_nanoseconds_;
}

}  // namespace keur
