#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/base/file.hpp>
#include <actormap/read/sheet.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;

const std::string mapping_text = R"({"actormap-sheets": 1,
  "before": [{"relation": "originates-from", "type": "location", "countries": true}],
  "group": {"type": "intrusion-set", "columns": ["Name", "Vendor"]},
  "blank": ["?", "not,  known"],
  "speakers": [{"id": "v", "name": "V", "kind": "vendor", "country": "US"}],
  "names": [{"columns": ["Vendor"], "by": "v"}, {"columns": ["Others", "More"], "list": true}],
  "relations": [
    {"columns": ["Tools"], "relation": "uses", "type": "malware"},
    {"columns": ["Targets"], "relation": "targets", "type": "identity", "countries": true},
    {"columns": ["Op 1", "Op 2"], "relation": "attributed-to", "type": "campaign", "incoming": true},
    {"columns": ["Overlaps"], "relation": "related-to", "type": "intrusion-set"}],
  "properties": [{"columns": ["Comment"], "property": "comment"},
    {"columns": ["Link 1", "Link 2"], "property": "links"}]})";

std::optional<SheetMapping> parse(const std::string& text, Strings* said = nullptr) {
    Diagnostics diagnostics;
    auto mapping = parse_sheet_mapping(text, "m", diagnostics);
    if (said) {
        for (const Diagnostic& d : diagnostics.all()) said->push_back(to_string(d));
    }
    return mapping;
}

/// Reads sheets, called x, y, …, by the mapping above or another one.
Reading read_sheets(const Strings& sheets, const std::string& mapping = mapping_text) {
    InputNames names;
    names.sheets = parse(mapping);
    REQUIRE(names.sheets);
    std::vector<Input> inputs;
    for (const std::string& sheet : sheets)
        inputs.push_back({std::string(1, static_cast<char>('x' + inputs.size())), sheet});
    Diagnostics diagnostics;
    Reading reading{read(std::move(inputs), {}, diagnostics, names), {}};
    for (const Diagnostic& d : diagnostics.all()) reading.said.push_back(to_string(d));
    return reading;
}

/// "name type name" of every relation, ascending.
Strings relations_of(const ActorGraph& graph) {
    Strings lines;
    for (const Relation& relation : graph.relations()) {
        const Entity &from = graph[relation.from], &to = graph[relation.to];
        lines.push_back(from.name + ' ' + std::string(relation.type.view()) + ' ' + to.type + ' ' +
                        to.name);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// "name" or "name by speaker" of every name of an entity, in their order.
Strings names_of(const ActorGraph& graph, const char* id) {
    Strings lines;
    for (const Name& name : graph[*graph.find_entity(id)].names)
        lines.push_back(name.name + (name.by ? " by " + graph[*name.by].name : ""));
    return lines;
}

struct Row {
    std::string text;
    Strings said;
};

}  // namespace

TEST_CASE("sheet: a list is cut outside brackets and quotes", "[read]") {
    struct List {
        std::string text;
        Strings items;
    };
    const auto list = GENERATE(values<List>({
        {"", {}},
        {" , ;,", {}},
        {"a", {"a"}},
        {"a, b;c ,", {"a", "b", "c"}},
        {"a b,\n c\td", {"a b", "c d"}},
        {"\xC2\xA0 a \xC2\xA0 b,c\xC2\xA0", {"a b", "c"}},
        {"a (b, c; d), e", {"a (b, c; d)", "e"}},
        {"a [b, {c, d}, (e, f)], g", {"a [b, {c, d}, (e, f)]", "g"}},
        {"say \"a, b\", c", {"say \"a, b\"", "c"}},
        {"say “a, b”, c", {"say “a, b”", "c"}},
        {"\"a (\", b), c", {"\"a (\"", "b)", "c"}},  // the bracket is quoted, so it opens nothing
        {"\"(\", \")\", c", {"\"(\"", "\")\"", "c"}},
        // What is not closed, or not what is open, is a character.
        {"a (b, c", {"a (b", "c"}},
        {"a b), c", {"a b)", "c"}},
        {"a (b, c], d", {"a (b", "c]", "d"}},
        {"((a, b), c", {"((a, b)", "c"}},
        {"a \"b, c", {"a \"b", "c"}},
        {"a “b, c", {"a “b", "c"}},
        {"“a, “b”, c", {"“a, “b”", "c"}},
        {"the 'Penquin', it's", {"the 'Penquin'", "it's"}},  // an apostrophe is no quote
    }));
    INFO(list.text);
    CHECK(list_items(list.text, ",;") == list.items);
    CHECK(list_items("a,b;c", ";") == Strings{"a,b", "c"});
    CHECK(list_items("a,b", "") == Strings{"a,b"});
}

TEST_CASE("sheet: a list of a million brackets and quotes is cut in no time", "[read]") {
    const std::size_t size = 1 << 20;
    for (const std::string piece : {"(", "([", "(]", "\"", "“", "”", "(\"", "”“,"}) {
        std::string text;
        while (text.size() < size) text += piece;
        CHECK(list_items(text, ",;").size() <= size / piece.size() + 1);
    }
}

TEST_CASE("sheet: what the cells become", "[read]") {
    const Reading reading = read_sheets({
        "Finland,,,,,,,,,,,,,\r\n"
        "Name,Vendor,Others,More,Tools,Targets,Op 1, Op  2,Overlaps,Comment,Link 1,Link "
        "2,Extra,\r\n"
        "A,PANDA,\"B, C (d, e), A\",B,\"'=X, Y,X\",\"Japan, usa; Energy\",O,P,\"A2, A3\",'=1+1,"
        "http://1,http://2,e,z\r\n"
        ",,,,,,,,,,,,,\r\n"
        "?,PANDA 2,,,?,,,,,,,http://2,,\r\n"
        "?,,,,Y,,,,,,,,,\r\n"
        "\"A2\n\",,\"not, known\",\"?,?\",,\"U.S., US\",O,O,A2,,,,,\r\n",
    });
    CHECK(reading.said.empty());
    const ActorGraph& graph = reading.graph();
    CHECK(relations_of(graph) == Strings{
                                     "A originates-from location Finland",
                                     "A related-to intrusion-set A2",
                                     "A related-to intrusion-set A3",
                                     "A targets identity Energy",
                                     "A targets location Japan",
                                     "A targets location United States",
                                     "A uses malware =X",
                                     "A uses malware X",
                                     "A uses malware Y",
                                     "A2 originates-from location Finland",
                                     "A2 related-to intrusion-set A2",
                                     "A2 targets location United States",
                                     "O attributed-to intrusion-set A",
                                     "O attributed-to intrusion-set A2",
                                     "P attributed-to intrusion-set A",
                                     "PANDA 2 originates-from location Finland",
                                 });
    CHECK(names_of(graph, "A") == Strings{"B", "C (d, e)", "PANDA by V"});
    CHECK(names_of(graph, "PANDA 2") == Strings{"PANDA 2 by V"});
    CHECK(names_of(graph, "A2").empty());
    const Entity& a = graph[*graph.find_entity("A")];
    CHECK(a.type == "intrusion-set");
    CHECK(a.properties == Properties{{"Extra", "\"e\""},
                                     {"comment", "\"=1+1\""},
                                     {"links", R"(["http://1","http://2"])"},
                                     {"x_column_14", "\"z\""}});
    CHECK(graph[*graph.find_entity("PANDA 2")].properties ==
          Properties{{"links", R"(["http://2"])"}});
    CHECK(graph.find_entity("malware:Y"));
    CHECK(graph.find_entity("campaign:O"));
    CHECK(graph.find_entity("identity:Energy"));
    CHECK(graph.find_entity("A3"));
    for (const Entity& entity : graph.entities())
        CHECK(entity.country == (entity.type == "location"
                                     ? std::string(entity.name == "Finland" ? "FI"
                                                   : entity.name == "Japan" ? "JP"
                                                                            : "US")
                                     : std::string()));
    // Nobody but the file says it, and where it stands is known.
    for (const Relation& relation : graph.relations()) {
        const auto claims = graph.claims(relation.claims);
        REQUIRE(claims.size() == 1);
        CHECK(graph[claims[0].by].id == "file:x");
        CHECK_FALSE(claims[0].source);
    }
    CHECK(graph[*graph.find_speaker("v")].country == "US");
    const auto& findings = reading.result.report.findings.entries();
    REQUIRE(findings.size() == 1);
    CHECK(findings.at("unnamed-row").count == 1);
    CHECK(to_string(findings.at("unnamed-row").first[0].where) == "x:6:1");
    CHECK(findings.at("unnamed-row").first[0].what == "'Y'");
}

TEST_CASE("sheet: several sheets are one graph, each with its own headers", "[read]") {
    const Reading reading =
        read_sheets({"China\nName,Tools\nA,T\n", "Nowhere\nTools,Vendor\n\"T,B\",B\nT,A\n",
                     "?\nName\nB\n", "source,target\ns,t\n"});
    CHECK(reading.said.empty());
    CHECK(relations_of(reading.graph()) ==
          Strings{"A originates-from location China", "A originates-from location Nowhere",
                  "A uses malware T", "B originates-from location Nowhere", "B uses malware B",
                  "B uses malware T", "s related-to identity t"});
    CHECK(names_of(reading.graph(), "A") == Strings{"A by V"});
    CHECK(reading.graph()[*reading.graph().find_entity("location:Nowhere")].country.empty());
    const Findings& findings = reading.result.report.findings;
    CHECK(findings.count("unresolved-country") == 1);
}

TEST_CASE("sheet: a country is the one of MISP's reader", "[read]") {
    const Reading reading = read_sheets({"China\nName\nA\n"});
    const Reading misp = read_text(
        R"({"type": "threat-actor", "uuid": "7cdff317-a673-4474-84ec-4f1754947823", "name": "n",
            "values": [{"value": "B", "meta": {"country": "CN"}}]})");
    const auto location = [](const Reading& of) {
        for (const Entity& entity : of.graph().entities()) {
            if (entity.country == "CN" && entity.type == "location") return entity.id;
        }
        return std::string();
    };
    CHECK_FALSE(location(reading).empty());
    CHECK(location(reading) == location(misp));
}

TEST_CASE("sheet: an operation called like its group is another entity", "[read]") {
    const Reading reading = read_sheets({"?\nName,Op 1,Tools\nNaikon,Naikon,Naikon\n"});
    CHECK(reading.said.empty());
    CHECK(reading.graph().entities().size() == 3);
    CHECK(relations_of(reading.graph()) ==
          Strings{"Naikon attributed-to intrusion-set Naikon", "Naikon uses malware Naikon"});
}

TEST_CASE("sheet: a group in two rows is united and counted", "[read]") {
    const Reading reading =
        read_sheets({"?\nName,Others,Tools,Comment\nA,B,T,c\nA,C,T,c\nA,,,d\n"});
    CHECK(ids_of(reading.said) == Strings{"conflict"});  // the comments
    CHECK(reading.result.report.findings.count("duplicate") == 2);
    CHECK(names_of(reading.graph(), "A") == Strings{"B", "C"});
    CHECK(relations_of(reading.graph()) == Strings{"A uses malware T"});
    CHECK(reading.graph().claims(reading.graph().relations()[0].claims).size() == 1);
}

TEST_CASE("sheet: a country's name is a country only where that is said", "[read]") {
    const Reading reading = read_sheets({"China\nName,Tools,Op 1\nA,China,Chad\n"});
    CHECK(relations_of(reading.graph()) == Strings{"A originates-from location China",
                                                   "A uses malware China",
                                                   "Chad attributed-to intrusion-set A"});
    CHECK(reading.graph().speakers().size() == 1);  // the file; nobody else says anything
}

TEST_CASE("sheet: the guards of formulas are taken off everywhere", "[read]") {
    const Reading reading =
        read_sheets({"'=o\n'=N,'-M\n'@a,'+b\n"},
                    R"({"actormap-sheets": 1, "before": [{"relation": "r", "type": "t"}],
                        "group": {"type": "g", "columns": ["=N"]},
                        "names": [{"columns": ["-M"]}]})");
    CHECK(reading.said.empty());
    CHECK(relations_of(reading.graph()) == Strings{"@a r t =o"});
    CHECK(names_of(reading.graph(), "@a") == Strings{"+b"});
}

TEST_CASE("sheet: a doubled column is no sheet", "[read]") {
    CHECK(read_sheets({"China\nName,Tools,Tools\nA,B,C\n"}).graph().entities().empty());
}

TEST_CASE("sheet: properties that would be something else", "[read]") {
    const Reading reading =
        read_sheets({"?\nName,type,comment,x_type,Comment,links,\nA,1,2,3,4,5,6\n"});
    CHECK(reading.said ==
          Strings{"x:2:11: warning: the column 'comment' is kept as a property; did "
                  "you mean 'Comment'? [csv-column]"});
    CHECK(reading.graph()[*reading.graph().find_entity("A")].properties ==
          Properties{{"comment", "\"4\""},
                     {"x_column_7", "\"6\""},
                     {"x_comment", "\"2\""},
                     {"x_links", "\"5\""},
                     {"x_type", "\"1\""},
                     {"x_x_type", "\"3\""}});
}

TEST_CASE("sheet: every error names its place and its id", "[read]") {
    const auto row = GENERATE(values<Row>({
        {"China\nName,Tools\nA\nA,B,C\nB,T\n",
         {"x:3:1: error: the row has 1 cells and the header 2; make them agree [csv-cells]",
          "x:4:1: error: the row has 3 cells and the header 2; make them agree [csv-cells]"}},
        {"China\nName,Tools, Tools\nA,B,C\n",
         {"x:2:12: error: the column 'Tools' stands twice; rename one of them [csv-column]"}},
        {"China\nName,Tolls\nA,B\n",
         {"x:2:6: warning: the column 'Tolls' is kept as a property; did you mean 'Tools'? "
          "[csv-column]"}},
        {"China\nName\n\"a\x01\"\n",
         {"x:3:1: error: the name of a group is 'a?'; give 1 to 500 bytes without control "
          "characters [id-invalid]"}},
        {"China\nName,Tools\nA,\"b, c\x01\"\n",
         {"x:3:3: error: an item is 'malware:c?'; give 1 to 500 bytes without control characters "
          "[id-invalid]"}},
        {"China\nName\n\"A\n",
         {"x:3:1: error: a quoted cell has no closing quote; add it [csv-quote]"}},
        {"Name,Tools\nA,B\n",
         {"x:1:1: error: the format can't be told from the content; name it with --from (native, "
          "stix, misp, claims, csv, edges, nodes, node-link, graphml, gexf, dot); a sheet of the "
          "mapping has one of the columns Name, Vendor in row 2 [format-unknown]"}},
    }));
    INFO(row.text);
    CHECK(read_sheets({row.text}).said == row.said);
}

TEST_CASE("sheet: a file that breaks off leaves nothing behind", "[read]") {
    const Reading reading = read_sheets({"China\nName,Vendor\nA,V\n\"B\n"});
    CHECK(reading.graph().entities().empty());
    CHECK(reading.graph().speakers().empty());
}

TEST_CASE("sheet: which text is one", "[read]") {
    const SheetMapping mapping = *parse(mapping_text);
    CHECK(is_sheet("China\nName", mapping));
    CHECK(is_sheet("\xEF\xBB\xBF"
                   "China\n'Name\n",
                   mapping) == false);
    CHECK(is_sheet("\nChina,x\r\n\r\n a ,\" Name\"\r\n", mapping));  // empty lines are no rows
    CHECK_FALSE(is_sheet("", mapping));
    CHECK_FALSE(is_sheet("China\n", mapping));
    CHECK_FALSE(is_sheet("Name\n", mapping));
    CHECK_FALSE(is_sheet("a\nb\nName\n", mapping));
    CHECK_FALSE(is_sheet("China\nTools\n", mapping));
    CHECK_FALSE(is_sheet("[\n\"Name\"\n]", mapping));
    CHECK_FALSE(is_sheet("\"a", mapping));
    CHECK_FALSE(is_sheet("x\n" + std::string(2 << 20, ',') + "Name\n", mapping));
    const SheetMapping plain =
        *parse(R"({"actormap-sheets": 1, "group": {"type": "t", "columns": ["N"]}})");
    CHECK(is_sheet("N\na", plain));
    CHECK(is_sheet(
        "N", *parse(R"({"actormap-sheets": 1, "group": {"type": "t", "columns": [" N "]}})")));
    const SheetMapping deep = *parse(
        R"({"actormap-sheets": 1, "before": [{}, {}], "group": {"type": "t", "columns": ["N"]}})");
    CHECK(is_sheet("a\nb\nN\n", deep));
}

TEST_CASE("sheet: a format that is given wins", "[read]") {
    InputNames names;
    names.sheets =
        parse(R"({"actormap-sheets": 1, "group": {"type": "t", "columns": ["source"]}})");
    REQUIRE(names.sheets);
    Diagnostics diagnostics;
    const std::string text = "source,target\na,b\n";
    CHECK(read({{"x", text}}, InputFormat::csv, diagnostics, names).graph.relations().size() == 1);
    CHECK(read({{"x", text}}, {}, diagnostics, names).graph.relations().empty());
}

TEST_CASE("sheet mapping: what is wrong with one is said at its place", "[read]") {
    const std::string head = R"({"actormap-sheets": 1, "group": {"type": "t", "columns": ["N"]}, )";
    const auto row = GENERATE_COPY(values<Row>({
        {"", {"m: error: the file is empty; give a graph [file-empty]"}},
        {"{",
         {"m:1:2: error: not valid JSON: object key - unexpected end of input; expected string "
          "literal; the file is cut off: complete it [json-syntax]"}},
        {"[]",
         {"m:1:1: error: this is no mapping of sheets; begin one with {\"actormap-sheets\": 1, …} "
          "[sheet-mapping]"}},
        {"\xEF\xBB\xBF []",
         {"m:1:2: error: this is no mapping of sheets; begin one with {\"actormap-sheets\": 1, …} "
          "[sheet-mapping]"}},
        {R"({"actormap-sheets": 2})",
         {"m:1:21: error: this is no mapping of sheets; begin one with {\"actormap-sheets\": 1, "
          "…} [sheet-mapping]"}},
        {R"({"actormap-sheets": 1})",
         {"m:1:1: error: the mapping has no 'group'; say which columns hold the groups' names "
          "[property-missing]"}},
        {R"({"actormap-sheets": 1, "group": 1})",
         {"m:1:33: error: 'group' of the mapping is a number; give an object [json-type]"}},
        {R"({"actormap-sheets": 1, "group": {}})",
         {"m:1:33: error: the group has no 'type'; for example intrusion-set [property-missing]",
          "m:1:33: error: the group has no 'columns'; list their headers [property-missing]"}},
        {head + R"("sepparators": ","})",
         {"m:1:81: error: the mapping does not take 'sepparators'; it takes actormap-sheets, "
          "$schema, description, speakers, before, group, names, relations, properties, blank, "
          "separators; did you mean 'separators'? [sheet-mapping]"}},
        {head + R"("separators": ",("})",
         {"m:1:80: error: ',(' has what separates nothing; give some of , ; / | + & and \\n "
          "[value-unknown]"}},
        {head + R"("separators": [","]})",
         {"m:1:80: error: 'separators' of the mapping is a list; give a text [json-type]"}},
        {head + R"("blank": ["?", 1]})",
         {"m:1:81: error: 'blank' of the mapping is a number; give a text [json-type]"}},
        {head + R"("group": 1})",
         {"m:1:66: error: the name 'group' stands twice in one object; remove one of them "
          "[json-duplicate-name]"}},
        {head + R"("before": [1, {"relation": "r", "typ": "t"}]})",
         {"m:1:77: error: a row before the header is a number; give an object [json-type]",
          "m:1:80: error: a row before the header has no 'type'; say what is at the other end "
          "[property-missing]",
          "m:1:105: error: a row before the header does not take 'typ'; it takes relation, type, "
          "countries, incoming; did you mean 'type'? [sheet-mapping]"}},
        {head + R"("speakers": [{"id": "v", "name": "", "kind": "shop", "country": "U"},
{"id": "v", "name": "V"}]})",
         {"m:1:99: error: a speaker has an empty 'name'; name it [value-empty]",
          "m:1:111: error: 'shop' is no kind; it is one of government, law-enforcement, vendor, "
          "researcher, organisation, press, database [value-unknown]",
          "m:1:130: error: 'U' is no ISO 3166-1 alpha-2 code; look it up [country-unknown]",
          "m:2:1: error: a speaker has no 'kind'; say what it is, for example vendor "
          "[property-missing]",
          "m:2:1: error: the speaker 'v' stands twice; leave one out [sheet-mapping]"}},
        {head +
             R"("names": [{"columns": ["A", " A"], "by": "w", "list": 1}, {"columns": []}, {}]})",
         {"m:1:120: error: 'list' of an item of 'names' is a number; give true or false "
          "[json-type]",
          "m:1:107: error: 'w' is none of the mapping's speakers; add it there [sheet-mapping]",
          "m:1:94: error: the column 'A' stands twice; leave one out [sheet-mapping]",
          "m:1:124: error: an item of 'names' has no 'columns'; list their headers "
          "[property-missing]",
          "m:1:141: error: an item of 'names' has no 'columns'; list their headers "
          "[property-missing]"}},
        {head + R"("names": [1, {"columns": "A"}, {"columns": [1, " "], "kolumns": 1}]})",
         {"m:1:76: error: an item of 'names' is a number; give an object [json-type]",
          "m:1:91: error: 'columns' of an item of 'names' is a text; give a list [json-type]",
          "m:1:110: error: 'columns' of an item of 'names' is a number; give a text [json-type]",
          "m:1:113: error: a column has no header; leave it out [value-empty]",
          "m:1:130: error: an item of 'names' does not take 'kolumns'; it takes by, list, columns; "
          "did you mean 'columns'? [sheet-mapping]"}},
        {head + R"("names": [{"columns": ["A"]}], "relations": [1, {"columns": ["A", "B", "B"],
"relation": "", "type": "a\tb", "countries": "yes"}]})",
         {"m:1:111: error: an item of 'relations' is a number; give an object [json-type]",
          "m:2:13: error: an item of 'relations' has an empty 'relation'; give its type, for "
          "example uses [value-empty]",
          "m:2:25: error: an item of 'relations' has the type 'a?b'; give 1 to 500 bytes without "
          "control characters [id-invalid]",
          "m:2:46: error: 'countries' of an item of 'relations' is a text; give true or false "
          "[json-type]",
          "m:1:127: error: the column 'A' stands twice; leave one out [sheet-mapping]",
          "m:1:137: error: the column 'B' stands twice; leave one out [sheet-mapping]"}},
        {head + R"("properties": [{"columns": ["A"], "property": "names"},
{"columns": ["B"], "property": "p"}, {"columns": ["C"], "property": "p"}]})",
         {"m:1:112: error: 'names' means something in the native format; give another name "
          "[sheet-mapping]",
          "m:2:69: error: the property 'p' stands twice; list all its columns in one place "
          "[sheet-mapping]"}},
        {R"({"actormap-sheets": 1, "group": {"type": "t", "columns": ["N", "N "]}})",
         {"m:1:64: error: the column 'N' stands twice; leave one out [sheet-mapping]"}},
    }));
    INFO(row.text);
    Strings said;
    CHECK_FALSE(parse(row.text, &said));
    CHECK(said == row.said);
}

TEST_CASE("sheet mapping: more than a hundred rows before the header are none", "[read]") {
    std::string rows = "{}";
    for (int i = 1; i < 100; ++i) rows += ", {}";
    const auto text = [&](const std::string& before) {
        return R"({"actormap-sheets": 1, "group": {"type": "t", "columns": ["N"]}, "before": [)" +
               before + "]}";
    };
    CHECK(parse(text(rows))->before.size() == 100);
    Strings said;
    CHECK_FALSE(parse(text(rows + ", {}"), &said));
    CHECK(ids_of(said) == Strings{"sheet-mapping"});
}

TEST_CASE("sheet mapping: the one of the sheets of 2017 is one", "[read]") {
    Strings said;
    const auto mapping =
        parse(read_file(ACTORMAP_SOURCE_DIR "/graphs/mappings/apt-groups-2017.json"), &said);
    CHECK(said.empty());
    REQUIRE(mapping);
    CHECK(mapping->before.size() == 1);
    CHECK(mapping->columns.size() == 52);
    CHECK(mapping->speakers.size() == 11);
}
