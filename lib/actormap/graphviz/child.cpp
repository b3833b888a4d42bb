#include <actormap/base/error.hpp>
#include <actormap/graphviz/child.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <new>
#include <optional>
#include <poll.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ACTORMAP_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ACTORMAP_SANITIZED 1
#endif
#endif

namespace actormap {

namespace {

// An answer is a byte that tells what it is, its length in 8 bytes, and the text: a child that
// was ended half-way cannot pass for one that finished.
constexpr char is_result = 'R';
constexpr char is_error = 'E';  // the text is the id, a newline, and the message
constexpr std::size_t header_size = 9;

std::string answer(char kind, std::string_view text) {
    std::string bytes(1, kind);
    for (unsigned shift = 0; shift < 64; shift += 8) {
        bytes += static_cast<char>((static_cast<std::uint64_t>(text.size()) >> shift) & 0xFF);
    }
    return bytes.append(text);
}

bool complete(std::string_view bytes) {
    if (bytes.size() < header_size) return false;
    std::uint64_t size = 0;
    for (std::size_t i = 8; i >= 1; --i) {
        size = size << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return bytes.size() - header_size == size;
}

void write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
    rlimit now{};
    if (::getrlimit(resource, &now) != 0) return;
    // A limit that is in force already may only be lowered.
    const rlimit wanted{std::min(soft, now.rlim_max), std::min(hard, now.rlim_max)};
    ::setrlimit(resource, &wanted);
}

/// The environment of the child, made before the fork because making it needs the heap: what
/// finds fonts, and nothing that changes the language, the plugins or where images come from.
class Environment {
  public:
    Environment() : texts_{"LC_ALL=C", "TZ=UTC0", "SERVER_NAME=x", "GV_FILE_PATH=/nonexistent"} {
        for (const char* name : {"PATH", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
                                 "XDG_DATA_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH"}) {
            const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
            if (value != nullptr) texts_.push_back(std::string(name) + '=' + value);
        }
        for (std::string& text : texts_) pointers_.push_back(text.data());
        pointers_.push_back(nullptr);
    }
    [[nodiscard]] char** data() { return pointers_.data(); }

  private:
    std::vector<std::string> texts_;
    std::vector<char*> pointers_;
};

void confine(int output, const RenderLimits& limits, Environment& environment, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);  // it went before it could be watched
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int signal : {SIGXCPU, SIGPIPE, SIGTERM, SIGINT, SIGSEGV, SIGABRT, SIGFPE, SIGBUS}) {
        ::signal(signal, SIG_DFL);
    }
    ::signal(SIGXFSZ, SIG_IGN);  // fonts' caches are then merely not written

    // Neither what Graphviz prints nor what a dying child flushes may reach the parent's files.
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (int file = 0; file <= 2; ++file) ::dup2(nowhere, file);
    ::dup2(output, 3);
    ::close_range(4, ~0U, 0);

    ::environ = environment.data();
    std::setlocale(LC_ALL, "C");  // NOLINT(concurrency-mt-unsafe): the child has one thread
    const rlim_t seconds = std::max(limits.cpu_seconds, 1U);
    limit(RLIMIT_CPU, seconds, seconds + 1);
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CORE, 0, 0);
#ifndef ACTORMAP_SANITIZED
    limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes);
#endif
}

[[noreturn]] void be_child(int output, const std::function<std::string()>& work,
                           const RenderLimits& limits, Environment& environment, pid_t parent) {
    confine(output, limits, environment, parent);
    std::string bytes;
    try {
        bytes = answer(is_result, work());
    } catch (const Error& error) {
        bytes = answer(is_error, error.id() + '\n' + error.what());
    } catch (const std::bad_alloc&) {
        bytes = answer(is_error, "graphviz-limit\nthe drawing needs more memory than it may take");
    } catch (const std::exception& error) {
        bytes = answer(is_error, std::string("graphviz-failed\n") + error.what());
    }
    write_all(3, bytes);
    ::_exit(0);  // the parent's destructors and exit handlers are not the child's to run
}

/// A child, ended and waited for at the latest when this goes out of scope.
class Child {
  public:
    explicit Child(pid_t id) : id_(id) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (!waited_) {
            ::kill(id_, SIGKILL);
            (void)wait();
        }
    }
    /// Its status, or nothing if the host's own handler got it first.
    std::optional<int> wait() {
        waited_ = true;
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0) {
            if (errno != EINTR) return std::nullopt;
        }
        return status;
    }

  private:
    pid_t id_;
    bool waited_ = false;
};

class Pipe {
  public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0) {
            throw Error("graphviz-failed", "no pipe to a drawing process: too many open files");
        }
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        for (const int end : ends_) {
            if (end >= 0) ::close(end);
        }
    }
    [[nodiscard]] int out() const { return ends_[0]; }
    [[nodiscard]] int in() const { return ends_[1]; }
    void close_in() { ::close(std::exchange(ends_[1], -1)); }

  private:
    std::array<int, 2> ends_ = {-1, -1};
};

std::string took_too_long(const RenderLimits& limits) {
    return "the drawing took more than " + std::to_string(limits.cpu_seconds) +
           " seconds; draw less of the graph, or choose another layout";
}

/// Everything that the child writes until it closes its end.
std::string read_all(int file, const RenderLimits& limits, const Run& run) {
    using Clock = std::chrono::steady_clock;
    // Time on the clock is no measure of work, but a child that waits forever uses no CPU at all.
    const auto deadline = Clock::now() + std::chrono::seconds(60 + 20L * limits.cpu_seconds);
    std::string bytes;
    std::vector<char> buffer(std::size_t{1} << 16);
    while (true) {
        if (run.stop.stop_requested()) throw Cancelled();
        if (Clock::now() > deadline) throw Error("graphviz-limit", took_too_long(limits));
        pollfd ready{file, POLLIN, 0};
        if (::poll(&ready, 1, 100) <= 0) continue;
        const ssize_t got = ::read(file, buffer.data(), buffer.size());
        if (got == 0) return bytes;
        if (got < 0) {
            if (errno == EINTR) continue;
            throw Error("graphviz-failed", "reading from the drawing process failed");
        }
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() > limits.output_bytes + header_size) {
            throw Error("graphviz-limit", "the picture is larger than " +
                                              std::to_string(limits.output_bytes) + " bytes");
        }
    }
}

[[noreturn]] void fail(std::optional<int> status, const RenderLimits& limits) {
    if (status && WIFSIGNALED(*status)) {
        const int signal = WTERMSIG(*status);
        if (signal == SIGXCPU || signal == SIGKILL) {
            throw Error("graphviz-limit", took_too_long(limits));
        }
        throw Error("graphviz-failed", "Graphviz crashed (signal " + std::to_string(signal) +
                                           "); choose another layout, or draw less of the graph");
    }
    throw Error("graphviz-failed",
                "Graphviz gave up, probably for want of memory; draw less of the graph");
}

}  // namespace

std::string run_in_child(const std::function<std::string()>& work, const RenderLimits& limits,
                         const Run& run) {
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    if (run.stop.stop_requested()) throw Cancelled();

    Environment environment;
    Pipe pipe;
    const pid_t parent = ::getpid();
    const pid_t id = ::fork();
    if (id < 0) throw Error("graphviz-failed", "no process to draw in: too many are running");
    if (id == 0) be_child(pipe.in(), work, limits, environment, parent);

    Child child(id);
    pipe.close_in();
    std::string bytes = read_all(pipe.out(), limits, run);
    const std::optional<int> status = child.wait();
    if (!complete(bytes)) fail(status, limits);
    const char kind = bytes.front();
    bytes.erase(0, header_size);
    if (kind == is_result) return bytes;
    const std::size_t end = bytes.find('\n');
    throw Error(bytes.substr(0, end), bytes.substr(end + 1));
}

}  // namespace actormap
