#include <actormap/base/error.hpp>
#include <actormap/draw/reduce.hpp>
#include <actormap/graphviz/text.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace actormap {

namespace {

constexpr std::size_t readable = 300;
constexpr std::size_t readable_limit = 200;
constexpr std::size_t readable_bundle = 3;
constexpr std::size_t readable_edges = 600;
constexpr std::size_t drawable_edges = 2000;  // where nothing else was left out
constexpr std::size_t edges_a_node = 3;
constexpr std::size_t most_listed = 20;  // of the names in a bundle

void count_degrees(Scene& scene) {
    for (SceneNode& node : scene.nodes) node.degree = 0;
    for (const SceneEdge& edge : scene.edges) {
        ++scene.nodes[edge.from].degree;
        ++scene.nodes[edge.to].degree;
    }
}

/// The scene with the nodes that `stays` says, and the edges among them.
void keep_nodes(Scene& scene, const std::vector<std::uint8_t>& stays) {
    std::vector<std::optional<std::size_t>> now(scene.nodes.size());
    std::vector<SceneNode> nodes;
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        if (stays[i] == 0) continue;
        now[i] = nodes.size();
        nodes.push_back(std::move(scene.nodes[i]));
    }
    scene.nodes = std::move(nodes);
    std::erase_if(scene.edges,
                  [&](const SceneEdge& edge) { return !now[edge.from] || !now[edge.to]; });
    for (SceneEdge& edge : scene.edges) edge.from = *now[edge.from], edge.to = *now[edge.to];
    for (auto& node : scene.drawn) {
        if (node) node = now[*node];
    }
    std::erase_if(scene.placed, [&](const auto& placed) { return !now[placed.first]; });
    for (auto& [node, place] : scene.placed) node = *now[node];
    count_degrees(scene);
}

/// How many entities a node stands for.
std::size_t entities(const SceneNode& node) {
    return std::max<std::size_t>(node.bundled.size(), 1);
}

/// The probability that so large a share of the claims falls to one edge of an end by chance.
double chance(std::size_t claims, std::size_t of_end, std::size_t degree) {
    const double share = static_cast<double>(claims) / static_cast<double>(of_end);
    return std::pow(1 - share, static_cast<double>(degree - 1));
}

/// The claims about each node.
std::vector<std::size_t> claims_about(const Scene& scene) {
    std::vector<std::size_t> claims(scene.nodes.size(), 0);
    for (const SceneEdge& edge : scene.edges) {
        claims[edge.from] += edge.claims;
        claims[edge.to] += edge.claims;
    }
    return claims;
}

void keep_backbone(Scene& scene, double level) {
    if (!(level > 0 && level <= 1)) {
        throw Error("option-range", "the level of the backbone is above 0 and at most 1");
    }
    const std::vector<std::size_t> claims = claims_about(scene);
    const auto unlikely = [&](const SceneEdge& edge, std::size_t end) {
        return chance(edge.claims, claims[end], scene.nodes[end].degree) < level;
    };
    std::vector<std::uint8_t> stays(scene.nodes.size(), 0);
    for (std::size_t i = 0; i < stays.size(); ++i) stays[i] = scene.nodes[i].degree == 0;
    scene.left_out.backbone = level;
    scene.left_out.edges += std::erase_if(scene.edges, [&](const SceneEdge& edge) {
        return !unlikely(edge, edge.from) && !unlikely(edge, edge.to);
    });
    for (const SceneEdge& edge : scene.edges) stays[edge.from] = stays[edge.to] = 1;
    scene.left_out.cut_off +=
        static_cast<std::size_t>(std::count(stays.begin(), stays.end(), std::uint8_t{0}));
    keep_nodes(scene, stays);
}

/// All that the picture says of an edge at one of its ends, but for that end.
using Link = std::tuple<std::size_t, bool, RelationKind, std::string, Certainty, bool, bool>;
/// All that the picture says of a node but for its name.
using Alike = std::tuple<EntityKind, std::string, std::string, std::vector<Link>>;

std::map<Alike, std::vector<std::size_t>> alike(const Scene& scene) {
    std::vector<std::vector<Link>> links(scene.nodes.size());
    for (const SceneEdge& edge : scene.edges) {
        const auto link = [&](std::size_t other, bool away) {
            return Link{other,          away,      edge.kind,      edge.types,
                        edge.certainty, edge.both, edge.hypothesis};
        };
        links[edge.from].push_back(link(edge.to, true));
        links[edge.to].push_back(link(edge.from, false));
    }
    std::map<Alike, std::vector<std::size_t>> found;
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        const SceneNode& node = scene.nodes[i];
        const bool subject = node.kind == EntityKind::sponsor || node.kind == EntityKind::company ||
                             node.kind == EntityKind::actor;
        if (subject || links[i].empty()) continue;
        std::sort(links[i].begin(), links[i].end());
        found[{node.kind, node.type, node.place_codes, links[i]}].push_back(i);
    }
    return found;
}

/// Makes the first of the nodes stand for all of them.
void make_bundle(Scene& scene, const std::vector<std::size_t>& nodes) {
    SceneNode& bundle = scene.nodes[nodes.front()];
    std::string names;
    for (const std::size_t i : nodes) {
        const SceneNode& node = scene.nodes[i];
        bundle.bundled.push_back(node.vertex);
        bundle.size = std::max(bundle.size, node.size);
        if (bundle.bundled.size() <= most_listed) names += (names.empty() ? "" : ", ") + node.name;
    }
    if (nodes.size() > most_listed) names += ", \xE2\x80\xA6";
    bundle.listed = std::move(names);
    bundle.name = '+' + std::to_string(nodes.size()) + ' ' + std::string(plural_of(bundle.kind));
    ++scene.left_out.bundles;
    scene.left_out.bundled += nodes.size();
}

/// Edges that have come to join the same nodes become one.
void unite_edges(Scene& scene) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> at;
    std::vector<SceneEdge> edges;
    for (SceneEdge& edge : scene.edges) {
        const auto [found, fresh] = at.try_emplace({edge.from, edge.to}, edges.size());
        if (fresh) {
            edges.push_back(std::move(edge));
            continue;
        }
        SceneEdge& one = edges[found->second];
        one.edges.insert(one.edges.end(), edge.edges.begin(), edge.edges.end());
        one.relations += edge.relations;
        one.claims += edge.claims;
    }
    scene.edges = std::move(edges);
}

void bundle_alike(Scene& scene, std::size_t least) {
    std::vector<std::size_t> stands_in(scene.nodes.size());
    std::iota(stands_in.begin(), stands_in.end(), std::size_t{0});
    for (const auto& [what, nodes] : alike(scene)) {
        if (nodes.size() < least) continue;
        make_bundle(scene, nodes);
        for (const std::size_t i : nodes) stands_in[i] = nodes.front();
    }
    for (SceneEdge& edge : scene.edges) {
        edge.from = stands_in[edge.from];
        edge.to = stands_in[edge.to];
    }
    unite_edges(scene);
    for (auto& node : scene.drawn) {
        if (node) node = stands_in[*node];
    }
    for (auto& [node, place] : scene.placed) node = stands_in[node];
    std::vector<std::uint8_t> stays(scene.nodes.size());
    for (std::size_t i = 0; i < stays.size(); ++i) stays[i] = stands_in[i] == i;
    keep_nodes(scene, stays);
}

void keep_highest(Scene& scene, std::size_t limit) {
    if (scene.nodes.size() <= limit) return;
    std::vector<std::size_t> order(scene.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const SceneNode &x = scene.nodes[a], &y = scene.nodes[b];
        return std::pair(x.size, x.degree) > std::pair(y.size, y.degree);
    });
    std::vector<std::uint8_t> stays(scene.nodes.size(), 0);
    for (std::size_t i = 0; i < limit; ++i) stays[order[i]] = 1;
    for (std::size_t i = limit; i < order.size(); ++i) {
        const SceneNode& node = scene.nodes[order[i]];
        scene.left_out.entities += entities(node);
        if (node.bundled.empty()) continue;
        --scene.left_out.bundles;
        scene.left_out.bundled -= node.bundled.size();
    }
    for (const SceneEdge& edge : scene.edges) {
        SceneNode &from = scene.nodes[edge.from], &to = scene.nodes[edge.to];
        if (stays[edge.from] != 0 && stays[edge.to] == 0) from.undrawn += entities(to);
        if (stays[edge.to] != 0 && stays[edge.from] == 0) to.undrawn += entities(from);
    }
    keep_nodes(scene, stays);
}

void keep_strongest(Scene& scene, std::size_t limit) {
    if (scene.edges.size() <= limit) return;
    const std::vector<std::size_t> claims = claims_about(scene);
    const auto strength = [&](std::size_t e) {
        const SceneEdge& edge = scene.edges[e];
        return static_cast<double>(edge.claims) /
               (static_cast<double>(claims[edge.from]) * static_cast<double>(claims[edge.to]));
    };
    std::vector<std::size_t> order(scene.edges.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return strength(a) > strength(b); });
    std::vector<std::uint8_t> linked(scene.nodes.size(), 0), stays(scene.edges.size(), 0);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const SceneEdge& edge = scene.edges[order[i]];
        if (i >= limit && linked[edge.from] != 0 && linked[edge.to] != 0) continue;
        linked[edge.from] = linked[edge.to] = stays[order[i]] = 1;
    }
    std::vector<SceneEdge> edges;
    for (std::size_t e = 0; e < stays.size(); ++e) {
        if (stays[e] != 0) edges.push_back(std::move(scene.edges[e]));
    }
    scene.left_out.weak_edges += scene.edges.size() - edges.size();
    scene.edges = std::move(edges);
    count_degrees(scene);
}

}  // namespace

Scene reduce(Scene scene, const Reduction& reduction) {
    if (reduction.backbone) keep_backbone(scene, *reduction.backbone);
    if (reduction.bundle > 0) bundle_alike(scene, std::max<std::size_t>(reduction.bundle, 2));
    if (reduction.limit > 0) keep_highest(scene, reduction.limit);
    if (reduction.edges > 0) keep_strongest(scene, reduction.edges);
    return scene;
}

Scene reduce_to_readable(Scene scene) {
    std::size_t most_edges = drawable_edges;
    if (scene.nodes.size() > readable) {
        most_edges = readable_edges;
        scene = reduce(std::move(scene), {.backbone = {}, .bundle = readable_bundle});
    }
    if (scene.nodes.size() > readable) {
        scene = reduce(std::move(scene), {.backbone = {}, .limit = readable_limit});
    }
    if (scene.edges.size() <= most_edges) return scene;
    const std::size_t edges = edges_a_node * scene.nodes.size();
    return reduce(std::move(scene), {.backbone = {}, .edges = edges});
}

}  // namespace actormap
