#include "support/catch.hpp"

#include <actormap/base/parallel.hpp>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

using namespace actormap;

TEST_CASE("every chunk runs once, whatever the threads", "[base]") {
    const unsigned threads = GENERATE(0u, 1u, 2u, 5u, 64u);
    for (const std::size_t chunks : {0u, 1u, 2u, 7u, 500u}) {
        std::vector<std::atomic<int>> ran(chunks);
        std::vector<std::pair<std::size_t, std::size_t>> progress;
        const auto caller = std::this_thread::get_id();
        bool elsewhere = false;
        Run run{.threads = threads};
        run.progress = [&](std::size_t done, std::size_t total) {
            elsewhere = elsewhere || std::this_thread::get_id() != caller;
            progress.emplace_back(done, total);
        };
        for_each_chunk(chunks, run, [&](std::size_t chunk) { ++ran[chunk]; });
        for (const auto& count : ran) CHECK(count == 1);
        CHECK_FALSE(elsewhere);
        REQUIRE(progress.size() >= 2);
        CHECK(progress.front() == std::pair<std::size_t, std::size_t>(0, chunks));
        CHECK(progress.back() == std::pair(chunks, chunks));
        CHECK(std::is_sorted(progress.begin(), progress.end()));
    }
}

TEST_CASE("no more threads than allowed take part", "[base]") {
    std::mutex guard;
    std::set<std::thread::id> seen;
    for_each_chunk(10'000, {.threads = 3}, [&](std::size_t) {
        const std::lock_guard lock(guard);
        seen.insert(std::this_thread::get_id());
    });
    CHECK(!seen.empty());
    CHECK(seen.size() <= 3);
}

// So many chunks never end by themselves.
constexpr std::size_t endless = std::size_t{1} << 50;

TEST_CASE("an exception of a chunk reaches the caller and ends the work", "[base]") {
    const unsigned threads = GENERATE(1u, 4u);
    std::atomic<int> ran{0};
    const auto body = [&](std::size_t chunk) {
        ++ran;
        if (chunk == 3) throw Error("some-id", "chunk 3");
    };
    CHECK_THROWS_AS(for_each_chunk(endless, {.threads = threads}, body), Error);
    CHECK(ran >= 4);
    if (threads == 1) CHECK(ran == 4);
}

TEST_CASE("a stop is heeded between chunks", "[base]") {
    const unsigned threads = GENERATE(1u, 4u);
    std::stop_source source;
    std::atomic<int> ran{0};
    const Run run{.threads = threads, .stop = source.get_token()};
    const auto body = [&](std::size_t) {
        if (++ran == 5) source.request_stop();
    };
    CHECK_THROWS_AS(for_each_chunk(endless, run, body), Cancelled);
    CHECK(ran >= 5);
    if (threads == 1) CHECK(ran == 5);
    CHECK_THROWS_AS(for_each_chunk(1, run, [](std::size_t) {}), Cancelled);
    CHECK_NOTHROW(for_each_chunk(0, run, [](std::size_t) {}));
}

TEST_CASE("an exception of the progress function ends the work", "[base]") {
    Run run{.threads = 2};
    run.progress = [](std::size_t done, std::size_t) {
        if (done > 1) throw Error("some-id", "no more");
    };
    CHECK_THROWS_AS(for_each_chunk(1000, run, [](std::size_t) {}), Error);
}

TEST_CASE("every item runs once, and each stretch of them is spread over all", "[base]") {
    const unsigned threads = GENERATE(1u, 2u, 5u);
    for (const std::size_t items : {0u, 1u, 2u, 3u, 10u, 64u, 1000u, 1597u}) {
        for (const std::size_t chunks : {1u, 7u, 64u}) {
            if (items == 0 && chunks > 1) continue;
            std::vector<std::atomic<int>> ran(items);
            std::vector<std::pair<std::size_t, std::size_t>> progress;
            Run run{.threads = threads};
            run.progress = [&](std::size_t done, std::size_t total) {
                progress.emplace_back(done, total);
            };
            for_each_item(
                items, chunks, run, [](std::size_t chunk) { return chunk; },
                [&](std::size_t&, std::size_t item) { ++ran[item]; });
            for (const auto& count : ran) CHECK(count == 1);
            REQUIRE(progress.size() >= 2);
            CHECK(progress.front() == std::pair<std::size_t, std::size_t>(0, items));
            CHECK(progress.back() == std::pair(items, items));
            CHECK(std::is_sorted(progress.begin(), progress.end()));
        }
    }
    // Of any 100 in a row about a tenth lie in each tenth.
    const Spread order(10'000);
    for (const std::size_t first : {0u, 5000u, 9900u}) {
        std::vector<int> tenth(10, 0);
        for (std::size_t i = first; i < first + 100; ++i) ++tenth[order[i] / 1000];
        for (const int count : tenth) CHECK(std::abs(count - 10) <= 3);
    }
}

TEST_CASE("a stop between items ends the work", "[base]") {
    std::stop_source source;
    std::atomic<int> ran{0};
    const auto body = [&](int&, std::size_t) {
        if (++ran == 5) source.request_stop();
    };
    CHECK_THROWS_AS(for_each_item(
                        1000, 1, {.stop = source.get_token()}, [](std::size_t) { return 0; }, body),
                    Cancelled);
    CHECK(ran == 5);
}
