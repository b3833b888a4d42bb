#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/study/profile.hpp>
#include <actormap/write/table.hpp>

#include <string>

namespace actormap {

/// An entity for a person to read: names with who uses them, relations with their claims, stances
/// and sources.
[[nodiscard]] std::string profile_text(const ActorGraph& graph, const Selection& selection,
                                       const Profile& profile);

/// One row for each claim about a relation or name of the entity.
[[nodiscard]] Table profile_table(const ActorGraph& graph, const Selection& selection,
                                  const Profile& profile);

/// `{"id": …, "type": …, "name": …, "names": […], "relations": [{…, "claims": […]}]}`
[[nodiscard]] std::string profile_json(const ActorGraph& graph, const Selection& selection,
                                       const Profile& profile);

}  // namespace actormap
