#include <actormap/base/text.hpp>
#include <actormap/lens/merge_candidates.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace actormap {
namespace {

constexpr char separator = '\x1f';  // can't stand in a type

std::vector<std::string> ids_of(const ActorGraph& graph, std::vector<EntityId> entities) {
    std::sort(entities.begin(), entities.end());
    entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
    std::vector<std::string> ids;
    for (const EntityId entity : entities) ids.push_back(graph[entity].id);
    return ids;
}

std::string quoted(const std::vector<std::string>& ids) {
    constexpr std::size_t most = 5;
    std::vector<std::string> list;
    for (std::size_t i = 0; i < ids.size() && i < most; ++i) list.push_back(quote(ids[i]));
    const std::size_t rest = ids.size() - list.size();
    return join(list, ", ") + (rest == 0 ? "" : " and " + std::to_string(rest) + " more");
}

std::string file_name(const ActorGraph& graph, std::uint32_t file) {
    const auto files = graph.files();
    const std::string path = file < files.size() ? files[file].name : "?";
    return path.substr(path.find_last_of('/') + 1);
}

std::string what(UnionKind kind, const std::string& key) {
    const std::string shown = quote(key.substr(key.find(separator) + 1));
    if (kind == UnionKind::attack_id) return "the ATT&CK id " + shown;
    return (kind == UnionKind::country ? "the country " : "the name ") + shown;
}

}  // namespace

Refusal refusal(const ActorGraph& graph, const std::pair<EntityId, EntityId>& pair,
                const MergeGroups::Obstacle& obstacle) {
    Refusal result{obstacle.kind, ids_of(graph, {pair.first, pair.second}), {}};
    const std::string two =
        quote(graph[obstacle.first].id) + " and " + quote(graph[obstacle.second].id);
    switch (obstacle.kind) {
        case RefusalKind::judged:
            result.reason = two + " are judged different or unsure";
            break;
        case RefusalKind::apart:
            result.reason = two + ", which " + file_name(graph, obstacle.file) +
                            " keeps apart, would become one";
            break;
        case RefusalKind::other_type:
            result.reason = two + " are of different types or countries";
            break;
        case RefusalKind::inactive:
            result.reason = "one of " + two + " is revoked or deprecated";
            break;
        default:
            result.reason = two + " are refused already and would become one";
    }
    return result;
}

bool MergeCandidates::by_key(UnionKind kind) {
    return settle(sharing(kind));
}

const std::vector<MergeCandidates::Keyed>& MergeCandidates::keyed(UnionKind kind) {
    const auto [at, fresh] = keyed_.try_emplace(kind);
    std::vector<Keyed>& result = at->second;
    if (!fresh) return result;
    for (std::size_t e = 0; e < graph_.entities().size(); ++e) {
        const auto entity = static_cast<EntityId>(e);
        const MergeTraits& traits = groups_.traits(entity);
        if (!traits.active) continue;
        const auto add = [&](const std::string& key) {
            result.push_back({traits.kind + separator + key, entity});
        };
        if (kind == UnionKind::country && traits.kind == "location" && !traits.country.empty())
            add(traits.country);
        if (kind == UnionKind::name) std::for_each(traits.names.begin(), traits.names.end(), add);
        if (kind == UnionKind::attack_id)
            std::for_each(traits.attack_ids.begin(), traits.attack_ids.end(), add);
    }
    std::sort(result.begin(), result.end(), [](const Keyed& a, const Keyed& b) {
        return std::tie(a.key, a.entity) < std::tie(b.key, b.entity);
    });
    return result;
}

std::vector<MergeCandidates::Candidate> MergeCandidates::sharing(UnionKind kind) {
    const std::vector<Keyed>& all = keyed(kind);
    std::map<std::pair<EntityId, EntityId>, std::vector<UnionReason>> found;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        std::map<EntityId, EntityId> users;  // each group, and the first of it that has the key
        for (end = begin; end < all.size() && all[end].key == all[begin].key; ++end)
            users.try_emplace(groups_.find(all[end].entity), all[end].entity);
        if (users.size() < 2) continue;
        std::vector<EntityId> sharers;
        for (const auto& [group, entity] : users) sharers.push_back(group);
        if (ambiguous(kind, all[begin].key, sharers)) continue;
        const std::string key = all[begin].key.substr(all[begin].key.find(separator) + 1);
        for (auto a = users.begin(); a != users.end(); ++a) {
            for (auto b = std::next(a); b != users.end(); ++b) {
                const auto [first, second] = std::minmax(a->second, b->second);
                found[{a->first, b->first}].push_back(
                    {kind, graph_[first].id, graph_[second].id, key, {}, {}});
            }
        }
    }
    std::vector<Candidate> candidates;
    for (auto& [pair, reasons] : found)
        candidates.push_back({pair.first, pair.second, std::move(reasons)});
    return candidates;
}

/// Whether a file has the key for two of the groups; says so then. Otherwise there are at most as
/// many groups as files.
bool MergeCandidates::ambiguous(UnionKind kind, const std::string& key,
                                const std::vector<EntityId>& groups) const {
    std::map<std::uint32_t, EntityId> users;
    for (const EntityId group : groups) {
        for (const auto& [file, entity] : groups_.files(group)) {
            const auto [at, fresh] = users.try_emplace(file, group);
            if (fresh || at->second == group) continue;
            refusals_.push_back(
                {RefusalKind::ambiguous, ids_of(graph_, groups),
                 file_name(graph_, file) + " has " + what(kind, key) + " for several"});
            return true;
        }
    }
    return false;
}

bool MergeCandidates::by_judgement(const JudgedPairs& judged) {
    std::map<std::pair<EntityId, EntityId>, std::vector<UnionReason>> found;
    for (const auto& [pair, judgement] : judged) {
        if (judgement.verdict != Verdict::same) continue;
        const EntityId a = groups_.find(pair.first), b = groups_.find(pair.second);
        if (a == b) continue;
        auto& reasons = found[{std::min(a, b), std::max(a, b)}];
        reasons.insert(reasons.end(), judgement.reasons.begin(), judgement.reasons.end());
    }
    std::vector<Candidate> candidates;
    for (auto& [pair, reasons] : found)
        candidates.push_back({pair.first, pair.second, std::move(reasons)});
    return settle(std::move(candidates));
}

bool MergeCandidates::settle(std::vector<Candidate> candidates) {
    groups_.forgive();  // what other evidence could not decide, this may
    drop_hindered(candidates);
    choose(candidates);
    return unite(candidates);
}

void MergeCandidates::drop_hindered(std::vector<Candidate>& candidates) {
    std::erase_if(candidates, [&](const Candidate& candidate) {
        const auto obstacle = groups_.obstacle(candidate.first, candidate.second);
        if (obstacle)
            refusals_.push_back(refusal(graph_, {candidate.first, candidate.second}, *obstacle));
        return obstacle.has_value();
    });
}

void MergeCandidates::choose(std::vector<Candidate>& candidates) {
    std::vector<Option> options;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        const Candidate& candidate = candidates[c];
        const auto add = [&](EntityId group, EntityId other) {
            for (const auto& [file, entity] : groups_.files(other)) {
                if (options.empty() || options.back().candidate != c ||
                    options.back().group != group || options.back().file != file)
                    options.push_back({group, file, candidate.reasons.size(), other, c});
            }
        };
        add(candidate.first, candidate.second);
        add(candidate.second, candidate.first);
    }
    std::sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
        return std::tie(a.group, a.file, b.score, a.other) <
               std::tie(b.group, b.file, a.score, b.other);
    });
    for (std::size_t begin = 0, end = 0; begin < options.size(); begin = end) {
        for (end = begin; end < options.size() && options[end].group == options[begin].group &&
                          options[end].file == options[begin].file;)
            ++end;
        choose(candidates, &options[begin], &options[end - 1] + 1);
    }
}

/// Of the options of one group in one file, the best stands; if there are two, none does.
void MergeCandidates::choose(std::vector<Candidate>& candidates, const Option* first,
                             const Option* last) {
    const auto* lesser = std::find_if(
        first, last, [&](const Option& option) { return option.score < first->score; });
    const auto drop = [&](const Option& option) {
        candidates[option.candidate].refused = true;
        groups_.refuse(option.group, option.other);
    };
    if (lesser - first > 1) {
        std::vector<EntityId> tied;
        for (const auto* option = first; option != lesser; ++option) {
            tied.push_back(option->other);
            drop(*option);
        }
        const auto others = ids_of(graph_, tied);
        tied.push_back(first->group);
        refusals_.push_back({RefusalKind::ambiguous, ids_of(graph_, tied),
                             quote(graph_[first->group].id) + " agrees alike with " +
                                 quoted(others) + " of " + file_name(graph_, first->file)});
    }
    for (const auto* option = lesser; option != last; ++option) {
        drop(*option);
        refusals_.push_back({RefusalKind::lesser, ids_of(graph_, {option->group, option->other}),
                             quote(graph_[option->group].id) + " agrees in more with " +
                                 quote(graph_[first->other].id) + " of " +
                                 file_name(graph_, option->file)});
    }
}

bool MergeCandidates::unite(std::vector<Candidate>& candidates) {
    std::stable_sort(
        candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.reasons.size() > b.reasons.size(); });
    bool any = false;
    for (const Candidate& candidate : candidates) {
        if (candidate.refused) continue;
        const EntityId first = groups_.find(candidate.first),
                       second = groups_.find(candidate.second);
        const auto obstacle = first == second ? std::nullopt : groups_.obstacle(first, second);
        if (obstacle) {
            refusals_.push_back(refusal(graph_, {candidate.first, candidate.second}, *obstacle));
            continue;
        }
        if (first != second) groups_.unite(first, second);
        any = any || first != second;
        reasons_.insert(reasons_.end(), candidate.reasons.begin(), candidate.reasons.end());
    }
    return any;
}

}  // namespace actormap
