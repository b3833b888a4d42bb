#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/base/text.hpp>
#include <actormap/read/edge_network.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <random>
#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

struct Read {
    EdgeNetwork result;
    std::vector<std::string> said;
};

Read read_network(const std::string& text, Direction direction = Direction::undirected) {
    Read read;
    Diagnostics diagnostics;
    try {
        read.result = read_edge_network(text, "x", direction, diagnostics);
    } catch (const InputError& error) {
        diagnostics.error(error.id(), error.where(), error.what());
    }
    for (const Diagnostic& d : diagnostics.all()) read.said.push_back(to_string(d));
    return read;
}

std::vector<std::string> names_of(const EdgeNetwork& read) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < read.names.size(); ++i) names.emplace_back(read.names[i]);
    return names;
}

/// The smaller name first if undirected.
std::pair<std::string, std::string> pair_of(std::string a, std::string b, Direction direction) {
    if (direction == Direction::undirected && b < a) a.swap(b);
    return {std::move(a), std::move(b)};
}

Pairs pairs_of(const EdgeNetwork& read) {
    Pairs pairs;
    for (Vertex v = 0; v < read.network.size(); ++v) {
        for (const Vertex w : read.network.out(v))
            pairs.insert(pair_of(std::string(read.names[v]), std::string(read.names[w]),
                                 read.network.direction()));
    }
    return pairs;
}

/// Checks that the graph of the same text has the same vertices and edges, and that the same was
/// said of it.
void check_against_graph(const std::string& text) {
    INFO("text " << json_string(find_invalid_utf8(text) ? "not UTF-8" : text));
    const Reading graph = read_text(text, InputFormat::edges);
    for (const Direction direction : {Direction::undirected, Direction::directed}) {
        const Read network = read_network(text, direction);
        CHECK(network.said == graph.said);
        std::vector<std::string> names = names_of(network.result);
        std::sort(names.begin(), names.end());
        std::vector<std::string> ids;
        for (const Entity& entity : graph.graph().entities()) ids.push_back(entity.id);
        std::sort(ids.begin(), ids.end());
        CHECK(names == ids);
        Pairs expected;
        for (const Relation& relation : graph.graph().relations()) {
            if (relation.from != relation.to)
                expected.insert(pair_of(graph.graph()[relation.from].id,
                                        graph.graph()[relation.to].id, direction));
        }
        CHECK(pairs_of(network.result) == expected);
    }
}

/// The reading of clean text, in the plainest way: words from a map, lines and no faults.
struct Plain {
    std::vector<std::string> names;
    Pairs pairs;
    std::size_t loops = 0, parallel = 0;

    void add(const std::string& from, const std::string& to, Direction direction) {
        for (const std::string& name : {from, to}) {
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
        if (from == to)
            ++loops;
        else if (!pairs.insert(pair_of(from, to, direction)).second)
            ++parallel;
    }
};

/// Bytes that mean something to an edge list or to its names, and few others.
std::string hostile_text(std::mt19937& bits) {
    static const std::vector<std::string> pieces{"a",
                                                 "b",
                                                 "0",
                                                 "00",
                                                 "1",
                                                 "17",
                                                 "-1",
                                                 "2.5",
                                                 "1e5",
                                                 "inf",
                                                 " ",
                                                 " ",
                                                 " ",
                                                 "\t",
                                                 "\n",
                                                 "\n",
                                                 "\r",
                                                 "\r\n",
                                                 "#",
                                                 "%",
                                                 "\v",
                                                 "\x7f",
                                                 "\x01",
                                                 "é",
                                                 "\u0085",
                                                 "日",
                                                 "999999999",
                                                 "4294967296",
                                                 "abcdefgh",
                                                 "abcdefghi",
                                                 "abcdefghijklmnopqrstuvwxyz",
                                                 "\xEF\xBB\xBF"};
    std::string text;
    for (std::size_t i = bits() % 60; i > 0; --i) text += pieces[bits() % pieces.size()];
    return text;
}

}  // namespace

TEST_CASE("edge network: names in order of appearance, counts, comments and weights", "[read]") {
    const Read read = read_network("# b b\n\n z  a 2\r\na\tz\ra b -1e-3\n% x y\nb b\na b");
    CHECK(read.said.empty());
    CHECK(names_of(read.result) == std::vector<std::string>{"z", "a", "b"});
    CHECK(pairs_of(read.result) == Pairs{{"a", "z"}, {"a", "b"}});
    CHECK(read.result.loops == 1);
    CHECK(read.result.parallel == 2);
    CHECK(read.result.network.edges() == 2);

    const Read directed = read_network("z a\na z\n", Direction::directed);
    CHECK(directed.result.network.directed());
    CHECK(directed.result.network.edges() == 2);
    CHECK(directed.result.parallel == 0);
}

TEST_CASE("edge network equals the plain reading of random text", "[read][property]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 150u));
    INFO("seed " << seed);
    std::mt19937 bits(seed);
    const std::size_t n = 1 + bits() % 200;
    const auto name = [&] {
        const std::size_t number = bits() % n;
        switch (number % 4) {
            case 0:
                return std::to_string(number);
            case 1:
                return "0" + std::to_string(number);
            case 2:
                return "n" + std::string(number % 23, 'x') + std::to_string(number);
            default:
                return std::to_string(number * 1000003);
        }
    };
    Plain plain;
    std::string text;
    for (std::size_t i = bits() % 500; i > 0; --i) {
        const std::string from = name(), to = name();
        plain.add(from, to, direction);
        text += from + (bits() % 2 == 0 ? " " : "\t") + to + (bits() % 3 == 0 ? " 7" : "") + "\n";
    }
    text += "# the end";
    const Read read = read_network(text, direction);
    CHECK(read.said.empty());
    CHECK(names_of(read.result) == plain.names);
    CHECK(pairs_of(read.result) == plain.pairs);
    CHECK(read.result.network.edges() == plain.pairs.size());
    CHECK(read.result.loops == plain.loops);
    CHECK(read.result.parallel == plain.parallel);
}

TEST_CASE("edge network: the same vertices, edges and messages as the graph", "[read]") {
    const std::string longest(500, 'v');
    check_against_graph("a b\n a\nb c 1 2\n");
    check_against_graph("a b\na b heavy\na b inf\nb c 1e999\n");
    check_against_graph("a b\na c\x7f\nd\x01 e\nf\x02 g\x03\n");
    check_against_graph(longest + " b\n" + longest + "v c\nd \u0085\n\u00a0 e\n");
    check_against_graph("1 01\n01 001\n999999999 4294967296\n4294967295 1 1\n-0 0\n");
    check_against_graph(
        "\xEF\xBB\xBF"
        "a b\nc\n");
    check_against_graph("\xEF\xBB\xBF# only\n");
    check_against_graph("");
    check_against_graph(" \t\r\n");
    check_against_graph(std::string("a b\nc\0d e\n", 10));
    check_against_graph("a b\nc \xff\n");
    check_against_graph("a b\r\r\nc\r\n\n\rd\r");
    check_against_graph("a");
    check_against_graph("a b #\n#a b\n %a b\na #b\n");
}

TEST_CASE("edge network: hostile text means what it means to the graph", "[read][property]") {
    const auto seed = GENERATE(range(0u, 400u));
    INFO("seed " << seed);
    std::mt19937 bits(seed);
    check_against_graph(hostile_text(bits));
}

TEST_CASE("edge network: of a file", "[read]") {
    const std::string path = std::string(ACTORMAP_BINARY_DIR) + "/edge_network_test.edges";
    std::ofstream(path) << "a b\nb c\nc\n";
    Diagnostics diagnostics;
    const EdgeNetwork read = read_edge_network_file(path, Direction::undirected, diagnostics);
    std::remove(path.c_str());
    CHECK(names_of(read) == std::vector<std::string>{"a", "b", "c"});
    CHECK(read.network.edges() == 2);
    REQUIRE(diagnostics.errors() == 1);
    CHECK(to_string(diagnostics.all()[0]).starts_with(path + ":3:1: error: the line has 1 words"));
    CHECK_THROWS_AS(read_edge_network_file(path, Direction::undirected, diagnostics), InputError);
}
