#include <actormap/base/text.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/study/listed_relations.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <string_view>

namespace actormap {
namespace {

constexpr unsigned far = std::numeric_limits<unsigned>::max();

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Lister {
  public:
    Lister(const ActorGraph& graph, const Lens& lens, const View& view)
        : graph_(graph), lens_(lens), view_(view) {
        in_view_.assign(graph.relations().size(), 0);
        for (const ViewEdge& edge : view.edges) {
            for (const RelationId r : edge.relations) in_view_[index(r)] = 1;
        }
        find_inside();
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
        const bool wanted =
            (lens_.relations.empty() || has(lens_.relations, graph_[id].type.str())) &&
            type_is_wanted(from) && type_is_wanted(to) && (inside(from) || inside(to));
        return wanted && is_near(from, to);
    }

    [[nodiscard]] bool type_is_wanted(EntityId id) const {
        const std::string& type = graph_[id].type;
        return (lens_.types.empty() || has(lens_.types, type)) && !has(lens_.not_types, type);
    }

    /// Whether the relation would be an edge: one of its ends is so near that the other would be
    /// near enough by it, or both are near enough without it.
    [[nodiscard]] bool is_near(EntityId from, EntityId to) const {
        if (lens_.around.empty()) return true;
        const unsigned a = distances_[index(from)], b = distances_[index(to)];
        const unsigned least = std::min(a, b), most = std::max(a, b);
        return most != far || (least != far && (from == to || least < lens_.hops));
    }

    void find_inside() {
        if (lens_.countries.empty()) return;
        std::set<std::string_view> codes;
        for (const std::string& word : lens_.countries) {
            const Country* country = find_country(word);
            if (!country)
                throw Error("unknown-country",
                            quote(word) + " is no country of ISO 3166-1; give its two-letter code");
            codes.insert(country->alpha2);
        }
        inside_.assign(graph_.entities().size(), 0);
        for (std::size_t e = 0; e < inside_.size(); ++e) {
            const auto of = countries_of(graph_, static_cast<EntityId>(e),
                                         [&](RelationId r) { return exists(view_.selection[r]); });
            const bool any = std::any_of(
                of.begin(), of.end(), [&](std::string_view code) { return codes.contains(code); });
            inside_[e] = any ? 1 : 0;
        }
    }

    [[nodiscard]] bool inside(EntityId id) const {
        return lens_.countries.empty() || inside_[index(id)] != 0;
    }

    /// How far each entity is from `around`, at most `hops`: the view has no others, and it has the
    /// shortest ways to these.
    void find_distances() {
        if (lens_.around.empty()) return;
        distances_.assign(graph_.entities().size(), far);
        std::vector<EntityId> reached;
        const auto reach = [&](EntityId id, unsigned distance) {
            if (distances_[index(id)] != far) return;
            distances_[index(id)] = distance;
            reached.push_back(id);
        };
        for (const std::string& name : lens_.around) {
            const EntityId centre = find_by_name(graph_, name, lens_.tlp);
            // One that only a denial mentions is no vertex, and still what was asked for.
            if (view_.selection.entities[index(centre)] != 0 && type_is_wanted(centre))
                reach(centre, 0);
        }
        for (std::size_t next = 0; next < reached.size(); ++next) {
            const unsigned distance = distances_[index(reached[next])];
            const auto vertex = view_.vertex(reached[next]);
            if (!vertex) continue;
            const auto spread = [&](Vertex other) { reach(view_.entities[other], distance + 1); };
            for (const Vertex other : view_.network.out(*vertex)) spread(other);
            for (const Vertex other : view_.network.in(*vertex)) spread(other);
        }
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
