#include "read/reading.hpp"
#include "read/stix_bundle.hpp"
#include "support/catch.hpp"

#include <algorithm>

// Which relations and claims relationships, reports, opinions and sightings become.

using namespace actormap;
using namespace actormap::test;

TEST_CASE("a relationship is claimed by its creator, once for each source", "[read][stix]") {
    const Reading reading = read_objects(two_ends + R"(,
        {"type":"relationship","spec_version":"2.1","id":"relationship--1","relationship_type":"uses",
         "source_ref":"tool--1","target_ref":"tool--2","created":"2020-01-02T03:04:05.678Z",
         "created_by_ref":"identity--9","confidence":70,"description":"d",
         "start_time":"2019-01-01T00:00:00Z","stop_time":"2019-02-01T00:00:00Z",
         "external_references":[
           {"source_name":"S","url":"https://www.Example.org:8080/a","description":"Title"},
           {"source_name":"S2","url":"https://www.Example.org:8080/a"},
           {"source_name":"A","url":"https://web.archive.org/web/2020/http://old.net/x"},
           {"source_name":"R","description":"a report"},
           {"source_name":"capec","external_id":"CAPEC-1"}]})");
    CHECK(reading.said.empty());
    const Relation& relation = only_relation(reading);
    CHECK(std::string_view(relation.id) == "relationship--1");
    CHECK(std::string_view(relation.type) == "uses");
    CHECK(to_string(relation.when.start) == "2019-01-01");
    CHECK(to_string(relation.when.stop) == "2019-02-01");
    const auto claims = reading.graph().claims(relation.claims);
    REQUIRE(claims.size() == 3);
    std::vector<std::string> sources;
    for (const Claim& claim : claims) {
        CHECK(reading.graph()[claim.by].id == "identity--9");
        CHECK(to_string(claim.date) == "2020-01-02");
        CHECK(claim.confidence->value == 70);
        REQUIRE(claim.source);
        const Source& source = reading.graph()[*claim.source];
        sources.push_back(source.id + " | " + source.title + " | " + source.url + " | " +
                          source.archive_url + " | " + reading.graph()[source.publisher].id);
    }
    std::sort(sources.begin(), sources.end());
    CHECK(sources ==
          std::vector<std::string>{
              "https://web.archive.org/web/2020/http://old.net/x | A | http://old.net/x | "
              "https://web.archive.org/web/2020/http://old.net/x | old.net",
              "https://www.Example.org:8080/a | Title | https://www.Example.org:8080/a |  | "
              "example.org",
              "identity--9: R: a report | a report |  |  | identity--9"});
}

TEST_CASE("a relationship without a creator is claimed by its file", "[read][stix]") {
    const Reading reading = read_objects(two_ends + ',' + relationship(R"(,"x_a":{"b":[]})"));
    CHECK(reading.said.empty());
    const Relation& relation = only_relation(reading);
    CHECK(properties_of(relation.properties) == R"(x_a={"b":[]})");
    const auto claims = reading.graph().claims(relation.claims);
    REQUIRE(claims.size() == 1);
    CHECK(reading.graph()[claims[0].by].id == "file:x");
    CHECK(reading.graph()[claims[0].by].kind == SpeakerKind::database);
    CHECK_FALSE(claims[0].source);
    CHECK_FALSE(claims[0].confidence);
    check_native_round_trip(reading);
}

TEST_CASE("a report claims the relationships that it holds, wherever it stands", "[read][stix]") {
    const std::string report = R"({"type":"report","spec_version":"2.1","id":"report--1",
        "name":"R","published":"2021-05-06T00:00:00.0Z","created_by_ref":"identity--1","confidence":40,
        "object_refs":["tool--1","relationship--1"],
        "external_references":[{"source_name":"s","url":"https://r.example/"}]})";
    const std::string creator = R"({"type":"identity","id":"identity--1","name":"I"})";
    const bool before = GENERATE(true, false);
    const std::string rest = two_ends + ',' + relationship() + ',' + creator;
    const Reading reading = read_objects(before ? report + ',' + rest : rest + ',' + report);
    CHECK(reading.said.empty());
    const auto claims = reading.graph().claims(only_relation(reading).claims);
    REQUIRE(claims.size() == 2);
    const Claim& claim = claims[1];
    CHECK(reading.graph()[claim.by].name == "I");
    CHECK(to_string(claim.date) == "2021-05-06");
    CHECK(claim.confidence->value == 40);
    REQUIRE(claim.source);
    const Source& source = reading.graph()[*claim.source];
    CHECK(source.id == "report--1");
    CHECK(source.title == "R");
    CHECK(source.url == "https://r.example/");
    CHECK(to_string(source.date) == "2021-05-06");
    CHECK(source.publisher == claim.by);
    CHECK(entity_of(reading, "report--1").type == "report");
    CHECK(found(reading, "dangling-reference") == 0);
    check_native_round_trip(reading);
}

TEST_CASE("opinions become stances", "[read][stix]") {
    struct Row {
        std::string opinion, by;
        std::optional<Stance> stance;
    };
    const auto row = GENERATE(values<Row>({
        {"strongly-disagree", "identity--1", Stance::disputes},
        {"disagree", "identity--1", Stance::disputes},
        {"disagree", "tool--2", Stance::denies},
        {"disagree", "tool--1", Stance::denies},
        {"neutral", "identity--1", {}},
        {"agree", "tool--1", Stance::supports},
        {"strongly-agree", "identity--1", Stance::supports},
        {"maybe", "identity--1", {}},
    }));
    INFO(row.opinion);
    const Reading reading =
        read_objects(R"({"type":"opinion","id":"opinion--1","created":"2022-01-01T00:00:00Z",
        "created_by_ref":")" +
                     row.by + R"(","opinion":")" + row.opinion +
                     R"(","explanation":"e","object_refs":["relationship--1"]},)" + two_ends + ',' +
                     relationship());
    CHECK(reading.said.empty());
    const auto claims = reading.graph().claims(only_relation(reading).claims);
    REQUIRE(claims.size() == (row.stance ? 2 : 1));
    CHECK(found(reading, "uninterpreted-value") == (row.opinion == "maybe" ? 1 : 0));
    if (!row.stance) return;
    const Claim& claim = claims[1];
    CHECK(claim.stance == *row.stance);
    CHECK(std::string_view(claim.excerpt) == "e");
    CHECK(reading.graph()[claim.by].id == row.by);
}

TEST_CASE("a sighting relates what was seen and where", "[read][stix]") {
    const Reading reading = read_objects(two_ends + R"(,{"type":"sighting","id":"sighting--1",
        "created":"2022-01-01T00:00:00Z","first_seen":"2021-12-01T00:00:00Z",
        "sighting_of_ref":"tool--1","where_sighted_refs":["tool--2"]})");
    CHECK(reading.said.empty());
    REQUIRE(reading.graph().relations().size() == 2);
    const Relation& of = reading.graph().relations()[0];
    CHECK(std::string_view(of.id).empty());
    CHECK(std::string_view(of.type) == "sighting-of");
    CHECK(reading.graph()[of.from].id == "sighting--1");
    CHECK(reading.graph()[of.to].id == "tool--1");
    CHECK(to_string(of.when.start) == "2021-12-01");
    CHECK(std::string_view(reading.graph().relations()[1].type) == "where-sighted");
    check_native_round_trip(reading);
}
