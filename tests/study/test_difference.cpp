#include "lens/random_case.hpp"
#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/study/difference.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

using namespace actormap;
using namespace actormap::test;

namespace {

using Strings = std::vector<std::string>;

Strings lines(const Difference& difference) {
    Strings result;
    for (const Change& c : difference.changes) {
        std::string line(to_string(c.kind));
        ((line += ' ') += to_string(c.what)) += ": " + c.subject;
        if (!c.by.empty()) line += " by " + c.by;
        if (!c.date.empty()) line += " on " + to_string(c.date);
        if (!c.detail.empty()) line += " (" + c.detail + ")";
        result.push_back(line);
    }
    return result;
}

Difference compare(const ActorGraph& before, const ActorGraph& after) {
    const Lens lens;
    return difference({before, lens}, {after, lens});
}

std::string graph_text(const std::string& entities, const std::string& claims) {
    return R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}, {"id": "t", "kind": "press"}],
"entities": [{"id": "a", "type": "tool", "name": "A"}, {"id": "b", "type": "identity", "name": "B"})" +
           entities +
           R"(], "relations": [{"from": "a", "type": "targets", "to": "b", "claims": [)" + claims +
           "]}]}";
}

Strings between(const std::string& before, const std::string& after) {
    return lines(compare(read_text(before).graph(), read_text(after).graph()));
}

ActorGraph random_graph_of(std::uint32_t seed) {
    Diagnostics diagnostics;
    return test::build(test::RandomCase(seed).graph, diagnostics);
}

// What a graph says, as sets of texts made from nothing but its lists.

std::set<std::string> entity_ids(const ActorGraph& graph) {
    std::set<std::string> ids;
    for (const Entity& entity : graph.entities()) ids.insert(entity.id);
    return ids;
}

using Said = std::multiset<std::string>;

Said said_in(const ActorGraph& graph) {
    Said said;
    for (const Relation& r : graph.relations()) {
        std::string what(std::string_view(r.id));
        if (what.empty())
            what = graph[r.from].id + ' ' + std::string(std::string_view(r.type)) + ' ' +
                   graph[r.to].id + ' ' + to_string(r.when.start) + '/' + to_string(r.when.stop);
        for (const Claim& c : graph.claims(r.claims))
            said.insert(what + '|' + graph[c.by].id + '|' + (c.source ? graph[*c.source].id : "") +
                        '|' + to_string(c.date) + '|' + std::string(to_string(c.stance)));
    }
    return said;
}

std::size_t only_in(const Said& a, const Said& b) {
    Said rest;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(rest, rest.end()));
    return rest.size();
}

std::size_t relation_claims(const Difference& difference, ChangeKind kind) {
    return static_cast<std::size_t>(
        std::count_if(difference.changes.begin(), difference.changes.end(), [&](const Change& c) {
            return c.what == ChangeOf::claim && c.kind == kind && !c.relation.empty();
        }));
}

}  // namespace

TEST_CASE("a graph does not differ from itself", "[study][property]") {
    const auto seed = GENERATE(range(0u, 300u));
    test::RandomCase random(seed);
    random.lens.roll_up.clear();
    Diagnostics diagnostics;
    const ActorGraph graph = test::build(random.graph, diagnostics);
    INFO("seed " << seed << ", lens: " << describe(random.lens) << '\n' << describe(random.graph));
    CHECK(lines(compare(graph, graph)).empty());
    CHECK(lines(difference({graph, random.lens}, {graph, random.lens})).empty());
}

TEST_CASE("differences are those of sets, and turn round with the sides", "[study][property]") {
    const auto seed = GENERATE(range(0u, 300u));
    const ActorGraph a = random_graph_of(seed), b = random_graph_of(seed + 1000);
    INFO("seed " << seed);
    const Difference there = compare(a, b), back = compare(b, a);
    for (const ChangeOf what : {ChangeOf::entity, ChangeOf::name, ChangeOf::relation,
                                ChangeOf::claim, ChangeOf::stance}) {
        CHECK(there.count(what, ChangeKind::added) == back.count(what, ChangeKind::removed));
        CHECK(there.count(what, ChangeKind::removed) == back.count(what, ChangeKind::added));
        CHECK(there.count(what, ChangeKind::changed) == back.count(what, ChangeKind::changed));
    }
    const auto old_ids = entity_ids(a), new_ids = entity_ids(b);
    std::size_t fresh = 0;
    for (const std::string& id : new_ids) {
        if (!old_ids.contains(id)) ++fresh;
    }
    CHECK(there.count(ChangeOf::entity, ChangeKind::added) == fresh);
    const Said old_said = said_in(a), new_said = said_in(b);
    CHECK(relation_claims(there, ChangeKind::added) == only_in(new_said, old_said));
    CHECK(relation_claims(there, ChangeKind::removed) == only_in(old_said, new_said));
}

TEST_CASE("differences in words", "[study]") {
    const std::string before = graph_text("", R"({"by": "s", "date": "2020", "confidence": 50})");
    CHECK(between(before, before).empty());
    CHECK(between(before, graph_text(R"(, {"id": "c", "type": "tool", "name": "C"})",
                                     R"({"by": "s", "date": "2020", "confidence": 80})")) ==
          Strings{"added entity: C (tool)",
                  "changed claim: A targets B by s on 2020 (asserts; confidence: 50 -> 80)"});
    CHECK(between(before, graph_text("", R"({"by": "s", "date": "2020", "confidence": 50},
                                            {"by": "t", "date": "2021", "stance": "denies"})")) ==
          Strings{"added claim: A targets B by t on 2021 (denies)"});
    CHECK(between(before, graph_text("", R"({"by": "s", "date": "2020", "confidence": 50},
                                            {"by": "s", "date": "2021", "stance": "retracts"})")) ==
          Strings{"removed relation: A targets B by s on 2021 (withdrawn)",
                  "added claim: A targets B by s on 2021 (retracts)",
                  "changed stance: A targets B by s on 2021 (asserts -> retracts)"});
    // The order of claims in a file is no difference.
    CHECK(between(graph_text("", R"({"by": "s"}, {"by": "t"})"),
                  graph_text("", R"({"by": "t"}, {"by": "s"})"))
              .empty());
    // Nor is that one of them has an id for the relation.
    std::string with_id = before;
    with_id.insert(with_id.find("\"from\""), "\"id\": \"r\", ");
    CHECK(between(before, with_id).empty());
}

TEST_CASE("differences of entities and names", "[study]") {
    const auto entity = [](const std::string& members) {
        return R"({"actormap": 1, "speakers": [{"id": "s", "kind": "press"}], "entities": [{"id": "a")" +
               members + "}]}";
    };
    CHECK(between(
              entity(
                  R"(, "type": "tool", "name": "A", "description": "d", "roles": ["r"], "x_p": 1)"),
              entity(R"(, "type": "malware", "name": "B", "marking": "green", "x_p": 2)")) ==
          Strings{"changed entity: B (malware) (type: tool -> malware; name: A -> B; description; "
                  "roles: r -> –; marking: clear -> green; x_p)"});
    CHECK(
        between(
            entity(R"(, "type": "tool", "names": [{"name": "N"}])"),
            entity(R"(, "type": "tool", "names": [{"name": "N", "by": "s", "since": "2020"}])")) ==
        Strings{"removed name: N, a name of a", "added name: N, a name of a by s on 2020"});
}

TEST_CASE("two dates of one graph show what was said between them", "[study]") {
    const ActorGraph graph = read_text(graph_text("", R"({"by": "s", "date": "2020-03"},
                                    {"by": "t", "date": "2021", "stance": "disputes"})"))
                                 .graph();
    const auto at = [](const char* date) {
        Lens lens;
        lens.as_of = PartialDate::parse(date).value();
        return lens;
    };
    const Lens early = at("2020-03-30"), middle = at("2020-03-31"), late = at("2021");
    CHECK(lines(difference({graph, early}, {graph, middle})) ==
          Strings{"added entity: A (tool)", "added entity: B (identity)",
                  "added relation: A targets B by s on 2020-03",
                  "added claim: A targets B by s on 2020-03 (asserts)"});
    CHECK(lines(difference({graph, middle}, {graph, late})) ==
          Strings{"added claim: A targets B by t on 2021 (disputes)"});
    CHECK(lines(difference({graph, late}, {graph, middle})) ==
          Strings{"removed claim: A targets B by t on 2021 (disputes)"});
}
