#include <actormap/model/uuid.hpp>
#include <actormap/write/stix_ids.hpp>
#include <actormap/write/stix_required.hpp>
#include <actormap/write/stix_words.hpp>

namespace actormap {
namespace {

std::string made_id(std::string_view type, const std::string& key) {
    return std::string(type) + "--" + uuid5(key);
}

/// What makes a relation that relation, with a separator that stands in no id.
std::string key_of(const ActorGraph& graph, const Relation& relation) {
    const std::string id(std::string_view(relation.id));
    if (!id.empty()) return "relation\x1f" + id;
    return "relation\x1f" + graph[relation.from].id + '\x1f' +
           std::string(std::string_view(relation.type)) + '\x1f' + graph[relation.to].id + '\x1f' +
           to_string(relation.when.start) + '\x1f' + to_string(relation.when.stop);
}

}  // namespace

std::string StixIds::made(const Speaker& speaker) {
    return made_id("identity", "speaker\x1f" + speaker.id);
}

StixIds::StixIds(const ActorGraph& graph, const StixTold& told) {
    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        const Entity& entity = graph.entities()[e];
        const bool as_it_is =
            is_stix_shaped(entity) || (entity.undefined && is_stix_word(entity.type));
        types_.push_back(as_it_is ? entity.type : writable_type(graph, static_cast<EntityId>(e)));
        entities_.push_back(is_stix_id(entity.id, types_.back())
                                ? entity.id
                                : made_id(types_.back(), "entity\x1f" + entity.id));
    }
    for (const Relation& relation : graph.relations())
        relations_.push_back(is_stix_id(relation.id, "relationship")
                                 ? std::string(std::string_view(relation.id))
                                 : made_id("relationship", key_of(graph, relation)));
    for (std::size_t s = 0; s < graph.speakers().size(); ++s) {
        const Speaker& speaker = graph.speakers()[s];
        const bool is_entity = speaker.entity && types_[index(*speaker.entity)] == "identity";
        const bool tells = told.tells(static_cast<SpeakerId>(s));
        const auto taken = graph.find_entity(speaker.id);
        if (is_entity)
            speakers_.push_back(of(*speaker.entity));
        else if (is_stix_id(speaker.id, "identity") && (tells || !taken))
            speakers_.push_back(speaker.id);
        else
            speakers_.push_back(made(speaker));
    }
    for (std::size_t s = 0; s < graph.sources().size(); ++s) {
        const Source& source = graph.sources()[s];
        const bool tells = told.tells(static_cast<SourceId>(s));
        const bool kept =
            is_stix_id(source.id, "report") && (tells || !graph.find_entity(source.id));
        sources_.push_back(kept ? source.id : made_id("report", "source\x1f" + source.id));
    }
}

}  // namespace actormap
