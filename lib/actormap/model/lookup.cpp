#include <actormap/base/text.hpp>
#include <actormap/model/lifecycle.hpp>
#include <actormap/model/lookup.hpp>

#include <algorithm>

namespace actormap {
namespace {

/// Calls `visit` with each entity that the level admits and each of its labels that it admits.
template <typename Visit>
void for_each_label(const ActorGraph& graph, Tlp level, const Visit& visit) {
    const auto entities = graph.entities();
    for (std::size_t e = 0; e < entities.size(); ++e) {
        const Entity& entity = entities[e];
        if (entity.marking > level) continue;
        visit(static_cast<EntityId>(e), entity.name);
        for (const Name& name : entity.names) {
            if (name.marking <= level) visit(static_cast<EntityId>(e), name.name);
        }
    }
}

/// The entities one of whose labels `matches`, each once.
template <typename Matches>
std::vector<EntityId> labelled(const ActorGraph& graph, Tlp level, const Matches& matches) {
    std::vector<EntityId> found;
    for_each_label(graph, level, [&](EntityId id, const std::string& label) {
        if ((found.empty() || found.back() != id) && matches(label)) found.push_back(id);
    });
    return found;
}

/// Who asks for a name that a living and a retired entity have means the living one.
void prefer_living(const ActorGraph& graph, std::vector<EntityId>& found) {
    const auto gone = [&](EntityId id) {
        return graph[id].undefined || is_retired(graph[id].properties);
    };
    if (!std::all_of(found.begin(), found.end(), gone)) std::erase_if(found, gone);
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

/// Labels near to the text; if there are none, such as have the text in them.
std::vector<std::string> suggestions(const ActorGraph& graph, Tlp level, std::string_view text) {
    constexpr std::size_t most = 3;
    std::vector<std::string_view> labels, holding;
    const std::string folded = fold_case(text);
    for_each_label(graph, level, [&](EntityId id, const std::string& label) {
        labels.push_back(graph[id].id);
        labels.push_back(label);
        if (holding.size() < most && fold_case(label).find(folded) != std::string::npos)
            holding.push_back(label);
    });
    const auto near = nearest(text, labels);
    if (!near.empty() || folded.empty()) return near;
    return {holding.begin(), holding.end()};
}

[[noreturn]] void unknown(const ActorGraph& graph, Tlp level, std::string_view text) {
    const auto meant = suggestions(graph, level, text);
    throw Error("name-unknown",
                "no entity is called " + quote(text) +
                    (meant.empty() ? "; give an id or a name of the graph" : did_you_mean(meant)));
}

}  // namespace

EntityId find_by_name(const ActorGraph& graph, std::string_view text, Tlp level) {
    if (const auto id = graph.find_entity(text)) return *id;
    const std::string folded = fold_case(text);
    const auto exactly = [&](std::string_view label) { return label == text; };
    const auto case_aside = [&](std::string_view label) { return fold_case(label) == folded; };
    const auto look = [&](const auto& matches) {
        auto found = labelled(graph, level, matches);
        prefer_living(graph, found);
        return found;
    };
    auto found = look(exactly);
    if (found.empty()) found = look(case_aside);
    if (found.empty()) unknown(graph, level, text);
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
