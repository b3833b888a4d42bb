#include "read/reading.hpp"
#include "support/catch.hpp"
#include "write/hostile_graph.hpp"
#include "write/small_graph.hpp"

#include <actormap/write/native.hpp>
#include <actormap/write/write.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace actormap;
using namespace actormap::test;

namespace {

/// The graph written in a format, as the files that it is.
std::vector<std::pair<std::string, std::string>> files_of(const ActorGraph& graph,
                                                          OutputFormat format, Losses& losses) {
    if (!is_folder(format)) return {{"x", write(graph, format, losses)}};
    std::vector<std::pair<std::string, std::string>> files;
    for (WrittenFile& file : write_folder(graph, format, losses))
        files.emplace_back(std::move(file.name), std::move(file.content));
    return files;
}

std::string native_of(const std::string& records) {
    return "{ \"actormap\": 1, " + records + " }";
}

}  // namespace

TEST_CASE("generic formats: native, there and back is the same graph", "[write][property]") {
    const auto format = GENERATE(OutputFormat::graphml, OutputFormat::gexf, OutputFormat::node_link,
                                 OutputFormat::cytoscape, OutputFormat::tables);
    const auto seed = GENERATE(range(0u, 300u));
    INFO(to_string(format) << ", seed " << seed);
    Diagnostics diagnostics;
    const ActorGraph graph = HostileGraph(seed).graph(diagnostics);
    Losses losses;
    const auto files = files_of(graph, format, losses);
    for (const auto& [name, content] : files) INFO(name << "\n" << content);
    if (!losses.empty()) {
        CHECK(losses.counts().begin()->first == "control characters");
        CHECK(losses.counts().size() == 1);
        return;
    }
    const Reading again = read_inputs(files);
    CHECK(again.said == std::vector<std::string>{});
    CHECK(write_native(again.graph()) == write_native(graph));
    Losses same;
    CHECK(files_of(again.graph(), format, same) == files);
}

// Graphviz parses in a process of its own, which takes its time.
TEST_CASE("DOT: native, there and back is the same graph", "[write][property]") {
    const auto seed = GENERATE(range(0u, 40u));
    INFO("seed " << seed);
    Diagnostics diagnostics;
    const ActorGraph graph = HostileGraph(seed).graph(diagnostics);
    Losses losses;
    const auto files = files_of(graph, OutputFormat::dot, losses);
    INFO(files[0].second);
    CHECK(losses.empty());
    const Reading again = read_inputs(files);
    CHECK(again.said == std::vector<std::string>{});
    CHECK(write_native(again.graph()) == write_native(graph));
    CHECK(files_of(again.graph(), OutputFormat::dot, losses) == files);
}

TEST_CASE("generic formats: whatever a property is called and is, it comes back", "[write]") {
    const auto format = GENERATE(OutputFormat::graphml, OutputFormat::gexf, OutputFormat::node_link,
                                 OutputFormat::cytoscape, OutputFormat::tables, OutputFormat::dot);
    const std::string value =
        GENERATE("\"7\"", "7", "-0", "-0.0", "1e5", "2.50", "true", "\"true\"", "\"\"", "\" \"",
                 "null", "[1, \"2\"]", "{}", "\"a\\nb\\r\\n\\tc\"", "\"'=1\"", "\"=1\"",
                 "18446744073709551615", "-9223372036854775808", "1e400", "\"[1]\"", "\"nan\"",
                 "\".5\"", "\"C:\\\\n\\\\\"", "\"&amp;#10;\"");
    INFO(to_string(format) << ": " << value);
    // What the formats, the reader and Graphviz have words for, and what no header can hold.
    const std::string properties = [&] {
        std::string text;
        for (const char* name : {"aliases",     "claims_json", "confidence", "disputed",
                                 "relation_id", "source",      "target",     "key",
                                 "label",       "Label",       "weight",     "start",
                                 "title",       "as_of",       "names_json", "properties_json",
                                 "x_json",      "directed",    "color",      "viz",
                                 "image",       "URL",         "shape",      "x",
                                 "size",        "a:b",         "a b",        "a,b",
                                 "'q",          "=f",          "n\\nl",      "",
                                 " ",           "é",           "{}",         "node",
                                 "Score"})
            text += ", \"" + std::string(name) + "\": " + value;
        return text;
    }();
    const auto without = [&](std::string text, const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            const std::string member = ", \"" + name + "\": " + value;
            text.erase(text.find(member), member.size());
        }
        return text;
    };
    const Reading reading = read_text(
        native_of(
            "\"entities\": [ { \"id\": \"a\", \"type\": \"tool\"" + properties +
            " }, { \"id\": \"b\", \"type\": \"tool\" } ], \"relations\": [ { \"from\": \"a\", "
            "\"type\": \"uses\", \"to\": \"b\", \"claims\": [ { \"by\": \"s\", "
            "\"stance\": \"asserts\" } ]" +
            without(properties, {"start"}) +
            " } ], \"speakers\": [ { \"id\": \"s\", "
            "\"kind\": \"vendor\" } ]" +
            without(properties, {"title", "as_of"})),
        InputFormat::native);
    REQUIRE(reading.result.report.unreadable == 0);
    Losses losses;
    const auto files = files_of(reading.graph(), format, losses);
    for (const auto& [name, content] : files) INFO(name << "\n" << content);
    CHECK(losses.empty());
    const Reading again = read_inputs(files);
    CHECK(again.said == std::vector<std::string>{});
    CHECK(write_native(again.graph()) == write_native(reading.graph()));
}

TEST_CASE("generic formats: an empty graph comes back", "[write]") {
    const auto format = GENERATE(OutputFormat::graphml, OutputFormat::gexf, OutputFormat::node_link,
                                 OutputFormat::cytoscape, OutputFormat::tables, OutputFormat::dot);
    INFO(to_string(format));
    const Reading empty = read_text(native_of("\"title\": \"none\""), InputFormat::native);
    Losses losses;
    const Reading again = read_inputs(files_of(empty.graph(), format, losses));
    CHECK(again.said == std::vector<std::string>{});
    CHECK(write_native(again.graph()) == write_native(empty.graph()));
}

TEST_CASE("generic formats: names of XML's forbidden characters are counted", "[write]") {
    const auto format = GENERATE(OutputFormat::graphml, OutputFormat::gexf);
    const Reading reading = read_text(native_of(
        "\"entities\": [ { \"id\": \"a\", \"type\": \"tool\", \"name\": \"a\\u0001b\\uffff\" } ]"));
    Losses losses;
    const std::string text = write(reading.graph(), format, losses);
    CHECK(losses.counts() == std::map<std::string, std::size_t>{{"control characters", 2}});
    CHECK(text.find("a\ufffdb\ufffd") != std::string::npos);
}
