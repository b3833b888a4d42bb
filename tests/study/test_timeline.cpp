#include "lens/random_case.hpp"
#include "lens/record.hpp"
#include "study/timeline_text.hpp"
#include "support/catch.hpp"

#include <actormap/study/timeline.hpp>
#include <actormap/write/timeline.hpp>

#include <cmath>
#include <map>
#include <set>

// Each step is the ranking of a lens of its own, and nothing else.

namespace actormap {
namespace {

using test::day;
using test::error_of;
using test::ids;
using test::record;
using test::rows;

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a step of a timeline is the ranking of its day or days", "[study][property]") {
    const auto seed = GENERATE(range(0u, 200u));
    test::RandomCase random(seed);
    Diagnostics diagnostics;
    const ActorGraph graph = test::build(random.graph, diagnostics);
    INFO("seed " << seed << ", lens: " << describe(random.lens) << '\n' << describe(random.graph));
    const auto steps = periods(day("2019-11"), day("2021-03"), CalendarUnit::month);
    const RankingOptions ranking{{Measure::degree, Measure::harmonic}, {}, {}, {}, seed % 2 == 1};
    for (const TimelineBy by : {TimelineBy::said, TimelineBy::event}) {
        for (const Direction direction : {Direction::undirected, Direction::directed}) {
            const TimelineOptions options{by, ranking, direction, {}, {}};
            const Timeline found = timeline(graph, random.lens, steps, options);
            REQUIRE(found.steps.size() == 17);
            Tlp marking = Tlp::clear;
            std::set<EntityId> all;
            for (const TimelineStep& step : found.steps) {
                Lens lens = random.lens;  // by hand: a text, as a person would type it
                const std::string month = step.when.name;
                if (by == TimelineBy::said) lens.as_of = day(month);
                if (by == TimelineBy::event) lens.since = lens.until = day(month);
                const View view = apply(graph, lens, direction);
                const Ranking expected = rank(graph, view, ranking);
                CHECK(rows(graph, step.ranking) == rows(graph, expected));
                CHECK(step.ranking.vertices == expected.vertices);
                CHECK(step.ranking.edges == expected.edges);
                CHECK(step.counts.undated_claims == view.selection.counts.undated_claims);
                marking = std::max(marking, view.marking);
                all.insert(view.entities.begin(), view.entities.end());
            }
            CHECK(found.marking == marking);
            CHECK(std::set<EntityId>(found.entities.begin(), found.entities.end()) == all);
            CHECK(found.entities.size() == all.size());
            // The order, pair by pair: the last step in which two differ decides.
            const auto value = [&](const TimelineStep& step, EntityId id) {
                for (const RankingRow& row : step.ranking.rows) {
                    if (row.entity == id) return row.values[0];
                }
                return std::nan("");
            };
            for (std::size_t i = 1; i < found.entities.size(); ++i) {
                const EntityId a = found.entities[i - 1], b = found.entities[i];
                int before = a < b ? 1 : -1;  // in order, if no step decides
                for (const TimelineStep& step : found.steps) {
                    const double va = value(step, a), vb = value(step, b);
                    if (std::isnan(va) && std::isnan(vb)) continue;
                    if (std::isnan(va) || std::isnan(vb))
                        before = std::isnan(vb) ? 1 : -1;
                    else if (std::abs(va - vb) > 1e-12)
                        before = (va > vb) != ranking.ascending ? 1 : -1;
                }
                CHECK(before == 1);
            }
            TimelineOptions first = options;
            const std::size_t wanted = seed % 5;  // none to four
            first.ranking.top = wanted;
            const Timeline top = timeline(graph, random.lens, steps, first, {.threads = 3});
            const std::size_t kept = std::min(wanted, all.size());
            REQUIRE(top.entities.size() == kept);
            CHECK(std::equal(top.entities.begin(), top.entities.end(), found.entities.begin()));
            for (std::size_t s = 0; s < steps.size(); ++s) {
                Strings expected;
                for (const RankingRow& row : found.steps[s].ranking.rows) {
                    Ranking one;
                    one.rows = {row};
                    const auto is_kept = [&](EntityId id) { return id == row.entity; };
                    if (std::any_of(top.entities.begin(), top.entities.end(), is_kept))
                        expected.push_back(rows(graph, one).front());
                }
                CHECK(rows(graph, top.steps[s].ranking) == expected);
            }
        }
    }
}

TEST_CASE("a timeline orders by its last steps and leaves cells empty", "[study]") {
    const ActorGraph graph = test::read_text(R"({"actormap": 1,
        "speakers": [{"id": "s", "kind": "press"}],
        "entities": [{"id": "a", "type": "tool", "name": "A"}, {"id": "b", "type": "tool", "name": "B"},
                     {"id": "c", "type": "tool", "name": "C"}, {"id": "d", "type": "tool", "name": "D"}],
        "relations": [{"from": "a", "type": "related-to", "to": "b", "claims": [{"by": "s", "date": "2019-05"}, {"by": "s", "date": "2021", "stance": "retracts"}]},
                      {"from": "c", "type": "related-to", "to": "d", "claims": [{"by": "s", "date": "2020"}]}]})");
    TimelineOptions options;
    options.ranking.measures = {Measure::degree};
    options.ranking.measuring.normalized = false;
    const Lens lens;
    const Timeline found =
        timeline(graph, lens, periods(day("2018"), day("2021"), CalendarUnit::year), options);
    CHECK(ids(graph, found.entities) == Strings{"c", "d", "a", "b"});
    const Table table = timeline_table(graph, found, 6);
    CHECK(table.columns.size() == 7);
    CHECK(table.columns.back().name == "2021");
    CHECK(table.rows == std::vector<Strings>{{"c", "C", "tool", "", "", "1", "1"},
                                             {"d", "D", "tool", "", "", "1", "1"},
                                             {"a", "A", "tool", "", "1", "1", ""},
                                             {"b", "B", "tool", "", "1", "1", ""}});
    CHECK(timeline_rows(graph, found).rows.size() == 8);
    CHECK(timeline_rows(graph, found).rows.front() == Strings{"2019", "1", "a", "A", "tool", "1"});
    // What has no value comes after what has one, however low.
    options.ranking.measures = {Measure::constraint};
    options.ranking.of = {"tool"};
    const ActorGraph alone =
        test::read_text(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
        "entities": [{"id": "a", "type": "tool"}, {"id": "b", "type": "tool"}, {"id": "c", "type": "tool"}],
        "relations": [{"from": "b", "type": "uses", "to": "c", "claims": [{"by": "s", "date": "2018"}]}]})");
    for (const bool ascending : {false, true}) {
        options.ranking.ascending = ascending;
        const Timeline lonely =
            timeline(alone, lens, periods(day("2018"), day("2019"), CalendarUnit::year), options);
        CHECK(ids(alone, lonely.entities) == Strings{"b", "c", "a"});
        CHECK(timeline_table(alone, lonely, 6).rows.back() == Strings{"a", "a", "tool", "", ""});
    }
    // An empty network has nothing to say of a measure that does not exist there.
    options.ranking.measures = {Measure::participation};
    CHECK(timeline(graph, lens, periods(day("2018"), day("2018"), CalendarUnit::year), options)
              .entities.empty());
}

TEST_CASE("errors of a timeline name the step", "[study]") {
    TimelineOptions options;
    options.ranking.measures = {Measure::pagerank};
    options.personalize = {record().find_entity("fi-parliament").value()};
    const Lens lens;
    CHECK(error_of([&] {
              (void)timeline(record(), lens, periods(day("2018"), day("2019"), CalendarUnit::year),
                             options);
          }) ==
          "not-in-view: 'fi-parliament' is not in the network of any step under this lens; widen "
          "it");
    options.ranking.measuring.damping = 2;
    options.personalize.clear();
    CHECK(error_of([&] {
              (void)timeline(record(), lens, periods(day("2019"), day("2024"), CalendarUnit::year),
                             options);
          }).starts_with("option-range: 2024: "));
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(timeline(record(), lens, periods(day("2020"), day("2021"), CalendarUnit::year),
                             {}, {.stop = source.get_token()}),
                    Cancelled);
    std::stop_source later;
    const auto stop_in_the_middle = [&](std::size_t done, std::size_t) {
        if (done > 0) later.request_stop();
    };
    TimelineOptions long_one;
    long_one.ranking.measures = {Measure::betweenness};
    CHECK_THROWS_AS(timeline(record(), lens, periods(day("2024"), day("2024"), CalendarUnit::year),
                             long_one, {1, later.get_token(), stop_in_the_middle}),
                    Cancelled);
    std::vector<std::size_t> told;
    (void)timeline(record(), lens, periods(day("2020"), day("2022"), CalendarUnit::year), {},
                   {.progress = [&](std::size_t done, std::size_t total) {
                       CHECK(total == 3000);
                       told.push_back(done);
                   }});
    CHECK(told.front() == 0);
    CHECK(told.back() == 3000);
    CHECK(std::is_sorted(told.begin(), told.end()));
}

}  // namespace actormap
