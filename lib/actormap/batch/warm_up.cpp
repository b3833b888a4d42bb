#include <actormap/base/child.hpp>
#include <actormap/base/error.hpp>
#include <actormap/base/sanitizer.hpp>
#include <actormap/batch/warm_up.hpp>
#include <actormap/draw/draw.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/read/read.hpp>

#include <filesystem>
#include <poll.h>
#include <string>
#include <thread>

namespace actormap {
namespace {

/// A graph with an entity of each usual kind, and names that are drawn in several sizes.
ActorGraph sample() {
    std::string relations;
    for (const std::string victim : {"v1", "v2", "v3", "v4", "t1", "t2"}) {
        relations += R"(,{"from": "a", "type": "targets", "to": ")" + victim +
                     R"(", "claims": [{"by": "s", "confidence": 50}]})";
    }
    Diagnostics diagnostics;
    return read({{"sample", R"({"actormap": 1, "title": "Sample",
        "speakers": [{"id": "s", "name": "S", "kind": "press"}],
        "entities": [{"id": "p", "type": "threat-actor", "name": "Sponsor", "roles": ["sponsor"]},
            {"id": "a", "type": "intrusion-set", "name": "Actor"},
            {"id": "c", "type": "campaign", "name": "Campaign"},
            {"id": "v1", "type": "identity", "name": "Victim"},
            {"id": "v2", "type": "identity", "name": "Victim"},
            {"id": "v3", "type": "location", "name": "Country", "country": "FI"},
            {"id": "v4", "type": "identity", "name": "Victim"},
            {"id": "t1", "type": "malware", "name": "Malware"},
            {"id": "t2", "type": "tool", "name": "Tool"}],
        "relations": [{"from": "a", "type": "attributed-to", "to": "p", "claims": [{"by": "s"}]},
            {"from": "c", "type": "attributed-to", "to": "a", "claims": [{"by": "s"}]})" +
                                relations + "]}"}},
                std::nullopt, diagnostics)
        .graph;
}

void draw_samples() {
    const ActorGraph graph = sample();
    const View view = apply(graph, {});
    for (const DrawLayout layout : {DrawLayout::layered, DrawLayout::force}) {
        DrawOptions options;
        options.layout = layout;
        for (const DrawFormat format : {DrawFormat::svg, DrawFormat::png})
            (void)draw(graph, {}, view, format, options);
    }
}

std::size_t threads() {
    std::error_code error;
    std::size_t count = 0;
    for (std::filesystem::directory_iterator task("/proc/self/task", error), end;
         !error && task != end; task.increment(error))
        ++count;
    return error ? 2 : count;
}

/// Whether this process comes to have one thread alone: those that end take a moment.
bool ends_with_one_thread() {
    constexpr int tries = 200;
    for (int i = 0; i < tries; ++i) {
        if (threads() == 1) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

/// The same, tried in a child.
bool leaves_no_thread() {
    ChildProcess trial(
        [](std::size_t) {
            draw_samples();
            return std::string(ends_with_one_thread() ? "yes" : "no");
        },
        {});
    trial.begin(0);
    while (!trial.advance()) {
        pollfd ready{trial.descriptor(), POLLIN, 0};
        (void)::poll(&ready, 1, 100);
    }
    return trial.result().end == ChildEnd::answered && trial.result().text == "yes";
}

}  // namespace

void warm_up_drawing() {
    // A leak checker would name what Graphviz keeps to its end, in a process that it looks at.
    if (has_sanitizer || !leaves_no_thread()) return;
    become_like_child();
    draw_samples();
    (void)ends_with_one_thread();
}

}  // namespace actormap
