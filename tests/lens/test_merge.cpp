#include "lens/merge_oracle.hpp"
#include "read/reading.hpp"
#include "support/catch.hpp"

#include <actormap/base/text.hpp>
#include <actormap/lens/merge.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

/// The entities of each union, and the others alone.
MergeOracle::Groups groups_of(const MergeCase& from, const Merged& merged) {
    MergeOracle::Groups groups;
    std::set<std::string> seen;
    for (const Union& one : merged.unions) {
        MergeOracle::Group group;
        for (const Part& part : one.parts) group.insert(part.id);
        groups.insert(group);
        seen.insert(group.begin(), group.end());
    }
    for (const auto& [id, entity] : from.entities) {
        if (!seen.contains(id)) groups.insert({id});
    }
    return groups;
}

/// A native file with entities of one type: (id, names).
std::string actors(const std::vector<std::pair<std::string, std::vector<std::string>>>& list,
                   const std::string& more = "", const std::string& type = "intrusion-set") {
    std::string text =
        "{\"actormap\": 1, \"speakers\": [{\"id\": \"s\", \"kind\": \"vendor\"}], \"entities\": [";
    for (std::size_t i = 0; i < list.size(); ++i) {
        text += (i == 0 ? "" : ",") + std::string("{\"id\": ") + json_string(list[i].first) +
                ", \"type\": \"" + type + "\", \"name\": " + json_string(list[i].second.at(0)) +
                ", \"names\": [";
        for (std::size_t n = 1; n < list[i].second.size(); ++n)
            text += (n == 1 ? "" : ",") + std::string("{\"name\": ") +
                    json_string(list[i].second[n]) + "}";
        text += "]}";
    }
    return text + "]" + more + "}";
}

Merged merge_texts(const std::vector<std::string>& texts) {
    std::vector<std::pair<std::string, std::string>> inputs;
    for (std::size_t i = 0; i < texts.size(); ++i)
        inputs.emplace_back("f" + std::to_string(i), texts[i]);
    const Reading reading = read_inputs(inputs);
    CHECK(reading.said.empty());
    return merge_names(reading.graph());
}

std::vector<std::string> reasons(const Merged& merged) {
    std::vector<std::string> result;
    for (const Refusal& refusal : merged.refusals)
        result.push_back(std::string(to_string(refusal.kind)) + ": " + refusal.reason);
    return result;
}

}  // namespace

TEST_CASE("names: what a key leaves out", "[base]") {
    CHECK(name_key("APT 31") == "apt31");
    CHECK(name_key("Apt-31.") == "apt31");
    CHECK(name_key("ＡＰＴ３１") == "apt31");  // full width
    CHECK(name_key("Stra\u00dfe") == "strasse");
    CHECK(name_key("e\u0301") == name_key("\u00e9"));
    CHECK(name_key("\u200fAPT\u200b31\u202e") == "apt31");  // marks that are not seen
    CHECK(name_key("C++") != name_key("C"));
    CHECK(name_key("a\tb\nc") == "abc");
    for (char c = 0; c >= 0 && c < 127; ++c) {  // the short way for ASCII is the same as the long
        const std::string one(1, c);
        CHECK(name_key(one) + "\u00e9" == name_key(one + "\u00e9"));
    }
    CHECK(name_key("«–_(¡)» ").empty());
    CHECK(name_key("").empty());
    CHECK(name_key("\xff").empty());
    CHECK(name_key("А") != name_key("A"));  // Cyrillic
}

TEST_CASE("merging equals its definition on random cases", "[lens][property]") {
    const auto seed = GENERATE(range(0u, 1500u));
    const MergeCase random = random_merge_case(seed);
    INFO("seed " << seed << '\n' << describe(random));
    const ActorGraph graph = build(random);
    const Merged merged = merge_names(graph);
    CHECK(groups_of(random, merged) == MergeOracle(random).groups());

    // The order of files and entities decides nothing but which part is the first.
    CHECK(groups_of(random, merge_names(build(random, true))) == groups_of(random, merged));

    const Merged again = merge_names(merged.graph);
    CHECK(again.graph == merged.graph);

    std::set<std::pair<std::string, std::string>> judged;
    for (const auto& [a, b, verdict] : random.judgements) {
        if (verdict == "same") judged.emplace(a, b);
    }
    for (const Union& one : merged.unions) {
        std::map<std::string, std::string> users;
        for (const Part& part : one.parts) {
            const auto [at, fresh] = users.try_emplace(part.file, part.id);
            CHECK((fresh || !judged.empty()));
        }
        CHECK(one.parts.size() > 1);
        CHECK(!one.reasons.empty());
    }
}

TEST_CASE("merging: a united entity keeps everything of its parts", "[lens]") {
    const Merged merged = merge_texts(
        {actors(
             {{"x", {"Panda", "A"}}},
             R"(, "relations": [{"from": "x", "type": "uses", "to": "x", "claims": [{"by": "s", "date": "2020"}]}])"),
         actors(
             {{"b", {"PANDA!", "B"}}, {"v", {"V"}}},
             R"(, "relations": [{"from": "b", "type": "targets", "to": "v", "id": "r", "claims": [{"by": "s"}]},
                {"from": "b", "type": "uses", "to": "b", "claims": [{"by": "s", "date": "2021"}]}],
                "judgements": [{"entities": ["b", "v"], "verdict": "different"}])",
             "threat-actor")});
    REQUIRE(merged.unions.size() == 1);
    const Union& one = merged.unions[0];
    CHECK(one.id == "x");
    CHECK(one.parts == std::vector<Part>{{"b", "threat-actor", "PANDA!", "f1"},
                                         {"x", "intrusion-set", "Panda", "f0"}});
    CHECK(one.reasons == std::vector<UnionReason>{{UnionKind::name, "b", "x", "panda", "", ""}});
    CHECK(merged.refusals.empty());
    const ActorGraph& graph = merged.graph;
    REQUIRE(graph.entities().size() == 2);
    const Entity& entity = graph.entities()[1];
    CHECK(entity.name == "Panda");
    CHECK(entity.type == "intrusion-set");
    std::vector<std::string> names;
    for (const Name& name : entity.names) names.push_back(name.name);
    CHECK(names == std::vector<std::string>{"A", "B", "PANDA!"});
    REQUIRE(entity.properties.size() == 1);
    for (const Property& property : entity.properties)
        CHECK(
            std::string_view(property.json) ==
            R"([{"id":"b","type":"threat-actor","name":"PANDA!","file":"f1"},{"id":"x","type":"intrusion-set","name":"Panda","file":"f0"}])");
    REQUIRE(graph.relations().size() == 2);
    CHECK(graph[graph.relations()[0].to].id == "v");
    CHECK(std::string_view(graph.relations()[0].id) == "r");
    CHECK(graph.relations()[1].claims.count == 2);  // equal relations unite their claims
    REQUIRE(graph.judgements().size() == 1);
    CHECK(graph.judgements()[0].first == "v");
    CHECK(graph.judgements()[0].second == "x");
}

TEST_CASE("merging: what is refused, and why", "[lens]") {
    using Strings = std::vector<std::string>;
    CHECK(reasons(merge_texts(
              {actors({{"a", {"Panda"}}}), actors({{"b", {"panda"}}, {"c", {"Panda"}}})})) ==
          Strings{"ambiguous: f1 has the name 'panda' for several"});
    CHECK(reasons(merge_texts(
              {actors({{"a", {"k1", "k2"}}}), actors({{"b", {"K1"}}, {"c", {"K2"}}})})) ==
          Strings{"ambiguous: 'a' agrees alike with 'b', 'c' of f1"});
    const Merged lesser = merge_texts(
        {actors({{"a", {"k1", "k2", "k3"}}}), actors({{"b", {"K1"}}, {"c", {"K2", "k3"}}})});
    CHECK(lesser.unions.size() == 1);
    CHECK(lesser.graph.find_entity("b").has_value());
    CHECK(!lesser.graph.find_entity("c").has_value());
    // Chains: a-b and b-c would make a and c one.
    const Merged chain =
        merge_texts({actors({{"a", {"k1"}}, {"c", {"k2"}}}), actors({{"b", {"K1", "K2"}}})});
    CHECK(chain.unions.empty());
    const Merged judged =
        merge_texts({actors({{"a", {"k1"}}}),
                     actors({{"b", {"k1"}}},
                            R"(, "judgements": [{"entities": ["a", "b"], "verdict": "unsure"}])")});
    CHECK(reasons(judged) == Strings{"judged: 'a' and 'b' are judged different or unsure"});
    const Merged types = merge_texts(
        {actors({{"a", {"k1"}}}),
         actors({{"b", {"k1"}}}, R"(, "judgements": [{"entities": ["a", "b"], "verdict": "same"}])",
                "tool")});
    CHECK(reasons(types) == Strings{"other-type: 'a' and 'b' are of different types or countries"});
}

TEST_CASE("merging: judgements and ids beyond names", "[lens]") {
    const std::string same =
        R"(, "judgements": [{"entities": ["a", "b"], "verdict": "same", "by": "s"}])";
    const Merged judged = merge_texts({actors({{"a", {"X"}}, {"b", {"Y"}}}, same)});
    REQUIRE(judged.unions.size() == 1);  // even of one file
    CHECK(judged.unions[0].reasons ==
          std::vector<UnionReason>{{UnionKind::judgement, "a", "b", "", "s", ""}});

    const Merged ids = merge_texts(
        {actors({{"a", {"X", "G0128"}}}),
         R"({"actormap": 1, "entities": [{"id": "b", "type": "threat-actor", "name": "Y",
        "external_references": [{"source_name": "cve", "external_id": "1"}, {"source_name": "mitre-attack", "external_id": "G0128"}]},
        {"id": "c", "type": "intrusion-set", "meta": {"external_id": "G0128"}, "revoked": true}]})"});
    REQUIRE(ids.unions.size() == 1);
    CHECK(ids.unions[0].reasons ==
          std::vector<UnionReason>{{UnionKind::attack_id, "a", "b", "G0128", "", ""}});

    const auto similar = [](const std::string& confidence) {
        return merge_texts(
                   {actors({{"a", {"X"}}}),
                    actors(
                        {{"b", {"Y"}}},
                        R"(, "relations": [{"from": "a", "type": "similar", "to": "b", "claims": [{"by": "s")" +
                            confidence + "}]}]")})
            .unions.size();
    };
    CHECK(similar("") == 1);
    CHECK(similar(R"(, "confidence": 51)") == 1);
    CHECK(similar(R"(, "confidence": 50)") == 0);
    CHECK(similar(R"(, "confidence": {"words": "even", "low": 45, "high": 55})") == 0);
    CHECK(similar(R"(, "stance": "denies")") == 0);

    const std::string place =
        R"({"actormap": 1, "entities": [{"id": "ID", "type": "location", "name": "NAME", "country": "CC"}]})";
    const auto location = [&](const std::string& id, const std::string& name,
                              const std::string& code) {
        std::string text = place;
        text.replace(text.find("ID\""), 2, id);
        text.replace(text.find("NAME"), 4, name);
        text.replace(text.find("CC"), 2, code);
        return text;
    };
    CHECK(
        merge_texts({location("a", "Finland", "FI"), location("b", "Suomi", "FI")}).unions.size() ==
        1);
    CHECK(merge_texts({location("a", "Same", "FI"), location("b", "Same", "NO")}).unions.empty());
}

TEST_CASE("merging: entities that files share belong to all of them", "[lens]") {
    // f0 keeps x and y apart, f1 has x as well: z of f1 can't become y's by way of x.
    const Merged merged =
        merge_texts({actors({{"x", {"A"}}, {"y", {"B"}}}), actors({{"x", {"A"}}, {"z", {"B"}}})});
    REQUIRE(merged.unions.size() == 2);
    CHECK(merged.unions[0].reasons ==
          std::vector<UnionReason>{{UnionKind::id, "x", "x", "x", "", ""}});
    CHECK(merged.unions[0].parts.size() == 2);
    CHECK(merged.unions[1].parts.size() == 2);
}

TEST_CASE("merging: hostile names", "[lens]") {
    // Names of which nothing is left unite nothing, and are not ambiguous either.
    const Merged empty =
        merge_texts({actors({{"a", {"!!!"}}, {"c", {"—"}}}), actors({{"b", {"???"}}})});
    CHECK(empty.unions.empty());
    CHECK(empty.refusals.empty());
    CHECK(merge_texts({actors({{"a", {"\u200fAPT\u200e 1"}}}), actors({{"b", {"apt1"}}})})
              .unions.size() == 1);

    std::vector<std::pair<std::string, std::vector<std::string>>> many;
    for (int i = 0; i < 10'000; ++i) many.push_back({"e" + std::to_string(i), {"same"}});
    const Merged crowd = merge_texts({actors(many), actors({{"a", {"Same"}}})});
    CHECK(crowd.unions.empty());
    REQUIRE(crowd.refusals.size() == 1);
    CHECK(crowd.refusals[0].entities.size() == 10'001);

    std::vector<std::string> files;
    for (int i = 0; i < 200; ++i) files.push_back(actors({{"e" + std::to_string(i), {"same"}}}));
    CHECK(merge_texts(files).graph.entities().size() == 1);
}
