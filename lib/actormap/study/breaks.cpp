#include <actormap/analysis/blocks.hpp>
#include <actormap/analysis/fragments.hpp>
#include <actormap/study/breaks.hpp>

#include <algorithm>
#include <numeric>

namespace actormap {
namespace {

BreakingEdge breaking_edge(const View& view, std::size_t component, Vertex a, Vertex b,
                           std::size_t beside_a) {
    const std::size_t beside_b = component - beside_a;
    const bool a_is_far = beside_a < beside_b;
    return {view.edge(a, b), view.entities[a_is_far ? b : a], view.entities[a_is_far ? a : b],
            std::min(beside_a, beside_b)};
}

/// How many vertices are in the component of each bridge: a bridge has two sides, and what is
/// around one end, if it is an articulation point, adds up to all but that end.
class ComponentSizes {
  public:
    ComponentSizes(const Blocks& blocks, const Fragments& fragments)
        : blocks_(blocks), fragments_(fragments) {}

    [[nodiscard]] std::size_t of(Vertex a, Vertex b) const {
        const auto& points = blocks_.articulation_points;
        for (const Vertex v : {a, b}) {
            const auto found = std::lower_bound(points.begin(), points.end(), v);
            if (found == points.end() || *found != v) continue;
            const auto& pieces =
                fragments_.of_points[static_cast<std::size_t>(found - points.begin())];
            return std::accumulate(pieces.begin(), pieces.end(), std::size_t{1});
        }
        return 2;  // a bridge between two leaves
    }

  private:
    const Blocks& blocks_;
    const Fragments& fragments_;
};

}  // namespace

std::size_t BreakingPoint::cut_off() const {
    return std::accumulate(pieces.begin() + 1, pieces.end(), std::size_t{0});
}

Breaks breaks(const View& view, const Run& run) {
    const Blocks parts = blocks(view.network, {}, run);
    const Fragments left = fragments(view.network, parts, {}, run);
    Breaks result;
    for (std::size_t i = 0; i < parts.articulation_points.size(); ++i)
        result.points.push_back({view.entities[parts.articulation_points[i]], left.of_points[i]});
    const ComponentSizes components(parts, left);
    for (std::size_t i = 0; i < parts.bridges.size(); ++i) {
        const auto [a, b] = parts.bridges[i];
        result.bridges.push_back(
            breaking_edge(view, components.of(a, b), a, b, left.of_bridges[i]));
    }
    // Vertices ascend by id, so a stable sort leaves equals in the order of their ids.
    std::stable_sort(result.points.begin(), result.points.end(),
                     [](const auto& a, const auto& b) { return a.cut_off() > b.cut_off(); });
    std::stable_sort(result.bridges.begin(), result.bridges.end(),
                     [](const auto& a, const auto& b) { return a.cut_off > b.cut_off; });
    return result;
}

}  // namespace actormap
