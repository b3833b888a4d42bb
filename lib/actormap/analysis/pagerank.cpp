#include <actormap/analysis/pagerank.hpp>
#include <actormap/analysis/pagerank_undirected.hpp>
#include <actormap/base/number.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

// Undirected and without strengths, what there is to solve is symmetric and may be small: see
// pagerank_undirected.cpp. All else goes by power iteration, pulled along incoming arcs so that
// chunks of vertices are independent.

namespace actormap {
namespace {

constexpr std::size_t chunk_size = 4096;  // vertices; fixed, so that sums are too

void check(const Network& network, const PageRankOptions& options) {
    const auto demand = [](bool good, const char* message) {
        if (!good) throw Error("option-range", message);
    };
    demand(options.damping >= 0 && options.damping < 1, "damping must be at least 0 and below 1");
    demand(options.tolerance > 0, "tolerance must be above 0");
    demand(options.max_iterations > 0, "max_iterations must be at least 1");
    const std::vector<double>& teleport = options.teleport;
    if (teleport.empty()) return;
    demand(teleport.size() == network.size(), "teleport must have a weight for each vertex");
    demand(std::all_of(teleport.begin(), teleport.end(), [](double w) { return w >= 0; }),
           "teleport weights must be at least 0");
    const double sum = std::accumulate(teleport.begin(), teleport.end(), 0.0);
    demand(sum > 0 && std::isfinite(sum), "teleport weights must have a finite sum above 0");
}

std::vector<double> distribution(std::vector<double> weights, std::size_t n) {
    if (weights.empty()) weights.assign(n, 1.0);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& w : weights) w /= sum;
    return weights;
}

/// Where a walker goes from each vertex, if all arcs are alike.
struct AlikeArcs {
    const Network& network;

    /// Of the arcs from v, in the unit of `weight`.
    [[nodiscard]] double out_sum(Vertex v) const {
        return static_cast<double>(network.out(v).size());
    }
    /// Of the arc from network.in(v)[i] to v.
    [[nodiscard]] double weight(Vertex /*v*/, std::size_t /*i*/) const { return 1; }
};

/// The same by strengths, each divided by the largest of its tail: so no sum of them overflows.
class StrongArcs {
  public:
    StrongArcs(const Network& network, const Strengths& strengths)
        : network_(network), out_sum_(network.size(), 0.0) {
        std::vector<double> largest(network.size(), 0.0);
        for (Vertex v = 0; v < network.size(); ++v) {
            const auto row = strengths.out(network, v);
            for (const double w : row) largest[v] = std::max(largest[v], w);
            if (largest[v] == 0) continue;
            for (const double w : row) out_sum_[v] += w / largest[v];
        }
        weight_.reserve(network.arcs());
        for (Vertex v = 0; v < network.size(); ++v) {
            const auto tails = network.in(v);
            const auto row = strengths.in(network, v);
            for (std::size_t i = 0; i < row.size(); ++i)
                weight_.push_back(row[i] == 0 ? 0 : row[i] / largest[tails[i]]);
        }
    }
    [[nodiscard]] double out_sum(Vertex v) const { return out_sum_[v]; }
    [[nodiscard]] double weight(Vertex v, std::size_t i) const {
        return weight_[network_.first_arc_in(v) + i];
    }

  private:
    const Network& network_;
    std::vector<double> out_sum_;
    std::vector<double> weight_;  // by the heads of the arcs
};

template <class Arcs>
PageRank iterate(const Network& network, const Arcs& arcs, const PageRankOptions& options,
                 const Run& run) {
    const std::size_t n = network.size();
    const Run quiet{.threads = run.threads, .stop = run.stop};  // the iterations are not known
    const std::size_t chunks = (n + chunk_size - 1) / chunk_size;
    std::vector<double> part(chunks);
    // Calls body(v) for every vertex, and sums what it returns in a fixed order.
    const auto sum_over_vertices = [&](const auto& body) {
        for_each_chunk(chunks, quiet, [&](std::size_t chunk) {
            double sum = 0;
            const std::size_t end = std::min(n, (chunk + 1) * chunk_size);
            for (std::size_t v = chunk * chunk_size; v < end; ++v)
                sum += body(static_cast<Vertex>(v));
            part[chunk] = sum;
        });
        return std::accumulate(part.begin(), part.end(), 0.0);
    };

    const std::vector<double> teleport = distribution(options.teleport, n);
    std::vector<double> score = teleport;
    std::vector<double> next(n);
    std::vector<double> share(n);  // what a vertex gives along an arc of weight 1
    double residual = 0;
    for (std::size_t iteration = 1; iteration <= options.max_iterations; ++iteration) {
        const double dangling = sum_over_vertices([&](Vertex v) {
            const double out = arcs.out_sum(v);
            share[v] = out == 0 ? 0 : score[v] / out;
            return out == 0 ? score[v] : 0;
        });
        const double jump = 1 - options.damping + options.damping * dangling;
        residual = sum_over_vertices([&](Vertex v) {
            double sum = 0;
            const auto tails = network.in(v);
            for (std::size_t i = 0; i < tails.size(); ++i)
                sum += share[tails[i]] * arcs.weight(v, i);
            next[v] = jump * teleport[v] + options.damping * sum;
            return std::abs(next[v] - score[v]);
        });
        score.swap(next);
        if (residual < options.tolerance) return {std::move(score), iteration, residual};
    }
    throw_not_converged(residual, options.max_iterations);
}

/// Whether strengths only say which edges there are.
bool all_alike(const Strengths& strengths) {
    const auto values = strengths.values();
    return std::all_of(values.begin(), values.end(),
                       [&](double w) { return w == values.front() && w > 0; });
}

}  // namespace

void throw_not_converged(double residual, std::size_t iterations) {
    throw Error("not-converged", "PageRank changed by " + rounded(residual, 3) + " after " +
                                     std::to_string(iterations) +
                                     " iterations; raise max_iterations or tolerance");
}

PageRank pagerank(const Network& network, const PageRankOptions& options, const Run& run) {
    check(network, options);
    if (network.size() == 0) return {};
    if (network.directed()) return iterate(network, AlikeArcs{network}, options, run);
    const auto teleport = distribution(options.teleport, network.size());
    return pagerank_undirected(network, teleport, options, run);
}

PageRank pagerank(const Network& network, const Strengths& strengths,
                  const PageRankOptions& options, const Run& run) {
    strengths.check_fits(network);
    if (all_alike(strengths)) return pagerank(network, options, run);
    check(network, options);
    return iterate(network, StrongArcs(network, strengths), options, run);
}

}  // namespace actormap
