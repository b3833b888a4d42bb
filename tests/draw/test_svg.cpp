#include "sample.hpp"

#include <actormap/draw/links.hpp>

#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

std::string drawn(const ActorGraph& graph, const DrawOptions& options = {}) {
    return draw(graph, clear(), apply(graph, clear()), DrawFormat::svg, options);
}

/// The opening tag of the group with this id.
std::string group(const std::string& svg, const std::string& id) {
    const std::size_t at = svg.find("<g id=\"" + id + '"');
    return at == std::string::npos ? "" : svg.substr(at, svg.find('>', at) - at + 1);
}

/// One source with this address behind one relation.
ActorGraph sourced(const std::string& url) {
    return graph_of(R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
"sources": [{"id": "x", "publisher": "s", "title": "T", "url": ")" +
                    url + R"("}],
"entities": [{"id": "a", "type": "intrusion-set"}, {"id": "b", "type": "identity"}],
"relations": [{"from": "a", "type": "targets", "to": "b", "claims": [{"source": "x"}]}]})");
}

}  // namespace

TEST_CASE("the whole of an SVG has a role, a title and a description", "[draw][svg]") {
    const std::string svg = drawn(sample());
    const std::string root = svg.substr(svg.find("<svg "), svg.find(">\n", svg.find("<svg ")));
    CHECK(has(root, R"(role="graphics-document document")"));
    CHECK(has(root, R"(aria-labelledby="actormap-title")"));
    CHECK(has(root, R"(aria-describedby="actormap-description")"));
    CHECK(count(svg, R"(<title id="actormap-title">A sample</title>)") == 1);
    CHECK(count(svg, R"(<desc id="actormap-description">)") == 1);
    const std::string description = svg.substr(svg.find("<desc"), svg.find("</desc>"));
    CHECK(has(description, "All claims up to 2022. Lens: tlp clear."));
    CHECK(has(description, "Every link is alleged"));
    CHECK(has(description, "Withheld, being marked above TLP:CLEAR: 1 entity, 1 relation."));
}

TEST_CASE("each entity is one group with a title, a role and classes", "[draw][svg]") {
    const ActorGraph graph = sample();
    const std::string svg = drawn(graph);
    for (const auto& [id, kind] :
         std::vector<std::pair<std::string, std::string>>{{"apt31", "actor"},
                                                          {"mss", "sponsor"},
                                                          {"xrz", "company"},
                                                          {"office", "organisation"}}) {
        INFO(id);
        REQUIRE(count(svg, " entity-" + id + " kind-" + kind + '"') == 1);
        const std::size_t at = svg.find(" entity-" + id + ' ');
        const std::size_t start = svg.rfind("<g id=\"n", at), end = svg.find("</g>", at);
        const std::string whole = svg.substr(start, end - start);
        CHECK(count(whole, "<g ") == 1);
        CHECK(count(whole, "<title>") == 1);
        CHECK(has(whole, R"(role="graphics-symbol img")"));
    }
    CHECK(count(svg, " entity-") == 7);
    CHECK(has(svg, "<title>APT31: threat actor, China</title>"));
}

TEST_CASE("each edge says its types and ends", "[draw][svg]") {
    const std::string svg = drawn(sample());
    CHECK(has(svg, R"( relation-compromises relation-targets from-apt31 to-office" role=)"));
    CHECK(has(svg, R"( relation-attributed-to from-apt40 to-mss" role="graphics-symbol img">)"));
    CHECK(count(svg, " relation-front-company-of from-xrz to-mss\"") == 1);
    CHECK(has(group(svg, "e0"), "class=\"edge relation-"));
}

TEST_CASE("a class is one token whatever the id holds, and no two are the same", "[draw][svg]") {
    CHECK(token("apt-31") == "apt-31");
    CHECK(token("APT.31") == "APT_2e31");
    CHECK(token("a b") == "a_20b");
    CHECK(token("a_20b") == "a_5f20b");
    CHECK(token("\xC3\xA9\"") == "_c3_a9_22");
    CHECK(token("").empty());
    std::set<std::string> tokens;
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        for (const std::string& text : {std::string(1, c), std::string("_") + c,
                                        std::string("a") + c, std::string("a") + c + "20"}) {
            const std::string made = token(text);
            CHECK(tokens.insert(made).second);
            CHECK(made.find_first_not_of(
                      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") ==
                  std::string::npos);
        }
    }

    const std::string svg = drawn(graph_of(
        R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}],
"entities": [{"id": "a\" onload=\"x", "type": "intrusion-set"}, {"id": "<b> c\u00e9", "type": "tool"}],
"relations": [{"from": "a\" onload=\"x", "type": "u&\"s", "to": "<b> c\u00e9", "claims": [{"by": "s"}]}]})"));
    CHECK(has(svg, " entity-a_22_20onload_3d_22x kind-actor\""));
    CHECK(has(svg, " entity-_3cb_3e_20c_c3_a9 kind-tooling\""));
    CHECK(has(svg, " relation-u_26_22s from-a_22_20onload_3d_22x to-_3cb_3e_20c_c3_a9\""));
    CHECK_FALSE(has(svg, "onload=\""));
}

TEST_CASE("only http and https addresses of a plain host may be links", "[draw][svg]") {
    for (const char* good : {"https://www.supo.fi/x?y=1&z=(2)#a", "http://a.org",
                             "HTTPS://A.org/%20", "http://a:8080/", "https://[2001:db8::1]:443/x",
                             "https://a.org/@b", "https://a.org/x:y;z,w!*+~$"}) {
        INFO(good);
        CHECK(linkable(good));
    }
    for (const char* bad : {"",
                            "a.org",
                            "//a.org",
                            "javascript:alert(1)",
                            "javascript://a.org/%0aalert(1)",
                            "data:text/html,x",
                            "ftp://a.org/",
                            "file:///etc/passwd",
                            "https://",
                            "https:///x",
                            "https://user@a.org/",
                            "https://user:pw@a.org/",
                            "https://a.org\\@b.org/",
                            "https://a.org/ x",
                            "https://a.org/\n",
                            "https://a.org/\x01",
                            "https://a.org/\"",
                            "https://a.org/'",
                            "https://a.org/<b>",
                            "https://a.org/`",
                            "https://\xC3\xA9.org/",
                            "https://a.org/\xE2\x80\xAE",
                            "https://a.org:80:90/",
                            "https://a.org:x/",
                            "https://a.org:123456/",
                            "https://[::1/",
                            "https://[x]/",
                            "https://[::1]x/",
                            " https://a.org",
                            "https://a_b.org/",
                            "https://a%2eorg/"}) {
        INFO(bad);
        CHECK_FALSE(linkable(bad));
    }
    CHECK_FALSE(linkable(std::string_view("https://a.org/\0", 15)));
}

TEST_CASE("the listed sources are links only when asked", "[draw][svg]") {
    const std::string plain = drawn(sample());
    CHECK_FALSE(has(plain, "href"));
    CHECK_FALSE(has(plain, "<a "));
    CHECK_FALSE(has(plain, "https://"));
    const std::string linked = drawn(sample(), {.links = true});
    CHECK(count(linked, "<a ") == 1);
    CHECK(count(linked, "</a>") == 1);
    const std::string source = linked.substr(linked.find("<g id=\"s2\""));
    CHECK(has(source.substr(0, source.find("</g>")),
              "<a xlink:href=\"https://www.supo.fi/x?y=1\" rel=\"noopener noreferrer\">\n<text "));
    CHECK(has(source.substr(0, source.find("</g>")), "</text>\n</a>\n"));
    CHECK_FALSE(has(drawn(sample(), {.links = true, .most_sources = 1}), "<a "));
    CHECK_FALSE(has(drawn(sample(), {.links = true, .sources = false}), "<a "));

    CHECK(has(drawn(sourced("https://a.org/?x=1&y=2"), {.links = true}),
              "xlink:href=\"https://a.org/?x=1&amp;y=2\""));
    for (const char* bad : {"https://u:p@a.org/", "https://a.org/\\\"x", "https://a.org/'x"}) {
        INFO(bad);
        CHECK_FALSE(has(drawn(sourced(bad), {.links = true}), "href"));
    }
    for (const DrawFormat format : {DrawFormat::dot, DrawFormat::pdf}) {
        const ActorGraph graph = sample();
        const std::string text =
            draw(graph, clear(), apply(graph, clear()), format, {.links = true});
        CHECK_FALSE(has(text, "https://www.supo"));
        CHECK_FALSE(has(text, "/URI"));
    }
}

TEST_CASE("every listed source is a group of its own", "[draw][svg]") {
    const std::string svg = drawn(sample());
    for (int i = 1; i <= 4; ++i) {
        const std::size_t at = svg.find("<g id=\"s" + std::to_string(i) + '"');
        REQUIRE(at != std::string::npos);
        CHECK(has(svg.substr(at, svg.find("</text>", at) - at), ">[" + std::to_string(i) + "] "));
    }
    CHECK_FALSE(has(svg, "<g id=\"s5\""));
    // "and 2 more" is no source.
    CHECK_FALSE(has(drawn(sample(), {.most_sources = 2}), "<g id=\"s3\""));
}
