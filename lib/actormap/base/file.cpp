#include <actormap/base/byte_source.hpp>
#include <actormap/base/error.hpp>
#include <actormap/base/file.hpp>
#include <actormap/base/large_pages.hpp>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace actormap {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ > STDERR_FILENO) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

  private:
    int number_;
};

std::string reason() {
    return std::generic_category().message(errno);
}

[[noreturn]] void cannot_read(const std::string& path) {
    if (errno == ENOENT) throw InputError("file-missing", {path}, "no such file; check the path");
    throw InputError("file-unreadable", {path}, "cannot be read: " + reason());
}

[[noreturn]] void cannot_write(const std::string& path) {
    throw Error("file-unwritable",
                path + ": cannot be written: " + reason() + "; choose another place for it");
}

class FileSource : public ByteSource {
  public:
    explicit FileSource(const std::string& path)
        : path_(path),
          file_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        struct stat status {};
        if (file_.number() < 0 || ::fstat(file_.number(), &status) != 0) cannot_read(path);
        if (S_ISDIR(status.st_mode))
            throw InputError("file-directory", {path}, "is a directory; name the files in it");
        if (!S_ISREG(status.st_mode)) return;
        check_size(status.st_size);
        size_ = static_cast<std::size_t>(status.st_size);
    }

    [[nodiscard]] std::size_t read(char* to, std::size_t most) override {
        for (;;) {
            const ssize_t got = ::read(file_.number(), to, most);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) cannot_read(path_);
            taken_ += static_cast<std::size_t>(got);
            check_size(taken_);
            return static_cast<std::size_t>(got);
        }
    }
    [[nodiscard]] std::size_t size() const override { return size_; }

  private:
    template <typename Size>
    void check_size(Size size) const {
        if (std::cmp_greater(size, largest_input))
            throw InputError("file-size", {path_}, "is larger than 2 GiB; split it");
    }

    std::string path_;
    Descriptor file_;
    std::size_t size_ = 0;
    std::size_t taken_ = 0;
};

void write_all(int descriptor, std::string_view content, const std::string& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) cannot_write(path);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// A file beside its destination that vanishes unless it is kept.
class Temporary {
  public:
    explicit Temporary(const std::string& destination)
        : name_(destination.substr(0, destination.find_last_of('/') + 1) + ".actormap-XXXXXX") {
        descriptor_.emplace(::mkostemp(name_.data(), O_CLOEXEC));
        if (descriptor_->number() < 0) cannot_write(destination);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (!kept_) ::unlink(name_.c_str());
    }
    void fill(std::string_view content, mode_t mode, const std::string& path) {
        write_all(descriptor_->number(), content, path);
        if (::fchmod(descriptor_->number(), mode) != 0) cannot_write(path);
        if (::fsync(descriptor_->number()) != 0) cannot_write(path);
        if (!descriptor_->close()) cannot_write(path);
    }
    void keep_as(const std::string& path) {
        if (::rename(name_.c_str(), path.c_str()) != 0) cannot_write(path);
        kept_ = true;
    }

  private:
    std::string name_;
    std::optional<Descriptor> descriptor_;
    bool kept_ = false;
};

/// Where a path leads in the end: a symbolic link is followed, also one to a file that does not
/// exist yet, so that writing changes the file and not the link.
std::string target_of(std::string path) {
    constexpr int most_links = 40;  // as Linux has it
    for (int links = 0; links < most_links; ++links) {
        char target[PATH_MAX];
        const ssize_t size = ::readlink(path.c_str(), target, sizeof target);
        if (size < 0) return path;
        const std::string_view next(target, static_cast<std::size_t>(size));
        if (next.starts_with('/'))
            path = next;
        else
            path = path.substr(0, path.find_last_of('/') + 1).append(next);
    }
    errno = ELOOP;
    cannot_write(path);
}

/// The permissions that a new file gets: what the process's mask leaves of rw-rw-rw-.
mode_t default_mode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

}  // namespace

std::size_t TextSource::read(char* to, std::size_t most) {
    const std::string_view piece = rest_.substr(0, std::min(most, piece_));
    std::copy(piece.begin(), piece.end(), to);
    rest_.remove_prefix(piece.size());
    return piece.size();
}

std::unique_ptr<ByteSource> open_file(const std::string& path) {
    return std::make_unique<FileSource>(path);
}

void read_rest(ByteSource& source, std::string& to) {
    constexpr std::size_t step = std::size_t{1} << 16;
    if (source.size() > to.size()) {
        to.reserve(source.size() + step);
        prefer_large_pages(to.data() + to.size(), to.capacity() - to.size());
    }
    for (std::size_t got = 1; got != 0;) {
        const std::size_t have = to.size();
        to.resize(have + step);
        got = source.read(to.data() + have, step);
        to.resize(have + got);
    }
}

std::string read_file(const std::string& path) {
    std::string content;
    read_rest(*open_file(path), content);
    return content;
}

void write_file(const std::string& path, std::string_view content) {
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists && !S_ISREG(status.st_mode)) {
        const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
        if (file.number() < 0) cannot_write(path);
        write_all(file.number(), content, path);
        return;
    }
    // Renaming asks for no permission to write the file itself; somebody took it away for a reason.
    if (exists && ::access(path.c_str(), W_OK) != 0) cannot_write(path);
    const std::string target = target_of(path);
    Temporary file(target);
    file.fill(content, exists ? status.st_mode & 07777 : default_mode(), path);
    file.keep_as(target);
}

}  // namespace actormap
