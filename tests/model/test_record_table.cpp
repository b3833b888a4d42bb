#include "support/catch.hpp"

#include <actormap/model/record_table.hpp>

#include <map>
#include <random>

using namespace actormap;

TEST_CASE("record table: an id has one row, whatever came between", "[model][property]") {
    const auto seed = GENERATE(range(0u, 100u));
    std::mt19937 random(seed);
    INFO("seed " << seed);
    RecordTable<SpeakerDraft> table;
    std::map<std::string, std::uint32_t> rows;
    std::map<std::string, bool> defined;
    for (std::uint32_t step = 0; step < 300; ++step) {
        const std::string id = "s" + std::to_string(random() % (1 + seed));
        const auto expected = rows.try_emplace(id, static_cast<std::uint32_t>(rows.size()));
        std::uint32_t row = 0;
        if (random() % 3 == 0) {
            SpeakerDraft draft;
            draft.speaker.id = id;
            bool fresh = false;
            std::tie(row, fresh) = table.define(draft);
            CHECK(fresh != defined[id]);
            defined[id] = true;
        } else {
            row = table.refer(id, {0, step + 1, 1});
        }
        REQUIRE(row == expected.first->second);
        REQUIRE(table.id(row) == id);
        CHECK(table.find(id) == std::optional(row));
        CHECK(table.defines(id) == defined[id]);
    }
    CHECK(table.rows().size() == rows.size());
    CHECK_FALSE(table.find("t"));
}

TEST_CASE("position index: room made beforehand changes nothing", "[model][property]") {
    const std::size_t room = GENERATE(0u, 1u, 8u, 9u, 100u, 5000u);
    std::vector<unsigned> keys;
    PositionIndex index;
    index.reserve(room);
    std::mt19937 random(7);
    for (unsigned step = 0; step < 2000; ++step) {
        const unsigned key = static_cast<unsigned>(random() % 500);
        const auto same = [&](std::uint32_t at) { return keys[at] == key; };
        const auto known = std::find(keys.begin(), keys.end(), key);
        const auto expected = static_cast<std::uint32_t>(known - keys.begin());
        CHECK(index.find(key, same).has_value() == (known != keys.end()));
        REQUIRE(index.find_or_add(
                    key, static_cast<std::uint32_t>(keys.size()),
                    [&](std::uint32_t at) { return std::size_t{keys[at]}; }, same) == expected);
        if (expected == keys.size()) keys.push_back(key);
        if (step == 10) index.reserve(1);  // of a table that has some: does nothing
    }
}
