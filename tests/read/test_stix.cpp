#include "read/reading.hpp"
#include "read/stix_bundle.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("objects become entities that keep every member", "[read][stix]") {
    const Reading reading = read_objects(R"({"type":"intrusion-set","spec_version":"2.1",
        "id":"intrusion-set--1","name":"APT1","description":"d","created":"2020-01-02T03:04:05Z",
        "created_by_ref":"identity--1","aliases":["B","APT1"],"x_y":[ 1, "\u0061" ],"revoked":true},
        {"type":"identity","id":"identity--1","name":"Vendor","roles":["b","a"]})");
    CHECK(reading.said.empty());
    const Entity& entity = entity_of(reading, "intrusion-set--1");
    CHECK(entity.type == "intrusion-set");
    CHECK(entity.name == "APT1");
    CHECK(entity.description == "d");
    CHECK(
        properties_of(entity.properties) ==
        R"(created="2020-01-02T03:04:05Z" created_by_ref="identity--1" revoked=true x_y=[1,"a"])");
    REQUIRE(entity.names.size() == 2);
    CHECK(entity.names[0].name == "APT1");
    CHECK(entity.names[1].name == "B");
    REQUIRE(entity.names[1].by);
    const Speaker& vendor = reading.graph()[*entity.names[1].by];
    CHECK(vendor.id == "identity--1");
    CHECK(vendor.name == "Vendor");
    CHECK(vendor.kind == SpeakerKind::organisation);
    REQUIRE(vendor.entity);
    CHECK(reading.graph()[*vendor.entity].id == "identity--1");
    const Entity& identity = entity_of(reading, "identity--1");
    CHECK(identity.roles == std::vector<std::string>{"a", "b"});
    CHECK(properties_of(identity.properties) == "spec_version=null");
    check_native_round_trip(reading);
}

TEST_CASE("names, labels, countries and aliases that the model holds otherwise", "[read][stix]") {
    struct Row {
        std::string object, name, country, properties;
    };
    const auto row = GENERATE(values<Row>({
        {R"("type":"url","id":"url--1","value":"http://a/")", "http://a/", "",
         R"(value="http://a/")"},
        {R"("type":"user-account","id":"user-account--1","user_id":"7")", "7", "",
         R"(user_id="7")"},
        {R"("type":"note","id":"note--1","content":"c")", "note--1", "", R"(content="c")"},
        {R"("type":"url","id":"url--1","name":"n","value":"v")", "v", "",
         R"(value="v" x_stix_name="n")"},
        {R"("type":"tool","id":"tool--1","name":"")", "tool--1", "", R"(x_stix_name="")"},
        {R"("type":"tool","id":"tool--1","name":7)", "tool--1", "", "x_stix_name=7"},
        {R"("type":"tool","id":"tool--1","name":"tool--1")", "tool--1", "",
         R"(x_stix_name="tool--1")"},
        {R"("type":"tool","id":"tool--1","name":"t","description":"")", "t", "",
         R"(x_stix_description="")"},
        {R"("type":"tool","id":"tool--1","name":"t","x_stix_name":1,"roles":["r"])", "t", "",
         R"(x_stix_roles=["r"] x_stix_x_stix_name=1)"},
        {R"("type":"tool","id":"tool--1","name":"t","spec_version":"2.0")", "t", "",
         R"(spec_version="2.0")"},
        {R"("type":"location","id":"location--1","country":"FI")", "location--1", "FI", ""},
        {R"("type":"location","id":"location--1","country":"FIN")", "location--1", "FI",
         R"(x_stix_country="FIN")"},
        {R"("type":"location","id":"location--1","country":"Mars")", "location--1", "",
         R"(x_stix_country="Mars")"},
        {R"("type":"malware","id":"malware--1","aliases":["a","a"])", "malware--1", "",
         R"(aliases=["a","a"])"},
        {R"("type":"malware","id":"malware--1","aliases":["a"],"x_mitre_aliases":["a"])",
         "malware--1", "", R"(aliases=["a"] x_mitre_aliases=["a"])"},
        {R"("type":"malware","id":"malware--1","x_mitre_aliases":["a"])", "malware--1", "",
         R"(x_mitre_aliases=["a"])"},
    }));
    INFO(row.object);
    const bool versioned = row.object.find("spec_version") != std::string::npos;
    const Reading reading =
        read_objects('{' + row.object + (versioned ? "}" : R"(,"spec_version":"2.1"})"));
    CHECK(reading.said.empty());
    REQUIRE(reading.graph().entities().size() == 1);
    const Entity& entity = reading.graph().entities()[0];
    CHECK(entity.name == row.name);
    CHECK(entity.country == row.country);
    CHECK(properties_of(entity.properties) == row.properties);
    check_native_round_trip(reading);
}

TEST_CASE("markings are levels, also where they are defined later", "[read][stix]") {
    struct Row {
        std::string reference;
        Tlp level;
    };
    const auto row = GENERATE(values<Row>({
        {"marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp::red},
        {"marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp::clear},
        {"marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", Tlp::amber_strict},
        {"marking-definition--1", Tlp::amber},
        {"marking-definition--2", Tlp::green},
        {"marking-definition--3", Tlp::clear},
    }));
    const std::string user =
        R"({"type":"tool","id":"tool--1","object_marking_refs":[")" + row.reference + R"("]})";
    const std::string definitions =
        R"({"type":"marking-definition","id":"marking-definition--1","definition_type":"tlp",
            "definition":{"tlp":"amber"}},
           {"type":"marking-definition","id":"marking-definition--2","extensions":{
            "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d":{"tlp_2_0":"green"}}},
           {"type":"marking-definition","id":"marking-definition--3","definition_type":"statement",
            "definition":{"statement":"x"}})";
    const bool before = GENERATE(true, false);
    const Reading reading =
        read_objects(before ? definitions + ',' + user : user + ',' + definitions);
    CHECK(reading.said.empty());
    CHECK(entity_of(reading, "tool--1").marking == row.level);
    CHECK(found(reading, "dangling-reference") == 0);
}

TEST_CASE("references that lead nowhere are counted, each", "[read][stix]") {
    const Reading reading = read_inputs(
        {{"a", bundle_of(R"({"type":"tool","id":"tool--1","x_ref":"tool--8","x_refs":["tool--8",
            "tool--9","tool--2"],"y_ref":"","z_ref":7,"z_refs":[1],"other":"tool--7"})")},
         {"b", bundle_of(R"({"type":"tool","id":"tool--2","created_by_ref":"tool--1"})")}});
    CHECK(reading.said.empty());
    CHECK(found(reading, "dangling-reference") == 3);
    CHECK(found(reading, "uninterpreted-value") == 3);  // an empty one refers to nothing
    const auto& first = reading.result.report.findings.entries().at("dangling-reference").first;
    REQUIRE(first.size() == 2);
    CHECK(to_string(first[0].where) == "a:1:84");
    CHECK(first[0].what == "no file of this call defines 'tool--8'");
}

TEST_CASE("of several versions of an object the newest counts", "[read][stix]") {
    struct Row {
        std::string first, second, name;
    };
    const auto row = GENERATE(values<Row>({
        {"2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z", "second"},
        {"2021-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "first"},
        {"2020-01-01T00:00:00Z", "2020-01-01T00:00:00.1Z", "second"},
        {"2020-01-01T00:00:00.100Z", "2020-01-01T00:00:00.1Z", "first"},
    }));
    const auto version = [](const std::string& modified, const std::string& name) {
        return R"({"type":"tool","id":"tool--3","modified":")" + modified + R"(","name":")" + name +
               R"("})";
    };
    const Reading reading = read_objects(
        version(row.first, "first") + ',' + version(row.second, "second") + ',' + two_ends + ',' +
        relationship(R"(,"description":"first","modified":")" + row.first + '"') + ',' +
        relationship(R"(,"description":"second","modified":")" + row.second + '"'));
    CHECK(reading.said.empty());
    CHECK(entity_of(reading, "tool--3").name == row.name);
    CHECK(std::string_view(only_relation(reading).description) == row.name);
    CHECK(found(reading, "duplicate") == 2);
    CHECK(found(reading, "conflict") == 0);
    CHECK(reading.result.report.objects.at("tool") == 4);
}

TEST_CASE("what STIX does not know is kept and counted", "[read][stix]") {
    const Reading reading = read_objects(
        R"({"type":"tool","id":"tool--1","colour":1,"x_shape":2,"value":3},
           {"type":"x-thing","id":"x-thing--1","colour":1}, {"type":"report","id":"report--1"})");
    CHECK(reading.said.empty());
    CHECK(found(reading, "unknown-property") == 2);
    CHECK(found(reading, "unknown-type") == 1);
    CHECK(reading.result.report.unknown_types ==
          std::map<std::string, std::size_t>{{"x-thing", 1}});
    CHECK(entity_of(reading, "x-thing--1").type == "x-thing");
}

TEST_CASE("native records in the extension are read exactly", "[read][stix]") {
    const std::string extension =
        R"("extensions":{"extension-definition--8d392538-5cf3-54b1-a15d-3a29684d88b6":)";
    const Reading reading = read_objects(
        R"({"type":"extension-definition","id":"extension-definition--8d392538-5cf3-54b1-a15d-3a29684d88b6",)" +
        extension + R"({"extension_type":"property-extension","record":"graph",
          "native":{"title":"T","as_of":"2024","x":1}}}},
        {"type":"identity","id":"identity--1","name":"other",)" +
        extension +
        R"({"records":[{"record":"entity","native":{"id":"a","type":"identity","name":"A"}},
           {"record":"speaker","native":{"id":"s","kind":"vendor"}}]}}},
        {"type":"relationship","id":"relationship--1","source_ref":"gone--1",)" +
        extension +
        R"({"record":"relation","native":{"from":"a","type":"uses","to":"a",
           "claims":[{"by":"s","stance":"denies"}]}}}},
        {"type":"opinion","id":"opinion--1",)" +
        extension + R"({"record":"claim"}}},
        {"type":"opinion","id":"opinion--2",)" +
        extension + R"({"record":"word","native":{}}}},
        {"type":"opinion","id":"opinion--3",)" +
        extension + R"({"record":"source"}}})");
    CHECK(ids_of(reading.said) == std::vector<std::string>{"value-unknown", "json-type"});
    CHECK(reading.graph().title() == "T");
    CHECK(to_string(reading.graph().as_of()) == "2024");
    REQUIRE(reading.graph().entities().size() == 1);
    CHECK(reading.graph().entities()[0].name == "A");
    REQUIRE(reading.graph().claims().size() == 1);
    CHECK(reading.graph().claims()[0].stance == Stance::denies);
    CHECK(found(reading, "dangling-reference") == 0);
}
