#include "progress.hpp"

#include "common.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <unistd.h>

namespace actormap::tool {
namespace {

std::optional<ProgressMode> parse(std::string_view word) {
    if (word == "auto") return ProgressMode::automatic;
    if (word == "always") return ProgressMode::always;
    if (word == "never") return ProgressMode::never;
    if (word == "json") return ProgressMode::json;
    return std::nullopt;
}

}  // namespace

void print_progress(const std::string& text) {
    (void)std::fputs(text.c_str(), stderr);
    (void)std::fflush(stderr);
}

ProgressMode parse_progress(const std::string& word) {
    return option_word("--progress", word, parse, {"auto", "always", "never", "json"});
}

std::function<void(std::size_t, std::size_t)> progress_of(const std::string& phase,
                                                          ProgressMode mode,
                                                          std::size_t worth_telling) {
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    if (mode == ProgressMode::never || (mode == ProgressMode::automatic && !terminal)) return {};
    const std::size_t steps = mode == ProgressMode::json || terminal ? 100 : 10;
    return [=, shown = std::size_t{0}, begun = false](std::size_t done, std::size_t total) mutable {
        if (total < worth_telling) return;
        if (done == 0) begun = false;  // the next of several works
        const std::size_t step = done / (total / steps + 1);
        if (begun && step == shown && done != total) return;
        if (begun && shown == steps + 1) return;  // the end was told
        begun = true;
        shown = done == total ? steps + 1 : step;
        if (mode == ProgressMode::json)
            print_progress(fmt::format(
                "{{\"event\":\"progress\",\"phase\":\"{}\",\"done\":{},\"total\":{}}}\n", phase,
                done, total));
        else if (terminal)
            print_progress(fmt::format("\r{} {:3}%{}", phase, done * 100 / total,
                                       done == total ? "\r\033[K" : ""));
        else
            print_progress(fmt::format("{} {}%\n", phase, done * 100 / total));
    };
}

}  // namespace actormap::tool
