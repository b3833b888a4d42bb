#include <actormap/base/error.hpp>
#include <actormap/base/file.hpp>
#include <actormap/base/sha256.hpp>
#include <actormap/base/text.hpp>
#include <actormap/batch/folder.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace actormap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view temporary = ".actormap-";  // and six letters: base/file.cpp
constexpr std::size_t temporary_size = temporary.size() + 6;

[[noreturn]] void cannot_write(const std::string& path) {
    throw Error("file-unwritable",
                path + ": cannot be written: " + std::generic_category().message(errno) +
                    "; choose another place for it");
}

/// Whether a file could be locked, if need be after a moment: a batch that was just killed holds it
/// until its last process is gone. Where there are no locks, it could.
bool lock(int file, int how, int tries = 40) {
    for (int i = 0; i < tries; ++i) {
        if (::flock(file, how | LOCK_NB) == 0) return true;
        if (errno != EWOULDBLOCK && errno != EINTR) return true;
        if (i + 1 < tries) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

/// Whether the reason why a file cannot be written lies in its place alone.
bool is_blocked(int why) {
    return why == EISDIR || why == ENOTDIR || why == ENAMETOOLONG || why == ELOOP ||
           why == ENOTEMPTY || why == EEXIST;
}

[[noreturn]] void cannot_place(const std::string& path) {
    if (!is_blocked(errno)) cannot_write(path);
    throw Error("output-blocked",
                path + ": cannot be written: " + std::generic_category().message(errno) +
                    "; move away what is there");
}

void write_all(int file, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) cannot_write(path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// What a shard's fellows must agree in.
std::string agreement(const BatchHead& head) {
    std::string text =
        std::to_string(head.shard.count) + ' ' + head.version + ' ' + head.plan_sha256 + '\n';
    for (const BatchInput& input : head.inputs) text += input.sha256 + '\n';
    return text;
}

}  // namespace

class BatchFolder::Descriptor {
  public:
    Descriptor(const std::string& path, int flags) : Descriptor(AT_FDCWD, path, flags, path) {}
    /// Below an open folder; `path` is what messages call it.
    Descriptor(int folder, const std::string& name, int flags, const std::string& path)
        : number(::openat(folder, name.c_str(), flags | O_CLOEXEC, 0666)) {
        if (number < 0) cannot_place(path);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    explicit Descriptor(int opened) : number(opened) {}
    ~Descriptor() { ::close(number); }

    const int number;
};

bool is_own_file(std::string_view name) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto drop = [&](std::string_view word) {
        if (!name.starts_with(word)) return false;
        name.remove_prefix(word.size());
        return true;
    };
    const auto drop_number = [&] {
        const auto end = std::find_if_not(name.begin(), name.end(), is_digit);
        const auto size = static_cast<std::size_t>(end - name.begin());
        name.remove_prefix(size);
        return size != 0;
    };
    if (!drop("manifest.") && !drop("timings.")) return false;
    if (drop_number() && !(drop("-of-") && drop_number() && drop("."))) return false;
    return name == "json" || name == "journal";
}

OwnFiles::OwnFiles(const Shard& shard) {
    const std::string part =
        shard.whole() ? std::string()
                      : '.' + std::to_string(shard.index) + "-of-" + std::to_string(shard.count);
    manifest = "manifest" + part + ".json";
    journal = "manifest" + part + ".journal";
    timings = "timings" + part + ".json";
    lock = ".actormap-lock" + part;
}

BatchFolder::BatchFolder(std::string path, const BatchHead& head)
    : path_(std::move(path)), own_(head.shard) {
    std::error_code error;
    fs::create_directories(path_, error);
    if (error) {
        errno = error.value();
        cannot_write(path_);
    }
    folder_ = std::make_unique<Descriptor>(path_, O_RDONLY | O_DIRECTORY);
    take(head);
}

BatchFolder::~BatchFolder() = default;

std::string BatchFolder::at(std::string_view name) const {
    return path_ + '/' + std::string(name);
}

void BatchFolder::take(const BatchHead& head) {
    const auto refuse = [&](const std::string& who) {
        throw Error("batch-locked", who + " is at work in " + path_ +
                                        "; wait until it is done, or choose another folder");
    };
    constexpr int flags = O_RDWR | O_CREAT | O_NOFOLLOW;
    const std::string name = OwnFiles({}).lock, agreed = agreement(head);
    lock_ = std::make_unique<Descriptor>(folder_->number, name, flags, at(name));
    if (head.shard.whole()) {
        if (!lock(lock_->number, LOCK_EX)) refuse("another batch");
        return clean();
    }
    // Shards share the folder. The first one tidies up, and notes what the others must agree in.
    if (lock(lock_->number, LOCK_EX, 1)) {
        clean();
        if (::ftruncate(lock_->number, 0) != 0) cannot_write(at(name));
        write_all(lock_->number, agreed, at(name));
    }
    constexpr int long_enough = 600;  // tries: the first one may have much to tidy up
    if (!lock(lock_->number, LOCK_SH, long_enough)) refuse("another batch");
    if (read_file(at(name)) != agreed)
        refuse("a shard of another plan, or of another number of them,");
    shard_lock_ = std::make_unique<Descriptor>(folder_->number, own_.lock, flags, at(own_.lock));
    if (!lock(shard_lock_->number, LOCK_EX)) refuse("the same shard");
}

void BatchFolder::clean() const {
    std::error_code error;
    for (fs::recursive_directory_iterator file(path_, error), end; !error && file != end;
         file.increment(error)) {
        const std::string name = file->path().filename().string();
        if (name.size() == temporary_size && name.starts_with(temporary) &&
            file->is_regular_file(error))
            fs::remove(file->path(), error);
    }
}

void BatchFolder::check_still_there() const {
    struct stat status {};
    if (::fstat(folder_->number, &status) == 0 && status.st_nlink == 0)
        throw Error("batch-folder",
                    path_ + " was removed while the batch was at work; run it again");
}

std::optional<Manifest> BatchFolder::earlier() const {
    if (!fs::exists(at(own_.manifest))) return std::nullopt;
    Manifest manifest = read_manifest(read_file(at(own_.manifest)), at(own_.manifest));
    if (fs::exists(at(own_.journal)))
        read_journal(read_file(at(own_.journal)), at(own_.journal), manifest);
    if (fs::exists(at(own_.timings)))
        read_timings(read_file(at(own_.timings)), at(own_.timings), manifest);
    return manifest;
}

void BatchFolder::replace(int folder, const std::string& name, std::string_view bytes,
                          const std::string& path) const {
    // Another shard may be at work beside this one, and has another process id or another host.
    static std::size_t count = 0;
    std::string part;
    std::unique_ptr<Descriptor> file;
    for (std::size_t tries = 0; !file; ++tries) {
        std::uint64_t mixed = (static_cast<std::uint64_t>(::getpid()) << 32 | count++) + tries;
        mixed = (mixed ^ reinterpret_cast<std::uintptr_t>(this)) * 0x9E3779B97F4A7C15U;
        part = temporary;
        for (int i = 0; i < 6; ++i, mixed /= 26) part += static_cast<char>('a' + mixed % 26);
        const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
        const int opened = ::openat(folder, part.c_str(), flags, 0666);
        if (opened >= 0)
            file = std::make_unique<Descriptor>(opened);
        else if (errno != EEXIST || tries > 100)
            cannot_place(path);
    }
    try {
        write_all(file->number, bytes, path);
        if (::fsync(file->number) != 0) cannot_write(path);
        if (::renameat(folder, part.c_str(), folder, name.c_str()) != 0) cannot_place(path);
    } catch (const Error&) {
        ::unlinkat(folder, part.c_str(), 0);
        throw;
    }
}

void BatchFolder::begin(const BatchHead& head, const std::vector<Entry>& kept) {
    replace(folder_->number, own_.manifest, manifest_json(head, kept), at(own_.manifest));
    // The old journal is in the manifest now, or of no use.
    ::unlinkat(folder_->number, own_.journal.c_str(), 0);
    journal_ = std::make_unique<Descriptor>(
        folder_->number, own_.journal, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, at(own_.journal));
}

/// Part by part from the folder itself, so that one that was removed does not come back, and no
/// link leads out of it.
std::unique_ptr<BatchFolder::Descriptor> BatchFolder::parent_of(const std::string& output,
                                                                bool make) const {
    auto inner = std::make_unique<Descriptor>(folder_->number, ".", O_RDONLY | O_DIRECTORY, path_);
    std::size_t start = 0;
    for (std::size_t slash = 0; (slash = output.find('/', start)) != std::string::npos;
         start = slash + 1) {
        const std::string part = output.substr(start, slash - start);
        const std::string path = at(output.substr(0, slash));
        if (make && ::mkdirat(inner->number, part.c_str(), 0777) != 0 && errno != EEXIST)
            cannot_place(path);
        inner = std::make_unique<Descriptor>(inner->number, part,
                                             O_RDONLY | O_DIRECTORY | O_NOFOLLOW, path);
    }
    return inner;
}

void BatchFolder::write(const std::string& output, std::string_view bytes) {
    check_still_there();
    try {
        const auto parent = parent_of(output, true);
        replace(parent->number, output.substr(output.rfind('/') + 1), bytes, at(output));
    } catch (const Error&) {
        check_still_there();
        throw;
    }
}

void BatchFolder::remove(const std::string& output) {
    try {
        const auto parent = parent_of(output, false);
        ::unlinkat(parent->number, output.substr(output.rfind('/') + 1).c_str(), 0);
    } catch (const Error&) {
        return;  // then it is not there
    }
}

bool BatchFolder::is_same(const std::string& output, const std::string& path) const {
    struct stat one {
    }, other{};
    return ::fstatat(folder_->number, output.c_str(), &one, 0) == 0 &&
           ::stat(path.c_str(), &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

void BatchFolder::note(const Entry& entry, const Took& took) {
    const std::string line = journal_line(entry, took);
    const off_t before = ::lseek(journal_->number, 0, SEEK_END);
    const ssize_t written = ::write(journal_->number, line.data(), line.size());
    if (written == static_cast<ssize_t>(line.size())) return;
    const int why = written < 0 ? errno : ENOSPC;
    (void)::ftruncate(journal_->number, before);  // if it fails too, a line is cut off
    errno = why;
    cannot_write(at(own_.journal));
}

void BatchFolder::finish(const BatchHead& head, const std::vector<Entry>& jobs,
                         const std::vector<std::pair<std::string, Took>>& took) {
    check_still_there();
    (void)::syncfs(folder_->number);  // the names of the outputs, before what says they are there
    replace(folder_->number, own_.timings, timings_json(took), at(own_.timings));
    replace(folder_->number, own_.manifest, manifest_json(head, jobs), at(own_.manifest));
    ::unlinkat(folder_->number, own_.journal.c_str(), 0);
    journal_.reset();
}

bool BatchFolder::holds(const Entry& entry) const {
    return entry.outcome.done && !fault_of(path_, entry);
}

std::optional<std::string> fault_of(const std::string& folder, const Entry& entry) {
    const std::string path = folder + '/' + entry.output;
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error) return "is missing";
    if (size != entry.outcome.bytes)
        return "has " + std::to_string(size) + " bytes instead of " +
               std::to_string(entry.outcome.bytes);
    if (sha256(read_file(path)) != entry.outcome.sha256) return "has another content";
    return std::nullopt;
}

}  // namespace actormap
