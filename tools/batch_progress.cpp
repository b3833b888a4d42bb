#include "batch_progress.hpp"

#include "output.hpp"
#include "progress.hpp"

#include <actormap/base/text.hpp>
#include <actormap/write/table.hpp>

#include <fmt/format.h>

#include <cstdio>
#include <unistd.h>

namespace actormap::tool {
namespace {

std::string duration(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{}:{:02} min", whole / 60, whole % 60);
    return fmt::format("{}:{:02} h", whole / 3600, whole / 60 % 60);
}

}  // namespace

BatchProgress::BatchProgress(ProgressMode mode)
    : mode_(mode), terminal_(::isatty(STDERR_FILENO) == 1) {}

void BatchProgress::tell(const BatchEvent& event) {
    if (event.state == JobState::skipped) ++skipped_;
    if (mode_ == ProgressMode::never) return;
    if (mode_ == ProgressMode::json)
        tell_as_json(event);
    else if (terminal_)
        tell_as_bar(event);
    else
        tell_as_lines(event);
}

void BatchProgress::end() {
    if (bar_) print_progress("\r\033[K");
    bar_ = false;
}

/// Of what was done now; what was skipped took no time.
std::string BatchProgress::rate(const BatchEvent& event) const {
    const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
    const auto made = static_cast<double>(event.ended - skipped_);
    if (made == 0 || seconds <= 0) return {};
    const double left = static_cast<double>(event.total - event.ended) * seconds / made;
    return fmt::format(", {:.1f}/s, {} left", made / seconds, duration(left));
}

void BatchProgress::tell_as_json(const BatchEvent& event) const {
    std::string line =
        fmt::format(R"({{"event":"job","state":"{}","output":{},"done":{},"total":{},"failed":{})",
                    to_string(event.state), json_string(event.job.output), event.ended, event.total,
                    event.failed);
    if (!event.error.empty()) line += ",\"error\":" + json_string(event.error);
    if (!event.reason.empty()) line += ",\"reason\":" + json_string(event.reason);
    print_progress(line + "}\n");
}

void BatchProgress::tell_as_bar(const BatchEvent& event) {
    constexpr auto often = std::chrono::milliseconds(100);
    const auto now = Clock::now();
    if (now - shown_ < often && event.ended != event.total) return;
    shown_ = now;
    bar_ = true;
    constexpr std::size_t width = 30;
    const std::size_t full = event.ended * width / event.total;
    std::string bar;
    for (std::size_t i = 0; i < width; ++i) bar += i < full ? "█" : "░";
    print_progress(
        fmt::format("\r\033[K{} {}/{}{}{}", bar, event.ended, event.total, rate(event),
                    event.failed == 0 ? std::string() : fmt::format(", {} failed", event.failed)));
}

void BatchProgress::tell_as_lines(const BatchEvent& event) {
    if (event.state == JobState::failed)
        say("failed: " + printable(event.job.output + ": " + event.reason));
    const std::size_t step = event.ended * 20 / event.total;
    if (step == step_) return;
    step_ = step;
    say(fmt::format("batch {}/{}{}", event.ended, event.total, rate(event)));
}

}  // namespace actormap::tool
