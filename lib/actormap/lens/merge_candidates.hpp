#pragma once

#include <actormap/lens/merge_groups.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace actormap {

/// Why a pair stays apart, in words.
[[nodiscard]] Refusal refusal(const ActorGraph& graph, const std::pair<EntityId, EntityId>& pair,
                              const MergeGroups::Obstacle& obstacle);

/// Finds pairs of groups that something speaks for uniting, and unites those of which nothing else
/// is as likely: of several in one file the one that agrees in most; none, if two agree alike.
class MergeCandidates {
  public:
    MergeCandidates(const ActorGraph& graph, MergeGroups& groups, std::vector<UnionReason>& reasons,
                    std::vector<Refusal>& refusals)
        : graph_(graph), groups_(groups), reasons_(reasons), refusals_(refusals) {}

    /// By what groups share: names, ATT&CK ids or countries. A key that two groups of one class
    /// and one file share unites nothing. Returns whether anything was united.
    bool by_key(UnionKind kind);
    /// By judgements that say `same`.
    bool by_judgement(const JudgedPairs& judged);

  private:
    struct Candidate {
        EntityId first, second;  // groups
        std::vector<UnionReason> reasons;
        bool refused = false;
    };
    /// A candidate as one of its groups sees it, among the others in a file.
    struct Option {
        EntityId group;
        std::uint32_t file;
        std::size_t score;
        EntityId other;
        std::size_t candidate;
    };
    struct Keyed {
        std::string key;  // with the class before it
        EntityId entity;
    };

    [[nodiscard]] const std::vector<Keyed>& keyed(UnionKind kind);
    [[nodiscard]] std::vector<Candidate> sharing(UnionKind kind);
    [[nodiscard]] bool ambiguous(UnionKind kind, const std::string& key,
                                 const std::vector<EntityId>& groups) const;
    bool settle(std::vector<Candidate> candidates);
    void drop_hindered(std::vector<Candidate>& candidates);
    void choose(std::vector<Candidate>& candidates);
    void choose(std::vector<Candidate>& candidates, const Option* first, const Option* last);
    bool unite(std::vector<Candidate>& candidates);

    const ActorGraph& graph_;
    MergeGroups& groups_;
    std::vector<UnionReason>& reasons_;
    std::vector<Refusal>& refusals_;
    std::map<UnionKind, std::vector<Keyed>> keyed_;  // once asked for: rounds do not change them
};

}  // namespace actormap
