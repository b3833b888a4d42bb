#pragma once

#include <actormap/analysis/path_count.hpp>
#include <actormap/analysis/path_network.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace actormap {

/// What a vertex stands for, as `PathSearch` asks: one vertex each, or what a `PathNetwork` says.
struct EachForOne {
    [[nodiscard]] static double copies(Vertex /*v*/) { return 1; }
    [[nodiscard]] static double ends(Vertex /*v*/) { return 1; }
};
struct EachForMany {
    const PathNetwork& paths;

    [[nodiscard]] double copies(Vertex v) const { return paths.copies[v]; }
    [[nodiscard]] double ends(Vertex v) const { return paths.ends[v]; }
};

/// One search at a time, for any number of paths.
///
/// Precision   the same bits as a search of many sources at once (path_lanes.hpp): counts of paths
///             are whole numbers and exact below 2^53; if there are more, sums run in the order of
///             the rows, with exponents of their own
/// Memory      O(n)
template <class Standing>
class PathSearch {
  public:
    PathSearch(const Network& network, Standing standing);

    /// Calls to_vertex(v, x) for each vertex v between s and others, where
    ///
    ///     x  =  ends[s] sum over t != s, v of  ends[t] sigma(s, t | v) / sigma(s, t)
    ///
    /// Cost        O(n + m) time of what s reaches
    template <class ToVertex>
    void add(Vertex s, const ToVertex& to_vertex) {
        const bool exact = count(s);
        if (!exact) count_large();
        const double ends = standing_.ends(s);
        for (std::size_t i = visits_.size(); i-- > 1;) {
            const Vertex v = visits_[i];
            to_vertex(v, ends * (exact ? share_of(v) : large_share_of(v)));
        }
    }

  private:
    struct Node {
        double paths = 0;        // from the source
        double beyond = 0;       // ends at the vertex and beyond all its copies, for each path
        std::int64_t depth = 0;  // grows from search to search
    };

    /// False if a count is 2^53 or more; the depths are right all the same.
    bool count(Vertex source);
    void count_large();
    double share_of(Vertex v);
    double large_share_of(Vertex v);

    const Network& network_;
    Standing standing_;
    std::vector<Node> nodes_;
    std::vector<Vertex> visits_;    // nearest first
    std::vector<PathCount> large_;  // of paths; empty until needed
    std::vector<double> onward_;    // as `beyond`, not for each path
};

}  // namespace actormap
