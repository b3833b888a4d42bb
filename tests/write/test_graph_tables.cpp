#include "support/catch.hpp"
#include "write/small_graph.hpp"

#include <actormap/write/generic_formats.hpp>
#include <actormap/write/write.hpp>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("tables: a small graph, to the letter", "[write]") {
    const ActorGraph graph = small_graph();
    Losses losses;
    const std::vector<WrittenFile> files = write_folder(graph, OutputFormat::tables, losses);
    REQUIRE(files.size() == 3);
    CHECK(files[0].name == "nodes.csv");
    CHECK(files[0].content ==
          R"x(id,label,type,country,roles,aliases,note,score,share,names_json,properties_json
"apt1","APT <1>","intrusion-set",,"[""spy"", ""thief""]","'=Panda; Comment, Crew",,7,0.5,"[{ ""name"": ""=Panda"" }, { ""name"": ""Comment, Crew"", ""by"": ""acme"" }]","{""note"": ""7"", ""seen"": true}"
"cn","cn","location","CN",,,"a
b",,1,,
)x");
    CHECK(files[1].name == "edges.csv");
    CHECK(files[1].content ==
          R"x(source,target,type,start,claims,confidence,disputed,relation_id,weight,claims_json
"apt1","cn","located-at","2006",2,60,true,,2.5,"[{ ""by"": ""acme"", ""stance"": ""denies"" }, { ""by"": ""acme"", ""source"": ""report"", ""date"": ""2024-01-02"", ""stance"": ""asserts"", ""confidence"": 60 }]"
"apt1","cn","targets",,1,,false,"r1",1,"[{ ""by"": ""acme"", ""stance"": ""asserts"" }]"
)x");
    CHECK(files[2].name == "sources.json");
    CHECK(files[2].content == R"x({ "actormap": 1,
  "title": "Two & a \"half\"",
  "as_of": "2024-05",
  "x_team": {"size":3},
  "speakers": [
    { "id": "acme", "kind": "vendor" }
  ],
  "sources": [
    { "id": "report", "publisher": "acme", "date": "2024-01-02" }
  ]
}
)x");
    CHECK(losses.empty());
}

TEST_CASE("tables: an empty graph is three headers", "[write]") {
    Losses losses;
    const auto files = write_folder(ActorGraph(), OutputFormat::tables, losses);
    CHECK(files[0].content == "id\n");
    CHECK(files[1].content == "source,target\n");
    CHECK(files[2].content == "{ \"actormap\": 1\n}\n");
}

TEST_CASE("tables: names of columns are guarded and quoted like texts", "[write]") {
    const Reading reading = read_text(
        R"({ "actormap": 1, "entities": [ { "id": "=a", "type": "tool", "=1": "=2", "a,b": 3,
             "Share": 1.50 } ] })",
        InputFormat::native);
    Losses losses;
    CHECK(write_folder(reading.graph(), OutputFormat::tables, losses)[0].content ==
          "id,label,type,\"'=1\",\"Share\",\"a,b\"\n"
          "\"'=a\",\"'=a\",\"tool\",\"'=2\",1.50,3\n");
}
