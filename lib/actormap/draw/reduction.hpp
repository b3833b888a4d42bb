#pragma once

#include <cstddef>
#include <optional>

namespace actormap {

/// How a picture is made of less than the view, so that it can be read. The caption says what is
/// left out.
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
    /// Only the so many edges of the highest association strength stay, and of every node its
    /// strongest. 0: all.
    ///
    ///     a = w / (s_from s_to)
    ///
    /// with the w claims of the edge and the s claims of each end: what two have in common weighs
    /// less if they have it in common with all. Reference: N. J. van Eck and L. Waltman, How to
    /// normalize cooccurrence data?, J. Am. Soc. Inf. Sci. Technol. 60 (2009) 1635-1651,
    /// https://doi.org/10.1002/asi.21075
    std::size_t edges = 0;
};

}  // namespace actormap
