#include <actormap/base/sort_by_group.hpp>
#include <actormap/base/text.hpp>
#include <actormap/lens/combine.hpp>
#include <actormap/lens/reach.hpp>
#include <actormap/lens/roll_up.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/model/types.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace actormap {
namespace {

/// A relation between the entities that its ends became.
struct Link {
    EntityId from, to;
    RelationId relation;
};

/// What a relation adds to the edge of a pair of vertices.
using Joint = std::pair<std::pair<Vertex, Vertex>, RelationId>;

class Viewer {
  public:
    Viewer(const ActorGraph& graph, const Lens& lens, Direction direction, SetAside set_aside)
        : graph_(graph), lens_(lens), direction_(direction), set_aside_(set_aside) {}

    View apply() {
        check_lens();
        view_.selection = select(graph_, lens_, set_aside_);
        roll_up();
        choose_types_and_relations();
        choose_countries();
        choose_around();
        build();
        return std::move(view_);
    }

  private:
    void check_lens() const {
        check_entity_types(graph_, lens_.types);
        check_entity_types(graph_, lens_.not_types);
        check_relation_types(graph_, lens_.relations);
    }

    void roll_up() {
        plan_ = plan_roll_up(graph_, view_.selection, lens_.roll_up);
        view_.roll_ups = std::move(plan_.counts);
        links_.reserve(graph_.relations().size());
        for (std::size_t r = 0; r < graph_.relations().size(); ++r) {
            const auto id = static_cast<RelationId>(r);
            if (!exists(view_.selection[id])) continue;
            const EntityId from_entity = *view_.selection.stand_ins[index(graph_[id].from)];
            const auto& tos = plan_.tops[index(*view_.selection.stand_ins[index(graph_[id].to)])];
            if (plan_.followed[r] != 0) {
                // Its first end became its second one. Between several upper ones it says nothing.
                for (const EntityId to : tos) links_.push_back({to, to, id});
                continue;
            }
            for (const EntityId from : plan_.tops[index(from_entity)]) {
                for (const EntityId to : tos) links_.push_back({from, to, id});
            }
        }
    }

    /// From here on `present_` says which entities may be vertices, and `links_` holds only links
    /// between them.
    void choose_types_and_relations() {
        if (!lens_.relations.empty())
            std::erase_if(links_, [&](const Link& link) {
                return !wants_relations(lens_, graph_[link.relation].type.str());
            });
        present_.assign(graph_.entities().size(), 0);
        for (const Link& link : links_) present_[index(link.from)] = present_[index(link.to)] = 1;
        for (std::size_t e = 0; e < present_.size(); ++e) {
            const auto id = static_cast<EntityId>(e);
            const bool wanted = (present_[e] != 0 || is_alone(id)) &&
                                view_.selection.entities[e] != 0 &&
                                wants_entities(lens_, graph_[id].type);
            present_[e] = wanted ? 1 : 0;
        }
        drop_loose_links();
    }

    /// Whether no relation links the entity to one that a file defines.
    [[nodiscard]] bool is_alone(EntityId id) const {
        const auto relations = graph_.relations_of(id);
        return std::all_of(relations.begin(), relations.end(), [&](RelationId r) {
            return graph_[graph_[r].from].undefined || graph_[graph_[r].to].undefined;
        });
    }

    /// Keeps the links that touch an entity of the countries, their ends, and those entities.
    void choose_countries() {
        if (lens_.countries.empty()) return;
        const auto inside = inside_countries(graph_, lens_, view_.selection);
        std::erase_if(links_, [&](const Link& link) {
            return inside[index(link.from)] == 0 && inside[index(link.to)] == 0;
        });
        std::vector<std::uint8_t> linked(present_.size(), 0);
        for (const Link& link : links_) linked[index(link.from)] = linked[index(link.to)] = 1;
        for (std::size_t e = 0; e < present_.size(); ++e) {
            if (inside[e] == 0 && linked[e] == 0) present_[e] = 0;
        }
        drop_loose_links();
    }

    /// Keeps what is within `hops` edges, whichever way they point, of the entities named.
    void choose_around() {
        if (lens_.around.empty()) return;
        std::vector<EntityId> centres;
        for (const std::string& name : lens_.around) {
            for (const EntityId top : plan_.tops[index(find_by_name(graph_, name, lens_.tlp))]) {
                if (present_[index(top)] != 0) centres.push_back(top);
            }
        }
        std::vector<std::pair<EntityId, EntityId>> ends;
        ends.reserve(links_.size());
        for (const Link& link : links_) ends.emplace_back(link.from, link.to);
        const auto distances = hops_from(centres, lens_.hops, present_.size(), ends);
        for (std::size_t e = 0; e < present_.size(); ++e)
            present_[e] = distances[e] != out_of_reach ? 1 : 0;
        drop_loose_links();
    }

    void drop_loose_links() {
        std::erase_if(links_, [&](const Link& link) {
            return present_[index(link.from)] == 0 || present_[index(link.to)] == 0;
        });
    }

    void build() {
        std::vector<Vertex> vertex_of(present_.size(), 0);
        for (std::size_t e = 0; e < present_.size(); ++e) {
            if (present_[e] == 0) continue;
            vertex_of[e] = static_cast<Vertex>(view_.entities.size());
            view_.entities.push_back(static_cast<EntityId>(e));
            view_.marking = std::max(view_.marking, graph_[static_cast<EntityId>(e)].marking);
        }
        // Links stand by relation: one that leaves no edge is dropped.
        std::vector<Joint> joints;
        joints.reserve(links_.size());
        for (auto link = links_.begin(); link != links_.end();) {
            const RelationId relation = link->relation;
            const std::size_t before = joints.size();
            for (; link != links_.end() && link->relation == relation; ++link) {
                Vertex from = vertex_of[index(link->from)], to = vertex_of[index(link->to)];
                if (from == to) continue;
                if (direction_ == Direction::undirected && from > to) std::swap(from, to);
                joints.push_back({{from, to}, relation});
            }
            if (joints.size() == before) ++view_.loops;
        }
        // One relation can join a pair both ways, where both its ends went to both.
        sort_by_group(
            joints, view_.entities.size(), [](const Joint& joint) { return joint.first.first; },
            std::less<>());
        joints.erase(std::unique(joints.begin(), joints.end()), joints.end());
        std::vector<std::pair<Vertex, Vertex>> pairs;
        pairs.reserve(joints.size());
        view_.edges.reserve(joints.size());
        for (auto joint = joints.begin(); joint != joints.end();) {
            pairs.push_back(joint->first);
            std::vector<RelationId> relations;
            for (; joint != joints.end() && joint->first == pairs.back(); ++joint)
                relations.push_back(joint->second);
            view_.parallel += relations.size() - 1;
            view_.edges.push_back(edge(pairs.back(), std::move(relations)));
            view_.marking = std::max(
                {view_.marking, view_.edges.back().marking, marking_of_claims(view_.edges.back())});
        }
        view_.network = Network(direction_, view_.entities.size(), pairs);
    }

    /// Doubts are cited with an edge although they do not carry it, so they count for the view.
    [[nodiscard]] Tlp marking_of_claims(const ViewEdge& edge) const {
        Tlp highest = Tlp::clear;
        for (const RelationId r : edge.relations) {
            const ClaimRange& range = graph_[r].claims;
            for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
                const auto id = static_cast<ClaimId>(c);
                if (view_.selection[id] != ClaimState::hidden)
                    highest = std::max(highest, graph_.marking(graph_[id]));
            }
        }
        return highest;
    }

    ViewEdge edge(const std::pair<Vertex, Vertex>& pair, std::vector<RelationId> relations) const {
        ViewEdge edge{pair.first, pair.second, std::move(relations), {}, false, true, {}};
        edge.marking = std::max(graph_[view_.entities[edge.from]].marking,
                                graph_[view_.entities[edge.to]].marking);
        for (const RelationId r : edge.relations) {
            const Relation& relation = graph_[r];
            edge.marking =
                std::max({edge.marking, relation.marking, graph_[relation.from].marking,
                          graph_[relation.to].marking, plan_.markings[index(relation.from)],
                          plan_.markings[index(relation.to)]});
            edge.disputed = edge.disputed || view_.selection[r] == RelationState::disputed;
            const ClaimRange& range = relation.claims;
            for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
                const auto id = static_cast<ClaimId>(c);
                if (!is_carrying(graph_, view_.selection, id)) continue;
                const Claim& claim = graph_[id];
                edge.hypothesis = edge.hypothesis && claim.stance == Stance::hypothesises;
                edge.marking = std::max(edge.marking, graph_.marking(claim));
            }
            if (const auto sure = confidence(graph_, view_.selection, r))
                edge.confidence = std::max(edge.confidence.value_or(0), sure->value);
        }
        return edge;
    }

    const ActorGraph& graph_;
    const Lens& lens_;
    Direction direction_;
    SetAside set_aside_;
    View view_;
    RollUpPlan plan_;
    std::vector<Link> links_;  // ascending by relation
    std::vector<std::uint8_t> present_;
};

}  // namespace

std::optional<Vertex> View::vertex(EntityId entity) const {
    const auto at = std::lower_bound(entities.begin(), entities.end(), entity);
    if (at == entities.end() || *at != entity) return std::nullopt;
    return static_cast<Vertex>(at - entities.begin());
}

const ViewEdge* View::edge(Vertex from, Vertex to) const {
    if (!network.directed() && from > to) std::swap(from, to);
    const auto at = std::lower_bound(edges.begin(), edges.end(), std::pair(from, to),
                                     [](const ViewEdge& edge, const std::pair<Vertex, Vertex>& p) {
                                         return std::pair(edge.from, edge.to) < p;
                                     });
    return at != edges.end() && at->from == from && at->to == to ? &*at : nullptr;
}

View apply(const ActorGraph& graph, const Lens& lens, Direction direction, SetAside set_aside) {
    return Viewer(graph, lens, direction, set_aside).apply();
}

Vertex vertex_of(const ActorGraph& graph, const View& view, EntityId entity) {
    const auto vertex = view.vertex(entity);
    if (!vertex)
        throw Error("not-in-view",
                    quote(graph[entity].id) + " is not in the network under this lens; widen it");
    return *vertex;
}

}  // namespace actormap
