#include "support/catch.hpp"

#include <actormap/read/json_check.hpp>
#include <actormap/read/json_cutter.hpp>
#include <actormap/read/json_outline.hpp>
#include <actormap/read/json_text.hpp>

#include <string>
#include <vector>

using namespace actormap;

namespace {

const std::string file = "x";

/// What is cut, a line each: where, what, and its members.
std::vector<std::string> cut(const std::string& text, JsonShape shape,
                             std::size_t piece = std::string::npos, const JsonLimits& limits = {}) {
    std::vector<std::string> cuts;
    TextSource source(text, piece);
    JsonCutter cutter(source, file, "", shape, limits);
    try {
        while (const auto slice = cutter.next()) {
            std::string line =
                std::to_string(slice->spot.line) + ':' + std::to_string(slice->spot.column) + ' ';
            if (!slice->record) line.append(slice->name) += " = ";
            line += slice->text;
            for (const JsonMark& mark : slice->members) {
                const JsonSpot spot = slice->spot_of(mark.value.at);
                line.append(" | ").append((*slice)[mark.name]).append(" ");
                line.append(std::to_string(spot.line) + ':' + std::to_string(spot.column) + ' ');
                line += (*slice)[mark.value];
                if (mark.value.escaped) line += " (escaped)";
                if (mark.value.blanks) line += " (blanks)";
            }
            cuts.push_back(line);
        }
    } catch (const InputError& error) {
        cuts.push_back(
            to_string(Diagnostic{Severity::error, error.id(), error.where(), error.what()}));
    }
    return cuts;
}

using Strings = std::vector<std::string>;

const std::string bundle =
    "{\"type\": \"bundle\",\n \"objects\": [\n  {\"a\": 1, \"b\":[ 2 ]},\n"
    "  {\"c\":\"x\\\"]}\"}, {}, 7 ],\n \"z\":{\"q\":[]}}\n";

}  // namespace

TEST_CASE("a bundle is cut into its records and members, with their places", "[read]") {
    const Strings expected{"1:10 type = \"bundle\"",
                           "3:3 {\"a\": 1, \"b\":[ 2 ]} | a 3:9 1 | b 3:16 [ 2 ] (blanks)",
                           "4:3 {\"c\":\"x\\\"]}\"} | c 4:8 \"x\\\"]}\" (escaped)",
                           "4:18 {}",
                           "4:22 7",
                           "5:6 z = {\"q\":[]} | q 5:11 []"};
    CHECK(cut(bundle, JsonShape::bundle) == expected);
    // How the bytes come makes no difference.
    for (std::size_t piece = 1; piece <= bundle.size(); ++piece)
        CHECK(cut(bundle, JsonShape::bundle, piece) == expected);
}

TEST_CASE("lists and single records are cut as well", "[read]") {
    CHECK(cut(" [ {\"a\":1} , 2 ] ", JsonShape::list) ==
          Strings{"1:4 {\"a\":1} | a 1:9 1", "1:14 2"});
    CHECK(cut("[]", JsonShape::list).empty());
    CHECK(cut("\n{\"a\":1}", JsonShape::single) == Strings{"2:1 {\"a\":1} | a 2:6 1"});
    CHECK(cut("{\"objects\":[]}", JsonShape::bundle).empty());
    // A second list of records is an ordinary member.
    CHECK(cut("{\"objects\":[1],\"objects\":[2]}", JsonShape::bundle) ==
          Strings{"1:13 1", "1:26 objects = [2]"});
}

TEST_CASE("a JSON text that is cut anywhere is an error at its end", "[read]") {
    const std::size_t end = bundle.rfind('}');
    for (std::size_t size = 0; size <= end; ++size) {
        const Strings cuts = cut(bundle.substr(0, size), JsonShape::bundle, 5);
        INFO(size);
        REQUIRE_FALSE(cuts.empty());
        const std::string& last = cuts.back();
        INFO(last);
        if (size == 0)
            CHECK(last == "x: error: the file is empty; give a graph [file-empty]");
        else
            CHECK(last.find("[json-syntax]") != std::string::npos);
    }
}

TEST_CASE("what is wrong outside of records is told with its place", "[read]") {
    struct Row {
        std::string text, said;
    };
    const auto row = GENERATE(values<Row>({
        {"[1]",
         "x:1:1: error: not valid JSON: unexpected '['; expected '{'; correct it [json-syntax]"},
        {"{1:2}",
         "x:1:2: error: not valid JSON: unexpected '1'; expected a name in quotes; correct it "
         "[json-syntax]"},
        {"{\"a\" 2}",
         "x:1:6: error: not valid JSON: unexpected '2'; expected ':'; correct it [json-syntax]"},
        {"{\"a\":2 \"b\":3}",
         "x:1:8: error: not valid JSON: unexpected '\"'; expected ',' or '}'; correct it "
         "[json-syntax]"},
        {"{\"objects\":[1 2]}",
         "x:1:15: error: not valid JSON: unexpected '2'; expected ',' or ']'; correct it "
         "[json-syntax]"},
        {"{}\n x",
         "x:2:2: error: not valid JSON: unexpected 'x'; expected the end of the file; correct it "
         "[json-syntax]"},
        {std::string("{\n \0}", 5),
         "x:2:2: error: the file holds a NUL byte; save it as UTF-8 text [file-encoding]"},
        {std::string("{\"a\":\"\0\"}", 9),
         "x:1:7: error: the file holds a NUL byte; save it as UTF-8 text [file-encoding]"},
    }));
    CHECK(cut(row.text, JsonShape::bundle).back() == row.said);
}

TEST_CASE("depth and the size of texts are limited where they are too much", "[read]") {
    const JsonLimits limits{.depth = 4, .text = 10};
    CHECK(cut("{\"objects\":[{\"a\":[]}]}", JsonShape::bundle, 3, limits).size() == 1);
    CHECK(cut("{\"objects\":[\n{\"a\":[[]]}]}", JsonShape::bundle, 3, limits).back() ==
          "x:2:7: error: lists and objects are nested deeper than 4 levels; flatten them "
          "[json-depth]");
    CHECK(cut("[{\"a\":\"" + std::string(61, 'x') + "\"}]", JsonShape::list, 3, limits).back() ==
          "x:1:7: error: a text is longer than 10 bytes; shorten it [json-text-size]");
    // Between the limit and six times that, escapes may account for it: the slice says so.
    for (const auto& [size, is_long] : {std::pair{10, false}, std::pair{11, true}}) {
        const std::string text = "[\"" + std::string(static_cast<std::size_t>(size), 'x') + "\"]";
        TextSource source(text);
        JsonCutter cutter(source, file, "", JsonShape::list, limits);
        CHECK(cutter.next()->long_text == is_long);
    }
    const std::string deep(100000, '[');
    CHECK(cut(deep, JsonShape::list).back().find("[json-depth]") != std::string::npos);
}

TEST_CASE("the check of JSON admits what the parser admits, and nothing else", "[read]") {
    struct Row {
        std::string text;
        bool good;
    };
    const auto row = GENERATE(values<Row>({
        {"{}", true},
        {R"({"a":[1,-2.5e3,true,null,"\u00e9\ud83d\ude00"]})", true},
        {"{\"a\":1,}", false},
        {"{\"a\":01}", false},
        {"{\"a\":NaN}", false},
        {"{\"a\":1e999}", false},
        {"{\"a\":\"\t\"}", false},
        {R"({"a":"\ud800"})", false},
        {R"({"a":"\x"})", false},
        {R"({"a":"\u0000"})", false},
        {"{\"a\":\"\xff\"}", false},
        {R"({"a":1,"a":2})", false},
        {R"({"a":1,"\u0061":2})", false},
        {R"({"x":[{"ab":1,"ab":2}]})", false},
        {R"({"ab":1,"abc":{"ab":2}})", true},
    }));
    INFO(row.text);
    JsonCheck check;
    const std::string padded = row.text + std::string(JsonSlice::padding, '\0');
    CHECK(check.admits(std::string_view(padded).substr(0, row.text.size())) == row.good);
    Diagnostics diagnostics;
    bool parsed = true;
    try {
        (void)parse_json(row.text, file, diagnostics);
    } catch (const InputError&) {
        parsed = false;
    }
    CHECK((parsed && diagnostics.errors() == 0) == row.good);
}

TEST_CASE("many names in one object are told apart", "[read]") {
    std::string text = "{";
    for (int i = 0; i < 3000; ++i) text += "\"k" + std::to_string(i) + "\":1,";
    JsonCheck check;
    for (const auto& [last, good] : {std::pair{"k3000", true}, std::pair{"k17", false}}) {
        const std::string whole = text + '"' + last + "\":1}";
        const std::string padded = whole + std::string(JsonSlice::padding, '\0');
        CHECK(check.admits(std::string_view(padded).substr(0, whole.size())) == good);
    }
}

TEST_CASE("compact text is what the tree is written as", "[read]") {
    const auto text = GENERATE(values<std::string>({
        "{ \"b\" : [ 1 , -0 , -0.0, 1.50, 1E5, 12345678901234567890123 ] ,\n\"a\":{ } }",
        R"(["\/ \u0041 \u00e9 \ud83d\ude00 \" \\ \b\f\n\r\t \u001f", "\\\"", "-0", " a "])",
        "\"del \x7f\"",
        "[]",
        "-0",
        "[true,false,null]",
    }));
    INFO(text);
    Diagnostics diagnostics;
    std::string compact;
    append_compact(compact, text);
    CHECK(compact == to_json(parse_json(text, file, diagnostics)));
}

TEST_CASE("the outline of a JSON text is found from its beginning", "[read]") {
    struct Row {
        std::string text;
        JsonOutline part, whole;
    };
    using enum JsonOutline;
    const auto row = GENERATE(values<Row>({
        {"", undecided, other},
        {"{", undecided, other},
        {"{}", other, other},
        {"{\"actormap\"", undecided, other},
        {"{\"actormap\":", native, native},
        {"{\"x\":[{\"actormap\":1}],\"actormap\":", native, native},
        {"{\"id\":\"bundle--1\",\"type\":\"bundle\"", bundle, bundle},
        {"{\"x\":{\"a\":[1,\"}\"]},\"type\":\"bundle\"", bundle, bundle},
        {"{\"objects\":[{\"id\":\"a--1\",\"type\":\"a\"", bundle, bundle},
        {"{\"objects\":[{\"id\":\"a--1\",\"x\":", undecided, other},
        {"{\"objects\":[1],\"z\":2}", other, other},
        {"{\"type\":\"tool\",\"id\":\"tool--1\",", single, single},
        {"{\"type\":\"tool\",\"id\":\"x--1\"}", other, other},
        {"[{\"type\":\"tool\",\"id\":\"tool--1\",", list, list},
        {"[1]", other, other},
        {"[{\"a\":1}]", other, other},
    }));
    INFO(row.text);
    CHECK(json_outline(row.text, false) == row.part);
    CHECK(json_outline(row.text, true) == row.whole);
}
