#pragma once

#include <actormap/study/similarity.hpp>
#include <actormap/write/table.hpp>

#include <string>

namespace actormap {

/// For a person to read: a table, and beneath it why each is alike, with who says so.
[[nodiscard]] std::string similarity_text(const ActorGraph& graph, const Selection& selection,
                                          const Similarity& similarity);

/// The columns rank, id, name, type, one for each likeness, shared, traits and reasons. Values have
/// 17 significant digits for machines, `digits` if that is given.
[[nodiscard]] Table similarity_table(const ActorGraph& graph, const Similarity& similarity,
                                     std::optional<int> digits = std::nullopt);

/// `{"id": …, "compared": …, "measures": […], "rows": [{"rank": …, "values": {…}, "reasons":
/// […]}]}`
[[nodiscard]] std::string similarity_json(const ActorGraph& graph, const Selection& selection,
                                          const Similarity& similarity);

/// The name of an entity; of a technique with the ids that ATT&CK gives it, since many have a name
/// that says little alone.
[[nodiscard]] std::string label_of(const ActorGraph& graph, EntityId id);

}  // namespace actormap
