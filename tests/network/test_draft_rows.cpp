#include "support/catch.hpp"

#include <actormap/network/draft_rows.hpp>

#include <algorithm>
#include <random>

using namespace actormap;

namespace {

using Lists = std::vector<std::vector<Vertex>>;

template <typename Count>
DraftRows<Count> rows_of(const Lists& lists) {
    RowFiller<Count> filler(lists.size());
    for (std::size_t v = 0; v < lists.size(); ++v) filler.count(v, lists[v].size());
    filler.place();
    for (std::size_t v = 0; v < lists.size(); ++v) {  // by ones, then the rest
        const std::span<const Vertex> list(lists[v]);
        if (!list.empty()) filler.append(v, list[0]);
        if (!list.empty()) filler.append(v, list.subspan(1));
    }
    return filler.take();
}

template <typename Count>
Lists lists_of(const DraftRows<Count>& rows) {
    Lists lists;
    for (std::size_t v = 0; v < rows.size(); ++v)
        lists.emplace_back(rows.row(v).begin(), rows.row(v).end());
    return lists;
}

/// Lists of numbers below their count, in no order and with repeats.
Lists random_lists(std::uint32_t seed) {
    std::mt19937 bits(seed);
    Lists lists(bits() % 8);
    for (std::size_t i = lists.empty() ? 0 : bits() % 40; i > 0; --i)
        lists[bits() % lists.size()].push_back(static_cast<Vertex>(bits() % lists.size()));
    return lists;
}

}  // namespace

TEMPLATE_TEST_CASE("draft rows: transposed, joined and united as one writes it down", "[network]",
                   std::uint32_t, std::uint64_t) {
    const auto seed = GENERATE(range(0u, 200u));
    INFO("seed " << seed);
    const Lists lists = random_lists(seed);
    const std::size_t n = lists.size();
    const DraftRows<TestType> rows = rows_of<TestType>(lists);
    CHECK(lists_of(rows) == lists);

    Lists holders(n), larger(n), neighbours(n), once(n);
    std::size_t repeats = 0;
    for (Vertex v = 0; v < n; ++v) {
        for (Vertex u = 0; u < n; ++u) {
            for (const Vertex w : lists[u]) {
                if (w == v) holders[v].push_back(u);
                if (w == v && u > v) larger[v].push_back(u);
            }
        }
    }
    DraftRows<TestType> united = transposed(rows);
    CHECK(lists_of(united) == holders);

    for (Vertex v = 0; v < n; ++v) {
        for (Vertex u = 0; u < v; ++u)
            neighbours[v].insert(
                neighbours[v].end(),
                static_cast<std::size_t>(std::count(larger[u].begin(), larger[u].end(), v)), u);
        neighbours[v].insert(neighbours[v].end(), larger[v].begin(), larger[v].end());
    }
    CHECK(lists_of(both_ways(rows_of<TestType>(larger))) == neighbours);

    for (Vertex v = 0; v < n; ++v) {
        for (const Vertex u : holders[v]) {
            if (!once[v].empty() && once[v].back() == u)
                ++repeats;
            else
                once[v].push_back(u);
        }
    }
    CHECK(unite_equal(united) == repeats);
    CHECK(lists_of(united) == once);
}
