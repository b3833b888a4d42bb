#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/write/native.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

/// The graph as native text, without the claims by the file itself and without its line ends.
std::string records(const Reading& reading) {
    std::string text;
    for (const Entity& entity : reading.graph().entities())
        text +=
            entity.id + '/' + entity.type + '/' + entity.name + (entity.undefined ? "?" : "") + ' ';
    for (const Relation& relation : reading.graph().relations()) {
        text += "| " + reading.graph()[relation.from].id + ' ' + relation.type.str() + ' ' +
                reading.graph()[relation.to].id;
        for (const Property& property : relation.properties)
            text += ' ' + std::string(property.name) + '=' + std::string(property.json);
        text += ' ';
    }
    return text;
}

}  // namespace

TEST_CASE("node-link JSON of several programs is read", "[read]") {
    struct Row {
        std::string text, expected;
    };
    const auto row = GENERATE(values<Row>({
        {R"({"directed": true, "multigraph": false, "graph": {}, "nodes": [{"id": "a"}, {"id": 2}],
             "links": [{"source": "a", "target": 2, "weight": 1.50}]})",
         "2/identity/2 a/identity/a | a related-to 2 weight=1.50 "},
        {R"({"directed": false, "nodes": [{"id": "a", "label": "A", "name": "other", "type": "tool"}],
             "edges": [{"source": "a", "target": "b", "type": "uses", "id": 7}]})",
         "a/tool/A b/identity/b? | a uses b directed=false x_id=7 "},
        {R"({"nodes": [{"id": "a", "name": "N"}], "links": [{"source": "a", "target": "a", "label": "likes",
             "start": "2020", "stop": "never", "to": [1], "gone": null}]})",
         "a/identity/N | a likes a x_stop=\"never\" x_to=[1] "},
        {R"({"elements": {"nodes": [{"data": {"id": "a", "name": "A"}, "position": {"x": 1, "y": 2}}],
             "edges": [{"data": {"id": "e", "source": "a", "target": "a"}}]}})",
         "a/identity/A | a related-to a x_id=\"e\" "},
        {R"({"directed": false, "elements": {"nodes": [{"data": {"id": "a"}}],
             "edges": [{"data": {"source": "a", "target": "a"}}]}})",
         "a/identity/a | a related-to a directed=false "},
        {R"({"nodes": [{"id": "a"}], "links": [], "elements": 3})", "a/identity/a "},
        {R"({"elements": [{"data": {"id": "e", "source": "a", "target": "b"}}, {"data": {"id": "b"}},
             {"data": {"id": "a"}}]})",
         "a/identity/a b/identity/b | a related-to b x_id=\"e\" "},
        {R"({"nodes": [], "links": []})", ""},
        // What means something here gets a prefix, and another one if that is taken.
        {R"({"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "a", "to": 1, "x_to": 2, "x_x_to": 3}]})",
         "a/identity/a | a related-to a x_to=2 x_x_to=3 x_x_x_to=1 "},
    }));
    INFO(row.text);
    const Reading reading = read_text(row.text);
    CHECK(reading.said.empty());
    CHECK(records(reading) == row.expected);
    CHECK(records(read_text(row.text, InputFormat::node_link)) == row.expected);
}

TEST_CASE("Cytoscape JSON: what NetworkX makes of it, and what is counted", "[read]") {
    const Reading pairs = read_text(
        R"({"data": [["actormap", 1], ["title", "T"], [1, 2], "x"], "directed": true,
            "elements": {"nodes": [{"data": {"id": "a", "label": "A", "type": "tool"}}], "edges": []}})");
    CHECK(pairs.said.empty());
    CHECK(pairs.result.report.findings.count("uninterpreted-value") == 2);
    CHECK(pairs.graph().title() == "T");
    CHECK(records(pairs) == "a/tool/A ");
    const Reading classes = read_text(
        R"({"elements": [{"data": {"id": "a"}, "group": "nodes", "selected": true, "classes": "red",
              "scratch": {}}]})");
    const auto& entry = classes.result.report.findings.entries().at("uninterpreted-value");
    REQUIRE(entry.count == 1);
    CHECK(entry.first[0].what == "the member 'classes' of an element");
}

TEST_CASE("what is no node-link graph says where", "[read]") {
    struct Row {
        std::string text;
        std::vector<std::string> said;
    };
    const auto row = GENERATE(values<Row>({
        {"{\"nodes\": [\"a\"],\n \"links\": [{\"source\": \"a\"}, 3]}",
         {"x:1:12: error: a node is a text; give an object [node-link-shape]",
          "x:2:12: error: the target of an edge has no id; give 1 to 500 bytes without control "
          "characters [id-invalid]",
          "x:2:29: error: a link is a number; give an object [node-link-shape]"}},
        {R"({"nodes": [{"id": [1]}], "links": []})",
         {"x:1:12: error: a vertex has a list as id; give 1 to 500 bytes without control "
          "characters [id-invalid]"}},
        {R"({"nodes": [{"name": "a"}], "links": []})",
         {"x:1:12: error: a vertex has no id; give 1 to 500 bytes without control characters "
          "[id-invalid]"}},
        {R"({"nodes": [{"id": "a\u0001"}], "links": []})",
         {"x:1:19: error: a vertex is 'a?'; give 1 to 500 bytes without control characters "
          "[id-invalid]"}},
        {R"({"elements": [{"id": "a"}]})",
         {"x:1:15: error: an element has no 'data'; give an object with its id [node-link-shape]"}},
        {R"({"links": []})",
         {"x:1:1: error: this is no node-link graph; give an object with the lists 'nodes' and "
          "'links', or Cytoscape's 'elements' [node-link-shape]"}},
    }));
    INFO(row.text);
    CHECK(read_text(row.text, InputFormat::node_link).said == row.said);
}

TEST_CASE("only a file that says it is ours is read as ours", "[read]") {
    const std::string nodes =
        R"("nodes": [{"id": "a", "type": "tool", "label": "A", "names_json": [{"name": "B"}], "aliases": "B"}],
           "links": [{"source": "a", "target": "a", "type": "uses", "claims": 2, "disputed": false,
                      "claims_json": "[{\"by\": \"s\", \"stance\": \"denies\"}]", "key": 0}]})";
    const Reading ours = read_text(R"({"graph": {"actormap": 1,
        "speakers_json": [{"id": "s", "kind": "press"}]}, )" +
                                   nodes);
    CHECK(ours.said.empty());
    CHECK(ours.graph().entities()[0].names.size() == 1);
    CHECK(ours.graph().entities()[0].properties.empty());
    CHECK(ours.graph().speakers()[0].kind == SpeakerKind::press);
    REQUIRE(ours.graph().claims().size() == 1);
    CHECK(ours.graph().claims()[0].stance == Stance::denies);
    CHECK(ours.graph().relations()[0].properties.empty());

    const Reading foreign = read_text(R"({"graph": {"actormap": 2}, )" + nodes);
    CHECK(foreign.graph().entities()[0].names.empty());
    CHECK(foreign.graph().entities()[0].properties.size() == 2);
    REQUIRE(foreign.graph().claims().size() == 1);
    CHECK(foreign.graph().claims()[0].stance == Stance::asserts);  // the file's own
    CHECK(foreign.graph().relations()[0].properties.size() == 4);
}

TEST_CASE("a file of ours keeps its words, and what other programs leave empty is nothing",
          "[read]") {
    const std::string text = R"({"graph": {"actormap": 1}, "nodes": [{"id": "a", "label": "A",
        "type": "tool", "description": "", "names_json": "", "degree": 1,
        "properties_json": {"degree": 99, "x": null}}],
        "links": [{"source": "a", "target": "a", "type": "uses", "start": "", "claims_json": ""}]})";
    Diagnostics diagnostics;
    const ActorGraph graph =
        read({{"x", text}}, std::nullopt, diagnostics, {parse_column_map("type=label")}).graph;
    CHECK(diagnostics.all().empty());
    CHECK(graph.entities()[0].type == "tool");
    CHECK(graph.entities()[0].name == "A");
    CHECK(*graph.entities()[0].properties.find("degree") == "99");
    CHECK(*graph.entities()[0].properties.find("x") == "null");
    CHECK(graph.relations().size() == 1);
}

TEST_CASE("what a file of ours embeds is checked at its place", "[read]") {
    const auto said = [](const std::string& link) {
        return read_text(
                   R"({"graph": {"actormap": 1}, "nodes": [{"id": "a", "type": "tool"}], "links": [)" +
                   link + "]}")
            .said;
    };
    CHECK(said(R"({"source": "a", "target": "a", "type": "uses", "claims_json": "[{"})").size() ==
          1);
    CHECK(
        said(
            R"({"source": "a", "target": "a", "type": "uses", "claims_json": "[{\"stance\": \"x\"}]"})")
            .front()
            .find("value-unknown") != std::string::npos);
    CHECK(said(R"({"source": "a", "type": "uses"})").front().find("property-missing") !=
          std::string::npos);
}
