#include "read/misp_reading.hpp"
#include "support/catch.hpp"

#include <actormap/model/countries.hpp>
#include <actormap/model/country_spellings.hpp>

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <string>

using namespace actormap;

namespace {

std::string code_of(std::string_view text) {
    const Country* country = find_country(text);
    return country ? std::string(country->alpha2) : "";
}

template <typename Visit>
void for_each_spelling(const Visit& visit) {
    for (const CountrySpellings& row : country_spellings()) {
        std::string_view rest = row.names;
        while (true) {
            const std::size_t end = rest.find('|');
            visit(row.alpha2, rest.substr(0, end));
            if (end == std::string_view::npos) break;
            rest.remove_prefix(end + 1);
        }
    }
}

}  // namespace

TEST_CASE("countries: every spelling means one of them, and none is another's name", "[model]") {
    std::map<std::string, std::string> known;
    for (const Country& c : countries()) {
        for (const std::string_view text : {c.alpha2, c.alpha3, c.name}) {
            INFO(text);
            CHECK(known.emplace(fold_country(text), c.alpha2).second);
        }
    }
    std::string_view before;
    for (const CountrySpellings& row : country_spellings()) {
        CHECK(before < row.alpha2);
        CHECK(is_country_code(row.alpha2));
        before = row.alpha2;
    }
    for_each_spelling([&](std::string_view alpha2, std::string_view name) {
        INFO(name);
        CHECK_FALSE(name.empty());
        CHECK(known.emplace(fold_country(name), alpha2).second);
        CHECK(code_of(name) == alpha2);
    });
}

TEST_CASE("countries: what feeds write", "[model]") {
    const std::map<std::string, std::string> spellings{
        {"People's Republic of China", "CN"},
        {"People’s Republic of China", "CN"},
        {"Korea (Republic of)", "KR"},
        {"Korea (Democratic People's Republic of)", "KP"},
        {"Iran (Islamic Republic of)", "IR"},
        {"Russian Federation", "RU"},
        {"US", "US"},
        {"U.S.", "US"},
        {"USA", "US"},
        {"UK", "GB"},
        {"Great Britain", "GB"},
        {"Turkey", "TR"},
        {"TÜRKIYE", "TR"},
        {"Tu\xCC\x88rkiye", "TR"},  // u and a combining diaeresis
        {"Burma", "MM"},
        {"Czech Republic", "CZ"},
        {"Ivory Coast", "CI"},
        {"Côte d’Ivoire", "CI"},
        {"Viet Nam", "VN"},
        {"Palestine, State of", "PS"},
        {"The Philippines", "PH"},
        {"the  Netherlands\t", "NL"},
        {" Finland", "FI"},
        {"ＦＩＮＬＡＮＤ", "FI"},
        {"Georgia", "GE"},
        {"Guinea", "GN"},
        {"中国", "CN"},
        {"Macau", "MO"},
        {"Swaziland", "SZ"},
        {"DR Congo", "CD"},
        {"Republic of the Congo", "CG"}};
    for (const auto& [text, code] : spellings) {
        INFO(text);
        CHECK(code_of(text) == code);
    }
}

TEST_CASE("countries: what could mean several, or none, means none", "[model]") {
    for (const char* text : {"Lebonon",
                             "Global",
                             "Middle East",
                             "Unknown",
                             "Korea",
                             "Congo",
                             "America",
                             "England",
                             "Gaza",
                             "Kurdistan",
                             "Europe",
                             "European Union",
                             "EU",
                             "XXX",
                             "Virgin Islands",
                             "Kosovo",
                             "the",
                             "The",
                             "  ",
                             "",
                             "Bank of America",
                             "\xFF",
                             "Finland\xFF",
                             "Fin land"}) {
        INFO(text);
        CHECK(code_of(text).empty());
    }
}

TEST_CASE("countries: those of a published geography", "[model][data]") {
    const auto folder = test::shared_data();
    if (!folder) {
        WARN("skipped: the published data is not there");
        return;
    }
    const auto bundle = nlohmann::json::parse(read_file(*folder + "/opencti/geography.json"));
    std::set<std::string> unknown;
    std::size_t count = 0;
    for (const auto& object : bundle["objects"]) {
        if (!object.contains("country")) continue;
        ++count;
        const std::string name = object["name"], code = object["country"];
        if (!find_country(name)) unknown.insert(name);
        if (!find_country(code)) unknown.insert(code);
        if (find_country(name) && find_country(code))
            CHECK(find_country(name) == find_country(code));
    }
    CHECK(count == 250);
    // One of three islands, a name of two countries, an island of Guernsey, and two codes that
    // ISO 3166-1 does not have.
    CHECK(unknown == std::set<std::string>{"Bonaire", "CRQ", "Congo", "Sark", "TWA"});
}
