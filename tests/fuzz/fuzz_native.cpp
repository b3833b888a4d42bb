#include "fuzz/round_trip.hpp"

#include <actormap/write/stix.hpp>

using namespace actormap;

/// Any native graph, and then the bundle that is written of it: where nothing is counted as lost,
/// reading that gives the graph back, and the same bundle once more.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ActorGraph graph = test::fuzz_reader(data, size, InputFormat::native);

    Losses losses;
    const std::string bundle = write_stix(graph, losses);
    Diagnostics again;
    const ActorGraph reread = read({{"again", bundle}}, InputFormat::stix, again).graph;
    test::demand(again.errors() == 0);
    if (!losses.empty()) return 0;
    test::demand(reread == graph);
    test::demand(write_stix(reread, losses) == bundle);
    return 0;
}
