#include "fuzz/round_trip.hpp"

#include <actormap/write/claims.hpp>

using namespace actormap;

/// Any claims table, and then the one that is written of it: reading that changes nothing more.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ActorGraph graph = test::fuzz_reader(data, size, InputFormat::claims);

    Losses losses;
    const std::string table = write_claims(graph, losses);
    Diagnostics again;
    const ReadResult reread = read({{"again", table}}, InputFormat::claims, again);
    test::demand(again.errors() == 0);
    test::demand(write_claims(reread.graph, losses) == table);
    return 0;
}
