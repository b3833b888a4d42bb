#include "support/catch.hpp"
#include "support/communities_cases.hpp"
#include "support/oracle_communities.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/cpm_quality.hpp>

#include <array>

using namespace actormap;
using namespace actormap::test;

using Labels = std::vector<std::uint32_t>;

namespace {

auto close_to(double expected) {
    return Catch::Matchers::WithinAbs(expected, 1e-10);
}

Labels alone(std::size_t n) {
    Labels of(n);
    std::iota(of.begin(), of.end(), 0U);
    return of;
}

/// Whether the numbers are 0, 1, ... count - 1 in the order of their first vertices.
bool numbered_by_smallest(const Communities& result) {
    std::uint32_t next = 0;
    for (const std::uint32_t c : result.of) {
        if (c > next) return false;
        if (c == next) ++next;
    }
    return next == result.count;
}

double value(const oracle::Matrix& a, const Labels& of, Quality quality, double resolution) {
    return quality == Quality::cpm ? oracle::cpm(a, of, resolution)
                                   : oracle::modularity(a, of, resolution);
}

/// What a converged search promises of its answer, by brute force. The matrix is of the strengths.
void check_promises(const oracle::Matrix& a, const Communities& result, Quality quality,
                    bool leiden_search) {
    const auto of_labels = [&](const Labels& of) {
        return value(a, of, quality, result.resolution);
    };
    CHECK(numbered_by_smallest(result));
    CHECK(result.converged);
    CHECK_THAT(result.quality, close_to(of_labels(result.of)));
    CHECK(result.quality >= of_labels(alone(a.size())) - 1e-10);
    CHECK_THAT(oracle::best_single_move(result.of, of_labels), close_to(result.quality));
    CHECK_THAT(oracle::best_union(result.of, of_labels), close_to(result.quality));
    if (leiden_search) CHECK(oracle::all_connected(a, result.of));
}

}  // namespace

TEST_CASE("communities are as good as they promise on random graphs", "[analysis][property]") {
    const bool leiden_search = GENERATE(true, false);
    const auto quality = GENERATE(Quality::modularity, Quality::cpm);
    const auto seed = GENERATE(range(0u, 400u));
    const Network graph = random_graph(seed, Direction::undirected);
    INFO("seed " << seed << ": " << describe(graph));

    const std::array<double, 6> resolutions{0, 0.2, 0.5, 1, 1.5, 3};
    const CommunitiesOptions options{.quality = quality,
                                     .resolution = resolutions[seed % 6],
                                     .seed = seed,
                                     .randomness = seed % 2 == 0 ? 0.01 : 1};
    const Strengths ones = uniform<Strengths>(graph, 1);
    if (quality == Quality::cpm || graph.edges() > 0) {
        const Communities result = search(leiden_search, graph, options);
        check_promises(oracle::matrix(graph, ones), result, quality, leiden_search);
        CHECK(result.resolution == *options.resolution);
        CHECK(search(leiden_search, graph, ones, options).of == result.of);
    }
    const Strengths strengths = random_strengths(graph, seed);
    const oracle::Matrix a = oracle::matrix(graph, strengths);
    const double whole = oracle::cpm(a, Labels(graph.size(), 0), 0);
    if (quality == Quality::modularity && whole == 0) return;
    check_promises(a, search(leiden_search, graph, strengths, options), quality, leiden_search);
    const CommunitiesOptions plain{.quality = quality, .seed = seed};
    const Communities result = search(leiden_search, graph, strengths, plain);
    check_promises(a, result, quality, leiden_search);
    CHECK(result.resolution ==
          (quality == Quality::modularity ? 1 : cpm_resolution(graph, strengths)));
}

TEST_CASE("communities of small graphs are the best of all partitions", "[analysis][property]") {
    const bool leiden_search = GENERATE(true, false);
    const auto quality = GENERATE(Quality::modularity, Quality::cpm);
    const bool weighted = GENERATE(false, true);
    int graphs = 0;
    int best = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const Network graph = random_graph(seed, Direction::undirected, 8);
        const Strengths strengths =
            weighted ? random_strengths(graph, seed) : uniform<Strengths>(graph, 1);
        const oracle::Matrix a = oracle::matrix(graph, strengths);
        if (oracle::cpm(a, Labels(graph.size(), 0), 0) == 0) continue;  // no edges
        INFO("seed " << seed << ": " << describe(graph));
        const Communities result =
            search(leiden_search, graph, strengths, CommunitiesOptions{.quality = quality});
        const double optimum = oracle::best_quality(graph.size(), [&](const Labels& of) {
            return value(a, of, quality, result.resolution);
        });
        CHECK(result.quality <= optimum + 1e-10);
        ++graphs;
        if (result.quality > optimum - 1e-10) ++best;
    }
    INFO(best << " of " << graphs);
    // Measured: Leiden 98 % of the graphs by modularity, 94 % and with weights 91 % by cpm; Louvain
    // 97 %, 94 % and 90 %.
    CHECK(best * 100 >= graphs * (leiden_search ? 90 : 85));
}
