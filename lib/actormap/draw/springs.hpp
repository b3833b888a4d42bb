#pragma once

#include <actormap/base/run.hpp>
#include <actormap/graphviz/graphviz.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <optional>
#include <span>
#include <vector>

namespace actormap {

/// Points for the vertices of an undirected network, so that a straight line between two is about
/// as long as the shortest path: a spring between every two vertices of a component is at rest.
///
///     minimises  sum over pairs i, j of  (|p_i - p_j| - d_ij)^2 / d_ij^2
///
/// step by step, to a local minimum. The start is the classical scaling of the distances d, which
/// changes little when little is added; so does the answer.
///
/// Unit        of the lengths
/// Components  each has its own origin: its mean is (0, 0); the caller sets them apart
/// Turned      so that a component is widest from left to right, with what has most edges to the
///             left and above
/// Earlier     a vertex that has an earlier point keeps it; nothing is turned or centred then, and
///             the lengths are scaled to the earlier points (if a component has but one, as in the
///             others, or to 40 a unit). A new vertex settles among those.
///             Empty, or one for each vertex
/// Precision   until a round changes the sum by less than a ten-thousandth, at most 300 rounds
/// Threads     one
/// Progress    by rounds, each of the square of a component's size; a component that is at rest
///             before its last round is done at once
/// Throws      Cancelled, once a round
/// Cost        O(n^2) time a round, O(n^2) memory: 8 bytes for each pair of a component twice
/// Reference   E. R. Gansner, Y. Koren and S. North, Graph Drawing by Stress Majorization, LNCS
///             3383 (2005) 239-250, https://doi.org/10.1007/978-3-540-31843-9_25
[[nodiscard]] std::vector<GvPoint> spring_layout(
    const Network& network, const Distances& lengths,
    std::span<const std::optional<GvPoint>> earlier = {}, const Run& run = {});

}  // namespace actormap
