#include "support/catch.hpp"
#include "write/small_graph.hpp"

#include <actormap/write/generic_formats.hpp>

#include <string>
#include <vector>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("Cytoscape JSON: a small graph, to the letter", "[write]") {
    const ActorGraph graph = small_graph();
    Losses losses;
    CHECK(write_cytoscape(GraphTable(graph), {}, losses) ==
          R"x({"format_version": "1.0", "generated_by": "actormap",
"data": {"actormap": 1, "title": "Two & a \"half\"", "as_of": "2024-05", "speakers_json": [{ "id": "acme", "kind": "vendor" }], "sources_json": [{ "id": "report", "publisher": "acme", "date": "2024-01-02" }], "properties_json": {"x_team": {"size":3}}},
"elements": {"nodes": [
  {"data": {"id": "apt1", "name": "APT <1>", "type": "intrusion-set", "roles": ["spy", "thief"], "aliases": "=Panda; Comment, Crew", "note": "7", "score": 7, "seen": true, "share": 0.5, "names_json": [{ "name": "=Panda" }, { "name": "Comment, Crew", "by": "acme" }]}},
  {"data": {"id": "cn", "name": "cn", "type": "location", "country": "CN", "note": "a\nb", "share": 1}}
], "edges": [
  {"data": {"id": "e0", "source": "apt1", "target": "cn", "type": "located-at", "start": "2006", "claims": 2, "confidence": 60, "disputed": true, "weight": 2.5, "claims_json": [{ "by": "acme", "stance": "denies" }, { "by": "acme", "source": "report", "date": "2024-01-02", "stance": "asserts", "confidence": 60 }]}},
  {"data": {"id": "e1", "source": "apt1", "target": "cn", "type": "targets", "claims": 1, "disputed": false, "relation_id": "r1", "weight": 1, "claims_json": [{ "by": "acme", "stance": "asserts" }]}}
]}}
)x");
    CHECK(losses.empty());
}

TEST_CASE("Cytoscape JSON: y grows downwards", "[write]") {
    const ActorGraph graph = small_graph();
    Losses losses;
    const std::vector<EntityLook> looks{{.x = 12.5, .y = -3, .color = "#0a80ff"},
                                        {.x = 0, .y = 0, .color = {}}};
    const std::string text = write_cytoscape(GraphTable(graph), looks, losses);
    CHECK(text.find("\"color\": \"#0a80ff\"}, \"position\": {\"x\": 12.5, \"y\": 3}}") !=
          std::string::npos);
    CHECK(text.find("\"share\": 1}, \"position\": {\"x\": 0, \"y\": 0}}") != std::string::npos);
}

TEST_CASE("Cytoscape JSON: no edge is called like an entity", "[write]") {
    const auto ids_of_edges = [](const std::string& id) {
        const Reading reading = read_text(
            "{ \"actormap\": 1, \"entities\": [ { \"id\": \"" + id +
                "\", \"type\": \"tool\" }, { \"id\": \"e_07\", \"type\": \"tool\" } ], "
                "\"relations\": [ { \"from\": \"e_07\", \"type\": \"uses\", \"to\": \"e_07\" } ] }",
            InputFormat::native);
        Losses losses;
        const std::string text = write_cytoscape(GraphTable(reading.graph()), {}, losses);
        const std::string mark = "\"edges\": [\n  {\"data\": {\"id\": \"";
        const std::size_t start = text.find(mark) + mark.size();
        return text.substr(start, text.find('"', start) - start);
    };
    CHECK(ids_of_edges("a") == "e0");
    CHECK(ids_of_edges("e") == "e0");
    CHECK(ids_of_edges("e0x") == "e0");
    CHECK(ids_of_edges("e5") == "e__0");
    CHECK(ids_of_edges("e__1") == "e0");
}
