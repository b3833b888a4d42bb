#include "support/catch.hpp"

#include <actormap/base/sort_by_group.hpp>

#include <compare>
#include <random>

using namespace actormap;

namespace {

struct Item {
    std::size_t group;
    int key;

    auto operator<=>(const Item&) const = default;
};

std::size_t group_of(const Item& item) {
    return item.group;
}

}  // namespace

TEST_CASE("sorting by group equals sorting by (group, key)", "[base][property]") {
    const auto seed = GENERATE(range(0u, 200u));
    std::mt19937 random(seed);
    const std::size_t groups = 1 + random() % 12;
    std::vector<Item> items(random() % 120);
    for (Item& item : items) item = {random() % groups, static_cast<int>(random() % 20)};
    INFO("seed " << seed << ": " << items.size() << " items in " << groups << " groups");

    std::vector<Item> expected = items;
    std::sort(expected.begin(), expected.end());
    sort_by_group(items, groups, group_of,
                  [](const Item& a, const Item& b) { return a.key < b.key; });
    CHECK(items == expected);
}

TEST_CASE("sorting by group: none, one, and all in the first or the last group", "[base]") {
    const auto less = [](const Item& a, const Item& b) { return a.key < b.key; };
    std::vector<Item> items;
    sort_by_group(items, 0, group_of, less);
    CHECK(items.empty());
    sort_by_group(items, 5, group_of, less);
    CHECK(items.empty());
    const std::size_t group = GENERATE(0u, 4u);
    items = {{group, 7}};
    sort_by_group(items, 5, group_of, less);
    CHECK(items == std::vector<Item>{{group, 7}});
    items = {{group, 3}, {group, 1}, {group, 2}};
    sort_by_group(items, 5, group_of, less);
    CHECK(items == std::vector<Item>{{group, 1}, {group, 2}, {group, 3}});
}

TEST_CASE("sorting by group: equal values of a small group keep their order", "[base]") {
    std::vector<Item> items{{1, 5}, {0, 9}, {1, 2}, {0, 4}, {1, 3}};
    sort_by_group(items, 2, group_of, [](const Item&, const Item&) { return false; });
    CHECK(items == std::vector<Item>{{0, 9}, {0, 4}, {1, 5}, {1, 2}, {1, 3}});
}
