#include <actormap/analysis/community_search.hpp>
#include <actormap/analysis/local_moving.hpp>
#include <actormap/analysis/refinement.hpp>

#include <limits>
#include <utility>

// Nodes move to the community where they add most to the quality; each community is then refined
// into parts that are well connected within it. The parts become the nodes of the next level, and
// begin there in the communities that they are parts of; so a part can leave where a whole
// community could not be divided any more. A level where each node is its own community is the
// last. The next iteration begins with the vertices again.

namespace actormap {
namespace {

class Search {
  public:
    Search(const CommunityProblem& problem, const CommunitiesOptions& options, const Run& run)
        : base_(problem.base),
          bits_(options.seed),
          moving_(base_.size(), problem.penalty, bits_, run.stop),
          refinement_(base_.size(), problem.penalty, options.randomness * problem.mean_strength,
                      bits_, run.stop) {}

    std::size_t iterate(std::vector<Vertex>& of) {
        const CommunityLevel* level = &base_;
        std::vector<std::vector<Vertex>> nodes;
        std::size_t moves = 0;
        for (;;) {
            moves += moving_.move(*level, of);
            if (number_by_smallest(of) == level->size()) break;
            std::vector<Vertex> parts;
            refinement_.refine(*level, of, parts);
            const std::size_t count = number_by_smallest(parts);
            if (count == level->size()) break;  // the next level would be this one again
            aggregate(*level, parts, count, spare_);
            std::swap(coarse_, spare_);
            level = &coarse_;
            std::vector<Vertex> of_parts(count);
            for (Vertex v = 0; v < parts.size(); ++v) of_parts[parts[v]] = of[v];
            of = std::move(of_parts);
            nodes.push_back(std::move(parts));
        }
        unfold(nodes, of);
        return moves;
    }

  private:
    const CommunityLevel& base_;
    CommunityLevel coarse_;  // the level at hand, unless it is the base
    CommunityLevel spare_;   // storage for the next
    RandomBits bits_;
    LocalMoving moving_;
    Refinement refinement_;
};

/// Makes each connected part of a community one of its own, which lowers no quality. Parts that are
/// not tied leave one another as it is; this is for what rounding may leave.
void separate(const CommunityLevel& level, std::vector<Vertex>& of) {
    constexpr Vertex none = std::numeric_limits<Vertex>::max();
    std::vector<Vertex> part(of.size(), none);
    std::vector<Vertex> reached;
    for (Vertex root = 0; root < of.size(); ++root) {
        if (part[root] != none) continue;
        part[root] = root;
        reached.assign(1, root);
        while (!reached.empty()) {
            const Vertex v = reached.back();
            reached.pop_back();
            for (std::size_t i = level.first[v]; i < level.first[v + 1]; ++i) {
                const Vertex w = level.target[i];
                if (part[w] != none || of[w] != of[root]) continue;
                part[w] = root;
                reached.push_back(w);
            }
        }
    }
    of = std::move(part);
}

Communities search(const CommunityProblem& problem, const CommunitiesOptions& options,
                   const Run& run) {
    Search search(problem, options, run);
    Communities result =
        repeat(problem, options, [&](std::vector<Vertex>& of) { return search.iterate(of); });
    separate(problem.base, result.of);
    return result;
}

}  // namespace

Communities leiden(const Network& network, const CommunitiesOptions& options, const Run& run) {
    Communities result = search(community_problem(network, options), options, run);
    finish(result, network, options, run);
    return result;
}

Communities leiden(const Network& network, const Strengths& strengths,
                   const CommunitiesOptions& options, const Run& run) {
    Communities result = search(community_problem(network, strengths, options), options, run);
    finish(result, network, strengths, options, run);
    return result;
}

}  // namespace actormap
