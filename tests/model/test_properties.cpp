#include "support/catch.hpp"

#include <actormap/model/properties.hpp>

#include <map>
#include <random>
#include <string>

namespace actormap {

TEST_CASE("properties behave as a map from names to values", "[model][property]") {
    const auto seed = GENERATE(range(0u, 200u));
    std::mt19937 bits(seed);
    const auto word = [&] {
        const std::size_t size = bits() % 8 == 0 ? 100 + bits() % 300 : bits() % 4;
        std::string text;
        for (std::size_t i = 0; i < size; ++i) text += static_cast<char>(bits() % 256);
        return text;
    };
    std::map<std::string, std::string> expected;
    PropertyCollector collector;
    for (auto n = bits() % 10; n > 0; --n) {
        const std::string name = word(), json = word();
        expected.try_emplace(name, json);  // the first of a name is kept
        collector.add(name, json);
    }
    Properties properties = collector.take();
    const auto check = [&] {
        CHECK(properties.size() == expected.size());
        CHECK(properties.empty() == expected.empty());
        auto at = expected.begin();
        for (const Property& property : properties) {
            REQUIRE(at != expected.end());
            CHECK(property.name == at->first);
            CHECK(property.json == at->second);
            ++at;
        }
        for (const auto& [name, json] : expected) CHECK(properties.find(name) == json);
        CHECK_FALSE(properties.find("no such name").has_value());
    };
    check();
    const Properties before = properties;
    for (int n = 0; n < 5; ++n) {
        const std::string name = word(), json = word();
        set_property(properties, {name, json});
        expected[name] = json;
        check();
    }
    PropertyCollector again;
    for (const Property& property : before) again.add(property.name, std::string(property.json));
    CHECK(again.take() == before);
}

}  // namespace actormap
