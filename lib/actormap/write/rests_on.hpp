#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/study/rests_on.hpp>
#include <actormap/write/table.hpp>

#include <string>

namespace actormap {

/// For a person to read: the claims beneath their relations, then the paths as the proof.
[[nodiscard]] std::string rests_on_text(const ActorGraph& graph, const View& view,
                                        const RestsOn& rests);

/// One row for each of the claims.
[[nodiscard]] Table rests_on_table(const ActorGraph& graph, const RestsOn& rests);

/// `{"rests_on": {"claims": […], "paths": [[{"from": …, "relation": …, "to": …, "claim": …}]]}}`
[[nodiscard]] std::string rests_on_json(const ActorGraph& graph, const View& view,
                                        const RestsOn& rests);

}  // namespace actormap
