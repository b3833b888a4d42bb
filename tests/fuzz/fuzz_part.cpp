#include <actormap/analysis/betweenness.hpp>
#include <actormap/read/part.hpp>
#include <actormap/write/part.hpp>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <utility>

using namespace actormap;

/// Whatever is read without a word joins to numbers, and comes back as it was.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::vector<std::pair<Vertex, Vertex>> edges{{0, 1}, {1, 2}};
    const Network network(Direction::undirected, 3, edges);
    const PartsWanted wanted{"x", network.size(), betweenness_chunks(network)};
    Diagnostics diagnostics;
    PartsReader reader(wanted, diagnostics);
    reader.add({reinterpret_cast<const char*>(data), size}, "fuzz");
    const std::vector<ShardSums> parts = reader.finish();
    for (const Diagnostic& one : diagnostics.all()) static_cast<void>(to_string(one));
    if (diagnostics.errors() != 0) return 0;
    for (const double value : join_betweenness(network, parts)) {
        if (!std::isfinite(value) || value < 0) std::abort();
    }
    Diagnostics none;
    PartsReader again(wanted, none);
    for (const ShardSums& part : parts) again.add(part_json(part, "x", Tlp::red), "again");
    const std::vector<ShardSums> back = again.finish();
    if (none.errors() != 0 || back.size() != parts.size()) std::abort();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (back[i].chunks != parts[i].chunks) std::abort();
    }
    return 0;
}
