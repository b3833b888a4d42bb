#include "lens/record.hpp"
#include "study/dense_claims.hpp"
#include "study/rests_on_checker.hpp"
#include "support/catch.hpp"

#include <actormap/study/links.hpp>
#include <actormap/study/rests_on.hpp>

using namespace actormap;
using namespace actormap::test;

namespace {

std::string id_of(const ActorGraph& graph, ClaimId claim) {
    return graph[claim].note.str();
}

void check_pair(const ActorGraph& graph, const View& view, const LinkChecker& checker,
                const std::string& from, const std::string& to) {
    INFO("from " << from << " to " << to);
    const RestsOn rests =
        rests_on(graph, view, *graph.find_entity(from), *graph.find_entity(to), {});
    LinkChecker::Ids cut;
    for (const CarryingClaim& by : rests.claims) cut.insert(id_of(graph, by.claim));
    CHECK(cut.size() == rests.claims.size());
    // (a) without the claims no path is left; they are the fewest, and the nearest to `from`.
    const auto side = checker.reached(from, cut);
    CHECK_FALSE(side.contains(to));
    const auto smallest = checker.smallest(from, to);
    CHECK(cut.size() == smallest.front().size());
    CHECK(std::find(smallest.begin(), smallest.end(), cut) != smallest.end());
    for (const auto& other : smallest) {
        const auto others = checker.reached(from, other);
        CHECK(std::includes(others.begin(), others.end(), side.begin(), side.end()));
    }
    // (b) the paths are paths on visible claims, and none is used twice; (c) as many as claims.
    CHECK(rests.paths.size() == cut.size());
    LinkChecker::Ids used;
    for (const auto& path : rests.paths) {
        std::vector<PlainStep> steps;
        for (const ClaimHop& hop : path) {
            steps.push_back({graph[hop.from].id, graph[hop.to].id, id_of(graph, hop.by.claim)});
            CHECK(used.insert(steps.back().claim).second);
            CHECK(hop.against == (graph[hop.by.relation].to == hop.from));
        }
        CHECK(checker.is_path(steps, from, to));
    }
    for (std::size_t c = 1; c < rests.claims.size(); ++c)
        CHECK(rests.claims[c - 1].claim < rests.claims[c].claim);
}

/// What the error says, or nothing.
std::string refusal(const ActorGraph& graph, const View& view, EntityId from, EntityId to) {
    return error_of([&] { (void)rests_on(graph, view, from, to); });
}

}  // namespace

TEST_CASE("what a link rests on is the fewest claims, and the paths prove it",
          "[study][property]") {
    const auto seed = GENERATE(range(0u, 1000u));
    std::mt19937 bits(seed);
    const PlainGraph plain = dense_claims(bits);
    const Lens lens = some_lens(bits);
    Diagnostics diagnostics;
    const ActorGraph graph = build(plain, diagnostics);
    REQUIRE(diagnostics.all().empty());
    INFO("seed " << seed << ", lens: " << describe(lens) << '\n' << describe(plain));
    for (const Direction direction : {Direction::undirected, Direction::directed}) {
        const View view = apply(graph, lens, direction);
        const LinkChecker checker(plain, lens, direction == Direction::directed);
        if (checker.vertices.size() < 2) continue;
        const std::string first = *checker.vertices.begin(), last = *checker.vertices.rbegin();
        check_pair(graph, view, checker, first, last);
        check_pair(graph, view, checker, last, first);
    }
}

TEST_CASE("withdrawing what a link of the record rests on breaks it", "[study]") {
    const ActorGraph& graph = record();
    const auto direction = GENERATE(Direction::undirected, Direction::directed);
    const View view = apply(graph, {}, direction);
    std::size_t linked = 0;
    for (const char* name : {"cn", "apt31", "microsoft-exchange-2021", "fi-parliament"}) {
        const auto from = graph.find_entity(name);
        if (!from || !view.vertex(*from)) continue;
        for (std::size_t v = 0; v < view.entities.size(); v += 3) {
            const EntityId to = view.entities[v];
            if (to == *from) continue;
            const RestsOn rests = rests_on(graph, view, *from, to);
            INFO("from " << name << " to " << graph[to].id);
            CHECK(rests.claims.size() == rests.paths.size());
            CHECK(rests.claims.empty() == links(graph, view, *from, to).empty());
            std::vector<std::uint8_t> set_aside(graph.claims().size(), 0);
            for (const CarryingClaim& by : rests.claims) set_aside[index(by.claim)] = 1;
            const View left = apply(graph, {}, direction, set_aside);
            if (left.vertex(*from) && left.vertex(to)) CHECK(links(graph, left, *from, to).empty());
            // One claim fewer, and a path is left.
            for (const CarryingClaim& by : rests.claims) {
                set_aside[index(by.claim)] = 0;
                CHECK_FALSE(
                    links(graph, apply(graph, {}, direction, set_aside), *from, to).empty());
                set_aside[index(by.claim)] = 1;
            }
            if (!rests.claims.empty()) ++linked;
        }
    }
    CHECK(linked > (direction == Direction::undirected ? 50U : 10U));
}

TEST_CASE("what a link rests on says what it cannot answer", "[study]") {
    const ActorGraph& graph = record();
    const auto id = [&](const char* name) { return graph.find_entity(name).value(); };
    const View view = apply(graph, {});
    CHECK(refusal(graph, view, id("apt31"), id("apt31")) ==
          "measure-undefined: nothing cuts 'apt31' off from itself; name two entities");
    const View few = apply(graph, {.types = {"location"}});
    CHECK(refusal(graph, few, id("apt31"), id("cn")).starts_with("not-in-view: 'apt31'"));
    CHECK(refusal(graph, few, id("cn"), id("apt31")).starts_with("not-in-view: 'apt31'"));
    const View up = apply(graph, {.roll_up = {RollUp::victims_country}});
    CHECK(refusal(graph, up, id("apt31"), id("cn")).starts_with("lens-roll-up: "));
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(rests_on(graph, view, id("apt31"), id("cn"), {.stop = source.get_token()}),
                    Cancelled);
}
