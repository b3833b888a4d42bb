#include "lens/record.hpp"
#include "study/timeline_text.hpp"
#include "support/catch.hpp"

#include <actormap/study/timeline.hpp>
#include <actormap/write/timeline.hpp>

// Steps in which there is nothing to measure, and timelines too large to keep.

namespace actormap {
namespace {

using test::day;
using test::error_of;
using test::ids;
using test::rows;
using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a measure that does not exist in a step leaves it empty", "[study]") {
    // 2018: a vertex and no edge; 2019: a to b, without a cycle; 2020: and back.
    const ActorGraph graph = test::read_text(R"({"actormap": 1,
        "speakers": [{"id": "s", "kind": "press"}],
        "entities": [{"id": "a", "type": "tool"}, {"id": "b", "type": "tool"}, {"id": "z", "type": "tool"}],
        "relations": [{"from": "a", "type": "related-to", "to": "b", "claims": [{"by": "s", "date": "2019"}]},
                      {"from": "b", "type": "uses", "to": "a", "claims": [{"by": "s", "date": "2020"}]}]})");
    const Lens lens;
    const auto steps = periods(day("2018"), day("2020"), CalendarUnit::year);
    TimelineOptions options;
    options.ranking.measures = {Measure::eigenvector, Measure::out_degree};
    options.ranking.measuring.normalized = false;
    options.direction = Direction::directed;
    // Each of the first two is an error of `rank`.
    for (std::size_t s = 0; s < 2; ++s) {
        const View view = apply(graph, step_lens(lens, options.by, steps[s]), options.direction);
        CHECK(view.network.size() == (s == 0 ? 1 : 3));
        CHECK(view.network.edges() == s);
        CHECK(error_of([&] {
                  (void)rank(graph, view, options.ranking);
              }).starts_with("measure-undefined: "));
    }
    const Timeline found = timeline(graph, lens, steps, options);
    CHECK(rows(graph, found.steps[0].ranking) == Strings{"1 z nan 0.000000"});
    CHECK(rows(graph, found.steps[1].ranking) ==
          Strings{"1 a nan 1.000000", "1 b nan 0.000000", "1 z nan 0.000000"});
    CHECK(rows(graph, found.steps[2].ranking) ==
          rows(graph,
               rank(graph, apply(graph, step_lens(lens, options.by, steps[2]), options.direction),
                    options.ranking)));
    CHECK(found.steps[0].undefined == std::vector<Measure>{Measure::eigenvector});
    CHECK(found.steps[1].undefined == std::vector<Measure>{Measure::eigenvector});
    CHECK(found.steps[2].undefined.empty());
    CHECK(undefined_notes(found) == Strings{"eigenvector does not exist in 2 of 3 steps, first in "
                                            "2018; it is empty there"});
    const Table table = timeline_table(graph, found, 3);
    CHECK(table.rows == std::vector<Strings>{{"a", "a", "tool", "", "", "0.707"},
                                             {"b", "b", "tool", "", "", "0.707"},
                                             {"z", "z", "tool", "", "", "0"}});
    const std::string json = timeline_json(graph, found, CalendarUnit::year);
    CHECK(json.find("\"eigenvector\": null") != std::string::npos);
    // Every other error is one of the whole.
    options.ranking.measures = {Measure::katz};
    options.ranking.measuring.alpha = -1;
    CHECK(error_of([&] {
              (void)timeline(graph, lens, steps, options);
          }).starts_with("option-range: 2020: "));
}

TEST_CASE("PageRank as seen from an entity is empty in steps without it", "[study]") {
    const ActorGraph graph = test::read_text(R"({"actormap": 1,
        "speakers": [{"id": "s", "kind": "press"}],
        "entities": [{"id": "a", "type": "tool"}, {"id": "b", "type": "tool"}, {"id": "c", "type": "tool"}],
        "relations": [{"from": "a", "type": "related-to", "to": "b", "claims": [{"by": "s", "date": "2019"}]},
                      {"from": "b", "type": "uses", "to": "c", "claims": [{"by": "s", "date": "2020"}]}]})");
    const Lens lens;
    const auto steps = periods(day("2018"), day("2020"), CalendarUnit::year);
    const auto entity = [&](const char* id) { return graph.find_entity(id).value(); };
    TimelineOptions options;
    options.ranking.measures = {Measure::pagerank, Measure::degree};
    options.personalize = {entity("c")};
    const Timeline found = timeline(graph, lens, steps, options);
    CHECK(found.steps[0].ranking.rows.empty());
    CHECK(rows(graph, found.steps[1].ranking) == Strings{"1 a nan 1.000000", "1 b nan 1.000000"});
    CHECK(found.steps[1].undefined == std::vector<Measure>{Measure::pagerank});
    RankingOptions last = options.ranking;
    last.measuring.teleport = {0, 0, 1};
    CHECK(rows(graph, found.steps[2].ranking) ==
          rows(graph, rank(graph, apply(graph, {.as_of = day("2020")}), last)));
    CHECK(found.steps[2].undefined.empty());
    // That of the ranking's own options is not used.
    options.ranking.measuring.teleport = {1, 2, 3, 4};
    options.personalize.clear();
    CHECK(timeline(graph, lens, steps, options).steps[1].undefined.empty());
    options.ranking.measuring.teleport.clear();
    // Of several, all must be there.
    options.personalize = {entity("a"), entity("c")};
    CHECK(timeline(graph, lens, steps, options).steps[1].undefined.size() == 1);
    last.measuring.teleport = {1, 0, 1};
    CHECK(rows(graph, timeline(graph, lens, steps, options).steps[2].ranking) ==
          rows(graph, rank(graph, apply(graph, {.as_of = day("2020")}), last)));
    const auto early = periods(day("2018"), day("2019"), CalendarUnit::year);
    CHECK(error_of([&] { (void)timeline(graph, lens, early, options); }) ==
          "not-in-view: 'c' is not in the network of any step under this lens; widen it");
}

TEST_CASE("a timeline of too many cells is refused", "[study]") {
    // Eight leaves of one hub by 2020, of which the first was there in 2019.
    std::string entities, relations;
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
        const std::string id = std::string("\"") + name + '"';
        entities += ", {\"id\": " + id + R"(, "type": "tool"})";
        relations += relations.empty() ? "" : ", ";
        relations += R"({"from": "hub", "type": "uses", "to": )" + id +
                     R"(, "claims": [{"by": "s", "date": ")" + (*name == 'a' ? "2019" : "2020") +
                     "\"}]}";
    }
    const ActorGraph graph = test::read_text(
        R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
            "entities": [{"id": "hub", "type": "intrusion-set"})" +
        entities + R"(], "relations": [)" + relations + "]}");
    const auto steps = periods(day("2017"), day("2020"), CalendarUnit::year);
    TimelineOptions options;
    const auto refused = [&](std::size_t most) {
        options.most_rows = most;
        return error_of([&] { (void)timeline(graph, {}, steps, options); });
    };
    // Nine entities in four steps, though the first two steps have none.
    CHECK(refused(36).empty());
    CHECK(refused(35) ==
          "timeline-size: the timeline has more than 35 cells, steps times entities; give fewer "
          "steps, or list fewer entities with --of or --top");
    options.ranking.of = {"intrusion-set"};
    CHECK(refused(4).empty());
    CHECK(refused(3).starts_with("timeline-size: "));
    options.ranking.of = {};
    // The hub is first once 2020 is told, so no leaf is kept.
    options.ranking.top = 1;
    CHECK(refused(4).empty());
    CHECK(refused(3).starts_with("timeline-size: "));
    // Eight leaves tie for the second place until 2019 is told; then the seven others go.
    options.ranking.top = 2;
    CHECK(refused(9).empty());
    CHECK(refused(8).starts_with("timeline-size: "));
    options.most_rows = 100;
    const Timeline kept = timeline(graph, {}, steps, options);
    CHECK(ids(graph, kept.entities) == Strings{"hub", "a"});
    CHECK(kept.steps[3].ranking.rows.size() == 2);
    CHECK(kept.steps[3].ranking.rows.capacity() == 2);  // nor room for the others
}

}  // namespace actormap
