#include "support/catch.hpp"
#include "write/bundles.hpp"
#include "write/hostile_graph.hpp"

#include <actormap/base/file.hpp>
#include <actormap/write/native.hpp>

#include <cstdlib>
#include <filesystem>

using namespace actormap;
using namespace actormap::test;

namespace {

/// Writes STIX and reads it: the same graph, and the same bytes once more.
void check_native_round_trip(const ActorGraph& graph) {
    Losses losses;
    const std::string text = write_stix(graph, losses);
    CHECK(losses.empty());
    const Reading again = read_text(text);
    for (const std::string& said : again.said) CHECK(said.find(": error: ") == std::string::npos);
    CHECK(again.graph() == graph);
    if (again.graph() != graph) CHECK(write_native(again.graph()) == write_native(graph));
    Losses more;
    CHECK(write_stix(again.graph(), more) == text);
}

/// Reads STIX, takes it through the native format and writes it: the same objects.
void check_stix_round_trip(const std::string& content) {
    const Reading reading = read_text(content);
    const Reading native = read_text(write_native(reading.graph()));
    for (const std::string& said : native.said) CHECK(said.find(": error: ") == std::string::npos);
    Losses losses;
    const json before = by_id(json::parse(content));
    const json after = by_id(json::parse(write_stix(native.graph(), losses)));
    for (const auto& [id, object] : before.items()) {
        if (!after.contains(id)) {
            FAIL_CHECK(id << " is lost");
        } else if (after[id] != object) {
            FAIL_CHECK(json::diff(object, after[id]).dump().substr(0, 500) << " in " << id);
        }
    }
    for (const auto& [id, object] : after.items()) {
        if (!before.contains(id)) FAIL_CHECK(id << " is added: " << object.dump().substr(0, 500));
    }
    CHECK(write_stix(reading.graph(), losses) == write_stix(native.graph(), losses));
}

std::filesystem::path data() {
    if (const char* folder = std::getenv("ACTORMAP_SHARED_DATA")) return folder;
    return std::filesystem::path(ACTORMAP_SOURCE_DIR).parent_path() / "shared" / "data";
}

std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    if (!std::filesystem::is_directory(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("stix: the curated graphs survive STIX", "[write]") {
    const auto files = files_in(ACTORMAP_SOURCE_DIR "/graphs");
    REQUIRE_FALSE(files.empty());
    Diagnostics diagnostics;
    const ReadResult together = read_files(files, {}, diagnostics);
    REQUIRE(diagnostics.errors() == 0);
    CHECK(together.graph.relations().size() > 50);
    check_native_round_trip(together.graph);
    std::size_t alone = 0;
    for (const std::string& file : files) {
        Diagnostics said;
        const ReadResult one = read_files({file}, {}, said);
        if (said.errors() != 0) continue;  // it refers to the others
        INFO(file);
        ++alone;
        check_native_round_trip(one.graph);
    }
    CHECK(alone > 0);
}

TEST_CASE("stix: hostile graphs survive STIX", "[write][property]") {
    const auto seed = GENERATE(range(0u, 300u));
    INFO("seed " << seed);
    Diagnostics diagnostics;
    const ActorGraph graph = HostileGraph(seed).graph(diagnostics);
    REQUIRE(diagnostics.errors() == 0);
    check_native_round_trip(graph);
}

TEST_CASE("stix: published bundles survive the native format", "[write]") {
    std::vector<std::string> files;
    for (const char* folder : {"stix-examples", "opencti", "attack"})
        for (const std::string& file : files_in(data() / folder)) files.push_back(file);
    if (files.empty()) {
        WARN("no published bundles in " << data() << "; this test needs them");
        return;
    }
    for (const std::string& file : files) {
        INFO(file);
        check_stix_round_trip(read_file(file));
    }
}
