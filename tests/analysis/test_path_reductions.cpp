#include "support/catch.hpp"
#include "support/path_networks.hpp"

#include <actormap/analysis/path_order.hpp>
#include <actormap/analysis/path_sums.hpp>
#include <actormap/analysis/split_blocks.hpp>
#include <actormap/analysis/unite_twins.hpp>
#include <actormap/base/error.hpp>

#include <algorithm>
#include <numeric>

using namespace actormap;
using namespace actormap::test;

namespace {

double total(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

void check_form(const PathNetwork& paths, const Network& whole) {
    const std::size_t n = paths.network.size();
    CHECK(paths.copies.size() == n);
    CHECK(paths.ends.size() == n);
    REQUIRE(paths.first_member.size() == n + 1);
    CHECK(paths.first_member.back() == paths.members.size());
    CHECK(paths.settled.size() == whole.size());
    CHECK(paths.network.direction() == whole.direction());
    for (Vertex v = 0; v < n; ++v)
        CHECK(paths.copies[v] == static_cast<double>(paths.members_of(v).size()));
}

}  // namespace

TEST_CASE("each reduction keeps betweenness", "[analysis][property][reductions]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 700u));
    const Network graph =
        seed % 2 == 0 ? reducible_graph(seed, direction) : random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));
    const std::vector<double> expected = defined_scores(graph);

    const PathNetwork whole = whole_paths(graph);
    CHECK_THAT(defined_scores(whole), near(expected));
    check_form(whole, graph);
    const PathNetwork united = unite_twins(whole);
    CHECK_THAT(defined_scores(united), near(expected));
    check_form(united, graph);
    CHECK_THAT(defined_scores(unite_twins(united)), near(expected));
    CHECK_THAT(defined_scores(order_paths(whole).paths), near(expected));
    CHECK_THAT(defined_scores(order_paths(united).paths), near(expected));
    CHECK_THAT(defined_scores(reduce_paths(graph).paths), near(expected));
    if (graph.directed()) return;
    const PathNetwork split = split_blocks(graph);
    CHECK_THAT(defined_scores(split), near(expected));
    check_form(split, graph);
    CHECK_THAT(defined_scores(unite_twins(split)), near(expected));
}

TEST_CASE("blocks: a tree is settled", "[analysis][reductions]") {
    for (const Network& tree : {path(1), path(2), path(9), star(9)}) {
        const PathNetwork split = split_blocks(tree);
        CHECK(split.network.size() == 0);
        CHECK_THAT(split.settled, near(defined_scores(tree)));
    }
    CHECK(split_blocks(path(0)).settled.empty());
}

TEST_CASE("blocks: what hangs on to a block is counted at its vertex", "[analysis][reductions]") {
    // A triangle 0 1 2, a path 2 3 4, a square 4 5 6 7, and another vertex.
    const Network graph(
        Direction::undirected, 9,
        std::vector<std::pair<Vertex, Vertex>>{
            {0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 7}, {7, 4}});
    const PathNetwork split = split_blocks(graph);
    CHECK(split.members == std::vector<Vertex>{0, 1, 2, 4, 5, 6, 7});
    CHECK(split.ends == std::vector<double>{1, 1, 6, 5, 1, 1, 1});
    // 2 parts {0, 1} from 5 others, 3 three from four, 4 four from three.
    CHECK(split.settled == std::vector<double>{0, 0, 20, 24, 24, 0, 0, 0, 0});
    CHECK(split.network.edges() == 7);
}

TEST_CASE("blocks are for undirected networks", "[analysis][reductions]") {
    CHECK_THROWS_AS(split_blocks(path(3, Direction::directed)), Error);
}

TEST_CASE("twins: neighbours of the same, and neighbours of each other", "[analysis][reductions]") {
    const PathNetwork square = unite_twins(whole_paths(cycle(4)));  // 0 and 2, 1 and 3
    CHECK(square.network.size() == 2);
    CHECK(square.copies == std::vector<double>{2, 2});
    CHECK(square.members == std::vector<Vertex>{0, 2, 1, 3});
    CHECK(square.settled == std::vector<double>{1, 1, 1, 1});
    const PathNetwork clique = unite_twins(whole_paths(complete(5)));
    CHECK(clique.copies == std::vector<double>{5});
    CHECK(clique.settled == std::vector<double>(5, 0.0));
    // Leaves of a hub; arcs from the hub. The hub alone lies between them, if there is a way.
    CHECK(unite_twins(whole_paths(star(6))).settled == std::vector<double>{20, 0, 0, 0, 0, 0});
    const PathNetwork out = unite_twins(whole_paths(star(6, Direction::directed)));
    CHECK(out.network.size() == 2);
    CHECK(out.ends == std::vector<double>{1, 5});
    CHECK(total(out.settled) == 0);
}

TEST_CASE("twins: vertices that stand for several already", "[analysis][reductions]") {
    // 2 and 3 lie between 0 and 1, as two and three copies; 4 hangs on to 0.
    PathNetwork paths = whole_paths(
        Network(Direction::undirected, 5,
                std::vector<std::pair<Vertex, Vertex>>{{0, 2}, {2, 1}, {0, 3}, {3, 1}, {0, 4}}));
    paths.copies = {1, 1, 2, 3, 1};
    paths.ends = {4, 1, 5, 3, 2};
    paths.first_member = {0, 1, 2, 4, 7, 8};
    paths.members = {0, 1, 2, 3, 4, 5, 6, 7};
    paths.settled.assign(8, 0.5);
    const PathNetwork united = unite_twins(paths);
    CHECK(united.copies == std::vector<double>{1, 1, 5, 1});
    CHECK(united.ends == std::vector<double>{4, 1, 8, 2});
    CHECK_THAT(defined_scores(united), near(defined_scores(paths)));
    // With 2 and 3 in the place of 0 and 1: the ways between those are as many as the copies.
    paths.copies = {2, 3, 1, 1, 1};
    paths.first_member = {0, 2, 5, 6, 7, 8};
    CHECK_THAT(defined_scores(unite_twins(paths)), near(defined_scores(paths)));
}

TEST_CASE("twins of a directed cycle stay apart", "[analysis][reductions]") {
    // 0 and 1 both lead to 2, and 2 to both: same heads, same tails, but each reaches the other.
    const Network graph(Direction::directed, 3,
                        std::vector<std::pair<Vertex, Vertex>>{{0, 2}, {1, 2}, {2, 0}, {2, 1}});
    CHECK(unite_twins(whole_paths(graph)).network == graph);
}

TEST_CASE("an order has components one after the other, hubs first", "[analysis][reductions]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 60u));
    const Network graph = random_graph(seed, direction, 30);
    const PathOrder order = order_paths(whole_paths(graph));
    const Network& network = order.paths.network;
    REQUIRE(order.part_first.size() == network.size());
    for (Vertex v = 0; v < network.size(); ++v) {
        CHECK(order.part_first[v] <= v);
        CHECK(v < order.part_last[v]);
        for (const Vertex w : network.out(v)) CHECK(order.part_first[w] == order.part_first[v]);
        if (v > order.part_first[v]) CHECK(network.degree(v) <= network.degree(v - 1));
        const auto row = network.out(v);
        const bool beyond =
            std::any_of(row.begin(), row.end(), [&](Vertex w) { return !network.out(w).empty(); });
        CHECK(std::count(order.sources.begin(), order.sources.end(), v) == (beyond ? 1 : 0));
    }
}

TEST_CASE("searches are short where no eighth of a directed network is strong",
          "[analysis][reductions]") {
    const auto cycle_and = [](Vertex in_cycle, std::size_t n) {
        std::vector<std::pair<Vertex, Vertex>> edges;
        for (Vertex v = 0; v < in_cycle; ++v) edges.emplace_back(v, (v + 1) % in_cycle);
        return Network(Direction::directed, n, edges);
    };
    CHECK_FALSE(searches_are_short(cycle_and(3, 24)));
    CHECK(searches_are_short(cycle_and(3, 25)));
    CHECK(searches_are_short(path(30, Direction::directed)));
    CHECK_FALSE(searches_are_short(path(30)));
    CHECK_FALSE(searches_are_short(cliques(15, 2)));  // small parts, but undirected
    CHECK(searches_are_short(path(0, Direction::directed)));
}
