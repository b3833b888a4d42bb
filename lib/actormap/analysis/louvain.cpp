#include <actormap/analysis/community_search.hpp>
#include <actormap/analysis/local_moving.hpp>

#include <numeric>
#include <utility>

// Nodes move to the community where they add most to the quality; the communities become the nodes
// of the next level, until none of them moves. The next iteration begins with the vertices again.

namespace actormap {
namespace {

class Search {
  public:
    Search(const CommunityProblem& problem, const CommunitiesOptions& options, const Run& run)
        : base_(problem.base),
          bits_(options.seed),
          moving_(problem.base.size(), problem.penalty, bits_, run.stop) {}

    std::size_t iterate(std::vector<Vertex>& of) {
        const CommunityLevel* level = &base_;
        std::vector<std::vector<Vertex>> nodes;
        std::size_t moves = 0;
        for (;;) {
            moves += moving_.move(*level, of);
            const std::size_t count = number_by_smallest(of);
            if (count == level->size()) break;
            aggregate(*level, of, count, spare_);
            std::swap(coarse_, spare_);
            level = &coarse_;
            nodes.push_back(std::move(of));
            of.resize(count);
            std::iota(of.begin(), of.end(), Vertex{0});
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
};

Communities search(const CommunityProblem& problem, const CommunitiesOptions& options,
                   const Run& run) {
    Search search(problem, options, run);
    return repeat(problem, options, [&](std::vector<Vertex>& of) { return search.iterate(of); });
}

}  // namespace

Communities louvain(const Network& network, const CommunitiesOptions& options, const Run& run) {
    Communities result = search(community_problem(network, options), options, run);
    finish(result, network, options, run);
    return result;
}

Communities louvain(const Network& network, const Strengths& strengths,
                    const CommunitiesOptions& options, const Run& run) {
    Communities result = search(community_problem(network, strengths, options), options, run);
    finish(result, network, strengths, options, run);
    return result;
}

}  // namespace actormap
