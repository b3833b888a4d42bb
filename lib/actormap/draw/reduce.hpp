#pragma once

#include <actormap/draw/scene.hpp>

#include <cstddef>
#include <optional>

namespace actormap {

/// How a scene is made smaller. What is left out is counted in the scene's `left_out`.
struct Reduction {
    /// The level of the disparity filter: an edge stays if, for one of its ends, so large a share
    /// of the claims about that end has a lower probability than this by chance. In (0, 1].
    ///
    ///     alpha = (1 - w / s)^(k - 1)
    ///
    /// with the w claims of the edge, and the k edges and s claims of the end. What loses its last
    /// edge goes. Reference: M. A. Serrano, M. Boguna and A. Vespignani, Extracting the multiscale
    /// backbone of complex weighted networks, PNAS 106 (2009) 6483-6488,
    /// https://doi.org/10.1073/pnas.0808904106
    std::optional<double> backbone = {};
    /// So many entities of one kind become one node if they are linked to the same others in the
    /// same way. Sponsors, companies and actors never do. 0: no bundles.
    std::size_t bundle = 0;
    /// Only the so many nodes of the highest measure, then degree, stay. 0: all.
    std::size_t limit = 0;
};

/// The scene reduced: backbone first, then bundles, then the limit.
/// Throws  Error option-range if `backbone` is not in (0, 1]
[[nodiscard]] Scene reduce(Scene scene, const Reduction& reduction);

/// What a scene of so many nodes needs to be readable: nothing up to 300; then bundles of three;
/// then, if that does not bring it down to 300, a limit of 200.
[[nodiscard]] Scene reduce_to_readable(Scene scene);

}  // namespace actormap
