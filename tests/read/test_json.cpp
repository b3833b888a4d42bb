#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/base/text.hpp>
#include <actormap/read/json.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;

/// What is said about a text, and about nothing but its JSON.
Strings said(const std::string& text) {
    Diagnostics diagnostics;
    Strings lines;
    try {
        (void)parse_json(text, "x", diagnostics);
    } catch (const InputError& error) {
        lines.push_back(
            to_string(Diagnostic{Severity::error, error.id(), error.where(), error.what()}));
    }
    for (const Diagnostic& d : diagnostics.all()) lines.push_back(to_string(d));
    return lines;
}

}  // namespace

TEST_CASE("json: every error names its place and its id", "[read]") {
    struct Row {
        std::string text, said;
    };
    const auto row = GENERATE(values<Row>({
        {"",
         "x:1:1: error: not valid JSON: value - unexpected end of input; expected '[', '{', or "
         "a literal; the file is cut off: complete it [json-syntax]"},
        {"{\n\"a\": 1,\n}",
         "x:3:1: error: not valid JSON: object key - unexpected '}'; expected string literal; "
         "correct it [json-syntax]"},
        {"{\"a\" 1}",
         "x:1:6: error: not valid JSON: object separator - unexpected number literal; expected "
         "':'; correct it [json-syntax]"},
        {"[1,\r\n  tru]",
         "x:2:3: error: not valid JSON: value - invalid literal; correct it [json-syntax]"},
        {"[1] 2",
         "x:1:5: error: not valid JSON: value - unexpected number literal; expected end "
         "of input; correct it [json-syntax]"},
        {"[\"a\nb\"]",
         "x:1:2: error: not valid JSON: value - invalid string: control character U+000A (LF) must "
         "be escaped to \\u000A or \\n; correct it [json-syntax]"},
        {"[\"a\\x\"]",
         "x:1:2: error: not valid JSON: value - invalid string: forbidden character "
         "after backslash; correct it [json-syntax]"},
        {"[\"abc",
         "x:1:6: error: not valid JSON: value - invalid string: missing closing quote; the file is "
         "cut off: complete it [json-syntax]"},
        {"{\"a\": [01]}",
         "x:1:8: error: not valid JSON: array - unexpected number literal; "
         "expected ']'; correct it [json-syntax]"},
        {"// no\n{}",
         "x:1:1: error: not valid JSON: value - invalid literal; correct it [json-syntax]"},
        {"{'a': 1}",
         "x:1:2: error: not valid JSON: object key - invalid literal; expected string "
         "literal; correct it [json-syntax]"},
        {"[NaN]",
         "x:1:2: error: not valid JSON: value - invalid literal; correct it [json-syntax]"},
        {"[\"\\ud800\"]",
         "x:1:2: error: not valid JSON: value - invalid string: surrogate U+D800..U+DBFF must be "
         "followed by U+DC00..U+DFFF; correct it [json-syntax]"},
        {"[\"\\udc00x\"]",
         "x:1:2: error: not valid JSON: value - invalid string: surrogate U+DC00..U+DFFF must "
         "follow U+D800..U+DBFF; correct it [json-syntax]"},
        {"[0,\n 1e999]",
         "x:2:2: error: a number is too large to be held; correct it [json-number]"},
        {"[\"a\\u0000\"]", "x:1:2: error: a text holds the character U+0000; remove it [json-nul]"},
        {"{\"\\u0000\": 1}",
         "x:1:2: error: a text holds the character U+0000; remove it [json-nul]"},
        {"{\"a\": 1,\n \"b\": 2, \"a\": 3}",
         "x:2:10: error: the name 'a' stands twice in one object; remove one of them "
         "[json-duplicate-name]"},
        {"{\"a\": 1, \"\\u0061\": 3}",
         "x:1:10: error: the name 'a' stands twice in one object; remove one of them "
         "[json-duplicate-name]"},
    }));
    INFO(row.text);
    CHECK(said(row.text) == Strings{row.said});
}

TEST_CASE("json: depth and size are limited", "[read]") {
    const std::string deep = std::string(64, '[') + std::string(64, ']');
    CHECK(said(deep).empty());
    CHECK(said('[' + deep + ']') ==
          Strings{"x:1:65: error: lists and objects are nested deeper than 64 levels; flatten them "
                  "[json-depth]"});
    CHECK(ids_of(said(std::string(100'000, '['))) == Strings{"json-depth"});
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    CHECK(ids_of(said(objects)) == Strings{"json-depth"});

    const std::size_t limit = JsonLimits().text;
    const std::string fits(limit, 'a');
    CHECK(said("[\"" + fits + "\"]").empty());
    CHECK(said("{\"" + fits + "\": 1}").empty());
    CHECK(said("[\n\"" + fits + "a\"]") ==
          Strings{"x:2:1: error: a text is longer than 1048576 bytes; shorten it "
                  "[json-text-size]"});
    CHECK(ids_of(said("{\"" + fits + "a\": 1}")) == Strings{"json-text-size"});
    CHECK(ids_of(said("[\"" + std::string(7 * limit, 'a'))) == Strings{"json-text-size"});
    std::string escaped;  // six bytes for one: what counts is the text
    for (std::size_t i = 0; i < limit; ++i) escaped += "\\u0061";
    CHECK(said("[\"" + escaped + "\"]").empty());
    CHECK(ids_of(said("[\"" + escaped + "\\u0061\"]")) == Strings{"json-text-size"});
}

TEST_CASE("json: values keep their form and their place", "[read]") {
    Diagnostics diagnostics;
    const std::string text =
        "{\n \"a\": [1.50, -0, 1E5, 18446744073709551616, null, true],"
        "\n \"b\": {\"é\\n\": \"\\\"\\\\\\/\\ud83e\\udd8a\"}}";
    const JsonValue value = parse_json(text, "x", diagnostics);
    CHECK(to_json(value) ==
          R"({"a":[1.50,0,1E5,18446744073709551616,null,true],"b":{"é\n":"\"\\/🦊"}})");
    const JsonValue& list = *value.find("a");
    CHECK(list.line == 2);
    CHECK(list.column == 7);
    CHECK(list.items[3].column == 23);
    CHECK(list.items[4].column == 45);
    CHECK(list.items[5].column == 51);
    CHECK(value.find("b")->find("é\n")->line == 3);
    CHECK(value.find("b")->find("é\n")->column == 16);
    CHECK(value.find("c") == nullptr);
    CHECK(list.find("a") == nullptr);
    CHECK(to_json(parse_json(to_json(value), "x", diagnostics)) == to_json(value));
}
