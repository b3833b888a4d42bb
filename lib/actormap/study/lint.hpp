#pragma once

#include <actormap/base/error.hpp>
#include <actormap/model/actor_graph.hpp>

namespace actormap {

/// Reports what a careful editor would ask about in a graph that could be read:
///
/// relation-direction     (error) STIX 2.1 lists the relationship only the other way round
/// type-unknown           a type that looks like a misspelt word of STIX
/// relation-loop          a relation from an entity to itself
/// relation-unsourced     no claim of a relation stands in a source
/// relation-opposed-only  every claim of a relation denies, disputes or retracts it
/// claims-contradict      one speaker asserts and opposes the same, and has retracted nothing
/// claim-before-event     a claim is dated before what it speaks of began
/// claim-after-source     a claim is dated after the source that it stands in
/// name-clash             two entities share a name, case aside
/// judgements-contradict  two judgements of one pair of entities differ
void lint(const ActorGraph& graph, Diagnostics& diagnostics);

}  // namespace actormap
