#include "support/catch.hpp"
#include "support/path_networks.hpp"

#include <actormap/analysis/path_lanes.hpp>
#include <actormap/analysis/path_search.hpp>
#include <actormap/analysis/path_sums.hpp>
#include <actormap/analysis/unite_twins.hpp>

#include <random>

using namespace actormap;
using namespace actormap::test;

namespace {

std::vector<Cpu> levels() {
    std::vector<Cpu> all{Cpu::plain};
    if (cpu() >= Cpu::avx2) all.push_back(Cpu::avx2);
    if (cpu() >= Cpu::avx512) all.push_back(Cpu::avx512);
    return all;
}

/// The sums of chunks, in their order; `sum` calls what it is given with each.
template <class Sum>
std::vector<std::vector<double>> in_order(ChunkRange only, const Sum& sum) {
    std::vector<std::vector<double>> all(only.size());
    sum([&](std::size_t chunk, std::vector<double> sums) {
        all.at(chunk - only.first) = std::move(sums);
    });
    return all;
}

std::vector<std::vector<double>> sum_paths(const PathOrder& order, std::size_t chunks,
                                           ChunkRange only, const Run& run = {},
                                           const PathSumsOptions& options = {}) {
    return in_order(only, [&](const TakeSums& take) {
        actormap::sum_paths(order, chunks, only, run, take, options);
    });
}

std::vector<std::vector<double>> sum_short(const Network& network, std::size_t chunks,
                                           const Run& run = {}) {
    return in_order({0, chunks}, [&](const TakeSums& take) {
        sum_short_paths(network, chunks, {0, chunks}, run, take);
    });
}

std::vector<double> summed(const std::vector<std::vector<double>>& sums, std::size_t n) {
    std::vector<double> total(n, 0);
    for (const auto& sum : sums)
        for (std::size_t i = 0; i < n; ++i) total[i] += sum[i];
    return total;
}

/// Components of many sizes and depths, so that lanes of one batch see different ones.
Network mixed_graph(std::uint32_t seed, Direction direction) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    Vertex n = 0;
    const auto append = [&](const Network& part) {
        for (Vertex v = 0; v < part.size(); ++v)
            for (const Vertex w : part.out(v)) edges.emplace_back(n + v, n + w);
        n += static_cast<Vertex>(part.size());
    };
    append(random_graph(seed, direction, 60));
    append(cycle(5 + seed % 40, direction));
    append(reducible_graph(seed, direction, 20, 30));
    for (Vertex k = 0; k < 5; ++k) append(cycle(3 + k, direction));
    return Network(direction, n, edges);
}

/// Hubs in a row with `wide` ways from each to the next.
Network diamonds(std::size_t count, Vertex wide) {
    std::vector<std::pair<Vertex, Vertex>> edges;
    Vertex hub = 0;
    for (std::size_t i = 0; i < count; ++i) {
        for (Vertex k = 1; k <= wide; ++k) {
            edges.emplace_back(hub, hub + k);
            edges.emplace_back(hub + k, hub + wide + 1);
        }
        hub += wide + 1;
    }
    edges.emplace_back(hub, 0);  // so that the row is one block
    return Network(Direction::directed, hub + 1, edges);
}

/// Layers of `width` vertices in a row, named at random; each has an arc from one of the layer
/// before or from more, and so ever more ways lead to it. The last closes the row.
Network layers(std::uint32_t seed, Vertex count, Vertex width) {
    const auto name = random_order(std::size_t{count} * width, seed);
    std::mt19937 random(seed);
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex w = width; w < name.size(); ++w) {
        const Vertex before = (w / width - 1) * width;
        const auto always = static_cast<Vertex>(random() % width);
        for (Vertex k = 0; k < width; ++k)
            if (k == always || random() % 2 == 0) edges.emplace_back(name[before + k], name[w]);
    }
    for (Vertex k = 0; k < width; ++k)
        for (Vertex j = 0; j < width; ++j)
            edges.emplace_back(name[(count - 1) * width + k], name[j]);
    return Network(Direction::directed, name.size(), edges);
}

/// Three rows from the first vertex to the last, of 2^53, 1 and 1 ways: 2^53 + 2 of them, that add
/// up to 2^53 in the order of visits, from the large to the small.
Network hidden_ways() {
    constexpr Vertex hops = 2 * 53 + 1;
    constexpr Vertex last = 1 + 4 * hops;
    // At the first depth the row of many ways is named first, and so visited first at each.
    const auto in_row = [](Vertex row, Vertex depth) {
        const Vertex first = 1 + 4 * (depth - 1);
        return first + (depth == 1 ? (row + 1) % 3 : row);
    };
    std::vector<std::pair<Vertex, Vertex>> edges{{last, last + 1}, {last + 1, 0}};
    for (const Vertex row : {0u, 1u, 2u}) {
        edges.emplace_back(0, in_row(row, 1));
        for (Vertex depth = 1; depth < hops; ++depth)
            edges.emplace_back(in_row(row, depth), in_row(row, depth + 1));
        edges.emplace_back(in_row(row, hops), last);
    }
    for (Vertex depth = 1; depth < hops; depth += 2) {  // a second way from hub to hub
        edges.emplace_back(in_row(2, depth), in_row(3, depth + 1));
        edges.emplace_back(in_row(3, depth + 1), in_row(2, depth + 2));
    }
    return Network(Direction::directed, last + 2, edges);
}

/// A network of one component with the names it has, which `order_paths` changes.
PathOrder as_named(const Network& network) {
    PathOrder order{whole_paths(network), sources_of(network), {}, {}};
    order.part_first.assign(network.size(), 0);
    order.part_last.assign(network.size(), static_cast<Vertex>(network.size()));
    return order;
}

void check_same_bits(const PathOrder& order) {
    const std::size_t chunks = 5;
    const auto alone = sum_paths(order, chunks, {0, chunks}, {}, {.lanes = 1});
    for (const std::size_t lanes : {4u, 8u, 16u})
        for (const Cpu level : levels()) {
            INFO(lanes << " lanes, level " << static_cast<int>(level));
            CHECK(sum_paths(order, chunks, {0, chunks}, {}, {.lanes = lanes, .level = level}) ==
                  alone);
        }
    CHECK(sum_paths(order, chunks, {0, chunks}) == alone);
    for (const unsigned threads : {2u, 3u, 8u})
        CHECK(sum_paths(order, chunks, {0, chunks}, {.threads = threads}) == alone);
}

}  // namespace

TEST_CASE("one search adds what the definition says", "[analysis][property][reductions]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 300u));
    const PathNetwork paths = unite_twins(whole_paths(reducible_graph(seed, direction)));
    INFO("seed " << seed << ": " << describe(paths.network));
    std::vector<double> scores = paths.settled;
    PathSearch search(paths.network, EachForMany{paths});
    for (Vertex s = 0; s < paths.network.size(); ++s) {
        search.add(s, [&](Vertex v, double share) {
            for (const Vertex x : paths.members_of(v)) scores[x] += share;
        });
    }
    CHECK_THAT(scores, near(defined_scores(paths)));
}

TEST_CASE("sums have the same bits for any lanes, processor and threads",
          "[analysis][property][threads][lanes]") {
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const auto seed = GENERATE(range(0u, 60u));
    const Network graph = mixed_graph(seed, direction);
    INFO("seed " << seed << ": " << describe(graph));
    const PathOrder order = order_paths(unite_twins(whole_paths(graph)));
    check_same_bits(order);
    const std::size_t n = graph.size();
    CHECK_THAT(summed(sum_paths(order, 3, {0, 3}), n), near(defined_scores(graph)));
    const PathOrder reduced = reduce_paths(graph);
    check_same_bits(reduced);
    CHECK_THAT(summed(sum_paths(reduced, 3, {0, 3}), n), near(defined_scores(graph)));
    CHECK_THAT(summed(sum_short(graph, 3), n), near(defined_scores(graph)));
    CHECK(sum_short(graph, 3, {.threads = 3}) == sum_short(graph, 3));
}

TEST_CASE("some chunks are those of the whole", "[analysis][shards]") {
    const PathOrder order = reduce_paths(sparse(200, 900, Direction::undirected));
    const auto whole = sum_paths(order, 7, {0, 7});
    for (std::size_t first = 0; first <= 7; ++first)
        for (std::size_t last = first; last <= 7; ++last) {
            const auto some = sum_paths(order, 7, {first, last});
            CHECK(some == std::vector<std::vector<double>>(
                              whole.begin() + static_cast<std::ptrdiff_t>(first),
                              whole.begin() + static_cast<std::ptrdiff_t>(last)));
        }
}

TEST_CASE("sums have the same bits beyond 2^53, 2^512 and 2^1000 paths", "[analysis][lanes]") {
    // By depth, 3^d ways: a batch that meets too many for its lanes goes one at a time.
    const auto count = GENERATE(20u, 40u, 330u, 640u, 700u);
    const PathOrder order = order_paths(whole_paths(diamonds(count, 3)));
    check_same_bits(order);
}

TEST_CASE("sums of more than 2^53 paths are rounded in the order of names, not of visits",
          "[analysis][property][lanes]") {
    const auto seed = GENERATE(range(0u, 10u));
    PathOrder order = as_named(layers(seed, 60, 4));
    std::mt19937 random(seed);
    for (double& copies : order.paths.copies) copies = 1 + static_cast<double>(random() % 3);
    check_same_bits(order);
}

TEST_CASE("sums have the same bits where rounding hides that there are more than 2^53 paths",
          "[analysis][lanes]") {
    PathOrder order = as_named(hidden_ways());
    order.sources = {0};  // the sums of many would round the difference away
    check_same_bits(order);
}

TEST_CASE("lanes that are far apart are searched one at a time", "[analysis][lanes]") {
    // A long cycle: sources that are apart reach each vertex at as many depths.
    const std::size_t n = 2501;
    const PathOrder order = order_paths(whole_paths(cycle(n)));
    PathOrder shuffled = order;
    shuffled.sources = random_order(n, 3);
    std::vector<PathLanes::Slots> sums(n);
    PathLanes lanes(shuffled, 16);
    CHECK_FALSE(lanes.add(std::span(shuffled.sources).first(16), 0, sums));
    for (const auto& slots : sums)
        for (const double number : slots.lane) CHECK(number == 0);
    CHECK(lanes.add(std::span(shuffled.sources).first(1), 0, sums));  // and is as new
    for (Vertex v = 0; v < n; ++v) CHECK(sums[v].lane[1] == 0);
    check_same_bits(shuffled);
    const double expected = static_cast<double>((n - 1) * (n - 3)) / 4;
    CHECK_THAT(summed(sum_paths(shuffled, 4, {0, 4}), n), near(std::vector<double>(n, expected)));
}
