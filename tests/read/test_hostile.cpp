#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/base/file.hpp>
#include <actormap/write/native.hpp>

#include <algorithm>
#include <filesystem>

using namespace actormap;
using namespace actormap::test;
namespace fs = std::filesystem;

namespace {

using Strings = std::vector<std::string>;

bool has_error(const Reading& reading) {
    return std::any_of(reading.said.begin(), reading.said.end(), [](const std::string& line) {
        return line.find(": error: ") != std::string::npos;
    });
}

/// What is left after errors is whole: it can be written and read without one.
void check_whole(const Reading& reading) {
    const std::string text = write_native(reading.graph());
    const Reading again = read_text(text, InputFormat::native);
    INFO(text);
    CHECK_FALSE(has_error(again));
    CHECK(again.graph() == reading.graph());
}

}  // namespace

TEST_CASE("formats are found from the content", "[read]") {
    struct Row {
        std::string text;
        std::optional<InputFormat> format;
    };
    const auto row = GENERATE(values<Row>({
        {"{}", InputFormat::native},
        {" \r\n\t{", InputFormat::native},
        {"\xEF\xBB\xBF{", InputFormat::native},
        {"[", InputFormat::native},
        {"{\"type\": \"bundle\"", InputFormat::stix},
        {"[{\"id\":\"tool--1\",\"type\":\"tool\"}]", InputFormat::stix},
        {"from,relation,to", InputFormat::claims},
        {"\n\nby,to\n", InputFormat::claims},
        {"\"relation\",x\r\n", InputFormat::claims},
        {"\xEF\xBB\xBF\"from\",x", InputFormat::claims},
        {"source,target", InputFormat::csv},
        {"weight,target\r", InputFormat::csv},
        {"source,from", InputFormat::claims},
        {"a b", InputFormat::edges},
        {"a\tb\n", InputFormat::edges},
        {"# x,y\na b", InputFormat::edges},
        {"%%MatrixMarket\n1 2", InputFormat::edges},
        {"#", InputFormat::edges},
        {"", {}},
        {"\r\n \t", {}},
        {"a", {}},
        {"a,b", {}},
        {"a b,c d", {}},
        {"\"a\nb\"", {}},
        {"\"from", {}},
        {"<graphml>", InputFormat::graphml},
        {"<?xml version='1.0'?>\n<!-- <gexf> -->\n<g:graphml xmlns:g=''/>", InputFormat::graphml},
        {"<!DOCTYPE lolz [<!ENTITY a 'b'>]>\n<gexf>", InputFormat::gexf},
        {"<!DOCTYPE gexf>", InputFormat::gexf},
        {"<svg/>", {}},
        {"<!-- <gexf>", {}},
        {"<", {}},
        {"Source,Target", InputFormat::csv},
        {"Id,Label", InputFormat::nodes},
        {"\"id\",x", InputFormat::nodes},
        {"digraph {", InputFormat::dot},
        {"/* x */ strict graph \"a b\"{", InputFormat::dot},
        {"// x\n# y\nDiGraph g\n{\n}", InputFormat::dot},
        {"graph paper", InputFormat::edges},
        {"graph paper\na {", InputFormat::edges},
        {"strict {", InputFormat::edges},
        {"null", {}},
    }));
    INFO(row.text);
    CHECK(detect_format(row.text) == row.format);
    for (const std::string_view word : input_format_words())
        CHECK(to_string(*parse_input_format(word)) == word);
    CHECK_FALSE(parse_input_format("Native"));
}

TEST_CASE("files that are no text, or none that is known", "[read]") {
    struct Row {
        std::string text, said;
    };
    const auto row = GENERATE(values<Row>({
        {"", "x: error: the file is empty; give a graph [file-empty]"},
        {"\xEF\xBB\xBF", "x: error: the file is empty; give a graph [file-empty]"},
        {" \r\n\t", "x: error: the file is empty; give a graph [file-empty]"},
        {std::string("{}\n\0", 4),
         "x:2:1: error: the file holds a NUL byte; save it as UTF-8 text [file-encoding]"},
        {"{\n \"a\": \"\xC3(\"}",
         "x:2:8: error: the file is not UTF-8; save it as UTF-8 text [file-encoding]"},
        {"source,target\na,\xED\xA0\x80\n",
         "x:2:3: error: the file is not UTF-8; save it as UTF-8 text [file-encoding]"},
        {"hello",
         "x:1:1: error: the format can't be told from the content; name it with --from (native, "
         "stix, misp, claims, csv, edges, nodes, node-link, graphml, gexf, dot) [format-unknown]"},
    }));
    INFO(row.text);
    const Reading reading = read_text(row.text);
    CHECK(reading.said == Strings{row.said});
    CHECK(reading.result.report.unreadable == 1);
    CHECK(reading.graph() == ActorGraph());
}

TEST_CASE("a byte order mark and every kind of line end are accepted", "[read]") {
    const auto end = GENERATE(values<std::string>({"\n", "\r\n", "\r"}));
    const std::string mark = GENERATE(values<std::string>({"", "\xEF\xBB\xBF"}));
    const auto count = [&](std::string text) {
        for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += end.size())
            text.replace(at, 1, end);
        const Reading reading = read_text(mark + text);
        CHECK(reading.said.empty());
        return reading.graph().entities().size();
    };
    CHECK(count("from,relation,to\na,uses,b\n") == 2);
    CHECK(count("source,target\na,b\n") == 2);
    CHECK(count("a b\nb c\n") == 3);
    CHECK(count("{\"actormap\": 1,\n\"entities\": [\n{\"id\": \"a\", \"type\": \"tool\"}]}\n") ==
          1);
}

TEST_CASE("a native file cut off anywhere is an error with a place", "[read]") {
    const std::string whole = R"({"actormap": 1, "title": "é\u00e9\"",
"speakers": [{"id": "s", "kind": "press"}],
"entities": [{"id": "a", "type": "tool", "x_n": [1.5e3, true, null]}],
"relations": [{"from": "a", "type": "uses", "to": "a", "claims": [{"by": "s", "confidence": 5}]}]})";
    REQUIRE(read_text(whole).said.empty());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const Reading reading = read_text(whole.substr(0, size), InputFormat::native);
        INFO(whole.substr(0, size));
        REQUIRE(reading.said.size() == 1);
        CHECK(reading.said[0].find(": error: ") != std::string::npos);
        CHECK(reading.said[0].starts_with(size == 0 ? "x: " : "x:"));
        CHECK(reading.graph() == ActorGraph());
    }
}

TEST_CASE("tables cut off or changed anywhere never harm", "[read]") {
    const std::string whole =
        "from,from_type,relation,to,stance,by,date,confidence,publisher,url,note\r\n"
        "a,tool,uses,\"b \"\"q\"\"\",denies,s,2020-01,high (70-100),p,http://u,\"n\nm\"\r\n"
        "'=a,,uses,c,,,,7,,,\r\n";
    REQUIRE(read_text(whole).said.empty());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        check_whole(read_text(whole.substr(0, at), InputFormat::claims));
        for (const char c : {'"', ',', '\n', '\r', '\'', '-', '\x01', '\xFF'}) {
            std::string changed = whole;
            changed[at] = c;
            check_whole(read_text(changed, InputFormat::claims));
        }
    }
}

TEST_CASE("a very large number of faults costs little", "[read]") {
    std::string table = "from,from_type,relation,to\n";
    for (int i = 0; i < 50'000; ++i) table += "a,t" + std::to_string(i) + ",uses,\n";
    const Reading rows = read_text(table);
    CHECK(rows.said.size() == 2 * Diagnostics::limit);
    std::string columns = "source,target", cells = "\na,b";
    for (int i = 0; i < 50'000; ++i) {
        columns += ",k" + std::to_string(99'999 - i);
        cells += ",1";
    }
    CHECK(read_text(columns + cells).graph().relations()[0].properties.size() == 50'000);
    std::string properties = "{\"actormap\": 1";
    for (int i = 0; i < 50'000; ++i) properties += ",\"x_" + std::to_string(i) + "\":0";
    CHECK(read_text(properties + "}").graph().properties().size() == 50'000);
}

TEST_CASE("what is wrong is left out and the rest is whole", "[read]") {
    // Each broken example too, with the name of the fault in its name.
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(ACTORMAP_SOURCE_DIR "/tests/data/broken")) {
        if (!entry.is_regular_file()) continue;
        ++files;
        INFO(entry.path().filename().string());
        const Reading reading = read_inputs({{"x", read_file(entry.path().string())}});
        CHECK(has_error(reading));
        check_whole(reading);
    }
    CHECK(files >= 30);
}
