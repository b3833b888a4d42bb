#include "support/catch.hpp"
#include "write/small_graph.hpp"

#include <actormap/write/generic_formats.hpp>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("GraphML: a small graph, to the letter", "[write]") {
    const ActorGraph graph = small_graph();
    Losses losses;
    CHECK(write_graphml(GraphTable(graph), losses) == R"x(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="d0" for="graph" attr.name="actormap" attr.type="long"/>
  <key id="d1" for="graph" attr.name="title" attr.type="string"/>
  <key id="d2" for="graph" attr.name="as_of" attr.type="string"/>
  <key id="d3" for="graph" attr.name="speakers_json" attr.type="string"/>
  <key id="d4" for="graph" attr.name="sources_json" attr.type="string"/>
  <key id="d5" for="graph" attr.name="properties_json" attr.type="string"/>
  <key id="d6" for="node" attr.name="label" attr.type="string"/>
  <key id="d7" for="node" attr.name="type" attr.type="string"/>
  <key id="d8" for="node" attr.name="country" attr.type="string"/>
  <key id="d9" for="node" attr.name="roles" attr.type="string"/>
  <key id="d10" for="node" attr.name="aliases" attr.type="string"/>
  <key id="d11" for="node" attr.name="note" attr.type="string"/>
  <key id="d12" for="node" attr.name="score" attr.type="long"/>
  <key id="d13" for="node" attr.name="seen" attr.type="boolean"/>
  <key id="d14" for="node" attr.name="share" attr.type="double"/>
  <key id="d15" for="node" attr.name="names_json" attr.type="string"/>
  <key id="d16" for="edge" attr.name="type" attr.type="string"/>
  <key id="d17" for="edge" attr.name="start" attr.type="string"/>
  <key id="d18" for="edge" attr.name="claims" attr.type="long"/>
  <key id="d19" for="edge" attr.name="confidence" attr.type="long"/>
  <key id="d20" for="edge" attr.name="disputed" attr.type="boolean"/>
  <key id="d21" for="edge" attr.name="relation_id" attr.type="string"/>
  <key id="d22" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d23" for="edge" attr.name="claims_json" attr.type="string"/>
  <graph edgedefault="directed">
    <data key="d0">1</data>
    <data key="d1">Two &amp; a "half"</data>
    <data key="d2">2024-05</data>
    <data key="d3">[{ "id": "acme", "kind": "vendor" }]</data>
    <data key="d4">[{ "id": "report", "publisher": "acme", "date": "2024-01-02" }]</data>
    <data key="d5">{"x_team": {"size":3}}</data>
    <node id="apt1">
      <data key="d6">APT &lt;1&gt;</data>
      <data key="d7">intrusion-set</data>
      <data key="d9">["spy", "thief"]</data>
      <data key="d10">=Panda; Comment, Crew</data>
      <data key="d11">7</data>
      <data key="d12">7</data>
      <data key="d13">true</data>
      <data key="d14">0.5</data>
      <data key="d15">[{ "name": "=Panda" }, { "name": "Comment, Crew", "by": "acme" }]</data>
    </node>
    <node id="cn">
      <data key="d6">cn</data>
      <data key="d7">location</data>
      <data key="d8">CN</data>
      <data key="d11">a&#10;b</data>
      <data key="d14">1</data>
    </node>
    <edge source="apt1" target="cn">
      <data key="d16">located-at</data>
      <data key="d17">2006</data>
      <data key="d18">2</data>
      <data key="d19">60</data>
      <data key="d20">true</data>
      <data key="d22">2.5</data>
      <data key="d23">[{ "by": "acme", "stance": "denies" }, { "by": "acme", "source": "report", "date": "2024-01-02", "stance": "asserts", "confidence": 60 }]</data>
    </edge>
    <edge source="apt1" target="cn">
      <data key="d16">targets</data>
      <data key="d18">1</data>
      <data key="d20">false</data>
      <data key="d21">r1</data>
      <data key="d22">1</data>
      <data key="d23">[{ "by": "acme", "stance": "asserts" }]</data>
    </edge>
  </graph>
</graphml>
)x");
    CHECK(losses.empty());
}
