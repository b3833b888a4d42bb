#include "support/catch.hpp"
#include "support/more_distances.hpp"
#include "support/random_graph.hpp"
#include "support/random_weights.hpp"

#include <actormap/analysis/betweenness.hpp>

#include <algorithm>
#include <optional>

using namespace actormap;
using namespace actormap::test;

namespace {

/// What one machine after the other computes, the last shard first.
std::vector<ShardSums> parts_of(const Network& network, const std::optional<Distances>& distances,
                                std::size_t count, const Run& run = {}) {
    std::vector<ShardSums> parts;
    for (std::size_t index = count; index >= 1; --index)
        parts.push_back(distances ? betweenness_part(network, *distances, {index, count}, run)
                                  : betweenness_part(network, {index, count}, run));
    return parts;
}

std::vector<double> whole(const Network& network, const std::optional<Distances>& distances,
                          const BetweennessOptions& options = {}) {
    return distances ? betweenness(network, *distances, options) : betweenness(network, options);
}

std::string error_of(const Network& network, const std::vector<ShardSums>& parts) {
    try {
        (void)join_betweenness(network, parts);
    } catch (const Error& error) {
        return error.id();
    }
    return "joined";
}

}  // namespace

TEST_CASE("shards joined are the whole, to the bit", "[analysis][property][shards]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const bool weighted = GENERATE(false, true);
    const auto seed = GENERATE(range(0u, 100u));
    const Network graph = random_graph(seed, direction);
    std::optional<Distances> distances;
    if (weighted) distances = random_distances(graph, seed);
    INFO("seed " << seed << ": " << describe(graph));
    for (std::size_t count = 1; count <= 7; ++count) {
        const auto parts = parts_of(graph, distances, count);
        CHECK(join_betweenness(graph, parts) == whole(graph, distances));
        CHECK(join_betweenness(graph, parts, {.normalized = false}) ==
              whole(graph, distances, {.normalized = false}));
    }
}

TEST_CASE("shards of more sources than chunks are the whole, to the bit", "[analysis][shards]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const bool weighted = GENERATE(false, true);
    const Network graph = sparse(300, 900, direction);
    std::optional<Distances> distances;
    if (weighted) distances = scaled(graph, random_distances(graph, 5), 0.1);
    const auto expected = whole(graph, distances);
    // Sums of thirds and sevenths: in any other order their last bits differ.
    for (const std::size_t count : {1u, 2u, 3u, 4u, 5u, 6u, 7u, 33u, 64u}) {
        auto parts = parts_of(graph, distances, count, {.threads = 3});
        CHECK(join_betweenness(graph, parts) == expected);
        std::rotate(parts.begin(), parts.begin() + 1, parts.end());
        CHECK(join_betweenness(graph, parts) == expected);
    }
}

TEST_CASE("shards have each chunk once, evenly", "[analysis][shards]") {
    for (const std::size_t chunks : {0u, 1u, 5u, 63u, 64u}) {
        for (std::size_t count = 1; count <= 200; ++count) {
            std::size_t next = 0;
            for (std::size_t index = 1; index <= count; ++index) {
                const ChunkRange range = Shard{index, count}.of(chunks);
                CHECK(range.first == next);
                CHECK(range.size() >= chunks / count);
                CHECK(range.size() <= chunks / count + 1);
                next = range.last;
            }
            CHECK(next == chunks);
        }
    }
    // A part holds its own chunks and no more, so that memory is shared too.
    const Network graph = path(200);
    CHECK(betweenness_chunks(graph) == 16);
    CHECK(betweenness_chunks(path(65'535)) == 16);
    CHECK(betweenness_chunks(path(65'536)) == 64);
    CHECK(betweenness_part(graph, {2, 7}).chunks.size() == 2);
    CHECK(betweenness_part(graph, {7, 7}).chunks.size() == 3);
    CHECK(betweenness_part(path(3), {1, 7}).chunks.empty());
    // The first of three chunks has what needs no search: 1 is between the others, both ways.
    CHECK(betweenness_part(path(3), {3, 7}).chunks == std::vector<std::vector<double>>{{0, 2, 0}});
    CHECK(betweenness_part(path(3), {7, 7}).chunks == std::vector<std::vector<double>>{{0, 0, 0}});
}

TEST_CASE("a shard searches from its own sources, and counts these", "[analysis][shards]") {
    const bool weighted = GENERATE(false, true);
    std::vector<std::size_t> seen;
    Run run;
    run.progress = [&](std::size_t done, std::size_t total) {
        seen.push_back(done);
        CHECK(total == 2);
    };
    if (weighted)
        (void)betweenness_part(path(4), uniform<Distances>(path(4), 1), {2, 2}, run);
    else
        (void)betweenness_part(path(4), {2, 2}, run);
    CHECK(seen == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("a shard that is none, and parts that are no whole, are refused", "[analysis][shards]") {
    const Network graph = path(5);
    for (const Shard shard : {Shard{0, 1}, Shard{2, 1}, Shard{1, 0}, Shard{1, 100'001}}) {
        INFO(shard.index << '/' << shard.count);
        CHECK_THROWS_AS(betweenness_part(graph, shard), Error);
    }
    CHECK_THROWS_WITH(betweenness_part(graph, {3, 2}),
                      "there is no shard 3 of 2; give 1 to N of at most 100000");
    CHECK_THROWS_WITH(betweenness_part(graph, uniform<Distances>(path(4), 1), {1, 2}),
                      "6 weights for 8 arcs; give one for each arc of the network");

    const auto parts = parts_of(graph, {}, 3);
    CHECK(error_of(graph, parts) == "joined");
    CHECK(error_of(graph, {}) == "part-shard");
    CHECK(error_of(graph, {parts[0], parts[1]}) == "part-shard");
    CHECK(error_of(graph, {parts[1], parts[2]}) == "part-shard");
    CHECK(error_of(graph, {parts[0], parts[1], parts[1]}) == "part-shard");
    CHECK(error_of(graph, {parts[0], parts[1], parts[2], parts[2]}) == "part-shard");
    CHECK(error_of(graph, {parts[0], parts[1], parts_of(graph, {}, 2)[1]}) == "part-shard");
    CHECK(error_of(path(6), parts) == "part-size");
    CHECK(error_of(path(4), parts) == "part-size");
    auto broken = parts;
    broken[1].chunks[0].push_back(0);
    CHECK(error_of(graph, broken) == "part-size");
    broken = parts;
    broken[0].chunks.pop_back();
    CHECK(error_of(graph, broken) == "part-size");
}

TEST_CASE("a shard is written I/N", "[base][shards]") {
    CHECK(parse_shard("1/1") == Shard{1, 1});
    CHECK(parse_shard("3/7") == Shard{3, 7});
    CHECK(parse_shard("64/64") == Shard{64, 64});
    for (const char* bad :
         {"", "/", "1", "1/", "/2", "0/2", "3/2", "1/0", "0/0", "1/100001", "-1/2", "1/-2", "1 /2",
          "1/2/3", "1.0/2", "a/b", "99999999999999999999/2", "1/18446744073709551617"}) {
        INFO(bad);
        CHECK(!parse_shard(bad));
    }
}
