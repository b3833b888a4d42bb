#include "lens/build.hpp"
#include "lens/random_case.hpp"
#include "lens/record.hpp"
#include "support/catch.hpp"

#include <actormap/base/number.hpp>
#include <actormap/lens/edge_weights.hpp>
#include <actormap/study/explanation.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

using namespace actormap;
using namespace actormap::test;

namespace {

struct Stand {
    std::size_t rank = 0;  // 0: gone
    double value = 0;
};
using Stands = std::map<EntityId, Stand>;

Stands ranked(const ActorGraph& graph, const RankingSetup& setup) {
    const View view = apply(graph, setup.lens, setup.direction);
    Stands stands;
    const Weighting weighting = setup.weigh ? setup.weigh(view) : Weighting{};
    for (const RankingRow& row : rank(graph, view, setup.ranking, weighting).rows)
        stands[row.entity] = {row.rank, row.values[0]};
    return stands;
}

/// What the command line does with `--without ID`, for every source and speaker of the graph.
std::map<Withdrawal, Stands> without_each(const ActorGraph& graph, const RankingSetup& setup) {
    std::map<Withdrawal, Stands> all;
    const auto add = [&](const std::string& id, WithdrawalKind kind, std::size_t position) {
        RankingSetup other = setup;
        other.lens.without.push_back(id);
        all[{kind, static_cast<std::uint32_t>(position)}] = ranked(graph, other);
    };
    for (std::size_t s = 0; s < graph.sources().size(); ++s)
        add(graph.sources()[s].id, WithdrawalKind::source, s);
    for (std::size_t s = 0; s < graph.speakers().size(); ++s)
        add(graph.speakers()[s].id, WithdrawalKind::speaker, s);
    return all;
}

bool same(const Stand& a, const Stand& b) {
    const bool values = (std::isnan(a.value) && std::isnan(b.value)) ||
                        significant(a.value) == significant(b.value);
    return a.rank == b.rank && values;
}

/// How far a row must be from the top: gone, rank, value.
std::pair<double, double> distance(const Stand& before, const Stand& after) {
    if (after.rank == 0) return {-1e9, 0};
    const double ranks =
        std::abs(static_cast<double>(after.rank) - static_cast<double>(before.rank));
    return {-ranks, -significant(std::abs(after.value - before.value))};
}

/// Every row says what the ranking says, and everything else changes nothing.
void check_explanation(const ActorGraph& graph, const RankingSetup& setup, EntityId entity,
                       const Stands& whole, const std::map<Withdrawal, Stands>& without) {
    INFO("entity " << graph[entity].id);
    const Explanation explanation = explain(graph, entity, setup);
    const Stand before = whole.at(entity);
    CHECK(explanation.rank == before.rank);
    CHECK(explanation.of == whole.size());
    if (explanation.value) CHECK(*explanation.value == before.value);
    std::set<Withdrawal> listed;
    for (std::size_t r = 0; r < explanation.rows.size(); ++r) {
        const ExplanationRow& row = explanation.rows[r];
        CHECK(listed.insert(row.who).second);
        const Stands& stands = without.at(row.who);
        const auto at = stands.find(entity);
        const Stand after = at == stands.end() ? Stand{} : at->second;
        INFO("without " << to_string(row.who.kind) << ' ' << row.who.position);
        CHECK(row.gone == (after.rank == 0));
        CHECK(row.rank.value_or(0) == after.rank);
        CHECK_FALSE(same(before, after));
        if (after.rank != 0 && row.value) {
            CHECK(*row.value == after.value);
            CHECK(*row.value_change == after.value - before.value);
            CHECK(*row.rank_change == static_cast<std::ptrdiff_t>(after.rank) -
                                          static_cast<std::ptrdiff_t>(before.rank));
        }
        for (const CarryingClaim& by : row.claims) {
            const Relation& relation = graph[by.relation];
            const Claim& claim = graph[by.claim];
            const std::size_t first = relation.claims.first, at_claim = index(by.claim);
            CHECK((at_claim >= first && at_claim < first + relation.claims.count));
            if (row.who.kind == WithdrawalKind::source)
                CHECK(index(*claim.source) == row.who.position);
            else
                CHECK(index(claim.by) == row.who.position);
        }
        if (r == 0) continue;
        const ExplanationRow& above = explanation.rows[r - 1];
        const auto& others = without.at(above.who);
        const auto other = others.find(entity);
        const auto far = distance(before, other == others.end() ? Stand{} : other->second);
        CHECK(std::pair(far, above.who) < std::pair(distance(before, after), row.who));
    }
    for (const auto& [who, stands] : without) {
        if (listed.contains(who)) continue;
        const auto at = stands.find(entity);
        INFO("not listed: " << to_string(who.kind) << ' ' << who.position);
        REQUIRE(at != stands.end());
        CHECK(same(before, at->second));
    }
    const std::size_t tried = Withdrawing(graph, setup).parties().size();
    CHECK(explanation.rows.size() + explanation.unchanged == tried);
    CHECK(tried <= without.size());
}

}  // namespace

TEST_CASE("withdrawing what an explanation names gives the rank that it says", "[study]") {
    const ActorGraph& graph = record();
    const auto measure = GENERATE(Measure::degree, Measure::betweenness, Measure::pagerank);
    RankingSetup setup{{}, Direction::undirected, {{measure}}, {}};
    const Stands whole = ranked(graph, setup);
    const auto without = without_each(graph, setup);
    for (const auto& [entity, stand] : whole)
        check_explanation(graph, setup, entity, whole, without);
    CHECK(whole.size() > 50);
}

TEST_CASE("explanations hold under other lenses, directions and weights", "[study]") {
    const ActorGraph& graph = record();
    const auto by_claims = [&](const View& view) {
        return weigh(view.network, edge_strengths(graph, view, {EdgeWeight::claims}),
                     DistanceRule::reciprocal);
    };
    const std::vector<RankingSetup> setups{
        {{.as_of = day("2021-06")}, Direction::directed, {{Measure::out_degree}}, {}},
        {{.disputed = Disputed::exclude}, Direction::undirected, {{Measure::degree}}, {}},
        {{.roll_up = {RollUp::victims_country}}, Direction::undirected, {{Measure::harmonic}}, {}},
        {{}, Direction::undirected, {{Measure::strength}, {}, {"intrusion-set"}}, by_claims},
        {{}, Direction::undirected, {{Measure::constraint}, {}, {}, {}, true}, {}}};
    for (const RankingSetup& setup : setups) {
        INFO(describe(setup.lens) << ", " << to_string(setup.ranking.measures[0]));
        const Stands whole = ranked(graph, setup);
        const auto without = without_each(graph, setup);
        std::size_t turn = 0;
        for (const auto& [entity, stand] : whole) {
            if (++turn % 5 == 0) check_explanation(graph, setup, entity, whole, without);
        }
    }
}

TEST_CASE("explanations of random graphs are complete", "[study][property]") {
    const auto seed = GENERATE(range(0u, 300u));
    const RandomCase random(seed);
    Diagnostics diagnostics;
    const ActorGraph graph = build(random.graph, diagnostics);
    INFO("seed " << seed << ", lens: " << describe(random.lens) << '\n' << describe(random.graph));
    RankingSetup setup{random.lens, Direction::undirected, {{Measure::degree}}, {}};
    if (seed % 3 == 0) setup.direction = Direction::directed;
    const Stands whole = ranked(graph, setup);
    const auto without = without_each(graph, setup);
    for (const auto& [entity, stand] : whole)
        check_explanation(graph, setup, entity, whole, without);
}

TEST_CASE("an explanation is the same for any number of threads", "[study]") {
    const ActorGraph& graph = record();
    const RankingSetup setup{{}, Direction::undirected, {{Measure::betweenness}}, {}};
    const EntityId entity = graph.find_entity("apt31").value();
    const Explanation one = explain(graph, entity, setup);
    CHECK_FALSE(one.rows.empty());
    for (const unsigned threads : {2U, 3U}) {
        std::vector<std::size_t> told;
        const Explanation other = explain(
            graph, entity, setup,
            {.threads = threads, .progress = [&](auto done, auto) { told.push_back(done); }});
        REQUIRE(other.rows.size() == one.rows.size());
        for (std::size_t r = 0; r < one.rows.size(); ++r) {
            CHECK(other.rows[r].who == one.rows[r].who);
            CHECK(other.rows[r].rank == one.rows[r].rank);
            CHECK(other.rows[r].value == one.rows[r].value);
            CHECK(other.rows[r].claims == one.rows[r].claims);
        }
        CHECK(other.unchanged == one.unchanged);
        CHECK(told.front() == 0);
        CHECK(std::is_sorted(told.begin(), told.end()));
    }
}

TEST_CASE("explanations say what they cannot answer, and stop", "[study]") {
    const ActorGraph& graph = record();
    const EntityId entity = graph.find_entity("apt31").value();
    RankingSetup setup;
    setup.ranking.of = {"location"};
    CHECK(error_of([&] { (void)explain(graph, entity, setup); }) ==
          "not-in-view: 'apt31' is of the type 'intrusion-set', which is not listed; add it to "
          "--of");
    setup.lens.types = {"location"};
    CHECK(error_of([&] { (void)explain(graph, entity, setup); }).starts_with("not-in-view: "));
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(explain(graph, entity, {}, {.stop = source.get_token()}), Cancelled);
}

TEST_CASE("where a measure ends to exist, an explanation says so", "[study]") {
    // A circle of three, directed: without the claims of s2 it is a path, which has no eigenvector.
    const ActorGraph graph = read_text(R"({"actormap": 1, "speakers": [
      {"id": "s1", "name": "S1", "kind": "vendor"}, {"id": "s2", "name": "S2", "kind": "vendor"}],
      "entities": [{"id": "a", "type": "tool", "name": "A"}, {"id": "b", "type": "tool", "name": "B"},
        {"id": "c", "type": "tool", "name": "C"}],
      "relations": [
        {"from": "a", "type": "related-to", "to": "b", "claims": [{"by": "s1"}]},
        {"from": "b", "type": "related-to", "to": "c", "claims": [{"by": "s1"}]},
        {"from": "c", "type": "related-to", "to": "a", "claims": [{"by": "s2"}]}]})");
    const RankingSetup setup{{}, Direction::directed, {{Measure::eigenvector}}, {}};
    const Explanation explanation = explain(graph, graph.find_entity("b").value(), setup);
    REQUIRE(explanation.rows.size() == 2);
    CHECK(explanation.rows[0].gone);  // s1 says all about b
    CHECK(explanation.rows[0].claims.size() == 2);
    CHECK_FALSE(explanation.rows[1].gone);
    CHECK_FALSE(explanation.rows[1].rank);
    CHECK(explanation.rows[1].claims.empty());
}
