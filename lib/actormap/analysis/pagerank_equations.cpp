#include <actormap/analysis/alike_vertices.hpp>
#include <actormap/analysis/pagerank_equations.hpp>

#include <algorithm>
#include <limits>

namespace actormap {
namespace {

/// The classes adjacent to each: those whose smallest members are neighbours of its smallest.
void add_rows(const Network& network, const std::vector<Vertex>& smallest,
              PageRankEquations& equations) {
    constexpr Vertex none = std::numeric_limits<Vertex>::max();
    std::vector<Vertex> class_by_smallest(network.size(), none);  // of no other member
    std::size_t arcs = 0;
    for (Vertex c = 0; c < smallest.size(); ++c) {
        class_by_smallest[smallest[c]] = c;
        arcs += network.out(smallest[c]).size();
    }
    equations.adjacent.reserve(arcs);
    equations.first.reserve(smallest.size() + 1);
    for (const Vertex v : smallest) {
        for (const Vertex w : network.out(v)) {
            if (class_by_smallest[w] != none) equations.adjacent.push_back(class_by_smallest[w]);
        }
        equations.first.push_back(equations.adjacent.size());
    }
}

}  // namespace

PageRankEquations::PageRankEquations(const Network& network, std::span<const double> teleport,
                                     double damping) {
    AlikeVertices alike = alike_vertices(network);
    add_rows(network, alike.smallest, *this);

    std::vector<double> landing(alike.smallest.size(), 0.0);  // the sum of t over each class
    double lost = 0;                                          // over the vertices without edges
    for (Vertex v = 0; v < network.size(); ++v) {
        landing[alike.of[v]] += teleport[v];
        if (network.out(v).empty()) lost += teleport[v];
    }
    const double mass = 1 / (1 - damping * std::min(lost, 1.0));  // rounding may say more than 1
    jump = (1 - damping) * mass;
    for (std::size_t c = 0; c < landing.size(); ++c) {
        const auto degree = static_cast<double>(network.out(alike.smallest[c]).size());
        members.push_back(static_cast<double>(alike.members[c]));
        diagonal.push_back(degree == 0 ? 1 : degree / members[c]);
        right.push_back(degree == 0 ? 0 : jump * (landing[c] / members[c]));
        start.push_back(degree == 0 ? 0 : mass * landing[c] / degree);
    }
    class_of = std::move(alike.of);
}

}  // namespace actormap
