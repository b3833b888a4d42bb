#pragma once

#include <actormap/lens/selection.hpp>
#include <actormap/model/actor_graph.hpp>

#include <string>

namespace actormap {

// Relations and claims for a person to read, as `show` and `compare` print them.

/// The name, kind and country of a speaker.
[[nodiscard]] std::string speaker_text(const Speaker& speaker);

/// The stance, and whether the speaker has taken it back since.
[[nodiscard]] std::string stance_text(const ActorGraph& graph, const Selection& selection,
                                      ClaimId id);

/// The same in few words: when, who, the stance, in whose publication and where that is.
[[nodiscard]] std::string claim_line(const ActorGraph& graph, ClaimId id);

/// Two lines or three, indented: who says it, in which source, with which note.
[[nodiscard]] std::string claim_text(const ActorGraph& graph, const Selection& selection,
                                     ClaimId id, std::size_t indent);

/// A line for a relation, indented, and the claims that show about it four further in.
[[nodiscard]] std::string relation_text(const ActorGraph& graph, const Selection& selection,
                                        RelationId id, std::size_t indent);

}  // namespace actormap
