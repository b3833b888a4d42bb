#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/write/stix_told.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// Under which types and ids the records of a graph stand in a bundle. An id that is a STIX id of
/// its type is kept; any other becomes the type and a UUIDv5 of the record's own id, so that it is
/// the same in every bundle.
class StixIds {
  public:
    StixIds(const ActorGraph& graph, const StixTold& told);

    /// A type of STIX whose required properties the entity can give, any other word, or
    /// "x-actormap-object".
    [[nodiscard]] const std::string& type(EntityId id) const { return types_[index(id)]; }
    [[nodiscard]] const std::string& of(EntityId id) const { return entities_[index(id)]; }
    [[nodiscard]] const std::string& of(RelationId id) const { return relations_[index(id)]; }
    /// Of the identity that a speaker is: its entity's, if that is one.
    [[nodiscard]] const std::string& of(SpeakerId id) const { return speakers_[index(id)]; }
    /// The id that is made of a speaker's own.
    [[nodiscard]] static std::string made(const Speaker& speaker);
    /// Of the report that a source is.
    [[nodiscard]] const std::string& of(SourceId id) const { return sources_[index(id)]; }

  private:
    std::vector<std::string> types_, entities_, relations_, speakers_, sources_;
};

}  // namespace actormap
