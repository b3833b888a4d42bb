#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/shortest_paths.hpp>

using namespace actormap;
using namespace actormap::test;

using Paths = std::vector<std::vector<Vertex>>;

namespace {

std::string error_of(const Network& network, Vertex from, Vertex to,
                     const ShortestPathsOptions& options = {}) {
    try {
        static_cast<void>(shortest_paths(network, from, to, options));
    } catch (const Error& e) {
        return e.id() + ": " + e.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("shortest_paths are the first of all simple paths", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 500u));
    const Network graph = random_graph(seed, direction, 6);
    INFO("seed " << seed << ": " << describe(graph));

    for (Vertex from = 0; from < graph.size(); ++from) {
        for (Vertex to = 0; to < graph.size(); ++to) {
            const Paths all = oracle::all_simple_paths(graph, from, to);
            CHECK(shortest_paths(graph, from, to, {.count = 1000}) == all);
            const std::size_t count = 1 + (seed + from + to) % 7;
            Paths first(all.begin(),
                        all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size())));
            CHECK(shortest_paths(graph, from, to, {.count = count}) == first);
            const std::size_t length = (seed + from) % 5;
            while (!first.empty() && first.back().size() > length + 1) first.pop_back();
            CHECK(shortest_paths(graph, from, to, {.count = count, .max_length = length}) == first);
        }
    }
}

TEST_CASE("shortest_paths of simple networks", "[analysis]") {
    CHECK(shortest_paths(path(4), 0, 3, {.count = 9}) == Paths{{0, 1, 2, 3}});
    CHECK(shortest_paths(path(4), 3, 1, {.count = 9}) == Paths{{3, 2, 1}});
    CHECK(shortest_paths(path(4, Direction::directed), 3, 1, {.count = 9}).empty());
    CHECK(shortest_paths(cycle(5), 0, 2, {.count = 9}) == Paths{{0, 1, 2}, {0, 4, 3, 2}});
    CHECK(shortest_paths(cycle(5), 0, 2, {.count = 9, .max_length = 2}) == Paths{{0, 1, 2}});
    CHECK(shortest_paths(cycle(5), 0, 2) == Paths{{0, 1, 2}});
    CHECK(shortest_paths(complete(4), 3, 0, {.count = 9}) ==
          Paths{{3, 0}, {3, 1, 0}, {3, 2, 0}, {3, 1, 2, 0}, {3, 2, 1, 0}});
    CHECK(shortest_paths(cliques(2, 3), 0, 5, {.count = 9}).empty());
    CHECK(shortest_paths(complete(3), 1, 1, {.count = 9}) == Paths{{1}});
    CHECK(shortest_paths(complete(3), 1, 1, {.max_length = 0}) == Paths{{1}});
    CHECK(shortest_paths(complete(3), 1, 2, {.max_length = 0}).empty());
}

TEST_CASE("shortest_paths of a larger network are a prefix of more of them", "[analysis]") {
    const Network network = sparse(200, 800, Direction::directed);
    const Paths many = shortest_paths(network, 0, 1, {.count = 400});
    REQUIRE(many.size() == 400);
    for (std::size_t i = 1; i < many.size(); ++i) {
        const bool ascending = many[i - 1].size() < many[i].size() ||
                               (many[i - 1].size() == many[i].size() && many[i - 1] < many[i]);
        CHECK(ascending);
    }
    const Paths few = shortest_paths(network, 0, 1, {.count = 50});
    CHECK(few == Paths(many.begin(), many.begin() + 50));
}

TEST_CASE("shortest_paths refuse what is out of range", "[analysis]") {
    CHECK(error_of(path(3), 0, 3) ==
          "network-vertex: vertex 3 is out of range; there are 3 vertices");
    CHECK(error_of(path(3), 4, 0) ==
          "network-vertex: vertex 4 is out of range; there are 3 vertices");
    CHECK(error_of(path(3), 0, 1, {.count = 0}) == "option-range: count must be at least 1");
    CHECK(error_of(path(3), 2, 2) == "none");
}

TEST_CASE("shortest_paths report progress and stop when asked", "[analysis]") {
    std::vector<std::size_t> seen;
    Run run;
    run.progress = [&](std::size_t done, std::size_t total) {
        seen.push_back(done);
        CHECK(total == 4);
    };
    CHECK(shortest_paths(cycle(5), 0, 2, {.count = 4}, run).size() == 2);
    CHECK(seen == std::vector<std::size_t>{0, 1, 2, 4});

    std::stop_source source;
    run.stop = source.get_token();
    std::size_t reports = 0;
    run.progress = [&](std::size_t, std::size_t) {
        if (++reports == 2) source.request_stop();
    };
    CHECK_THROWS_AS(shortest_paths(cycle(5), 0, 2, {.count = 4}, run), Cancelled);
    CHECK(reports == 2);
    run.progress = {};
    CHECK_THROWS_AS(shortest_paths(cycle(5), 0, 0, {.count = 4}, run), Cancelled);
}
