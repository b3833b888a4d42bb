#include "support/catch.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/base/error.hpp>
#include <actormap/network/weights.hpp>

#include <cmath>
#include <limits>
#include <map>
#include <type_traits>

using namespace actormap;
using namespace actormap::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

template <class Make>
std::string id_of(const Make& make) {
    try {
        static_cast<void>(make());
    } catch (const Error& error) {
        return error.id();
    }
    return "none";
}

using Pairs = std::vector<std::pair<Vertex, Vertex>>;

/// A multigraph with loops, and a whole number for each of its edges.
struct Multigraph {
    std::size_t vertices;
    Pairs edges;
    std::vector<double> weights;

    explicit Multigraph(std::uint32_t seed) {
        std::mt19937 bits(seed);
        vertices = 1 + bits() % 6;
        for (auto count = bits() % 30; count > 0; --count) {
            edges.emplace_back(bits() % vertices, bits() % vertices);
            weights.push_back(1.0 + static_cast<double>(bits() % 9));
        }
    }
};

}  // namespace

// The meanings cannot be confused: no conversion leads from one to the other.
static_assert(!std::is_convertible_v<Strengths, Distances>);
static_assert(!std::is_convertible_v<Distances, Strengths>);
static_assert(!std::is_constructible_v<Distances, Strengths>);
static_assert(!std::is_constructible_v<Strengths, const Network&, Distances>);

TEST_CASE("weights of a multigraph unite as they are told", "[network][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 300u));
    const Multigraph graph(seed);
    const NetworkBuild build = build_network(direction, graph.vertices, graph.edges);
    const Network& network = build.network;
    INFO("seed " << seed << ": " << describe(network));

    // From the definition: look at each pair of vertices, and at every edge for it.
    std::size_t loops = 0;
    std::map<std::pair<Vertex, Vertex>, std::vector<double>> of_pair;
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        auto [a, b] = graph.edges[i];
        if (a == b) {
            ++loops;
            continue;
        }
        if (direction == Direction::undirected && b < a) std::swap(a, b);
        of_pair[{a, b}].push_back(graph.weights[i]);
    }
    CHECK(build.loops == loops);
    CHECK(network.edges() == of_pair.size());
    CHECK(build.parallel == graph.edges.size() - loops - of_pair.size());

    for (const auto uniting : {Uniting::sum, Uniting::largest, Uniting::smallest}) {
        const auto united = Strengths::united(network, graph.edges, graph.weights, uniting);
        REQUIRE(united.values().size() == network.arcs());
        for (const auto& [pair, values] : of_pair) {
            double expected = values[0];
            for (std::size_t i = 1; i < values.size(); ++i) {
                if (uniting == Uniting::sum) expected += values[i];
                if (uniting == Uniting::largest) expected = std::fmax(expected, values[i]);
                if (uniting == Uniting::smallest) expected = std::fmin(expected, values[i]);
            }
            CHECK(united[*network.arc_index(pair.first, pair.second)] == expected);
            if (direction == Direction::undirected)
                CHECK(united[*network.arc_index(pair.second, pair.first)] == expected);
        }
    }
}

TEST_CASE("weights are found by the tails and by the heads of arcs", "[network][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 200u));
    const Network network = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(network));
    const Strengths weights = random_strengths(network, seed);
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto heads = network.out(v);
        const auto out = weights.out(network, v);
        REQUIRE(out.size() == heads.size());
        for (std::size_t i = 0; i < heads.size(); ++i)
            CHECK(out[i] == weights[*network.arc_index(v, heads[i])]);
        const auto tails = network.in(v);
        const auto in = weights.in(network, v);
        REQUIRE(in.size() == tails.size());
        for (std::size_t i = 0; i < tails.size(); ++i)
            CHECK(in[i] == weights[*network.arc_index(tails[i], v)]);
    }
}

TEST_CASE("weights out of range are refused", "[network]") {
    const Network network = path(2);
    const auto strengths = [&](double a, double b) {
        return id_of([&] { return Strengths(network, {a, b}); });
    };
    const auto distances_of = [&](double a, double b) {
        return id_of([&] { return Distances(network, {a, b}); });
    };
    CHECK(strengths(0, 0) == "none");
    CHECK(strengths(1, 2) == "weights-symmetric");
    for (const double bad : {-1.0, infinity, not_a_number})
        CHECK(strengths(bad, bad) == "weight-range");
    CHECK(distances_of(2, 2) == "none");
    CHECK(distances_of(infinity, infinity) == "none");
    for (const double bad : {-1.0, 0.0, not_a_number})
        CHECK(distances_of(bad, bad) == "weight-range");
    CHECK(id_of([&] { return Strengths(network, {1}); }) == "weights-size");
    CHECK(id_of([&] { return Strengths(network, {1, 1, 1}); }) == "weights-size");
    CHECK(id_of([&] { Strengths(path(3), {1, 1, 2, 2}).check_fits(network); }) == "weights-size");

    const Pairs edge{{0, 1}}, other{{0, 1}, {1, 0}}, none;
    const std::vector<double> one{1}, two{1, 2};
    const auto united = [&](const Network& of, const Pairs& edges, const std::vector<double>& w) {
        return id_of([&] { return Strengths::united(of, edges, w, Uniting::sum); });
    };
    CHECK(united(network, edge, one) == "none");
    CHECK(united(network, other, two) == "none");
    CHECK(united(network, edge, two) == "weights-size");
    CHECK(united(path(3), edge, one) == "weight-range");  // an edge without a number
    CHECK(united(Network(Direction::undirected, 2, none), edge, one) == "weights-size");
    CHECK(united(network, edge, {-1}) == "weight-range");
}

TEST_CASE("strengths become distances by a named rule", "[network]") {
    const Network network = path(4);
    const Strengths strengths(network, {8, 8, 2, 2, 0, 0});
    const auto reciprocal = distances(network, strengths, DistanceRule::reciprocal);
    CHECK(std::vector<double>(reciprocal.values().begin(), reciprocal.values().end()) ==
          std::vector<double>{0.125, 0.125, 0.5, 0.5, infinity, infinity});
    const auto logarithmic = distances(network, strengths, DistanceRule::logarithmic);
    CHECK(logarithmic[0] == 1);
    CHECK(std::abs(logarithmic[2] - (1 + std::log(4))) < 1e-15);
    CHECK(logarithmic[4] == infinity);
    CHECK(distances(path(1), Strengths(path(1), {}), DistanceRule::logarithmic).values().empty());
    CHECK(id_of([&] { return distances(path(3), strengths, DistanceRule::reciprocal); }) ==
          "weights-size");
}
