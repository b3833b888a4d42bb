#include "fuzz/round_trip.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    actormap::test::fuzz_reader(data, size, actormap::InputFormat::node_link);
    return 0;
}
