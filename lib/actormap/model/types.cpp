#include <actormap/base/text.hpp>
#include <actormap/model/stix.hpp>
#include <actormap/model/types.hpp>

#include <set>

namespace actormap {
namespace {

void check(const char* what, const std::vector<std::string>& types,
           std::span<const std::string_view> standard, std::set<std::string_view> known) {
    known.insert(standard.begin(), standard.end());
    for (const std::string& type : types) {
        if (!known.contains(type))
            throw Error("unknown-type",
                        "no " + std::string(what) + " here has the type " + quote(type) +
                            did_you_mean(nearest(type, {known.begin(), known.end()})));
    }
}

}  // namespace

void check_entity_types(const ActorGraph& graph, const std::vector<std::string>& types) {
    std::set<std::string_view> known;
    for (const Entity& entity : graph.entities()) known.insert(entity.type);
    check("entity", types, stix_entity_types(), std::move(known));
}

void check_relation_types(const ActorGraph& graph, const std::vector<std::string>& types) {
    std::set<std::string_view> known;
    for (const Relation& relation : graph.relations()) known.insert(relation.type);
    check("relation", types, stix_relationship_types(), std::move(known));
}

}  // namespace actormap
