#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/write/graph_table.hpp>
#include <actormap/write/losses.hpp>

#include <string>
#include <vector>

namespace actormap {

// The formats that know vertices and edges and nothing of claims, as other programs read them. All
// of them have the columns of GraphTable; what is particular to a format stands in docs/formats.md.
// Entities and relations come in the graph's order, and the same table gives the same bytes. What a
// format cannot hold is counted in `losses`.
//
// `looks` are of each entity, or empty: places and colours, for the formats that have such.

/// GraphML 1.0 (http://graphml.graphdrawing.org): a key for each column, with its type; JSON is a
/// string. Edges have no ids.
/// Loses  control characters
[[nodiscard]] std::string write_graphml(const GraphTable& table, Losses& losses);

/// GEXF 1.3 (https://gexf.net). An entity's name is the label of its node, a relation's type the
/// label of its edge and an attribute as well, since Gephi shows the one and filters by the other.
/// A number called `weight` is the edge's weight. What is said of the graph is one JSON object in
/// the description. No date: the same graph gives the same bytes every day.
/// Loses  control characters
[[nodiscard]] std::string write_gexf(const GraphTable& table, const std::vector<EntityLook>& looks,
                                     Losses& losses);

/// Node-link JSON, as NetworkX has it: a directed multigraph, `key` counts the edges of one pair
/// from 0. Loses nothing.
[[nodiscard]] std::string write_node_link(const GraphTable& table, Losses& losses);

/// Cytoscape's JSON (.cyjs), of Cytoscape and of cytoscape.js. An entity's name is called `name`,
/// as Cytoscape wants it; y grows downwards; the ids of edges are e0, e1, … or, if an entity is
/// called like that, e_0, …. Loses nothing.
[[nodiscard]] std::string write_cytoscape(const GraphTable& table,
                                          const std::vector<EntityLook>& looks, Losses& losses);

// Three files that are one graph: the vertices, the edges, and what stands at neither. Texts are
// quoted and guarded against being run as formulas, numbers are plain. Together they lose nothing
// if the table was made with Custom::words.

/// A header `id,label,type,…` and a row for each entity.
[[nodiscard]] std::string write_node_table(const GraphTable& table, Losses& losses);

/// A header `source,target,type,…` and a row for each relation.
[[nodiscard]] std::string write_edge_table(const GraphTable& table, Losses& losses);

/// The title, date, properties, speakers, sources and judgements as a file in the native format,
/// without an entity or relation.
[[nodiscard]] std::string write_sources_file(const GraphTable& table, Losses& losses);

// CSV for Neo4j's bulk import (neo4j-admin database import), whose header says what each column
// is. Quotes in cells are doubled, line ends stay; nothing is guarded, since no spreadsheet reads
// it. In the names of properties `:`, `{` and `}` become `_`.

/// `id:ID,label,:LABEL,…`: the type of an entity is its label in Neo4j's sense.
/// Loses  titles, as-of dates, properties of the graph, speakers, sources, judgements
[[nodiscard]] std::string write_neo4j_nodes(const GraphTable& table, Losses& losses);

/// `:START_ID,:END_ID,:TYPE,…`. Loses nothing beside what write_neo4j_nodes counts.
[[nodiscard]] std::string write_neo4j_relationships(const GraphTable& table, Losses& losses);

/// DOT, as data: the graph itself, not the picture that `draw` makes. The table was made with
/// Custom::json, so that no property of a graph becomes an attribute that Graphviz obeys. DOT
/// cannot write a backslash before a quote, nor every line end: in ids and values a backslash is
/// two, and a line end is \n, which is also what a label needs to show them; a % that begins an id
/// is \%. Loses nothing.
[[nodiscard]] std::string write_dot(const GraphTable& table, Losses& losses);

}  // namespace actormap
