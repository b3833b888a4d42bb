#include "support/catch.hpp"

#include <actormap/base/text.hpp>
#include <actormap/model/confidence.hpp>
#include <actormap/model/countries.hpp>
#include <actormap/model/marking.hpp>
#include <actormap/model/source_id.hpp>
#include <actormap/model/stance.hpp>
#include <actormap/model/stix.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

using namespace actormap;

TEST_CASE("confidence: the words of each scale mean what the scale says", "[model]") {
    struct Row {
        std::string word;
        ConfidenceScale scale;
        int low, high, value;
    };
    // STIX 2.1 appendix A; the PHIA yardstick as NCSC prints it.
    const auto row =
        GENERATE(values<Row>({{"none", ConfidenceScale::stix, 0, 0, 0},
                              {"low", ConfidenceScale::stix, 1, 29, 15},
                              {"med", ConfidenceScale::stix, 30, 69, 50},
                              {"medium", ConfidenceScale::stix, 30, 69, 50},
                              {"high", ConfidenceScale::stix, 70, 100, 85},
                              {"remote chance", ConfidenceScale::phia, 0, 5, 3},
                              {"highly unlikely", ConfidenceScale::phia, 10, 20, 15},
                              {"unlikely", ConfidenceScale::phia, 25, 35, 30},
                              {"realistic possibility", ConfidenceScale::phia, 40, 50, 45},
                              {"likely", ConfidenceScale::phia, 55, 75, 65},
                              {"probable", ConfidenceScale::phia, 55, 75, 65},
                              {"highly likely", ConfidenceScale::phia, 80, 90, 85},
                              {"almost certain", ConfidenceScale::phia, 95, 100, 98}}));
    INFO(row.word);
    std::string shouted = row.word;
    for (char& c : shouted) c = c == ' ' ? c : static_cast<char>(c - 'a' + 'A');
    for (const std::string& word : {row.word, shouted}) {
        const auto found = confidence_word(word);
        REQUIRE(found);
        CHECK(found->words == word);
        CHECK(found->scale == row.scale);
        CHECK(found->low == row.low);
        CHECK(found->high == row.high);
        CHECK(found->value == row.value);
        CHECK(confidence_word(word, row.scale) == found);
        const auto other =
            row.scale == ConfidenceScale::stix ? ConfidenceScale::phia : ConfidenceScale::stix;
        CHECK_FALSE(confidence_word(word, other));
    }
    CHECK_FALSE(confidence_word(row.word + ' '));
    CHECK_FALSE(confidence_word(row.word.substr(1)));
}

TEST_CASE("confidence: numbers, ranges and how they read", "[model]") {
    CHECK(confidence_number(7) == Confidence{{}, ConfidenceScale::none, 7, 7, 7});
    CHECK(confidence_range("sure", 1, 2).value == 2);  // halves are rounded up
    CHECK(confidence_range("sure", 1, 3).value == 2);
    CHECK(confidence_range("sure", 100, 100).value == 100);
    CHECK(to_string(confidence_number(0)) == "0");
    CHECK(to_string(confidence_range("sure", 1, 2)) == "sure (1-2)");
    CHECK(to_string(*confidence_word("High")) == "High (70-100)");
    CHECK_FALSE(confidence_word(""));
    CHECK(parse_confidence_scale("phia") == ConfidenceScale::phia);
    CHECK_FALSE(parse_confidence_scale("PHIA"));
}

TEST_CASE("confidence: one or none in the room of one behaves as std::optional", "[model]") {
    static_assert(sizeof(OptionalConfidence) == sizeof(Confidence));
    const std::vector<std::optional<Confidence>> all{std::nullopt,
                                                     Confidence{},
                                                     confidence_number(0),
                                                     confidence_number(100),
                                                     std::nullopt,
                                                     confidence_word(""),
                                                     confidence_word("almost certain"),
                                                     confidence_range("", 0, 0),
                                                     confidence_range("sure", 100, 100)};
    for (const auto& one : all) {
        const OptionalConfidence packed = one;
        CHECK(packed.has_value() == one.has_value());
        CHECK(static_cast<bool>(packed) == one.has_value());
        CHECK(std::optional<Confidence>(packed) == one);
        if (one) {
            CHECK(*packed == *one);
            CHECK(packed->words == one->words);
            CHECK(packed.value() == *one);
            CHECK(OptionalConfidence(*one) == packed);
        } else {
            CHECK_THROWS_AS(packed.value(), std::bad_optional_access);
        }
        for (const auto& other : all) {
            CHECK((packed == OptionalConfidence(other)) == (one == other));
            CHECK((packed == other) == (one == other));
            CHECK((other == packed) == (one == other));
            if (other) CHECK((packed == *other) == (one == *other));
            CHECK((packed <=> OptionalConfidence(other)) == (one <=> other));
        }
    }
    OptionalConfidence changed = confidence_number(1);
    changed = std::nullopt;
    CHECK(changed == OptionalConfidence());
    CHECK_FALSE(changed.has_value());
}

TEST_CASE("closed lists of words read back", "[model]") {
    const std::vector<std::string> levels{"clear", "green", "amber", "amber+strict", "red"};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        CHECK(parse_tlp(levels[i]) == static_cast<Tlp>(i));
        CHECK(to_string(static_cast<Tlp>(i)) == levels[i]);
    }
    CHECK(Tlp::clear < Tlp::green);
    CHECK(Tlp::amber < Tlp::amber_strict);
    CHECK(Tlp::amber_strict < Tlp::red);
    const std::vector<std::string> stances{"asserts",  "supports", "hypothesises",
                                           "disputes", "denies",   "retracts"};
    for (std::size_t i = 0; i < stances.size(); ++i) {
        const auto stance = static_cast<Stance>(i);
        CHECK(parse_stance(stances[i]) == stance);
        CHECK(to_string(stance) == stances[i]);
        CHECK(carries(stance) == (i < 3));
        CHECK(opposes(stance) == (i == 3 || i == 4));
    }
    const std::vector<std::string> kinds{"government",   "law-enforcement", "vendor",  "researcher",
                                         "organisation", "press",           "database"};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        CHECK(parse_speaker_kind(kinds[i]) == static_cast<SpeakerKind>(i));
        CHECK(to_string(static_cast<SpeakerKind>(i)) == kinds[i]);
    }
    for (const std::string wrong : {"", "Clear", "asserts ", "amber-strict", "state"}) {
        CHECK_FALSE(parse_tlp(wrong));
        CHECK_FALSE(parse_stance(wrong));
        CHECK_FALSE(parse_speaker_kind(wrong));
    }
}

TEST_CASE("countries: the 249 entries of ISO 3166-1", "[model]") {
    const auto list = countries();
    CHECK(list.size() == 249);
    std::set<std::string_view> codes, long_codes;
    std::set<std::string> names;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Country& c = list[i];
        INFO(c.alpha2);
        if (i > 0) CHECK(list[i - 1].alpha2 < c.alpha2);
        const auto capitals = [](std::string_view text) {
            return std::all_of(text.begin(), text.end(),
                               [](char l) { return l >= 'A' && l <= 'Z'; });
        };
        CHECK(c.alpha2.size() == 2);
        CHECK(c.alpha3.size() == 3);
        CHECK(capitals(c.alpha2));
        CHECK(capitals(c.alpha3));
        CHECK_FALSE(c.name.empty());
        codes.insert(c.alpha2);
        long_codes.insert(c.alpha3);
        names.insert(fold_case(c.name));
        CHECK(find_country(c.alpha2) == &c);
        CHECK(find_country(c.alpha3) == &c);
        CHECK(find_country(c.name) == &c);
        CHECK(is_country_code(c.alpha2));
        CHECK_FALSE(is_country_code(c.alpha3));
    }
    CHECK(codes.size() == 249);
    CHECK(long_codes.size() == 249);
    CHECK(names.size() == 249);
    CHECK(find_country("fInLaNd")->alpha2 == "FI");
    CHECK(find_country("åland islands")->alpha2 == "AX");
    for (const std::string wrong : {"", "XX", "EU", "Finlan", "F I", "\xFF"})
        CHECK(find_country(wrong) == nullptr);
    CHECK_FALSE(is_country_code("fi"));
    CHECK_FALSE(is_country_code(""));
}

TEST_CASE("STIX: its words and its relationships", "[model]") {
    const auto ascending = [](auto list) {
        return std::is_sorted(list.begin(), list.end()) &&
               std::adjacent_find(list.begin(), list.end()) == list.end();
    };
    CHECK(ascending(stix_entity_types()));
    CHECK(ascending(stix_relationship_types()));
    CHECK(is_stix_entity_type("intrusion-set"));
    CHECK_FALSE(is_stix_entity_type("x-thing"));
    CHECK_FALSE(is_stix_entity_type("relationship"));
    CHECK(stix_lists("intrusion-set", "attributed-to", "threat-actor"));
    CHECK_FALSE(stix_lists("threat-actor", "attributed-to", "intrusion-set"));
    CHECK(stix_lists("malware", "targets", "vulnerability"));
    CHECK_FALSE(stix_lists("malware", "targets", "vuln"));
    CHECK_FALSE(stix_lists("malware", "targets", ""));
    for (const std::string_view from : stix_entity_types()) {
        for (const std::string_view type : stix_relationship_types()) {
            for (const std::string_view to : stix_entity_types()) {
                if (stix_lists(from, type, to)) CHECK(is_stix_entity_type(to));
            }
        }
    }
}

TEST_CASE("ids that are made from cells are fit to be ids", "[model]") {
    CHECK(source_id("p", "t", "http://u") == "http://u");
    CHECK(source_id("p", "t", "") == "p: t");
    CHECK(source_id("p", "", "") == "p");
    CHECK(source_id("", "", "").empty());
    CHECK(source_id("p", "a\nb\x7f\u0085c\td", "") == "p: a?b??c?d");
    CHECK(without_controls("a\xFF\xC2") == "a??");
    CHECK(without_controls("é日🦊\u00a0") == "é日🦊\u00a0");
    const std::string five_hundred(500, 'x');
    CHECK(source_id("", "", five_hundred) == five_hundred);
    const std::string one = source_id("", "", five_hundred + 'x');
    CHECK(one.size() <= 500);
    CHECK(one != source_id("", "", five_hundred + 'y'));
    std::string wide = "x";
    while (wide.size() < 600) wide += "日";
    CHECK_FALSE(find_invalid_utf8(source_id("", "", wide)));
}
