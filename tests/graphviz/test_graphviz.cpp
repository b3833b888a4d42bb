#include "support/catch.hpp"

#include <actormap/base/error.hpp>
#include <actormap/graphviz/graphviz.hpp>
#include <actormap/graphviz/text.hpp>

#include <atomic>
#include <clocale>
#include <cstdlib>
#include <functional>
#include <random>
#include <sys/wait.h>
#include <thread>

using namespace actormap;

namespace {

GvGraph labelled(const std::vector<std::string>& texts) {
    GvGraph graph;
    graph.graph = {{"linelength", "0"}, {"fontname", "DejaVu Sans"}};
    graph.node = {{"fontname", "DejaVu Sans"}, {"shape", "box"}};
    for (const std::string& text : texts) {
        graph.nodes.push_back({{{"label", label_text(text)}}, std::nullopt});
    }
    for (std::size_t i = 1; i < texts.size(); ++i) graph.edges.push_back({0, i, {}});
    return graph;
}

GvGraph random_graph(std::size_t nodes, std::size_t edges) {
    GvGraph graph;
    std::mt19937 bits(1);
    for (std::size_t i = 0; i < nodes; ++i) {
        graph.nodes.push_back({{{"label", "x"}}, std::nullopt});
    }
    for (std::size_t i = 0; i < edges; ++i) {
        graph.edges.push_back({bits() % nodes, bits() % nodes, {}});
    }
    return graph;
}

const std::vector<std::string> hostile = {"\"quoted\"",
                                          "<b>x</b>",
                                          "\\N",
                                          "\\G \\E",
                                          "\"];evil[",
                                          "a\nb",
                                          "שלום",
                                          "العربية",
                                          "😀 日本語",
                                          std::string(10000, 'y'),
                                          "&lt;",
                                          "&evil; &",
                                          "\\",
                                          "\\\"",
                                          "<<x>>",
                                          "",
                                          "]]>",
                                          "--><script>",
                                          "\xE2\x80\xAEgnp.exe"};

std::string id_of(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.id();
    }
    return "";
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) {
        ++found;
    }
    return found;
}

}  // namespace

TEST_CASE("DOT is written with synthetic names and quoted labels", "[graphviz]") {
    GvGraph graph = labelled({"APT31", "<b>x</b>", "\"];evil[", "\\N"});
    graph.clusters.push_back({{{"label", label_text("Finland")}}});
    graph.nodes[1].cluster = 0;
    const std::string dot = to_dot(graph);
    CHECK(dot.find("subgraph cluster0") != std::string::npos);
    CHECK(dot.find("n1\t[label=\"<b>x</b>\"]") != std::string::npos);  // quoted: plain text
    CHECK(dot.find("label=<") == std::string::npos);                   // an HTML-like label
    CHECK(dot.find("n2\t[label=\"\\\"];evil[\"]") != std::string::npos);
    CHECK(dot.find("n3\t[label=\"\\\\N\"]") != std::string::npos);
    CHECK(dot.find("n0 -> n3") != std::string::npos);
    CHECK(to_dot(graph) == dot);
}

TEST_CASE("hostile labels stay text in SVG", "[graphviz]") {
    const std::string svg = render(labelled(hostile), Engine::dot, ImageFormat::svg);
    for (const char* shown :
         {">&quot;quoted&quot;<", ">&lt;b&gt;x&lt;/b&gt;<", ">\\N<", ">\\G \\E<", ">&quot;];evil[<",
          ">a b<", ">שלום<", ">العربية<", ">😀 日本語<", ">&amp;lt;<", ">&amp;evil; &amp;<", ">\\<",
          ">\\&quot;<", ">&lt;&lt;x&gt;&gt;<", ">]]&gt;<", ">&#45;&#45;&gt;&lt;script&gt;<",
          ">\xEF\xBF\xBDgnp.exe<"}) {
        INFO(shown);
        CHECK(svg.find(shown) != std::string::npos);
    }
    CHECK(count(svg, "yyyyyyyyyy") == 20);
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("<!--") == std::string::npos);
    CHECK(svg.find("Graphviz") == std::string::npos);
    CHECK(svg.find("<title>") == std::string::npos);
    CHECK(svg.find("href") == std::string::npos);
    CHECK(count(svg, "<g ") == 1 + hostile.size() + hostile.size() - 1);
    CHECK(count(svg, "<g ") == count(svg, "</g>"));
}

TEST_CASE("hostile labels do no harm in PNG and in layouts", "[graphviz]") {
    const GvGraph graph = labelled(hostile);
    const std::string png = render(graph, Engine::dot, ImageFormat::png);
    CHECK(png.substr(0, 8) == "\x89PNG\r\n\x1A\n");
    CHECK(png.find("IEND") != std::string::npos);
    const GvLayout places = layout(graph, Engine::dot);
    REQUIRE(places.nodes.size() == hostile.size());
    REQUIRE(places.edges.size() == hostile.size() - 1);
    for (const GvNodePlace& node : places.nodes) CHECK(node.width > 0);
    for (const GvEdgePlace& edge : places.edges) CHECK(edge.pos.starts_with("e,"));
}

TEST_CASE("attributes that read files or make links are refused", "[graphviz]") {
    for (const char* name : {"URL", "href", "image", "shapefile", "stylesheet", "tooltip", "class",
                             "imagepath", "fontpath", "target", "comment", "Damping"}) {
        GvGraph graph = labelled({"a"});
        graph.nodes[0].attributes.emplace_back(name, "x");
        INFO(name);
        CHECK(id_of([&] { (void)to_dot(graph); }) == "graphviz-failed");
        graph = labelled({"a"});
        graph.graph.emplace_back(name, "x");
        CHECK(id_of([&] { (void)to_dot(graph); }) == "graphviz-failed");
    }
}

TEST_CASE("pictures are the same bytes, whatever went before", "[graphviz]") {
    const GvGraph graph = random_graph(60, 90);
    const auto all = [&] {
        return render(graph, Engine::dot, ImageFormat::svg) +
               render(graph, Engine::sfdp, ImageFormat::svg) +
               render(graph, Engine::neato, ImageFormat::svg) +
               render(graph, Engine::twopi, ImageFormat::png) + to_dot(graph);
    };
    const std::string first = all();
    std::srand(77);
    (void)render(random_graph(30, 60), Engine::sfdp, ImageFormat::svg);
    CHECK((all() == first));

    // The child makes its own environment and locale, whatever the caller's are.
    ::setenv("LC_ALL", "de_DE.UTF-8", 1);
    ::setenv("LC_NUMERIC", "de_DE.UTF-8", 1);
    ::setenv("GV_FILE_PATH", "/tmp", 1);
    ::setenv("GVBINDIR", "/nonexistent", 1);
    const char* set = std::setlocale(LC_ALL, "de_DE.UTF-8");
    if (set == nullptr) set = std::setlocale(LC_ALL, "C.UTF-8");
    CHECK((all() == first));
    std::setlocale(LC_ALL, "C");
    for (const char* name : {"LC_ALL", "LC_NUMERIC", "GV_FILE_PATH", "GVBINDIR"}) ::unsetenv(name);

        // A sanitizer's allocator does not know of forks: a child made while the other thread
        // allocates may inherit a lock that nobody opens.
#ifndef ACTORMAP_SANITIZED
    std::string other;
    std::thread thread([&] { other = all(); });
    CHECK((all() == first));
    thread.join();
    CHECK((other == first));
#endif
}

TEST_CASE("the order of clusters does not hang on addresses", "[graphviz]") {
    GvGraph graph = random_graph(40, 40);
    graph.clusters.resize(8);
    for (std::size_t i = 0; i < 40; ++i) graph.nodes[i].cluster = i % 8;
    const std::string first = to_dot(graph);
    std::vector<std::string> heap;
    for (std::size_t round = 0; round < 20; ++round) {
        // What is freed here is what the next child finds on its heap.
        for (std::size_t i = 0; i < 500; ++i) heap.emplace_back(16 + (i * 7 + round) % 90, 'x');
        for (std::size_t i = 0; i < heap.size(); i += 3) heap[i] = std::string();
        for (std::string& text : heap) {
            if (text.size() % (round + 2) == 0) text.shrink_to_fit();
        }
        CHECK((to_dot(graph) == first));
    }
    CHECK(first.find("cluster0") < first.find("cluster1"));
    CHECK(first.find("cluster6") < first.find("cluster7"));
}

TEST_CASE("a drawing beyond its limits is ended with an error", "[graphviz]") {
    const GvGraph graph = random_graph(3000, 9000);
    CHECK(id_of([&] { (void)layout(graph, Engine::dot, {.cpu_seconds = 1}); }) == "graphviz-limit");

    const GvGraph small = random_graph(50, 50);
    CHECK(id_of([&] {
              (void)render(small, Engine::dot, ImageFormat::svg, {.output_bytes = 1000});
          }) == "graphviz-limit");
    CHECK(render(small, Engine::dot, ImageFormat::svg).size() > 1000);
}

TEST_CASE("a drawing can be cancelled", "[graphviz]") {
    std::stop_source stop;
    const GvGraph graph = random_graph(3000, 9000);
    // Stops once the child is there: until then this process has none to wait for. A drawing that
    // heeds no stop would end as graphviz-limit.
    std::atomic<bool> over{false};
    std::thread later([&] {
        siginfo_t child{};
        while (!over && ::waitid(P_ALL, 0, &child, WEXITED | WNOHANG | WNOWAIT) != 0)
            std::this_thread::yield();
        stop.request_stop();
    });
    CHECK(id_of([&] { (void)layout(graph, Engine::dot, {}, {.stop = stop.get_token()}); }) ==
          "cancelled");
    over = true;
    later.join();
}

TEST_CASE("what Graphviz complains of is an error", "[graphviz]") {
    GvGraph graph = labelled({"a", "b"});  // no positions
    try {
        (void)render(graph, Engine::placed, ImageFormat::svg);
        FAIL("drawn without positions");
    } catch (const Error& error) {
        CHECK(error.id() == "graphviz-failed");
        CHECK(std::string(error.what()).find("no position") != std::string::npos);
    }
    CHECK(id_of([&] { (void)layout(graph, Engine::placed); }) == "graphviz-failed");
    GvGraph ranked = labelled({"a", "b"});
    ranked.edges.clear();
    ranked.graph.emplace_back("rankdir", "LR");
    ranked.ranks = {{0, 1}};
    const GvLayout places = layout(ranked, Engine::dot);
    CHECK(places.nodes[0].centre.x == places.nodes[1].centre.x);
}

TEST_CASE("an empty description is a small picture", "[graphviz]") {
    CHECK(render({}, Engine::dot, ImageFormat::svg).find("</svg>") != std::string::npos);
    CHECK(layout({}, Engine::sfdp).nodes.empty());
    CHECK(gv_number(0.5) == "0.5");
    CHECK(gv_number(-0.0) == "0");
    CHECK(gv_point({1.25, -3}) == "1.25,-3");
}
