#include <actormap/draw/scene.hpp>
#include <actormap/draw/world_homes.hpp>
#include <actormap/draw/world_scene.hpp>
#include <actormap/graphviz/text.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/lookup.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace actormap {

namespace {

bool is_hit(std::string_view relation_type) {
    const RelationKind kind = relation_kind(relation_type);
    return kind == RelationKind::targeting || kind == RelationKind::compromise;
}

bool acts(EntityKind kind) {
    return kind == EntityKind::sponsor || kind == EntityKind::company || kind == EntityKind::actor;
}

class WorldMaker {
  public:
    WorldMaker(const ActorGraph& graph, const View& view, const View& directed,
               const Citations& citations)
        : graph_(graph),
          view_(view),
          directed_(directed),
          citations_(citations),
          homes_(graph, view.selection) {}

    WorldScene make() {
        for (std::size_t e = 0; e < view_.edges.size(); ++e) {
            for (const RelationId id : view_.edges[e].relations) add_relation(e, id);
        }
        for (Vertex v = 0; v < view_.entities.size(); ++v) add_vertex(v);
        number_countries();
        number_arcs();
        scene_.marking = std::max(view_.marking, homes_.marking());
        return std::move(scene_);
    }

  private:
    struct Pair {
        WorldArc arc;
        std::set<std::size_t> citations;
    };

    [[nodiscard]] const Entity& entity(Vertex v) const { return graph_[view_.entities[v]]; }
    [[nodiscard]] std::string name(Vertex v) const {
        return clean_text(entity(v).name.empty() ? entity(v).id : entity(v).name);
    }
    WorldCountry& country(std::string_view code) { return countries_[std::string(code)]; }

    void add_relation(std::size_t e, RelationId id) {
        const ViewEdge& edge = view_.edges[e];
        const Relation& relation = graph_[id];
        if (!is_hit(relation.type)) {
            if (!is_placing(relation.type)) ++scene_.others;
            return;
        }
        const bool ahead = runs_forward(graph_, view_, directed_, edge, id);
        const Vertex from = ahead ? edge.from : edge.to, to = ahead ? edge.to : edge.from;
        const auto origin = homes_.origin(view_.entities[from]);
        const auto places = homes_.places(view_.entities[to]);
        if (places.empty()) ++scene_.nowhere;
        if (!places.empty() && !origin) ++scene_.unattributed;
        for (const std::string_view place : places) {
            ++country(place).hits;
            ++hits_[to];
            if (origin == place) ++scene_.within;
            if (origin && origin != place) add_to_arc(*origin, place, e, id);
        }
    }

    void add_to_arc(std::string_view from, std::string_view to, std::size_t edge, RelationId id) {
        country(from).source = true;
        Pair& pair = arcs_[{std::string(from), std::string(to)}];
        ++pair.arc.relations;
        pair.arc.claims += carrying_claims(graph_, view_.selection, id).size();
        if (view_.selection[id] == RelationState::disputed) ++pair.arc.disputed;
        pair.citations.insert(citations_.edges[edge].begin(), citations_.edges[edge].end());
    }

    void add_vertex(Vertex v) {
        const EntityKind kind = kind_of(entity(v));
        const EntityId id = view_.entities[v];
        const auto places = homes_.places(id);
        const auto origin = homes_.origin(id);
        std::optional<std::string_view> at = origin;
        if (!acts(kind) && !places.empty()) at = places.front();
        at_.emplace_back(at ? std::string(*at) : std::string());
        if (!at) {
            ++scene_.without[static_cast<std::size_t>(kind)];
            return;
        }
        WorldCountry& home = country(*at);
        if (kind == EntityKind::location) return;
        if (kind == EntityKind::sponsor) home.sponsors.push_back(name(v));
        if (kind == EntityKind::actor || kind == EntityKind::company) {
            home.actors.push_back(name(v));
        }
        if (acts(kind)) return;
        if (!hits_.contains(v)) {
            home.others.push_back(name(v));
            return;
        }
        for (const std::string_view place : places) {
            victims_[std::string(place)].emplace_back(hits_[v], name(v));
        }
    }

    void number_countries() {
        for (auto& [code, found] : countries_) {
            found.code = code;
            const Country* entry = find_country(code);
            found.name = entry == nullptr ? code : std::string(entry->name);
            std::sort(found.sponsors.begin(), found.sponsors.end());
            std::sort(found.actors.begin(), found.actors.end());
            std::sort(found.others.begin(), found.others.end());
            auto& victims = victims_[code];
            std::sort(victims.begin(), victims.end(), [](const auto& a, const auto& b) {
                return std::tie(b.first, a.second) < std::tie(a.first, b.second);
            });
            for (auto& victim : victims) found.victims.push_back(std::move(victim.second));
            number_[code] = scene_.countries.size();
            scene_.countries.push_back(std::move(found));
        }
        for (const std::string& code : at_) {
            scene_.country.push_back(code.empty() ? std::nullopt : std::optional(number_[code]));
        }
    }

    void number_arcs() {
        for (auto& [ends, pair] : arcs_) {
            pair.arc.from = number_[ends.first];
            pair.arc.to = number_[ends.second];
            pair.arc.citations.assign(pair.citations.begin(), pair.citations.end());
            scene_.arcs.push_back(std::move(pair.arc));
        }
        std::stable_sort(scene_.arcs.begin(), scene_.arcs.end(),
                         [](const WorldArc& a, const WorldArc& b) { return a.claims > b.claims; });
    }

    const ActorGraph& graph_;
    const View& view_;
    const View& directed_;
    const Citations& citations_;
    Homes homes_;
    WorldScene scene_;
    std::map<std::string, WorldCountry> countries_;
    std::map<std::pair<std::string, std::string>, Pair> arcs_;
    std::map<Vertex, std::size_t> hits_;
    std::map<std::string, std::vector<std::pair<std::size_t, std::string>>> victims_;
    std::map<std::string, std::size_t> number_;
    std::vector<std::string> at_;  // of each vertex: the code of its country
};

}  // namespace

WorldScene make_world_scene(const ActorGraph& graph, const View& view, const View& directed,
                            const Citations& citations) {
    return WorldMaker(graph, view, directed, citations).make();
}

}  // namespace actormap
