#include "support/catch.hpp"
#include "write/small_graph.hpp"

#include <actormap/write/generic_formats.hpp>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("DOT: a small graph, to the letter", "[write]") {
    const ActorGraph graph = small_graph();
    Losses losses;
    CHECK(write_dot(GraphTable(graph, {}, GraphTable::Custom::json), losses) ==
          R"x(digraph "Two & a \"half\"" {
  graph [actormap="1", title="Two & a \"half\"", as_of="2024-05", speakers_json="[{ \"id\": \"acme\", \"kind\": \"vendor\" }]", sources_json="[{ \"id\": \"report\", \"publisher\": \"acme\", \"date\": \"2024-01-02\" }]", properties_json="{\"x_team\": {\"size\":3}}"];
  "apt1" [label="APT <1>", type="intrusion-set", roles="[\"spy\", \"thief\"]", aliases="=Panda; Comment, Crew", names_json="[{ \"name\": \"=Panda\" }, { \"name\": \"Comment, Crew\", \"by\": \"acme\" }]", properties_json="{\"note\": \"7\", \"score\": 7, \"seen\": true, \"share\": 0.5}"];
  "cn" [label="cn", type="location", country="CN", properties_json="{\"note\": \"a\\nb\", \"share\": 1}"];
  "apt1" -> "cn" [type="located-at", start="2006", claims="2", confidence="60", disputed="true", claims_json="[{ \"by\": \"acme\", \"stance\": \"denies\" }, { \"by\": \"acme\", \"source\": \"report\", \"date\": \"2024-01-02\", \"stance\": \"asserts\", \"confidence\": 60 }]", properties_json="{\"weight\": 2.5}"];
  "apt1" -> "cn" [type="targets", claims="1", disputed="false", relation_id="r1", claims_json="[{ \"by\": \"acme\", \"stance\": \"asserts\" }]", properties_json="{\"weight\": 1}"];
}
)x");
    CHECK(losses.empty());
}

TEST_CASE("DOT: what its strings cannot hold is escaped, and no name is a word of DOT", "[write]") {
    const Reading reading = read_text(
        R"({ "actormap": 1, "title": "%1", "entities": [ { "id": "%2\\", "type": "<b>",
             "name": "\\N\n\"é\"" } ] })",
        InputFormat::native);
    const auto column = [](const char* name) {
        return EntityColumn{{name, CellKind::integer}, GraphCells{"1"}};
    };
    Losses losses;
    CHECK(
        write_dot(GraphTable(reading.graph(), {column("core"), column("node"), column("in-degree")},
                             GraphTable::Custom::json),
                  losses) ==
        R"x(digraph "\%1" {
  graph [actormap="1", title="%1"];
  "\%2\\" [label="\\N\n\"é\"", type="<b>", core="1", "node"="1", "in-degree"="1"];
}
)x");
}
