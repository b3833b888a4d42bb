#include <actormap/analysis/community_search.hpp>
#include <actormap/analysis/cpm_quality.hpp>
#include <actormap/analysis/modularity.hpp>
#include <actormap/analysis/partition_check.hpp>
#include <actormap/analysis/strength_scale.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace actormap {
namespace {

void check(const Network& network, const CommunitiesOptions& options) {
    check_undirected(network, "the search for communities");
    if (options.resolution) check_resolution(*options.resolution);
    if (!(options.randomness > 0 && options.randomness <= 1e100))
        throw Error("option-range", "randomness must be above 0 and at most 1e100");
}

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

void price_by_modularity(CommunityProblem& problem, double resolution) {
    problem.resolution = resolution;
    weigh_by_ties(problem.base);
    const double both_ends = sum(problem.base.mass);
    if (both_ends == 0) {
        throw Error("measure-undefined",
                    "modularity shares out the edges, and the network has none; use a network with "
                    "edges of a strength above 0, or the quality cpm");
    }
    problem.penalty = resolution / both_ends;
}

/// The strengths of the base are at most 2 and fewer than 2^64: a larger price changes nothing, and
/// might overflow.
void price_by_pairs(CommunityProblem& problem, double resolution, double scale) {
    problem.resolution = resolution;
    problem.penalty = std::min(resolution * scale, 0x1p100);
}

CommunityProblem problem_of(CommunityLevel base) {
    CommunityProblem problem{.base = std::move(base)};
    const auto arcs = static_cast<double>(problem.base.weight.size());
    if (arcs > 0) problem.mean_strength = sum(problem.base.weight) / arcs;
    return problem;
}

}  // namespace

CommunityProblem community_problem(const Network& network, const CommunitiesOptions& options) {
    check(network, options);
    CommunityProblem problem = problem_of(base_level(network));
    if (options.quality == Quality::modularity)
        price_by_modularity(problem, options.resolution.value_or(1));
    else
        price_by_pairs(problem, options.resolution ? *options.resolution : cpm_resolution(network),
                       1);
    return problem;
}

CommunityProblem community_problem(const Network& network, const Strengths& strengths,
                                   const CommunitiesOptions& options) {
    strengths.check_fits(network);
    check(network, options);
    const double scale = strength_scale(strengths);
    CommunityProblem problem = problem_of(base_level(network, strengths, scale));
    if (options.quality == Quality::modularity) {
        price_by_modularity(problem, options.resolution.value_or(1));
    } else {
        const double mean = cpm_resolution(network, strengths);
        price_by_pairs(problem, options.resolution.value_or(mean), scale);
    }
    return problem;
}

void finish(Communities& result, const Network& network, const CommunitiesOptions& options,
            const Run& run) {
    result.count = number_by_smallest(result.of);
    result.quality = options.quality == Quality::modularity
                         ? modularity(network, result.of, {result.resolution}, run)
                         : cpm_quality(network, result.of, {options.resolution}, run);
}

void finish(Communities& result, const Network& network, const Strengths& strengths,
            const CommunitiesOptions& options, const Run& run) {
    result.count = number_by_smallest(result.of);
    result.quality = options.quality == Quality::modularity
                         ? modularity(network, strengths, result.of, {result.resolution}, run)
                         : cpm_quality(network, strengths, result.of, {options.resolution}, run);
}

void unfold(std::vector<std::vector<Vertex>>& nodes, std::vector<Vertex>& of) {
    for (; !nodes.empty(); nodes.pop_back()) {
        for (Vertex& node : nodes.back()) node = of[node];
        of.swap(nodes.back());
    }
}

}  // namespace actormap
