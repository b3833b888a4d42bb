#include "read/reading.hpp"
#include "support/catch.hpp"

using namespace actormap;
using namespace actormap::test;

namespace {

struct Row {
    std::string text;
    std::vector<std::string> said;
};

}  // namespace

TEST_CASE("edge table: every error names its place and its id", "[read]") {
    const auto row = GENERATE(values<Row>({
        {"source,target\na,b\n", {}},
        {"source,weight\na,1\n",
         {"x:1:1: error: an edge table needs the columns 'source' and 'target'; name them in its "
          "first row [csv-column]"}},
        {"source,target,source\n",
         {"x:1:15: error: the column 'source' stands twice; rename one of them [csv-column]"}},
        {"source,target\na\na,b,c\n",
         {"x:2:1: error: the row has 1 cells and the header 2; make them agree [csv-cells]",
          "x:3:1: error: the row has 3 cells and the header 2; make them agree [csv-cells]"}},
        {"source,target\n,b\n\"a\n\",c\n",
         {"x:2:1: error: a vertex is ''; give 1 to 500 bytes without control characters "
          "[id-invalid]",
          "x:3:1: error: a vertex is 'a?'; give 1 to 500 bytes without control characters "
          "[id-invalid]"}},
        {"source,target,type\na,b,\"x\ty\"\n",
         {"x:2:5: error: the type is 'x?y'; give 1 to 500 bytes without control characters "
          "[id-invalid]"}},
        {"source,target,start\na,b,12:30\n",
         {"x:2:5: error: '12:30' is no date; give YYYY, YYYY-MM or YYYY-MM-DD, or rename the "
          "column "
          "[date-invalid]"}},
        {"source,target,tpye\na,b,uses\n",
         {"x:1:15: warning: the column 'tpye' is kept as a property; did you mean 'type'? "
          "[csv-column]"}},
        {"source,target\na,\"b\n",
         {"x:2:3: error: a quoted cell has no closing quote; add it [csv-quote]"}},
    }));
    INFO(row.text);
    CHECK(read_text(row.text, InputFormat::csv).said == row.said);
}

TEST_CASE("edge table: what the cells become", "[read]") {
    const Reading reading = read_text(
        "type,source,target,start,stop,weight,from,'=k\n"
        "uses,a,b,2020,2021-02,0.50,7,t\n"
        ",b,'=c,,,,,\n");
    CHECK(reading.said.empty());
    const ActorGraph& graph = reading.graph();
    REQUIRE(graph.relations().size() == 2);
    const Relation& first = graph.relations()[0];
    CHECK(first.type == "uses");
    CHECK(to_string(first.when.start) == "2020");
    CHECK(to_string(first.when.stop) == "2021-02");
    CHECK(first.properties == Properties{{"=k", "\"t\""}, {"weight", "0.50"}, {"x_from", "7"}});
    CHECK(graph.relations()[1].type == "related-to");
    CHECK(graph[graph.relations()[1].to].id == "=c");
    CHECK(graph[graph.relations()[1].to].type == "identity");
}

TEST_CASE("edge table: a cell is a JSON number or a text", "[read]") {
    const auto cell = GENERATE(table<std::string, std::string>(
        {{"1", "1"},           {"-1", "-1"},
         {"0", "0"},           {"-0", "0"},
         {"-0.0", "-0.0"},     {"1.50", "1.50"},
         {"1e5", "1e5"},       {"1E-5", "1E-5"},
         {"0e1", "0e1"},       {"007", "\"007\""},
         {"-01", "\"-01\""},   {".5", "\".5\""},
         {"-.5", "\"-.5\""},   {"5.", "\"5.\""},
         {"5.e1", "\"5.e1\""}, {"1e", "\"1e\""},
         {"+1", "\"+1\""},     {"1e999", "\"1e999\""},
         {"inf", "\"inf\""},   {"nan", "\"nan\""},
         {"0x1", "\"0x1\""},   {" 1", "\" 1\""},
         {"true", "\"true\""}, {"18446744073709551616", "18446744073709551616"}}));
    const Reading reading =
        read_text("source,target,weight\na,b," + std::get<0>(cell) + "\n", InputFormat::csv);
    INFO(std::get<0>(cell));
    CHECK(reading.graph().relations()[0].properties == Properties{{"weight", std::get<1>(cell)}});
}

TEST_CASE("edge table: a time that runs backwards says nothing of which relation it is", "[read]") {
    const Reading reading = read_text(
        "source,target,start,stop\na,b,2758,2021\na,b,2728,2021\na,b,,\n", InputFormat::csv);
    CHECK(reading.said.empty());
    REQUIRE(reading.graph().relations().size() == 1);
    CHECK(reading.graph().relations()[0].when.empty());
}

TEST_CASE("edge list: words, comments and errors", "[read]") {
    const auto row = GENERATE(values<Row>({
        {"# a b\n% c\n\n  a\tb \r\nb c 2.5\n", {}},
        {"a b\rb c\r", {}},
        {"a b\n a\nb c 1 2\n",
         {"x:2:2: error: the line has 1 words; give two vertices, and a weight if there is one "
          "[edge-words]",
          "x:3:1: error: the line has 4 words; give two vertices, and a weight if there is one "
          "[edge-words]"}},
        {"a b\na b heavy\na b inf\n",
         {"x:2:5: error: 'heavy' is no weight; give a number [edge-weight]",
          "x:3:5: error: 'inf' is no weight; give a number [edge-weight]"}},
        {"a b\na b\x7f\n",
         {"x:2:3: error: a vertex is 'b?'; give 1 to 500 bytes without control characters "
          "[id-invalid]"}},
    }));
    INFO(row.text);
    CHECK(read_text(row.text, InputFormat::edges).said == row.said);
}

TEST_CASE("edge list: weights are numbers, however they are written", "[read]") {
    const auto weight = [](const std::string& word) {
        const Reading reading = read_text("a b " + word, InputFormat::edges);
        return std::string(reading.graph().relations()[0].properties.begin()->json);
    };
    CHECK(weight("2.50") == "2.50");
    CHECK(weight(".5") == "0.5");
    CHECK(weight("007") == "7");
    CHECK(weight("-0") == "0");
    CHECK(weight("-00") == "0");
    CHECK(weight("-.0") == "0");
    CHECK(read_text("a b\na c 1\n", InputFormat::edges).graph().relations()[0].properties.empty());
    const Reading cr = read_text("a b\rb c 3\r", InputFormat::edges);
    CHECK(cr.graph().relations().size() == 2);
}
