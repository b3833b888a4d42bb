#include <actormap/analysis/brandes.hpp>
#include <actormap/analysis/edge_betweenness.hpp>

#include <algorithm>

// Brandes' sums over the sources; see brandes.hpp. Each chunk holds a number for each arc, so a
// large network has fewer of them.

namespace actormap {
namespace {

/// Gives both arcs of each edge the sum of the two.
void unite_ways(const Network& network, std::vector<double>& scores) {
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto row = network.out(v);
        for (std::size_t i = 0; i < row.size() && row[i] < v; ++i) {
            double& one = scores[network.first_arc(v) + i];
            double& other = scores[*network.arc_index(row[i], v)];
            one = other = one + other;
        }
    }
}

template <class Start>
std::vector<double> by_search(const Network& network, const EdgeBetweennessOptions& options,
                              const Run& run, const Start& start) {
    const std::size_t chunks = chunks_by_arcs(network);
    const auto sums = sum_shares(
        network, chunks, {0, chunks}, network.arcs(), run, start,
        [](std::vector<double>&, Vertex, double) {},
        [](std::vector<double>& sum, std::size_t arc, double share) { sum[arc] += share; });
    std::vector<double> scores(network.arcs(), 0.0);
    add_up(scores, sums);
    if (!network.directed()) unite_ways(network, scores);
    // Every pair was counted from both ends if undirected, and so is P.
    const auto n = static_cast<double>(network.size());
    const double divisor = options.normalized ? n * (n - 1) : network.directed() ? 1 : 2;
    for (double& score : scores) score /= divisor;
    return scores;
}

}  // namespace

std::vector<double> edge_betweenness(const Network& network, const EdgeBetweennessOptions& options,
                                     const Run& run) {
    return by_search(network, options, run, [&] { return HopPaths(network); });
}

std::vector<double> edge_betweenness(const Network& network, const Distances& distances,
                                     const EdgeBetweennessOptions& options, const Run& run) {
    distances.check_fits(network);
    return by_search(network, options, run, [&] { return LengthPaths(network, distances); });
}

}  // namespace actormap
