#include "lens/record.hpp"
#include "support/catch.hpp"

#include <actormap/lens/revocation.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/model/builder.hpp>

#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>

namespace actormap {
namespace {

struct PlainEntity {
    bool revoked = false, deprecated = false, defined = true;
};

struct PlainRelation {
    std::string from, type, to;
    bool revoked = false;
};

/// What files say, as a notebook would hold it.
struct Plain {
    std::map<std::string, PlainEntity> entities;
    std::map<std::string, PlainRelation> relations;
};

Properties flags(bool revoked, bool deprecated) {
    PropertyCollector properties;
    if (revoked) properties.add("revoked", "true");
    if (deprecated) properties.add("x_mitre_deprecated", "true");
    return properties.take();
}

ActorGraph build(const Plain& plain) {
    Diagnostics diagnostics;
    GraphBuilder builder(diagnostics);
    builder.begin({"plain", "stix", false});
    for (const auto& [id, entity] : plain.entities) {
        EntityDraft draft;
        draft.entity.id = draft.entity.name = id;
        draft.entity.type = "malware";
        draft.entity.properties = flags(entity.revoked, entity.deprecated);
        if (entity.defined) builder.add(std::move(draft));
    }
    for (const auto& [id, relation] : plain.relations) {
        RelationDraft draft;
        draft.relation.id = id;
        draft.relation.type = relation.type;
        draft.relation.properties = flags(relation.revoked, false);
        draft.from.id = relation.from;
        draft.to.id = relation.to;
        builder.add(std::move(draft));
    }
    ActorGraph graph = builder.build();
    REQUIRE(diagnostics.all().empty());
    return graph;
}

/// Who stands for an entity, from the sentences of lens/revocation.hpp.
std::optional<std::string> stands_for(const Plain& plain, const std::string& id, Revoked mode,
                                      std::set<std::string> met = {}) {
    const PlainEntity& entity = plain.entities.at(id);
    if (!entity.defined || !met.insert(id).second) return std::nullopt;
    if (mode == Revoked::include || (!entity.revoked && !entity.deprecated)) return id;
    if (mode == Revoked::exclude || !entity.revoked) return std::nullopt;
    std::set<std::string> next;
    for (const auto& [name, relation] : plain.relations) {
        if (relation.from == id && relation.type == "revoked-by" && !relation.revoked &&
            relation.to != id && plain.entities.at(relation.to).defined)
            next.insert(relation.to);
    }
    return next.empty() ? std::nullopt : stands_for(plain, *next.begin(), mode, met);
}

using Edges = std::set<std::set<std::string>>;

Edges expected_edges(const Plain& plain, Revoked mode) {
    Edges edges;
    for (const auto& [id, relation] : plain.relations) {
        const auto from = stands_for(plain, relation.from, mode);
        const auto to = stands_for(plain, relation.to, mode);
        const bool defined =
            plain.entities.at(relation.from).defined && plain.entities.at(relation.to).defined;
        if (defined && from && to && from != to && (mode == Revoked::include || !relation.revoked))
            edges.insert({*from, *to});
    }
    return edges;
}

Edges edges_of(const ActorGraph& graph, const View& view) {
    Edges edges;
    for (const ViewEdge& edge : view.edges)
        edges.insert({graph[view.entities[edge.from]].id, graph[view.entities[edge.to]].id});
    return edges;
}

Plain random_plain(unsigned seed) {
    std::mt19937 bits(seed);
    Plain plain;
    const auto count = 1 + bits() % 7;
    for (std::size_t e = 0; e < count; ++e)
        plain.entities["e" + std::to_string(e)] = {bits() % 2 == 0, bits() % 5 == 0,
                                                   bits() % 6 != 0};
    for (auto r = bits() % 12; r > 0; --r)
        plain.relations["r" + std::to_string(r)] = {
            "e" + std::to_string(bits() % count), bits() % 2 == 0 ? "revoked-by" : "uses",
            "e" + std::to_string(bits() % count), bits() % 6 == 0};
    // What nothing refers to is nowhere if no file defines it.
    for (auto& item : plain.entities) {
        const std::string& id = item.first;
        auto& entity = item.second;
        const bool met =
            std::any_of(plain.relations.begin(), plain.relations.end(),
                        [&](const auto& r) { return r.second.from == id || r.second.to == id; });
        entity.defined = entity.defined || !met;
    }
    return plain;
}

}  // namespace

TEST_CASE("revocation equals its definition on random graphs", "[lens][property]") {
    const auto seed = GENERATE(range(0u, 500u));
    const auto mode = GENERATE(Revoked::exclude, Revoked::include, Revoked::follow);
    INFO("seed " << seed << ", " << to_string(mode));
    const Plain plain = random_plain(seed);
    const ActorGraph graph = build(plain);
    const auto found = stand_ins(graph, mode);
    for (const auto& [id, entity] : plain.entities) {
        const auto at = graph.find_entity(id);
        REQUIRE(at);
        CHECK(graph[*at].undefined == !entity.defined);
        const auto expected = stands_for(plain, id, mode);
        REQUIRE(found[index(*at)].has_value() == expected.has_value());
        if (expected) CHECK(graph[*found[index(*at)]].id == *expected);
    }
    CHECK(edges_of(graph, apply(graph, {.revoked = mode})) == expected_edges(plain, mode));
}

TEST_CASE("revocation: a long chain is followed to its end, a circle leads nowhere", "[lens]") {
    Plain plain;
    constexpr int length = 20'000;
    for (int e = 0; e <= length; ++e) {
        plain.entities["e" + std::to_string(e)] = {e < length, false, true};
        if (e < length)
            plain.relations["r" + std::to_string(e)] = {"e" + std::to_string(e), "revoked-by",
                                                        "e" + std::to_string(e + 1), false};
    }
    const ActorGraph chain = build(plain);
    const auto first = chain.find_entity("e0");
    CHECK(chain[*stand_ins(chain, Revoked::follow)[index(*first)]].id ==
          "e" + std::to_string(length));
    plain.entities["e" + std::to_string(length)].revoked = true;
    plain.relations["back"] = {"e" + std::to_string(length), "revoked-by", "e0", false};
    const ActorGraph circle = build(plain);
    for (const auto& standing : stand_ins(circle, Revoked::follow)) CHECK_FALSE(standing);
}

TEST_CASE("revocation: what is said of a replaced entity goes with its marking", "[lens]") {
    const ActorGraph graph = test::read_text(R"({"actormap": 1,
        "speakers": [{"id": "s", "kind": "vendor"}],
        "entities": [{"id": "old", "type": "tool", "marking": "amber", "revoked": true},
                     {"id": "new", "type": "tool"}, {"id": "v", "type": "identity"}, {"id": "w", "type": "identity"}],
        "relations": [{"from": "old", "type": "revoked-by", "to": "new", "claims": [{"by": "s"}]},
                      {"from": "old", "type": "targets", "to": "v", "claims": [{"by": "s"}]},
                      {"from": "w", "type": "uses", "to": "old", "claims": [{"by": "s"}]},
                      {"from": "new", "type": "targets", "to": "w", "claims": [{"by": "s"}]}]})");
    const View all = apply(graph, {.revoked = Revoked::follow});
    CHECK(all.edges.size() == 2);
    CHECK(all.marking == Tlp::amber);
    const ViewEdge* edge = test::edge(graph, all, "new", "v");
    REQUIRE(edge);
    CHECK(edge->marking == Tlp::amber);
    const View open = apply(graph, {.revoked = Revoked::follow, .tlp = Tlp::green});
    REQUIRE(open.edges.size() == 1);
    CHECK(open.edges.front().relations.size() == 1);  // that of the new one alone
    CHECK(open.marking == Tlp::clear);
    CHECK(open.selection.counts.withheld_relations == 3);
}

}  // namespace actormap
