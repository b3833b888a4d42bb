#include "support/catch.hpp"
#include "support/random_graph.hpp"

#include <actormap/analysis/betweenness.hpp>
#include <actormap/read/part.hpp>
#include <actormap/write/part.hpp>

#include <limits>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;
using Chunks = std::vector<std::vector<double>>;

const PartsWanted wanted{"the network", 3, 2};

struct Joined {
    std::vector<ShardSums> parts;
    Strings said;
};

/// Reads texts as the files a, b, ….
Joined read_all(const Strings& texts, const PartsWanted& of = wanted) {
    Diagnostics diagnostics;
    PartsReader reader(of, diagnostics);
    char name = 'a';
    for (const std::string& text : texts) reader.add(text, std::string(1, name++));
    Joined joined{reader.finish(), {}};
    for (const Diagnostic& one : diagnostics.all()) joined.said.push_back(to_string(one));
    return joined;
}

std::string part(const Shard& shard, const Chunks& chunks) {
    return part_json({shard, chunks}, wanted.computed_from, Tlp::clear);
}

/// The one part of a whole, with the first `old` in it replaced.
std::string changed(const std::string& old, const std::string& by) {
    std::string text = part({1, 1}, {{0, 1, 2}, {3, 4, 5}});
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), by);
}

const std::string first = part({1, 3}, {});
const std::string second = part({2, 3}, {{0, 1, 2}});
const std::string third = part({3, 3}, {{3, 4, 5}});

}  // namespace

TEST_CASE("a part is written in a form that people can read", "[write][shards]") {
    CHECK(part({2, 2}, {{0, 1 / 3.0, 1e300}, {1e-300, 2, 3}}) == R"({
  "actormap_part": 1,
  "measure": "betweenness",
  "computed_from": "the network",
  "marking": "clear",
  "shard": 2,
  "of": 2,
  "sums": [
    [0,0.33333333333333331,1.0000000000000001e+300],
    [1e-300,2,3]
  ]
}
)");
    CHECK(first.ends_with("\"of\": 3,\n  \"sums\": []\n}\n"));
}

TEST_CASE("parts come back to the bit, in the order of their shards", "[read][write][shards]") {
    const Chunks odd{{1 / 3.0, std::numeric_limits<double>::denorm_min(), 8.9999999999999982},
                     {0, 4.9406564584124654e-320, 0.1 + 0.2}};
    const Joined one = read_all({part({1, 1}, odd)});
    CHECK(one.said.empty());
    REQUIRE(one.parts.size() == 1);
    CHECK(one.parts[0].shard == Shard{1, 1});
    CHECK(one.parts[0].chunks == odd);

    const Joined three = read_all({third, first, second});
    CHECK(three.said.empty());
    REQUIRE(three.parts.size() == 3);
    CHECK(three.parts[0].chunks.empty());
    CHECK(three.parts[1].chunks == Chunks{{0, 1, 2}});
    CHECK(three.parts[2].chunks == Chunks{{3, 4, 5}});
}

TEST_CASE("parts of a network, written and read, join to its betweenness", "[read][shards]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const Network graph = sparse(200, 600, direction);
    for (std::size_t count = 1; count <= 7; ++count) {
        Strings texts;
        for (std::size_t index = 1; index <= count; ++index)
            texts.push_back(part_json(betweenness_part(graph, {index, count}), "x", Tlp::red));
        const Joined joined = read_all(texts, {"x", graph.size(), betweenness_chunks(graph)});
        CHECK(joined.said.empty());
        CHECK(join_betweenness(graph, joined.parts) == betweenness(graph));
    }
}

TEST_CASE("what is no part, or a wrong one, is said with its place", "[read][shards]") {
    struct Row {
        std::string text, said;
    };
    const std::string give = "; give what `actormap rank --shard` wrote [part-syntax]";
    const std::string again =
        " is no sum of shares, which is from 0 to the number of pairs; compute the part again "
        "[part-number]";
    const auto row = GENERATE_COPY(values<Row>({
        {"[]", "a:1:1: error: this is a list, not a part" + give},
        {"7", "a:1:1: error: this is a number, not a part" + give},
        {"{}", "a:1:1: error: the part has no 'actormap_part'" + give},
        {"{\"actormap\": 1}", "a:1:1: error: the part has no 'actormap_part'" + give},
        {changed(": 1,", ": 2,"),
         "a:2:20: error: the part is in version '2', and this program reads version 1; compute it "
         "with this program [part-version]"},
        {changed(": 1,", ": \"1\","), "a:2:20: error: 'actormap_part' is a text" + give},
        {changed("\"betweenness\"", "\"closeness\""),
         "a:3:14: error: the part is of 'closeness', not of 'betweenness'; leave it out "
         "[part-syntax]"},
        {changed("\"betweenness\"", "null"), "a:3:14: error: 'measure' is null" + give},
        {changed("the network", "another"),
         "a:4:20: error: the part was computed from another network; give --join the files, lens, "
         "--directed and weights that --shard had [part-network]"},
        {changed("\"the network\"", "[]"), "a:4:20: error: 'computed_from' is a list" + give},
        {changed("\"marking\"", "\"making\""), "a:5:13: error: a part has no 'making'" + give},
        {changed("\"shard\": 1", "\"shard\": 0"),
         "a:6:12: error: there is no shard '0' of '1'; give what `actormap rank --shard` wrote "
         "[part-shard]"},
        {changed("\"shard\": 1", "\"shard\": 2"),
         "a:6:12: error: there is no shard '2' of '1'; give what `actormap rank --shard` wrote "
         "[part-shard]"},
        {changed("\"shard\": 1", "\"shard\": 1.5"),
         "a:6:12: error: there is no shard '1.5' of '1'; give what `actormap rank --shard` wrote "
         "[part-shard]"},
        {changed("\"shard\": 1", "\"shard\": -1"),
         "a:6:12: error: there is no shard '-1' of '1'; give what `actormap rank --shard` wrote "
         "[part-shard]"},
        {changed("\"of\": 1", "\"of\": 18446744073709551615"),
         "a:6:12: error: there is no shard '1' of '18446744073709551615'; give what `actormap rank "
         "--shard` wrote [part-shard]"},
        {changed("\"of\": 1", "\"of\": true"), "a:7:9: error: 'of' is true or false" + give},
        {changed("\"of\": 1,", ""), "a:1:1: error: the part has no 'of'" + give},
        {changed("\"sums\"", "\"x\": 1, \"shard\""),
         "a:8:11: error: the name 'shard' stands twice in one object; remove one of them "
         "[json-duplicate-name]"},
        {changed("[0,1,2],\n    ", ""),
         "a:8:11: error: there are sums of 1 chunks, and shard 1 of 1 has 2; give what `actormap "
         "rank --shard` wrote [part-size]"},
        {changed("[0,1,2]", "[0,1]"),
         "a:9:5: error: this is 2 numbers, not one number for each of 3 vertices; give what "
         "`actormap rank --shard` wrote [part-size]"},
        {changed("[3,4,5]", "[3,4,5,6]"),
         "a:10:5: error: this is 4 numbers, not one number for each of 3 vertices; give what "
         "`actormap rank --shard` wrote [part-size]"},
        {changed("[3,4,5]", "{}"),
         "a:10:5: error: this is an object, not one number for each of 3 vertices; give what "
         "`actormap rank --shard` wrote [part-size]"},
        {changed("4", "-4"), "a:10:8: error: '-4'" + again},
        {changed("4", "-0.0"), "a:10:8: error: '-0.0'" + again},
        {changed("4", "9.0000001"), "a:10:8: error: '9.0000001'" + again},
        {changed("4", "1e308"), "a:10:8: error: '1e308'" + again},
        {changed("4", "null"), "a:10:8: error: null" + again},
        {changed("4", "\"4\""), "a:10:8: error: a text" + again},
        {changed("4", "[4]"), "a:10:8: error: a list" + again},
        {changed("4", "1e999"),
         "a:10:8: error: a number is too large to be held; correct it [json-number]"},
        {changed("4", "NaN"),
         "a:10:8: error: not valid JSON: value - invalid literal; correct it [json-syntax]"},
        {changed("4", "Infinity"),
         "a:10:8: error: not valid JSON: value - invalid literal; correct it [json-syntax]"},
        {changed("4", "-Infinity"),
         "a:10:8: error: not valid JSON: value - invalid number; expected digit after '-'; last "
         "read: '-I'; correct it [json-syntax]"},
        {changed("4,5]\n  ]\n}", "4"),
         "a:11:1: error: not valid JSON: array - unexpected end of input; expected ']'; the file "
         "is cut off: complete it [json-syntax]"},
        {"",
         "a:1:1: error: not valid JSON: value - unexpected end of input; expected '[', '{', or "
         "a literal; the file is cut off: complete it [json-syntax]"},
    }));
    INFO(row.text);
    CHECK(read_all({row.text}).said.at(0) == row.said);
}

TEST_CASE("every fault of every part is named", "[read][shards]") {
    CHECK(read_all({changed("[0,1,2]", "[-1,1,-2]"), "[", second}).said.size() == 3);
    // All that stands in other files is read on.
    CHECK(read_all({"{}", changed("the network", "another"), changed("4", "-4")}).said.size() == 3);
}

TEST_CASE("parts that are no whole are refused", "[read][shards]") {
    const auto missing = [](const std::string& which) {
        return Strings{"a:7:9: error: of 3 shards these are missing: " + which +
                       "; compute them and join them too [part-shard]"};
    };
    CHECK(read_all({second, third}).said == missing("1"));
    CHECK(read_all({first, third}).said == missing("2"));
    CHECK(read_all({first, second}).said == missing("3"));
    CHECK(read_all({first}).said == missing("2-3"));
    CHECK(read_all({second}).said == missing("1,3"));
    CHECK(read_all({first, second, third, second}).said ==
          Strings{"d:6:12: error: shard 2 of 3 was in b already; leave one of them out "
                  "[part-shard]"});
    CHECK(read_all({first, part({2, 2}, {{0, 1, 2}})}).said ==
          Strings{"b:7:9: error: this is shard 2 of 2, and a is one of 3; join those of the same "
                  "number [part-shard]"});
    // What is missing may be what could not be read.
    CHECK(read_all({first, "{}", third}).said.size() == 1);
    CHECK(read_all({}).said.empty());
    CHECK(read_all({}).parts.empty());
}
