#include "support/catch.hpp"

#include <actormap/base/text.hpp>

#include <algorithm>
#include <random>

using namespace actormap;

namespace {

/// The definition (optimal string alignment), without a table.
std::size_t distance(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    const std::string_view a1 = a.substr(1), b1 = b.substr(1);
    std::size_t best = distance(a1, b1) + (a[0] == b[0] ? 0 : 1);
    best = std::min({best, distance(a1, b) + 1, distance(a, b1) + 1});
    if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
        best = std::min(best, distance(a.substr(2), b.substr(2)) + 1);
    return best;
}

/// Table 3-7 of the Unicode standard: the length of the well-formed sequence at the front; 0 if
/// there is none.
std::size_t well_formed(const std::vector<unsigned>& s) {
    struct Row {
        unsigned low, high, second_low, second_high;
        std::size_t length;
    };
    constexpr Row rows[] = {
        {0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
        {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
        {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};
    for (const Row& row : rows) {
        if (s[0] < row.low || s[0] > row.high || s.size() < row.length) continue;
        if (row.length > 1 && (s[1] < row.second_low || s[1] > row.second_high)) return 0;
        for (std::size_t i = 2; i < row.length; ++i) {
            if (s[i] < 0x80 || s[i] > 0xBF) return 0;
        }
        return row.length;
    }
    return 0;
}

std::optional<std::size_t> first_bad(const std::vector<unsigned>& bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length =
            well_formed({bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end()});
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("edit distance equals its definition", "[base][property]") {
    std::mt19937 bits(7);
    for (int round = 0; round < 400; ++round) {
        std::string a, b;
        for (auto n = bits() % 7; n > 0; --n) a += static_cast<char>('a' + bits() % 3);
        for (auto n = bits() % 7; n > 0; --n) b += static_cast<char>('a' + bits() % 3);
        INFO(a << " " << b);
        CHECK(edit_distance(a, b) == distance(a, b));
        CHECK(edit_distance(a, b) == edit_distance(b, a));
        for (std::size_t limit = 0; limit < 4; ++limit) {
            const std::size_t found = edit_distance(a, b, limit);
            CHECK((distance(a, b) <= limit ? found == distance(a, b) : found > limit));
        }
    }
    CHECK(edit_distance("apt31", "atp31") == 1);
    CHECK(edit_distance("ca", "abc") == 3);  // no letter is edited twice
}

TEST_CASE("UTF-8: every sequence of boundary bytes is judged as the standard does", "[base]") {
    const std::vector<unsigned> edges{0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0,
                                      0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0,
                                      0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFD, 0xFE, 0xFF};
    std::size_t wrong = 0, count = 0;
    const auto check = [&](const std::vector<unsigned>& bytes) {
        std::string text;
        for (const unsigned byte : bytes) text += static_cast<char>(byte);
        ++count;
        if (find_invalid_utf8(text) != first_bad(bytes)) ++wrong;
    };
    check({});
    for (const unsigned a : edges) {
        check({a});
        for (const unsigned b : edges) {
            check({a, b});
            for (const unsigned c : edges) {
                check({a, b, c});
                for (const unsigned d : edges) check({a, b, c, d});
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(count > 700'000);
    CHECK(find_invalid_utf8("ab\xC3") == 2u);
    CHECK(find_invalid_utf8("é\xED\xA0\x80") == 2u);
    CHECK_FALSE(find_invalid_utf8("\U0010FFFF\uFFFF"));
}

TEST_CASE("code points are appended as UTF-8", "[base]") {
    std::string text;
    for (const char32_t c :
         {U'a', U'\x7f', U'\x80', U'é', U'\u07ff', U'\u0800', U'日', U'🦊', U'\U0010ffff'})
        append_utf8(text, c);
    CHECK(text == "a\x7f\u0080é\u07ff\u0800日🦊\U0010ffff");
}

TEST_CASE("case folding takes away case and nothing else", "[base]") {
    CHECK(fold_case("APT31") == "apt31");
    CHECK(fold_case("Straße") == fold_case("STRASSE"));
    CHECK(fold_case("Σίσυφος") == fold_case("ΣΊΣΥΦΟΣ"));
    CHECK(fold_case("e\u0301") == fold_case("É"));  // composed first
    CHECK(fold_case("ﬁ") == "fi");
    CHECK(fold_case("e") != fold_case("é"));
    CHECK(fold_case("").empty());
    CHECK(fold_case("A\xFF") == "A\xFF");  // no UTF-8: the text itself
    for (const std::string text : {"İ", "ǅ", "ŉ", "ΐ", "日本", "a b-C_9"})
        CHECK(fold_case(fold_case(text)) == fold_case(text));
}

TEST_CASE("quoted texts are fit for a terminal", "[base]") {
    CHECK(quote("a'b") == "'a'b'");
    CHECK(quote("") == "''");
    CHECK(quote("\x1b[31m\n\t\x7f") == "'?[31m\?\?\?'");
    CHECK(quote("\u0085\u202e\u200b\u2028\u2029\ufeff") == "'\?\?\?\?\?\?'");
    CHECK(quote(std::string("a\0b", 3)) == "'a?b'");
    CHECK(quote("a\xFFz\xC3") == "'a\ufffdz\ufffd'");
    CHECK(quote("日本🦊") == "'日本🦊'");
    const std::string sixty(60, 'x');
    CHECK(quote(sixty) == '\'' + sixty + '\'');
    CHECK(quote(sixty + 'x') == '\'' + sixty + "…'");
    std::string wide;
    for (int i = 0; i < 61; ++i) wide += "日";
    CHECK(quote(wide).size() == 2 + 60 * 3 + 3);
}

TEST_CASE("near names: nearest first, then by the alphabet, not too far", "[base]") {
    const std::vector<std::string_view> names{"targets", "uses", "target", "tarmac", "uses"};
    CHECK(nearest("target", names) == std::vector<std::string>{"target", "targets"});
    CHECK(nearest("TARGETS", names) == std::vector<std::string>{"targets", "target"});
    CHECK(nearest("usse", names) == std::vector<std::string>{"uses"});
    CHECK(nearest("us", names).empty());
    CHECK(nearest("ab", {"aa", "bb", "ad", "ac"}, 2) == std::vector<std::string>{"aa", "ac"});
    CHECK(nearest("", {"a", ""}).empty());
    CHECK(nearest("A", {"b", "a"}) == std::vector<std::string>{"a"});
    CHECK(nearest(std::string(201, 'a'), {std::string(201, 'a')}).empty());
    CHECK(did_you_mean({}).empty());
    CHECK(did_you_mean({"a"}) == "; did you mean 'a'?");
    CHECK(did_you_mean({"a", "b"}) == "; did you mean 'a' or 'b'?");
    CHECK(did_you_mean({"a", "b", "c"}) == "; did you mean 'a', 'b' or 'c'?");
}

TEST_CASE("texts as JSON, and joined", "[base]") {
    CHECK(json_string("a\"\\/\n\r\t\b\x1f\x7f é") == R"("a\"\\/\n\r\t\u0008\u001f\u007f é")");
    CHECK(json_string("") == "\"\"");
    CHECK(join({}, ", ").empty());
    CHECK(join({"a"}, ", ") == "a");
    CHECK(join({"a", "", "b"}, ", ") == "a, , b");
}
