#pragma once

#include <actormap/analysis/communities.hpp>
#include <actormap/analysis/community_level.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

/// The network as a level, and what its nodes pay for being together.
struct CommunityProblem {
    CommunityLevel base;
    double penalty = 0;        ///< of a pair of nodes, for each unit of their masses
    double mean_strength = 0;  ///< of an edge
    double resolution = 0;     ///< of the quality, as it is to be reported
};

/// Throws      Error "network-direction", "option-range", "measure-undefined", "weights-size",
///             "weights-overflow"
[[nodiscard]] CommunityProblem community_problem(const Network& network,
                                                 const CommunitiesOptions& options);
[[nodiscard]] CommunityProblem community_problem(const Network& network, const Strengths& strengths,
                                                 const CommunitiesOptions& options);

/// Repeats `iteration`, which improves a partition of the vertices and returns its number of moves,
/// beginning with single vertices.
template <class Iteration>
Communities repeat(const CommunityProblem& problem, const CommunitiesOptions& options,
                   Iteration&& iteration) {
    Communities result;
    result.resolution = problem.resolution;
    for (Vertex v = 0; v < problem.base.size(); ++v) result.of.push_back(v);
    do {
        const std::size_t moves = iteration(result.of);
        ++result.iterations;
        result.moves += moves;
        result.converged = moves == 0;
    } while (!result.converged && result.iterations != options.iterations);
    return result;
}

/// Numbers the communities and adds their quality.
void finish(Communities& result, const Network& network, const CommunitiesOptions& options,
            const Run& run);
void finish(Communities& result, const Network& network, const Strengths& strengths,
            const CommunitiesOptions& options, const Run& run);

/// Takes a partition of each level's nodes down to those of the first: nodes[k] says which node of
/// the next level a node of level k is in, and `of` is the partition of the last.
void unfold(std::vector<std::vector<Vertex>>& nodes, std::vector<Vertex>& of);

}  // namespace actormap
