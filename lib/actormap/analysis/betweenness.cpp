#include <actormap/analysis/betweenness.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>
#include <cmath>

// One breadth-first search per source counts shortest paths; walking its visits backwards
// adds up each vertex's share of the pairs that start at the source (Brandes 2001).

namespace actormap {
namespace {

constexpr std::size_t chunk_limit = 64;  // bounds memory; fixed, so that sums are too

/// A number of paths: value * 2^(512 exponent), where value is at least 1 and below 2^512.
/// A chain of 1,100 diamonds has more paths than a double can hold.
class PathCount {
  public:
    void operator+=(const PathCount& other) {
        if (exponent_ < other.exponent_) {
            value_ = std::ldexp(value_, step * (exponent_ - other.exponent_));
            exponent_ = other.exponent_;
        }
        value_ += other.exponent_ == exponent_
                      ? other.value_
                      : std::ldexp(other.value_, step * (other.exponent_ - exponent_));
        if (value_ >= limit) {
            value_ /= limit;
            ++exponent_;
        }
    }
    /// As a share of `whole`.
    [[nodiscard]] double of(const PathCount& whole) const {
        const double ratio = value_ / whole.value_;
        if (exponent_ == whole.exponent_) return ratio;
        return std::ldexp(ratio, step * (exponent_ - whole.exponent_));
    }
    [[nodiscard]] static PathCount one() {
        PathCount count;
        count.value_ = 1;
        return count;
    }

  private:
    static constexpr int step = 512;
    static constexpr double limit = 0x1p512;

    double value_ = 0;
    int exponent_ = 0;
};

class Search {
  public:
    explicit Search(const Network& network)
        : network_(network),
          depth_(network.size(), unseen),
          paths_(network.size()),
          share_(network.size()) {}

    void add_from(Vertex source, std::vector<double>& total) {
        visit_from(source);
        for (auto it = visits_.rbegin(); it != visits_.rend(); ++it) {
            const Vertex v = *it;
            share_[v] = 0;
            for (const Vertex w : network_.out(v)) {
                if (depth_[w] == depth_[v] + 1)
                    share_[v] += paths_[v].of(paths_[w]) * (1 + share_[w]);
            }
            if (v != source) total[v] += share_[v];
        }
        for (const Vertex v : visits_) depth_[v] = unseen;
    }

  private:
    static constexpr std::int64_t unseen = -1;

    void visit_from(Vertex source) {
        visits_.assign(1, source);
        depth_[source] = 0;
        paths_[source] = PathCount::one();
        for (std::size_t next = 0; next < visits_.size(); ++next) {
            const Vertex v = visits_[next];
            for (const Vertex w : network_.out(v)) {
                if (depth_[w] == unseen) {
                    depth_[w] = depth_[v] + 1;
                    paths_[w] = PathCount();
                    visits_.push_back(w);
                }
                if (depth_[w] == depth_[v] + 1) paths_[w] += paths_[v];
            }
        }
    }

    const Network& network_;
    std::vector<std::int64_t> depth_;  // hops from the source
    std::vector<PathCount> paths_;     // number of shortest paths from the source
    std::vector<double> share_;        // Brandes' dependency of the source on the vertex
    std::vector<Vertex> visits_;       // reached vertices, nearest first
};

}  // namespace

std::vector<double> betweenness(const Network& network, const BetweennessOptions& options,
                                const Run& run) {
    const std::size_t n = network.size();
    const std::size_t chunks = std::min(n, chunk_limit);
    std::vector<std::vector<double>> part(chunks, std::vector<double>(n, 0.0));
    for_each_chunk(chunks, run, [&](std::size_t chunk) {
        Search search(network);
        for (std::size_t s = chunk; s < n; s += chunks) {
            if (run.stop.stop_requested()) throw Cancelled();
            search.add_from(static_cast<Vertex>(s), part[chunk]);
        }
    });

    // Every pair was counted from both ends if undirected, and so is P.
    double divisor = network.directed() ? 1 : 2;
    if (options.normalized && n > 2)
        divisor = (static_cast<double>(n) - 1) * (static_cast<double>(n) - 2);
    std::vector<double> total(n, 0.0);
    for (std::size_t v = 0; v < n; ++v) {
        for (const auto& p : part) total[v] += p[v];
        total[v] /= divisor;
    }
    return total;
}

}  // namespace actormap
