#pragma once

#include <actormap/lens/view.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/read/read.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace actormap::test {

inline PartialDate day(const std::string& text) {
    return PartialDate::parse(text).value();
}

inline std::vector<std::string> record_files() {
    std::vector<std::string> paths;
    const std::filesystem::path folder(ACTORMAP_SOURCE_DIR "/graphs");
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// The curated graphs, read once.
inline const ActorGraph& record() {
    static const ActorGraph graph = [] {
        Diagnostics diagnostics;
        return read_files(record_files(), std::nullopt, diagnostics).graph;
    }();
    return graph;
}

inline const ViewEdge* edge(const ActorGraph& graph, const View& view, const std::string& a,
                            const std::string& b) {
    const auto from = view.vertex(graph.find_entity(a).value());
    const auto to = view.vertex(graph.find_entity(b).value());
    return from && to ? view.edge(*from, *to) : nullptr;
}

inline bool has_edge(const ActorGraph& graph, const Lens& lens, const std::string& a,
                     const std::string& b) {
    const View view = apply(graph, lens);
    return edge(graph, view, a, b) != nullptr;
}

/// "kind of error: message" of what `run` throws; empty if it throws nothing.
template <typename Run>
std::string error_of(Run run) {
    try {
        run();
    } catch (const Error& error) {
        return error.id() + ": " + error.what();
    }
    return {};
}

inline ActorGraph read_text(const std::string& json) {
    Diagnostics diagnostics;
    ActorGraph graph = read({{"test.json", json}}, std::nullopt, diagnostics).graph;
    if (!diagnostics.all().empty()) throw Error("test", to_string(diagnostics.all().front()));
    return graph;
}

}  // namespace actormap::test
