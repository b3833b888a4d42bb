#include "read/xml_reading.hpp"
#include "support/catch.hpp"
#include "write/hostile_graph.hpp"

#include <actormap/write/generic_formats.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace actormap;
using namespace actormap::test;

namespace {

struct Format {
    GraphReader reader;
    std::string (*write)(const ActorGraph&, Losses&);
};

const Format formats[] = {
    {read_graphml, [](const ActorGraph& graph,
                      Losses& losses) { return write_graphml(GraphTable(graph), losses); }},
    {read_gexf, [](const ActorGraph& graph, Losses& losses) {
         return write_gexf(GraphTable(graph), {}, losses);
     }}};

}  // namespace

TEST_CASE("hostile graphs come back out of GraphML and GEXF", "[read][property]") {
    std::size_t whole = 0;
    for (std::uint32_t seed = 0; seed < 1500; ++seed) {
        Diagnostics diagnostics;
        const ActorGraph graph = HostileGraph(seed).graph(diagnostics);
        for (const Format& format : formats) {
            INFO(seed << (format.reader == read_gexf ? " GEXF" : " GraphML"));
            Losses losses;
            const std::string text = format.write(graph, losses);
            const XmlReading reading = read_graph(format.reader, text);
            INFO(text);
            CHECK(reading.found.empty());
            if (!losses.empty()) continue;  // XML has no control characters
            ++whole;
            CHECK(reading.said.empty());
            REQUIRE(write_native(reading.graph) == write_native(graph));
            CHECK(reading.graph == graph);
            Losses again;
            CHECK(format.write(reading.graph, again) == text);
        }
    }
    CHECK(whole > 200);
}

TEST_CASE("graphs/ come back out of GraphML and GEXF", "[read][data]") {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(ACTORMAP_SOURCE_DIR "/graphs"))
        if (entry.path().extension() == ".json") paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    Diagnostics diagnostics;
    const ActorGraph graph = read_files(paths, InputFormat::native, diagnostics).graph;
    REQUIRE(diagnostics.errors() == 0);
    REQUIRE(graph.relations().size() > 100);
    for (const Format& format : formats) {
        Losses losses;
        const XmlReading reading = read_graph(format.reader, format.write(graph, losses));
        CHECK(losses.empty());
        CHECK(reading.said.empty());
        CHECK(reading.graph == graph);
    }
}
