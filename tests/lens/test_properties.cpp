#include "lens/build.hpp"
#include "lens/random_case.hpp"
#include "lens/record.hpp"
#include "support/catch.hpp"

#include <actormap/lens/restrict.hpp>

#include <set>

// What must hold whatever the graph and the lens.

namespace actormap {
namespace {

using Edges = std::set<std::string>;

/// "from relation to" for each relation of each edge, in words that survive from view to view.
Edges edges_of(const ActorGraph& graph, const Lens& lens,
               Direction direction = Direction::directed) {
    const View view = apply(graph, lens, direction);
    Edges edges;
    for (const ViewEdge& edge : view.edges) {
        for (const RelationId r : edge.relations)
            edges.insert(graph[view.entities[edge.from]].id + ' ' + graph[r].id + graph[r].type +
                         ' ' + graph[view.entities[edge.to]].id);
    }
    return edges;
}

bool within(const Edges& few, const Edges& many) {
    return std::includes(many.begin(), many.end(), few.begin(), few.end());
}

bool retracts_anything(const ActorGraph& graph) {
    return std::any_of(graph.claims().begin(), graph.claims().end(),
                       [](const Claim& claim) { return claim.stance == Stance::retracts; });
}

/// Every relation of every edge exists and is carried, and the arcs are the edges.
void check_view(const ActorGraph& graph, const View& view) {
    std::size_t arcs = 0;
    for (std::size_t i = 0; i < view.edges.size(); ++i) {
        const ViewEdge& edge = view.edges[i];
        CHECK_FALSE(edge.relations.empty());
        CHECK(std::is_sorted(edge.relations.begin(), edge.relations.end()));
        CHECK(std::adjacent_find(edge.relations.begin(), edge.relations.end()) ==
              edge.relations.end());
        for (const RelationId r : edge.relations) {
            CHECK(exists(view.selection[r]));
            CHECK_FALSE(carrying_claims(graph, view.selection, r).empty());
        }
        CHECK(view.network.arc_index(edge.from, edge.to));
        CHECK(view.edge(edge.from, edge.to) == &edge);
        if (!view.network.directed()) {
            CHECK(edge.from < edge.to);
            CHECK(view.edge(edge.to, edge.from) == &edge);
            CHECK(view.network.arc_index(edge.to, edge.from));
        } else if (!view.network.arc_index(edge.to, edge.from)) {
            CHECK(view.edge(edge.to, edge.from) == nullptr);
        }
        if (i > 0)
            CHECK(std::pair(view.edges[i - 1].from, view.edges[i - 1].to) <
                  std::pair(edge.from, edge.to));
        arcs += view.network.directed() ? 1U : 2U;
    }
    CHECK(view.network.arcs() == arcs);
    CHECK(view.network.size() == view.entities.size());
    CHECK(std::is_sorted(view.entities.begin(), view.entities.end()));
    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        const auto id = static_cast<EntityId>(e);
        const auto vertex = view.vertex(id);
        const bool there =
            std::find(view.entities.begin(), view.entities.end(), id) != view.entities.end();
        CHECK(vertex.has_value() == there);
        if (vertex) CHECK(view.entities[*vertex] == id);
    }
    const auto size = static_cast<Vertex>(view.network.size());
    CHECK(view.edge(size, size + 1) == nullptr);
}

}  // namespace

TEST_CASE("views are whole, and narrower lenses add no edge", "[lens][property]") {
    const auto seed = GENERATE(range(5000u, 5500u));
    const test::RandomCase random(seed);
    Diagnostics diagnostics;
    const ActorGraph graph = test::build(random.graph, diagnostics);
    const Lens& lens = random.lens;
    INFO("seed " << seed << ", lens: " << describe(lens) << '\n' << describe(random.graph));
    check_view(graph, apply(graph, lens));
    check_view(graph, apply(graph, lens, Direction::directed));

    for (std::size_t e = 0; e < graph.entities().size(); ++e) {
        const auto id = static_cast<EntityId>(e);
        std::vector<RelationId> from;
        for (std::size_t r = 0; r < graph.relations().size(); ++r) {
            if (graph.relations()[r].from == id) from.push_back(static_cast<RelationId>(r));
        }
        const auto found = relations_from(graph, id);
        CHECK(std::equal(found.begin(), found.end(), from.begin(), from.end()));
    }

    const Edges edges = edges_of(graph, lens);
    const auto narrower = [&](const auto& change) {
        Lens narrow = lens;
        change(narrow);
        return edges_of(graph, narrow);
    };
    // Under a roll-up, losing a way up leaves an edge at a lower level: that one is new.
    const bool plain = lens.roll_up.empty();
    // Losing a denial makes a relation undisputed; losing a retraction revives what it withdrew.
    const bool exclude = lens.disputed == Disputed::exclude;
    const bool steady = plain && !exclude && !retracts_anything(graph);
    CHECK(within(narrower([](Lens& l) { l.hops = l.hops == 0 ? 0 : l.hops - 1; }), edges));
    CHECK(within(narrower([](Lens& l) { l.not_types.push_back("identity"); }), edges));
    CHECK(within(narrower([](Lens& l) {
                     if (l.types.empty()) l.types = {"identity", "tool"};
                 }),
                 edges));
    CHECK(within(narrower([](Lens& l) {
                     if (l.relations.empty()) l.relations = {"targets"};
                 }),
                 edges));
    if (plain) {
        CHECK(within(narrower([](Lens& l) { l.disputed = Disputed::exclude; }),
                     narrower([](Lens& l) { l.disputed = Disputed::include; })));
        CHECK(within(narrower([](Lens& l) {
                         if (!l.min_confidence) l.min_confidence = 25;
                     }),
                     edges));
        CHECK(within(narrower([](Lens& l) {
                         if (l.until.empty()) l.since = test::day("2020-06");
                     }),
                     narrower([](Lens& l) {
                         if (l.until.empty()) l.since = {};
                     })));
    }
    if (steady) {
        CHECK(within(narrower([](Lens& l) {
                         if (l.as_of.empty()) l.as_of = test::day("2020-03");
                     }),
                     edges));
        CHECK(within(narrower([](Lens& l) { l.as_of = test::day("2020"); }),
                     narrower([](Lens& l) { l.as_of = test::day("2021"); })));
        CHECK(within(narrower([](Lens& l) { l.without.push_back("press"); }), edges));
        if (lens.disputed != Disputed::only)
            CHECK(within(narrower([](Lens& l) {
                             if (l.according_to.empty()) l.according_to = {"CN"};
                         }),
                         edges));
        Edges higher = edges;
        for (const Tlp level : {Tlp::red, Tlp::amber_strict, Tlp::amber, Tlp::green, Tlp::clear}) {
            const Edges lower = narrower([&](Lens& l) { l.tlp = level; });
            if (level != Tlp::red) CHECK(within(lower, higher));
            higher = lower;
        }
    }
}

TEST_CASE("a restricted graph shows what the view shows", "[lens][property]") {
    const auto seed = GENERATE(range(6000u, 6300u));
    test::RandomCase random(seed);
    random.lens.roll_up.clear();
    Diagnostics diagnostics;
    const ActorGraph graph = test::build(random.graph, diagnostics);
    INFO("seed " << seed << ", lens: " << describe(random.lens) << '\n' << describe(random.graph));
    const View view = apply(graph, random.lens);
    const ActorGraph rest = restrict(graph, random.lens, view);
    CHECK(edges_of(rest, {}) == edges_of(graph, random.lens));
    // What is only opposed between its entities comes along, and nothing that is hidden.
    std::set<std::string> expected, found, hidden;
    for (std::size_t r = 0; r < graph.relations().size(); ++r) {
        const Relation& relation = graph.relations()[r];
        if (view.selection.relations[r] == RelationState::unclaimed && view.vertex(relation.from) &&
            view.vertex(relation.to))
            expected.insert(relation.id.str());
    }
    const Selection all = select(rest, {});
    for (std::size_t r = 0; r < rest.relations().size(); ++r) {
        if (all.relations[r] == RelationState::unclaimed)
            found.insert(rest.relations()[r].id.str());
    }
    CHECK(found == expected);
    for (std::size_t c = 0; c < graph.claims().size(); ++c) {
        if (view.selection.claims[c] == ClaimState::hidden)
            hidden.insert(graph.claims()[c].note.str());
    }
    for (const Claim& claim : rest.claims()) CHECK_FALSE(hidden.contains(claim.note.str()));
    for (const Entity& entity : rest.entities()) {
        const Entity& before = graph[graph.find_entity(entity.id).value()];
        const auto used = std::count_if(
            before.names.begin(), before.names.end(),
            [&](const Name& name) { return in_use(graph, random.lens, view.selection, name); });
        CHECK(static_cast<std::size_t>(used) == entity.names.size());
    }
    random.lens.roll_up = {RollUp::campaigns_actor};
    CHECK(test::error_of([&] {
              (void)restrict(graph, random.lens, apply(graph, random.lens));
          }).starts_with("lens-roll-up: "));
}

TEST_CASE("the order of the files makes no difference", "[lens]") {
    auto paths = test::record_files();
    const Lens lens{
        .around = {"apt31"}, .as_of = test::day("2024"), .roll_up = {RollUp::victims_country}};
    const View first = apply(test::record(), lens);
    std::reverse(paths.begin(), paths.end());
    for (std::size_t turn = 0; turn < 3; ++turn) {
        std::rotate(paths.begin(), paths.begin() + 5, paths.end());
        Diagnostics diagnostics;
        const ActorGraph graph = read_files(paths, std::nullopt, diagnostics).graph;
        const View view = apply(graph, lens);
        CHECK(view.network == first.network);
        CHECK(view.entities == first.entities);
        CHECK(view.selection.claims == first.selection.claims);
        CHECK(edges_of(graph, lens) == edges_of(test::record(), lens));
    }
}

TEST_CASE("views are deterministic and empty graphs have empty ones", "[lens]") {
    const View empty = apply(ActorGraph(), {});
    CHECK(empty.network.size() == 0);
    CHECK(empty.edges.empty());
    CHECK_FALSE(empty.vertex(EntityId{0}));
    CHECK(empty.edge(0, 1) == nullptr);
    CHECK(apply(ActorGraph(), {.countries = {"FI"}, .roll_up = {RollUp::victims_country}})
              .edges.empty());
}

TEST_CASE("bare edges are claimed by their file", "[lens]") {
    Diagnostics diagnostics;
    const ActorGraph graph =
        read({{"net.csv", "source,target\na,b\nb,c\n"}}, std::nullopt, diagnostics).graph;
    CHECK(apply(graph, {}).edges.size() == 2);
    const Lens lens{.as_of = test::day("2000")};
    CHECK(apply(graph, lens).edges.size() == 2);
    CHECK(select(graph, lens).counts.undated_claims == 2);
    CHECK(select(graph, {}).counts.undated_claims == 0);
    CHECK(apply(graph, {.min_confidence = std::uint8_t{0}}).edges.empty());
    CHECK(apply(graph, {.without = {"file:net.csv"}}).edges.empty());
}

TEST_CASE("settings show every field that differs from the default", "[lens]") {
    CHECK(settings({}).empty());
    CHECK(describe({}).empty());
    const Lens lens{.types = {"identity", "tool"},
                    .not_types = {"malware"},
                    .relations = {"uses"},
                    .countries = {"FI", "Norway"},
                    .around = {"apt31"},
                    .hops = 3,
                    .since = test::day("2020"),
                    .until = test::day("2021-03"),
                    .as_of = test::day("2021-03-17"),
                    .according_to = {"press", "supo"},
                    .without = {"CN"},
                    .min_confidence = std::uint8_t{0},
                    .disputed = Disputed::only,
                    .tlp = Tlp::amber_strict,
                    .roll_up = {RollUp::victims_country, RollUp::techniques_parent}};
    CHECK(describe(lens) ==
          "type identity,tool; not-type malware; relation uses; country FI,Norway; around apt31; "
          "hops 3; since 2020; until 2021-03; as-of 2021-03-17; according-to press,supo; without "
          "CN; min-confidence 0; disputed only; tlp amber+strict; roll-up "
          "victims:country,techniques:parent");
    CHECK(settings(lens) == settings(Lens(lens)));
    CHECK(settings(lens).size() == 15);
    CHECK(describe({.hops = 3}).empty());  // without `around` it changes nothing
    CHECK(describe({.tlp = Tlp::clear}) == "tlp clear");
    CHECK(describe({.disputed = Disputed::exclude}) == "disputed exclude");
}

TEST_CASE("words of the lens are read and written alike", "[lens]") {
    for (const std::string word :
         {"victims:country", "actors:sponsor", "campaigns:actor", "techniques:parent"}) {
        REQUIRE(parse_roll_up(word));
        CHECK(to_string(*parse_roll_up(word)) == word);
    }
    for (const std::string word : {"include", "exclude", "only"}) {
        REQUIRE(parse_disputed(word));
        CHECK(to_string(*parse_disputed(word)) == word);
    }
    CHECK(parse_roll_up("victims:country") == RollUp::victims_country);
    CHECK(parse_disputed("only") == Disputed::only);
    CHECK_FALSE(parse_roll_up("victims"));
    CHECK_FALSE(parse_disputed(""));
}

}  // namespace actormap
