#include <actormap/analysis/similarity.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/types.hpp>
#include <actormap/study/traits.hpp>

#include <algorithm>

namespace actormap {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void check(const ActorGraph& graph, const View& view, std::span<const EntityId> like,
           const std::vector<std::string>& types) {
    check_entity_types(graph, types);
    if (!view.network.directed())
        throw Error("network-direction",
                    "likeness asks which way relations go; apply the lens with "
                    "Direction::directed");
    for (const EntityId entity : like) (void)vertex_of(graph, view, entity);
}

/// The headings under which an edge stands for one of its ends, each once, in no order.
std::vector<Heading> headings_of(const ActorGraph& graph, const View& view, const ViewEdge& edge,
                                 bool outgoing) {
    const std::string& other = graph[view.entities[outgoing ? edge.to : edge.from]].type;
    std::vector<Heading> found;
    for (const RelationId r : edge.relations) {
        const auto heading = heading_of(graph[r].type, outgoing, other);
        if (heading && std::find(found.begin(), found.end(), *heading) == found.end())
            found.push_back(*heading);
    }
    return found;
}

/// Collects who has which trait, and makes the network of it.
class Collector {
  public:
    Collector(const ActorGraph& graph, const View& view, const std::vector<Heading>& headings)
        : graph_(graph), view_(view), headings_(headings) {}

    Traits collect(std::span<const EntityId> like, const std::vector<std::string>& types) {
        choose_entities(like, types);
        for (const ViewEdge& edge : view_.edges) {
            add(edge, true);
            add(edge, false);
        }
        build();
        return std::move(result_);
    }

  private:
    void choose_entities(std::span<const EntityId> like, const std::vector<std::string>& types) {
        place_.assign(view_.entities.size(), none);
        for (std::size_t v = 0; v < view_.entities.size(); ++v) {
            const EntityId id = view_.entities[v];
            const bool wanted = std::any_of(like.begin(), like.end(), [&](EntityId of) {
                return id == of || (types.empty() && comparable(graph_[id], graph_[of]));
            });
            if (!wanted && !contains(types, graph_[id].type)) continue;
            place_[v] = static_cast<Vertex>(result_.entities.size());
            result_.entities.push_back(id);
        }
    }

    void add(const ViewEdge& edge, bool outgoing) {
        const Vertex self = outgoing ? edge.from : edge.to, other = outgoing ? edge.to : edge.from;
        if (place_[self] == none) return;
        for (const Heading heading : headings_of(graph_, view_, edge, outgoing)) {
            if (headings_.empty() ||
                std::find(headings_.begin(), headings_.end(), heading) != headings_.end())
                holders_.emplace_back(Trait{heading, view_.entities[other]}, place_[self]);
        }
    }

    void build() {
        // Two edges, one each way, may give one trait.
        std::sort(holders_.begin(), holders_.end());
        holders_.erase(std::unique(holders_.begin(), holders_.end()), holders_.end());
        std::vector<std::pair<Vertex, Vertex>> edges;
        for (const auto& [trait, holder] : holders_) {
            if (result_.traits.empty() || result_.traits.back() != trait)
                result_.traits.push_back(trait);
            edges.emplace_back(
                holder, static_cast<Vertex>(result_.entities.size() + result_.traits.size() - 1));
        }
        const std::size_t entities = result_.entities.size();
        result_.network = Network(Direction::undirected, entities + result_.traits.size(), edges);
        count_known();
        weigh();
    }

    void weigh() {
        for (Vertex v = 0; v < result_.network.size(); ++v) {
            const bool trait = v >= result_.entities.size();
            const double rare = trait ? actormap::rarity(result_.network.degree(v),
                                                         result_.known_of(result_.trait(v).heading))
                                      : 0;
            result_.rarity.push_back(rare);
            result_.weight.push_back(rare * rare);
        }
    }

    void count_known() {
        for (Vertex v = 0; v < result_.entities.size(); ++v) {
            std::array<bool, std::tuple_size_v<decltype(result_.known)>> seen{};
            for (const Vertex t : result_.network.out(v))
                seen[static_cast<std::size_t>(result_.trait(t).heading)] = true;
            for (std::size_t h = 0; h < seen.size(); ++h) {
                if (seen[h]) ++result_.known[h];
            }
        }
    }

    static constexpr Vertex none = 0xffffffff;

    const ActorGraph& graph_;
    const View& view_;
    const std::vector<Heading>& headings_;
    Traits result_;
    std::vector<Vertex> place_;  // of each vertex of the view among the entities
    std::vector<std::pair<Trait, Vertex>> holders_;
};

void append(std::vector<RelationId>& to, const std::vector<RelationId>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

std::optional<Vertex> Traits::vertex(EntityId entity) const {
    const auto at = std::lower_bound(entities.begin(), entities.end(), entity);
    if (at == entities.end() || *at != entity) return std::nullopt;
    return static_cast<Vertex>(at - entities.begin());
}

std::vector<Vertex> Traits::shared(Vertex a, Vertex b) const {
    std::vector<Vertex> both;
    const auto of_a = network.out(a), of_b = network.out(b);
    std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                          std::back_inserter(both));
    return both;
}

double Traits::weight_of(std::span<const Vertex> vertices) const {
    double sum = 0;
    for (const Vertex v : vertices) sum += weight[v];
    return sum;
}

bool comparable(const Entity& a, const Entity& b) {
    const auto is_actor = [](const Entity& entity) {
        return entity.type == "intrusion-set" || entity.type == "threat-actor";
    };
    return (a.type == b.type || (is_actor(a) && is_actor(b))) &&
           a.has_role("sponsor") == b.has_role("sponsor");
}

Traits traits_of(const ActorGraph& graph, const View& view, std::span<const EntityId> like,
                 const std::vector<std::string>& types, const std::vector<Heading>& headings,
                 const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    check(graph, view, like, types);
    return Collector(graph, view, headings).collect(like, types);
}

std::vector<RelationId> relations_of(const ActorGraph& graph, const View& view, EntityId entity,
                                     const Trait& trait) {
    std::vector<RelationId> found;
    const auto self = view.vertex(entity), other = view.vertex(trait.other);
    if (!self || !other) return found;
    for (const bool outgoing : {true, false}) {
        const ViewEdge* edge = outgoing ? view.edge(*self, *other) : view.edge(*other, *self);
        if (!edge) continue;
        for (const RelationId r : edge->relations) {
            if (heading_of(graph[r].type, outgoing, graph[trait.other].type) == trait.heading)
                found.push_back(r);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::vector<RelationId> relations_between(const View& view, EntityId a, EntityId b) {
    std::vector<RelationId> found;
    const auto first = view.vertex(a), second = view.vertex(b);
    if (!first || !second) return found;
    if (const ViewEdge* edge = view.edge(*first, *second)) append(found, edge->relations);
    if (const ViewEdge* edge = view.edge(*second, *first)) append(found, edge->relations);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace actormap
