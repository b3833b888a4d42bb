#include "draw/sample.hpp"
#include "support/catch.hpp"

#include <actormap/batch/expand.hpp>
#include <actormap/batch/output_name.hpp>
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

std::vector<Job> expanded(const std::string& jobs, const ActorGraph& graph) {
    Diagnostics diagnostics;
    std::vector<Job> found = expand(plan_with(jobs), graph, diagnostics);
    CHECK(diagnostics.all().empty());
    return found;
}

std::vector<std::string> outputs(const std::string& jobs, const ActorGraph& graph = sample()) {
    std::vector<std::string> found;
    for (const Job& job : expanded(jobs, graph)) found.push_back(job.output);
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
    const auto jobs = expanded(R"({"draw": {"title": "About {name}"}, "for-each": "actor",
                      "lens": {"hops": 2}, "output": "{id}.svg"},
                     {"draw": {}, "for-each": "country", "output": "c/{id}.svg"},
                     {"draw": {}, "for-each": "year", "output": "y/{id}.svg"},
                     {"draw": {}, "output": "all.svg"})",
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

TEST_CASE("no name stops a plan, whoever chose it", "[batch][expand]") {
    const std::string long_name(199, 'n'), long_id(200, 'i');
    const ActorGraph graph = graph_of(R"({"actormap": 1, "entities": [
        {"id": "1", "type": "intrusion-set", "name": "manifest"},
        {"id": "2", "type": "intrusion-set", "name": "timings.json"},
        {"id": "3", "type": "intrusion-set", "name": "A"},
        {"id": "4)" + long_id + R"(", "type": "intrusion-set", "name": ")" +
                                      long_name + R"("},
        {"id": "5)" + long_id + R"(", "type": "intrusion-set", "name": ")" +
                                      long_name + R"("}]})");
    const Ids names = outputs(
        R"({"convert": {}, "for-each": "actor", "output": "{name}.json"},
           {"convert": {}, "for-each": "actor", "output": "{name}/x.json"},
           {"convert": {}, "output": "a.json"}, {"convert": {}, "output": "a/x.json/y.json"})",
        graph);
    REQUIRE(names.size() == 12);
    CHECK(names[0] == "manifest~1.json");
    CHECK(names[1] == "timings.json.json");
    CHECK(names[2] == "A~3.json");
    CHECK(names[6] == "timings.json~2/x.json");
    CHECK(names[7] == "A~3/x.json");
    std::set<std::string> keys;
    for (const std::string& name : names) {
        CHECK(keys.insert(path_key(name)).second);
        CHECK(name.size() <= 207);
    }
}

TEST_CASE("a year narrows the lens, and shows nothing that it hides", "[batch][expand]") {
    const ActorGraph graph = graph_of(R"({"actormap": 1,
        "speakers": [{"id": "s", "kind": "press"}],
        "sources": [{"id": "red", "publisher": "s", "date": "2024", "marking": "red"}],
        "entities": [{"id": "a", "type": "intrusion-set"}, {"id": "b", "type": "identity"},
                     {"id": "m", "type": "malware"}],
        "relations": [
            {"from": "a", "type": "targets", "to": "b", "start": "2020-08", "stop": "2021-02",
             "claims": [{"by": "s", "date": "2021-03"}, {"by": "s", "date": "2023"},
                        {"source": "red", "date": "2024"}]},
            {"from": "a", "type": "uses", "to": "m", "start": "2020-02", "stop": "2020-02",
             "claims": [{"by": "s", "date": "2022-05"}]}]})");
    const auto lenses = [&](const std::string& lens, const std::string& each) {
        std::string text;
        for (const Job& job : expanded(R"({"convert": {}, "lens": )" + lens + R"(, "for-each": ")" +
                                           each + R"(", "output": "{id}.json"})",
                                       graph))
            text += job.output + ": " + describe(job.lens) + '\n';
        return text;
    };
    CHECK(lenses("{}", "as-of-year") ==
          "2021.json: as-of 2021; tlp clear\n2022.json: as-of 2022; tlp clear\n"
          "2023.json: as-of 2023; tlp clear\n");
    CHECK(lenses(R"({"as-of": "2022-06"})", "as-of-year") ==
          "2021.json: as-of 2021; tlp clear\n2022.json: as-of 2022-06; tlp clear\n");
    CHECK(lenses(R"({"since": "2020-06"})", "year") ==
          "2020.json: since 2020-06; until 2020; tlp clear\n"
          "2021.json: since 2021; until 2021; tlp clear\n");
}

TEST_CASE("a job for nothing is told, and one whose lens is wrong has its place",
          "[batch][expand]") {
    Diagnostics diagnostics;
    CHECK(expand(plan_with(R"({"convert": {}, "for-each": "sector", "output": "{id}.json"})"),
                 sample(), diagnostics)
              .empty());
    REQUIRE(diagnostics.warnings() == 1);
    CHECK(diagnostics.all()[0].id == "plan-empty");
    try {
        (void)expand(plan_with(R"({"convert": {}, "for-each": "actor", "lens": {"around": "nobody"},
"output": "{id}.json"})"),
                     sample(), diagnostics);
        FAIL("no error");
    } catch (const InputError& error) {
        CHECK(to_string(error.where()) == "p:2:11");
        CHECK(error.id() == "name-unknown");
    }
}

TEST_CASE("a job makes what the same calls make", "[batch][perform]") {
    const ActorGraph graph = sample();
    const auto jobs = expanded(R"({"draw": {}, "output": "a.dot"},
        {"rank": {"by": ["betweenness", "degree"], "directed": true}, "output": "a.csv"},
        {"rank": {"by": "degree", "weight": "claims"}, "output": "a.json"},
        {"convert": {}, "output": "b.json"})",
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
    CHECK_FALSE(unpack("{}").has_value());
    CHECK_FALSE(unpack("nonsense\n").has_value());
    const Made back = unpack(pack(made)).value();
    CHECK(back.bytes == made.bytes);
    CHECK(back.warnings == made.warnings);
    CHECK(back.marking == made.marking);
}
