#include "support/catch.hpp"

#include <actormap/base/child.hpp>
#include <actormap/base/error.hpp>

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <poll.h>
#include <string>
#include <unistd.h>
#include <vector>

using namespace actormap;

namespace {

using Task = std::function<std::string(std::size_t)>;

ChildResult done(ChildProcess& process, std::size_t task) {
    process.begin(task);
    while (!process.advance()) {
        pollfd ready{process.descriptor(), POLLIN, 0};
        (void)::poll(&ready, 1, 100);
    }
    return process.result();
}

ChildResult alone(const Task& work, const ChildLimits& limits = {}) {
    ChildProcess process(work, limits);
    return done(process, 0);
}

std::string for_ever(std::size_t) {
    for (volatile bool on = true; on;) {
    }
    return {};
}

}  // namespace

TEST_CASE("a child does one task after the other", "[base][child]") {
    const std::string large(3'000'000, 'x');
    ChildProcess process([&](std::size_t task) { return task == 7 ? large : std::to_string(task); },
                         {});
    for (const std::size_t task : {0U, 1U, 7U, 300U}) {
        const ChildResult result = done(process, task);
        CHECK(result.end == ChildEnd::answered);
        CHECK((result.text == large) == (task == 7));
        if (task != 7) CHECK(result.text == std::to_string(task));
        CHECK(result.peak_memory > 0);
        CHECK(process.usable());
    }
}

TEST_CASE("a child's error comes back with its id, and the child goes on", "[base][child]") {
    ChildProcess process(
        [](std::size_t task) -> std::string {
            if (task == 1) throw Error("some-id", "two\nlines");
            if (task == 2) throw std::runtime_error("no id");
            return "fine";
        },
        {});
    ChildResult result = done(process, 1);
    CHECK(result.end == ChildEnd::threw);
    CHECK(result.id == "some-id");
    CHECK(result.text == "two\nlines");
    result = done(process, 2);
    CHECK(result.id == "child-process");
    CHECK(result.text == "no id");
    CHECK(done(process, 3).text == "fine");
}

TEST_CASE("a child that crashes or leaves says how, and is of no more use", "[base][child]") {
    for (const int signal : {SIGSEGV, SIGABRT, SIGTERM}) {
        ChildProcess process(
            [=](std::size_t) {
                ::signal(signal, SIG_DFL);  // sanitizers have handlers of their own
                ::raise(signal);
                return std::string();
            },
            {});
        const ChildResult result = done(process, 0);
        CHECK(result.end == ChildEnd::crashed);
        CHECK(result.signal == signal);
        CHECK_FALSE(process.usable());
    }
    CHECK(alone([](std::size_t) -> std::string { ::_exit(3); }).end == ChildEnd::gave_up);
}

TEST_CASE("a child beyond a limit is ended", "[base][child]") {
    CHECK(alone(for_ever, {.cpu_seconds = 1}).end == ChildEnd::over_time);
    const auto large = [](std::size_t) { return std::string(10'000'000, 'x'); };
    CHECK(alone(large, {.output_bytes = 9'999'999}).end == ChildEnd::over_output);
    CHECK(alone(large, {.output_bytes = 10'000'000}).end == ChildEnd::answered);
#ifndef ACTORMAP_SANITIZED
    const auto greedy = [](std::size_t) {
        std::vector<std::unique_ptr<char[]>> all;
        while (true) all.push_back(std::make_unique<char[]>(1 << 20));
        return std::string();
    };
    CHECK(alone(greedy, {.memory_bytes = 100 << 20}).end == ChildEnd::over_memory);
#endif
}

TEST_CASE("the time of one task is not counted for the next", "[base][child]") {
    ChildProcess process(
        [](std::size_t) {
            // 0.6 seconds of the 1 that each may take.
            const auto until = std::clock() + CLOCKS_PER_SEC * 6 / 10;
            while (std::clock() < until) {
            }
            return std::string("done");
        },
        {.cpu_seconds = 1});
    for (std::size_t task = 0; task < 5; ++task) CHECK(done(process, task).text == "done");
}

TEST_CASE("a child that keeps too much for itself gives way", "[base][child]") {
    ChildProcess process(
        [](std::size_t task) {
            static std::vector<std::string> kept;
            if (task == 1) kept.emplace_back(50'000'000, 'x');
            return std::string("done");
        },
        {.memory_bytes = 160'000'000});
    CHECK(done(process, 0).text == "done");
    CHECK(process.usable());
    CHECK(done(process, 1).text == "done");
    CHECK_FALSE(process.usable());
}

TEST_CASE("a child has nothing of its parent's but its memory", "[base][child]") {
    ::setenv("LC_ALL", "de_DE.UTF-8", 1);
    ::setenv("GVBINDIR", "/somewhere", 1);
    const std::string inside = "inside";
    const ChildResult result = alone([&](std::size_t) {
        const char* locale = std::getenv("LC_ALL");
        const char* plugins = std::getenv("GVBINDIR");
        const bool writes = ::write(STDERR_FILENO, "nobody sees this", 16) == 16;
        return inside + ' ' + (locale == nullptr ? "" : locale) + ' ' +
               (plugins == nullptr ? "none" : plugins) + (writes ? " null" : " closed") +
               (::write(5, "x", 1) < 0 ? " closed" : " open") + (inside_child() ? " child" : "");
    });
    ::unsetenv("GVBINDIR");
    ::unsetenv("LC_ALL");
    CHECK(result.text == "inside C none null closed child");
    CHECK_FALSE(inside_child());
}
