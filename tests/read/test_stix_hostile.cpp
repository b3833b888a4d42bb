#include "read/reading.hpp"
#include "read/stix_bundle.hpp"
#include "support/catch.hpp"

#include <actormap/base/file.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

using namespace actormap;
using namespace actormap::test;

TEST_CASE("what is wrong with a bundle is told with its place", "[read][stix]") {
    struct Row {
        std::string objects, said;
    };
    const auto row = GENERATE(values<Row>({
        {"7", "x:1:46: error: what stands here is no object; give a STIX object [json-type]"},
        {R"({"id":"tool--1"})",
         "x:1:46: error: an object has no 'type'; give it [property-missing]"},
        {R"({"type":"tool"})", "x:1:46: error: an object has no 'id'; give it [property-missing]"},
        {R"({"type":"tool","id":[]})",
         "x:1:66: error: 'id' of an object is no text; give a text [json-type]"},
        {R"({"type":"tool","id":""})",
         "x:1:66: error: 'id' of an object is ''; it is 1 to 500 bytes without control characters "
         "[id-invalid]"},
        {R"({"type":"tool","id":"tool--1","a":{"b":1,"b":2}})",
         "x:1:87: error: the name 'b' stands twice in one object; remove one of them "
         "[json-duplicate-name]"},
        {R"({"type":"tool","id":"tool--1","a":1e999})",
         "x:1:80: error: a number is too large to be held; correct it [json-number]"},
        {R"({"type":"tool","id":"tool--1","a":"\u0000"})",
         "x:1:80: error: a text holds the character U+0000; remove it [json-nul]"},
        {"{\"type\":\"tool\",\"id\":\"tool--1\",\"a\":\"\xff\"}",
         "x:1:81: error: the file is not UTF-8; save it as UTF-8 text [file-encoding]"},
        {R"({"type":"relationship","id":"r","source_ref":"a","target_ref":"b"})",
         "x:1:46: error: the relationship 'r' has no 'relationship_type'; give it "
         "[property-missing]"},
        {R"({"type":"relationship","id":"r","relationship_type":"uses","source_ref":"a","target_ref":1})",
         "x:1:135: error: 'target_ref' is no text; give a text [json-type]"},
    }));
    INFO(row.objects);
    const Reading reading = read_objects(row.objects);
    REQUIRE(reading.said.size() == 1);
    CHECK(reading.said[0] == row.said);
    check_native_round_trip(reading);
}

TEST_CASE("broken JSON in an object ends the file, with a place in it", "[read][stix]") {
    const auto broken = GENERATE(values<std::string>(
        {"NaN", "01", "nul", R"("\ud800")", "\"\t\"", R"("\x")", "[1,]", "{\"a\"}", "[}", "+1"}));
    INFO(broken);
    const Reading reading = read_objects(R"({"type":"tool","id":"tool--1"},
 {"type":"tool","id":"tool--2","a": )" + broken +
                                         "}");
    REQUIRE(reading.said.size() == 1);
    INFO(reading.said[0]);
    CHECK(reading.said[0].rfind("x:2:", 0) == 0);
    CHECK(reading.said[0].find("[json-syntax]") != std::string::npos);
    CHECK(reading.result.report.unreadable == 1);
    CHECK(reading.graph().entities().size() == 1);  // what came before
}

TEST_CASE("odd values are kept and counted, not refused", "[read][stix]") {
    struct Row {
        std::string member, kind;
    };
    const auto row = GENERATE(values<Row>({
        {R"("confidence":101)", "uninterpreted-value"},
        {R"("confidence":50.5)", "uninterpreted-value"},
        {R"("confidence":"high")", "uninterpreted-value"},
        {R"("confidence":123456789012345678901234567890)", "uninterpreted-value"},
        {R"("created":"yesterday")", "uninterpreted-value"},
        {R"("created":"2021-02-30T00:00:00Z")", "uninterpreted-value"},
        {R"("created":"2021-02-03")", "uninterpreted-value"},
        {R"("start_time":"2021-01-01T00:00:00Z","stop_time":"2020-01-01T00:00:00Z")",
         "uninterpreted-value"},
        {R"("external_references":7)", "uninterpreted-value"},
        {R"("external_references":[7])", "uninterpreted-value"},
        {R"("created_by_ref":[])", "uninterpreted-value"},
    }));
    INFO(row.member);
    const Reading reading = read_objects(two_ends + ',' + relationship(',' + row.member));
    CHECK(reading.said.empty());
    CHECK(found(reading, row.kind) == 1);
    const std::string kept = properties_of(only_relation(reading).properties);
    CHECK(kept.find(row.member.substr(row.member.rfind(':') + 1)) != std::string::npos);
    check_native_round_trip(reading);
}

TEST_CASE("timestamps of every precision have their day", "[read][stix]") {
    const auto time = GENERATE(
        values<std::string>({"T10:00Z", "T10:00:00Z", "T10:00:00.1Z", "T10:00:00.123Z",
                             "T10:00:00.123456Z", "T10:00:00.123456789Z", "T10:00:00+02:00"}));
    const Reading reading =
        read_objects(two_ends + ',' + relationship(R"(,"created":"2021-02-03)" + time + '"'));
    CHECK(to_string(reading.graph().claims()[0].date) == "2021-02-03");
    CHECK(found(reading, "uninterpreted-value") == 0);
}

TEST_CASE("cycles, loops and ids that differ in case are data", "[read][stix]") {
    const Reading reading = read_objects(two_ends + R"(,{"type":"tool","id":"TOOL--1"},
        {"type":"relationship","id":"r1","relationship_type":"revoked-by","source_ref":"tool--1","target_ref":"tool--2"},
        {"type":"relationship","id":"r2","relationship_type":"revoked-by","source_ref":"tool--2","target_ref":"tool--1"},
        {"type":"relationship","id":"R2","relationship_type":"uses","source_ref":"tool--1","target_ref":"tool--1"})");
    CHECK(reading.said.empty());
    CHECK(reading.graph().entities().size() == 3);
    CHECK(reading.graph().relations().size() == 3);
    CHECK(found(reading, "self-reference") == 1);
    check_native_round_trip(reading);
}

TEST_CASE("versions of STIX may be mixed in one bundle", "[read][stix]") {
    const Reading reading = read_text(
        R"({"type":"bundle","id":"bundle--1","spec_version":"2.0","x_more":[1],"title":"t","objects":[
        {"type":"observed-data","id":"observed-data--1","objects":{"0":{"type":"file","name":"f"}}},
        {"type":"tool","id":"tool--1","spec_version":"2.1"}]})");
    CHECK(reading.said.empty());
    CHECK(properties_of(entity_of(reading, "observed-data--1").properties) ==
          R"(objects={"0":{"type":"file","name":"f"}} spec_version=null)");
    CHECK(entity_of(reading, "tool--1").properties.empty());
    CHECK(properties_of(reading.graph().properties()) == R"(x_more=[1] x_stix_title="t")");
    check_native_round_trip(reading);
}

TEST_CASE("a bundle that is cut anywhere is an error, and what came before is whole",
          "[read][stix]") {
    const std::string whole = bundle_of(two_ends + ',' + relationship(R"(,"x":["é",{}])"));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        INFO(size);
        const Reading reading = read_text(whole.substr(0, size), InputFormat::stix);
        REQUIRE(reading.said.size() >= 1);
        CHECK(reading.result.report.unreadable == 1);
    }
    CHECK(read_text(whole).said.empty());
}

TEST_CASE("the second of a name, and of a list of objects, is left out", "[read][stix]") {
    const Reading reading = read_text(
        R"({"type":"bundle","objects":[{"type":"tool","id":"tool--1","name":"a","name":"b","x":1}],
 "objects":[{"type":"tool","id":"tool--2"}],"type":"bundle"})");
    CHECK(reading.said ==
          std::vector<std::string>{
              "x:1:70: error: the name 'name' stands twice in one object; remove one of them "
              "[json-duplicate-name]",
              "x:2:2: error: the name 'objects' stands twice in one object; remove one of them "
              "[json-duplicate-name]",
              "x:2:45: error: the name 'type' stands twice in one object; remove one of them "
              "[json-duplicate-name]"});
    REQUIRE(reading.graph().entities().size() == 1);
    CHECK(reading.graph().entities()[0].name == "a");
}

TEST_CASE("the published bundles are read whole", "[read][stix]") {
    const char* const given = std::getenv("ACTORMAP_SHARED_DATA");
    const std::filesystem::path data =
        given ? std::filesystem::path(given)
              : std::filesystem::path(ACTORMAP_SOURCE_DIR) / "../shared/data";
    if (!std::filesystem::is_directory(data / "attack")) {
        WARN("the published data are not here: " + data.string());
        return;
    }
    struct Row {
        std::string file;
        std::size_t objects, relationships, empty;
    };
    for (const Row& row :
         {Row{"attack/enterprise-attack-18.1-stix21-derived.json", 24771, 20048, 7},
          Row{"attack/ics-attack-18.1-stix21.json", 1826, 1373, 5},
          Row{"opencti/geography.json", 539, 266, 0},
          Row{"stix-examples/poisonivy.json", 155, 90, 0}}) {
        INFO(row.file);
        Diagnostics diagnostics;
        const ReadResult result = read_files({(data / row.file).string()}, {}, diagnostics);
        CHECK(diagnostics.errors() == 0);
        std::size_t objects = 0;
        for (const auto& [type, count] : result.report.objects) objects += count;
        CHECK(objects == row.objects);
        CHECK(result.report.objects.at("relationship") == row.relationships);
        CHECK(result.graph.relations().size() == row.relationships);
        CHECK(result.graph.entities().size() == row.objects - row.relationships);
        CHECK(result.report.findings.count("dangling-reference") == 0);
        // MITRE writes "" where a data component has no data source.
        CHECK(result.report.findings.count("uninterpreted-value") == row.empty);
    }
}

TEST_CASE("reading tells how far it has come, and stops when asked", "[read][stix]") {
    const std::string path =
        (std::filesystem::temp_directory_path() / "actormap-progress-test.json").string();
    std::string objects = two_ends;
    for (int i = 0; i < 20000; ++i) objects += ',' + relationship("", std::to_string(i));
    write_file(path, bundle_of(objects));
    std::vector<std::size_t> done;
    std::size_t all = 0;
    Run run;
    run.progress = [&](std::size_t now, std::size_t total) {
        done.push_back(now);
        all = total;
    };
    Diagnostics diagnostics;
    CHECK(read_files({path}, {}, diagnostics, run).graph.relations().size() == 20000);
    CHECK(done.front() == 0);
    CHECK(done.back() == all);
    CHECK(done.size() > 5);
    CHECK(std::is_sorted(done.begin(), done.end()));
    std::stop_source stop;
    run.stop = stop.get_token();
    run.progress = [&](std::size_t now, std::size_t total) {
        if (now * 2 > total) stop.request_stop();
    };
    CHECK_THROWS_AS(read_files({path}, {}, diagnostics, run), Cancelled);
    std::filesystem::remove(path);
}
