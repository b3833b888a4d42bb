#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/read/csv.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;
using Rows = std::vector<Strings>;

Rows rows_of(const std::string& text) {
    CsvReader reader(text, "x");
    Rows rows;
    std::vector<CsvCell> cells;
    while (reader.next(cells)) {
        rows.emplace_back();
        for (const CsvCell& cell : cells) rows.back().push_back(cell.text);
    }
    return rows;
}

struct Row {
    std::string text;
    Strings said;
};

}  // namespace

TEST_CASE("csv: cells, quotes and line ends", "[read]") {
    CHECK(rows_of("").empty());
    CHECK(rows_of("\n\r\n\r").empty());
    CHECK(rows_of("a,b\nc,d") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(rows_of("a,b\r\n\r\nc,d\r\n") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(rows_of("a,b\rc,d\r") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(rows_of(",\n,,") == Rows{{"", ""}, {"", "", ""}});
    CHECK(rows_of("\"\"\n\"\",\"\"") == Rows{{""}, {"", ""}});
    CHECK(rows_of("\"a,\"\"b\"\"\"") == Rows{{"a,\"b\""}});
    CHECK(rows_of("\"a\nb\r\nc\rd\",e") == Rows{{"a\nb\r\nc\rd", "e"}});  // as they are
    CHECK(rows_of("a\"b\", c ") == Rows{{"a\"b\"", " c "}});
    CsvReader reader("a,\"b\n\",c\n\nd", "x");
    std::vector<CsvCell> cells;
    REQUIRE(reader.next(cells));
    CHECK(cells[2].line == 2);
    CHECK(cells[2].column == 3);
    REQUIRE(reader.next(cells));
    CHECK(cells[0].line == 4);
}

TEST_CASE("csv: a cell has its limit, line ends in it too", "[read]") {
    const std::size_t limit = CsvReader::longest_cell;
    for (const std::string piece : {"a", "\n", "\"\"", "\r\n"}) {
        std::string cell;
        while (cell.size() < limit * (piece == "\"\"" ? 2 : 1)) cell += piece;
        CHECK(rows_of('"' + cell + '"').size() == 1);
        CHECK_THROWS_AS(rows_of('"' + cell + piece + '"'), InputError);
    }
    CHECK_THROWS_AS(rows_of(std::string(limit + 1, 'a')), InputError);
    CHECK(rows_of("'" + std::string(limit, '=')).size() == 1);  // the guard is no part of it
    CHECK(ids_of(read_text("source,target\na," + std::string(limit + 1, 'a')).said) ==
          Strings{"csv-cell-size"});
}

TEST_CASE("claims table: every error names its place and its id", "[read]") {
    const auto row = GENERATE(values<Row>({
        {"from,relation,to\na,uses,b\n", {}},
        {"to,from\n",
         {"x:1:1: error: the claims table has no column 'relation'; add it [csv-column]"}},
        {"from,relation,to,by,by\n",
         {"x:1:21: error: the column 'by' stands twice; rename one of them [csv-column]"}},
        {"from,relation,to,staance\na,uses,b,asserts\n",
         {"x:1:18: warning: the column 'staance' is kept as a property; did you mean 'stance'? "
          "[csv-column]"}},
        {"from,relation,to\na,uses\n\na,uses,b,c\n",
         {"x:2:1: error: the row has 2 cells and the header 3; make them agree [csv-cells]",
          "x:4:1: error: the row has 4 cells and the header 3; make them agree [csv-cells]"}},
        {"from,relation,to\n,,\n",
         {"x:2:1: error: the row's 'from' is ''; give 1 to 500 bytes without control characters "
          "[id-invalid]",
          "x:2:3: error: the row's 'to' is ''; give 1 to 500 bytes without control characters "
          "[id-invalid]",
          "x:2:2: error: the row's 'relation' is ''; give 1 to 500 bytes without control "
          "characters [id-invalid]"}},
        {"from,relation,to,by,publisher\na,uses,b,\"s\nt\",\"p\tq\"\n",
         {"x:2:10: error: the row's 'by' is 's?t'; give 1 to 500 bytes without control characters "
          "[id-invalid]",
          "x:3:4: error: the row's 'publisher' is 'p?q'; give 1 to 500 bytes without control "
          "characters [id-invalid]"}},
        {"from,relation,to,start,stop,date\na,uses,b,20,2020-02-30,soon\n",
         {"x:2:10: error: '20' is no date; give YYYY, YYYY-MM or YYYY-MM-DD [date-invalid]",
          "x:2:13: error: '2020-02-30' is no date; give YYYY, YYYY-MM or YYYY-MM-DD [date-invalid]",
          "x:2:24: error: 'soon' is no date; give YYYY, YYYY-MM or YYYY-MM-DD [date-invalid]"}},
        {"from,relation,to,stance,by,by_kind,by_country\na,uses,b,says,s,state,Nowhere\n",
         {"x:2:10: error: 'says' is no stance; give asserts, supports, hypothesises, disputes, "
          "denies or retracts [value-unknown]",
          "x:2:17: error: 'state' is no kind of speaker; give government, law-enforcement, vendor, "
          "researcher, organisation, press or database [value-unknown]",
          "x:2:23: error: 'Nowhere' is no country of ISO 3166-1; give its code "
          "[country-unknown]"}},
        {"from,relation,to,confidence\na,uses,b,101\na,uses,b,sure\na,uses,b,sure (3-2)\na,uses,b,"
         "\" (1-2)\"\na,uses,b,1.5\na,uses,b,(1-2)\na,uses,b,sure (1-2\n",
         {"x:2:10: error: '101' is no confidence; give 0 to 100, a word of a scale, or words with "
          "their range as in 'fairly sure (60-80)' [confidence-words]",
          "x:3:10: error: 'sure' is no confidence; give 0 to 100, a word of a scale, or words with "
          "their range as in 'fairly sure (60-80)' [confidence-words]",
          "x:4:10: error: 'sure (3-2)' is no confidence; give 0 to 100, a word of a scale, or "
          "words "
          "with their range as in 'fairly sure (60-80)' [confidence-words]",
          "x:5:10: error: ' (1-2)' is no confidence; give 0 to 100, a word of a scale, or words "
          "with their range as in 'fairly sure (60-80)' [confidence-words]",
          "x:6:10: error: '1.5' is no confidence; give 0 to 100, a word of a scale, or words with "
          "their range as in 'fairly sure (60-80)' [confidence-words]",
          "x:7:10: error: '(1-2)' is no confidence; give 0 to 100, a word of a scale, or words "
          "with "
          "their range as in 'fairly sure (60-80)' [confidence-words]",
          "x:8:10: error: 'sure (1-2' is no confidence; give 0 to 100, a word of a scale, or words "
          "with their range as in 'fairly sure (60-80)' [confidence-words]"}},
        {"from,relation,to,url\na,uses,b,javascript:x\n",
         {"x:2:10: error: 'javascript:x' is no address; it begins with http:// or https:// and has "
          "no blanks [url-invalid]"}},
        {"from,relation,to\na,uses,\"b\n",
         {"x:2:8: error: a quoted cell has no closing quote; add it [csv-quote]"}},
        {"from,relation,to\na,uses,\"b\"c\n",
         {"x:2:11: error: text follows the closing quote of a cell; double a quote that is part of "
          "the text [csv-quote]"}},
        {"from,from_type,relation,to\na,tool,uses,b\na,malware,uses,b\na,malware,uses,c\n",
         {"x:3:3: warning: entity 'a' has the type 'malware' here and 'tool' in an earlier file; "
          "the first is used, both are kept [conflict]"}},
    }));
    INFO(row.text);
    CHECK(read_text(row.text, InputFormat::claims).said == row.said);
}

TEST_CASE("claims table: what the cells become", "[read]") {
    const Reading reading = read_text(
        "note,to,from,relation,from_type,start,stop,stance,by,by_kind,by_country,date,confidence,"
        "publisher,title,url,excerpt,x_more,locator,\n"
        "n,b,'=a,uses,malware,2020,2021-03,denies,s,press,finland,2022,almost certain (95-100),"
        "p,T,http://u,\"e\nf\",'+m,l,z\n"
        ",b,'=a,uses,,2020,2021-03,,,,,,High,,,http://u,,,,\n"
        ",b,b,owns,,,,,,,,,\"fairly sure (60-80)\",,,,,,,\n");
    CHECK(reading.said.empty());
    const ActorGraph& graph = reading.graph();
    CHECK(graph.entities().size() == 2);
    const Entity& a = graph.entities()[0];
    CHECK(a.id == "=a");
    CHECK(a.type == "malware");
    CHECK(graph.entities()[1].type == "identity");
    REQUIRE(graph.relations().size() == 2);
    const auto claims = graph.claims(graph.relations()[0].claims);
    REQUIRE(claims.size() == 2);
    const Claim& second = claims[0];  // undated: first
    CHECK(graph[second.by].id == "p");
    CHECK(second.stance == Stance::asserts);
    CHECK(second.confidence == confidence_word("High"));
    const Claim& first = claims[1];
    CHECK(graph[first.by].id == "s");
    CHECK(graph[first.by].country == "FI");
    CHECK(graph[first.by].kind == SpeakerKind::press);
    CHECK(graph[*first.source].id == "http://u");
    CHECK(graph[*first.source].title == "T");
    CHECK(first.confidence == confidence_word("almost certain"));
    CHECK(first.excerpt == "e\nf");
    CHECK(first.note == "n");
    CHECK(first.properties ==
          Properties{{"x_column_20", "\"z\""}, {"x_locator", "\"l\""}, {"x_more", "\"+m\""}});
    const Claim& bare = graph.claims(graph.relations()[1].claims)[0];
    CHECK(graph[bare.by].id == "file:x");
    CHECK_FALSE(bare.source);
    CHECK(bare.confidence == confidence_range("fairly sure", 60, 80));
}

TEST_CASE("claims table: rows that contradict each other are reported, both kept", "[read]") {
    const Reading reading = read_text(
        "from,relation,to,by,by_kind,by_country,publisher,title,url\n"
        "a,uses,b,s,press,FI,p,T,http://u\n"
        "a,uses,b,s,vendor,SE,q,U,http://u\n"
        "a,uses,b,s,,,p,,http://u\n"
        "a,uses,b,s,vendor,SE,q,U,http://u\n");
    CHECK(ids_of(reading.said) == Strings{"conflict", "conflict", "conflict", "conflict"});
    CHECK(reading.result.report.findings.count("conflict") == 4);
    const ActorGraph& graph = reading.graph();
    CHECK(graph[*graph.find_speaker("s")].kind == SpeakerKind::press);
    CHECK(graph[*graph.find_speaker("s")].properties.begin()->json ==
          R"([{"field":"country","value":"SE"},{"field":"kind","value":"vendor"}])");
    CHECK(graph[*graph.find_source("http://u")].properties.begin()->json ==
          R"([{"field":"publisher","value":"q"},{"field":"title","value":"U"}])");
}

TEST_CASE("claims table: what a row leaves open a later one fills in", "[read]") {
    const Reading reading = read_text(
        "from,from_type,relation,to,by,by_kind,by_country,publisher,title,url\n"
        "a,,uses,b,s,,,,,http://u\n"
        "a,tool,uses,b,s,press,FI,p,T,http://u\n");
    CHECK(reading.said.empty());
    const ActorGraph& graph = reading.graph();
    CHECK(graph.entities()[0].type == "tool");
    const Speaker& speaker = graph[*graph.find_speaker("s")];
    CHECK(speaker.kind == SpeakerKind::press);
    CHECK(speaker.country == "FI");
    const Source& source = graph.sources()[0];
    CHECK(graph[source.publisher].id == "p");
    CHECK(source.title == "T");
    // From then on it is said, and a third row can contradict it.
    const Reading third = read_text(
        "from,from_type,relation,to,by,by_kind,publisher,url\n"
        "a,,uses,b,s,,,http://u\n"
        "a,tool,uses,b,s,press,p,http://u\n"
        "a,malware,uses,b,s,vendor,q,http://u\n");
    CHECK(ids_of(third.said) == Strings{"conflict", "conflict", "conflict"});
    CHECK(third.graph().entities()[0].type == "tool");
}
