#include <actormap/analysis/core_number.hpp>

#include <algorithm>
#include <numeric>

// Removes a vertex of the smallest remaining degree, again and again; its degree by then is its
// core number. Vertices stand sorted by degree, so that a degree falls by one with one swap with
// the first vertex of the same degree (Batagelj and Zaversnik).

namespace actormap {
namespace {

class DegreeOrder {
  public:
    explicit DegreeOrder(const Network& network)
        : degree_(network.size()), order_(network.size()), place_(network.size()) {
        std::size_t largest = 0;
        for (Vertex v = 0; v < network.size(); ++v) {
            degree_[v] = static_cast<std::uint32_t>(network.degree(v));
            largest = std::max(largest, network.degree(v));
        }
        begin_.assign(largest + 2, 0);
        for (const std::uint32_t d : degree_) ++begin_[d + std::size_t{1}];
        std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
        std::vector<std::size_t> next = begin_;
        for (Vertex v = 0; v < network.size(); ++v) {
            place_[v] = next[degree_[v]]++;
            order_[place_[v]] = v;
        }
    }

    [[nodiscard]] Vertex at(std::size_t place) const { return order_[place]; }
    [[nodiscard]] const std::vector<std::uint32_t>& degrees() const { return degree_; }

    void decrease(Vertex v) {
        const std::size_t first = begin_[degree_[v]]++;
        const Vertex other = order_[first];
        std::swap(order_[first], order_[place_[v]]);
        place_[other] = place_[v];
        place_[v] = first;
        --degree_[v];
    }

  private:
    std::vector<std::uint32_t> degree_;
    std::vector<Vertex> order_;       // by degree
    std::vector<std::size_t> place_;  // of each vertex in order_
    std::vector<std::size_t> begin_;  // of each degree in order_
};

}  // namespace

std::vector<std::uint32_t> core_number(const Network& network, const CoreNumberOptions&,
                                       const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    DegreeOrder order(network);
    const std::vector<std::uint32_t>& degree = order.degrees();
    for (std::size_t i = 0; i < network.size(); ++i) {
        const Vertex v = order.at(i);
        const auto lower = [&](std::span<const Vertex> neighbours) {
            for (const Vertex w : neighbours) {
                if (degree[w] > degree[v]) order.decrease(w);
            }
        };
        lower(network.out(v));
        if (network.directed()) lower(network.in(v));
    }
    return degree;
}

}  // namespace actormap
