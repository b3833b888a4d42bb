#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_walks.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"
#include "support/walks_example.hpp"

#include <actormap/analysis/eigenvector.hpp>

#include <algorithm>
#include <numbers>

using namespace actormap;
using namespace actormap::test;

namespace {

auto close_to(const std::vector<double>& expected, double error = 1e-9) {
    return Catch::Matchers::Approx(expected).margin(error).epsilon(0);
}

std::string error_in(const Network& graph) {
    return error_of([&] { return eigenvector(graph); });
}

/// The scores are at least 0, have norm 1, and solve the equation with the radius of the matrix.
void check_equation(const Eigenvector& found, const oracle::Matrix& a) {
    CHECK(found.residual <= 1e-13);
    CHECK(found.iterations > 0);
    CHECK(found.eigenvalue == Approx(oracle::spectral_radius(a)).epsilon(1e-11).margin(0));
    double square = 0;
    std::vector<double> image(a.size(), 0.0);
    for (std::size_t v = 0; v < a.size(); ++v) {
        CHECK(found.scores[v] >= 0);
        square += found.scores[v] * found.scores[v];
        for (std::size_t u = 0; u < a.size(); ++u)
            image[v] += a[u][v] * found.scores[u] / found.eigenvalue;
    }
    CHECK(square == Approx(1).epsilon(1e-13));
    CHECK_THAT(image, near(found.scores));
}

/// Every vertex reaches every other.
bool strong(const Network& graph) {
    oracle::Matrix reach = oracle::adjacency(graph);
    for (std::size_t v = 0; v < reach.size(); ++v) reach[v][v] = 1;
    for (int squaring = 0; squaring < 4; ++squaring) {
        reach = oracle::product(reach, reach);
        for (auto& row : reach) {
            for (double& x : row) x = std::min(x, 1.0);
        }
    }
    return std::all_of(reach.begin(), reach.end(), [](const auto& row) {
        return std::count(row.begin(), row.end(), 0.0) == 0;
    });
}

}  // namespace

TEST_CASE("eigenvector is the projection on the largest eigenspace", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, Direction::undirected);
    const Strengths strengths = random_strengths(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));

    const bool any = graph.edges() > 0;
    CHECK((error_in(graph) == "none") == (any || graph.size() == 0));
    if (any) {
        const oracle::Matrix a = oracle::adjacency(graph);
        const Eigenvector found = eigenvector(graph);
        check_equation(found, a);
        CHECK_THAT(found.scores, close_to(oracle::with_norm_1(oracle::top_projection(a))));
        CHECK(eigenvector(graph, uniform<Strengths>(graph, 1)).scores == found.scores);
    }
    const oracle::Matrix a = oracle::adjacency(graph, strengths);
    if (oracle::spectral_radius(a) == 0) return;
    const Eigenvector found = eigenvector(graph, strengths);
    check_equation(found, a);
    CHECK_THAT(found.scores, close_to(oracle::with_norm_1(oracle::top_projection(a))));
    CHECK(eigenvector(graph, scaled(graph, strengths, 0x1p-900)).scores == found.scores);
    CHECK_THAT(eigenvector(graph, scaled(graph, strengths, 1e306)).scores, close_to(found.scores));

    const auto name = random_order(graph.size(), seed);
    const Network other = renamed(graph, name, graph.size());
    CHECK_THAT(eigenvector(other, renamed_strengths(graph, strengths, name, other)).scores,
               close_to(with_names(found.scores, name)));
    std::vector<double> more = eigenvector(graph).scores;  // and a vertex alone changes nothing
    more.push_back(0);
    CHECK(eigenvector(with_isolated(graph)).scores == more);
}

TEST_CASE("directed eigenvector solves its equation with the spectral radius",
          "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, Direction::directed);
    INFO("seed " << seed << ": " << describe(graph));
    if (graph.size() == 0) return;
    const oracle::Matrix a = oracle::adjacency(graph);
    if (oracle::spectral_radius(a) == 0) {
        CHECK(error_in(graph) ==
              "measure-undefined: eigenvector centrality does not exist: the directed network has "
              "no cycle; take the undirected network, or PageRank");
        return;
    }
    if (error_in(graph) == "none") check_equation(eigenvector(graph), a);
    if (!strong(graph)) return;
    int arc = 0;
    // Then it is unique: no other vector that is at least 0 solves the equation.
    REQUIRE(error_in(graph) == "none");
    const Strengths strengths(graph, arc_values(graph, [&] { return 0.1 + arc++ % 7; }));
    check_equation(eigenvector(graph, strengths), oracle::adjacency(graph, strengths));
    const auto name = random_order(graph.size(), seed);
    CHECK_THAT(eigenvector(renamed(graph, name, graph.size())).scores,
               close_to(with_names(eigenvector(graph).scores, name)));
}

TEST_CASE("an undirected network and its arcs both ways have the same eigenvector",
          "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 200u));
    const Network graph = random_graph(seed, Direction::undirected);
    std::vector<std::pair<Vertex, Vertex>> arcs;
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) arcs.emplace_back(v, w);
    }
    const Network both(Direction::directed, graph.size(), arcs);
    INFO("seed " << seed << ": " << describe(graph));
    if (graph.size() < 2 || !strong(graph)) return;
    CHECK_THAT(eigenvector(both).scores, close_to(eigenvector(graph).scores));
}

TEST_CASE("eigenvector of regular networks has a closed form", "[analysis]") {
    const double half = std::sqrt(0.5);
    CHECK_THAT(eigenvector(path(2)).scores, near({half, half}));
    CHECK_THAT(eigenvector(path(3)).scores, near({0.5, half, 0.5}));
    CHECK_THAT(eigenvector(complete(4)).scores, near({0.5, 0.5, 0.5, 0.5}));
    CHECK_THAT(eigenvector(cycle(4)).scores, near({0.5, 0.5, 0.5, 0.5}));
    CHECK_THAT(eigenvector(cycle(4, Direction::directed)).scores, near({0.5, 0.5, 0.5, 0.5}));
    CHECK_THAT(eigenvector(cliques(2, 2)).scores, near({0.5, 0.5, 0.5, 0.5}));
    constexpr std::size_t n = 10001;  // more vertices than a chunk has
    std::vector<double> expected(n, std::sqrt(0.5 / (n - 1)));
    expected[0] = half;
    CHECK_THAT(eigenvector(star(n)).scores, near(expected));
    CHECK(eigenvector(star(n)).eigenvalue == Approx(100).epsilon(1e-14));
}

TEST_CASE("eigenvector of a long path converges, and is as precise as it says", "[analysis]") {
    constexpr std::size_t n = 1000;
    std::vector<double> expected;
    for (std::size_t v = 1; v <= n; ++v)
        expected.push_back(std::sin(std::numbers::pi * static_cast<double>(v) / (n + 1)));
    const Eigenvector found = eigenvector(path(n));
    CHECK_THAT(found.scores, close_to(oracle::with_norm_1(expected), 1e-10));
    CHECK(found.iterations < 2500);  // powers of the matrix would take millions
    CHECK(found.residual <= 1e-13);
}

TEST_CASE("eigenvector is as NetworkX and igraph have it", "[analysis]") {
    // NetworkX 2.8.8: eigenvector_centrality_numpy(karate_club_graph())
    const Network club = karate_club();
    CHECK_THAT(
        eigenvector(club).scores,
        close_to({0.355491444524567,  0.265959919552492,  0.317192504486432,  0.21117972037789,
                  0.0759688181830687, 0.0794830451170991, 0.0794830451170991, 0.170959748044797,
                  0.2274039071254,    0.102674250723586,  0.0759688181830686, 0.0528556974935213,
                  0.0842546287167138, 0.226472720142481,  0.101403262189525,  0.101403262189525,
                  0.0236356281045911, 0.0923995381957026, 0.101403262189525,  0.147912510293387,
                  0.101403262189525,  0.0923995381957026, 0.101403262189525,  0.150118571861153,
                  0.0570524405411655, 0.0592064749167784, 0.0755794134882721, 0.13347715338024,
                  0.131077822983711,  0.134960819262328,  0.174758302314353,  0.191033841406544,
                  0.308644219791047,  0.373363470291483},
                 1e-12));
    // ... with weight="weight"; igraph 0.10.2, divided by its norm, agrees
    CHECK_THAT(
        eigenvector(club, karate_strengths(club)).scores,
        close_to({0.31235122774969,   0.301751174686065,  0.360588620122542,  0.19856718599187,
                  0.0556747486844635, 0.0674280838527739, 0.0664482208297866, 0.178432342746396,
                  0.246950583537471,  0.0502030697628565, 0.0458332187905817, 0.0432069549620698,
                  0.0418697418487033, 0.24048653703374,   0.0795376485422448, 0.113114204213135,
                  0.0185188561882112, 0.0427181931936645, 0.0488969199613418, 0.0734200275813942,
                  0.0627493707067996, 0.056631749745949,  0.0810055620872384, 0.218043711337619,
                  0.0510489127660341, 0.122582287052851,  0.0586292554574068, 0.147683071763721,
                  0.0861453923875512, 0.135833019423014,  0.158313246943685,  0.209456435270854,
                  0.332261410221753,  0.36409688197011},
                 1e-12));
    // ... eigenvector_centrality(tol=1e-15, max_iter=100000) of the example, and weighted
    const WalksExample example;
    CHECK_THAT(
        eigenvector(example.network).scores,
        close_to({0.319278711029547, 0.253411680879677, 0.201132984404714, 0.431411690582713,
                  0.342411685731185, 0.525184015947616, 0.201132984404714, 0.416838829696061},
                 1e-12));
    CHECK_THAT(
        eigenvector(example.network, example.strengths).scores,
        close_to({0.509368642667083, 0.472855960799206, 0.219480294755284, 0.179004375996135,
                  0.166172942558298, 0.544950570250475, 0.219480294755284, 0.252943648174555},
                 1e-12));
}

TEST_CASE("eigenvector has the same bits for any number of threads", "[analysis][threads]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(9000, 60000, direction);
    int edge = 0;
    const Strengths strengths(graph, arc_values(graph, [&] { return 1.0 + edge++ % 7; }));
    const Eigenvector alone = eigenvector(graph, strengths);
    for (const unsigned threads : {2u, 8u}) {
        const Eigenvector together = eigenvector(graph, strengths, {}, {.threads = threads});
        CHECK(together.scores == alone.scores);
        CHECK(together.eigenvalue == alone.eigenvalue);
        CHECK(together.iterations == alone.iterations);
        CHECK(together.residual == alone.residual);
    }
}

TEST_CASE("eigenvector refuses what is out of range, and stops when asked", "[analysis]") {
    const Network graph = path(3);
    CHECK(error_of([&] { return eigenvector(graph, {.tolerance = 0}); }) ==
          "option-range: tolerance must be above 0");
    CHECK(error_of([&] { return eigenvector(path(0), {.max_iterations = 0}); }) ==
          "option-range: max_iterations must be at least 1");
    CHECK_THAT(error_of([&] { return eigenvector(path(50), {.max_iterations = 9}); }),
               Catch::Matchers::EndsWith(" after 9 iterations; raise max_iterations or tolerance"));
    CHECK(eigenvector(path(50), {.tolerance = 1e-3}).iterations < 100);
    CHECK(error_of([&] { return eigenvector(graph, uniform<Strengths>(path(2), 1)); }) ==
          "weights-size: 2 weights for 4 arcs; give one for each arc of the network");
    CHECK_THAT(error_of([&] { return eigenvector(graph, uniform<Strengths>(graph, 1.5e308)); }),
               Catch::Matchers::StartsWith("weights-overflow: "));
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(eigenvector(graph, {}, {.stop = source.get_token()}), Cancelled);
}
