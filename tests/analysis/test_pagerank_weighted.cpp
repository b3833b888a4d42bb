#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_walks.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"
#include "support/walks_example.hpp"

#include <actormap/analysis/pagerank.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

/// The L1 change is below 1e-12, so the answer is within 1e-12 * 0.85 / 0.15.
auto close_to(const std::vector<double>& expected) {
    return Catch::Matchers::Approx(expected).margin(6e-12).epsilon(0);
}

}  // namespace

TEST_CASE("weighted pagerank solves its equations on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 400u));
    const Network graph = random_graph(seed, direction);
    const Strengths strengths = random_strengths(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    const std::size_t n = graph.size();
    const oracle::Matrix a = oracle::adjacency(graph, strengths);
    const std::vector<double> even(n, 1 / static_cast<double>(n));
    const PageRank result = pagerank(graph, strengths);
    CHECK_THAT(result.scores, close_to(oracle::pagerank(a, 0.85, even)));
    CHECK(result.residual < 1e-12);
    CHECK_THAT(pagerank(graph, strengths, {.damping = 0.4}).scores,
               close_to(oracle::pagerank(a, 0.4, even)));
    CHECK(pagerank(graph, uniform<Strengths>(graph, 3)).scores == pagerank(graph).scores);
    // A power of two changes no bit, and a number so large that sums overflow none that matters.
    CHECK(pagerank(graph, scaled(graph, strengths, 0x1p-700)).scores == result.scores);
    CHECK_THAT(pagerank(graph, scaled(graph, strengths, 2e307)).scores, close_to(result.scores));

    if (n == 0) return;
    std::vector<double> teleport(n, 0.0);
    teleport[seed % n] = 1;
    CHECK_THAT(pagerank(graph, strengths, {.teleport = teleport}).scores,
               close_to(oracle::pagerank(a, 0.85, teleport)));

    const auto name = random_order(n, seed);
    const Network other = renamed(graph, name, n);
    CHECK_THAT(pagerank(other, renamed_strengths(graph, strengths, name, other)).scores,
               near(with_names(result.scores, name)));
}

TEST_CASE("weighted pagerank takes an arc with a chance in proportion to its strength",
          "[analysis]") {
    // 0 -> 1 and 0 -> 2, three times as strong: x0 = t, x1 = t + 0.85 x0 / 4, ...
    const Network graph = star(3, Direction::directed);
    const double t = 1 / (3 + 0.85);
    CHECK_THAT(pagerank(graph, {graph, {1, 3}}).scores,
               close_to({t, t * (1 + 0.85 / 4), t * (1 + 0.85 * 3 / 4)}));
    // An arc of strength 0 is no arc: 0 dangles.
    CHECK_THAT(pagerank(graph, uniform<Strengths>(graph, 0)).scores,
               close_to({1.0 / 3, 1.0 / 3, 1.0 / 3}));
    CHECK(pagerank(path(0), uniform<Strengths>(path(0), 1)).scores.empty());
    CHECK(pagerank(path(1), uniform<Strengths>(path(1), 1)).scores == std::vector<double>{1});
}

TEST_CASE("pagerank is as NetworkX and igraph have it", "[analysis]") {
    // NetworkX 2.8.8: pagerank(karate_club_graph(), tol=1e-16, max_iter=2000); igraph 0.10.2
    // agrees: pagerank(weights=...)
    const Network club = karate_club();
    CHECK_THAT(
        pagerank(club, karate_strengths(club)).scores,
        close_to({0.0885003154280226, 0.0574123193628866,  0.0627656238480902, 0.037210034817964,
                  0.0205008010805987, 0.0338038730516321,  0.0315230189645069, 0.0264632026860271,
                  0.0333824834655467, 0.00946349495083911, 0.0206856846949095, 0.00978499814258374,
                  0.0114742641173277, 0.0334729249654771,  0.0129424038483104, 0.0163774437820284,
                  0.0167522601382698, 0.00967669520822766, 0.0095453377091704, 0.0130769900529644,
                  0.0112248838814513, 0.0113594700861054,  0.0129613907455994, 0.0411497582030414,
                  0.016635732755785,  0.0286764488535543,  0.0152417174084799, 0.0272377267897051,
                  0.0144792282237606, 0.0282746664692454,  0.0230328460907568, 0.0419881777619636,
                  0.0759344195807758, 0.0969893628343928}));
    // ... with weight=None
    CHECK_THAT(
        pagerank(club).scores,
        close_to({0.0969972853882956, 0.052876924061146,  0.057078509488462,  0.0358598577864116,
                  0.0219779523645899, 0.0291111546783706, 0.0291111546783706, 0.0244904970352825,
                  0.0297660560810169, 0.0143093971290329, 0.0219779523645899, 0.00956474549213557,
                  0.0146448920118772, 0.0295364561519137, 0.0145359939979211, 0.0145359939979211,
                  0.0167840054441899, 0.0145586772090216, 0.0145359939979211, 0.0196046363256528,
                  0.0145359939979211, 0.0145586772090216, 0.0145359939979211, 0.0315225147766777,
                  0.0210760335592227, 0.0210061973944928, 0.0150440380827254, 0.0256397674828478,
                  0.0195734594638284, 0.0262885376951146, 0.02459015524858,   0.0371580870691451,
                  0.0716932260057539, 0.100919182332625}));
    // ... of the example, weighted, not, and with personalization={0: 1, 3: 2}
    const WalksExample example;
    CHECK_THAT(
        pagerank(example.network, example.strengths).scores,
        close_to({0.177816072551588, 0.137341526937906, 0.0949492347739491, 0.0736110377616727,
                  0.0991484679227608, 0.1543812645691, 0.0949492347739491, 0.167803160709074}));
    CHECK_THAT(
        pagerank(example.network).scores,
        close_to({0.135472388057741, 0.0945932117190396, 0.0772195617750914, 0.133961918491704,
                  0.150885077512448, 0.15871936966183, 0.0772195617750914, 0.171928911007055}));
    CHECK_THAT(
        pagerank(example.network, example.strengths, {.teleport = {1, 0, 0, 2, 0, 0, 0, 0}}).scores,
        close_to({0.140311287202346, 0.0795097294146627, 0.0337916350012317, 0.218904947649082,
                  0.18606920550172, 0.166281924448501, 0.0337916350012317, 0.141339635781226}));
}

TEST_CASE("weighted pagerank has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(20000, 40000, direction);
    const Strengths strengths = random_strengths(graph, 1);
    const PageRank alone = pagerank(graph, strengths);
    for (const unsigned threads : {2u, 8u}) {
        const PageRank together = pagerank(graph, strengths, {}, {.threads = threads});
        CHECK(together.scores == alone.scores);
        CHECK(together.iterations == alone.iterations);
        CHECK(together.residual == alone.residual);
    }
}

TEST_CASE("weighted pagerank refuses what pagerank refuses", "[analysis]") {
    const Network graph = path(3);
    const Strengths strengths = uniform<Strengths>(graph, 1);
    CHECK(error_of([&] { return pagerank(graph, uniform<Strengths>(path(2), 1)); }) ==
          "weights-size: 2 weights for 4 arcs; give one for each arc of the network");
    CHECK(error_of([&] { return pagerank(graph, strengths, {.damping = 1}); }) ==
          "option-range: damping must be at least 0 and below 1");
    CHECK(error_of([&] {
              return pagerank(graph, strengths, {.tolerance = 1e-3, .max_iterations = 1});
          }) ==
          "not-converged: PageRank changed by 0.567 after 1 iterations; raise max_iterations "
          "or tolerance");
    const Strengths several(graph, {1, 1, 2, 2});  // the other method
    CHECK(error_of([&] { return pagerank(graph, several, {.damping = 1}); }) ==
          "option-range: damping must be at least 0 and below 1");
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(pagerank(graph, several, {}, {.stop = source.get_token()}), Cancelled);
    CHECK_THROWS_AS(pagerank(graph, strengths, {}, {.stop = source.get_token()}), Cancelled);
}
