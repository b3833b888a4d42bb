#include "support/catch.hpp"

#include <actormap/batch/plan.hpp>

using namespace actormap;

namespace {

/// What a plan is told, one message a line.
std::string told(const std::string& plan) {
    Diagnostics diagnostics;
    (void)read_plan(plan, "p", diagnostics);
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.all()) text += to_string(diagnostic) + '\n';
    return text;
}

std::string with_job(const std::string& job) {
    return told("{\"actormap-plan\": 1, \"inputs\": [\"x\"], \"jobs\": [\n" + job + "]}");
}

Plan good(const std::string& plan) {
    Diagnostics diagnostics;
    Plan read = read_plan(plan, "p", diagnostics);
    for (const Diagnostic& diagnostic : diagnostics.all()) UNSCOPED_INFO(to_string(diagnostic));
    REQUIRE(diagnostics.all().empty());
    return read;
}

bool begins(const std::string& text, const std::string& what) {
    UNSCOPED_INFO(text);
    return text.starts_with(what);
}

}  // namespace

TEST_CASE("a plan says what to make of which files", "[batch][plan]") {
    const Plan plan = good(R"({"actormap-plan": 1, "merge": "names", "description": "d",
"inputs": ["a*.json", {"files": ["b", "c"], "from": "misp"}],
"limits": {"seconds": 5, "memory-mb": 100},
"lenses": {"old": {"as-of": "2020", "tlp": "green"},
           "around": {"inherits": "old", "around": "apt31", "hops": 2, "as-of": "2021-03"}},
"jobs": [
  {"draw": {"theme": "print", "limit": 9}, "lens": "around", "output": "a.pdf"},
  {"rank": {"by": ["betweenness", "degree"], "directed": true, "raw": true}, "output": "r.csv",
   "lens": {"inherits": "old", "disputed": "exclude"}},
  {"convert": {"to": "stix"}, "for-each": "actor", "output": "{id}.json"}]})");
    REQUIRE(plan.inputs.size() == 3);
    CHECK(plan.inputs[0].pattern == "a*.json");
    CHECK(plan.inputs[2].pattern == "c");
    CHECK(plan.inputs[2].format == InputFormat::misp);
    CHECK(plan.merge_names);
    CHECK(plan.limits.cpu_seconds == 5);
    CHECK(plan.limits.memory_bytes == 100U << 20);
    REQUIRE(plan.jobs.size() == 3);
    CHECK(describe(plan.jobs[0].lens) ==
          "around apt31; hops 2; as-of 2021-03; tlp green; merge names");
    CHECK(describe(plan.jobs[1].lens) == "as-of 2020; disputed exclude; tlp green; merge names");
    CHECK(describe(plan.jobs[2].lens) == "tlp clear; merge names");
    const auto& draw = std::get<DrawJob>(plan.jobs[0].work);
    CHECK(draw.format == DrawFormat::pdf);
    CHECK(draw.options.theme == Theme::print);
    CHECK(draw.options.reduction->limit == 9);
    const auto& rank = std::get<RankJob>(plan.jobs[1].work);
    CHECK(rank.options.measures == std::vector{Measure::betweenness, Measure::degree});
    CHECK(rank.direction == Direction::directed);
    CHECK_FALSE(rank.options.measuring.normalized);
    CHECK(std::get<ConvertJob>(plan.jobs[2].work).format == OutputFormat::stix);
    CHECK(plan.jobs[2].for_each == ForEach::actor);
}

TEST_CASE("what is wrong with a plan is told with its place", "[batch][plan]") {
    CHECK(begins(told("{}"), "p:1:1: error: a plan begins with \"actormap-plan\": 1"));
    CHECK(begins(told("{\"actormap-plan\": 2}"), "p:1:19: error: a plan begins"));
    CHECK(begins(told("[]"), "p:1:1: error: the plan is a list; give an object [plan-value]"));
    CHECK(begins(told(R"({"actormap-plan": 1, "inputs": ["x"], "jobs": []})"),
                 "p:1:1: error: the plan has no 'jobs'; give it some [plan-job]"));
    CHECK(begins(told(R"({"actormap-plan": 1, "jobs": [{"draw": {}, "output": "a.svg"}]})"),
                 "p:1:1: error: the plan has no 'inputs'; name some files [plan-value]"));
    CHECK(begins(with_job(R"({"rank": {"damping": 7}, "output": "a.csv"})"),
                 "p:2:22: error: 'damping' is out of its range; give a number from 0 to 1"));
    CHECK(with_job(R"({"draw": {"thme": 1}, "output": "../a.svg"})").find("knows no 'thme'") !=
          std::string::npos);
    CHECK(begins(with_job(R"({"draw": {}, "output": "a.svg", "lense": "x"})"),
                 "p:2:42: error: a job knows no 'lense'; did you mean 'lens'? [plan-key]"));
    CHECK(begins(with_job(R"({"draw": {"them": "dark"}, "output": "a.svg"})"),
                 "p:2:19: error: 'draw' knows no 'them'; did you mean 'theme'? [plan-key]"));
    CHECK(begins(with_job(R"({"draw": {"theme": "drak"}, "output": "a.svg"})"),
                 "p:2:20: error: 'theme' of 'draw' does not know 'drak'; it takes light, dark, "
                 "print; did you mean 'dark'? [plan-value]"));
    CHECK(begins(with_job(R"({"draw": {}, "output": "a.svg", "lens": "x"})"),
                 "p:2:41: error: the plan has no lens 'x' [plan-lens]"));
    CHECK(begins(with_job(R"({"draw": {}, "output": "../a.svg"})"), "p:2:24: error: the output"));
    CHECK(begins(with_job(R"({"draw": {}, "rank": {}, "output": "a.svg"})"), "p:2:"));
    CHECK(begins(with_job(R"({"output": "a.svg"})"), "p:2:1: error: a job has one of 'draw'"));
    CHECK(begins(with_job(R"({"draw": {}})"), "p:2:1: error: a job without 'output'"));
    CHECK(begins(with_job(R"({"draw": {}, "output": "a.txt"})"),
                 "p:2:10: error: the output's ending names no picture"));
    CHECK(begins(with_job(R"({"draw": {}, "for-each": "actor", "output": "a.svg"})"),
                 "p:2:45: error: the output is the same for each"));
    CHECK(begins(with_job(R"({"draw": {}, "output": "{id}.svg"})"),
                 "p:2:24: error: nothing stands for the braces"));
    CHECK(begins(with_job(R"({"rank": {"top": -1}, "output": "a.csv"})"),
                 "p:2:18: error: 'top' of 'rank' is '-1'; give a whole number from 0"));
    CHECK(begins(with_job(R"({"draw": {}, "output": "a.svg", "lens": {"as-of": "2021-13"}})"),
                 "p:2:51: error: '2021-13' is no date"));
    CHECK(begins(told(R"({"actormap-plan": 1, "inputs": ["x"], "lenses": {"a": {"inherits": "b"},
"b": {"inherits": "a"}}, "jobs": [{"draw": {}, "output": "a.svg"}]})"),
                 "p:2:19: error: the lens 'a' inherits from itself"));
    CHECK_THROWS_AS(told("{\"actormap-plan\": 1,"), InputError);
}
