#include "read/xml_reading.hpp"
#include "support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;

XmlReading gexf(std::string_view content, const ColumnMap& columns = {}) {
    return read_graph(read_gexf, content, columns);
}

/// A file with this in its graph.
std::string file_of(const std::string& content, const std::string& direction = "directed") {
    return "<gexf><graph defaultedgetype='" + direction + "'>" + content + "</graph></gexf>";
}

std::string attribute(const std::string& owner, const std::string& title, const std::string& type,
                      const std::string& rest = "/>") {
    return "<attributes class='" + owner + "'><attribute id='0' title='" + title + "' type='" +
           type + "'" + rest + "</attributes>";
}

std::string valued(const std::string& text) {
    return "<attvalues><attvalue for='0' value='" + text + "'/></attvalues>";
}

}  // namespace

TEST_CASE("GEXF as Gephi writes it", "[read]") {
    const XmlReading reading = gexf(R"(<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
  <meta lastmodifieddate="2023-05-01">
    <creator>Gephi 0.10.1</creator>
    <title></title>
    <description>Who targets whom</description>
  </meta>
  <graph defaultedgetype="directed" mode="static" idtype="string">
    <attributes class="node" mode="static">
      <attribute id="modularity_class" title="Modularity Class" type="integer">
        <default>0</default>
      </attribute>
      <attribute id="pageranks" title="PageRank" type="double"/>
    </attributes>
    <nodes count="2">
      <node id="a" label="APT &quot;31&quot;">
        <attvalues>
          <attvalue for="modularity_class" value="3"></attvalue>
          <attvalue for="pageranks" value="0.0043"></attvalue>
        </attvalues>
        <viz:size value="10.5"></viz:size>
        <viz:position x="-15.7" y="93.1" z="0.0"></viz:position>
        <viz:color r="236" g="81" b="0" a="0.6"></viz:color>
      </node>
      <node id="b" label="b">
        <viz:color hex="#FF00a1"/>
      </node>
    </nodes>
    <edges count="1">
      <edge id="7" source="a" target="b" label="targets" kind="uses" weight="2.0">
        <viz:thickness value="3"/>
      </edge>
    </edges>
  </graph>
</gexf>
)");
    CHECK(reading.said.empty());
    CHECK(reading.found.empty());
    CHECK(in_short(reading.graph.properties()) ==
          " creator=\"Gephi 0.10.1\" description=\"Who targets whom\""
          " lastmodifieddate=\"2023-05-01\"");
    CHECK(in_short(reading.graph) ==
          Strings{"a identity 'APT \"31\"' Modularity Class=3 PageRank=0.0043 color=\"#ec5100\""
                  " size=10.5 x=-15.7 y=93.1 z=0.0",
                  "b identity 'b' Modularity Class=0 color=\"#FF00a1\"",
                  "a uses b label=\"targets\" thickness=3 weight=2.0 x_id=\"7\""});
    CHECK(to_string(reading.graph.where(reading.graph.entities()[0].place)) == "x:16:7");
    CHECK(is_whole(reading.graph));
}

TEST_CASE("GEXF as NetworkX writes it", "[read]") {
    const XmlReading reading = gexf(R"(<?xml version='1.0' encoding='utf-8'?>
<gexf xmlns:viz="http://www.gexf.net/1.2draft/viz" xmlns="http://www.gexf.net/1.2draft" version="1.2">
  <meta lastmodifieddate="2026-11-28">
    <creator>NetworkX 2.8.8</creator>
  </meta>
  <graph defaultedgetype="undirected" mode="dynamic" name="net" timeformat="date">
    <attributes mode="static" class="edge">
      <attribute id="1" title="weight" type="long" />
    </attributes>
    <attributes mode="dynamic" class="node">
      <attribute id="0" title="t" type="long" />
    </attributes>
    <nodes>
      <node id="a" label="a" pid="b">
        <viz:size value="3" />
        <attvalues>
          <attvalue for="0" value="3" start="1" end="2" />
          <attvalue for="0" value="4" start="2" />
        </attvalues>
      </node>
      <node id="b" label="b" />
    </nodes>
    <edges>
      <edge source="a" target="b" id="0" start="2010-01-01" end="2012-06" weight="0.1" type="knows">
        <attvalues>
          <attvalue for="1" value="1" />
        </attvalues>
      </edge>
    </edges>
  </graph>
</gexf>
)");
    CHECK(reading.said.empty());
    CHECK(in_short(reading.graph) ==
          Strings{"a identity 'a' parent=\"b\" size=3 t=3", "b identity 'b'",
                  "a knows b 2010-01-01..2012-06 directed=false weight=0.1 x_id=\"0\" x_weight=1"});
    CHECK(reading.found == Strings{"17:11 a value of 't' that holds for a time",
                                   "18:11 a value of 't' that holds for a time"});
    CHECK(in_short(reading.graph.properties()) ==
          " creator=\"NetworkX 2.8.8\" lastmodifieddate=\"2026-11-28\" name=\"net\"");
    CHECK(is_whole(reading.graph));
}

TEST_CASE("GEXF, element by element", "[read]") {
    struct Row {
        std::string content;
        Strings graph, found;
    };
    const std::string ends = "<node id='a'/><node id='b'/>";
    const auto edge = [&](const std::string& rest) {
        return ends + "<edges><edge source='a' target='b'" + rest + "</edges>";
    };
    const Strings both{"a identity 'a'", "b identity 'b'"};
    const auto with = [&](const std::string& relation) {
        return Strings{both[0], both[1], relation};
    };
    const auto row = GENERATE_COPY(values<Row>({
        {edge("/>"), with("a related-to b"), {}},
        {edge(" type='directed'/>"), with("a related-to b"), {}},
        {edge(" type='undirected'/>"), with("a related-to b directed=false"), {}},
        {edge(" type='mutual'/>"), with("a related-to b directed=false"), {}},
        {edge(" type='uses'/>"), with("a uses b"), {}},
        {edge(" kind='uses' label='l'/>"), with("a uses b label=\"l\""), {}},
        {edge(" label='uses'/>"), with("a uses b"), {}},
        {edge(" weight='1e-3'/>"), with("a related-to b weight=1e-3"), {}},
        {edge(" weight='much'/>"), with("a related-to b weight=\"much\""), {}},
        {edge(" weight=''/>"), with("a related-to b"), {}},
        {edge(" start='2010-01-31T00:00:00.000Z'/>"), with("a related-to b 2010-01-31.."), {}},
        {edge(" end='2010-01-31T00:00:01'/>"),
         with("a related-to b x_stop=\"2010-01-31T00:00:01\""),
         {}},
        {edge(" startopen='2009' endopen='2010'/>"), with("a related-to b 2009..2010"), {}},
        {edge("><spells><spell start='1'/><spell/></spells></edge>"),
         with("a related-to b"),
         {"1:112 a spell, one of several times", "1:130 a spell, one of several times"}},
        {attribute("edge", "type", "string") + edge(">" + valued("uses") + "</edge>"),
         with("a uses b"),
         {}},
        {attribute("edge", "source", "string") + edge(">" + valued("c") + "</edge>"),
         with("a related-to b x_source=\"c\""),
         {}},
        // Ids of attributes in the classes are apart, and a default stands back.
        {attribute("node", "n", "int", "><default>1</default></attribute>") +
             attribute("edge", "m", "float", "><default>2.5</default></attribute>") +
             "<node id='a'>" + valued("3") + "</node><node id='b'/>" +
             "<edge source='a' target='b'/>",
         {"a identity 'a' n=3", "b identity 'b' n=1", "a related-to b m=2.5"},
         {}},
        {attribute("node", "n", "boolean") +
             "<node id='a'><attvalues><attvalue id='0' value='TRUE'/></attvalues></node>",
         {"a identity 'a' n=true"},
         {}},
        {attribute("node", "n", "liststring") + "<node id='a'>" + valued("[x, y]") + "</node>",
         {"a identity 'a' n=\"[x, y]\""},
         {}},
        {"<attributes class='node'><attribute id='0'/></attributes><node id='a'>" + valued("1") +
             "</node>",
         {"a identity 'a' 0=\"1\""},
         {}},
        // Declared behind what has values of it.
        {"<node id='a'>" + valued("1") + "</node>" + attribute("node", "n", "integer"),
         {"a identity 'a' n=1"},
         {}},
        // Vertices in vertices.
        {"<node id='a'><nodes><node id='b'>" + std::string("<nodes><node id='c'/></nodes>") +
             "</node></nodes><edges><edge source='a' target='c'/></edges></node>",
         {"a identity 'a'", "b identity 'b' parent=\"a\"", "c identity 'c' parent=\"b\"",
          "a related-to c"},
         {}},
        {"<node id='a'><parents><parent for='b'/><parent for='c'/><parent "
         "for='d'/></parents></node>",
         {"a identity 'a' parent=\"b\" x_parent=\"c\""},
         {"1:97 a third value of 'parent' in one record"}},
        {"<node id='a' start='2010' end='x'/>", {"a identity 'a' start=\"2010\" stop=\"x\""}, {}},
        // Looks stand back behind values of their names, whatever comes first.
        {attribute("node", "size", "int") + "<node id='a'><size value='2'/>" + valued("1") +
             "</node>",
         {"a identity 'a' size=1 x_size=2"},
         {}},
        {"<node id='a'><color r='256' g='0' b='0'/></node>",
         {"a identity 'a'"},
         {"1:54 a colour that is none"}},
        {"<node id='a'><color hex='#12345g'/></node>",
         {"a identity 'a'"},
         {"1:54 a colour that is none"}},
        {"<node id='a'><color r='0' g='15' b='16'/></node>",
         {"a identity 'a' color=\"#000f10\""},
         {}},
    }));
    INFO(row.content);
    const XmlReading reading = gexf(file_of(row.content));
    CHECK(reading.said.empty());
    CHECK(in_short(reading.graph) == row.graph);
    CHECK(reading.found == row.found);
    CHECK(is_whole(reading.graph));
    // What stands in <meta> is no vertex.
    CHECK(in_short(gexf("<gexf><meta><node id='z'/></meta></gexf>").graph).empty());
    // Without a word an edge has no direction.
    CHECK(
        in_short(gexf("<gexf><graph><edge source='a' target='b'/></graph></gexf>").graph).back() ==
        "a related-to b directed=false");
}

TEST_CASE("GEXF's values of many times: the first is kept", "[read]") {
    const XmlReading reading =
        gexf(file_of(attribute("node", "n", "integer") +
                     "<node id='a'><attvalues><attvalue for='0' value='1' timestamp='2020'/>"
                     "<attvalue for='0' value='2' timestamp='2021'/></attvalues></node>"));
    CHECK(reading.said.empty());
    CHECK(in_short(reading.graph) == Strings{"a identity 'a' n=1"});
    REQUIRE(reading.found.size() == 2);
    CHECK(reading.found[1].ends_with("a value of 'n' that holds for a time"));
}

TEST_CASE("what GEXF does not know is counted", "[read]") {
    const XmlReading reading = gexf(
        file_of("<nodes><node id='a' weight='1' open='true'><shape value='disc'/><extra/><position "
                "x='1' y='2'/></node></nodes>"
                "<edges><edge source='a' target='a' width='3'/></edges>"));
    CHECK(reading.said.empty());
    CHECK(in_short(reading.graph) ==
          Strings{"a identity 'a' shape=\"disc\" x=1 y=2", "a related-to a"});
    CHECK(reading.found == Strings{"1:48 the attribute 'weight' of an element 'node'",
                                   "1:48 the attribute 'open' of an element 'node'",
                                   "1:105 an element 'extra'",
                                   "1:158 the attribute 'width' of an element 'edge'"});
}

TEST_CASE("faults of GEXF", "[read]") {
    struct Row {
        std::string content;
        Strings said;
    };
    const std::string title(501, 'n'), longer((1U << 20U) + 1, 'v');
    const auto row = GENERATE_COPY(values<Row>({
        {"<graphml/>",
         {"x:1:1: error: the first element is 'graphml'; GEXF begins with <gexf> [gexf-root]"}},
        {file_of("<node id='a'>\n <attvalue for='3' value='1'/><attvalue/></node>"),
         {"x:2:2: error: a value is for the attribute '3', which is not declared; declare it "
          "[gexf-attribute]",
          "x:2:31: error: a value is for the attribute '', which is not declared; declare it "
          "[gexf-attribute]"}},
        {file_of("<attributes class='node'>\n<attribute title='a'/></attributes>"),
         {"x:2:1: error: an attribute has no id; give it one [gexf-attribute]"}},
        {file_of("<attributes class='edge'>\n<attribute id='0'/><attribute id='0'><default>1"
                 "</default></attribute></attributes><edge source='a' target='b'/>"),
         {"x:2:20: error: the attribute '0' is declared twice; rename one of them "
          "[gexf-attribute]"}},
        {file_of("<attributes class='node'>\n<attribute id='0' title=''/></attributes>"),
         {"x:2:1: error: the title of the attribute '0' has 0 bytes; give 1 to 500 "
          "[gexf-attribute]"}},
        {file_of("<attributes class='node'>\n<attribute id='0' title='" + title +
                 "'/></attributes>"),
         {"x:2:1: error: the title of the attribute '0' has 501 bytes; give 1 to 500 "
          "[gexf-attribute]"}},
        {file_of("\n<node/>"),
         {"x:2:1: error: a vertex has no id; give 1 to 500 bytes without control characters "
          "[id-invalid]"}},
        {file_of("\n<node id='a' label='" + longer + "'/>"),
         {"x:2:1: error: the value of 'label' is longer than 1048576 bytes; shorten it "
          "[xml-size]"}},
        {"<!DOCTYPE gexf><gexf/>",
         {"x:1:1: error: a DOCTYPE can define entities, so none is read; remove it "
          "[xml-doctype]"}},
    }));
    INFO(row.content.substr(0, 200));
    const XmlReading reading = gexf(row.content);
    CHECK(reading.said == row.said);
    CHECK(is_whole(reading.graph));
}

TEST_CASE("of two attributes of one id the first counts", "[read]") {
    const XmlReading reading = gexf(
        file_of("<attributes class='node'><attribute id='0' title='n'/><attribute id='0' title='m'>"
                "<default>1</default></attribute></attributes><node id='a'/><node id='b'>" +
                valued("2") + "</node>"));
    CHECK(in_short(reading.graph) == Strings{"a identity 'a'", "b identity 'b' n=\"2\""});
}

TEST_CASE("a small GEXF file is no large graph", "[read]") {
    std::string vertices;
    for (int i = 0; i < 10'000; ++i) vertices += "<node id='" + std::to_string(i) + "'/>";
    const std::string standard =
        "><default>" + std::string(100'000, 'x') + "</default></attribute>";
    const XmlReading reading = gexf(file_of(attribute("node", "n", "string", standard) + vertices));
    REQUIRE(reading.said.size() == 1);
    CHECK(reading.said[0].substr(reading.said[0].rfind('[')) == "[xml-growth]");
    CHECK(reading.graph.entities().size() < 1000);
}

TEST_CASE("GEXF of this program gives back what it was made of", "[read]") {
    const auto content = [](const std::string& description) {
        return "<gexf><meta><creator>actormap</creator><description>" + description +
               "</description></meta><graph defaultedgetype='directed'><attributes class='node'>"
               "<attribute id='0' title='type' type='string'/>"
               "<attribute id='1' title='hue' type='string'/></attributes>"
               "<attributes class='edge'><attribute id='0' title='type' type='string'/>"
               "<attribute id='1' title='claims' type='long'><default>7</default></attribute>"
               "<attribute id='2' title='claims_json' type='string'/></attributes>"
               "<nodes><node id='x' label='X'><attvalues><attvalue for='0' value='tool'/>"
               "<attvalue for='1' value='red'/></attvalues>"
               "<viz:color r='1' g='2' b='3'/><viz:position x='1' y='2'/></node>"
               "<node id='z' label='z'><attvalues><attvalue for='0' value='malware'/></attvalues>"
               "</node></nodes><edges><edge id='0' source='x' target='z' label='uses' weight='2'>"
               "<attvalues><attvalue for='0' value='uses'/><attvalue for='1' value='1'/>"
               "<attvalue for='2' value='[{&quot;by&quot;: &quot;v&quot;}]'/></attvalues></edge>"
               "</edges></graph></gexf>";
    };
    const XmlReading reading = gexf(content(
        R"({"actormap": 1, "title": "T", "note": "&lt;", "speakers": [{"id": "v", "kind": "vendor"}]})"));
    Diagnostics diagnostics;
    const ActorGraph expected = read({{"x", R"({"actormap": 1, "title": "T", "note": "<",
        "speakers": [{"id": "v", "kind": "vendor"}],
        "entities": [{"id": "x", "type": "tool", "name": "X", "hue": "red"},
                     {"id": "z", "type": "malware", "name": "z"}],
        "relations": [{"from": "x", "type": "uses", "to": "z", "weight": 2,
                       "claims": [{"by": "v"}]}]})"}},
                                     InputFormat::native, diagnostics)
                                    .graph;
    CHECK(diagnostics.all().empty());
    CHECK(reading.said.empty());
    CHECK(reading.found.empty());
    CHECK(write_native(reading.graph) == write_native(expected));
    CHECK(reading.graph == expected);
    // What only looks like it is a description as any other.
    for (const char* const other :
         {"{\"actormap\": 1", "{\"actormap\": 2}", "{a set}", "actormap: 1", "[1]"}) {
        const XmlReading foreign = gexf(content(other));
        CHECK(foreign.said.empty());
        CHECK(foreign.graph.properties().find("description").has_value());
        CHECK(in_short(foreign.graph)[0] == "x tool 'X' color=\"#010203\" hue=\"red\" x=1 y=2");
    }
}

TEST_CASE("GEXF's names are mapped by --columns", "[read]") {
    const XmlReading reading =
        gexf(file_of(attribute("edge", "relation", "string") + "<edge source='a' target='b'>" +
                     valued("uses") + "</edge>"),
             {{"type", "relation"}});
    CHECK(in_short(reading.graph).back() == "a uses b");
    const XmlReading taken = gexf(
        file_of("<attributes class='edge'><attribute id='0' title='relation'/>"
                "<attribute id='1' title='type'/><attribute id='2' title='x_type'/></attributes>"
                "<edge source='a' target='b'><attvalue for='0' value='uses'/>"
                "<attvalue for='1' value='t'/><attvalue for='2' value='u'/></edge>"),
        {{"type", "relation"}});
    CHECK(in_short(taken.graph).back() == "a uses b x_type=\"u\" x_x_type=\"t\"");
}

TEST_CASE("GEXF that was cut anywhere is refused, and gives nothing", "[read]") {
    const std::string content =
        "<?xml version='1.0'?><gexf><meta><description>d\xC3\xA4</description></meta><graph>"
        "<attributes class='node'><attribute id='0' title='n'><default>1</default></attribute>"
        "</attributes><nodes><node id='\xC3\xA4'><attvalues><attvalue for='0' value='1 &lt; 2'/>"
        "</attvalues><viz:color r='1' g='2' b='3'/></node></nodes></graph></gexf>";
    for (std::size_t size = 0; size < content.size(); ++size) {
        INFO(size);
        const XmlReading reading = gexf(std::string_view(content).substr(0, size));
        REQUIRE(reading.said.size() == 1);
        CHECK(reading.said[0].substr(reading.said[0].rfind('[')) == "[xml-syntax]");
        CHECK(reading.graph.entities().empty());
    }
    CHECK(gexf(content).said.empty());
    CHECK(gexf("<gexf>\xE4</gexf>").said.size() == 1);  // Latin-1
}
