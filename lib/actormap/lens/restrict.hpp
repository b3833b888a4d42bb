#pragma once

#include <actormap/lens/view.hpp>

namespace actormap {

/// Whether a lens has any setting that is not the default, uniting by names aside: without one
/// there is nothing to restrict.
[[nodiscard]] bool narrows(Lens lens);

/// The part of a graph that a view shows, as a graph: its entities, the relations of its edges and
/// those between its entities that are only opposed, the visible and withdrawn claims about them
/// and their retractions, the names in use, judgements of identity about these entities, and the
/// speakers and sources of all that.
/// Throws  Error lens-roll-up if the view is rolled up: rolled-up edges are no relations
[[nodiscard]] ActorGraph restrict(const ActorGraph& graph, const Lens& lens, const View& view);

}  // namespace actormap
