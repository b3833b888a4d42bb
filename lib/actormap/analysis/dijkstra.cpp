#include <actormap/analysis/dijkstra.hpp>

#include <limits>

// The queue orders by length, then vertex. A vertex whose length is lowered is queued again; its
// older entries are longer than it, and are passed over when their turn comes.

namespace actormap {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

}  // namespace

Dijkstra::Dijkstra(const Network& network, const Distances& distances, Walk walk)
    : network_(network),
      distances_(distances),
      walk_(walk),
      length_(network.size(), infinite),
      place_(network.size(), 0),
      closed_(network.size(), false) {}

void Dijkstra::search(Vertex start) {
    for (const Vertex v : visits_) {
        length_[v] = infinite;
        place_[v] = 0;
    }
    visits_.clear();
    length_[start] = 0;
    queue_.emplace(0, start);
    while (!queue_.empty()) {
        const auto [length, v] = queue_.top();
        queue_.pop();
        if (length > length_[v]) continue;
        place_[v] = visits_.size();
        visits_.push_back(v);
        const bool along = walk_ == Walk::along;
        const auto row = along ? network_.out(v) : network_.in(v);
        const auto arcs = along ? distances_.out(network_, v) : distances_.in(network_, v);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Vertex w = row[i];
            const double longer = length + arcs[i];
            if (longer >= length_[w] || closed_[w]) continue;
            length_[w] = longer;
            queue_.emplace(longer, w);
        }
    }
}

}  // namespace actormap
