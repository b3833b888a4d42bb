#pragma once

#include <actormap/lens/view.hpp>

namespace actormap {

/// The part of a graph that a view shows, as a graph: its entities, the relations of its edges and
/// those between its entities that are only opposed, the visible and withdrawn claims about them
/// and their retractions, the names in use, judgements of identity about these entities, and the
/// speakers and sources of all that.
/// Throws  Error lens-roll-up if the view is rolled up: rolled-up edges are no relations
[[nodiscard]] ActorGraph restrict(const ActorGraph& graph, const Lens& lens, const View& view);

}  // namespace actormap
