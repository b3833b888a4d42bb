#include "read/misp_reading.hpp"
#include "support/catch.hpp"

#include <actormap/model/uuid.hpp>

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

using Texts = std::vector<std::string>;

namespace {

const std::string one = "threat-actor--" + uuid('1');

std::string related(const std::string& entries) {
    return value('1', R"("value": "A", "related": [)" + entries + "]");
}

std::string link_to(const std::string& to, const std::string& rest) {
    return R"({"dest-uuid": ")" + to + R"(", "type": "similar")" + rest + '}';
}

const Claim& claim_of(const MispReading& reading, std::size_t relation) {
    return reading.graph.claims(reading.graph.relations()[relation].claims)[0];
}

}  // namespace

TEST_CASE("MISP: related values are found in any file of the call", "[read][misp]") {
    const std::string actors =
        cluster("threat-actor", related(link_to(uuid('2'), "") + ", " + link_to(uuid('1'), "")));
    const std::string tools = cluster("mitre-tool", value('2', R"("value": "T - S1", "meta":
        {"external_id": "S1", "synonyms": ["T", "U"]}, "revoked": true, "description": "d")"));
    for (const bool first : {false, true}) {
        const std::pair<std::string, std::string> t{"t", tools}, a{"a", actors};
        const auto reading = first ? read_misp({t, a}) : read_misp({a, t});
        CHECK(reading.said.empty());
        CHECK(reading.relations() == Texts{"A similar A", "A similar T"});
        CHECK(reading.findings.count("self-reference") == 1);
        CHECK(reading.findings.entries().size() == 1);
        const std::string id = "tool--" + uuid('2');
        CHECK(reading.names(id) == Texts{"T", "U"});
        CHECK(reading.entity(id).description == "d");
        CHECK(property(reading.entity(id).properties, "external_id") == "\"S1\"");
        CHECK(property(reading.entity(id).properties, "revoked") == "true");
        CHECK(property(reading.entity(id).properties, "x_misp_mitre_tool") ==
              R"({"uuid":")" + uuid('2') + R"(","value":"T - S1"})");
    }
}

TEST_CASE("MISP: related values are found by the UUID of STIX ids", "[read][misp]") {
    Diagnostics diagnostics;
    GraphBuilder builder(diagnostics);
    (void)builder.begin({"s", "native", true});
    EntityDraft draft;
    draft.entity.id = draft.entity.name = "malware--" + uuid('2');
    draft.entity.type = "malware";
    builder.add(std::move(draft));
    MispReader reader(builder, diagnostics);
    reader.read(
        parse_json(cluster("threat-actor", related(link_to(uuid('2'), ""))), "a", diagnostics),
        "a");
    reader.link();
    const ActorGraph graph = builder.build();
    REQUIRE(graph.relations().size() == 1);
    CHECK(graph[graph.relations()[0].to].id == "malware--" + uuid('2'));
    CHECK(diagnostics.all().empty());
}

TEST_CASE("MISP: of two values with one UUID that of the same cluster is meant", "[read][misp]") {
    const auto reading =
        read_misp({{"b", cluster("botnet", value('2', R"("value": "B")"))},
                   {"a", cluster("threat-actor", related(link_to(uuid('2'), "")) + ", " +
                                                     value('2', R"("value": "C")"))}});
    CHECK(reading.relations() == Texts{"A similar C"});
    CHECK(reading.findings.count("duplicate") == 1);
    CHECK(reading.graph.entities().size() == 3);
}

TEST_CASE("MISP: estimative language is a confidence", "[read][misp]") {
    struct Row {
        std::string word;
        int low, high, value;
    };
    const auto row = GENERATE(values<Row>({{"almost-no-chance", 1, 5, 3},
                                           {"very-unlikely", 5, 20, 13},
                                           {"unlikely", 20, 45, 33},
                                           {"roughly-even-chance", 45, 55, 50},
                                           {"likely", 55, 80, 68},
                                           {"very-likely", 80, 95, 88},
                                           {"almost-certain", 95, 99, 97}}));
    const std::string tag =
        R"("estimative-language:likelihood-probability=\")" + row.word + R"(\"")";
    const auto reading =
        read_misp({{"x", cluster("threat-actor",
                                 related(link_to(uuid('1'), R"(, "tags": [)" + tag + "]")))}});
    const Claim& claim = claim_of(reading, 0);
    CHECK(claim.locator == "related");
    CHECK(claim.properties.empty());
    REQUIRE(claim.confidence);
    CHECK(claim.confidence->words == row.word);
    CHECK(claim.confidence->low == row.low);
    CHECK(claim.confidence->high == row.high);
    CHECK(claim.confidence->value == row.value);
    CHECK(reading.findings.count("uninterpreted-value") == 0);
}

TEST_CASE("MISP: other tags and members of related values are kept", "[read][misp]") {
    const std::string likely = R"("estimative-language:likelihood-probability=\"likely\"")";
    for (const std::string& tags :
         {'[' + likely + ',' + likely + ']', std::string(R"(["x"])"), std::string("[1]"),
          std::string(R"("x")"), std::string("{}"), std::string("null"),
          std::string(R"(["estimative-language:likelihood-probability=\""])"),
          std::string(R"(["estimative-language:likelihood-probability=\"sure\""])")}) {
        INFO(tags);
        const auto reading = read_misp(
            {{"x", cluster("threat-actor", related(link_to(uuid('1'), R"(, "tags": )" + tags +
                                                                          R"(, "more": 2)")))}});
        CHECK(reading.findings.count("uninterpreted-value") == 1);
        CHECK_FALSE(claim_of(reading, 0).confidence);
        CHECK(property(claim_of(reading, 0).properties, "x_misp") ==
              R"({"tags":)" + tags + R"(,"more":2})");
    }
    const auto none =
        read_misp({{"x", cluster("threat-actor", related(link_to(uuid('1'), R"(, "tags": [])")))}});
    CHECK(none.findings.count("uninterpreted-value") == 0);
}

TEST_CASE("MISP: related entries that are none are kept", "[read][misp]") {
    for (const std::string& entry :
         {std::string("1"), std::string("{}"), std::string(R"({"dest-uuid":1,"type":"similar"})"),
          std::string(R"({"dest-uuid":"","type":"similar"})"), std::string(R"({"dest-uuid":"a"})"),
          std::string(R"({"dest-uuid":"a","type":["b"]})"),
          std::string(R"({"dest-uuid":"a","type":""})"),
          std::string(R"({"dest-uuid":"a","type":"b\u0001"})"), std::string("[]")}) {
        INFO(entry);
        const auto reading = read_misp({{"x", cluster("threat-actor", related(entry))}});
        CHECK(reading.said.empty());
        CHECK(reading.findings.count("uninterpreted-value") == 1);
        CHECK(reading.graph.relations().empty());
        std::string text = entry;
        CHECK(property(reading.entity(one).properties, "x_misp_threat_actor")
                  .find(R"("related":[)" + text + ']') != std::string::npos);
    }
    const auto text = read_misp(
        {{"x", cluster("threat-actor", value('1', R"("value": "A", "related": "x", "meta": 1)"))}});
    CHECK(text.findings.count("uninterpreted-value") == 2);
    CHECK(property(text.entity(one).properties, "x_misp_threat_actor").find(R"("related":"x")") !=
          std::string::npos);
}

TEST_CASE("MISP: sectors that actors target are those of the sector cluster", "[read][misp]") {
    const std::string actors = cluster("threat-actor", value('1', R"("value": "A", "meta":
        {"targeted-sector": ["ENERGY", "Power ", "Health"], "cfr-target-category": "health"})"));
    const std::string sectors =
        cluster("sector", value('2', R"("value": "Energy", "meta": {"synonyms": ["Power"]})"));
    for (const bool first : {false, true}) {
        const std::pair<std::string, std::string> s{"s", sectors}, a{"a", actors};
        const auto reading = first ? read_misp({s, a}) : read_misp({a, s});
        CHECK(reading.relations() == Texts{"A targets Energy", "A targets Health"});
        CHECK(property(reading.entity("identity--" + uuid5("sector:health")).properties,
                       "identity_class") == "\"class\"");
        CHECK(property(reading.entity("identity--" + uuid('2')).properties, "identity_class") ==
              "\"class\"");
    }
}

TEST_CASE("MISP: a country is one entity, whichever cluster speaks of it", "[read][misp]") {
    const auto reading = read_misp(
        {{"a", cluster("threat-actor", value('1', R"("value": "A", "meta": {"country": "FI"})"))},
         {"c", cluster("country", value('2', R"("value": "finland", "description": "Finland",
             "meta": {"ISO": "FI"}, "related": [)" +
                                                 link_to(uuid('4'), "") + "]"))},
         {"t",
          cluster("target-information",
                  value('3', R"("value": "Suomi", "meta":
             {"iso-code": ["FI", "FIN"], "synonyms": ["Finlande"]})") +
                      ", " + value('5', R"("value": "Kosovo", "meta": {"iso-code": ["XK"]})"))},
         {"r", cluster("region", value('4', R"("value": "154 - Northern Europe")"))}});
    const std::string id = "location--" + uuid5("country:FI");
    CHECK(reading.entity(id).name == "Finland");
    CHECK(reading.entity(id).country == "FI");
    CHECK(reading.names(id) == Texts{"Finlande", "Suomi"});
    CHECK(property(reading.entity(id).properties, "x_misp_country").find("\"finland\"") !=
          std::string::npos);
    CHECK(property(reading.entity(id).properties, "x_misp_target_information")
              .find(R"("iso-code":["FI","FIN"])") != std::string::npos);
    CHECK(reading.relations() ==
          Texts{"A originates-from Finland", "Finland similar Northern Europe"});
    const Entity& region = reading.entity("location--" + uuid('4'));
    CHECK(property(region.properties, "region") == "\"northern-europe\"");
    CHECK(reading.entity("location--" + uuid('5')).country.empty());
    CHECK(reading.findings.count("unresolved-country") == 1);
    CHECK(reading.graph.entities().size() == 4);
    CHECK(reading.counts.duplicates == 0);
}

TEST_CASE("MISP: producers are speakers", "[read][misp]") {
    const auto reading = read_misp(
        {{"p",
          cluster(
              "producer",
              value(
                  '1',
                  R"("value": "V", "meta": {"country": "UK", "company-type": "Cyber Security Vendor"})") +
                  ", " +
                  value(
                      '2',
                      R"("value": "N", "meta": {"country": "XXX", "company-type": ["Cybersecurity news platform"]})") +
                  ", " +
                  value(
                      '3',
                      R"("value": "B", "meta": {"company-type": ["Personal cybersecurity blog"]})"))}});
    const auto speaker = [&](char digit) {
        return reading.graph[*reading.graph.find_speaker("identity--" + uuid(digit))];
    };
    CHECK(speaker('1').kind == SpeakerKind::vendor);
    CHECK(speaker('1').country == "GB");
    CHECK(speaker('2').kind == SpeakerKind::press);
    CHECK(speaker('2').country.empty());
    CHECK(speaker('3').kind == SpeakerKind::organisation);
    CHECK(reading.relations() == Texts{"V located-at United Kingdom"});
    CHECK(reading.findings.count("unresolved-country") == 1);
    CHECK(property(reading.entity("identity--" + uuid('1')).properties, "identity_class") ==
          "\"organization\"");
}

TEST_CASE("MISP: Microsoft's origins that are countries", "[read][misp]") {
    const auto reading = read_misp(
        {{"m",
          cluster(
              "microsoft-activity-group",
              value('1', R"("value": "A", "meta": {"country": "CN", "sector": "China",
            "microsoft-origin-threat": "China, Financially motivated"})") +
                  ", " +
                  value(
                      '2',
                      R"("value": "B", "meta": {"microsoft-origin-threat": "Israel, Private sector"})") +
                  ", " +
                  value('3', R"("value": "C", "meta": {"microsoft-origin-threat": "Korea"})"))}});
    CHECK(reading.relations() == Texts{"A originates-from China", "B originates-from Israel"});
    CHECK(reading.graph.claims().size() == 2);  // `country` has said the first
    CHECK(reading.findings.entries().empty());
    CHECK(
        property(reading.entity(one).properties, "x_misp_microsoft_activity_group")
            .find(R"("sector":"China","microsoft-origin-threat":"China, Financially motivated")") !=
        std::string::npos);
}

TEST_CASE("MISP: the letters of a UUID may be of either case", "[read][misp]") {
    const std::string upper = "ABCDEF00-0000-4000-8000-000000000001";
    const auto reading = read_misp(
        {{"x", cluster("threat-actor", related(link_to(lower_uuid(upper), "")) + ", " +
                                           R"({"value": "B", "uuid": ")" + upper +
                                           R"(", "related": [)" + link_to(upper, "") + "]}")}});
    CHECK(reading.relations() == Texts{"A similar B", "B similar B"});
    CHECK(reading.entity("threat-actor--" + lower_uuid(upper)).name == "B");
}

TEST_CASE("MISP: what several values say is said once", "[read][misp]") {
    const std::string china = R"(", "meta": {"cfr-suspected-state-sponsor": "China"})";
    const auto reading =
        read_misp({{"x", cluster("threat-actor", value('1', R"("value": "A)" + china) + ", " +
                                                     value('2', R"("value": "B)" + china))}});
    CHECK(reading.relations() == Texts{"A attributed-to China (state)",
                                       "B attributed-to China (state)",
                                       "China (state) located-at China"});
    CHECK(reading.graph.claims().size() == 3);
    CHECK(reading.counts.duplicates == 0);
}

TEST_CASE("MISP: of several texts for one thing the first holds", "[read][misp]") {
    const auto reading =
        read_misp({{"p", cluster("producer", value('1', R"("value": "V", "meta": {"company-type":
             ["Cyber Security Vendor", "Technology news"], "country": ["FI", "SE"]})"))},
                   {"t", cluster("target-information", value('2', R"("value": "Finland", "meta":
             {"iso-code": ["FI", "SE"], "synonyms": []})"))}});
    const Speaker& speaker = reading.graph[*reading.graph.find_speaker("identity--" + uuid('1'))];
    CHECK(speaker.kind == SpeakerKind::vendor);
    CHECK(speaker.country == "FI");
    CHECK(property(reading.entity("location--" + uuid5("country:FI")).properties,
                   "x_misp_target_information")
              .find("\"synonyms\":[]") != std::string::npos);
}
