#include <actormap/analysis/eigenvector.hpp>
#include <actormap/analysis/perron.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

// From the eigenvectors of the components. Undirected, they are orthogonal, and so the projection
// is a sum of one term for each. Directed, the score of one of them flows on to what it reaches.

namespace actormap {
namespace {

Error undefined(const std::string& reason) {
    return Error("measure-undefined", "eigenvector centrality " + reason);
}

void check_exists(const Network& network, const Perron& found) {
    if (!found.blocks.empty()) return;
    if (network.directed()) {
        throw undefined(
            "does not exist: the directed network has no cycle; take the undirected network, or "
            "PageRank");
    }
    throw undefined("does not exist: the network has no edge; take one that has");
}

/// The sum over the blocks of each vector times the sum of its scores, made of norm 1.
std::vector<double> projection(const Perron& found) {
    std::vector<double> scores(found.vector.size(), 0.0);
    double square = 0;
    for (const std::vector<Vertex>& block : found.blocks) {
        double share = 0;
        for (const Vertex v : block) share += found.vector[v];
        for (const Vertex v : block) scores[v] = share * found.vector[v];
        square += share * share;
    }
    for (double& score : scores) score /= std::sqrt(square);
    return scores;
}

/// The vertices that `next` leads to from `start`, and those of `start` themselves.
template <class Next>
std::vector<bool> reached(std::size_t n, std::vector<Vertex> start, const Next& next) {
    std::vector<bool> seen(n, false);
    for (const Vertex v : start) seen[v] = true;
    while (!start.empty()) {
        const Vertex v = start.back();
        start.pop_back();
        for (const Vertex w : next(v)) {
            if (seen[w]) continue;
            seen[w] = true;
            start.push_back(w);
        }
    }
    return seen;
}

/// The one block that reaches no other.
const std::vector<Vertex>& last_block(const Network& network, const Perron& found) {
    const std::size_t none = found.blocks.size();
    std::vector<std::size_t> block_of(network.size(), none);
    for (std::size_t b = 0; b < none; ++b) {
        for (const Vertex v : found.blocks[b]) block_of[v] = b;
    }
    std::vector<Vertex> before;  // tails of the arcs that enter a block
    for (Vertex u = 0; u < network.size(); ++u) {
        const auto heads = network.out(u);
        if (std::any_of(heads.begin(), heads.end(), [&](Vertex v) {
                return block_of[v] != none && block_of[v] != block_of[u];
            }))
            before.push_back(u);
    }
    const auto reaches = reached(network.size(), before, [&](Vertex v) { return network.in(v); });
    std::vector<std::size_t> last;
    for (std::size_t b = 0; b < none; ++b) {
        if (!reaches[found.blocks[b].front()]) last.push_back(b);
    }
    if (last.size() == 1) return found.blocks[last.front()];
    throw undefined("is not unique: " + std::to_string(last.size()) +
                    " strong components tie for the largest eigenvalue, and none reaches another; "
                    "take one of them, the undirected network, or PageRank");
}

/// The eigenvector that begins in the last block and flows on to what it reaches.
std::vector<double> flow(const WalkMatrix& matrix, Perron& found, const PerronOptions& options,
                         const Run& run) {
    const Network& network = matrix.network();
    const std::vector<Vertex>& source = last_block(network, found);
    const auto seen = reached(network.size(), source, [&](Vertex v) { return network.out(v); });
    std::vector<Vertex> members;
    for (Vertex v = 0; v < network.size(); ++v) {
        if (seen[v]) members.push_back(v);
    }
    std::vector<double> scores(network.size(), 0.0);
    for (const Vertex v : source) scores[v] = found.vector[v];
    const PerronValue whole = PerronIteration(matrix, options, run).settle(members, scores, false);
    found.iterations += whole.iterations;
    found.residual = whole.residual;
    return scores;
}

Eigenvector solve(const WalkMatrix& matrix, const EigenvectorOptions& options, const Run& run) {
    const PerronOptions how{.tolerance = options.tolerance,
                            .max_iterations = options.max_iterations};
    Perron found = perron(matrix, how, run);
    const Network& network = matrix.network();
    if (network.size() == 0) return {};
    check_exists(network, found);
    Eigenvector result;
    result.scores = network.directed() ? flow(matrix, found, how, run) : projection(found);
    result.eigenvalue = matrix.in_unit(found.value);
    result.iterations = found.iterations;
    result.residual = found.residual;
    return result;
}

}  // namespace

Eigenvector eigenvector(const Network& network, const EigenvectorOptions& options, const Run& run) {
    return solve(WalkMatrix(network), options, run);
}

Eigenvector eigenvector(const Network& network, const Strengths& strengths,
                        const EigenvectorOptions& options, const Run& run) {
    return solve(WalkMatrix(network, strengths), options, run);
}

}  // namespace actormap
