#include <actormap/analysis/partition_check.hpp>
#include <actormap/base/error.hpp>

#include <string>

namespace actormap {

void check_partition(const Network& network, std::span<const std::uint32_t> communities) {
    const std::size_t n = network.size();
    if (communities.size() != n) {
        throw Error("communities-invalid", std::to_string(communities.size()) +
                                               " communities for " + std::to_string(n) +
                                               " vertices; give each vertex one");
    }
    for (std::size_t v = 0; v < n; ++v) {
        if (communities[v] < n) continue;
        throw Error("communities-invalid", "vertex " + std::to_string(v) + " has the community " +
                                               std::to_string(communities[v]) +
                                               "; number them below " + std::to_string(n));
    }
}

void check_resolution(double resolution) {
    if (!(resolution >= 0 && resolution <= 1e100))  // so that no quality overflows; NaN is out too
        throw Error("option-range", "resolution must be from 0 to 1e100");
}

void check_undirected(const Network& network, const char* what) {
    if (!network.directed()) return;
    throw Error("network-direction", std::string(what) +
                                         " is for undirected networks; build the network with "
                                         "Direction::undirected");
}

}  // namespace actormap
