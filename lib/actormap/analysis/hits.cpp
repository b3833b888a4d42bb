#include <actormap/analysis/hits.hpp>
#include <actormap/analysis/perron.hpp>

#include <cmath>
#include <span>
#include <utility>

// Every vertex is split into a hub and an authority, and every arc joins the hub of its tail with
// the authority of its head. The eigenvectors of this undirected network are (h, a), and its
// components have one each.

namespace actormap {
namespace {

/// The hub of v is vertex v, its authority vertex n + v.
Network split(const Network& network) {
    const std::size_t n = network.size();
    std::vector<std::pair<Vertex, Vertex>> edges;
    edges.reserve(network.arcs());
    for (Vertex u = 0; u < n; ++u) {
        for (const Vertex v : network.out(u)) edges.emplace_back(u, static_cast<Vertex>(n + v));
    }
    return {Direction::undirected, 2 * n, edges};
}

/// The strengths of the split network, whose arcs are those out of the vertices, then those in.
Strengths split(const Network& network, const Strengths& strengths, const Network& both) {
    std::vector<double> values(strengths.values().begin(), strengths.values().end());
    values.reserve(both.arcs());
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto row = strengths.in(network, v);
        values.insert(values.end(), row.begin(), row.end());
    }
    return {both, std::move(values)};
}

/// The projection of (1, ..., 1) on what the vectors of the blocks are from `first` to `last`, made
/// to sum to 1.
std::vector<double> projection(const Perron& found, std::size_t first, std::size_t last) {
    std::vector<double> scores(last - first, 0.0);
    double sum = 0;
    for (const std::vector<Vertex>& block : found.blocks) {
        double share = 0;
        double square = 0;
        for (const Vertex v : block) {
            if (v < first || v >= last) continue;
            share += found.vector[v];
            square += found.vector[v] * found.vector[v];
        }
        for (const Vertex v : block) {
            if (v >= first && v < last) scores[v - first] = found.vector[v] * (share / square);
        }
        sum += share * share / square;
    }
    for (double& score : scores) score /= sum;
    return scores;
}

Hits solve(const WalkMatrix& matrix, const HitsOptions& options, const Run& run) {
    const Perron found = perron(
        matrix, {.tolerance = options.tolerance, .max_iterations = options.max_iterations}, run);
    const std::size_t n = matrix.network().size() / 2;
    if (n == 0) return {};
    if (found.blocks.empty()) {
        throw Error("measure-undefined",
                    "hubs and authorities do not exist: the network has no edge; take one that "
                    "has");
    }
    return {projection(found, 0, n), projection(found, n, 2 * n), found.iterations, found.residual};
}

}  // namespace

Hits hits(const Network& network, const HitsOptions& options, const Run& run) {
    const Network both = split(network);
    return solve(WalkMatrix(both), options, run);
}

Hits hits(const Network& network, const Strengths& strengths, const HitsOptions& options,
          const Run& run) {
    strengths.check_fits(network);
    const Network both = split(network);
    return solve(WalkMatrix(both, split(network, strengths, both)), options, run);
}

}  // namespace actormap
