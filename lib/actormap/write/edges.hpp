#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/write/losses.hpp>

#include <string>

namespace actormap {

/// The relations as an edge table, for tools that know nothing of claims: a header and one row for
/// each relation, in the graph's order:
///
///     source, target  the ids of the entities
///     type            the relation's type
///     start, stop     when it happened; empty where it is open
///     claims          how many claims it has, whatever their stance
///     confidence      the highest confidence of those that assert, support or hypothesise it;
///                     empty if none states one
///
/// Texts are quoted and guarded against being run as formulas, numbers are plain. What the table
/// cannot hold is counted in `losses`.
[[nodiscard]] std::string write_edges(const ActorGraph& graph, Losses& losses);

}  // namespace actormap
