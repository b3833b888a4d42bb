#pragma once

#include <actormap/model/builder.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace actormap::test {

/// Entities of a few files that share names, ids and ATT&CK ids, as plain data.
struct MergeCase {
    struct Entity {
        std::string id, type, country;
        std::set<std::string> names;  // the first is the entity's name
        std::set<int> files;
        bool revoked = false;
    };
    struct Likeness {
        std::string from, to, by;
        int confidence = -1;  // none
    };
    std::map<std::string, Entity> entities;
    std::vector<std::tuple<std::string, std::string, std::string>> judgements;  // verdict last
    std::vector<Likeness> likenesses;
};

inline MergeCase random_merge_case(std::uint32_t seed) {
    std::mt19937 bits(seed);
    const auto below = [&](unsigned end) { return static_cast<int>(bits() % end); };
    const std::vector<std::string> words{"ab", "A-b",   "cd",    "C D", "ef",
                                         "gh", "G0001", "G0002", "ij",  "kl"};
    const std::vector<std::string> types{"intrusion-set", "threat-actor", "tool", "location"};
    MergeCase result;
    const int size = 2 + below(9), kinds = 1 + below(4), files = 2 + below(4);
    for (int e = 0; e < size; ++e) {
        MergeCase::Entity entity;
        entity.id = "e" + std::to_string(e);
        entity.type = types[static_cast<std::size_t>(below(static_cast<unsigned>(kinds)))];
        for (int n = 1 + below(3); n > 0; --n)
            entity.names.insert(words[static_cast<std::size_t>(below(10))]);
        entity.files.insert(below(static_cast<unsigned>(files)));
        if (below(6) == 0) entity.files.insert(below(static_cast<unsigned>(files)));
        entity.revoked = below(12) == 0;
        if (entity.type == "location" && below(3) != 0)
            entity.country = below(2) == 0 ? "FI" : "NO";
        result.entities[entity.id] = entity;
    }
    const auto any = [&] { return "e" + std::to_string(below(static_cast<unsigned>(size))); };
    for (int j = below(4); j > 0; --j) {
        const std::string a = any(), b = any();
        const char* verdicts[] = {"same", "different", "unsure"};
        if (a != b)
            result.judgements.emplace_back(std::min(a, b), std::max(a, b), verdicts[below(3)]);
    }
    for (int r = below(4); r > 0; --r) {
        const int confidences[] = {-1, 20, 50, 80};
        result.likenesses.push_back(
            {any(), any(), below(2) == 0 ? "s" : "t", confidences[below(4)]});
    }
    return result;
}

/// The case as a graph; `backwards`: the files and what is in them in the opposite order.
inline ActorGraph build(const MergeCase& from, bool backwards = false) {
    Diagnostics diagnostics;
    GraphBuilder builder(diagnostics);
    std::vector<int> files{0, 1, 2, 3, 4};
    std::vector<MergeCase::Entity> entities;
    for (const auto& [id, entity] : from.entities) entities.push_back(entity);
    if (backwards) {
        std::reverse(files.begin(), files.end());
        std::reverse(entities.begin(), entities.end());
    }
    for (const int file : files) {
        const Place place{builder.begin({"dir/f" + std::to_string(file), "test", true}), 1, 1};
        for (const MergeCase::Entity& e : entities) {
            if (!e.files.contains(file)) continue;
            EntityDraft draft;
            draft.entity.id = e.id;
            draft.entity.type = e.type;
            draft.entity.name = *e.names.begin();
            draft.entity.country = e.country;
            draft.entity.place = place;
            if (e.revoked) draft.entity.properties = {{"revoked", "true"}};
            for (const std::string& name : e.names) {
                draft.names.emplace_back();
                draft.names.back().name.name = name;
            }
            builder.add(std::move(draft));
        }
        if (file != 0) continue;
        for (const char* id : {"s", "t"}) {
            SpeakerDraft speaker;
            speaker.speaker.id = speaker.speaker.name = id;
            builder.add(std::move(speaker));
        }
        for (const MergeCase::Likeness& likeness : from.likenesses) {
            RelationDraft draft{{}, {likeness.from, place}, {likeness.to, place}, {}};
            draft.relation.type = "similar";
            draft.relation.place = place;
            ClaimDraft claim;
            claim.by = {likeness.by, place};
            if (likeness.confidence >= 0)
                claim.claim.confidence =
                    confidence_number(static_cast<std::uint8_t>(likeness.confidence));
            draft.claims.push_back(std::move(claim));
            builder.add(std::move(draft));
        }
        for (const auto& [first, second, verdict] : from.judgements) {
            JudgementDraft draft;
            draft.judgement.first = first;
            draft.judgement.second = second;
            draft.judgement.verdict = parse_verdict(verdict).value();
            builder.add(std::move(draft));
        }
    }
    return builder.build();
}

inline std::string describe(const MergeCase& c) {
    std::string text;
    for (const auto& [id, e] : c.entities) {
        text += id + ' ' + e.type + ' ' + e.country + (e.revoked ? " revoked" : "") + " names";
        for (const std::string& name : e.names) text += " '" + name + '\'';
        text += " files";
        for (const int file : e.files) text += ' ' + std::to_string(file);
        text += '\n';
    }
    for (const auto& [first, second, verdict] : c.judgements)
        text += first + ' ' + second + ' ' + verdict + '\n';
    for (const auto& l : c.likenesses)
        text +=
            l.from + " similar " + l.to + " by " + l.by + ' ' + std::to_string(l.confidence) + '\n';
    return text;
}

}  // namespace actormap::test
