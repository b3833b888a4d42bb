#pragma once

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <malloc.h>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// What the C++ programs under bench/compare share: its questions and answers (docs/benchmarks.md,
// "A peer"), and how it times and weighs. peers.py does the same in Python.

namespace actormap::bench {

/// Thrown when a program has no such kernel; bench/compare then says so and goes on.
struct Missing : std::runtime_error {
    using runtime_error::runtime_error;
};

/// `PROGRAM TASK FILE [--directed] [--threads N] [--tolerance X] [--iterations N] [--seed N]
/// [--values FILE]`
struct Question {
    std::string task;
    std::string file;
    bool directed = false;
    unsigned threads = 1;
    double tolerance = 1e-10;    ///< of PageRank: the L1 change
    std::size_t iterations = 0;  ///< of Leiden; 0: until one moves nothing
    std::uint64_t seed = 0;      ///< of Leiden
    std::string values = {};     ///< where to write the values; empty: nowhere
};

template <class Number>
Number parsed(std::string_view word) {
    Number number{};
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (fault != std::errc() || end != word.data() + word.size())
        throw std::invalid_argument("'" + std::string(word) + "' is no number of that kind");
    return number;
}

inline Question question(const std::vector<std::string>& words) {
    if (words.size() < 2) throw std::invalid_argument("use: PROGRAM TASK FILE [OPTION...]");
    Question result{.task = words[0], .file = words[1]};
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (words[i] == "--directed") {
            result.directed = true;
            continue;
        }
        if (i + 1 == words.size()) throw std::invalid_argument(words[i] + " needs a value");
        const std::string& value = words[i + 1];
        if (words[i] == "--threads")
            result.threads = parsed<unsigned>(value);
        else if (words[i] == "--tolerance")
            result.tolerance = parsed<double>(value);
        else if (words[i] == "--iterations")
            result.iterations = parsed<std::size_t>(value);
        else if (words[i] == "--seed")
            result.seed = parsed<std::uint64_t>(value);
        else if (words[i] == "--values")
            result.values = value;
        else
            throw std::invalid_argument("there is no option " + words[i]);
        ++i;
    }
    return result;
}

/// A line of /proc/self/status, in bytes: VmRSS is the memory now, VmHWM the most there was. Not
/// getrusage, whose maximum includes that of the process which started this one.
inline std::size_t memory(std::string_view field) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(field))
            return 1024 * std::stoul(line.substr(line.find_first_of("0123456789")));
    }
    return 0;
}

/// The memory before the graph, of the graph at rest, and at most with a kernel at work.
class Memory {
  public:
    Memory() : before_(memory("VmRSS")) {}

    /// The graph is there. From here on the maximum counts anew.
    void loaded() {
        malloc_trim(0);
        graph_ = memory("VmRSS");
        std::ofstream("/proc/self/clear_refs") << 5;
    }
    [[nodiscard]] std::size_t graph() const { return graph_ - std::min(graph_, before_); }
    [[nodiscard]] std::size_t peak() const {
        const std::size_t most = memory("VmHWM");
        return most - std::min(most, before_);
    }

  private:
    std::size_t before_;
    std::size_t graph_ = 0;
};

/// Seconds of one call: the least of as many as a fifth of a second has room for, at least one.
struct Times {
    double cpu = 0;   ///< of all threads together
    double wall = 0;  ///< by the clock
    std::size_t calls = 0;
};

/// Calls `work()` again and again, and keeps the last result.
template <class Work>
auto timed(Times& times, const Work& work) {
    using Clock = std::chrono::steady_clock;
    constexpr double enough = 0.2;
    for (double spent = 0;;) {
        const std::clock_t cpu = std::clock();
        const auto start = Clock::now();
        auto result = work();
        const double wall = std::chrono::duration<double>(Clock::now() - start).count();
        const double used = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
        times.cpu = times.calls == 0 ? used : std::min(times.cpu, used);
        times.wall = times.calls == 0 ? wall : std::min(times.wall, wall);
        ++times.calls;
        spent += wall;
        if (spent >= enough) return result;
    }
}

/// What a program has to say, as one line of JSON.
struct Answer {
    Times times = {};
    std::size_t graph_bytes = 0;
    std::size_t peak_bytes = 0;
    std::map<std::string, double> more = {};
};

template <class Value>
void write_values(const std::string& path, const std::vector<Value>& values) {
    if (path.empty()) return;
    const std::vector<double> numbers(values.begin(), values.end());
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(numbers.data()),
               static_cast<std::streamsize>(numbers.size() * sizeof(double)));
    if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

/// Runs `answer(question)` and prints what it says. Exit code 3 if there is no such kernel.
template <class Ask>
int answer_once(int count, char** words, const Ask& ask) {
    try {
        const Answer answer = ask(question({words + 1, words + count}));
        std::printf("{\"cpu\": %.9g, \"wall\": %.9g, \"calls\": %zu, \"graph\": %zu, \"peak\": %zu",
                    answer.times.cpu, answer.times.wall, answer.times.calls, answer.graph_bytes,
                    answer.peak_bytes);
        for (const auto& [name, value] : answer.more)
            std::printf(", \"%s\": %.17g", name.c_str(), value);
        std::puts("}");
        return 0;
    } catch (const Missing& missing) {
        std::fprintf(stderr, "%s\n", missing.what());
        return 3;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", words[0], error.what());
        return 2;
    }
}

}  // namespace actormap::bench
