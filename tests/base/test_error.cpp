#include "support/catch.hpp"

#include <actormap/base/csv.hpp>
#include <actormap/base/error.hpp>
#include <actormap/base/run.hpp>
#include <actormap/read/csv.hpp>

using namespace actormap;

TEST_CASE("diagnostics read as compilers print them", "[base]") {
    CHECK(to_string(Position{"a.json", 2, 3}) == "a.json:2:3");
    CHECK(to_string(Position{"a.json", 2, 0}) == "a.json:2");
    CHECK(to_string(Position{"a.json", 0, 3}) == "a.json");
    CHECK(to_string(Diagnostic{Severity::error, "some-id", {"f", 1, 2}, "wrong"}) ==
          "f:1:2: error: wrong [some-id]");
    CHECK(to_string(Diagnostic{Severity::warning, "some-id", {}, "odd"}) ==
          "warning: odd [some-id]");
}

TEST_CASE("diagnostics are all counted and the first kept", "[base]") {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < Diagnostics::limit + 5; ++i) diagnostics.error("e", {}, "x");
    diagnostics.warning("w", {}, "y");
    CHECK(diagnostics.errors() == Diagnostics::limit + 5);
    CHECK(diagnostics.warnings() == 1);
    CHECK(diagnostics.all().size() == Diagnostics::limit + 1);
    CHECK(diagnostics.all().back().id == "w");
}

TEST_CASE("errors carry an id and a place", "[base]") {
    try {
        throw InputError("some-id", {"f", 1, 2}, "wrong");
    } catch (const Error& error) {
        CHECK(error.id() == "some-id");
        CHECK(std::string(error.what()) == "wrong");
        CHECK(dynamic_cast<const InputError&>(error).where().column == 2);
    }
    CHECK(Cancelled().id() == "cancelled");
}

TEST_CASE("formula guards go on and come off", "[base]") {
    const std::vector<std::string> dangerous{"=1",  "+1",  "-1",  "@a",  "|a",  "%a",  "\ta", "\ra",
                                             "\na", "＝1", "＋1", "－1", "＠a", "｜a", "％a"};
    for (const std::string& text : dangerous) {
        INFO(text);
        CHECK(looks_like_formula(text));
        CHECK(csv_text(text) == "\"'" + text + '"');
        CHECK(looks_like_formula("'" + text));  // or the reader would take a real one off
        CHECK(csv_text("''" + text) == "\"'''" + text + '"');
    }
    for (const std::string text : {"", "a", "a=1", " =1", "'", "''", "'a", "1-2", "é", "ａ"}) {
        INFO(text);
        CHECK_FALSE(looks_like_formula(text));
        CHECK(csv_text(text) == '"' + text + '"');
        CHECK(without_formula_guard(text) == text);
    }
    CHECK(csv_text("a\"b\"") == "\"a\"\"b\"\"\"");
    for (std::string text : dangerous) {
        for (int apostrophes = 0; apostrophes < 3; ++apostrophes, text = "'" + text) {
            const std::string cell = csv_text(text);
            CHECK(without_formula_guard(cell.substr(1, cell.size() - 2)) == text);
        }
    }
}
