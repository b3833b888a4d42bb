#include "support/catch.hpp"

#include <actormap/read/decimal_table.hpp>
#include <actormap/read/name_table.hpp>

#include <map>
#include <random>
#include <string>

using namespace actormap;

namespace {

/// A key that tells names apart by nothing but a few of their hashes, as a hostile text would.
template <unsigned hashes>
class WeakKey {
  public:
    static constexpr std::size_t whole = 0;
    explicit WeakKey(std::string_view name)
        : length_(static_cast<std::uint32_t>(name.size())),
          hash_(static_cast<unsigned char>(name.back()) % hashes) {}
    [[nodiscard]] std::uint32_t length() const { return length_; }
    [[nodiscard]] std::uint64_t hash() const { return hash_; }
    friend bool operator==(const WeakKey&, const WeakKey&) = default;

  private:
    std::uint32_t length_;
    std::uint64_t hash_;
};

std::vector<std::string> random_names(std::uint32_t seed, std::size_t count) {
    std::mt19937 bits(seed);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) {
        std::string name(1 + bits() % 20, 'a');
        for (char& c : name) c = static_cast<char>('a' + bits() % 3);
        names.push_back(std::move(name));
    }
    return names;
}

/// Numbers the names and says how many were crowded out.
template <typename Key>
std::size_t check_numbers(const std::vector<std::string>& names) {
    NameList list;
    NameTable<Key> table(list);
    std::map<std::string, std::uint32_t> expected;
    for (const std::string& name : names) {
        const auto next = static_cast<std::uint32_t>(expected.size());
        REQUIRE(table.number(Key(name), name) == expected.emplace(name, next).first->second);
    }
    REQUIRE(list.size() == expected.size());
    for (const auto& [name, number] : expected) CHECK(list[number] == name);
    return table.crowded();
}

}  // namespace

TEST_CASE("name table: numbers in order of appearance", "[read][property]") {
    const auto seed = GENERATE(range(0u, 20u));
    INFO("seed " << seed);
    CHECK(check_numbers<NameKey>(random_names(seed, 3000)) == 0);
}

TEST_CASE("name table: names that all collide are told apart, and crowd into the tree", "[read]") {
    const std::vector<std::string> names = random_names(7, 20000);
    CHECK(check_numbers<WeakKey<1>>(names) > 10000);
    CHECK(check_numbers<WeakKey<3>>(names) > 10000);
}

TEST_CASE("name table: a key tells names of up to eight bytes apart", "[read]") {
    std::vector<std::string> names;
    for (std::size_t size = 1; size <= NameKey::whole; ++size) {
        const std::string plain(size, 'a');
        names.push_back(plain);
        for (std::size_t i = 0; i < size; ++i) {  // one byte differs, or two
            for (std::size_t j = 0; j <= i; ++j) {
                std::string name = plain;
                name[i] = 'b';
                name[j] = 'c';
                names.push_back(name);
            }
        }
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = 0; j < names.size(); ++j)
            CHECK((NameKey(names[i]) == NameKey(names[j])) == (i == j));
    }
}

TEST_CASE("decimal table: small numbers as one writes them", "[read]") {
    NameList names;
    DecimalTable table(names, 5000);
    CHECK(table.value("0") == 0);
    CHECK(table.value("17") == 17);
    CHECK(table.value("4999") == 4999);
    for (const auto* other : {"5000", "017", "00", "-1", "+1", "1.0", "1e2", "a", "1a", ":", "/",
                              "9999999999", "4294967297", "18446744073709551617"})
        CHECK(table.value(other) == DecimalTable::none);

    CHECK(table.number(4999, "4999") == 0);
    CHECK(table.number(3, "3") == 1);
    names.push_back("another");
    CHECK(table.number(0, "0") == 3);
    CHECK(table.number(3, "3") == 1);
    CHECK(table.number(4999, "4999") == 0);
    CHECK(names[3] == "0");
    CHECK(DecimalTable(names, 0).value("0") == DecimalTable::none);
}
