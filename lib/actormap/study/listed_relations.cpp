#include <actormap/lens/reach.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/study/listed_relations.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace actormap {
namespace {

class Lister {
  public:
    Lister(const ActorGraph& graph, const Lens& lens, const View& view)
        : graph_(graph), lens_(lens), view_(view) {
        in_view_.assign(graph.relations().size(), 0);
        for (const ViewEdge& edge : view.edges) {
            for (const RelationId r : edge.relations) in_view_[index(r)] = 1;
        }
        if (!lens.countries.empty()) inside_ = inside_countries(graph, lens, view.selection);
        find_distances();
    }

    std::vector<RelationId> list() const {
        std::vector<RelationId> result;
        for (std::size_t r = 0; r < in_view_.size(); ++r) {
            const auto id = static_cast<RelationId>(r);
            if (in_view_[r] != 0 || is_beside_the_edges(id)) result.push_back(id);
        }
        return result;
    }

  private:
    /// Whether a relation that is no edge is listed all the same: it is a loop, or nobody carries
    /// it. Any other that is wanted and near is an edge.
    [[nodiscard]] bool is_beside_the_edges(RelationId id) const {
        const RelationState state = view_.selection[id];
        if (state == RelationState::hidden) return false;
        const EntityId from = *view_.selection.stand_ins[index(graph_[id].from)];
        const EntityId to = *view_.selection.stand_ins[index(graph_[id].to)];
        const bool wanted = wants_relations(lens_, graph_[id].type.str()) &&
                            wants_entities(lens_, graph_[from].type) &&
                            wants_entities(lens_, graph_[to].type) && (inside(from) || inside(to));
        return wanted && is_near(from, to);
    }

    /// Whether the relation would be an edge: one of its ends is so near that the other would be
    /// near enough by it, or both are near enough without it.
    [[nodiscard]] bool is_near(EntityId from, EntityId to) const {
        if (lens_.around.empty()) return true;
        const unsigned a = distances_[index(from)], b = distances_[index(to)];
        const unsigned least = std::min(a, b), most = std::max(a, b);
        return most != out_of_reach ||
               (least != out_of_reach && (from == to || least < lens_.hops));
    }

    [[nodiscard]] bool inside(EntityId id) const {
        return lens_.countries.empty() || inside_[index(id)] != 0;
    }

    /// How far each entity is from `around`: the view has no others, and it has the shortest ways
    /// to these.
    void find_distances() {
        if (lens_.around.empty()) return;
        std::vector<EntityId> centres;
        for (const std::string& name : lens_.around) {
            const EntityId centre = find_by_name(graph_, name, lens_.tlp);
            // One that only a denial mentions is no vertex, and still what was asked for.
            if (view_.selection.entities[index(centre)] != 0 &&
                wants_entities(lens_, graph_[centre].type))
                centres.push_back(centre);
        }
        std::vector<std::pair<EntityId, EntityId>> ends;
        ends.reserve(view_.edges.size());
        for (const ViewEdge& edge : view_.edges)
            ends.emplace_back(view_.entities[edge.from], view_.entities[edge.to]);
        distances_ = hops_from(centres, lens_.hops, graph_.entities().size(), ends);
    }

    const ActorGraph& graph_;
    const Lens& lens_;
    const View& view_;
    std::vector<std::uint8_t> in_view_, inside_;
    std::vector<unsigned> distances_;
};

}  // namespace

std::vector<RelationId> listed_relations(const ActorGraph& graph, const Lens& lens,
                                         const View& view) {
    return Lister(graph, lens, view).list();
}

}  // namespace actormap
