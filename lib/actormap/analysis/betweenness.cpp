#include <actormap/analysis/betweenness.hpp>
#include <actormap/analysis/brandes.hpp>

#include <algorithm>

// Brandes' sums over the sources; see brandes.hpp.

namespace actormap {
namespace {

constexpr std::size_t chunk_limit = 64;  // bounds memory; fixed, so that sums are too

template <class Start>
std::vector<double> by_search(const Network& network, const BetweennessOptions& options,
                              const Run& run, const Start& start) {
    const std::size_t n = network.size();
    std::vector<double> scores = sum_shares(
        network, std::min(n, chunk_limit), n, run, start,
        [](std::vector<double>& sum, Vertex v, double share) { sum[v] += share; },
        [](std::vector<double>&, std::size_t, double) {});
    // Every pair was counted from both ends if undirected, and so is P.
    double divisor = network.directed() ? 1 : 2;
    if (options.normalized && n > 2)
        divisor = (static_cast<double>(n) - 1) * (static_cast<double>(n) - 2);
    for (double& score : scores) score /= divisor;
    return scores;
}

}  // namespace

std::vector<double> betweenness(const Network& network, const BetweennessOptions& options,
                                const Run& run) {
    return by_search(network, options, run, [&] { return HopPaths(network); });
}

std::vector<double> betweenness(const Network& network, const Distances& distances,
                                const BetweennessOptions& options, const Run& run) {
    distances.check_fits(network);
    return by_search(network, options, run, [&] { return LengthPaths(network, distances); });
}

}  // namespace actormap
