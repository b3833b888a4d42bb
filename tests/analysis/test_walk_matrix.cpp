#include "support/catch.hpp"
#include "support/oracle_walks.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"
#include "support/walks_example.hpp"

#include <actormap/analysis/walk_matrix.hpp>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("a walk matrix multiplies as the matrix does", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 300u));
    const Network graph = random_graph(seed, direction);
    const Strengths strengths = random_strengths(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));
    const WalkMatrix plain(graph);
    const WalkMatrix weighted(graph, strengths);
    const oracle::Matrix ones = oracle::adjacency(graph);
    const oracle::Matrix numbers = oracle::adjacency(graph, strengths);
    std::vector<double> x;
    for (std::size_t v = 0; v < graph.size(); ++v) x.push_back(1.0 + static_cast<double>(v * v));

    CHECK(plain.exponent() == 0);
    std::size_t arcs = 0;
    for (Vertex v = 0; v < graph.size(); ++v) {
        double of_ones = 0;
        double of_numbers = 0;
        for (std::size_t u = 0; u < graph.size(); ++u) {
            of_ones += ones[u][v] * x[u];
            of_numbers += numbers[u][v] * x[u];
            if (numbers[u][v] > 0) ++arcs;
        }
        CHECK(plain.pull(v, x) == of_ones);  // whole numbers: exact
        CHECK(weighted.in_unit(weighted.pull(v, x)) == of_numbers);
    }
    CHECK(weighted.network().arcs() == arcs);
    CHECK(weighted.network().size() == graph.size());
}

TEST_CASE("a walk matrix has strengths of at most 1 in its unit", "[analysis]") {
    const Network graph = path(3);
    const std::vector<double> middle{0, 1, 0};
    for (const double most : {1.0, 0.75, 3.0, 1.7e308, 1e-310}) {
        const WalkMatrix matrix(graph, {graph, {most, most, most / 4, most / 4}});
        const double largest = matrix.pull(0, middle);
        CHECK(largest >= 0.5);
        CHECK(largest < 1);
        CHECK(matrix.pull(2, middle) == Approx(largest / 4).epsilon(1e-9));
        CHECK(matrix.in_unit(largest) == most);
    }
    // One that is smaller by more than numbers have room for is left out.
    const WalkMatrix wide(graph, {graph, {1e308, 1e308, 1e-308, 1e-308}});
    CHECK(wide.network().edges() == 1);
}

TEST_CASE("a walk matrix adds up many numbers without a loss", "[analysis]") {
    const Network graph = star(100001);
    const std::vector<double> tenths(100001, 0.1);
    CHECK(WalkMatrix(graph).pull(0, tenths) == Approx(10000).epsilon(4e-16).margin(0));
    // One after the other, they would be off by 2e-12 of the sum.
}
