#pragma once

#include <actormap/model/actor_graph.hpp>
#include <actormap/model/builder.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

// Small graphs whose confidences are known, because they were planted.

namespace actormap::test {

struct PlantedClaim {
    std::string by;
    int confidence;  // 0 to 100
};

struct PlantedRelation {
    std::size_t from, to;
    std::vector<PlantedClaim> claims;
};

struct Planted {
    std::size_t entities = 0;
    std::vector<PlantedRelation> relations;
};

/// A network of 3 to 9 entities with so many uncertain relations, and half as many certain ones, of
/// one claim each or of two. Confidences are multiples of `step`.
inline Planted planted(std::uint32_t seed, std::size_t uncertain, int step = 1) {
    std::mt19937 bits(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(bits() % n); };
    Planted result;
    result.entities = 3 + below(7);
    const auto confidence = [&] {
        return step * (1 + static_cast<int>(below(static_cast<std::size_t>(100 / step - 1))));
    };
    for (std::size_t i = 0; i < uncertain + uncertain / 2; ++i) {
        PlantedRelation relation{below(result.entities), 0, {}};
        relation.to = (relation.from + 1 + below(result.entities - 1)) % result.entities;
        const bool certain = i >= uncertain;
        for (std::size_t c = 0; c < 1 + below(2); ++c)
            relation.claims.push_back(
                {"s" + std::to_string(below(4)), certain ? 100 : confidence()});
        result.relations.push_back(relation);
    }
    return result;
}

inline ActorGraph graph_of(const Planted& planted) {
    Diagnostics diagnostics;
    GraphBuilder builder(diagnostics);
    for (int s = 0; s < 4; ++s) {
        SpeakerDraft draft;
        draft.speaker.id = "s" + std::to_string(s);
        draft.speaker.name = draft.speaker.id;
        builder.add(std::move(draft));
    }
    for (std::size_t e = 0; e < planted.entities; ++e) {
        EntityDraft draft;
        draft.entity.id = "e" + std::to_string(e);
        draft.entity.type = "identity";
        draft.entity.name = draft.entity.id;
        builder.add(std::move(draft));
    }
    for (std::size_t r = 0; r < planted.relations.size(); ++r) {
        const PlantedRelation& relation = planted.relations[r];
        RelationDraft draft{{},
                            {"e" + std::to_string(relation.from), {}},
                            {"e" + std::to_string(relation.to), {}},
                            {}};
        draft.relation.id = "r" + std::to_string(r);  // parallel ones stay apart
        draft.relation.type = "related-to";
        for (const PlantedClaim& claim : relation.claims) {
            ClaimDraft said{{}, {claim.by, {}}, {}, {}};
            said.claim.confidence = confidence_number(static_cast<std::uint8_t>(claim.confidence));
            draft.claims.push_back(said);
        }
        builder.add(std::move(draft));
    }
    return std::move(builder).build();
}

}  // namespace actormap::test
