#include "support/catch.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/ties.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;

namespace {

std::vector<double> row(std::span<const double> values) {
    return {values.begin(), values.end()};
}

}  // namespace

TEST_CASE("ties hold what arcs either way do", "[analysis][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 300u));
    const Network graph = random_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));
    const Strengths strengths = random_strengths(graph, seed);
    const Ties ties(graph, strengths);
    REQUIRE(ties.size() == graph.size());
    for (Vertex v = 0; v < graph.size(); ++v) {
        std::vector<Vertex> others;
        std::vector<double> means;
        std::size_t arcs = 0;
        for (Vertex w = 0; w < graph.size(); ++w) {
            const auto out = graph.arc_index(v, w);
            const auto in = graph.arc_index(w, v);
            const double there = out ? strengths[*out] : 0;
            const double back = in ? strengths[*in] : 0;
            if (there + back == 0) continue;
            others.push_back(w);
            means.push_back((there + back) / 2);
            arcs += (there > 0 ? 1U : 0U) + (back > 0 ? 1U : 0U);
        }
        CHECK(std::vector<Vertex>(ties.of(v).begin(), ties.of(v).end()) == others);
        CHECK(row(ties.strengths(v)) == means);
        CHECK(ties.arcs(v) == arcs);
        double sum = 0;
        double largest = 0;
        for (const double s : means) sum += ties.share(v, s), largest = std::max(largest, s);
        CHECK_THAT(std::vector<double>{sum}, near({others.empty() ? 0.0 : 1.0}));
        CHECK(ties.largest(v) == largest);
    }
}

TEST_CASE("ties of unweighted networks are those of ones", "[analysis]") {
    const std::vector<std::pair<Vertex, Vertex>> arcs{{0, 1}, {1, 0}, {1, 2}};
    const Network network(Direction::directed, 3, arcs);
    const Ties ties(network);
    CHECK(row(ties.strengths(0)) == std::vector<double>{1});
    CHECK(row(ties.strengths(1)) == std::vector<double>{1, 0.5});
    CHECK(row(ties.strengths(2)) == std::vector<double>{0.5});
    CHECK(ties.arcs(1) == 3);
    CHECK(ties.share(1, 0.5) == 0.5 / 1.5);
    CHECK(Ties(path(0)).size() == 0);
}

TEST_CASE("ties hold strengths of any size", "[analysis]") {
    for (const double s :
         {std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min()}) {
        const Ties ties(complete(3), uniform<Strengths>(complete(3), s));
        CHECK(row(ties.strengths(0)) == std::vector<double>{s, s});
        CHECK(ties.share(0, s) == 0.5);
    }
}

TEST_CASE("common vertices of two rows are found", "[analysis][property]") {
    const auto seed = GENERATE(range(0u, 100u));
    std::mt19937 bits(seed);
    const auto random_row = [&](std::size_t size, std::uint32_t below) {
        std::vector<Vertex> row;
        for (std::size_t i = 0; i < size; ++i) row.push_back(static_cast<Vertex>(bits() % below));
        std::sort(row.begin(), row.end());
        row.erase(std::unique(row.begin(), row.end()), row.end());
        return row;
    };
    const std::vector<Vertex> few = random_row(bits() % 10, 1000);
    for (const std::size_t size : {0u, 5u, 30u, 400u, 900u}) {  // similar and very different
        const std::vector<Vertex> many = random_row(size, 1000);
        std::vector<Vertex> expected;
        std::set_intersection(few.begin(), few.end(), many.begin(), many.end(),
                              std::back_inserter(expected));
        std::vector<Vertex> found;
        const auto note = [&](std::size_t i, std::size_t j) {
            CHECK(few[i] == many[j]);
            found.push_back(few[i]);
        };
        const std::span<const Vertex> a(few);
        const std::span<const Vertex> b(many);
        for_each_common(a, b, note);
        CHECK(found == expected);
        found.clear();
        for_each_common(b, a, [&](std::size_t j, std::size_t i) { note(i, j); });
        CHECK(found == expected);
    }
}

TEST_CASE("score_each scores each and stops in between", "[analysis]") {
    const auto twice = [](Vertex v) { return 2.0 * v; };
    for (const std::size_t n : {0u, 1u, 63u, 64u, 65u, 200u}) {
        std::vector<double> expected;
        for (Vertex v = 0; v < n; ++v) expected.push_back(2.0 * v);
        CHECK(score_each(n, {}, twice) == expected);
        CHECK(score_each(n, {.threads = 3}, twice) == expected);
    }
    std::stop_source source;
    std::size_t scored = 0;
    const auto stopping = [&](Vertex) {
        if (++scored == 4) source.request_stop();
        return 0.0;
    };
    CHECK_THROWS_AS(score_each(10, {.stop = source.get_token()}, stopping), Cancelled);
    CHECK(scored == 4);
}
