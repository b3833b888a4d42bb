#include "fuzz/fuzz_graph.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    actormap::test::fuzz_graph(data, size, actormap::read_gexf);
    return 0;
}
