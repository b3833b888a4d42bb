#pragma once

#include <actormap/model/actor_graph.hpp>

#include <string>

namespace actormap {

/// The graph in the native format (docs/native-format.md), without loss: reading the text gives an
/// equal graph, and equal graphs give the same bytes.
///
/// Records stand in the graph's canonical order, their properties in the order of the
/// documentation, custom ones after them, names and claims last. What is absent or has its default
/// value is left out; a claim always says its speaker and stance. One record a line, with its names
/// and claims on lines of their own beneath, so that a review shows what changed.
[[nodiscard]] std::string write_native(const ActorGraph& graph);

/// One record of the graph as `write_native` has it, with its names and claims, on one line: what
/// other formats carry of it.
[[nodiscard]] std::string native_record(const ActorGraph& graph, const Speaker& speaker);
[[nodiscard]] std::string native_record(const ActorGraph& graph, const Source& source);
[[nodiscard]] std::string native_record(const ActorGraph& graph, const Entity& entity);
[[nodiscard]] std::string native_record(const ActorGraph& graph, const Relation& relation);
[[nodiscard]] std::string native_record(const ActorGraph& graph, const Judgement& judgement);
/// The names of an entity and the claims about a relation, as lists; empty if there are none.
[[nodiscard]] std::string native_names(const ActorGraph& graph, const Entity& entity);
[[nodiscard]] std::string native_claims(const ActorGraph& graph, const Relation& relation);

}  // namespace actormap
