#include "read/xml_reading.hpp"
#include "support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;

XmlReading graphml(std::string_view content, const ColumnMap& columns = {}) {
    return read_graph(read_graphml, content, columns);
}

/// A file with these keys and this in its graph.
std::string file_of(const std::string& keys, const std::string& content,
                    const std::string& direction = "directed") {
    return "<graphml>" + keys + "<graph edgedefault='" + direction + "'>" + content +
           "</graph></graphml>";
}

std::string key(const std::string& id, const std::string& domain, const std::string& name,
                const std::string& type, const std::string& rest = "/>") {
    return "<key id='" + id + "' for='" + domain + "' attr.name='" + name + "' attr.type='" + type +
           "'" + rest;
}

}  // namespace

TEST_CASE("GraphML as NetworkX writes it", "[read]") {
    const XmlReading reading = graphml(R"(<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <key id="d5" for="edge" attr.name="type" attr.type="string" />
  <key id="d4" for="edge" attr.name="weight" attr.type="double" />
  <key id="d3" for="node" attr.name="n" attr.type="double" />
  <key id="d2" for="node" attr.name="ok" attr.type="boolean" />
  <key id="d1" for="node" attr.name="n" attr.type="long" />
  <key id="d0" for="graph" attr.name="title" attr.type="string" />
  <graph edgedefault="directed">
    <node id="a">
      <data key="d1">3</data>
      <data key="d2">True</data>
    </node>
    <node id="b &amp; c">
      <data key="d3">2.5</data>
    </node>
    <edge source="a" target="b &amp; c">
      <data key="d4">1e-05</data>
      <data key="d5">uses</data>
    </edge>
    <data key="d0">A &lt;B&gt;</data>
  </graph>
</graphml>
)");
    CHECK(reading.said.empty());
    CHECK(reading.found.empty());
    CHECK(reading.graph.title() == "A <B>");  // it stands behind the vertices
    CHECK(in_short(reading.graph) == Strings{"a identity 'a' n=3 ok=true",
                                             "b & c identity 'b & c' n=2.5",
                                             "a uses b & c weight=1e-05"});
    CHECK(to_string(reading.graph.where(reading.graph.entities()[1].place)) == "x:14:5");
    CHECK(to_string(reading.graph.where(reading.graph.relations()[0].place)) == "x:17:5");
    CHECK(is_whole(reading.graph));
}

TEST_CASE("GraphML as igraph writes it", "[read]") {
    const XmlReading reading = graphml(R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<!-- Created by igraph -->
  <key id="g_n" for="graph" attr.name="n" attr.type="double"/>
  <key id="v_name" for="node" attr.name="name" attr.type="string"/>
  <key id="v_id" for="node" attr.name="id" attr.type="string"/>
  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="G" edgedefault="undirected">
    <data key="g_n">1e+300</data>
    <node id="n0">
      <data key="v_name">APT 1</data>
      <data key="v_id">one</data>
    </node>
    <node id="n1">
      <data key="v_name">APT 2</data>
    </node>
    <edge source="n0" target="n1">
      <data key="e_weight">0.10000000000000001</data>
    </edge>
    <edge source="n1" target="n0">
      <data key="e_weight">NaN</data>
    </edge>
  </graph>
</graphml>
)");
    CHECK(reading.said.empty());
    CHECK(in_short(reading.graph.properties()) == " n=1e+300");
    CHECK(in_short(reading.graph) ==
          Strings{"n0 identity 'APT 1' x_id=\"one\"", "n1 identity 'APT 2'",
                  "n0 related-to n1 directed=false weight=0.10000000000000001",
                  "n1 related-to n0 directed=false weight=\"NaN\""});
    CHECK(is_whole(reading.graph));
}

TEST_CASE("GraphML as yEd writes it", "[read]") {
    const XmlReading reading = graphml(R"(<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <!--Created by yEd 3.22-->
  <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
  <key for="port" id="d1" yfiles.type="portgraphics"/>
  <key attr.name="url" attr.type="string" for="node" id="d4"/>
  <key attr.name="description" attr.type="string" for="node" id="d5"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="graphml" id="d7" yfiles.type="resources"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <data key="d0" xml:space="preserve"/>
    <node id="n0" yfiles.foldertype="group">
      <data key="d6">
        <y:ProxyAutoBoundsNode>
          <y:Realizers active="0">
            <y:GroupNode><y:NodeLabel alignment="right">China</y:NodeLabel></y:GroupNode>
            <y:GroupNode><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode>
          </y:Realizers>
        </y:ProxyAutoBoundsNode>
      </data>
      <graph edgedefault="directed" id="n0:">
        <node id="n0::n0">
          <data key="d5" xml:space="preserve"><![CDATA[seen in
2016]]></data>
          <data key="d6">
            <y:ShapeNode>
              <y:Geometry height="30.0" width="30.0" x="404.0" y="189.0"/>
              <y:NodeLabel>
                APT31<y:LabelModel><y:SmartNodeLabelModel distance="4.0"/></y:LabelModel>
              </y:NodeLabel>
            </y:ShapeNode>
          </data>
        </node>
      </graph>
    </node>
    <edge id="e0" source="n0::n0" target="n0">
      <data key="d10">
        <y:PolyLineEdge><y:EdgeLabel>located-at</y:EdgeLabel></y:PolyLineEdge>
      </data>
    </edge>
  </graph>
  <data key="d7"><y:Resources/></data>
</graphml>
)");
    CHECK(reading.said.empty());
    CHECK(in_short(reading.graph) == Strings{"n0 identity 'China'",
                                             "n0::n0 identity 'APT31' (seen in\n2016)",
                                             "n0::n0 located-at n0 x_id=\"e0\""});
    CHECK(reading.found == Strings{"43:3 elements in the data of the key 'd7'",
                                   "14:7 elements in the data of the key 'd6'",
                                   "26:11 elements in the data of the key 'd6'",
                                   "38:7 elements in the data of the key 'd10'"});
    CHECK(is_whole(reading.graph));
}

TEST_CASE("GraphML's values by their types", "[read]") {
    struct Row {
        std::string type, text, json;
    };
    const auto row = GENERATE(values<Row>({
        {"int", "7", "7"},
        {"long", "-12345678901234567890123", "-12345678901234567890123"},
        {"int", " 7\n", "7"},
        {"int", "-0", "0"},
        {"double", "-0.0", "-0.0"},
        {"double", "1.50", "1.50"},
        {"float", "1e300", "1e300"},
        {"double", "1.0E-5", "1.0E-5"},
        {"double", "1e400", "\"1e400\""},
        {"double", "INF", "\"INF\""},
        {"double", "NaN", "\"NaN\""},
        {"double", "1.", "\"1.\""},
        {"double", ".5", "\".5\""},
        {"double", "+1", "\"+1\""},
        {"double", "1e", "\"1e\""},
        {"double", "1e+", "\"1e+\""},
        {"double", "0x10", "\"0x10\""},
        {"double", "--1", "\"--1\""},
        {"int", "007", "\"007\""},
        {"int", "seven", "\"seven\""},
        {"int", "", ""},
        {"int", " ", ""},
        {"boolean", "true", "true"},
        {"boolean", "False", "false"},
        {"boolean", "1", "true"},
        {"boolean", "0", "false"},
        {"boolean", "yes", "\"yes\""},
        {"boolean", "", ""},
        {"string", "7", "\"7\""},
        {"string", " a\n", "\" a\\n\""},
        {"string", "", "\"\""},
        {"", "7", "\"7\""},
        {"DOUBLE", "7", "7"},
        {"whatever", "true", "\"true\""},
    }));
    INFO(row.type << " " << row.text);
    const XmlReading reading =
        graphml(file_of(key("k", "node", "p", row.type),
                        "<node id='a'><data key='k'>" + row.text + "</data></node>"));
    CHECK(reading.said.empty());
    CHECK(in_short(reading.graph) ==
          Strings{"a identity 'a'" + (row.json.empty() ? "" : " p=" + row.json)});
    CHECK(is_whole(reading.graph));
}

TEST_CASE("GraphML's keys: defaults, domains, names", "[read]") {
    struct Row {
        std::string keys, content;
        Strings graph;
        std::string about;  ///< the graph
    };
    const std::string standard = "><default>5</default></key>";
    const auto row = GENERATE_COPY(values<Row>({
        {key("k", "node", "n", "int", standard),
         "<node id='a'/><edge source='a' target='a'/>",
         {"a identity 'a' n=5", "a related-to a"},
         ""},
        {key("k", "edge", "n", "int", standard),
         "<node id='a'/><edge source='a' target='a'/>",
         {"a identity 'a'", "a related-to a n=5"},
         ""},
        {key("k", "all", "n", "int", standard),
         "<node id='a'/><edge source='a' target='a'/>",
         {"a identity 'a' n=5", "a related-to a n=5"},
         " n=5"},
        {"<key id='k'>" + standard.substr(1),
         "<node id='a'/>",
         {"a identity 'a' k=\"5\""},
         " k=\"5\""},
        {key("k", "graph", "n", "int", standard), "<node id='a'/>", {"a identity 'a'"}, " n=5"},
        // A default stands back behind a value; of two defaults the first counts.
        {key("k", "node", "n", "int", standard) + key("l", "node", "n", "int", standard),
         "<node id='a'><data key='k'>1</data></node><node id='b'/>",
         {"a identity 'a' n=1", "b identity 'b' n=5"},
         ""},
        {key("k", "node", "type", "string", "><default>tool</default></key>"),
         "<node id='a'/><node id='b'><data key='k'>malware</data></node>",
         {"a tool 'a'", "b malware 'b'"},
         ""},
        // A value in a place that its key is not for is one nonetheless.
        {key("k", "edge", "n", "int"),
         "<node id='a'><data key='k'>1</data></node>",
         {"a identity 'a' n=1"},
         ""},
        // Two values of one name: both are kept if they differ.
        {key("k", "node", "n", "int"),
         "<node id='a'><data key='k'>1</data><data key='k'>1</data></node>",
         {"a identity 'a' n=1"},
         ""},
        {key("k", "node", "n", "int"),
         "<node id='a'><data key='k'>1</data><data key='k'>2</data></node>",
         {"a identity 'a' n=1 x_n=2"},
         ""},
        // Names of the native format.
        {key("k", "node", "id", "string") + key("l", "node", "names", "string"),
         "<node id='a'><data key='k'>b</data><data key='l'>c</data></node>",
         {"a identity 'a' x_id=\"b\" x_names=\"c\""},
         ""},
        {key("k", "edge", "source", "string") + key("l", "edge", "id", "string"),
         "<edge source='a' target='b'><data key='k'>c</data><data key='l'>d</data></edge>",
         {"a identity undefined 'a'", "b identity undefined 'b'",
          "a related-to b x_id=\"d\" x_source=\"c\""},
         ""},
        {key("k", "graph", "entities", "string") + key("l", "graph", "title", "int") +
             key("m", "graph", "actormap", "int"),
         "<data key='k'>e</data><data key='l'>1</data><data key='m'>2</data>",
         {},
         " x_actormap=2 x_entities=\"e\" x_title=1"},
        // What is said of several graphs.
        {key("k", "graph", "n", "int"),
         "<data key='k'>1</data></graph><graph><data key='k'>2</data>",
         {},
         " n=1 x_n=2"},
        {"",
         "<desc>of all</desc><node id='a'><desc>of one</desc></node>",
         {"a identity 'a' (of one)"},
         " description=\"of all\""},
        {key("k", "node", "description", "string"),
         "<node id='a'><data key='k'>first</data><desc>second</desc></node>",
         {"a identity 'a' (first)"},
         ""},
    }));
    INFO(row.keys << row.content);
    const XmlReading reading = graphml(file_of(row.keys, row.content));
    CHECK(reading.said.empty());
    CHECK(in_short(reading.graph) == row.graph);
    CHECK(in_short(reading.graph.properties()) == row.about);
    CHECK(is_whole(reading.graph));
}

TEST_CASE("GraphML's directions", "[read]") {
    const auto edges = [](const std::string& direction, const std::string& attribute) {
        const XmlReading reading =
            graphml(file_of("", "<edge source='a' target='b'" + attribute + "/>", direction));
        return in_short(reading.graph).back();
    };
    CHECK(edges("directed", "") == "a related-to b");
    CHECK(edges("undirected", "") == "a related-to b directed=false");
    CHECK(edges("directed", " directed='false'") == "a related-to b directed=false");
    CHECK(edges("undirected", " directed='true'") == "a related-to b");
    const XmlReading nested = graphml(
        file_of("",
                "<node id='a'><graph edgedefault='undirected'><node id='b'/>"
                "<edge source='b' target='b'/></graph></node><edge source='a' target='b'/>"));
    CHECK(in_short(nested.graph) == Strings{"a identity 'a'", "b identity 'b'", "a related-to b",
                                            "b related-to b directed=false"});
}

TEST_CASE("GraphML of this program that igraph saved again has its own ids", "[read]") {
    const std::string keys = key("g", "graph", "actormap", "double") +
                             key("v", "node", "id", "string") + key("t", "node", "type", "string") +
                             key("e", "edge", "type", "string");
    const auto vertex = [](const std::string& id, const std::string& kept) {
        return "<node id='" + id + "'><data key='t'>tool</data>" + kept + "</node>";
    };
    const auto edge = [](const std::string& from, const std::string& to) {
        return "<edge source='" + from + "' target='" + to + "'><data key='e'>uses</data></edge>";
    };
    // What was added there has no id of ours, and of two with the same one the first has it.
    const std::string vertices =
        vertex("n0", "<data key='v'>apt31</data>") + vertex("n1", "<data key='v'>n0</data>") +
        vertex("plain", "") + vertex("n3", "<data key='v'>None</data>") +
        vertex("n4", "<data key='v'></data>") + vertex("n5", "<data key='v'>apt31</data>");
    const XmlReading reading =
        graphml(file_of(keys, "<data key='g'>1</data>" + vertices + edge("n0", "n1") +
                                  edge("n5", "n3") + edge("plain", "n0")));
    CHECK(reading.said.empty());
    CHECK(in_short(reading.graph) == Strings{"apt31 tool 'apt31'", "n0 tool 'n0'", "n3 tool 'n3'",
                                             "n4 tool 'n4'", "n5 tool 'n5'", "plain tool 'plain'",
                                             "apt31 uses n0", "n5 uses n3", "plain uses apt31"});
}

TEST_CASE("what GraphML says and no graph of ours can is counted", "[read]") {
    const XmlReading reading = graphml(
        "<graphml><key id='k' attr.name='n'/>\n<graph>\n"
        "<node id='a'>\n<port name='p'><data key='k'>1</data></port>\n"
        "<graph>\n<data key='k'>2</data></graph></node>\n"
        "<hyperedge><endpoint node='a'/><data key='k'>3</data></hyperedge>\n"
        "<edge source='a' target='a' sourceport='p'/>\n"
        "<node id='b'><data key='k'>4</data><data key='k'>5</data>\n<data key='k'>6</data></node>"
        "<locator><node id='c'/></locator></graph></graphml>");
    CHECK(reading.said.empty());
    CHECK(in_short(reading.graph) ==
          Strings{"a identity 'a'", "b identity 'b' n=\"4\" x_n=\"5\"", "a related-to a"});
    CHECK(reading.found ==
          Strings{"6:1 data of a graph that is nested in another", "4:1 a port of a vertex",
                  "7:1 a hyperedge, left out", "8:1 an edge that leads to a port of a vertex",
                  "10:1 a third value of 'n' in one record", "10:30 an element 'locator'"});
    const XmlReading standard = graphml(
        "<graphml><key id='k' attr.name='n'><desc>of the key</desc></key><graph><node id='a' "
        "yfiles.foldertype='group' parse.indegree='0' parse.outdegree='0'/></graph></graphml>");
    CHECK(standard.found.empty());
    const XmlReading words =
        graphml(file_of("",
                        "<node id='a' label='A' xml:lang='en' xmlns:y='y' y:z='1'><extra/></node>\n"
                        "<edge source='a' target='a' directed='true' weight='2'/>"));
    CHECK(in_short(words.graph) == Strings{"a identity 'a'", "a related-to a"});
    CHECK(words.found == Strings{"1:40 the attribute 'label' of an element 'node'",
                                 "1:97 an element 'extra'",
                                 "2:1 the attribute 'weight' of an element 'edge'"});
}

TEST_CASE("faults of GraphML", "[read]") {
    struct Row {
        std::string content;
        Strings said;
    };
    const std::string name(501, 'n'), longer((1U << 20U) + 1, 'v');
    const auto row = GENERATE_COPY(values<Row>({
        {"<svg/>",
         {"x:1:1: error: the first element is 'svg'; GraphML begins with <graphml> "
          "[graphml-root]"}},
        {file_of("", "<node id='a'>\n <data key='k'>1</data><data>2</data></node>"),
         {"x:2:2: error: data has the key 'k', which no <key> declares; declare it [graphml-key]",
          "x:2:24: error: data has the key '', which no <key> declares; declare it "
          "[graphml-key]"}},
        {file_of("<key attr.name='n'/>", ""),
         {"x:1:10: error: a key has no id; give it one [graphml-key]"}},
        {file_of("<key id='a'/><key id='a'><default>1</default></key>", "<node id='v'/>"),
         {"x:1:23: error: the key 'a' is declared twice; rename one of them [graphml-key]"}},
        {file_of("<key id='a' attr.name=''/>", ""),
         {"x:1:10: error: the name of the key 'a' has 0 bytes; give 1 to 500 [graphml-key]"}},
        {file_of("<key id='a' attr.name='" + name + "'/>", ""),
         {"x:1:10: error: the name of the key 'a' has 501 bytes; give 1 to 500 [graphml-key]"}},
        {file_of("", "<node/>\n<edge source='a'/>"),
         {"x:1:40: error: a vertex has no id; give 1 to 500 bytes without control characters "
          "[id-invalid]",
          "x:2:1: error: the target of an edge has no id; give 1 to 500 bytes without control "
          "characters [id-invalid]"}},
        {file_of("<key id='k'/>", "<node id='a'><data key='k'>" + longer + "</data></node>"),
         {"x:1:66: error: the value of 'k' is longer than 1048576 bytes; shorten it [xml-size]"}},
        {file_of("<key id='k_json'/>",
                 "<node id='a'><data key='k_json'>" + longer + "</data></node>"),
         {"x:1:71: error: the value of 'k_json' is longer than 1048576 bytes; shorten it "
          "[xml-size]"}},
        {file_of("<key id='k'><default>" + longer + "</default></key>", ""),
         {"x:1:22: error: the value of 'k' is longer than 1048576 bytes; shorten it [xml-size]"}},
        {file_of("", "<node id='a'><node"),
         {"x:1:58: error: this is no XML; write &lt; for '<', &amp; for '&', and no control "
          "characters [xml-syntax]"}},
    }));
    INFO(row.content.substr(0, 200));
    const XmlReading reading = graphml(row.content);
    CHECK(reading.said == row.said);
    CHECK(is_whole(reading.graph));
}

TEST_CASE("a small GraphML file is no large graph", "[read]") {
    // A default of 100 kB for each of 10,000 vertices would be a gigabyte.
    std::string vertices;
    for (int i = 0; i < 10'000; ++i) vertices += "<node id='" + std::to_string(i) + "'/>";
    const std::string standard = "><default>" + std::string(100'000, 'x') + "</default></key>";
    const XmlReading reading =
        graphml(file_of(key("k", "node", "n", "string", standard), vertices));
    REQUIRE(reading.said.size() == 1);
    CHECK(reading.said[0].substr(0, 36) == "x:1:66: error: the graph would be fa");
    CHECK(reading.said[0].substr(reading.said[0].rfind('[')) == "[xml-growth]");
    CHECK(reading.graph.entities().size() < 1000);
    // However many attributes a vertex has, each is there once.
    for (int count = 1; count < 40; ++count) {
        std::string keys, once, again;
        for (int i = 0; i < count; ++i) {
            const std::string number = std::to_string(i);
            keys += key("k" + number, "node", "n" + number, "int");
            once += "<data key='k" + number + "'>1</data>";
        }
        const XmlReading twice =
            graphml(file_of(keys, "<node id='a'>" + once + "<data key='k0'>2</data></node>"));
        CHECK(twice.graph.entities()[0].properties.find("n0") == "1");
        CHECK(twice.graph.entities()[0].properties.find("x_n0") == "2");
    }
    // A thousand attributes of one vertex are none too many, however many of them are the same.
    std::string keys, values;
    for (int i = 0; i < 1000; ++i) {
        keys += key("k" + std::to_string(i), "node", "n" + std::to_string(i), "int");
        values += "<data key='k" + std::to_string(i) + "'>1</data>";
    }
    const XmlReading many = graphml(file_of(keys, "<node id='a'>" + values + values + "</node>"));
    CHECK(many.graph.entities()[0].properties.find("n999") == "1");
    CHECK(many.graph.entities()[0].properties.find("x_n20") == "1");
}

TEST_CASE("GraphML of this program gives back what it was made of", "[read]") {
    const XmlReading reading = graphml(
        "<graphml>" + key("a", "graph", "actormap", "int") + key("t", "graph", "title", "string") +
        key("s", "graph", "speakers_json", "string") + key("l", "node", "label", "string") +
        key("y", "node", "type", "string") + key("c", "node", "aliases", "string") +
        key("n", "node", "n", "int", "><default>7</default></key>") +
        key("r", "edge", "type", "string") + key("q", "edge", "claims", "int") +
        key("j", "edge", "claims_json", "string") +
        "<graph edgedefault='directed'><data key='a'>1</data><data key='t'>T</data>"
        "<data key='s'>[{\"id\": \"v\", \"kind\": \"vendor\"}]</data>"
        "<node id='x'><data key='l'>X</data><data key='y'>tool</data><data key='c'>Y</data></node>"
        "<node id='z'><data key='y'>malware</data></node>"
        "<edge id='e0' source='x' target='z'><data key='r'>uses</data><data key='q'>1</data>"
        "<data key='j'>[{\"by\": \"v\", \"excerpt\": \"&lt;it&gt;\"}]</data></edge>"
        "</graph></graphml>");
    Diagnostics diagnostics;
    const ActorGraph expected =
        read({{"x", R"({"actormap": 1, "title": "T", "speakers": [{"id": "v", "kind": "vendor"}],
        "entities": [{"id": "x", "type": "tool", "name": "X"}, {"id": "z", "type": "malware"}],
        "relations": [{"from": "x", "type": "uses", "to": "z",
                       "claims": [{"by": "v", "excerpt": "<it>"}]}]})"}},
             InputFormat::native, diagnostics)
            .graph;
    CHECK(diagnostics.all().empty());
    CHECK(reading.said.empty());
    CHECK(write_native(reading.graph) == write_native(expected));
    CHECK(reading.graph == expected);
    // What is embedded may be longer than a text.
    const std::string part = "&quot;" + std::string(500'000, 'x') + "&quot;";
    const XmlReading large =
        graphml("<graphml>" + key("a", "graph", "actormap", "int") +
                key("y", "node", "type", "string") + key("p", "node", "properties_json", "string") +
                "<graph><data key='a'>1</data><node id='x'><data key='y'>tool</data><data key='p'>"
                "{&quot;list&quot;: [" +
                part + "," + part + "," + part + "]}</data></node></graph></graphml>");
    CHECK(large.said.empty());
    CHECK(large.graph.entities()[0].properties.find("list")->size() > 1'500'000);
    const XmlReading broken = graphml(
        "<graphml>" + key("a", "graph", "actormap", "int") +
        key("j", "edge", "claims_json", "string") +
        "<graph><data key='a'>1</data><edge source='x' target='z'>\n<data key='j'>[{</data></edge>"
        "</graph></graphml>");
    REQUIRE(broken.said.size() == 1);
    CHECK(broken.said[0].substr(0, 4) == "x:2:");
}

TEST_CASE("GraphML's names are mapped by --columns", "[read]") {
    const XmlReading reading =
        graphml(file_of(key("k", "edge", "relation", "string"),
                        "<edge source='a' target='b'><data key='k'>uses</data></edge>"),
                {{"type", "relation"}});
    CHECK(in_short(reading.graph).back() == "a uses b");
}

TEST_CASE("GraphML that was cut anywhere is refused, and gives nothing", "[read]") {
    const std::string content =
        "<?xml version='1.0'?><graphml xmlns='u'><key id='k' for='node' attr.name='n'>"
        "<default>1</default></key><graph edgedefault='directed'><node id='\xC3\xA4'>"
        "<data key='k'>1 &lt; 2</data></node><edge source='\xC3\xA4' "
        "target='b'/></graph></graphml>";
    for (std::size_t size = 0; size < content.size(); ++size) {
        INFO(size);
        const XmlReading reading = graphml(std::string_view(content).substr(0, size));
        REQUIRE(reading.said.size() == 1);
        CHECK(reading.said[0].substr(reading.said[0].rfind('[')) == "[xml-syntax]");
        CHECK(reading.graph.entities().empty());
    }
    CHECK(graphml(content).said.empty());
    CHECK(graphml("<graphml>\xE4</graphml>").said.size() == 1);  // Latin-1
}
