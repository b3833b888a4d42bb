#include "support/catch.hpp"
#include "support/karate_club.hpp"
#include "support/oracle_cuts.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/disjoint_paths.hpp>
#include <actormap/analysis/max_flow.hpp>

#include <map>
#include <set>

using namespace actormap;
using namespace actormap::test;

using Path = std::vector<Vertex>;
using Paths = std::vector<Path>;
using Capacities = std::vector<std::int64_t>;

namespace {

Capacities ones(const Network& graph) {
    return Capacities(graph.arcs(), 1);
}

Capacities random_capacities(const Network& graph, std::uint32_t seed, unsigned largest) {
    std::mt19937 bits(seed ^ 0xca9);
    const auto values =
        arc_values(graph, [&] { return static_cast<double>(bits() % (largest + 1)); });
    return {values.begin(), values.end()};
}

/// They are paths from one end to the other, and no arc is used more often than it may be.
void check_paths(const Network& graph, const Capacities& capacities, Vertex from, Vertex to,
                 const Paths& paths) {
    std::map<std::pair<Vertex, Vertex>, std::int64_t> used;
    for (const Path& path : paths) {
        REQUIRE(path.size() > 1);
        CHECK(path.front() == from);
        CHECK(path.back() == to);
        CHECK(std::set<Vertex>(path.begin(), path.end()).size() == path.size());
        for (std::size_t i = 1; i < path.size(); ++i) {
            Vertex a = path[i - 1], b = path[i];
            if (!graph.directed() && b < a) std::swap(a, b);
            ++used[{a, b}];
        }
    }
    for (const auto& [arc, times] : used) {
        const auto at = graph.arc_index(arc.first, arc.second);
        REQUIRE(at);
        CHECK(times <= capacities[*at]);
    }
    for (std::size_t p = 1; p < paths.size(); ++p)
        CHECK(std::pair(paths[p - 1].size(), paths[p - 1]) <= std::pair(paths[p].size(), paths[p]));
}

std::string error_of(const auto& call) {
    try {
        static_cast<void>(call());
    } catch (const Error& e) {
        return e.id() + ": " + e.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("disjoint paths are as many as the least cut is large", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 600u));
    const Network graph = random_graph(seed, direction, 9);
    if (graph.size() < 2) return;
    INFO("seed " << seed << ": " << describe(graph));
    const auto from = static_cast<Vertex>(seed % graph.size());
    const auto to = static_cast<Vertex>((from + 1 + seed / 16 % (graph.size() - 1)) % graph.size());
    INFO("from " << from << " to " << to);
    for (const Capacities& capacities :
         {ones(graph), random_capacities(graph, seed, 1), random_capacities(graph, seed, 7)}) {
        const Paths paths = disjoint_paths(graph, capacities, from, to);
        check_paths(graph, capacities, from, to, paths);
        const std::vector<double> as_doubles(capacities.begin(), capacities.end());
        CHECK(static_cast<double>(paths.size()) ==
              oracle::minimum_cut(graph, as_doubles, from, to).value);
        CHECK(paths == disjoint_paths(graph, capacities, from, to));
    }
}

TEST_CASE("disjoint paths of larger networks are paths, where flows go round", "[analysis]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 12u));
    const Network graph = sparse(120, 400 + 40 * seed, direction);
    for (const Capacities& capacities : {ones(graph), random_capacities(graph, seed, 5)}) {
        for (Vertex to = 1; to < 12; ++to) {
            const Paths paths = disjoint_paths(graph, capacities, 0, to);
            check_paths(graph, capacities, 0, to, paths);
            CHECK(paths == disjoint_paths(graph, capacities, 0, to));
        }
    }
}

TEST_CASE("disjoint paths of simple networks", "[analysis]") {
    CHECK(disjoint_paths(path(3), ones(path(3)), 0, 2) == Paths{{0, 1, 2}});
    CHECK(disjoint_paths(path(3), ones(path(3)), 2, 0) == Paths{{2, 1, 0}});
    CHECK(disjoint_paths(path(3), Capacities(4, 2), 0, 2) == Paths{{0, 1, 2}, {0, 1, 2}});
    CHECK(disjoint_paths(path(3), Capacities(4, 0), 0, 2).empty());
    CHECK(disjoint_paths(cycle(5), ones(cycle(5)), 0, 2) == Paths{{0, 1, 2}, {0, 4, 3, 2}});
    CHECK(disjoint_paths(cliques(2, 3), ones(cliques(2, 3)), 0, 5).empty());
    CHECK(disjoint_paths(complete(30), ones(complete(30)), 0, 29).size() == 29);
    const Network one_way = path(3, Direction::directed);
    CHECK(disjoint_paths(one_way, ones(one_way), 0, 2) == Paths{{0, 1, 2}});
    CHECK(disjoint_paths(one_way, ones(one_way), 2, 0).empty());
    // An arc each way, of different capacities: what comes back is no help.
    const Network both(Direction::directed, 2,
                       std::vector<std::pair<Vertex, Vertex>>{{0, 1}, {1, 0}});
    CHECK(disjoint_paths(both, Capacities{3, 5}, 0, 1).size() == 3);
    CHECK(disjoint_paths(both, Capacities{3, 5}, 1, 0).size() == 5);
}

TEST_CASE("the paths of a flow leave out its circles", "[analysis][property]") {
    // Some ways from 0 to 1 and some circles, laid over each other; 0 and 1 lie on circles, too.
    const auto seed = GENERATE(range(0u, 400u));
    std::mt19937 bits(seed);
    const Network graph = complete(8);
    const Network arcs = complete(8, Direction::directed);  // numbered alike
    std::vector<std::int64_t> net(graph.arcs(), 0);
    const auto lay = [&](const Path& way) {
        for (std::size_t i = 1; i < way.size(); ++i) {
            ++net[*graph.arc_index(way[i - 1], way[i])];
            --net[*graph.arc_index(way[i], way[i - 1])];
        }
    };
    const std::size_t ways = bits() % 4;
    for (std::size_t i = 0; i < ways + 4; ++i) {
        Path way = random_order(8, static_cast<std::uint32_t>(bits()));
        way.resize(3 + bits() % 5);
        if (i < ways) {
            std::erase_if(way, [](Vertex v) { return v < 2; });
            way.insert(way.begin(), 0);
            way.push_back(1);
        } else {
            way.push_back(way.front());
        }
        for (auto times = i < ways ? 1 : 1 + bits() % 3; times > 0; --times) lay(way);
    }
    for (std::int64_t& amount : net) amount = std::max<std::int64_t>(amount, 0);
    INFO("seed " << seed);
    const Paths paths = paths_of_flow(graph, net, 0, 1);
    CHECK(paths.size() == ways);
    check_paths(arcs, net, 0, 1, paths);
}

TEST_CASE("a maximum flow keeps to its capacities and to its balance", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 200u));
    const Network graph = random_graph(seed, Direction::undirected, 9);
    if (graph.size() < 2) return;
    INFO("seed " << seed << ": " << describe(graph));
    const auto to = static_cast<Vertex>(graph.size() - 1);
    const Capacities capacities = random_capacities(graph, seed, 6);
    const auto flow = max_flow(graph, capacities, 0, to, {});
    REQUIRE(flow.size() == graph.arcs());
    std::vector<std::int64_t> gain(graph.size(), 0);
    for (Vertex v = 0; v < graph.size(); ++v) {
        for (const Vertex w : graph.out(v)) {
            const std::int64_t there = flow[*graph.arc_index(v, w)];
            CHECK(there >= 0);
            CHECK(there <= capacities[*graph.arc_index(v, w)]);
            CHECK((there == 0 || flow[*graph.arc_index(w, v)] == 0));
            gain[v] -= there;
            gain[w] += there;
        }
    }
    for (Vertex v = 1; v < to; ++v) CHECK(gain[v] == 0);
    const std::vector<double> as_doubles(capacities.begin(), capacities.end());
    CHECK(static_cast<double>(gain[to]) == oracle::minimum_cut(graph, as_doubles, 0, to).value);
}

// networkx 3.6.1: len(list(nx.edge_disjoint_paths(nx.karate_club_graph(), from, to))).
TEST_CASE("disjoint paths of the karate club are as many as NetworkX finds", "[analysis]") {
    const Network club = karate_club();
    CHECK(disjoint_paths(club, ones(club), 0, 33).size() == 10);
    CHECK(disjoint_paths(club, ones(club), 5, 26).size() == 2);
    CHECK(disjoint_paths(club, ones(club), 11, 16).size() == 1);
    CHECK(disjoint_paths(club, ones(club), 32, 3).size() == 6);
}

TEST_CASE("disjoint paths of a long path need no deep stack", "[analysis]") {
    constexpr std::size_t n = 200000;
    CHECK(disjoint_paths(path(n), ones(path(n)), 0, n - 1).front().size() == n);
}

TEST_CASE("disjoint paths name what is wrong, and stop", "[analysis]") {
    CHECK(error_of([] { return disjoint_paths(path(3), ones(path(3)), 0, 3); }) ==
          "network-vertex: vertex 3 is out of range; there are 3 vertices");
    CHECK(error_of([] { return disjoint_paths(path(3), ones(path(3)), 1, 1); }) ==
          "measure-undefined: nothing cuts vertex 1 off from itself; name two vertices");
    CHECK(error_of([] { return disjoint_paths(path(3), Capacities(3, 1), 0, 2); }) ==
          "weights-size: 3 capacities for 4 arcs; give one for each arc of the network");
    std::stop_source source;
    source.request_stop();
    const Run run{.stop = source.get_token()};
    const Network directed = path(3, Direction::directed);
    CHECK_THROWS_AS(disjoint_paths(path(3), ones(path(3)), 0, 2, {}, run), Cancelled);
    CHECK_THROWS_AS(disjoint_paths(directed, ones(directed), 0, 2, {}, run), Cancelled);
}
