#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/base/number.hpp>
#include <actormap/study/ranking.hpp>

#include <limits>
#include <random>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("a ranking is ordered by its first column, by its definition", "[study][property]") {
    const auto seed = GENERATE(range(0u, 100u));
    const bool ascending = GENERATE(false, true);
    std::mt19937 random(seed);
    INFO("seed " << seed << (ascending ? " ascending" : ""));
    std::string text;
    for (int edge = 0; edge < 30; ++edge)
        text += std::to_string(random() % 15) + ' ' + std::to_string(15 + random() % 5) + '\n';
    const Reading reading = read_text(text, InputFormat::edges);
    const ActorGraph& graph = reading.graph();
    const View view = apply(graph, {});
    const std::size_t n = view.network.size();
    std::vector<std::vector<double>> columns(2, std::vector<double>(n));
    for (std::size_t v = 0; v < n; ++v) {
        // Few values, and some that differ in the thirteenth digit: those tie.
        columns[0][v] =
            static_cast<double>(random() % 5) - 2 + static_cast<double>(random() % 2) * 1e-14;
        if (random() % 7 == 0) columns[0][v] = std::numeric_limits<double>::quiet_NaN();
        columns[1][v] = static_cast<double>(v);
    }
    RankingOptions options;
    options.measures = {Measure::degree, Measure::pagerank};
    options.ascending = ascending;
    const Ranking ranking = rank(graph, view, columns, options);

    // The rank is one more than how many are better; those without a value are the worst.
    const auto key = [&](Vertex v) {
        const double value = columns[0][v];
        if (std::isnan(value)) return std::numeric_limits<double>::infinity();
        return ascending ? significant(value) : -significant(value);
    };
    REQUIRE(ranking.rows.size() == n);
    std::vector<std::uint8_t> seen(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        const RankingRow& row = ranking.rows[i];
        const Vertex v = view.vertex(row.entity).value();
        seen[v] = 1;
        std::size_t better = 0, before = 0;
        for (Vertex w = 0; w < n; ++w) {
            if (key(w) < key(v)) ++better;
            if (key(w) < key(v) || (key(w) == key(v) && w < v)) ++before;
        }
        CHECK(row.rank == better + 1);
        CHECK(i == before);
        CHECK(row.values[1] == static_cast<double>(v));
    }
    CHECK(std::count(seen.begin(), seen.end(), 1) == static_cast<std::ptrdiff_t>(n));

    options.top = 3;
    const Ranking top = rank(graph, view, columns, options);
    REQUIRE(top.rows.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(top.rows[i].entity == ranking.rows[i].entity);
        CHECK(top.rows[i].rank == ranking.rows[i].rank);
    }
}
