#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/write/losses.hpp>

#include <string>

namespace actormap {

/// The graph as a STIX 2.1 bundle. What came from STIX and was not changed stands as it came; the
/// rest stands in STIX's own terms as far as they go, with the native record beside them in an
/// extension (docs/stix-extension.md), so that reading the bundle gives the graph back.
///
/// Objects ascend by id, members stand in STIX's usual order, one a line; ids and times depend on
/// the graph alone, so that equal graphs give the same bytes. docs/formats.md has the table of what
/// becomes what.
///
/// What the bundle cannot hold is counted in `losses`: only the names of files that speak for
/// objects without a creator.
[[nodiscard]] std::string write_stix(const ActorGraph& graph, Losses& losses);

}  // namespace actormap
