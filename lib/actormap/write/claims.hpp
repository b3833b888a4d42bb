#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/write/losses.hpp>

#include <string>

namespace actormap {

/// The graph as a claims table (read/tables.hpp): a header, then one row for each claim about a
/// relation, in the graph's order. Ids stand for entities, speakers and publishers. Texts are
/// quoted and guarded against being run as formulas, numbers are plain, and what is absent is an
/// empty cell. Custom properties of claims that are texts get columns of their own.
///
/// What the table cannot hold is counted in `losses`. Reading the table and writing it again gives
/// the same bytes.
[[nodiscard]] std::string write_claims(const ActorGraph& graph, Losses& losses);

}  // namespace actormap
