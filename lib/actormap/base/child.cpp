#include <actormap/base/child.hpp>
#include <actormap/base/error.hpp>
#include <actormap/base/sanitizer.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
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

namespace actormap {

namespace {

using Clock = std::chrono::steady_clock;

bool is_child = false;

// An answer is a byte that tells what it is, its length and the peak of memory in 8 bytes each, and
// the text: a child that was ended half-way cannot pass for one that finished.
constexpr char is_result = 'R';
constexpr char is_error = 'E';  // the text is the id, a newline, and the message
constexpr char is_out_of_memory = 'M';
constexpr std::size_t header_size = 17;
// After a last answer, which has the letter in lower case, the child leaves.
constexpr char last = 'a' - 'A';

constexpr int task_file = 3;  // in the child
constexpr int answer_file = 4;

void append_number(std::string& bytes, std::uint64_t number) {
    for (unsigned shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>((number >> shift) & 0xFF);
}

std::size_t number_at(std::string_view bytes, std::size_t at) {
    std::uint64_t number = 0;
    for (std::size_t i = 8; i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return static_cast<std::size_t>(number);
}

bool complete(std::string_view bytes) {
    return bytes.size() >= header_size && bytes.size() - header_size == number_at(bytes, 1);
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

void enter(Environment& environment) {
    is_child = true;
    ::environ = environment.data();
    std::setlocale(LC_ALL, "C");  // NOLINT(concurrency-mt-unsafe): there is one thread
}

/// A number of /proc/self/status in bytes; 0 if it is not there.
std::size_t status_bytes(const char* name) {
    std::ifstream status("/proc/self/status");
    std::string word;
    std::size_t kilobytes = 0;
    while (status >> word) {
        if (word == name && status >> kilobytes) return kilobytes * 1024;
    }
    return 0;
}

/// From here on VmHWM is the peak from here on.
void forget_peak() {
    const int file = ::open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    write_all(file, "5");
    ::close(file);
}

/// So many seconds from here on, up to one more.
void limit_cpu(unsigned seconds) {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto microseconds = used.ru_utime.tv_usec + used.ru_stime.tv_usec;
    const auto whole = used.ru_utime.tv_sec + used.ru_stime.tv_sec + microseconds / 1'000'000 + 1;
    limit(RLIMIT_CPU, static_cast<rlim_t>(whole) + std::max(seconds, 1U), RLIM_INFINITY);
}

void confine(int tasks, int answers, const ChildLimits& limits, Environment& environment,
             pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);  // it went before it could be watched
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int signal : {SIGXCPU, SIGPIPE, SIGSEGV, SIGABRT, SIGFPE, SIGBUS}) {
        ::signal(signal, SIG_DFL);
    }
    // Typed at a terminal, or sent to a group, these reach all; the parent decides.
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGTERM, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);  // fonts' caches are then merely not written

    // Neither what the work prints nor what a dying child flushes may reach the parent's files.
    // Out of the way first: each of the two may lie where the other belongs.
    tasks = ::fcntl(tasks, F_DUPFD, answer_file + 1);
    answers = ::fcntl(answers, F_DUPFD, answer_file + 1);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (int file = 0; file <= 2; ++file) ::dup2(nowhere, file);
    ::dup2(tasks, task_file);
    ::dup2(answers, answer_file);
    ::close_range(answer_file + 1, ~0U, 0);

    enter(environment);
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CORE, 0, 0);
    if constexpr (!has_sanitizer) {
        const rlim_t bytes = status_bytes("VmSize:") + limits.memory_bytes;
        limit(RLIMIT_AS, bytes, bytes);
    }
}

/// What a task came to: the kind of answer, and its text.
std::pair<char, std::string> outcome(const std::function<std::string(std::size_t)>& work,
                                     std::size_t task) {
    try {
        return {is_result, work(task)};
    } catch (const Error& error) {
        return {is_error, error.id() + '\n' + error.what()};
    } catch (const std::bad_alloc&) {
        return {is_out_of_memory, {}};
    } catch (const std::exception& error) {
        return {is_error, std::string("child-process\n") + error.what()};
    }
}

std::optional<std::size_t> next_task() {
    std::array<char, 8> bytes{};
    ssize_t got = 0;
    do {
        got = ::read(task_file, bytes.data(), bytes.size());
    } while (got < 0 && errno == EINTR);
    if (got != static_cast<ssize_t>(bytes.size())) return std::nullopt;
    return number_at({bytes.data(), bytes.size()}, 0);
}

[[noreturn]] void be_child(const std::function<std::string(std::size_t)>& work,
                           const ChildLimits& limits) {
    const std::size_t much = std::min(std::size_t{256} << 20, limits.memory_bytes / 4);
    const std::size_t at_first = status_bytes("VmRSS:");
    while (const std::optional<std::size_t> task = next_task()) {
        forget_peak();
        limit_cpu(limits.cpu_seconds);
        auto [kind, text] = outcome(work, *task);
        const bool leaves = kind == is_out_of_memory || status_bytes("VmRSS:") > at_first + much;
        std::string head(1, leaves ? static_cast<char>(kind + last) : kind);
        append_number(head, text.size());
        append_number(head, status_bytes("VmHWM:"));
        write_all(answer_file, head);
        write_all(answer_file, text);
        if (leaves) break;
    }
    ::_exit(0);  // the parent's destructors and exit handlers are not the child's to run
}

class Pipe {
  public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0) {
            throw Error("child-process",
                        "no pipe to another process: too many files are open; close some");
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

pid_t start(const std::function<std::string(std::size_t)>& work, const ChildLimits& limits,
            const Pipe& tasks, const Pipe& answers) {
    Environment environment;
    const pid_t parent = ::getpid();
    const pid_t id = ::fork();
    if (id < 0) throw Error("child-process", "no further process: too many are running; end some");
    if (id == 0) {
        confine(tasks.out(), answers.in(), limits, environment, parent);
        be_child(work, limits);
    }
    return id;
}

}  // namespace

class ChildProcess::State {
  public:
    State(const std::function<std::string(std::size_t)>& work, const ChildLimits& limits)
        : limits_(limits), id_(start(work, limits, tasks_, answers_)) {
        answers_.close_in();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (!waited_) kill_and_wait();
    }

    [[nodiscard]] int descriptor() const { return answers_.out(); }
    [[nodiscard]] const ChildResult& result() const { return result_; }
    [[nodiscard]] bool usable() const { return usable_ && !waited_; }

    void begin(std::size_t task) {
        assert(!busy_);
        busy_ = true;
        began_ = Clock::now();
        bytes_.clear();
        result_ = {};
        std::string number;
        append_number(number, task);
        write_all(tasks_.in(), number);  // if it is gone, that shows when its answer is waited for
    }

    bool advance() {
        if (!busy_) return true;
        // Time on the clock is no measure of work, but a child that waits for ever uses no CPU.
        if (Clock::now() - began_ > std::chrono::seconds(60 + 20L * limits_.cpu_seconds)) {
            return end_as(ChildEnd::over_time);
        }
        pollfd ready{answers_.out(), POLLIN, 0};
        if (::poll(&ready, 1, 0) <= 0) return false;
        std::array<char, std::size_t{1} << 16> buffer;
        const ssize_t got = ::read(answers_.out(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) return false;
        if (got <= 0) return lost();
        bytes_.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes_.size() > limits_.output_bytes + header_size) {
            return end_as(ChildEnd::over_output);
        }
        return complete(bytes_) && answered();
    }

  private:
    bool over() {
        busy_ = false;
        result_.seconds = std::chrono::duration<double>(Clock::now() - began_).count();
        return true;
    }
    bool end_as(ChildEnd end) {
        kill_and_wait();
        result_.end = end;
        return over();
    }
    void kill_and_wait() {
        ::kill(id_, SIGKILL);
        (void)wait();
    }

    /// Its status, or nothing if the host's own handler got it first.
    std::optional<int> wait() {
        waited_ = true;
        int status = 0;
        rusage usage{};
        pid_t waited = -1;
        do {
            waited = ::wait4(id_, &status, 0, &usage);
        } while (waited < 0 && errno == EINTR);
        if (waited < 0) return std::nullopt;
        result_.peak_memory = static_cast<std::size_t>(usage.ru_maxrss) * 1024;
        return status;
    }

    /// It closed its end of the pipe without an answer.
    bool lost() {
        const std::optional<int> status = wait();
        if (!status) {
            result_.end = ChildEnd::status_lost;
        } else if (WIFSIGNALED(*status)) {
            result_.signal = WTERMSIG(*status);
            result_.end = result_.signal == SIGXCPU   ? ChildEnd::over_time
                          : result_.signal == SIGKILL ? ChildEnd::killed
                                                      : ChildEnd::crashed;
        } else {
            result_.end = ChildEnd::gave_up;
        }
        return over();
    }

    bool answered() {
        char kind = bytes_.front();
        if (kind >= 'a') {
            usable_ = false;
            kind = static_cast<char>(kind - last);
        }
        result_.peak_memory = number_at(bytes_, 9);
        bytes_.erase(0, header_size);
        if (kind == is_out_of_memory) {
            result_.end = ChildEnd::over_memory;
            return over();
        }
        result_.end = kind == is_result ? ChildEnd::answered : ChildEnd::threw;
        if (kind == is_error) {
            const std::size_t end = bytes_.find('\n');
            result_.id = bytes_.substr(0, end);
            bytes_.erase(0, end + 1);
        }
        result_.text = std::move(bytes_);
        return over();
    }

    ChildLimits limits_;
    Pipe tasks_;
    Pipe answers_;
    pid_t id_;
    Clock::time_point began_;
    std::string bytes_;
    ChildResult result_;
    bool busy_ = false;
    bool usable_ = true;
    bool waited_ = false;
};

ChildProcess::ChildProcess(const std::function<std::string(std::size_t)>& work,
                           const ChildLimits& limits)
    : state_(std::make_unique<State>(work, limits)) {}
ChildProcess::ChildProcess(ChildProcess&&) noexcept = default;
ChildProcess& ChildProcess::operator=(ChildProcess&&) noexcept = default;
ChildProcess::~ChildProcess() = default;

void ChildProcess::begin(std::size_t task) {
    state_->begin(task);
}
int ChildProcess::descriptor() const {
    return state_->descriptor();
}
bool ChildProcess::advance() {
    return state_->advance();
}
const ChildResult& ChildProcess::result() const {
    return state_->result();
}
bool ChildProcess::usable() const {
    return state_->usable();
}

bool inside_child() {
    return is_child;
}

void become_like_child() {
    static Environment environment;
    enter(environment);
}

}  // namespace actormap
