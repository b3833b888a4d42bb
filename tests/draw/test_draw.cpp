#include "sample.hpp"

#include <actormap/draw/style.hpp>

#include <cstdlib>
#include <map>

using namespace actormap;
using namespace actormap::test;

namespace {

std::string drawn(const ActorGraph& graph, DrawFormat format, const DrawOptions& options = {},
                  const Lens& lens = clear()) {
    return draw(graph, lens, apply(graph, lens), format, options);
}

/// Each node of a DOT text is one line here.
std::string dot_lines(const std::string& dot) {
    std::string lines;
    for (std::size_t i = 0; i < dot.size(); ++i) {
        const bool goes_on = dot[i] == '\n' && i > 0 && dot[i - 1] == ',';
        if (!goes_on) lines += dot[i];
    }
    return lines;
}

/// The line of the node or edge with this id.
std::string line_of(const std::string& dot, const std::string& id) {
    const std::string lines = dot_lines(dot);
    const std::size_t at = lines.find("id=" + id + ",");
    if (at == std::string::npos) return "";
    return lines.substr(lines.rfind('\n', at) + 1, lines.find('\n', at) - lines.rfind('\n', at));
}

/// The line of the scene's node with this label.
std::string labelled(const std::string& dot, const std::string& label) {
    const std::string lines = dot_lines(dot);
    const std::size_t at = lines.find("label=" + label + ",");
    if (at == std::string::npos) return "";
    return lines.substr(lines.rfind('\n', at) + 1, lines.find('\n', at) - lines.rfind('\n', at));
}

}  // namespace

TEST_CASE("a picture says what it shows", "[draw]") {
    const std::string svg = drawn(sample(), DrawFormat::svg);
    CHECK(has(svg, ">A sample</title>"));
    CHECK(has(svg, ">A sample</text>"));
    CHECK(has(svg, "All claims up to 2022."));
    CHECK(has(svg, "Lens: tlp clear."));
    CHECK(has(svg, "10 entities, 12 relations, 14 claims from 4 sources."));
    CHECK(has(svg, "alleged"));
    CHECK(has(svg, ">TLP:CLEAR<"));
    CHECK(has(svg, "Withheld, being marked above TLP:CLEAR: 1 entity, 1 relation."));
    CHECK_FALSE(has(svg, "Secret agency"));

    Lens lens;
    lens.as_of = *PartialDate::parse("2021-03-18");
    lens.without = {"embassy"};
    const std::string then = drawn(sample(), DrawFormat::svg, {.title = "Then"}, lens);
    CHECK(has(then, ">Then</title>"));
    CHECK(has(then,
              "As of 2021&#45;03&#45;18. Lens: as&#45;of 2021&#45;03&#45;18; without embassy."));
    CHECK(has(then, "Secret agency"));
    CHECK(has(then, ">TLP:AMBER<"));
    CHECK_FALSE(has(then, "Withheld"));
    CHECK_FALSE(has(then, "disputed"));

    const std::string untitled = drawn(pair_of("\"A\""), DrawFormat::svg);
    CHECK(has(untitled, ">Actor map</title>"));
}

TEST_CASE("entities have the shapes and colours of their kinds", "[draw]") {
    const std::string dot = drawn(sample(), DrawFormat::dot);
    CHECK(has(labelled(dot, "APT31"), "shape=hexagon"));
    CHECK(has(labelled(dot, "APT31"), "fillcolor=\"#F6C3AD\""));
    CHECK(has(labelled(dot, "Ministry"), "shape=house"));
    CHECK(has(labelled(dot, "\"Company XRZ\""), "shape=box3d"));
    CHECK(has(labelled(dot, "\"Parliament of Finland\""), "shape=box,"));
    CHECK(has(labelled(dot, "\"Storting\\n(Norway (disputed))\""), "shape=box,"));
    CHECK(count(dot, "subgraph cluster") == 2);  // China, Finland
    CHECK(has(labelled(dot, "China"), "fillcolor=\"#F6F6F6\""));
    CHECK(has(labelled(dot, "Finland"), "fillcolor=\"#F6F6F6\""));
}

TEST_CASE("edges have the lines of their certainty, and heads where the claim points", "[draw]") {
    const std::string dot = drawn(sample(), DrawFormat::dot);
    std::map<std::string, std::string> by_width;
    for (std::size_t i = 0; i < 6; ++i) {
        const std::string line = line_of(dot, "e" + std::to_string(i));
        INFO(line);
        REQUIRE(has(line, "pos=\""));
        const std::size_t at = line.find("penwidth=") + 9;
        by_width[line.substr(at, line.find(',', at) - at) +
                 (has(line, "#D55E00") ? " disputed" : "")] += line;
    }
    REQUIRE(by_width.size() == 5);
    // An actor's edge to its sponsor is handed over sponsor first, so its head is at the tail.
    CHECK(has(by_width["2"], "style=solid"));
    CHECK(has(by_width["2"], "dir=back"));
    CHECK(has(by_width["2"], "arrowtail=onormal"));
    CHECK_FALSE(has(by_width["2"], "arrowhead"));
    CHECK(has(by_width["1.5"], "style=dashed"));
    CHECK(has(by_width["1.5"], "arrowhead=diamond"));
    CHECK(has(by_width["1.5"], "dir=forward"));
    CHECK(has(by_width["1.3"], "style=dotted"));
    CHECK(has(by_width["2 disputed"], "style=dotted"));
    CHECK(has(by_width["2 disputed"], "arrowhead=normal"));
    CHECK(has(by_width["0.8"], "style=solid"));
    CHECK(has(by_width["0.8"], "color=\"#8A8A8A\""));
    CHECK(has(by_width["0.8"], "arrowhead=odot"));
}

TEST_CASE("citations, doubts and counts stand on the edges", "[draw]") {
    const std::string dot = drawn(sample(), DrawFormat::dot);
    CHECK(has(dot, "label=\"disputed\\n[2,3]\""));
    CHECK(has(dot, "label=\"hypothesis\\n[1]\""));
    CHECK(has(dot, "label=\"2\xC3\x97 [1,2]\""));
    CHECK(has(dot, "label=\"front-company-of\\n[4]\""));
    CHECK(count(dot, "label=\"[1]\"") == 2);
    CHECK(has(dot, "[1] A <vendor> (asserts, hypothesises), 2020-06: A report"));
    CHECK(has(dot, "[2] Supo, 2021-03-18: On the Parliament (supo.fi)"));
    CHECK(has(dot, "[4] A <vendor>, 2022: no publication given"));

    const std::string two = drawn(sample(), DrawFormat::dot, {.most_sources = 2});
    CHECK(has(two, "[2] Supo"));
    CHECK_FALSE(has(two, "[3] The embassy"));
    CHECK(has(two, "and 2 more"));
    CHECK_FALSE(has(drawn(sample(), DrawFormat::dot, {.sources = false}), "[2] Supo"));
}

TEST_CASE("the legend shows what occurs and nothing else", "[draw]") {
    const std::string all = drawn(sample(), DrawFormat::svg);
    for (const char* entry :
         {"state or state organ", "front company", "threat actor", "organisation, sector, persons",
          "compromised", "targeted", "attributed to", "another relation",
          "high confidence (70 or more)", "medium (30 to 69)", "low (under 30)",
          "confidence not stated", "disputed or denied by somebody",
          "hypothesis: nobody asserts it", "two relations in one line", "the source&#39;s number",
          "the country"}) {
        INFO(entry);
        CHECK(has(all, std::string(entry) + "</text>"));
    }
    for (const char* entry : {"campaign", "country or region", "malware or tool", "technique",
                              "vulnerability", "infrastructure", "uses", "size of a name"}) {
        INFO(entry);
        CHECK_FALSE(has(all, std::string(entry) + "</text>"));
    }
    const std::string pair = drawn(pair_of("\"A\""), DrawFormat::svg);
    CHECK(has(pair, ">threat actor<"));
    CHECK(has(pair, ">confidence not stated<"));
    for (const char* entry : {"attributed to", "high confidence", "disputed", "hypothesis",
                              "two relations", "the country", "state or"}) {
        INFO(entry);
        CHECK_FALSE(has(pair, entry));
    }
    CHECK_FALSE(has(drawn(sample(), DrawFormat::svg, {.legend = false}), "front company</text>"));
}

TEST_CASE("sizes follow the measure, and the legend names it", "[draw]") {
    const ActorGraph graph = pair_of("\"A\"");
    const std::string dot = drawn(graph, DrawFormat::dot, {.size = {9, 1}, .size_label = "degree"});
    CHECK(has(labelled(dot, "A"), "fontsize=15"));
    CHECK(has(labelled(dot, "B"), "fontsize=11"));
    CHECK(has(dot, "size of a name: degree"));
    try {
        (void)drawn(graph, DrawFormat::dot, {.size = {1}});
        FAIL("drawn with one size for two");
    } catch (const Error& error) {
        CHECK(error.id() == "draw-size");
    }
}

TEST_CASE("hostile names stay text in every format", "[draw]") {
    const std::vector<std::pair<std::string, std::string>> names = {
        {R"("\"quoted\"")", "&quot;quoted&quot;"},
        {R"("<b>x</b>")", "&lt;b&gt;x&lt;/b&gt;"},
        {R"("\\N")", "\\N"},
        {R"("\\G")", "\\G"},
        {R"("\"];evil[")", "&quot;];evil["},
        {R"("a\nb")", "a b"},
        {R"("\u05e9\u05dc\u05d5\u05dd")", "שלום"},
        {R"("😀 日本")", "😀 日本"},
        {R"("&lt;")", "&amp;lt;"},
        {R"("\u202egnp.exe")", "\xEF\xBF\xBDgnp.exe"},
        {"\"" + std::string(10000, 'z') + "\"", std::string(21, 'z') + "\xE2\x80\xA6"}};
    for (const auto& [json, shown] : names) {
        INFO(json.substr(0, 40));
        const ActorGraph graph = pair_of(json);
        const std::string svg = drawn(graph, DrawFormat::svg);
        CHECK(has(svg, ">" + shown + "</text>"));
        CHECK(has(svg, json.size() > 10000 ? "<title>zzzz" : "<title>" + shown + ": threat actor"));
        CHECK_FALSE(has(svg, "<b>"));
        CHECK(count(svg, "<g ") == count(svg, "</g>"));
        CHECK(has(drawn(graph, DrawFormat::dot), "id=n0"));
        CHECK(drawn(graph, DrawFormat::png).starts_with("\x89PNG"));
    }
    const std::string typed = drawn(pair_of("\"A\"", "<i>\\\\N&"), DrawFormat::svg);
    CHECK(has(typed, "&lt;i&gt;\\N&amp;"));
    CHECK_FALSE(has(typed, "<i>"));
    const std::string titled = drawn(pair_of("\"A\""), DrawFormat::svg, {.title = "<u>&\\G"});
    CHECK(has(titled, ">&lt;u&gt;&amp;\\G</title>"));
    CHECK(has(titled, ">&lt;u&gt;&amp;\\G</text>"));
}

TEST_CASE("a view without vertices says so", "[draw]") {
    Lens lens = clear();
    lens.as_of = *PartialDate::parse("1999");
    lens.types = {"campaign"};
    for (const DrawFormat format : {DrawFormat::svg, DrawFormat::dot}) {
        const std::string text = drawn(sample(), format, {}, lens);
        CHECK(has(text, "Nothing to show under this lens."));
        CHECK(has(text, "A sample"));
        CHECK(has(text, "TLP:CLEAR"));
    }
    CHECK(drawn(sample(), DrawFormat::png, {}, lens).starts_with("\x89PNG"));
}

TEST_CASE("one entity is a picture", "[draw]") {
    const ActorGraph graph = graph_of(
        R"({"actormap": 1, "entities": [{"id": "a", "type": "x-thing", "name": "A thing"}]})");
    for (const DrawLayout layout :
         {DrawLayout::automatic, DrawLayout::layered, DrawLayout::radial, DrawLayout::force}) {
        const std::string svg = drawn(graph, DrawFormat::svg, {.layout = layout});
        CHECK(has(svg, ">A thing</text>"));
        CHECK(has(svg, "1 entity, 0 relations, 0 claims from 0 sources."));
    }
    CHECK(has(drawn(graph, DrawFormat::svg), ">[x&#45;thing]</text>"));
}

TEST_CASE("the same view gives the same bytes", "[draw]") {
    const ActorGraph graph = sample();
    for (const DrawFormat format :
         {DrawFormat::svg, DrawFormat::png, DrawFormat::pdf, DrawFormat::dot, DrawFormat::json}) {
        const std::string first = drawn(graph, format);
        (void)drawn(large(90), DrawFormat::dot);
        ::setenv("LC_ALL", "de_DE.UTF-8", 1);
        CHECK((drawn(graph, format) == first));
        ::unsetenv("LC_ALL");
    }
}

TEST_CASE("edges rolled up at both ends are drawn as they were claimed", "[draw]") {
    Lens lens = clear();
    lens.roll_up = {RollUp::victims_country, RollUp::actors_sponsor};
    const std::string svg = drawn(sample(), DrawFormat::svg, {}, lens);
    CHECK(has(svg, "Ministry targets Finland"));
    CHECK(has(svg, "Ministry targets Norway"));
    CHECK_FALSE(has(svg, "Finland targets"));
}

TEST_CASE("names of formats and layouts", "[draw]") {
    CHECK(parse_draw_format("svg") == DrawFormat::svg);
    CHECK(parse_draw_format("json") == DrawFormat::json);
    CHECK(parse_draw_format("pdf") == DrawFormat::pdf);
    CHECK_FALSE(parse_draw_format("gif"));
    CHECK(parse_draw_layout("auto") == DrawLayout::automatic);
    CHECK(parse_draw_layout("radial") == DrawLayout::radial);
    CHECK_FALSE(parse_draw_layout("dot"));
}
