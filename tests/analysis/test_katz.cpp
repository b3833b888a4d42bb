#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_walks.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"
#include "support/walks_example.hpp"

#include <actormap/analysis/katz.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;

namespace {

/// Scores change by a share of less than 1e-12, and walks are some ten arcs long where alpha is 0.9
/// of its bound.
auto close_to(const std::vector<double>& expected, double share = 1e-10) {
    return Catch::Matchers::Approx(expected).margin(0).epsilon(share);
}

std::string error_in(const Network& graph, const KatzOptions& options = {}) {
    return error_of([&] { return katz(graph, options); });
}

}  // namespace

TEST_CASE("katz solves its equations on random graphs", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 400u));
    const Network graph = random_graph(seed, direction);
    const Strengths strengths = random_strengths(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));
    if (graph.size() == 0) return;

    const auto check = [&](const oracle::Matrix& a, const auto& of) {
        const double radius = oracle::spectral_radius(a);
        for (const double share : {0.3, 0.9}) {
            const double alpha = share / (radius > 0 ? radius : 2);
            const Katz raw = of(KatzOptions{.alpha = alpha, .beta = 2.5, .normalized = false});
            CHECK_THAT(raw.scores, close_to(oracle::katz(a, alpha, 2.5)));
            CHECK(raw.alpha == alpha);
            CHECK(raw.residual <= 1e-12);
            CHECK_THAT(of(KatzOptions{.alpha = alpha, .beta = 2.5}).scores,
                       close_to(oracle::with_norm_1(raw.scores), 1e-13));
        }
        if (radius == 0) return;
        const Katz by_default = of(KatzOptions{.normalized = false});
        CHECK(by_default.alpha == Approx(0.9 / radius).epsilon(1e-10).margin(0));
        CHECK_THAT(by_default.scores, close_to(oracle::katz(a, by_default.alpha, 1)));
    };
    check(oracle::adjacency(graph), [&](const KatzOptions& o) { return katz(graph, o); });
    check(oracle::adjacency(graph, strengths),
          [&](const KatzOptions& o) { return katz(graph, strengths, o); });
}

TEST_CASE("katz: properties", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    const Strengths strengths = random_strengths(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));
    const std::size_t n = graph.size();
    const KatzOptions some{.alpha = 0.01};

    const std::vector<double> scores = katz(graph, strengths, some).scores;
    const auto name = random_order(n, seed);
    const Network other = renamed(graph, name, n);
    CHECK_THAT(katz(other, renamed_strengths(graph, strengths, name, other), some).scores,
               near(with_names(scores, name)));
    CHECK(katz(graph, uniform<Strengths>(graph, 1), some).scores == katz(graph, some).scores);
    // Strengths times a factor, and alpha divided by it: all the same, to the bits if of two.
    for (const double factor : {0x1p-900, 0x1p-3, 0x1p900}) {
        const Katz again = katz(graph, scaled(graph, strengths, factor), {.alpha = 0.01 / factor});
        CHECK(again.scores == scores);
        CHECK(again.alpha == 0.01 / factor);
    }
    std::vector<double> more = katz(graph, {.alpha = 0.01, .normalized = false}).scores;
    more.push_back(1);  // a vertex alone has beta
    CHECK(katz(with_isolated(graph), {.alpha = 0.01, .normalized = false}).scores == more);
}

TEST_CASE("katz of regular networks has a closed form", "[analysis]") {
    // x = 1 + alpha l x
    CHECK_THAT(katz(complete(5), {.alpha = 0.2, .normalized = false}).scores,
               close_to(std::vector<double>(5, 5)));
    CHECK_THAT(katz(cycle(6, Direction::directed), {.normalized = false}).scores,
               close_to(std::vector<double>(6, 10)));
    CHECK_THAT(katz(cycle(4)).scores, close_to(std::vector<double>(4, 0.5)));
    // The ends of a path have one walk of each length.
    CHECK_THAT(katz(path(5, Direction::directed), {.alpha = 2, .normalized = false}).scores,
               close_to({1, 3, 7, 15, 31}, 1e-15));
    CHECK(katz(path(5, Direction::directed), {.alpha = 2}).iterations == 5);
    constexpr std::size_t n = 10001;  // more vertices than a chunk has; l = 100
    const double hub = (1 + 0.005 * (n - 1)) / (1 - 0.25);
    std::vector<double> expected(n, 1 + 0.005 * hub);
    expected[0] = hub;
    CHECK_THAT(katz(star(n), {.alpha = 0.005, .normalized = false}).scores, close_to(expected));
    CHECK(katz(star(n)).alpha == Approx(0.009).epsilon(1e-12));
}

TEST_CASE("katz is as NetworkX has it", "[analysis]") {
    // NetworkX 2.8.8: katz_centrality_numpy(karate_club_graph(), alpha=0.1)
    const Network club = karate_club();
    const Strengths strengths = karate_strengths(club);
    CHECK_THAT(
        katz(club, {.alpha = 0.1}).scores,
        close_to({0.321324621912411,  0.235484274833048, 0.265765919736775, 0.194913214879272,
                  0.12190437880575,   0.130972249170852, 0.130972249170852, 0.166233056953,
                  0.200717829847591,  0.124201488530505, 0.12190437880575,  0.0966167160080901,
                  0.116108037496017,  0.199373699692978, 0.125133413305333, 0.125133413305333,
                  0.0906787036510194, 0.120165143491395, 0.125133413305333, 0.153305786231373,
                  0.125133413305333,  0.120165143491395, 0.125133413305333, 0.166790639839243,
                  0.110211037863196,  0.111564581821241, 0.112935499278538, 0.151901656300749,
                  0.143581648764653,  0.153106027217111, 0.168753623773396, 0.193801602341483,
                  0.275085167485053,  0.331406427399783},
                 1e-11));
    // ... with alpha=0.03, weight="weight", and with normalized=False
    CHECK_THAT(
        katz(club, strengths, {.alpha = 0.03}).scores,
        close_to({0.289113278026539,  0.252920243886437,  0.286467796435777, 0.18964327140346,
                  0.116345103766492,  0.13713581613825,   0.134416365977153, 0.171293108820792,
                  0.211424452173373,  0.0999542550902526, 0.112311932347242, 0.098172047896611,
                  0.0978931456413301, 0.207772633069543,  0.117391223623242, 0.136599591946198,
                  0.0965915492646088, 0.0970862568724079, 0.100037222005867, 0.114278048350479,
                  0.107787039461763,  0.104673864189001,  0.118318406976033, 0.210860063363967,
                  0.108581317898906,  0.154137794405018,  0.11035480602003,  0.16283218352086,
                  0.12107458982683,   0.15828820685709,   0.16119882311351,  0.208771680725076,
                  0.289233360289582,  0.32013947204928},
                 1e-11));
    CHECK_THAT(katz(club, strengths, {.alpha = 0.03, .normalized = false}).scores,
               close_to({4.00701113706022, 3.50538806435554, 3.97034566714673, 2.62839087076603,
                         1.61250334027192, 1.90065550190804, 1.86296485291198, 2.37406389437283,
                         2.93027058559308, 1.38533178440332, 1.55660496401981, 1.36063100233542,
                         1.35676551248075, 2.87965762198428, 1.62700220364239, 1.89322361803131,
                         1.3387258319338,  1.34558231015428, 1.38648167747341, 1.58385465927941,
                         1.49389149644793, 1.45074395208495, 1.63985264775236, 2.92244834975404,
                         1.50489992388952, 2.13629710485351, 1.52947986259486, 2.25679836392719,
                         1.67805239926259, 2.19382040171613, 2.23416054740156, 2.89350408074778,
                         4.00867543614969, 4.43702357314868},
                        1e-11));
    // ... of the example with alpha=0.2, and alpha=0.1, weight="weight", normalized=False
    const WalksExample example;
    CHECK_THAT(
        katz(example.network, {.alpha = 0.2}).scores,
        close_to({0.384844282667945, 0.332838298523628, 0.322437101694765, 0.387011198673958,
                  0.333271681724831, 0.399492634868594, 0.322437101694765, 0.335767968963758},
                 1e-11));
    CHECK_THAT(katz(example.network, example.strengths, {.alpha = 0.1, .normalized = false}).scores,
               close_to({1.56565656565657, 1.31313131313131, 1.13131313131313, 1.23788909503195,
                         1.24757781900639, 1.65559678416821, 1.13131313131313, 1.16555967841682},
                        1e-11));
}

TEST_CASE("katz takes no alpha for which there is no answer", "[analysis]") {
    const std::string bound = " is not below 1 / spectral radius, which is ";
    CHECK(error_in(complete(5), {.alpha = 0.25}) ==
          "katz-alpha: alpha 0.25" + bound + "0.25; give a smaller one, or none");
    CHECK(error_in(complete(5), {.alpha = 7}) ==
          "katz-alpha: alpha 7" + bound + "0.25; give a smaller one, or none");
    CHECK(error_in(complete(5), {.alpha = 0.2499}) == "none");
    const Network pair = path(2);
    CHECK(error_of([&] { return katz(pair, uniform<Strengths>(pair, 1e-3), {.alpha = 1000}); }) ==
          "katz-alpha: alpha 1000" + bound + "1000; give a smaller one, or none");
    CHECK(katz(pair, uniform<Strengths>(pair, 1e-3)).alpha == Approx(900).epsilon(1e-12));

    CHECK(error_in(path(3, Direction::directed)) ==
          "measure-undefined: Katz centrality has no default alpha: the directed network has no "
          "cycle; give any alpha above 0");
    const std::string overflow =
        "katz-alpha: the Katz scores are more than a number can hold; give a smaller alpha, or a "
        "smaller beta";
    CHECK(error_in(path(9, Direction::directed), {.alpha = 1e300}) == overflow);
    CHECK(error_in(path(2), {.alpha = 0.5, .beta = 1.5e308, .normalized = false}) == overflow);
    CHECK(error_in(path(2), {.alpha = 0.5, .beta = 1.5e308}) == "none");
    CHECK_THAT(katz(path(4, Direction::directed), {.alpha = 1e80}).scores,
               close_to({1e-240, 1e-160, 1e-80, 1}));  // squares of them overflow
}

TEST_CASE("katz of tiny networks", "[analysis]") {
    CHECK(katz(path(0)).scores.empty());
    CHECK(katz(path(0)).iterations == 0);
    CHECK(katz(path(1)).scores == std::vector<double>{1});
    CHECK(katz(path(1)).alpha == 0);
    CHECK(katz(path(1), {.alpha = 3}).alpha == 3);
    CHECK(katz(path(1), {.beta = 4, .normalized = false}).scores == std::vector<double>{4});
    CHECK_THAT(katz(Network(Direction::directed, 4, {})).scores, near({0.5, 0.5, 0.5, 0.5}));
    const Network pair = path(2);
    CHECK(katz(pair, uniform<Strengths>(pair, 0)).alpha == 0);  // 0 is no edge
}

TEST_CASE("katz has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(9000, 60000, direction);
    const Strengths strengths = random_strengths(graph, 1);
    const Katz alone = katz(graph, strengths);
    for (const unsigned threads : {2u, 8u}) {
        const Katz together = katz(graph, strengths, {}, {.threads = threads});
        CHECK(together.scores == alone.scores);
        CHECK(together.alpha == alone.alpha);
        CHECK(together.iterations == alone.iterations);
        CHECK(together.residual == alone.residual);
    }
}

TEST_CASE("katz says when it does not converge", "[analysis]") {
    const Network graph = complete(5);
    const Katz full = katz(graph, {.alpha = 0.2});
    const std::size_t needed = full.iterations;
    CHECK(needed > 50);
    CHECK(katz(graph, {.alpha = 0.2, .max_iterations = needed}).scores == full.scores);
    CHECK(error_in(graph, {.alpha = 0.2, .max_iterations = 2}) ==
          "not-converged: a Katz score changed by a share of 0.262 after 2 iterations; raise "
          "max_iterations or tolerance, or give a smaller alpha");
    CHECK_THAT(error_in(graph, {.alpha = 0.2, .max_iterations = needed - 1}),
               Catch::Matchers::StartsWith("not-converged"));
    CHECK(katz(graph, {.alpha = 0.2, .tolerance = 1e-3}).iterations < needed / 2);
    CHECK(katz(graph, {.alpha = 0.2, .tolerance = full.residual}).iterations == needed);
}

TEST_CASE("katz refuses options out of range, and stops when asked", "[analysis]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const std::string alpha = "option-range: alpha must be above 0, and finite";
    for (const double bad : {0.0, -0.1, nan, infinity})
        CHECK(error_in(path(3), {.alpha = bad}) == alpha);
    const std::string beta = "option-range: beta must be above 0, and finite";
    for (const double bad : {0.0, -1.0, nan, infinity})
        CHECK(error_in(path(3), {.beta = bad}) == beta);
    CHECK(error_in(path(3), {.tolerance = 0}) == "option-range: tolerance must be above 0");
    CHECK(error_in(path(3), {.tolerance = nan}) == "option-range: tolerance must be above 0");
    CHECK(error_in(path(0), {.max_iterations = 0}) ==
          "option-range: max_iterations must be at least 1");
    CHECK(error_of([] { return katz(path(3), uniform<Strengths>(path(2), 1)); }) ==
          "weights-size: 2 weights for 4 arcs; give one for each arc of the network");
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(katz(path(4), {}, {.stop = source.get_token()}), Cancelled);
    CHECK_THROWS_AS(katz(path(1), {}, {.stop = source.get_token()}), Cancelled);
}
