#include "support/catch.hpp"
#include "write/small_graph.hpp"

#include <actormap/write/generic_formats.hpp>

#include <string>
#include <vector>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("GEXF: a small graph, to the letter", "[write]") {
    const ActorGraph graph = small_graph();
    Losses losses;
    CHECK(write_gexf(GraphTable(graph), {}, losses) == R"x(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>actormap</creator>
    <description>{"actormap": 1, "title": "Two &amp; a \"half\"", "as_of": "2024-05", "speakers": [{ "id": "acme", "kind": "vendor" }], "sources": [{ "id": "report", "publisher": "acme", "date": "2024-01-02" }], "x_team": {"size":3}}</description>
  </meta>
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node" mode="static">
      <attribute id="1" title="type" type="string"/>
      <attribute id="2" title="country" type="string"/>
      <attribute id="3" title="roles" type="string"/>
      <attribute id="4" title="aliases" type="string"/>
      <attribute id="5" title="note" type="string"/>
      <attribute id="6" title="score" type="long"/>
      <attribute id="7" title="seen" type="boolean"/>
      <attribute id="8" title="share" type="double"/>
      <attribute id="9" title="names_json" type="string"/>
    </attributes>
    <attributes class="edge" mode="static">
      <attribute id="0" title="type" type="string"/>
      <attribute id="1" title="start" type="string"/>
      <attribute id="2" title="claims" type="long"/>
      <attribute id="3" title="confidence" type="long"/>
      <attribute id="4" title="disputed" type="boolean"/>
      <attribute id="5" title="relation_id" type="string"/>
      <attribute id="7" title="claims_json" type="string"/>
    </attributes>
    <nodes>
      <node id="apt1" label="APT &lt;1&gt;">
        <attvalues>
          <attvalue for="1" value="intrusion-set"/>
          <attvalue for="3" value="[&quot;spy&quot;, &quot;thief&quot;]"/>
          <attvalue for="4" value="=Panda; Comment, Crew"/>
          <attvalue for="5" value="7"/>
          <attvalue for="6" value="7"/>
          <attvalue for="7" value="true"/>
          <attvalue for="8" value="0.5"/>
          <attvalue for="9" value="[{ &quot;name&quot;: &quot;=Panda&quot; }, { &quot;name&quot;: &quot;Comment, Crew&quot;, &quot;by&quot;: &quot;acme&quot; }]"/>
        </attvalues>
      </node>
      <node id="cn" label="cn">
        <attvalues>
          <attvalue for="1" value="location"/>
          <attvalue for="2" value="CN"/>
          <attvalue for="5" value="a&#10;b"/>
          <attvalue for="8" value="1"/>
        </attvalues>
      </node>
    </nodes>
    <edges>
      <edge id="0" source="apt1" target="cn" label="located-at" weight="2.5">
        <attvalues>
          <attvalue for="0" value="located-at"/>
          <attvalue for="1" value="2006"/>
          <attvalue for="2" value="2"/>
          <attvalue for="3" value="60"/>
          <attvalue for="4" value="true"/>
          <attvalue for="7" value="[{ &quot;by&quot;: &quot;acme&quot;, &quot;stance&quot;: &quot;denies&quot; }, { &quot;by&quot;: &quot;acme&quot;, &quot;source&quot;: &quot;report&quot;, &quot;date&quot;: &quot;2024-01-02&quot;, &quot;stance&quot;: &quot;asserts&quot;, &quot;confidence&quot;: 60 }]"/>
        </attvalues>
      </edge>
      <edge id="1" source="apt1" target="cn" label="targets" weight="1">
        <attvalues>
          <attvalue for="0" value="targets"/>
          <attvalue for="2" value="1"/>
          <attvalue for="4" value="false"/>
          <attvalue for="5" value="r1"/>
          <attvalue for="7" value="[{ &quot;by&quot;: &quot;acme&quot;, &quot;stance&quot;: &quot;asserts&quot; }]"/>
        </attvalues>
      </edge>
    </edges>
  </graph>
</gexf>
)x");
    CHECK(losses.empty());
}

TEST_CASE("GEXF: places and colours stand at their nodes", "[write]") {
    const ActorGraph graph = small_graph();
    Losses losses;
    const std::string plain = write_gexf(GraphTable(graph), {}, losses);
    const std::vector<EntityLook> looks{{.x = 12.5, .y = -3, .color = "#0a80ff"}, {}};
    const std::string text = write_gexf(GraphTable(graph), looks, losses);
    std::string expected = plain;
    const std::string end = "        </attvalues>\n";
    expected.insert(expected.find(end) + end.size(),
                    "        <viz:color r=\"10\" g=\"128\" b=\"255\"/>\n"
                    "        <viz:position x=\"12.5\" y=\"-3\" z=\"0\"/>\n");
    CHECK(text == expected);
}

TEST_CASE("GEXF: a weight that is no number everywhere is an attribute like others", "[write]") {
    const Reading reading = read_text(
        R"({ "actormap": 1, "entities": [ { "id": "a", "type": "tool" } ], "relations": [
             { "from": "a", "type": "uses", "to": "a", "weight": "heavy" } ] })",
        InputFormat::native);
    Losses losses;
    const std::string text = write_gexf(GraphTable(reading.graph()), {}, losses);
    CHECK(text.find(" weight=") == std::string::npos);
    CHECK(text.find("title=\"weight\" type=\"string\"") != std::string::npos);
    CHECK(text.find("value=\"heavy\"") != std::string::npos);
}
