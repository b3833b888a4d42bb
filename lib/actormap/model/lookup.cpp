#include <actormap/base/text.hpp>
#include <actormap/model/lookup.hpp>

#include <algorithm>

namespace actormap {
namespace {

/// The entities one of whose labels `matches`.
template <typename Matches>
std::vector<EntityId> labelled(const ActorGraph& graph, const Matches& matches) {
    std::vector<EntityId> found;
    const auto entities = graph.entities();
    for (std::size_t e = 0; e < entities.size(); ++e) {
        const Entity& entity = entities[e];
        if (matches(entity.name) ||
            std::any_of(entity.names.begin(), entity.names.end(),
                        [&](const Name& name) { return matches(name.name); }))
            found.push_back(static_cast<EntityId>(e));
    }
    return found;
}

[[noreturn]] void ambiguous(const ActorGraph& graph, std::string_view text,
                            const std::vector<EntityId>& found) {
    constexpr std::size_t most = 10;
    std::string list;
    for (std::size_t i = 0; i < found.size() && i < most; ++i) {
        const Entity& entity = graph[found[i]];
        list += (i == 0 ? "" : ", ") + quote(entity.id) + " (" + entity.type + ')';
    }
    if (found.size() > most) list += ", …";
    throw Error("name-ambiguous", quote(text) + " names " + std::to_string(found.size()) +
                                      " entities: " + list + "; give the id of one");
}

[[noreturn]] void unknown(const ActorGraph& graph, std::string_view text) {
    std::vector<std::string_view> labels;
    for (const Entity& entity : graph.entities()) {
        labels.push_back(entity.id);
        labels.push_back(entity.name);
        for (const Name& name : entity.names) labels.push_back(name.name);
    }
    const auto near = nearest(text, labels);
    throw Error("name-unknown",
                "no entity is called " + quote(text) +
                    (near.empty() ? "; give an id or a name of the graph" : did_you_mean(near)));
}

}  // namespace

EntityId find_by_name(const ActorGraph& graph, std::string_view text) {
    if (const auto id = graph.find_entity(text)) return *id;
    auto found = labelled(graph, [&](const std::string& label) { return label == text; });
    if (found.empty()) {
        const std::string folded = fold_case(text);
        found =
            labelled(graph, [&](const std::string& label) { return fold_case(label) == folded; });
    }
    if (found.empty()) unknown(graph, text);
    if (found.size() > 1) ambiguous(graph, text, found);
    return found.front();
}

std::span<const RelationId> relations_from(const ActorGraph& graph, EntityId id) {
    // Relations ascend by their first end, so those that begin here stand together.
    const auto all = graph.relations_of(id);
    const auto first = std::partition_point(all.begin(), all.end(),
                                            [&](RelationId r) { return graph[r].from < id; });
    const auto last =
        std::partition_point(first, all.end(), [&](RelationId r) { return graph[r].from == id; });
    return {first, last};
}

std::vector<std::string_view> countries_of(const ActorGraph& graph, EntityId id,
                                           const std::function<bool(RelationId)>& holds) {
    std::vector<std::string_view> codes;
    if (!graph[id].country.empty()) codes.push_back(graph[id].country);
    for (const RelationId r : relations_from(graph, id)) {
        const Relation& relation = graph[r];
        const std::string_view code = graph[relation.to].country;
        if (is_placing(relation.type) && !code.empty() && holds(r)) codes.push_back(code);
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

bool is_placing(std::string_view relation_type) {
    return relation_type == "located-at" || relation_type == "originates-from";
}

}  // namespace actormap
