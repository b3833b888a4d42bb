#pragma once

#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>
#include <actormap/network/weights.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace actormap {

/// What makes a set of communities a good one.
enum class Quality {
    modularity,  ///< `modularity`: more edges within than chance would put there
    cpm          ///< `cpm_quality`: pairs within are tied more strongly than the resolution
};

struct CommunitiesOptions {
    Quality quality = Quality::modularity;
    /// Of the quality, 0 to 1e100; above the default favours smaller communities, below it larger.
    /// As long as it is not given, 1 for modularity and `cpm_resolution` for cpm.
    std::optional<double> resolution = {};
    std::uint64_t seed = 0;      ///< of the random order; the same seed gives the same answer
    std::size_t iterations = 0;  ///< at most this many; 0: until one moves nothing
    /// Leiden only, above 0 and at most 1e100: how freely the refinement takes another merge than
    /// the best one, in mean strengths of an edge (the paper's theta).
    double randomness = 0.01;
};

struct Communities {
    std::vector<std::uint32_t> of;  ///< the community of each vertex, below count
    std::size_t count = 0;
    double quality = 0;          ///< what modularity or cpm_quality say of `of`
    double resolution = 0;       ///< the one that was used
    std::size_t iterations = 0;  ///< how many were done
    std::size_t moves = 0;       ///< of a vertex or a set of vertices to another community, in all
    bool converged = false;      ///< whether the last iteration moved nothing
};

/// Communities by the Leiden algorithm: sets of vertices with many edges within and few between,
/// as a quality counts them.
///
///     of = a partition for which modularity(network, of) or cpm_quality(network, of) is high
///
/// The best partition of all cannot be found in reasonable time (the problem is NP-hard). This one
/// has, if converged:
///
///     - every community is connected;
///     - no vertex alone can move to another or a new community and raise the quality;
///     - no two communities can be united and raise it.
///
/// Its quality is never below that of single vertices. The first holds for any iterations.
///
/// Order       numbered by their smallest vertex
/// Weights     strengths; an edge of strength 0 is none. Multiplied by a power of two, and the
///             resolution of cpm with them, they give the same communities
/// Direction   undirected networks only
/// Unconnected vertices without edges are communities of their own
/// Tiny        modularity is not defined for a network without edges; by cpm each vertex is alone
/// Precision   gains below 1e-12 of what they are the difference of count as none
/// Threads     one
/// Cost        O(n + m) time for a pass over the edges, and each iteration makes a few dozen;
///             O(n + m) memory, about 28 bytes an arc
/// Throws      Cancelled; Error "network-direction", "option-range", "weights-size",
///             "measure-undefined" where modularity is not defined; "weights-overflow" as
///             cpm_quality
/// Agrees with igraph's community_leiden and leidenalg in quality; the communities depend on the
///             random order, and differ from theirs and from seed to seed
/// Reference   V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to Leiden: guaranteeing
///             well-connected communities, Sci. Rep. 9 (2019) 5233,
///             https://doi.org/10.1038/s41598-019-41695-z
[[nodiscard]] Communities leiden(const Network& network, const CommunitiesOptions& options = {},
                                 const Run& run = {});
[[nodiscard]] Communities leiden(const Network& network, const Strengths& strengths,
                                 const CommunitiesOptions& options = {}, const Run& run = {});

/// Communities by the Louvain algorithm: as `leiden`, but communities are merged whole, and may
/// turn out badly connected, or not connected at all. To compare with the results of others; they
/// mostly stop after the first iteration.
///
/// Options     `randomness` is not used
/// Agrees with igraph's community_multilevel and NetworkX's louvain_communities in quality, if
///             iterations is 1; by default it is at least as high
/// Reference   V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre, Fast unfolding of
///             communities in large networks, J. Stat. Mech. (2008) P10008,
///             https://doi.org/10.1088/1742-5468/2008/10/P10008
[[nodiscard]] Communities louvain(const Network& network, const CommunitiesOptions& options = {},
                                  const Run& run = {});
[[nodiscard]] Communities louvain(const Network& network, const Strengths& strengths,
                                  const CommunitiesOptions& options = {}, const Run& run = {});

}  // namespace actormap
