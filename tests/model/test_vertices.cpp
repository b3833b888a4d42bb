#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/write/native.hpp>

#include <map>
#include <random>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

const Entity& entity_of(const ActorGraph& graph, std::string_view id) {
    return graph[graph.find_entity(id).value()];
}

std::string at(const ActorGraph& graph, const Place& place) {
    return to_string(graph.where(place));
}

}  // namespace

TEST_CASE("vertices: a word stands for one entity, where it was first read", "[model]") {
    const Reading reading = read_text("a b\nb a\nc a\na c\na b\n", InputFormat::edges);
    CHECK(reading.said.empty());
    const ActorGraph& graph = reading.graph();
    REQUIRE(graph.entities().size() == 3);
    CHECK(at(graph, entity_of(graph, "a").place) == "x:1:1");
    CHECK(at(graph, entity_of(graph, "b").place) == "x:1:3");
    CHECK(at(graph, entity_of(graph, "c").place) == "x:3:1");
    for (const Entity& entity : graph.entities()) {
        CHECK(entity.name == entity.id);
        CHECK(entity.type == "identity");
        CHECK(entity.also.list.empty());
    }
    CHECK(reading.result.report.findings.entries().empty());
}

TEST_CASE("vertices: each file that names one is noted once", "[model]") {
    const Reading reading =
        read_inputs({{"one", "a b\n"}, {"two", "c b\nb c\nb a\n"}, {"three", "b b\na d\n"}},
                    InputFormat::edges);
    CHECK(reading.said.empty());
    const ActorGraph& graph = reading.graph();
    const auto places = [&](std::string_view id) {
        std::vector<std::string> list{at(graph, entity_of(graph, id).place)};
        for (const Place& place : entity_of(graph, id).also.list) list.push_back(at(graph, place));
        return list;
    };
    using Places = std::vector<std::string>;
    CHECK(places("a") == Places{"one:1:1", "two:3:3", "three:2:1"});
    CHECK(places("b") == Places{"one:1:3", "two:1:3", "three:1:1"});
    CHECK(places("c") == Places{"two:1:1"});
    CHECK(places("d") == Places{"three:2:3"});
    CHECK(reading.result.report.findings.entries().empty());
}

TEST_CASE("vertices: a file that knows more of an entity is believed, first or last", "[model]") {
    const std::pair<std::string, std::string> known{
        "known", R"({"actormap": 1, "entities": [{"id": "a", "type": "tool", "name": "A tool"}]})"};
    const std::pair<std::string, std::string> edges{"edges", "a b\nb a\n"};
    const bool first = GENERATE(true, false);
    const Reading reading = first ? read_inputs({known, edges}) : read_inputs({edges, known});
    CHECK(reading.said.empty());
    const Entity& entity = entity_of(reading.graph(), "a");
    CHECK(entity.type == "tool");
    CHECK(entity.name == "A tool");
    CHECK(entity.also.list.size() == 1);
}

TEST_CASE("vertices: each relation is claimed by the file that it stands in", "[model]") {
    // Several files in turn, so that the speaker of the last one is not always wanted again.
    const Reading reading = read_inputs(
        {{"d/one", "a b\nb c\n"}, {"two", "b a\nc b\n"}, {"three", "a c\n"}}, InputFormat::edges);
    const ActorGraph& graph = reading.graph();
    REQUIRE(graph.relations().size() == 5);
    for (const Relation& relation : graph.relations()) {
        const auto claims = graph.claims(relation.claims);
        REQUIRE(claims.size() == 1);
        const std::string file = graph.where(relation.place).file;
        CHECK(graph[claims[0].by].id == "file:" + file.substr(file.find('/') + 1));
        CHECK(at(graph, claims[0].place) == at(graph, relation.place));
    }
}

TEST_CASE("vertices: relations and claims stand in order, whatever the order read", "[model]") {
    const auto seed = GENERATE(range(0u, 40u));
    std::mt19937 random(seed);
    INFO("seed " << seed);
    std::set<std::pair<std::string, std::string>> expected;
    std::string text;
    for (int edge = 0; edge < 60; ++edge) {
        // As words 10 comes before 9.
        const std::string from = std::to_string(random() % 12), to = std::to_string(random() % 12);
        text += from + ' ' + to + '\n';
        expected.emplace(from, to);
    }
    const Reading reading = read_text(text, InputFormat::edges);
    const ActorGraph& graph = reading.graph();
    REQUIRE(graph.relations().size() == expected.size());
    auto next = expected.begin();
    for (std::size_t r = 0; r < graph.relations().size(); ++r, ++next) {
        const Relation& relation = graph.relations()[r];
        CHECK(graph[relation.from].id == next->first);
        CHECK(graph[relation.to].id == next->second);
        CHECK(relation.claims == ClaimRange{static_cast<std::uint32_t>(r), 1});
        CHECK(at(graph, graph.claims()[r].place) == at(graph, relation.place));
    }
}

TEST_CASE("vertices: the guess of how many lines come does not show", "[read]") {
    const std::string blank_lines(1'000'000, '\n'), comment(10'000, '#');
    struct Row {
        std::string text;
        std::size_t relations;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {blank_lines + "a b\n", 1},
        {"# " + comment + "\na b\nb c", 2},
        {"a b", 1},
        {"a b\rb c\r\nc d\n\r", 3},
        {"# nothing\n", 0},
    }));
    const Reading reading = read_text(row.text, InputFormat::edges);
    CHECK(reading.said.empty());
    CHECK(reading.graph().relations().size() == row.relations);
}
