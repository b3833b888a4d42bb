#pragma once

#include "fuzz/round_trip.hpp"

#include <actormap/read/generic_graphs.hpp>

#include <string_view>

namespace actormap::test {

using GraphReader = void (*)(std::string_view, const std::string&, const ColumnMap&, GraphBuilder&,
                             Diagnostics&);

/// Reads the bytes with one reader of generic graphs, and demands of what it gives what fuzz_reader
/// demands.
inline void fuzz_graph(const std::uint8_t* data, std::size_t size, GraphReader reader) {
    const std::string content(data, data + size);
    Diagnostics diagnostics;
    GraphBuilder builder(diagnostics);
    try {
        reader(content, "fuzz", {}, builder, diagnostics);
    } catch (const InputError& error) {
        diagnostics.error(error.id(), error.where(), error.what());
    }
    demand_whole(builder.build(), diagnostics);
}

}  // namespace actormap::test
