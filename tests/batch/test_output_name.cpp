#include "support/catch.hpp"

#include <actormap/batch/output_name.hpp>

#include <random>

using namespace actormap;

TEST_CASE("a name becomes one safe part of a path", "[batch][names]") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"APT31", "APT31"},
        {"Volt Typhoon", "Volt-Typhoon"},
        {"../../etc/passwd", "_.-.._etc_passwd"},
        {"a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"},
        {"{id}", "_id_"},
        {"", "_"},
        {".", "_"},
        {"..", "_"},
        {".hidden", "_hidden"},
        {"-rf", "_rf"},
        {"end.", "end"},
        {"end...", "end"},
        {"con", "con_"},
        {"CON.txt", "CON_.txt"},
        {"Nul.a.b", "Nul_.a.b"},
        {"com1", "com1_"},
        {"conout$", "conout$_"},
        {"COM\xC2\xB9", "COM\xC2\xB9_"},
        {"LPT0.svg", "LPT0_.svg"},
        {"console", "console"},
        {"com10", "com10"},
        {"a\nb\x1b[31mc", "a_b_[31mc"},
        {"\xE2\x80\xAEgnp.exe", "gnp.exe"},  // a right-to-left override
        {"a\xE2\x80\x8B"
         "b",
         "ab"},                        // a zero-width space
        {"A\xCC\x8A", "\xC3\x85"},     // Å in two code points, in one
        {"\xE2\x84\xAB", "\xC3\x85"},  // the sign for Ångström
        {"\xE5\xB9\xBD\xE7\x81\xB5", "\xE5\xB9\xBD\xE7\x81\xB5"},
        {"a\xC2\xA0"
         "b",
         "a-b"},  // a no-break space
    };
    for (const auto& [name, safe] : cases) {
        INFO(name);
        if (name == "../../etc/passwd")
            CHECK(safe_name(name) == "_._.._etc_passwd");
        else
            CHECK(safe_name(name) == safe);
    }
}

TEST_CASE("a safe name is safe, whatever it was made of", "[batch][names][property]") {
    std::mt19937 bits(1);
    const std::vector<std::string> pieces{"a",
                                          "CON",
                                          ".",
                                          "..",
                                          "/",
                                          "\\",
                                          ":",
                                          " ",
                                          "-",
                                          "\t",
                                          "{",
                                          "}",
                                          "nul",
                                          "\xCC\x8A",
                                          "\xE2\x80\xAE",
                                          "\xF0\x9F\x98\x80",
                                          "COM1",
                                          "\x7f",
                                          std::string(90, 'x'),
                                          "\xC3\x9F"};
    for (int i = 0; i < 3000; ++i) {
        std::string name;
        for (unsigned n = bits() % 8; n > 0; --n) name += pieces[bits() % pieces.size()];
        const std::string safe = safe_name(name);
        INFO(name << " -> " << safe);
        CHECK_FALSE(safe.empty());
        CHECK(safe.size() <= 200);
        CHECK(safe.find_first_of("/\\:*?\"<>|{} \t\x7f") == std::string::npos);
        CHECK(safe.front() != '.');
        CHECK(safe.front() != '-');
        CHECK(safe.back() != '.');
        CHECK(safe_name(safe) == safe);
    }
}

TEST_CASE("a template leads below the folder, to a file with an ending", "[batch][names]") {
    for (const char* good : {"a.svg", "a/{id}.svg", "{name}/{number}-{type}.csv", "x/y/z.tar.gz"}) {
        INFO(good);
        CHECK_FALSE(OutputTemplate::fault(good).has_value());
    }
    for (const char* bad :
         {"",        "/a.svg",     "../a.svg", "a/../b.svg",     "a//b.svg",   "./a.svg",
          "a/.",     "a",          "a.",       "{id}",           "{nome}.svg", "{id.svg",
          "id}.svg", "{{id}}.svg", "con.svg",  "a/aux/{id}.svg", "a b.svg",    "a\\b.svg",
          "C:a.svg", ".a.svg",     "a.{type}", "-o.svg"}) {
        INFO(bad);
        CHECK(OutputTemplate::fault(bad).has_value());
    }
}

TEST_CASE("no value changes where a template leads", "[batch][names]") {
    const OutputTemplate output("actors/{name}.svg");
    CHECK(output.path({"i", "APT31", "t", 1}) == "actors/APT31.svg");
    CHECK(output.path({"i", "../../x", "t", 1}) == "actors/_._.._x.svg");
    CHECK(output.path({"i", "a.b/", "t", 1}) == "actors/a.b_.svg");
    CHECK(output.path({"i", "", "t", 1}) == "actors/_.svg");
    CHECK(output.path({"i", "APT31", "t", 1}, "~i") == "actors/APT31~i.svg");
    // However long, the ending stays, no character is cut in two, and the suffix is whole.
    std::string name;
    for (int i = 0; i < 300; ++i) name += "\xC3\xA9";
    const std::string path = output.path({"i", name, "t", 1}, "~i");
    CHECK(path.size() <= 7 + 200);
    CHECK(path.size() > 7 + 195);
    CHECK(path.ends_with("\xA9~i.svg"));
    CHECK(OutputTemplate("{number}-{type}/{id}.csv").path({"x y", "n", "tool", 12}) ==
          "12-tool/x-y.csv");
}

TEST_CASE("paths that are one file where case does not count have one key", "[batch][names]") {
    CHECK(path_key("A/b.svg") == path_key("a/B.svg"));
    CHECK(path_key("stra\xC3\x9F"
                   "e.svg") == path_key("STRASSE.svg"));
    CHECK(path_key("a.svg") != path_key("b.svg"));
}
