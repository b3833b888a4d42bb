#include "draw/sample.hpp"
#include "support/catch.hpp"

#include <actormap/batch/expand.hpp>
#include <actormap/batch/perform.hpp>
#include <actormap/batch/subjects.hpp>
#include <actormap/write/ranking.hpp>

#include <set>

using namespace actormap;
using namespace actormap::test;

namespace {

Lens clear_lens() {
    Lens lens;
    lens.tlp = Tlp::clear;
    return lens;
}

std::vector<std::string> ids(ForEach for_each, const ActorGraph& graph = sample()) {
    std::vector<std::string> found;
    for (const Subject& subject : subjects(graph, clear_lens(), for_each))
        found.push_back(subject.values.id);
    return found;
}

Plan plan_with(const std::string& jobs) {
    Diagnostics diagnostics;
    Plan plan = read_plan("{\"actormap-plan\": 1, \"inputs\": [\"x\"], \"jobs\": [" + jobs + "]}",
                          "p", diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) UNSCOPED_INFO(to_string(diagnostic));
    REQUIRE(diagnostics.errors() == 0);
    return plan;
}

std::vector<std::string> outputs(const std::string& jobs, const ActorGraph& graph = sample()) {
    std::vector<std::string> found;
    for (const Job& job : expand(plan_with(jobs), graph)) found.push_back(job.output);
    return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a job is for each actor, sponsor, country, sector, year or community",
          "[batch][expand]") {
    CHECK(ids(ForEach::once).size() == 1);
    CHECK(ids(ForEach::actor) == Ids{"apt31", "apt40"});
    CHECK(ids(ForEach::sponsor) == Ids{"mss"});
    CHECK(ids(ForEach::country) == Ids{"FI", "NO"});
    CHECK(ids(ForEach::sector).empty());
    CHECK(ids(ForEach::year) == Ids{"2020"});
    CHECK(ids(ForEach::as_of_year) == Ids{"2020", "2021", "2022"});
    const ActorGraph sectors = graph_of(R"({"actormap": 1, "entities": [
        {"id": "b", "type": "identity", "identity_class": "class"},
        {"id": "a", "type": "identity", "identity_class": "organization"}]})");
    CHECK(ids(ForEach::sector, sectors) == Ids{"b"});
}

TEST_CASE("every vertex with a link is in one community, and larger ones come first",
          "[batch][expand]") {
    const ActorGraph graph = large(60);
    std::set<std::string> members;
    std::size_t before = 1000;
    for (const Subject& subject : subjects(graph, clear_lens(), ForEach::community)) {
        CHECK(subject.lens.hops == 0);
        CHECK(subject.lens.around.size() <= before);
        CHECK(subject.lens.around.size() >= 2);
        before = subject.lens.around.size();
        for (const std::string& id : subject.lens.around) CHECK(members.insert(id).second);
        CHECK(apply(graph, subject.lens).entities.size() == subject.lens.around.size());
    }
    CHECK(members.size() == 60);
}

TEST_CASE("each is in the middle of its own lens", "[batch][expand]") {
    const auto jobs = expand(plan_with(R"({"draw": {"title": "About {name}"}, "for-each": "actor",
                      "lens": {"hops": 2}, "output": "{id}.svg"},
                     {"draw": {}, "for-each": "country", "output": "c/{id}.svg"},
                     {"draw": {}, "for-each": "year", "output": "y/{id}.svg"},
                     {"draw": {}, "output": "all.svg"})"),
                             sample());
    REQUIRE(jobs.size() == 6);
    CHECK(describe(jobs[0].lens) == "around apt31; hops 2; tlp clear");
    CHECK(std::get<DrawJob>(jobs[0].work).options.title == "About APT31");
    CHECK(describe(jobs[2].lens) == "country FI; tlp clear");
    CHECK(std::get<DrawJob>(jobs[2].work).options.title == "FI");
    CHECK(describe(jobs[4].lens) == "since 2020; until 2020; tlp clear");
    CHECK(std::get<DrawJob>(jobs[5].work).options.title.empty());
}

TEST_CASE("no two jobs write one file", "[batch][expand]") {
    // Names that are one where case or the form of Unicode does not count, and hostile ones.
    const ActorGraph graph = graph_of(R"({"actormap": 1, "entities": [
        {"id": "a", "type": "intrusion-set", "name": "Same"},
        {"id": "b", "type": "intrusion-set", "name": "SAME"},
        {"id": "c/d", "type": "intrusion-set", "name": "same"},
        {"id": "c_d", "type": "intrusion-set", "name": "same"},
        {"id": "e", "type": "intrusion-set", "name": "\u212b"},
        {"id": "f", "type": "intrusion-set", "name": "A\u030a"},
        {"id": "g", "type": "intrusion-set", "name": "../x"},
        {"id": "h", "type": "intrusion-set", "name": "same~b"}]})");
    CHECK(outputs(R"({"draw": {}, "for-each": "actor", "output": "{name}.svg"})", graph) ==
          Ids{"Same.svg", "SAME~b.svg", "same~c_d.svg", "same~2.svg", "\xC3\x85.svg",
              "\xC3\x85~f.svg", "_._x.svg", "same~b~h.svg"});
    for (const char* jobs :
         {R"({"draw": {}, "output": "a.svg"}, {"draw": {}, "output": "A.svg"})",
          R"({"draw": {}, "output": "a.svg"}, {"draw": {}, "output": "a.svg/b.svg"})",
          R"({"draw": {}, "output": "a.svg/b.svg"}, {"draw": {}, "output": "A.svg"})",
          R"({"convert": {"to": "native"}, "output": "Manifest.json"})",
          R"({"convert": {"to": "native"}, "output": "timings.json"})"}) {
        INFO(jobs);
        CHECK_THROWS_AS(outputs(jobs), InputError);
    }
    CHECK(outputs(R"({"convert": {"to": "native"}, "output": "x/manifest.json"})").size() == 1);
}

TEST_CASE("a job makes what the same calls make", "[batch][perform]") {
    const ActorGraph graph = sample();
    const auto jobs = expand(plan_with(R"({"draw": {}, "output": "a.dot"},
        {"rank": {"by": ["betweenness", "degree"], "directed": true}, "output": "a.csv"},
        {"rank": {"by": "degree", "weight": "claims"}, "output": "a.json"},
        {"convert": {}, "output": "b.json"})"),
                             graph);
    const View view = apply(graph, clear_lens());
    DrawOptions options;
    options.size_label = "degree";
    options.size = compute(view.network, {}, Measure::degree);
    CHECK(perform(graph, jobs[0]).bytes ==
          draw(graph, clear_lens(), view, DrawFormat::dot, options));
    const View directed = apply(graph, clear_lens(), Direction::directed);
    CHECK(perform(graph, jobs[1]).bytes ==
          to_csv(ranking_table(graph,
                               rank(graph, directed, {{Measure::betweenness, Measure::degree}}))));
    CHECK(perform(graph, jobs[2]).bytes == ranking_json(graph, rank(graph, view)));
    const Made made = perform(graph, jobs[3]);
    CHECK(made.bytes.find("Secret") == std::string::npos);
    CHECK(made.marking == Tlp::clear);
    REQUIRE(made.warnings.size() == 2);
    CHECK(made.warnings[0] == "1 entities withheld above TLP clear");
    const Made back = unpack(pack(made));
    CHECK(back.bytes == made.bytes);
    CHECK(back.warnings == made.warnings);
    CHECK(back.marking == made.marking);
}
