#include <actormap/base/error.hpp>
#include <actormap/base/file.hpp>
#include <actormap/base/sha256.hpp>
#include <actormap/base/text.hpp>
#include <actormap/batch/folder.hpp>

#include <cerrno>
#include <chrono>
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

/// Locks a file, if need be after a moment: a batch that was just killed holds it until its last
/// process is gone.
bool lock(int file, int how) {
    constexpr int tries = 40;
    for (int i = 0; i < tries; ++i) {
        if (::flock(file, how | LOCK_NB) == 0) return true;
        if (errno != EWOULDBLOCK && errno != EINTR) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

}  // namespace

class BatchFolder::Descriptor {
  public:
    Descriptor(const std::string& path, int flags)
        : number(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
        if (number < 0) cannot_write(path);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(number); }

    const int number;
};

OwnFiles::OwnFiles(const Shard& shard) {
    const std::string part =
        shard.whole() ? std::string()
                      : '.' + std::to_string(shard.index) + "-of-" + std::to_string(shard.count);
    manifest = "manifest" + part + ".json";
    journal = "manifest" + part + ".journal";
    timings = "timings" + part + ".json";
    lock = ".actormap-lock" + part;
}

BatchFolder::BatchFolder(std::string path, const Shard& shard)
    : path_(std::move(path)), own_(shard) {
    std::error_code error;
    fs::create_directories(path_, error);
    if (error) {
        errno = error.value();
        cannot_write(path_);
    }
    folder_ = std::make_unique<Descriptor>(path_, O_RDONLY | O_DIRECTORY);
    take(shard);
}

BatchFolder::~BatchFolder() = default;

std::string BatchFolder::at(std::string_view name) const {
    return path_ + '/' + std::string(name);
}

void BatchFolder::take(const Shard& shard) {
    const auto refuse = [&](const std::string& who) {
        throw Error("batch-locked", who + " is at work in " + path_ +
                                        "; wait until it is done, or choose another folder");
    };
    lock_ = std::make_unique<Descriptor>(at(OwnFiles({}).lock), O_RDWR | O_CREAT);
    if (shard.whole()) {
        if (!lock(lock_->number, LOCK_EX)) refuse("another batch");
        return clean();
    }
    // Shards share the folder. Where none is at work yet, this one may tidy up.
    if (::flock(lock_->number, LOCK_EX | LOCK_NB) == 0) clean();
    if (!lock(lock_->number, LOCK_SH)) refuse("another batch");
    shard_lock_ = std::make_unique<Descriptor>(at(own_.lock), O_RDWR | O_CREAT);
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

void BatchFolder::begin(const BatchHead& head, const std::vector<Entry>& kept) {
    write_file(at(own_.manifest), manifest_json(head, kept));
    // The old journal is in the manifest now, or of no use.
    journal_ = std::make_unique<Descriptor>(at(own_.journal), O_WRONLY | O_CREAT | O_TRUNC);
}

void BatchFolder::write(const std::string& output, std::string_view bytes) {
    check_still_there();
    try {
        // From the folder itself, so that one that was removed does not come back.
        for (std::size_t slash = 0; (slash = output.find('/', slash)) != std::string::npos;
             ++slash) {
            const std::string part = output.substr(0, slash);
            if (::mkdirat(folder_->number, part.c_str(), 0777) != 0 && errno != EEXIST)
                cannot_write(at(part));
        }
        write_file(at(output), bytes);
    } catch (const Error&) {
        check_still_there();
        throw;
    }
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
    write_file(at(own_.timings), timings_json(took));
    write_file(at(own_.manifest), manifest_json(head, jobs));
    ::unlink(at(own_.journal).c_str());
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
