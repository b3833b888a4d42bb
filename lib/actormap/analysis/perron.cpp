#include <actormap/analysis/perron.hpp>
#include <actormap/analysis/strong_components.hpp>

#include <algorithm>
#include <utility>

// The eigenvalues of a matrix are those of its strong components. No eigenvalue of a component is
// larger than its largest sum of weights into a vertex; so, from the largest such bound on, the
// components are looked at until no bound is as large as what was found.

namespace actormap {
namespace {

struct Block {
    std::vector<Vertex> members;
    double bound = 0;
    PerronValue found = {};
};

/// The strong components with more than one vertex, largest bound first.
std::vector<Block> cyclic_blocks(const WalkMatrix& matrix, const Run& run) {
    const Components strong = strong_components(matrix.network(), {}, run);
    std::vector<Block> blocks(strong.count);
    for (Vertex v = 0; v < strong.of.size(); ++v) blocks[strong.of[v]].members.push_back(v);
    std::erase_if(blocks, [](const Block& block) { return block.members.size() < 2; });

    std::vector<double> ones(strong.of.size(), 0.0);
    for (Block& block : blocks) {
        for (const Vertex v : block.members) ones[v] = 1;
        for (const Vertex v : block.members)
            block.bound = std::max(block.bound, matrix.pull(v, ones));
        for (const Vertex v : block.members) ones[v] = 0;
    }
    std::stable_sort(blocks.begin(), blocks.end(),
                     [](const Block& a, const Block& b) { return a.bound > b.bound; });
    return blocks;
}

}  // namespace

Perron perron(const WalkMatrix& matrix, const PerronOptions& options, const Run& run) {
    PerronIteration iteration(matrix, options, run);
    std::vector<Block> blocks = cyclic_blocks(matrix, run);
    const std::size_t n = matrix.network().size();
    Perron result;
    result.vector.assign(n, 0.0);
    std::vector<double> x(n, 0.0);
    constexpr double nearly = 1 - perron_tie;
    for (Block& block : blocks) {
        if (block.bound < result.value * nearly) break;
        for (const Vertex v : block.members) x[v] = 1;
        block.found = iteration.settle(block.members, x, matrix.network().directed());
        for (const Vertex v : block.members) result.vector[v] = std::exchange(x[v], 0);
        result.value = std::max(result.value, block.found.value);
        result.iterations += block.found.iterations;
    }
    for (Block& block : blocks) {
        if (block.found.value > 0 && block.found.value >= result.value * nearly) {
            result.residual = std::max(result.residual, block.found.residual);
            result.blocks.push_back(std::move(block.members));
        } else {
            for (const Vertex v : block.members) result.vector[v] = 0;
        }
    }
    std::sort(result.blocks.begin(), result.blocks.end());
    return result;
}

}  // namespace actormap
