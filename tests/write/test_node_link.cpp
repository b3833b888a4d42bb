#include "support/catch.hpp"
#include "write/small_graph.hpp"

#include <actormap/write/generic_formats.hpp>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("node-link JSON: a small graph, to the letter", "[write]") {
    const ActorGraph graph = small_graph();
    Losses losses;
    CHECK(write_node_link(GraphTable(graph), losses) == R"x({"directed": true, "multigraph": true,
"graph": {"actormap": 1, "title": "Two & a \"half\"", "as_of": "2024-05", "speakers_json": [{ "id": "acme", "kind": "vendor" }], "sources_json": [{ "id": "report", "publisher": "acme", "date": "2024-01-02" }], "properties_json": {"x_team": {"size":3}}},
"nodes": [
  {"id": "apt1", "label": "APT <1>", "type": "intrusion-set", "roles": ["spy", "thief"], "aliases": "=Panda; Comment, Crew", "note": "7", "score": 7, "seen": true, "share": 0.5, "names_json": [{ "name": "=Panda" }, { "name": "Comment, Crew", "by": "acme" }]},
  {"id": "cn", "label": "cn", "type": "location", "country": "CN", "note": "a\nb", "share": 1}
],
"links": [
  {"source": "apt1", "target": "cn", "key": 0, "type": "located-at", "start": "2006", "claims": 2, "confidence": 60, "disputed": true, "weight": 2.5, "claims_json": [{ "by": "acme", "stance": "denies" }, { "by": "acme", "source": "report", "date": "2024-01-02", "stance": "asserts", "confidence": 60 }]},
  {"source": "apt1", "target": "cn", "key": 1, "type": "targets", "claims": 1, "disputed": false, "relation_id": "r1", "weight": 1, "claims_json": [{ "by": "acme", "stance": "asserts" }]}
]}
)x");
    CHECK(losses.empty());
}

TEST_CASE("node-link JSON: an empty graph has empty lists", "[write]") {
    Losses losses;
    CHECK(write_node_link(GraphTable(ActorGraph()), losses) ==
          "{\"directed\": true, \"multigraph\": true,\n\"graph\": {\"actormap\": 1},\n"
          "\"nodes\": [],\n\"links\": []}\n");
}
