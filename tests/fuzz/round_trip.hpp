#pragma once

#include <actormap/read/read.hpp>
#include <actormap/write/native.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace actormap::test {

/// Stops the program where a fuzzer and a replay see it.
inline void demand(bool holds) {
    if (!holds) std::abort();
}

/// Demands that every message can be printed, and that the graph can be written in the native
/// format and read again without an error and without a difference.
inline void demand_whole(const ActorGraph& graph, const Diagnostics& diagnostics) {
    for (const Diagnostic& d : diagnostics.all()) (void)to_string(d);  // messages are code too

    const std::string text = write_native(graph);
    Diagnostics again;
    const ActorGraph reread = read({{"again", text}}, InputFormat::native, again).graph;
    demand(again.errors() == 0);
    demand(reread == graph);
    demand(write_native(reread) == text);
}

/// Reads the bytes in one format. Whatever they are, their format can be looked for, and the graph
/// is whole. Returns that.
inline ActorGraph fuzz_reader(const std::uint8_t* data, std::size_t size, InputFormat format) {
    const std::string content(data, data + size);
    (void)detect_format(content);
    Diagnostics diagnostics;
    ActorGraph graph = read({{"fuzz", content}}, format, diagnostics).graph;
    demand_whole(graph, diagnostics);
    return graph;
}

}  // namespace actormap::test
