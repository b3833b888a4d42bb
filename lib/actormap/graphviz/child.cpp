#include <actormap/base/error.hpp>
#include <actormap/graphviz/child.hpp>

#include <mutex>
#include <poll.h>

namespace actormap {

namespace {

[[noreturn]] void fail(const ChildResult& result, const RenderLimits& limits) {
    switch (result.end) {
        case ChildEnd::threw:
            throw Error(result.id, result.text);
        case ChildEnd::over_time:
            throw Error("graphviz-limit",
                        "the drawing took more than " + std::to_string(limits.cpu_seconds) +
                            " seconds; draw less of the graph, or choose another layout");
        case ChildEnd::killed:
            throw Error("graphviz-limit",
                        "the drawing process was killed, probably for want of memory; draw less of "
                        "the graph");
        case ChildEnd::over_memory:
            throw Error("graphviz-limit", "the drawing needs more memory than it may take");
        case ChildEnd::over_output:
            throw Error("graphviz-limit", "the picture is larger than " +
                                              std::to_string(limits.output_bytes) + " bytes");
        case ChildEnd::crashed:
            throw Error("graphviz-failed",
                        "Graphviz crashed (signal " + std::to_string(result.signal) +
                            "); choose another layout, or draw less of the graph");
        default:
            throw Error("graphviz-failed",
                        "Graphviz gave up, probably for want of memory; draw less of the graph");
    }
}

}  // namespace

std::string run_in_child(const std::function<std::string()>& work, const RenderLimits& limits,
                         const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    if (inside_child()) return work();
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    ChildProcess child([&](std::size_t) { return work(); }, limits);
    child.begin(0);
    while (!child.advance()) {
        if (run.stop.stop_requested()) throw Cancelled();
        pollfd ready{child.descriptor(), POLLIN, 0};
        (void)::poll(&ready, 1, 100);
    }
    if (child.result().end != ChildEnd::answered) fail(child.result(), limits);
    return child.result().text;
}

}  // namespace actormap
