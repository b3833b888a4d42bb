#include <actormap/draw/scene.hpp>
#include <actormap/graphviz/text.hpp>
#include <actormap/model/lookup.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace actormap {

bool runs_forward(const ActorGraph& graph, const View& view, const View& directed,
                  const ViewEdge& edge, RelationId id) {
    const Relation& relation = graph[id];
    const EntityId first = view.entities[edge.from], second = view.entities[edge.to];
    if (relation.from == first || relation.to == second) return true;
    if (relation.from == second || relation.to == first) return false;
    // Rolled up at both ends: only the directed view knows.
    const ViewEdge* kept = directed.edge(edge.from, edge.to);
    return kept != nullptr &&
           std::find(kept->relations.begin(), kept->relations.end(), id) != kept->relations.end();
}

namespace {

class SceneMaker {
  public:
    SceneMaker(const ActorGraph& graph, const View& view, const View& directed)
        : graph_(graph), view_(view), directed_(directed) {}

    Scene make(const std::vector<double>& sizes) {
        scene_.drawn.resize(view_.entities.size());
        scene_.folded.resize(view_.entities.size());
        unite_places();
        add_nodes();
        place_nodes();
        add_edges();
        set_sizes(sizes);
        return std::move(scene_);
    }

  private:
    [[nodiscard]] const Entity& entity(Vertex v) const { return graph_[view_.entities[v]]; }
    [[nodiscard]] bool forward(const ViewEdge& edge, RelationId id) const {
        return runs_forward(graph_, view_, directed_, edge, id);
    }
    [[nodiscard]] std::string name(Vertex v) const {
        return clean_text(entity(v).name.empty() ? entity(v).id : entity(v).name);
    }

    /// The location that all relations of an edge put the other end in, and that other end.
    [[nodiscard]] std::optional<std::pair<Vertex, Vertex>> location_edge(
        const ViewEdge& edge) const {
        const auto puts_in = [&](Vertex location, bool to_it) {
            return entity(location).type == "location" &&
                   std::all_of(edge.relations.begin(), edge.relations.end(), [&](RelationId id) {
                       return is_placing(graph_[id].type) && forward(edge, id) == to_it;
                   });
        };
        if (puts_in(edge.to, true)) return std::pair(edge.to, edge.from);
        if (puts_in(edge.from, false)) return std::pair(edge.from, edge.to);
        return std::nullopt;
    }

    /// Locations that do nothing but place others, which are no locations, become places.
    void unite_places() {
        std::vector<std::uint8_t> folds(view_.entities.size(), 0);
        for (Vertex v = 0; v < view_.entities.size(); ++v) folds[v] = entity(v).type == "location";
        located_.resize(view_.edges.size());
        std::size_t others = 0;
        for (std::size_t e = 0; e < view_.edges.size(); ++e) {
            located_[e] = location_edge(view_.edges[e]);
            const bool among_locations =
                located_[e] && entity(located_[e]->second).type == "location";
            if (!located_[e] || among_locations) {
                folds[view_.edges[e].from] = 0;
                folds[view_.edges[e].to] = 0;
                ++others;
            }
        }
        // Where placing is all there is to see, it is what the picture is about.
        for (std::size_t e = 0; e < view_.edges.size(); ++e) {
            const bool among_locations =
                located_[e] && entity(located_[e]->second).type == "location";
            if (others == 0 || among_locations) located_[e].reset();
        }
        std::set<Vertex> placing;
        for (const auto& located : located_) {
            if (located) placing.insert(located->first);
        }
        for (const Vertex v : placing) {
            place_of_[v] = scene_.places.size();
            scene_.places.push_back(name(v));
            if (folds[v] != 0) scene_.folded[v] = place_of_[v];
        }
    }

    void add_nodes() {
        for (Vertex v = 0; v < view_.entities.size(); ++v) {
            if (scene_.folded[v]) continue;
            scene_.drawn[v] = scene_.nodes.size();
            SceneNode node;
            node.vertex = v;
            node.kind = kind_of(entity(v));
            node.name = name(v);
            if (node.kind == EntityKind::other) node.type = clean_text(entity(v).type);
            if (const auto place = place_of_.find(v); place != place_of_.end()) {
                node.place = place->second;  // a drawn country stands among what is in it
            }
            scene_.nodes.push_back(std::move(node));
        }
    }

    void place_nodes() {
        std::vector<std::size_t> undoubted(scene_.nodes.size(), 0);
        for (std::size_t e = 0; e < view_.edges.size(); ++e) {
            if (!located_[e]) continue;
            const auto [location, placed] = *located_[e];
            const std::size_t at = *scene_.drawn[placed];
            scene_.placed.emplace_back(at, place_of_.at(location));
            SceneNode& node = scene_.nodes[at];
            const bool doubted = view_.edges[e].disputed || view_.edges[e].hypothesis;
            const char* doubt = view_.edges[e].disputed ? " (disputed)" : " (hypothesis)";
            node.places.push_back(name(location) + (doubted ? doubt : ""));
            const std::string& code = entity(location).country;
            if (!node.place_codes.empty()) node.place_codes += ", ";
            node.place_codes += (code.empty() ? name(location) : code) + (doubted ? "?" : "");
            if (!doubted && ++undoubted[at] == 1) node.place = place_of_.at(location);
        }
        for (SceneNode& node : scene_.nodes) {
            if (node.places.size() > 1) node.place.reset();
        }
    }

    /// How sure the surest claim is at the least: a range of 50 to 100 must not look like "high".
    [[nodiscard]] std::optional<std::uint8_t> at_least(const ViewEdge& edge) const {
        std::optional<std::uint8_t> low;
        for (const RelationId r : edge.relations) {
            for (const ClaimId c : carrying_claims(graph_, view_.selection, r)) {
                const auto& stated = graph_[c].confidence;
                if (stated) low = std::max(low.value_or(0), stated->low);
            }
        }
        return low;
    }

    void add_edges() {
        for (std::size_t e = 0; e < view_.edges.size(); ++e) {
            if (located_[e]) continue;
            const ViewEdge& edge = view_.edges[e];
            SceneEdge drawn;
            drawn.edges = {e};
            drawn.relations = edge.relations.size();
            drawn.certainty = certainty(at_least(edge), edge.disputed);
            drawn.hypothesis = edge.hypothesis;
            std::size_t forwards = 0;
            bool leads = true;  // the direction of the strongest kind of relation
            std::set<std::string> types;
            for (const RelationId id : edge.relations) {
                const bool ahead = forward(edge, id);
                const RelationKind kind = relation_kind(graph_[id].type);
                forwards += ahead ? 1 : 0;
                for_each_visible_claim(graph_, view_.selection, id,
                                       [&](const Claim&) { ++drawn.claims; });
                if (types.empty() || kind < drawn.kind) drawn.kind = kind, leads = ahead;
                types.insert(clean_text(graph_[id].type, 40));
                const Vertex from = ahead ? edge.from : edge.to, to = ahead ? edge.to : edge.from;
                if (!drawn.title.empty()) drawn.title += "; ";
                drawn.title += name(from) + ' ' + clean_text(graph_[id].type, 40) + ' ' + name(to);
            }
            drawn.both = forwards > 0 && forwards < edge.relations.size();
            if (drawn.kind == RelationKind::other) drawn.types = *types.begin();
            drawn.from = *scene_.drawn[leads ? edge.from : edge.to];
            drawn.to = *scene_.drawn[leads ? edge.to : edge.from];
            ++scene_.nodes[drawn.from].degree;
            ++scene_.nodes[drawn.to].degree;
            scene_.edges.push_back(std::move(drawn));
        }
    }

    void set_sizes(const std::vector<double>& sizes) {
        if (sizes.empty()) return;
        double low = INFINITY, high = -INFINITY;
        for (const SceneNode& node : scene_.nodes) {
            if (!std::isfinite(sizes.at(node.vertex))) continue;
            low = std::min(low, sizes[node.vertex]);
            high = std::max(high, sizes[node.vertex]);
        }
        for (SceneNode& node : scene_.nodes) {
            // Areas are what an eye compares.
            const double size = sizes[node.vertex];
            const double share = high > low ? (size - low) / (high - low) : 0;
            node.size = std::isnan(size) ? 0 : std::sqrt(std::clamp(share, 0.0, 1.0));
        }
    }

    const ActorGraph& graph_;
    const View& view_;
    const View& directed_;
    Scene scene_;
    std::vector<std::optional<std::pair<Vertex, Vertex>>> located_;  // of each edge
    std::map<Vertex, std::size_t> place_of_;
};

}  // namespace

Scene make_scene(const ActorGraph& graph, const View& view, const View& directed,
                 const std::vector<double>& sizes) {
    return SceneMaker(graph, view, directed).make(sizes);
}

}  // namespace actormap
