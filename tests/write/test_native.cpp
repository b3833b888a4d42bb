#include "read/reading.hpp"
#include "support/catch.hpp"
#include "write/hostile_graph.hpp"

#include <actormap/base/file.hpp>
#include <actormap/write/native.hpp>

#include <filesystem>

using namespace actormap;
using namespace actormap::test;

namespace {

/// Reads what was written and demands the same graph and the same bytes.
void check_round_trip(const ActorGraph& graph) {
    const std::string text = write_native(graph);
    INFO(text);
    const Reading again = read_text(text);
    for (const std::string& said : again.said) CHECK(said.find(": error: ") == std::string::npos);
    CHECK(again.graph() == graph);
    CHECK(write_native(again.graph()) == text);
}

std::vector<std::string> curated_files() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(ACTORMAP_SOURCE_DIR "/graphs")) {
        if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("native: the curated graphs survive being written", "[write]") {
    Diagnostics diagnostics;
    const ReadResult together = read_files(curated_files(), {}, diagnostics);
    CHECK(diagnostics.errors() == 0);
    CHECK(together.graph.relations().size() > 50);
    check_round_trip(together.graph);
}

TEST_CASE("native: hostile graphs survive being written", "[write][property]") {
    const auto seed = GENERATE(range(0u, 1000u));
    INFO("seed " << seed);
    Diagnostics diagnostics;
    const ActorGraph graph = HostileGraph(seed).graph(diagnostics);
    CHECK(diagnostics.errors() == 0);
    check_round_trip(graph);
}

TEST_CASE("native: the layout is fixed", "[write]") {
    const std::string text = R"({ "actormap": 1,
  "title": "T",
  "as_of": "2026-08",
  "x_note": {"b":1,"a":[2.50]},
  "speakers": [
    { "id": "s", "name": "S", "kind": "press", "country": "FI", "entity": "b", "x_s": 1 },
    { "id": "t", "kind": "vendor" }
  ],
  "sources": [
    { "id": "p", "publisher": "s", "date": "2021", "title": "P", "url": "http://p", "archive_url": "http://q", "reliability": "B", "marking": "green", "x_p": null }
  ],
  "entities": [
    { "id": "a", "type": "intrusion-set", "name": "A", "description": "D", "roles": ["r", "s"], "country": "FI", "marking": "amber", "x_e": "e",
      "names": [
        { "name": "B", "by": "t", "since": "2019", "until": "2020-02", "marking": "red", "x_n": true,
          "claims": [
            { "by": "t", "stance": "asserts" } ] },
        { "name": "C" } ] },
    { "id": "b", "type": "identity" }
  ],
  "relations": [
    { "from": "a", "type": "targets", "to": "b", "start": "2020", "stop": "2021-03-18", "id": "r", "description": "D", "marking": "amber+strict", "x_r": [],
      "claims": [
        { "by": "s", "source": "p", "date": "2021", "stance": "denies", "confidence": "high", "locator": "l", "excerpt": "e", "note": "n", "id": "c", "marking": "green", "x_c": {} },
        { "by": "t", "date": "2022", "stance": "asserts", "confidence": 7, "cites": "c" },
        { "by": "t", "date": "2023", "stance": "asserts", "confidence": { "words": "Sure", "low": 1, "high": 2 } },
        { "by": "t", "date": "2024", "stance": "asserts", "confidence": { "words": "High", "low": 70, "high": 100, "scale": "stix" } } ] }
  ],
  "judgements": [
    { "entities": ["a", "b"], "verdict": "same", "by": "s", "source": "p", "date": "2022", "note": "n", "x_j": 1 },
    { "entities": ["a", "b"], "verdict": "unsure" },
    { "entities": ["a", "not here"], "verdict": "different" }
  ]
}
)";
    const Reading reading = read_text(text);
    CHECK(reading.said.empty());
    CHECK(write_native(reading.graph()) == text);
}

TEST_CASE("native: an empty graph is a whole file", "[write]") {
    CHECK(write_native(ActorGraph()) == "{ \"actormap\": 1 }\n");
    check_round_trip(ActorGraph());
    const Reading titled = read_text(R"({"actormap": 1, "title": "\"\\\n"})");
    CHECK(write_native(titled.graph()) == "{ \"actormap\": 1,\n  \"title\": \"\\\"\\\\\\n\"\n}\n");
}

TEST_CASE("native: texts at the limit survive, whatever they need in escapes", "[write]") {
    const std::string limit(std::size_t{1} << 20, '\x7f');  // six bytes each when written
    const Reading reading = read_text("{\"actormap\": 1, \"title\": \"" + limit + "\"}");
    CHECK(reading.said.empty());
    CHECK(reading.graph().title() == limit);
    CHECK(read_text(write_native(reading.graph())).graph() == reading.graph());
}
