#include <actormap/base/text.hpp>
#include <actormap/study/profile.hpp>

#include <algorithm>

namespace actormap {
namespace {

bool wants(const std::vector<std::string>& words, const std::string& word) {
    return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

bool wants_types(const ActorGraph& graph, const Lens& lens, const Relation& relation) {
    const auto wanted = [&](EntityId id) {
        const std::string& type = graph[id].type;
        return wants(lens.types, type) && std::find(lens.not_types.begin(), lens.not_types.end(),
                                                    type) == lens.not_types.end();
    };
    return wants(lens.relations, relation.type.str()) && wanted(relation.from) &&
           wanted(relation.to);
}

}  // namespace

Profile profile(const ActorGraph& graph, const Lens& lens, const View& view, EntityId entity) {
    const Selection& selection = view.selection;
    if (!lens.roll_up.empty())
        throw Error("lens-roll-up",
                    "a rolled-up edge belongs to no single entity; leave out --roll-up");
    if (selection.entities[index(entity)] == 0)
        throw Error("withheld", quote(graph[entity].id) + " is marked TLP " +
                                    std::string(to_string(graph[entity].marking)) +
                                    ", above --tlp; raise the level to see it");
    std::vector<std::uint8_t> in_view(graph.relations().size(), 0);
    for (const ViewEdge& edge : view.edges) {
        for (const RelationId r : edge.relations) in_view[index(r)] = 1;
    }
    Profile result{entity, {}, {}, graph[entity].marking};
    for (const Name& name : graph[entity].names) {
        if (!in_use(graph, lens, selection, name)) continue;
        result.names.push_back(&name);
        result.marking = std::max(result.marking, name.marking);
    }
    for (const RelationId r : graph.relations_of(entity)) {
        const bool only_opposed = selection[r] == RelationState::unclaimed;
        if (in_view[index(r)] == 0 && !(only_opposed && wants_types(graph, lens, graph[r])))
            continue;
        result.relations.push_back(r);
        result.marking = std::max({result.marking, graph[r].marking, graph[graph[r].from].marking,
                                   graph[graph[r].to].marking});
        for (const ClaimId c : shown_claims(selection, graph[r].claims))
            result.marking = std::max(result.marking, graph.marking(graph[c]));
    }
    return result;
}

std::vector<ClaimId> shown_claims(const Selection& selection, const ClaimRange& range) {
    std::vector<ClaimId> claims;
    for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
        const auto id = static_cast<ClaimId>(c);
        if (selection[id] != ClaimState::hidden) claims.push_back(id);
    }
    return claims;
}

}  // namespace actormap
