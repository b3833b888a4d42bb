#include <actormap/analysis/distance_core.hpp>

#include <algorithm>
#include <utility>

namespace actormap {
namespace {

/// Numbers the vertices that stay, and lists them in that order.
class Numbering {
  public:
    explicit Numbering(const Network& whole)
        : whole_(whole), number(whole.size(), DistanceCore::outside) {
        if (whole.size() == 0) return;
        number_component_of(best_connected());
        for (Vertex v = 0; v < whole.size(); ++v) number_component_of(v);
    }

  private:
    const Network& whole_;

  public:
    std::vector<Vertex> number;
    std::vector<Vertex> order;

  private:
    [[nodiscard]] Vertex best_connected() const {
        Vertex best = 0;
        for (Vertex v = 1; v < whole_.size(); ++v)
            if (whole_.degree(v) > whole_.degree(best)) best = v;
        return best;
    }

    void number_component_of(Vertex start) {
        std::size_t next = order.size();
        add(start);
        for (; next < order.size(); ++next) {
            const Vertex v = order[next];
            for (const Vertex w : whole_.out(v)) add(w);
            if (whole_.directed())
                for (const Vertex w : whole_.in(v)) add(w);
        }
    }

    void add(Vertex v) {
        if (number[v] != DistanceCore::outside || whole_.degree(v) == 0 || is_leaf(whole_, v))
            return;
        number[v] = static_cast<Vertex>(order.size());
        order.push_back(v);
    }
};

}  // namespace

bool is_leaf(const Network& network, Vertex v) {
    if (network.directed() || network.degree(v) != 1) return false;
    const Vertex neighbour = network.out(v)[0];
    return network.degree(neighbour) > 1 || neighbour < v;
}

DistanceCore::DistanceCore(const Network& whole) {
    Numbering numbering(whole);
    place = std::move(numbering.number);
    leaves.resize(numbering.order.size());
    std::vector<std::pair<Vertex, Vertex>> edges;
    edges.reserve(whole.edges());
    for (Vertex v = 0; v < leaves.size(); ++v) {
        for (const Vertex w : whole.out(numbering.order[v])) {
            if (place[w] == outside) {  // as yet: a leaf
                ++leaves[v];
            } else if (whole.directed() || v < place[w]) {
                edges.emplace_back(v, place[w]);
            }
        }
    }
    network = Network(whole.direction(), leaves.size(), edges);
    for (Vertex v = 0; v < whole.size(); ++v)
        if (is_leaf(whole, v)) place[v] = place[whole.out(v)[0]];
}

}  // namespace actormap
