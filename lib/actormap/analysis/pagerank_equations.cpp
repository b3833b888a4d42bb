#include <actormap/analysis/alike_vertices.hpp>
#include <actormap/analysis/pagerank_equations.hpp>

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

/// A sum that gives back what each addition rounds away (Kahan).
class CarefulSum {
  public:
    void add(double x) {
        const double wanted = x - over_;
        const double sum = sum_ + wanted;
        over_ = (sum - sum_) - wanted;
        sum_ = sum;
    }
    [[nodiscard]] double value() const { return sum_; }

  private:
    double sum_ = 0;
    double over_ = 0;  // how much the sum is above what it should be
};

}  // namespace

PageRankEquations::PageRankEquations(const Network& network, std::span<const double> teleport,
                                     double damping) {
    AlikeVertices alike = alike_vertices(network);
    add_rows(network, alike.smallest, *this);

    std::vector<double> landing(alike.smallest.size(), 0.0);  // the sum of t over each class
    CarefulSum kept;                                          // over the vertices with edges
    for (Vertex v = 0; v < network.size(); ++v) {
        landing[alike.of[v]] += teleport[v];
        if (!network.out(v).empty()) kept.add(teleport[v]);
    }
    // 1 - d T, where T is the sum over the others: in these terms nothing cancels.
    const double sharing = 1 - damping + damping * kept.value();
    jump = (1 - damping) / sharing;
    for (std::size_t c = 0; c < landing.size(); ++c) {
        const auto degree = static_cast<double>(network.out(alike.smallest[c]).size());
        members.push_back(static_cast<double>(alike.members[c]));
        diagonal.push_back(degree == 0 ? 1 : degree / members[c]);
        right.push_back(degree == 0 ? 0 : jump * (landing[c] / members[c]));
        start.push_back(degree == 0 ? 0 : landing[c] / sharing / degree);
    }
    class_of = std::move(alike.of);
}

}  // namespace actormap
