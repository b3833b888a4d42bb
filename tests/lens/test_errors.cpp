#include "lens/record.hpp"
#include "support/catch.hpp"

namespace actormap {
namespace {

using test::error_of;

const ActorGraph& small() {
    static const ActorGraph graph = test::read_text(R"({ "actormap": 1,
      "speakers": [ { "id": "supo", "name": "Supo", "kind": "government", "country": "FI" },
                    { "id": "arm", "name": "Arm", "kind": "vendor", "country": "GB" },
                    { "id": "yerevan", "name": "Yerevan", "kind": "press", "country": "AM" } ],
      "sources": [ { "id": "ap-1", "publisher": "supo" } ],
      "entities": [ { "id": "a", "type": "intrusion-set", "name": "Panda",
                      "names": [ { "name": "Judgment Panda", "by": "supo" } ] },
                    { "id": "b", "type": "x-thing", "name": "PANDA" },
                    { "id": "Panda2", "type": "malware", "name": "b" },
                    { "id": "c", "type": "tool", "name": "Twin" },
                    { "id": "d", "type": "tool", "name": "Twin" } ],
      "relations": [ { "from": "a", "type": "befriends", "to": "b", "claims": [ { "by": "supo" } ] },
                     { "from": "a", "type": "uses", "to": "c", "claims": [ { "by": "arm" } ] },
                     { "from": "a", "type": "uses", "to": "d", "claims": [ { "by": "yerevan" } ] }
      ] })");
    return graph;
}

std::string error(const Lens& lens) {
    return error_of([&] { (void)apply(small(), lens); });
}

}  // namespace

TEST_CASE("a word that names no speaker is an error with the nearest", "[lens]") {
    CHECK(error({.according_to = {"suppo"}}) ==
          "unknown-speaker: 'suppo' is no speaker (id, name, kind, role or country) and no source "
          "here; did you mean 'Supo' or 'supo'?");
    CHECK(error({.without = {"supo", "nobody at all"}}) ==
          "unknown-speaker: 'nobody at all' is no speaker (id, name, kind, role or country) and no "
          "source here");
    CHECK(error({.without = {"victims"}}).ends_with("did you mean 'victim'?"));
    CHECK(error({.without = {"accuser"}}).ends_with("did you mean 'accused'?"));
    CHECK(error({.without = {"pres"}}).ends_with("did you mean 'press'?"));
    CHECK(error({.without = {"ap-2"}}).ends_with("did you mean 'ap-1'?"));
    CHECK(error({.without = {"XX"}}).starts_with("unknown-speaker: 'XX' is no speaker"));
    CHECK(error({.without = {""}}).starts_with("unknown-speaker: '' is no speaker"));
    // Known words that nobody in the graph answers to are no error: they keep or drop nothing.
    for (const std::string word :
         {"law-enforcement", "press", "victim", "accused", "NO", "no", "Norway"})
        CHECK(error({.without = {word}}).empty());
    CHECK_THROWS_AS(select(small(), {.without = {"suppo"}}), Error);
}

TEST_CASE("a three-letter country code is a speaker's id first", "[lens]") {
    const View view = apply(small(), {.without = {"arm"}});
    CHECK(view.edges.size() == 2);  // Armenia's press still speaks
    CHECK(apply(small(), {.without = {"AM"}}).edges.size() == 2);
    CHECK(apply(small(), {.without = {"armenia"}}).edges.size() == 2);
    CHECK(apply(small(), {.without = {"ARM"}}).edges.size() == 2);  // by its name
    CHECK(error({.without = {"GBR"}}).starts_with("unknown-speaker"));
}

TEST_CASE("a misspelt type is an error, one of STIX's that is absent is not", "[lens]") {
    CHECK(error({.types = {"intrusion-sett"}}) ==
          "unknown-type: no entity here has the type 'intrusion-sett'; did you mean "
          "'intrusion-set'?");
    CHECK(error({.not_types = {"x-thingy"}}) ==
          "unknown-type: no entity here has the type 'x-thingy'; did you mean 'x-thing'?");
    CHECK(error({.relations = {"befriend"}}) ==
          "unknown-type: no relation here has the type 'befriend'; did you mean 'befriends'?");
    CHECK(error({.relations = {"targets", "qqqqqq"}}) ==
          "unknown-type: no relation here has the type 'qqqqqq'");
    CHECK(error({.types = {"x-thing", "campaign"}, .relations = {"targets", "befriends"}}).empty());
}

TEST_CASE("countries are ISO's", "[lens]") {
    CHECK(error({.countries = {"FI", "Finnland"}}) ==
          "unknown-country: 'Finnland' is no country of ISO 3166-1; give its two-letter code");
    for (const std::string word : {"FI", "fi", "FIN", "finland"})
        CHECK(error({.countries = {word}}).empty());
}

TEST_CASE("who to look around is one entity", "[lens]") {
    CHECK(error({.around = {"a"}}).empty());
    CHECK(error({.around = {"Jugment Panda"}}) ==
          "name-unknown: no entity is called 'Jugment Panda'; did you mean 'Judgment Panda'?");
    CHECK(error({.around = {"zzzzzzzz"}}) ==
          "name-unknown: no entity is called 'zzzzzzzz'; give an id or a name of the graph");
    CHECK(error({.around = {"Twin"}}) ==
          "name-ambiguous: 'Twin' names 2 entities: 'c' (tool), 'd' (tool); give the id of one");
    CHECK(error({.around = {"pANDA"}}) ==
          "name-ambiguous: 'pANDA' names 2 entities: 'a' (intrusion-set), 'b' (x-thing); give the "
          "id of one");
    // An id comes before a name, an exact name before one in another case.
    CHECK(small()[find_by_name(small(), "b")].type == "x-thing");
    CHECK(small()[find_by_name(small(), "Panda")].id == "a");
    CHECK(small()[find_by_name(small(), "PANDA")].id == "b");
    CHECK(small()[find_by_name(small(), "judgment panda")].id == "a");
    CHECK_THROWS_AS(find_by_name(small(), ""), Error);
}

TEST_CASE("a long list of entities of one name is cut", "[lens]") {
    std::string json = R"({ "actormap": 1, "entities": [)";
    for (int i = 10; i < 22; ++i)
        json += std::string(i == 10 ? "" : ",") + R"({ "id": "e)" + std::to_string(i) +
                R"(", "type": "tool", "name": "Same" })";
    const ActorGraph graph = test::read_text(json + "] }");
    CHECK(error_of([&] { (void)find_by_name(graph, "same"); }) ==
          "name-ambiguous: 'same' names 12 entities: 'e10' (tool), 'e11' (tool), 'e12' (tool), "
          "'e13' (tool), 'e14' (tool), 'e15' (tool), 'e16' (tool), 'e17' (tool), 'e18' (tool), "
          "'e19' (tool), …; give the id of one");
}

TEST_CASE("numbers and dates out of range are errors", "[lens]") {
    CHECK(error({.since = test::day("2022"), .until = test::day("2021-12-31")}) ==
          "option-range: since 2022 is after until 2021-12-31; exchange them");
    CHECK(error({.since = test::day("2021-06"), .until = test::day("2021")}).empty());
    CHECK(error({.min_confidence = std::uint8_t{101}}) ==
          "option-range: a confidence of 101 is not 0 to 100");
    CHECK(error({.min_confidence = std::uint8_t{100}}).empty());
}

}  // namespace actormap
