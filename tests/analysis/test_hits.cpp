#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_walks.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"
#include "support/walks_example.hpp"

#include <actormap/analysis/hits.hpp>

#include <numeric>

using namespace actormap;
using namespace actormap::test;

namespace {

auto close_to(const std::vector<double>& expected, double error = 1e-9) {
    return Catch::Matchers::Approx(expected).margin(error).epsilon(0);
}

std::string error_in(const Network& graph, const HitsOptions& options = {}) {
    return error_of([&] { return hits(graph, options); });
}

void check_definition(const Hits& found, const oracle::Matrix& a) {
    const oracle::Matrix t = oracle::transposed(a);
    CHECK_THAT(found.hubs,
               close_to(oracle::with_sum_1(oracle::top_projection(oracle::product(a, t)))));
    CHECK_THAT(found.authorities,
               close_to(oracle::with_sum_1(oracle::top_projection(oracle::product(t, a)))));
    for (const auto* scores : {&found.hubs, &found.authorities}) {
        CHECK(std::accumulate(scores->begin(), scores->end(), 0.0) == Approx(1).epsilon(1e-13));
        for (const double score : *scores) CHECK(score >= 0);
    }
    CHECK(found.residual <= 1e-13);
    CHECK(found.iterations > 0);
}

}  // namespace

TEST_CASE("hits are the projections on the largest eigenspaces", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 400u));
    const Network graph = random_graph(seed, direction);
    const Strengths strengths = random_strengths(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    CHECK((error_in(graph) == "none") == (graph.edges() > 0 || graph.size() == 0));
    if (graph.edges() == 0) return;
    const Hits plain = hits(graph);
    check_definition(plain, oracle::adjacency(graph));
    const Hits ones = hits(graph, uniform<Strengths>(graph, 1));
    CHECK(ones.hubs == plain.hubs);
    CHECK(ones.authorities == plain.authorities);
    if (!graph.directed()) CHECK_THAT(plain.hubs, close_to(plain.authorities));

    const oracle::Matrix a = oracle::adjacency(graph, strengths);
    if (oracle::spectral_radius(oracle::product(a, oracle::transposed(a))) == 0) return;
    const Hits found = hits(graph, strengths);
    check_definition(found, a);
    for (const double factor : {0x1p-900, 0x1p900}) {
        const Hits again = hits(graph, scaled(graph, strengths, factor));
        CHECK(again.hubs == found.hubs);
        CHECK(again.authorities == found.authorities);
    }
    const auto name = random_order(graph.size(), seed);
    const Network other = renamed(graph, name, graph.size());
    const Hits elsewhere = hits(other, renamed_strengths(graph, strengths, name, other));
    CHECK_THAT(elsewhere.hubs, close_to(with_names(found.hubs, name)));
    CHECK_THAT(elsewhere.authorities, close_to(with_names(found.authorities, name)));
}

TEST_CASE("hits of regular networks have a closed form", "[analysis]") {
    const Hits out = hits(star(5, Direction::directed));
    CHECK_THAT(out.hubs, near({1, 0, 0, 0, 0}));
    CHECK_THAT(out.authorities, near({0, 0.25, 0.25, 0.25, 0.25}));
    CHECK_THAT(hits(complete(4)).hubs, near({0.25, 0.25, 0.25, 0.25}));
    CHECK_THAT(hits(cycle(3, Direction::directed)).hubs, near({1.0 / 3, 1.0 / 3, 1.0 / 3}));
    // A star's hub and its leaves are parts of their own: 1 and sqrt(4) / 2 even.
    CHECK_THAT(hits(star(5)).hubs, near({1.0 / 5, 1.0 / 5, 1.0 / 5, 1.0 / 5, 1.0 / 5}));
    CHECK_THAT(hits(path(2, Direction::directed)).hubs, near({1, 0}));
    CHECK_THAT(hits(path(2, Direction::directed)).authorities, near({0, 1}));
    constexpr std::size_t n = 10001;  // more vertices than a chunk has
    std::vector<double> leaves(n, 1.0 / (n - 1));
    leaves[0] = 0;
    CHECK_THAT(hits(star(n, Direction::directed)).authorities, near(leaves));
}

TEST_CASE("hits share among parts that tie", "[analysis]") {
    // 0 -> 1, 2, 3, 4 and 5, 6 -> 7, 8, both with the singular value 2, and 9 -> 10.
    const std::vector<std::pair<Vertex, Vertex>> arcs{{0, 1}, {0, 2}, {0, 3}, {0, 4}, {5, 7},
                                                      {5, 8}, {6, 7}, {6, 8}, {9, 10}};
    const Hits found = hits(Network(Direction::directed, 11, arcs));
    const double third = 1.0 / 3;
    CHECK_THAT(found.hubs, near({third, 0, 0, 0, 0, third, third, 0, 0, 0, 0}));
    const double sixth = 1.0 / 6;
    CHECK_THAT(found.authorities, near({0, sixth, sixth, sixth, sixth, 0, 0, sixth, sixth, 0, 0}));
    // Uneven parts: 0 -> 1 with 4, and a path of hubs and authorities 2 -> 3 <- 4 with 4 / sqrt 2
    const std::vector<std::pair<Vertex, Vertex>> fork{{0, 1}, {2, 3}, {4, 3}, {4, 5}};
    const Network uneven(Direction::directed, 6, fork);
    const double golden = (1 + std::sqrt(5.0)) / 2;  // of the path 2 3 4 5
    const Hits shared = hits(uneven, {uneven, {golden, 1, 1, 1}});
    const double square = 1 + golden * golden;
    const double share = (1 + golden) / square;
    CHECK_THAT(shared.hubs,
               close_to(oracle::with_sum_1({1, 0, share, 0, share * golden, 0}), 1e-12));
    CHECK_THAT(shared.authorities,
               close_to(oracle::with_sum_1({0, 1, 0, share * golden, 0, share}), 1e-12));
}

TEST_CASE("hits are as NetworkX has them", "[analysis]") {
    // NetworkX 2.8.8: hits(karate_club_graph()); igraph 0.10.2 agrees: hub_score(weights=...)
    const Network club = karate_club();
    CHECK_THAT(
        hits(club, karate_strengths(club)).hubs,
        close_to(
            {0.0668777878017573,  0.0646082013987079,  0.0772059370280728,  0.0425153895658716,
             0.0119205679300853,  0.0144370845482914,  0.0142272852406395,  0.0382043011040342,
             0.0528748000842635,  0.0107490220889662,  0.00981338956991208, 0.00925107798144796,
             0.0089647661411336,  0.0514907775736697,  0.0170298737731287,  0.0242189787478375,
             0.00396508809460789, 0.00914642878231235, 0.0104693612408488,  0.0157200247310138,
             0.0134353212857743,  0.0121254722436594,  0.0173441699943431,  0.0466855250206694,
             0.0109301262558608,  0.0262461980407018,  0.0125531598953652,  0.0316205484655268,
             0.0184446634440978,  0.0290833236510413,  0.0338965843405987,  0.0448468960172691,
             0.0711407739537694,  0.0779570939647208},
            1e-12));
    CHECK_THAT(
        hits(club, karate_strengths(club)).authorities,
        close_to(
            {0.0668777878017573,  0.0646082013987079,  0.0772059370280728,  0.0425153895658716,
             0.0119205679300853,  0.0144370845482914,  0.0142272852406395,  0.0382043011040342,
             0.0528748000842635,  0.0107490220889662,  0.00981338956991208, 0.00925107798144796,
             0.0089647661411336,  0.0514907775736697,  0.0170298737731287,  0.0242189787478375,
             0.00396508809460789, 0.00914642878231235, 0.0104693612408488,  0.0157200247310138,
             0.0134353212857743,  0.0121254722436594,  0.0173441699943431,  0.0466855250206694,
             0.0109301262558608,  0.0262461980407018,  0.0125531598953652,  0.0316205484655268,
             0.0184446634440978,  0.0290833236510413,  0.0338965843405987,  0.0448468960172691,
             0.0711407739537694,  0.0779570939647208},
            1e-12));
    // ... with all weights 1
    CHECK_THAT(
        hits(club).hubs,
        close_to({0.071412728808252,   0.05342723123553,   0.0637190645563748, 0.042422737124709,
                  0.0152609597062075,  0.0159669135030596, 0.0159669135030596, 0.0343431672190537,
                  0.0456819251197503,  0.0206256677493886, 0.0152609597062075, 0.0106178915110712,
                  0.0169254507923069,  0.0454948640680564, 0.0203703458256143, 0.0203703458256143,
                  0.00474803184730157, 0.0185616370374321, 0.0203703458256143, 0.0297133338864348,
                  0.0203703458256143,  0.0185616370374321, 0.0203703458256143, 0.0301564975093564,
                  0.0114609522309717,  0.0118936643962814, 0.0151827343303384, 0.0268134941171048,
                  0.0263315057779539,  0.0271115396282177, 0.0351062379767144, 0.0383757418629561,
                  0.062001846473831,   0.0750029421565755},
                 1e-12));
    // ... of the example, weighted, and with all weights 1
    const WalksExample example;
    const Hits weighted = hits(example.network, example.strengths);
    CHECK_THAT(weighted.hubs, close_to({0.194172259578861, 0, 0.110698497109895, 0,
                                        0.648900612960982, 0, 0.0462286303502622, 0},
                                       1e-12));
    CHECK_THAT(weighted.authorities, close_to({0.0973237891479197, 0.0890234721563342, 0,
                                               0.174129276684621, 0, 0.639523462011125, 0, 0},
                                              1e-12));
    const Hits plain = hits(example.network);
    CHECK_THAT(plain.hubs, close_to({0.226681596905678, 0, 0.305407289332279, 0, 0.347296355333861,
                                     0, 0.120614758428183, 0},
                                    1e-12));
    CHECK_THAT(plain.authorities, close_to({0.226681596905677, 0.120614758428183, 0,
                                            0.347296355333861, 0, 0.305407289332279, 0, 0},
                                           1e-12));
}

TEST_CASE("hits of a long path converge", "[analysis]") {
    const Hits found = hits(path(1000));
    double square = 0;  // of the eigenvector of A A^T = A^2, each parity on its own
    for (std::size_t v = 0; v < 1000; v += 2) square += found.hubs[v] * found.hubs[v];
    CHECK(square > 0);
    CHECK(found.hubs[499] == Approx(found.hubs[500]).epsilon(1e-9));
    CHECK(found.iterations < 10000);
    CHECK(found.residual <= 1e-13);
}

TEST_CASE("hits have the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(9000, 60000, direction);
    const Strengths strengths = random_strengths(graph, 1);
    const Hits alone = hits(graph, strengths);
    for (const unsigned threads : {2u, 8u}) {
        const Hits together = hits(graph, strengths, {}, {.threads = threads});
        CHECK(together.hubs == alone.hubs);
        CHECK(together.authorities == alone.authorities);
        CHECK(together.iterations == alone.iterations);
        CHECK(together.residual == alone.residual);
    }
}

TEST_CASE("hits do not exist without an edge, and refuse what is out of range", "[analysis]") {
    CHECK(hits(path(0)).hubs.empty());
    CHECK(hits(path(0)).authorities.empty());
    const std::string no_edge =
        "measure-undefined: hubs and authorities do not exist: the network has no edge; take one "
        "that has";
    CHECK(error_in(path(1)) == no_edge);
    CHECK(error_in(Network(Direction::directed, 3, {})) == no_edge);
    CHECK(error_of([] { return hits(path(2), uniform<Strengths>(path(2), 0)); }) == no_edge);

    CHECK(error_in(path(3), {.tolerance = 0}) == "option-range: tolerance must be above 0");
    CHECK(error_in(path(0), {.max_iterations = 0}) ==
          "option-range: max_iterations must be at least 1");
    CHECK_THAT(error_in(path(50), {.max_iterations = 9}),
               Catch::Matchers::StartsWith("not-converged: the eigenvector has a residual of"));
    CHECK(hits(path(50), {.tolerance = 1e-3}).iterations < hits(path(50)).iterations);
    CHECK(error_of([] { return hits(path(3), uniform<Strengths>(path(2), 1)); }) ==
          "weights-size: 2 weights for 4 arcs; give one for each arc of the network");
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(hits(path(4), {}, {.stop = source.get_token()}), Cancelled);
}
