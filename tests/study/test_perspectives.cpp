#include "lens/oracle.hpp"
#include "lens/random_case.hpp"
#include "support/catch.hpp"

#include <actormap/study/perspectives.hpp>
#include <actormap/write/perspectives.hpp>

#include <map>
#include <set>
#include <string>

// What sides say of relations, against its definition: sentence by sentence on sets of names.

namespace actormap {
namespace {

using test::PlainClaim;
using test::PlainGraph;
using test::PlainRelation;
using Names = std::set<std::string>;

std::string speaker_of(const PlainGraph& g, const PlainClaim& c) {
    return c.by.empty() ? g.sources.at(c.source).publisher : c.by;
}

std::string side_of(const PlainGraph& g, const PlainClaim& c, SideBy by) {
    const auto& speaker = g.speakers.at(speaker_of(g, c));
    if (by == SideBy::speaker) return speaker.id;
    return by == SideBy::kind ? speaker.kind : speaker.country;
}

/// "view/stance/claims" of each side about one relation.
using Views = std::map<std::string, std::string>;

Views views(const PlainGraph& g, const PlainRelation& r, const lens_oracle::Answer& a, SideBy by) {
    Views result;
    Names sides;
    for (const PlainClaim& c : r.claims) {
        if (a.visible.contains(c.id) || a.withdrawn.contains(c.id)) sides.insert(side_of(g, c, by));
    }
    for (const std::string& side : sides) {
        Names stances, claims;
        for (const PlainClaim& c : r.claims) {
            if (side_of(g, c, by) != side) continue;
            if (a.visible.contains(c.id)) stances.insert(c.stance);
            if (a.visible.contains(c.id) || a.withdrawn.contains(c.id)) claims.insert(c.id);
        }
        const auto first_of = [&](std::initializer_list<const char*> words) {
            for (const char* word : words) {
                if (stances.contains(word)) return std::string(word);
            }
            return std::string();
        };
        const std::string carrying = first_of({"asserts", "supports", "hypothesises"});
        const std::string opposing = first_of({"denies", "disputes"});
        std::string& text = result[side];
        if (!carrying.empty() && !opposing.empty())
            text = "divided/";
        else if (!carrying.empty())
            text = "carries/" + carrying;
        else if (!opposing.empty())
            text = "opposes/" + opposing;
        else
            text = "withdrawn/";
        for (const std::string& c : claims) text += '/' + c;
    }
    return result;
}

std::string verdict(const Views& views) {
    int carry = 0, oppose = 0, divided = 0;
    for (const auto& [side, text] : views) {
        carry += text.starts_with("carries");
        oppose += text.starts_with("opposes");
        divided += text.starts_with("divided");
    }
    if (divided == 0 && carry == 0 && oppose == 0) return "withdrawn";
    if (divided == 0 && carry == 0) return "denied";
    if (divided == 0 && oppose == 0) return carry == 1 ? "one-sided" : "agreed";
    return "contested";
}

/// The relations that a lens shows: its edges, and what would be one if somebody carried it.
Names listed(const PlainGraph& g, const Lens& lens) {
    const auto edges = [](const PlainGraph& graph, const Lens& by) {
        Names result;
        for (const auto& [ends, edge] : lens_oracle::answer(graph, by, false).edges)
            result.insert(edge.relations.begin(), edge.relations.end());
        return result;
    };
    Names result = edges(g, lens);
    for (const std::string& id : lens_oracle::answer(g, lens, false).unclaimed) {
        PlainGraph carried = g;
        carried.speakers["zz"] = {"zz", "Zz", "organisation", "", ""};
        carried.relations.at(id).claims.push_back({"zz", "zz", "", "asserts", "", 100, 0});
        Lens hearing = lens;
        if (!hearing.according_to.empty()) hearing.according_to.push_back("zz");
        if (edges(carried, hearing).contains(id)) result.insert(id);
    }
    return result;
}

std::string note(const ActorGraph& graph, ClaimId id) {
    return graph[id].note.str();
}

}  // namespace

TEST_CASE("perspectives are what their definition says", "[study][property]") {
    const auto seed = GENERATE(range(0u, 700u));
    test::RandomCase random(seed);
    random.lens.roll_up.clear();
    std::erase_if(random.graph.relations,
                  [](const auto& entry) { return entry.second.from == entry.second.to; });
    Diagnostics diagnostics;
    const ActorGraph graph = test::build(random.graph, diagnostics);
    INFO("seed " << seed << ", lens: " << describe(random.lens) << '\n' << describe(random.graph));
    const PlainGraph& g = random.graph;
    const auto answer = lens_oracle::answer(g, random.lens, false);
    const Names expected = listed(g, random.lens);

    for (const SideBy by : {SideBy::speaker, SideBy::kind, SideBy::country}) {
        const Perspectives found =
            perspectives(graph, random.lens, apply(graph, random.lens), {by});
        Names relations;
        std::map<std::string, int> verdicts;
        std::map<std::string, std::map<std::string, int>> counts;  // of sides, by what they do
        std::map<std::pair<std::string, std::string>, std::pair<int, int>> pairs;
        int marking = 0;
        std::size_t said = 0;
        for (const SidedRelation& one : found.relations) {
            const PlainRelation& r = g.relations.at(graph[one.relation].id.str());
            relations.insert(r.id);
            Views have;
            for (const SidedClaims& side : one.sides) {
                std::string text(to_string(side.view));
                text += '/' + (side.stance ? std::string(to_string(*side.stance)) : "");
                Names claims;
                for (const ClaimId c : side.claims) claims.insert(note(graph, c));
                for (const std::string& c : claims) text += '/' + c;
                have[found.sides[side.side].id] = text;
            }
            const Views want = views(g, r, answer, by);
            CHECK(have == want);
            CHECK(to_string(one.verdict) == verdict(want));
            ++verdicts[verdict(want)];
            for (const auto& [a, of_a] : want) {
                ++counts[a][of_a.substr(0, of_a.find('/'))];
                if (of_a[0] == 'c' && verdict(want) == "one-sided") ++counts[a]["alone"];
                for (const auto& [b, of_b] : want) {
                    const bool a_carries = of_a[0] == 'c', b_carries = of_b[0] == 'c';
                    const bool a_opposes = of_a[0] == 'o', b_opposes = of_b[0] == 'o';
                    if (a == b) continue;
                    if (a_carries && b_carries) ++pairs[{a, b}].first;
                    if ((a_carries && b_opposes) || (a_opposes && b_carries))
                        ++pairs[{a, b}].second;
                }
            }
            marking = std::max(
                {marking, r.marking, g.entities.at(r.from).marking, g.entities.at(r.to).marking});
            for (const PlainClaim& c : r.claims) {
                if (!answer.visible.contains(c.id) && !answer.withdrawn.contains(c.id)) continue;
                ++said;
                marking = std::max(
                    {marking, c.marking, c.source.empty() ? 0 : g.sources.at(c.source).marking});
            }
        }
        CHECK(relations == expected);
        CHECK(found.relations.size() == expected.size());
        CHECK(static_cast<int>(found.marking) == marking);
        std::size_t claims = 0;
        for (const SidedRelation& one : found.relations) {
            for (const SidedClaims& side : one.sides) claims += side.claims.size();
        }
        CHECK(claims == said);  // nothing is lost, and nothing counts twice
        std::size_t all = 0;
        for (std::size_t v = 0; v < agreements; ++v) {
            const std::string word(to_string(static_cast<Agreement>(v)));
            CHECK(found.verdicts[v] == static_cast<std::size_t>(verdicts[word]));
            all += found.verdicts[v];
        }
        CHECK(all == found.relations.size());
        CHECK(found.sides.size() == counts.size());
        for (const PerspectiveSide& side : found.sides) {
            auto& want = counts[side.id];
            CHECK(static_cast<int>(side.carries) == want["carries"]);
            CHECK(static_cast<int>(side.opposes) == want["opposes"]);
            CHECK(static_cast<int>(side.divided) == want["divided"]);
            CHECK(static_cast<int>(side.withdrawn) == want["withdrawn"]);
            CHECK(static_cast<int>(side.alone) == want["alone"]);
        }
        REQUIRE(found.pairs);
        CHECK(found.pairs->size() * 2 == pairs.size());
        for (const SidePair& pair : *found.pairs) {
            const auto& want = pairs[{found.sides[pair.first].id, found.sides[pair.second].id}];
            CHECK(pair.first < pair.second);
            CHECK(static_cast<int>(pair.both_carry) == want.first);
            CHECK(static_cast<int>(pair.contradict) == want.second);
        }
    }
}

TEST_CASE("verdicts choose what is listed and nothing else", "[study][property]") {
    const auto seed = GENERATE(range(0u, 200u));
    test::RandomCase random(seed);
    random.lens.roll_up.clear();
    Diagnostics diagnostics;
    const ActorGraph graph = test::build(random.graph, diagnostics);
    INFO("seed " << seed << ", lens: " << describe(random.lens) << '\n' << describe(random.graph));
    const View view = apply(graph, random.lens);
    const auto text = [&](const Perspectives& of) {
        return perspectives_json(graph, view.selection, of);
    };
    const Perspectives all = perspectives(graph, random.lens, view, {SideBy::speaker});
    for (unsigned set = 0; set < 1u << agreements; ++set) {
        PerspectivesOptions options{SideBy::speaker, {}};
        Perspectives expected = all;
        std::set<Agreement> wanted;
        for (std::size_t v = 0; v < agreements; ++v) {
            if ((set >> v & 1) != 0) wanted.insert(static_cast<Agreement>(v));
        }
        for (const Agreement verdict : wanted) options.verdicts.push_back(verdict);
        if (!wanted.empty())
            std::erase_if(expected.relations, [&](const SidedRelation& relation) {
                return !wanted.contains(relation.verdict);
            });
        CHECK(text(perspectives(graph, random.lens, view, options)) == text(expected));
    }
}

TEST_CASE("every speaker its own side only divides what kinds and countries unite",
          "[study][property]") {
    const auto seed = GENERATE(range(0u, 200u));
    test::RandomCase random(seed);
    random.lens.roll_up.clear();
    Diagnostics diagnostics;
    const ActorGraph graph = test::build(random.graph, diagnostics);
    INFO("seed " << seed << ", lens: " << describe(random.lens) << '\n' << describe(random.graph));
    const View view = apply(graph, random.lens);
    const auto of = [&](SideBy by) { return perspectives(graph, random.lens, view, {by}); };
    const Perspectives speakers = of(SideBy::speaker), kinds = of(SideBy::kind);
    REQUIRE(speakers.relations.size() == kinds.relations.size());
    for (std::size_t i = 0; i < kinds.relations.size(); ++i) {
        const Agreement fine = speakers.relations[i].verdict, coarse = kinds.relations[i].verdict;
        CHECK(speakers.relations[i].relation == kinds.relations[i].relation);
        // Uniting sides can only make one of two that agree, and never changes who is against whom.
        CHECK((coarse == fine || (fine == Agreement::agreed && coarse == Agreement::one_sided)));
    }
}

}  // namespace actormap
