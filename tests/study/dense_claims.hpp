#pragma once

#include "lens/build.hpp"
#include "lens/record.hpp"

#include <random>
#include <string>
#include <vector>

namespace actormap::test {

/// Few entities, several claims about each relation, some of them taken back or opposed.
inline PlainGraph dense_claims(std::mt19937& bits) {
    const auto one_of = [&](const std::vector<std::string>& words) {
        return words[bits() % words.size()];
    };
    PlainGraph graph;
    for (const std::string id : {"s0", "s1", "s2"}) graph.speakers[id] = {id, id, "vendor", "", ""};
    for (const std::string id : {"p0", "p1"})
        graph.sources[id] = {id, "s" + id.substr(1), bits() % 2 == 0 ? "2020" : "", 0};
    const std::size_t entities = 2 + bits() % 5;
    const auto some = [&] { return "e" + std::to_string(bits() % entities); };
    for (std::size_t e = 0; e < entities; ++e) {
        PlainEntity entity;
        entity.id = "e" + std::to_string(e);
        entity.type = one_of({"tool", "malware", "identity"});
        entity.name = "Entity " + std::to_string(e);
        entity.marking = bits() % 20 == 0 ? 3 : 0;
        graph.entities[entity.id] = entity;
    }
    int claims = 1000;
    const std::size_t relations = 1 + bits() % 8;
    for (std::size_t r = 0; r < relations; ++r) {
        PlainRelation relation;
        relation.id = "r" + std::to_string(10 + r);
        relation.from = some();
        relation.to = some();
        relation.type = one_of({"uses", "targets"});
        const std::size_t count = 1 + bits() % 3;
        for (std::size_t c = 0; c < count; ++c) {
            PlainClaim claim;
            claim.id = "c" + std::to_string(claims++);
            claim.by = one_of({"s0", "s1", "s2"});
            claim.source = one_of({"", "p0", "p1"});
            claim.stance = one_of({"asserts", "asserts", "asserts", "supports", "hypothesises",
                                   "disputes", "denies", "retracts"});
            claim.date = one_of({"", "2019", "2020-02", "2021-01-01"});
            claim.marking = bits() % 20 == 0 ? 3 : 0;
            relation.claims.push_back(claim);
        }
        graph.relations[relation.id] = relation;
    }
    return graph;
}

inline Lens some_lens(std::mt19937& bits) {
    Lens lens;
    if (bits() % 4 == 0) lens.as_of = day("2020-06");
    if (bits() % 4 == 0) lens.without = {"s2"};
    if (bits() % 4 == 0) lens.tlp = Tlp::green;
    if (bits() % 6 == 0) lens.relations = {"uses"};
    if (bits() % 6 == 0) lens.not_types = {"malware"};
    if (bits() % 6 == 0) lens.disputed = Disputed::exclude;
    return lens;
}

}  // namespace actormap::test
