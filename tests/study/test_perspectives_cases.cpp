#include "lens/record.hpp"
#include "support/catch.hpp"

#include <actormap/study/perspectives.hpp>
#include <actormap/write/perspectives.hpp>

#include <string>

// What sides say of relations in cases made by hand, and in the curated graphs.

namespace actormap {

using test::error_of;
using test::record;

TEST_CASE("loops, withdrawals and dates of one relation", "[study]") {
    const ActorGraph graph = test::read_text(R"({"actormap": 1,
        "speakers": [{"id": "s", "kind": "press", "name": "S"}, {"id": "t", "kind": "vendor", "country": "FI"},
                     {"id": "u", "kind": "vendor", "country": "NO"}],
        "entities": [{"id": "a", "type": "tool"}, {"id": "b", "type": "identity"}, {"id": "c", "type": "identity"}],
        "relations": [
            {"from": "a", "type": "related-to", "to": "a", "claims": [{"by": "s"}]},
            {"from": "a", "type": "targets", "to": "b", "claims": [
                {"by": "s", "date": "2020-03", "confidence": 30}, {"by": "s", "date": "2020-02-05", "confidence": 60},
                {"by": "s", "date": "2021", "stance": "retracts"},
                {"by": "t", "date": "2021-05", "stance": "supports", "confidence": 40},
                {"by": "t", "stance": "hypothesises", "confidence": 90}, {"by": "u", "date": "2021", "stance": "disputes"}]},
            {"from": "a", "type": "targets", "to": "c", "claims": [{"by": "u", "stance": "denies"}]}]})");
    const Lens lens;
    const Perspectives found = perspectives(graph, lens, apply(graph, lens), {SideBy::speaker});
    REQUIRE(found.relations.size() == 3);
    CHECK(found.relations[0].verdict == Agreement::one_sided);
    const SidedRelation& disputed = found.relations[1];
    CHECK(disputed.verdict == Agreement::contested);
    REQUIRE(disputed.sides.size() == 3);
    CHECK(disputed.sides[0].view == SideView::withdrawn);
    CHECK(disputed.sides[0].said == Interval{test::day("2020-02-05"), test::day("2021")});
    CHECK(!disputed.sides[0].confidence);  // what is taken back states none
    CHECK(disputed.sides[1].stance == Stance::supports);
    CHECK(disputed.sides[1].confidence == 90);
    CHECK(disputed.sides[1].said == Interval{test::day("2021-05"), test::day("2021-05")});
    CHECK(disputed.sides[2].stance == Stance::disputes);
    CHECK(found.relations[2].verdict == Agreement::denied);
    const Perspectives by_kind = perspectives(graph, lens, apply(graph, lens), {SideBy::kind});
    CHECK(by_kind.relations[1].sides[1].view == SideView::withdrawn);  // vendor before press
    CHECK(by_kind.relations[1].sides[0].view == SideView::divided);
    CHECK(by_kind.relations[1].verdict == Agreement::contested);
    const Perspectives by_country =
        perspectives(graph, lens, apply(graph, lens), {SideBy::country});
    CHECK(by_country.sides.front().id.empty());
    CHECK(by_country.sides[1].name == "Finland");
    // As of 2020 nobody has contradicted anybody.
    const Lens early{.as_of = test::day("2020")};
    const Perspectives then = perspectives(graph, early, apply(graph, early), {SideBy::kind});
    CHECK(then.relations[1].verdict == Agreement::agreed);
    const Lens rolled{.roll_up = {RollUp::victims_country}};
    CHECK(error_of([&] { (void)perspectives(graph, rolled, apply(graph, rolled)); }) ==
          "lens-roll-up: rolled-up edges are no relations, so nobody's view of them can be "
          "compared; leave out --roll-up");
}

TEST_CASE("what nobody carries is listed where it would be an edge", "[study]") {
    // a - b and a - c hold; what is denied: b - c, c - d, d - e, x - y, and d to itself.
    const ActorGraph graph = test::read_text(R"({"actormap": 1,
        "speakers": [{"id": "s", "kind": "press"}],
        "entities": [{"id": "a", "type": "tool"}, {"id": "b", "type": "tool"}, {"id": "c", "type": "tool"},
                     {"id": "d", "type": "tool"}, {"id": "e", "type": "malware"}, {"id": "x", "type": "tool"}, {"id": "y", "type": "tool"}],
        "relations": [
            {"from": "a", "type": "related-to", "to": "b", "claims": [{"by": "s"}]},
            {"from": "a", "type": "related-to", "to": "c", "claims": [{"by": "s"}]},
            {"from": "b", "type": "related-to", "to": "c", "claims": [{"by": "s", "stance": "denies"}]},
            {"from": "c", "type": "uses", "to": "d", "claims": [{"by": "s", "stance": "denies"}]},
            {"from": "d", "type": "related-to", "to": "d", "claims": [{"by": "s", "stance": "denies"}]},
            {"from": "d", "type": "related-to", "to": "e", "claims": [{"by": "s", "stance": "denies"}]},
            {"from": "x", "type": "related-to", "to": "y", "claims": [{"by": "s", "stance": "denies"}]}]})");
    const auto shown = [&](const Lens& lens) {
        std::string text;
        for (const SidedRelation& one : perspectives(graph, lens, apply(graph, lens)).relations)
            text += ' ' + graph[one.from].id + graph[one.to].id;
        return text;
    };
    CHECK(shown({}) == " ab ac bc cd dd de xy");
    CHECK(shown({.types = {"tool"}}) == " ab ac bc cd dd xy");
    CHECK(shown({.relations = {"uses"}}) == " cd");
    CHECK(shown({.around = {"a"}}) == " ab ac bc");
    CHECK(shown({.around = {"a"}, .hops = 0}).empty());
    CHECK(shown({.around = {"a"}, .hops = 2}) == " ab ac bc cd");
    CHECK(shown({.around = {"b", "c"}, .hops = 0}) == " bc");
    CHECK(shown({.around = {"d"}, .hops = 0}) == " dd");
    CHECK(shown({.around = {"d"}}) == " cd dd de");
    CHECK(shown({.types = {"tool"}, .around = {"e"}}).empty());
    CHECK(shown({.around = {"x"}}) == " xy");
    const Lens directed{.around = {"c"}, .hops = 2};
    CHECK(perspectives(graph, directed, apply(graph, directed, Direction::directed))
              .relations.size() ==
          perspectives(graph, directed, apply(graph, directed)).relations.size());
    CHECK(
        error_of([&] { (void)shown({.countries = {"Atlantis"}}); }).starts_with("unknown-country"));
}

TEST_CASE("pairs of more than a thousand sides are not counted, and all else is", "[study]") {
    const auto of = [](std::size_t speakers) {
        std::string named, claims;
        for (std::size_t i = 0; i < speakers; ++i) {
            const std::string id = 's' + std::to_string(i), comma = i == 0 ? "" : ", ";
            named += comma + R"({"id": ")" + id + R"(", "kind": "press"})";
            claims += comma + R"({"by": ")" + id + (i == 0 ? R"(", "stance": "denies"})" : "\"}");
        }
        return test::read_text(R"({"actormap": 1, "speakers": [)" + named + R"(],
            "entities": [{"id": "a", "type": "tool"}, {"id": "b", "type": "tool"}],
            "relations": [{"from": "a", "type": "related-to", "to": "b", "claims": [)" +
                               claims + "]}]}");
    };
    const Lens lens;
    const ActorGraph most = of(most_paired_sides), more = of(20'000);
    const View few = apply(most, lens), many = apply(more, lens);
    const Perspectives paired = perspectives(most, lens, few, {SideBy::speaker});
    REQUIRE(paired.pairs);
    CHECK(paired.pairs->size() == 1000 * 999 / 2);
    std::size_t both = 0, against = 0;
    for (const SidePair& pair : *paired.pairs) {
        both += pair.both_carry;
        against += pair.contradict;
    }
    CHECK(both == 999 * 998 / 2);
    CHECK(against == 999);
    CHECK(unpaired_note(paired).empty());
    CHECK(perspectives_summary(paired).size() == 3);
    const Perspectives found = perspectives(more, lens, many, {SideBy::speaker});
    CHECK(!found.pairs);
    CHECK(found.sides.size() == 20'000);
    CHECK(found.sides[0].opposes == 1);
    CHECK(found.sides[1].carries == 1);
    CHECK(found.verdicts[static_cast<std::size_t>(Agreement::contested)] == 1);
    CHECK(unpaired_note(found) == "pairs not counted: 20000 sides\n");
    CHECK(perspectives_summary(found).size() == 2);
    CHECK(perspectives_json(more, many.selection, found).find("\"pairs\": null") !=
          std::string::npos);
    const ActorGraph next = of(most_paired_sides + 1);
    CHECK(!perspectives(next, lens, apply(next, lens), {SideBy::speaker}).pairs);
    // The limit is of the sides, not of the speakers.
    CHECK(perspectives(more, lens, many, {SideBy::kind}).pairs);
}

TEST_CASE("record: China denies twelve relations and asserts none", "[study][record]") {
    const Lens lens;
    const Perspectives found =
        perspectives(record(), lens, apply(record(), lens), {SideBy::country});
    const auto side = [&](const Perspectives& all, const std::string& id) {
        for (const PerspectiveSide& one : all.sides) {
            if (one.id == id) return one;
        }
        throw Error("test", "no such side");
    };
    CHECK(side(found, "CN").carries == 0);
    CHECK(side(found, "CN").opposes == 12);
    CHECK(side(found, "CN").divided == 0);
    CHECK(found.relations.size() == record().relations().size());
    CHECK(found.verdicts[static_cast<std::size_t>(Agreement::contested)] == 13);
    // What China says is there even where nothing else is.
    const Lens china{.according_to = {"CN"}};
    const Perspectives alone =
        perspectives(record(), china, apply(record(), china), {SideBy::speaker});
    CHECK(alone.relations.size() == 12);
    CHECK(alone.verdicts[static_cast<std::size_t>(Agreement::denied)] == 12);
    const Lens near{.around = {"apt31"}, .according_to = {"CN"}};
    CHECK(!perspectives(record(), near, apply(record(), near)).relations.empty());
}

}  // namespace actormap
