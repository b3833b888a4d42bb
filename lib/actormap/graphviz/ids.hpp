#pragma once

struct Agdisc_s;  // Graphviz's

namespace actormap::graphviz {

/// Ids for the objects of a graph that count up in the order of their making. libcgraph's own are
/// the addresses of their names, and it keeps clusters in the order of their ids: the same graph
/// would be drawn differently from one time to the next.
[[nodiscard]] Agdisc_s* counting_ids();

}  // namespace actormap::graphviz
