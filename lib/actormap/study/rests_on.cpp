#include <actormap/analysis/disjoint_paths.hpp>
#include <actormap/analysis/minimum_cut.hpp>
#include <actormap/base/text.hpp>
#include <actormap/lens/edge_weights.hpp>
#include <actormap/study/rests_on.hpp>

#include <algorithm>
#include <cstdint>

namespace actormap {
namespace {

class Resting {
  public:
    Resting(const ActorGraph& graph, const View& view)
        : graph_(graph), view_(view), left_(view.edges.size()) {}

    RestsOn answer(Vertex from, Vertex to, const Run& run) {
        const Strengths strengths = edge_strengths(graph_, view_, {.weight = EdgeWeight::claims});
        const Cut cut = minimum_cut(view_.network, strengths, from, to, {}, run);
        for (const auto& [a, b] : cut.edges) {
            const ViewEdge& edge = *view_.edge(a, b);
            const std::vector<CarryingClaim> claims = claims_of(edge);
            result_.claims.insert(result_.claims.end(), claims.begin(), claims.end());
            result_.marking = std::max(result_.marking, edge.marking);
        }
        std::sort(result_.claims.begin(), result_.claims.end(),
                  [](const auto& a, const auto& b) { return a.claim < b.claim; });

        const std::vector<std::int64_t> times(strengths.values().begin(), strengths.values().end());
        for (const auto& path : disjoint_paths(view_.network, times, from, to, {}, run)) {
            result_.paths.emplace_back();
            for (std::size_t i = 1; i < path.size(); ++i)
                result_.paths.back().push_back(hop(path[i - 1], path[i]));
        }
        return std::move(result_);
    }

  private:
    [[nodiscard]] std::vector<CarryingClaim> claims_of(const ViewEdge& edge) const {
        std::vector<CarryingClaim> claims;
        for (const RelationId r : edge.relations) {
            for (const ClaimId c : carrying_claims(graph_, view_.selection, r))
                claims.push_back({r, c});
        }
        return claims;
    }

    /// Each path that takes an edge uses the next of its claims.
    ClaimHop hop(Vertex from, Vertex to) {
        const ViewEdge& edge = *view_.edge(from, to);
        result_.marking = std::max(result_.marking, edge.marking);
        auto& left = left_[static_cast<std::size_t>(&edge - view_.edges.data())];
        if (left.empty()) {
            left = claims_of(edge);
            std::reverse(left.begin(), left.end());
        }
        ClaimHop hop{view_.entities[from], view_.entities[to], left.back()};
        left.pop_back();
        const EntityId first = graph_[hop.by.relation].from;
        hop.against = *view_.selection.stand_ins[index(first)] == hop.to;
        return hop;
    }

    const ActorGraph& graph_;
    const View& view_;
    RestsOn result_;
    std::vector<std::vector<CarryingClaim>> left_;  // of each edge that a path took: the last first
};

}  // namespace

RestsOn rests_on(const ActorGraph& graph, const View& view, EntityId from, EntityId to,
                 const Run& run) {
    if (!view.roll_ups.empty())
        throw Error("lens-roll-up",
                    "a rolled-up edge rests on the claims that led its ends up, too; leave out "
                    "--roll-up");
    const Vertex source = vertex_of(graph, view, from), sink = vertex_of(graph, view, to);
    if (source == sink)
        throw Error("measure-undefined", "nothing cuts " + quote(graph[from].id) +
                                             " off from itself; name two entities");
    return Resting(graph, view).answer(source, sink, run);
}

}  // namespace actormap
