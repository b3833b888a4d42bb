#include "lens/record.hpp"
#include "support/catch.hpp"

// What the curated graphs must show: facts of the case, checked by hand against the publications.

namespace actormap {
namespace {

using test::day;
using test::has_edge;
using test::record;

RelationId the_relation(const std::string& from, const std::string& type, const std::string& to) {
    const ActorGraph& graph = record();
    for (const RelationId r : relations_from(graph, graph.find_entity(from).value())) {
        if (graph[r].type == type && graph[graph[r].to].id == to) return r;
    }
    throw Error("test", "no such relation");
}

std::vector<std::string> speakers_for(const Lens& lens, RelationId relation) {
    std::vector<std::string> result;
    for (const ClaimId c : carrying_claims(record(), select(record(), lens), relation))
        result.push_back(record()[record()[c].by].id);
    return result;
}

std::vector<std::string> names_of_apt31(const Lens& lens) {
    const ActorGraph& graph = record();
    const Selection selection = select(graph, lens);
    std::vector<std::string> names;
    for (const Name& name : graph[graph.find_entity("apt31").value()].names) {
        if (in_use(graph, lens, selection, name)) names.push_back(name.name);
    }
    return names;
}

bool calls_it_hurricane_panda(const Lens& lens) {
    const auto names = names_of_apt31(lens);
    return std::find(names.begin(), names.end(), "Hurricane Panda") != names.end();
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("record: APT31 and the Parliament of Finland since 2021-03-18", "[lens][record]") {
    for (const auto& [as_of, there] :
         {std::pair("2020-12-28", false), std::pair("2021-03-17", false),
          std::pair("2021-03-18", true), std::pair("2024-03-26", true), std::pair("2021", true),
          std::pair("2020", false), std::pair("2021-02", false), std::pair("2021-03", true)}) {
        INFO("as of " << as_of);
        CHECK(has_edge(record(), {.as_of = day(as_of)}, "apt31", "fi-parliament") == there);
    }
    const RelationId relation = the_relation("apt31", "targets", "fi-parliament");
    CHECK(speakers_for({.as_of = day("2021-03-18")}, relation) == Strings{"fi-nbi", "supo"});
    CHECK(speakers_for({.as_of = day("2024-03-26")}, relation) ==
          Strings{"fi-nbi", "supo", "fcdo", "fi-nbi"});
    // A recap "of March 2024" is not known before the month has passed.
    CHECK(speakers_for({.as_of = day("2024-03-31")}, relation) ==
          Strings{"fi-nbi", "supo", "fcdo", "the-local-report", "fi-nbi"});

    const View view = apply(record(), {.as_of = day("2021-03-18")});
    const ViewEdge* edge = test::edge(record(), view, "fi-parliament", "apt31");
    REQUIRE(edge);
    CHECK(edge->confidence == 75);  // "according to": 50 to 100
    CHECK_FALSE(edge->disputed);    // China said nothing about Finland
    CHECK_FALSE(edge->hypothesis);
}

TEST_CASE("record: the disclosure of an unnamed actor is older", "[lens][record]") {
    CHECK(
        has_edge(record(), {.as_of = day("2021-03-17")}, "unnamed-fi-parliament", "fi-parliament"));
    CHECK_FALSE(
        has_edge(record(), {.as_of = day("2020-12-27")}, "unnamed-fi-parliament", "fi-parliament"));
}

TEST_CASE("record: the press alone puts APT31 into the Exchange case", "[lens][record]") {
    CHECK(has_edge(record(), {.according_to = {"press"}}, "apt31", "microsoft-exchange"));
    CHECK_FALSE(has_edge(record(), {.without = {"press"}}, "apt31", "microsoft-exchange"));
    CHECK(has_edge(record(), {}, "apt31", "microsoft-exchange"));
    CHECK_FALSE(
        has_edge(record(), {.according_to = {"government"}}, "apt31", "microsoft-exchange"));
    CHECK_FALSE(has_edge(record(), {.without = {"securityweek", "the-local-report"}}, "apt31",
                         "microsoft-exchange"));
}

TEST_CASE("record: a claim is its speaker's, not its carrier's", "[lens][record]") {
    const RelationId relation = the_relation("apt31", "targets", "fi-parliament");
    Lens lens{.as_of = day("2021-03-18"), .without = {"press"}};
    CHECK(speakers_for(lens, relation) == Strings{"fi-nbi", "supo"});
    lens.without = {"ap"};
    CHECK(speakers_for(lens, relation) == Strings{"fi-nbi", "supo"});
    for (const std::string word :
         {"supo", "Finnish Security and Intelligence Service (Supo)", "government", "ap-2021-03-18",
          "finnish security and intelligence service (SUPO)"}) {
        INFO(word);
        lens.without = {word};
        CHECK(speakers_for(lens, relation) == Strings{"fi-nbi"});
    }
    for (const std::string word : {"FI", "fi", "Finland", "FINLAND"}) {
        INFO(word);
        lens.without = {word};
        CHECK(speakers_for(lens, relation).empty());
    }
    lens.without = {};
    lens.according_to = {"ap-2021-03-18"};
    CHECK(speakers_for(lens, relation) == Strings{"supo"});
    lens.according_to = {"law-enforcement", "ap"};
    CHECK(speakers_for(lens, relation) == Strings{"fi-nbi"});
}

TEST_CASE("record: China asserts nothing, so its network is empty", "[lens][record]") {
    for (const std::string word : {"CN", "China", "accused"}) {
        INFO(word);
        const View view = apply(record(), {.according_to = {word}});
        CHECK(view.network.size() == 0);
        CHECK(view.edges.empty());
        CHECK(std::count(view.selection.relations.begin(), view.selection.relations.end(),
                         RelationState::unclaimed) == 12);
        for (std::size_t c = 0; c < record().claims().size(); ++c) {
            const Claim& claim = record().claims()[c];
            if (view.selection.claims[c] == ClaimState::visible)
                CHECK(claim.stance == Stance::denies);
        }
        CHECK(view.selection[the_relation("unnamed-cn-exchange", "attributed-to", "cn-mss")] ==
              RelationState::unclaimed);
    }
    // What China denies is disputed for whoever listens to both, and plain without the accused.
    const RelationId denied = the_relation("apt31", "attributed-to", "cn-state");
    CHECK(select(record(), {})[denied] == RelationState::disputed);
    CHECK(select(record(), {.without = {"accused"}})[denied] == RelationState::holds);
    CHECK(select(record(), {.as_of = day("2024-03-24")})[denied] == RelationState::holds);
}

TEST_CASE("record: victims speak for themselves", "[lens][record]") {
    const View view = apply(record(), {.according_to = {"victim"}});
    CHECK(view.edges.size() == 3);
    CHECK(test::edge(record(), view, "unnamed-fi-parliament", "fi-parliament"));
    CHECK(test::edge(record(), view, "unnamed-electoral-commission", "uk-electoral-commission"));
    CHECK(test::edge(record(), view, "apt31", "cz-mfa"));
    CHECK_FALSE(
        has_edge(record(), {.without = {"victim"}}, "unnamed-fi-parliament", "fi-parliament"));
}

TEST_CASE("record: Visma is disputed by Microsoft, a third party", "[lens][record]") {
    const auto disputed = [](const Lens& lens) {
        const View view = apply(record(), lens);
        const ViewEdge* edge = test::edge(record(), view, "apt10", "visma");
        return edge ? edge->disputed ? "disputed" : "plain" : "absent";
    };
    CHECK(std::string(disputed({})) == "disputed");
    CHECK(std::string(disputed({.disputed = Disputed::only})) == "disputed");
    CHECK(std::string(disputed({.disputed = Disputed::exclude})) == "absent");
    CHECK(std::string(disputed({.without = {"microsoft"}})) == "plain");
    CHECK(std::string(disputed({.without = {"microsoft"}, .disputed = Disputed::only})) ==
          "absent");
    CHECK(std::string(disputed({.without = {"accused"}})) == "disputed");
    CHECK(std::string(disputed({.according_to = {"microsoft"}})) == "absent");
    // "February 2019" may be the 28th.
    CHECK(std::string(disputed({.as_of = day("2019-02-27")})) == "plain");
    CHECK(std::string(disputed({.as_of = day("2019-02-28")})) == "disputed");
}

TEST_CASE("record: Hurricane Panda, withdrawn by one speaker, used by others", "[lens][record]") {
    CHECK_FALSE(calls_it_hurricane_panda({.as_of = day("2019-06-11")}));
    CHECK(calls_it_hurricane_panda({.as_of = day("2019-06-12")}));
    CHECK(calls_it_hurricane_panda({.as_of = day("2020-07-11")}));
    CHECK_FALSE(calls_it_hurricane_panda({.as_of = day("2020-07-12")}));
    CHECK_FALSE(calls_it_hurricane_panda({.as_of = day("2021-08-02")}));
    CHECK(calls_it_hurricane_panda({.as_of = day("2021-08-03")}));  // Positive Technologies
    CHECK(calls_it_hurricane_panda({}));
    CHECK_FALSE(calls_it_hurricane_panda({.according_to = {"misp-galaxy"}}));
    CHECK(calls_it_hurricane_panda({.according_to = {"ap"}}));
    CHECK(calls_it_hurricane_panda({.according_to = {"positive-technologies"}}));
    CHECK_FALSE(calls_it_hurricane_panda({.without = {"ap", "positive-technologies"}}));

    // Listening to the source of 2019 alone doesn't revive what its speaker took back in another.
    const Lens source{.according_to = {"misp-galaxy-2019-06-12"}};
    CHECK_FALSE(calls_it_hurricane_panda(source));
    const Selection selection = select(record(), source);
    CHECK(std::count(selection.claims.begin(), selection.claims.end(), ClaimState::withdrawn) == 1);
    CHECK(std::count(selection.claims.begin(), selection.claims.end(), ClaimState::visible) == 1);
    // To leave out the source of the retraction does.
    CHECK(calls_it_hurricane_panda(
        {.according_to = {"misp-galaxy"}, .without = {"misp-galaxy-2020-07-12"}}));
}

TEST_CASE("record: a threshold of confidence silences no denial", "[lens][record]") {
    const View certain = apply(record(), {.min_confidence = std::uint8_t{86}});
    CHECK(test::edge(record(), certain, "apt31", "uk-parliamentarians"));  // almost certain: 98
    CHECK_FALSE(test::edge(record(), certain, "apt31", "fi-parliament"));  // confirmed, 70-100: 85
    CHECK(has_edge(record(), {.min_confidence = std::uint8_t{85}}, "apt31", "fi-parliament"));
    const RelationId denied = the_relation("apt31", "attributed-to", "cn-state");
    CHECK(certain.selection[denied] == RelationState::unclaimed);
    for (const ViewEdge& edge : certain.edges) CHECK(edge.confidence.value_or(0) >= 86);
    // Zero drops only what states no confidence.
    CHECK_FALSE(
        has_edge(record(), {.min_confidence = std::uint8_t{0}}, "apt31", "microsoft-exchange"));
    CHECK(has_edge(record(), {.min_confidence = std::uint8_t{0}}, "apt31", "nz-ipac-members"));
}

TEST_CASE("record: victims roll up to their countries", "[lens][record]") {
    const View view = apply(record(), {.roll_up = {RollUp::victims_country}});
    CHECK(test::edge(record(), view, "apt31", "fi"));
    CHECK_FALSE(view.vertex(record().find_entity("fi-parliament").value()));
    const ViewEdge* norway = test::edge(record(), view, "apt10", "no");
    REQUIRE(norway);
    CHECK(norway->disputed);
    REQUIRE(view.roll_ups.size() == 1);
    CHECK(view.roll_ups[0].moved == 17);
    CHECK(view.roll_ups[0].stayed == 2);  // Exchange servers and the EU have no country
    CHECK(view.vertex(record().find_entity("eu-institutions").value()));
    CHECK(view.loops == 17);
}

TEST_CASE("record: several sponsors get the edges each, and none among themselves",
          "[lens][record]") {
    const Lens lens{.relations = {"attributed-to"}, .roll_up = {RollUp::actors_sponsor}};
    const View view = apply(record(), lens);
    // APT31 is attributed to four; that makes none of the four attributed to another.
    for (const ViewEdge& edge : view.edges) {
        for (const RelationId r : edge.relations) CHECK(record()[record()[r].from].id != "apt31");
    }
    const View all = apply(record(), {.roll_up = {RollUp::actors_sponsor}});
    for (const std::string sponsor :
         {"cn-state", "cn-mss", "cn-hubei-ssd", "cn-intelligence-services"})
        CHECK(test::edge(record(), all, sponsor, "fi-parliament"));
    CHECK_FALSE(test::edge(record(), all, "cn-hubei-ssd", "cn-intelligence-services"));
    const ViewEdge* part = test::edge(record(), all, "cn-hubei-ssd", "cn-mss");
    REQUIRE(part);
    CHECK(part->relations.size() == 1);  // part-of
}

TEST_CASE("record: around a name, a country", "[lens][record]") {
    const View one = apply(record(), {.around = {"Zirconium"}});
    CHECK(one.vertex(record().find_entity("apt31").value()));
    CHECK_FALSE(one.vertex(record().find_entity("visma").value()));
    const View none = apply(record(), {.around = {"apt31"}, .hops = 0});
    CHECK(none.entities.size() == 1);
    const View finland = apply(record(), {.countries = {"Finland"}});
    CHECK(finland.edges.size() == 3);
    CHECK(finland.entities.size() == 4);
}

}  // namespace actormap
