#include "support/catch.hpp"
#include "write/small_graph.hpp"

#include <actormap/write/generic_formats.hpp>

#include <map>
#include <string>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("Neo4j: a small graph, to the letter", "[write]") {
    const ActorGraph graph = small_graph();
    Losses losses;
    CHECK(
        write_neo4j_nodes(GraphTable(graph), losses) ==
        R"x(id:ID,label,:LABEL,country,roles,aliases,note,score:long,seen:boolean,share:double,names_json
"apt1","APT <1>","intrusion-set",,"[""spy"", ""thief""]","=Panda; Comment, Crew","7",7,true,0.5,"[{ ""name"": ""=Panda"" }, { ""name"": ""Comment, Crew"", ""by"": ""acme"" }]"
"cn","cn","location","CN",,,"a
b",,,1,
)x");
    CHECK(losses.counts() == std::map<std::string, std::size_t>{{"as-of dates", 1},
                                                                {"properties of the graph", 1},
                                                                {"sources", 1},
                                                                {"speakers", 1},
                                                                {"titles", 1}});
    CHECK(
        write_neo4j_relationships(GraphTable(graph), losses) ==
        R"x(:START_ID,:END_ID,:TYPE,start,claims:long,confidence:long,disputed:boolean,relation_id,weight:double,claims_json
"apt1","cn","located-at","2006",2,60,true,,2.5,"[{ ""by"": ""acme"", ""stance"": ""denies"" }, { ""by"": ""acme"", ""source"": ""report"", ""date"": ""2024-01-02"", ""stance"": ""asserts"", ""confidence"": 60 }]"
"apt1","cn","targets",,1,,false,"r1",1,"[{ ""by"": ""acme"", ""stance"": ""asserts"" }]"
)x");
    CHECK(losses.counts().size() == 5);
}

TEST_CASE("Neo4j: names of properties say nothing that the header means", "[write]") {
    const Reading reading = read_text(
        R"x({ "actormap": 1, "entities": [ { "id": "a", "type": "x;y", "p{q}": "\\\"",
              "p_q_": "=1", "a,b": 1, "c(d)": 2.5 } ] })x",
        InputFormat::native);
    Losses losses;
    CHECK(write_neo4j_nodes(GraphTable(reading.graph()), losses) ==
          "id:ID,label,:LABEL,\"a,b:long\",c(d):double,p_q_,p_q__\n"
          "\"a\",\"a\",\"x;y\",1,2.5,\"=1\",\"\\\"\"\"\n");
}

TEST_CASE("Neo4j: an empty graph is two headers with all that must be there", "[write]") {
    Losses losses;
    CHECK(write_neo4j_nodes(GraphTable(ActorGraph()), losses) == "id:ID,:LABEL\n");
    CHECK(write_neo4j_relationships(GraphTable(ActorGraph()), losses) ==
          ":START_ID,:END_ID,:TYPE\n");
    CHECK(losses.empty());
}
