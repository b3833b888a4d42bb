#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/write/native.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

std::string names(const ActorGraph& graph) {
    std::string text;
    for (const Entity& entity : graph.entities())
        text += entity.id + '/' + entity.type + '/' + entity.name + (entity.undefined ? "? " : " ");
    return text;
}

}  // namespace

TEST_CASE("tables of vertices and edges are one graph, in any order", "[read]") {
    const std::pair<std::string, std::string> nodes{
        "nodes.csv", "Id,Label,type,size,7\na,The A,tool,3,x\nb,,,,\nc,C,malware,007,\n"};
    const std::pair<std::string, std::string> edges{"edges.csv",
                                                    "Source,Target,weight\na,b,2\nb,d,1\n"};
    const Reading one = read_inputs({nodes, edges}), other = read_inputs({edges, nodes});
    CHECK(one.said.empty());
    CHECK(names(one.graph()) == "a/tool/The A b/identity/b c/malware/C d/identity/d ");
    CHECK(one.graph() == other.graph());
    CHECK(*one.graph().entities()[0].properties.find("size") == "3");
    CHECK(*one.graph().entities()[2].properties.find("size") == "\"007\"");
    CHECK(one.graph().relations().size() == 2);
}

TEST_CASE("a table of vertices says what is wrong with it", "[read]") {
    struct Row {
        std::string text;
        std::vector<std::string> said;
    };
    const auto row = GENERATE(values<Row>({
        {"label\na\n",
         {"x:1:1: error: a table of vertices needs the column 'id'; name it in its first row, or "
          "with --columns id=NAME [csv-column]"}},
        {"id,label\na\n",
         {"x:2:1: error: the row has 1 cells and the header 2; make them agree "
          "[csv-cells]"}},
        {"id,label\n,A\n",
         {"x:2:1: error: a vertex has no id; give 1 to 500 bytes without "
          "control characters [id-invalid]"}},
        {"id,id\na,b\n",
         {"x:1:4: error: the column 'id' stands twice; rename one of them [csv-column]"}},
        {"id,label\n'=a,'=b\n", {}},
    }));
    INFO(row.text);
    CHECK(read_text(row.text, InputFormat::nodes).said == row.said);
}

TEST_CASE("columns have the names that they are given", "[read]") {
    const auto read_with = [](const std::string& text, const ColumnMap& map) {
        Diagnostics diagnostics;
        ActorGraph graph = read({{"x", text}}, std::nullopt, diagnostics, map).graph;
        CHECK(diagnostics.all().empty());
        return graph;
    };
    const ColumnMap map = parse_column_map("source=from,target=to,weight=n,\"type=Kind, of edge\"");
    const ActorGraph edges = read_with("from,to,n,\"Kind, of edge\",source\na,b,2,uses,x\n", map);
    REQUIRE(edges.relations().size() == 1);
    CHECK(edges.relations()[0].type.str() == "uses");
    CHECK(*edges.relations()[0].properties.find("weight") == "2");
    CHECK(*edges.relations()[0].properties.find("x_source") == "\"x\"");

    const ActorGraph groups = read_with(
        R"({"nodes": [{"id": "a", "group": "tool", "type": 3}], "links": [{"source": "a", "target": "a", "value": 4}]})",
        parse_column_map("type=group,weight=value"));
    CHECK(groups.entities()[0].type == "tool");
    CHECK(*groups.entities()[0].properties.find("x_type") == "3");
    CHECK(*groups.relations()[0].properties.find("weight") == "4");

    const ActorGraph swapped =
        read_with("source,target\na,b\n", parse_column_map("source=target,target=source"));
    CHECK(swapped[swapped.relations()[0].from].id == "b");
    CHECK(read_with("id,aliases,x\na,b,1\n", {}).entities()[0].properties.size() == 2);

    CHECK(names(read_with("key,label\na,A\n", parse_column_map("id=key"))) == "a/identity/A ");
}

TEST_CASE("a map of columns is checked", "[read]") {
    for (const char* text :
         {"", "source", "source=", "from=source", "=x", "source=a,source=b", "\"a"})
        CHECK_THROWS_WITH(parse_column_map(text), Catch::Matchers::Contains("--columns: "));
    CHECK(parse_column_map("id=a=b").front().second == "a=b");
}
