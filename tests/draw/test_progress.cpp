#include "sample.hpp"

#include <actormap/base/part_of.hpp>
#include <actormap/draw/frames.hpp>
#include <actormap/draw/springs.hpp>

#include <random>
#include <utility>
#include <vector>

using namespace actormap;
using namespace actormap::test;

namespace {

using Told = std::vector<std::pair<std::size_t, std::size_t>>;

Run recorded(Told& told) {
    Run run;
    run.progress = [&](std::size_t done, std::size_t total) { told.emplace_back(done, total); };
    return run;
}

/// As base/run.hpp has it: first 0, never less, last total.
void check_told(const Told& told, std::size_t least) {
    REQUIRE(told.size() >= least);
    CHECK(told.front().first == 0);
    CHECK(told.back().first == told.back().second);
    for (std::size_t i = 1; i < told.size(); ++i) {
        CHECK(told[i].first >= told[i - 1].first);
        CHECK(told[i].second == told[0].second);
        CHECK(told[i].first <= told[i].second);
    }
}

}  // namespace

TEST_CASE("springs tell how far they are, over all components", "[draw][progress]") {
    for (unsigned seed = 0; seed < 30; ++seed) {
        std::mt19937 random(seed);
        const std::size_t n = seed % 12;
        std::vector<std::pair<Vertex, Vertex>> edges;
        for (std::size_t e = 0; n > 0 && e < n; ++e) {
            const auto a = static_cast<Vertex>(random() % n);
            edges.emplace_back(a, static_cast<Vertex>(random() % n));
        }
        const Network network(Direction::undirected, n, edges);
        const Distances lengths = Distances::united(
            network, edges, std::vector<double>(edges.size(), 1.0), Uniting::smallest);
        Told told;
        INFO("seed " << seed);
        const auto points = spring_layout(network, lengths, {}, recorded(told));
        check_told(told, 1);
        const auto quiet = spring_layout(network, lengths);
        for (std::size_t i = 0; i < n; ++i) {
            CHECK(points[i].x == quiet[i].x);
            CHECK(points[i].y == quiet[i].y);
        }
    }
}

TEST_CASE("a picture by springs tells how far it is, and is the same", "[draw][progress]") {
    const ActorGraph graph = large(60);
    const View view = apply(graph, clear());
    for (const DrawLayout layout : {DrawLayout::force, DrawLayout::automatic}) {
        Told told;
        const std::string picture =
            draw(graph, clear(), view, DrawFormat::dot, {.layout = layout}, recorded(told));
        check_told(told, 12);
        CHECK(picture == draw(graph, clear(), view, DrawFormat::dot, {.layout = layout}));
        DrawOptions options{.layout = layout};
        options.cluster = Clustering::community;
        told.clear();
        (void)draw(graph, clear(), view, DrawFormat::dot, options, recorded(told));
        check_told(told, 12);
        options.earlier["v0"] = {0, 0};
        told.clear();
        (void)draw(graph, clear(), view, DrawFormat::dot, options, recorded(told));
        check_told(told, 5);
    }
}

TEST_CASE("frames tell how far they are, over all of them", "[draw][progress]") {
    const ActorGraph graph = sample();
    std::vector<PartialDate> dates;
    for (const char* text : {"2010", "2020", "2021"}) dates.push_back(*PartialDate::parse(text));
    Told told;
    (void)draw_frames(graph, clear(), dates, DrawFormat::svg, {}, {}, recorded(told));
    check_told(told, 30);
}

TEST_CASE("a part of the work tells its stretch of the whole", "[base][progress]") {
    Told told;
    const Run whole = recorded(told);
    const Run part = part_of(whole, 10, 20, 100);
    part.progress(0, 4);
    part.progress(1, 4);
    part.progress(4, 4);
    part.progress(0, 0);  // nothing to do is done
    CHECK(told == Told{{10, 100}, {12, 100}, {20, 100}, {20, 100}});
    CHECK_FALSE(part_of({}, 0, 1, 2).progress);
    std::stop_source source;
    const Run stopped = part_of({.stop = source.get_token()}, 0, 1, 2);
    source.request_stop();
    CHECK(stopped.stop.stop_requested());
}
