// How the time of each kernel grows with the network: Google Benchmark over four sizes.
//
// Each kernel says the bound that its header states, and after a run what that comes to (`N`). The
// lines "BigO" fit time = c N; "RMS" is how far the four sizes are from that, so that a kernel
// which grows faster than its bound shows. docs/benchmarks.md explains more.

#include "kernel_input.hpp"

#include <actormap/analysis/betweenness.hpp>
#include <actormap/analysis/blocks.hpp>
#include <actormap/analysis/closeness.hpp>
#include <actormap/analysis/clustering.hpp>
#include <actormap/analysis/communities.hpp>
#include <actormap/analysis/components.hpp>
#include <actormap/analysis/constraint.hpp>
#include <actormap/analysis/core_number.hpp>
#include <actormap/analysis/cpm_quality.hpp>
#include <actormap/analysis/degree.hpp>
#include <actormap/analysis/disjoint_paths.hpp>
#include <actormap/analysis/edge_betweenness.hpp>
#include <actormap/analysis/effective_size.hpp>
#include <actormap/analysis/eigenvector.hpp>
#include <actormap/analysis/fragments.hpp>
#include <actormap/analysis/harmonic.hpp>
#include <actormap/analysis/hits.hpp>
#include <actormap/analysis/katz.hpp>
#include <actormap/analysis/minimum_cut.hpp>
#include <actormap/analysis/modularity.hpp>
#include <actormap/analysis/pagerank.hpp>
#include <actormap/analysis/participation.hpp>
#include <actormap/analysis/sampled_betweenness.hpp>
#include <actormap/analysis/shortest_paths.hpp>
#include <actormap/analysis/similarity.hpp>
#include <actormap/analysis/spectral_radius.hpp>
#include <actormap/analysis/strength.hpp>
#include <actormap/analysis/strong_components.hpp>
#include <actormap/analysis/vertex_cut.hpp>

#include <benchmark/benchmark.h>
#include <string>

using namespace actormap;
using namespace actormap::bench;

namespace {

using Sizes = std::vector<std::int64_t>;
const Sizes large{1 << 10, 1 << 12, 1 << 14, 1 << 16};
const Sizes small{1 << 9, 1 << 10, 1 << 11, 1 << 12};

/// Adds a benchmark of `work`, whose bound comes to `bound(input, result)`.
template <class Work, class Bound>
void add(const std::string& name, const std::string& documented, const Sizes& sizes,
         const Work& work, const Bound& bound) {
    auto* entry = benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
        const Input& given = input(static_cast<std::size_t>(state.range(0)));
        auto result = work(given);
        for (auto _ : state) {
            result = work(given);
            benchmark::DoNotOptimize(result);
        }
        const double size = bound(given, result);
        state.SetComplexityN(static_cast<benchmark::IterationCount>(size));
        state.counters["N"] = size;
        state.SetLabel(documented);
    });
    for (const std::int64_t size : sizes) entry->Arg(size);
    entry->Unit(benchmark::kMillisecond)->Complexity(benchmark::oN);
}

/// The same of a bound that the network alone decides.
template <class Work>
void add(const std::string& name, const std::string& documented, const Sizes& sizes,
         const Work& work, double (*bound)(const Network&)) {
    add(name, documented, sizes, work,
        [=](const Input& in, const auto&) { return bound(in.network); });
}

/// Iterative ones: the bound is for an iteration.
template <class Work>
void add_iterative(const std::string& name, const Work& work) {
    add(name, "O(n + m) an iteration", large, work, [](const Input& in, const auto& result) {
        return static_cast<double>(result.iterations) * linear(in.network);
    });
}

void add_structure() {
    const std::string once = "O(n + m)";
    add(
        "degree", "O(n)", large, [](const Input& in) { return degree(in.network); }, vertices);
    add(
        "strength", once, large, [](const Input& in) { return strength(in.network, in.strengths); },
        linear);
    add(
        "components", once, large, [](const Input& in) { return components(in.network); }, linear);
    add(
        "strong_components", once, large,
        [](const Input& in) { return strong_components(in.directed); },
        [](const Input& in, const auto&) { return linear(in.directed); });
    add(
        "core_number", once, large, [](const Input& in) { return core_number(in.network); },
        linear);
    add(
        "blocks", once, large, [](const Input& in) { return blocks(in.network); }, linear);
    add(
        "fragments", once, large, [](const Input& in) { return fragments(in.network, in.parts); },
        linear);
    add(
        "modularity", once, large,
        [](const Input& in) { return modularity(in.network, in.communities); }, linear);
    add(
        "cpm_quality", once, large,
        [](const Input& in) { return cpm_quality(in.network, in.communities); }, linear);
    add(
        "participation", "O(n + m log D)", large,
        [](const Input& in) { return participation(in.network, in.communities); },
        [](const Input& in, const auto&) {
            const double longest = std::log2(static_cast<double>(in.network.degree(in.hub)) + 1);
            return vertices(in.network) + static_cast<double>(in.network.arcs()) * longest;
        });
    const std::string rows = "O(sum over edges of s log l)";
    add(
        "clustering", rows, large, [](const Input& in) { return clustering(in.network); },
        common_neighbours);
    add(
        "constraint", rows, large, [](const Input& in) { return constraint(in.network); },
        common_neighbours);
    add(
        "effective_size", rows, large, [](const Input& in) { return effective_size(in.network); },
        common_neighbours);
}

void add_walks() {
    add_iterative("pagerank", [](const Input& in) { return pagerank(in.network); });
    add_iterative("pagerank/weighted",
                  [](const Input& in) { return pagerank(in.network, in.strengths); });
    add_iterative("eigenvector", [](const Input& in) { return eigenvector(in.network); });
    add_iterative("hits", [](const Input& in) { return hits(in.network); });
    add_iterative("katz", [](const Input& in) { return katz(in.network); });
    add_iterative("spectral_radius", [](const Input& in) { return spectral_radius(in.network); });
    add_iterative("leiden", [](const Input& in) { return leiden(in.network); });
    add_iterative("louvain", [](const Input& in) { return louvain(in.network); });
}

void add_paths() {
    const std::string hops = "O(n (n + m))";
    const std::string lengths = "O(n (n + m) log n)";
    const auto by_length = [](const Network& network) {
        return searches(network) * log_of(network);
    };
    add(
        "betweenness", hops, small, [](const Input& in) { return betweenness(in.network); },
        searches);
    add(
        "betweenness/directed", hops, small,
        [](const Input& in) { return betweenness(in.directed); },
        [](const Input& in, const auto&) { return searches(in.directed); });
    add(
        "betweenness/weighted", lengths, small,
        [](const Input& in) { return betweenness(in.network, in.lengths); }, +by_length);
    // A draw looks at no more than all arcs; on these networks at far fewer.
    add(
        "sampled_betweenness/0.05", "O(n + m + r m)", large,
        [](const Input& in) { return sampled_betweenness(in.network, {.epsilon = 0.05}); },
        [](const Input& in, const auto& sampled) {
            return linear(in.network) +
                   static_cast<double>(sampled.samples) * static_cast<double>(in.network.edges());
        });
    add(
        "edge_betweenness", hops, small,
        [](const Input& in) { return edge_betweenness(in.network); }, searches);
    add(
        "edge_betweenness/weighted", lengths, small,
        [](const Input& in) { return edge_betweenness(in.network, in.lengths); }, +by_length);
    add(
        "closeness", hops, small, [](const Input& in) { return closeness(in.network); }, searches);
    add(
        "closeness/weighted", lengths, small,
        [](const Input& in) { return closeness(in.network, in.lengths); }, +by_length);
    add(
        "harmonic", hops, small, [](const Input& in) { return harmonic(in.network); }, searches);
    add(
        "harmonic/weighted", lengths, small,
        [](const Input& in) { return harmonic(in.network, in.lengths); }, +by_length);
    add(
        "shortest_paths/10", "O(count L (n + m))", large,
        [](const Input& in) { return shortest_paths(in.network, in.hub, in.other, {.count = 10}); },
        [](const Input& in, const auto& paths) {
            return static_cast<double>(paths.size() * (paths.back().size() - 1)) *
                   linear(in.network);
        });
}

/// Their bounds are for the worst case; N is n + m, which is what such networks take.
void add_cuts() {
    const std::string flow = "at worst O(m min(n^(2/3), m^(1/2))); N = n + m";
    add(
        "minimum_cut", flow, large,
        [](const Input& in) { return minimum_cut(in.network, in.hub, in.other); }, linear);
    add(
        "disjoint_paths", flow, large,
        [](const Input& in) { return disjoint_paths(in.network, in.capacities, in.hub, in.other); },
        linear);
    add(
        "vertex_cut", "at worst O(m n^(1/2)); N = n + m", large,
        [](const Input& in) { return vertex_cut(in.network, in.hub, in.other); }, linear);
}

void add_similarity() {
    const auto within = [](int hops) {
        return [hops](const Input& in, const auto&) {
            return vertices(in.network) + nearby(in.network, in.hub, hops);
        };
    };
    add(
        "rarity", "O(n)", large, [](const Input& in) { return rarity(in.network); }, vertices);
    add(
        "jaccard", "O(n + edges at the neighbours)", large,
        [](const Input& in) { return jaccard(in.network, in.hub); }, within(1));
    add(
        "adamic_adar", "O(n + edges at the neighbours)", large,
        [](const Input& in) { return adamic_adar(in.network, in.hub); }, within(1));
    add(
        "weighted_jaccard", "O(n + edges within two hops)", large,
        [](const Input& in) { return weighted_jaccard(in.network, in.hub, in.rarities); },
        within(2));
}

}  // namespace

int main(int count, char** words) {
    add_structure();
    add_walks();
    add_paths();
    add_cuts();
    add_similarity();
    benchmark::Initialize(&count, words);
    if (benchmark::ReportUnrecognizedArguments(count, words)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
