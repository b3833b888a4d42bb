#include <actormap/base/text.hpp>
#include <actormap/lens/merge.hpp>
#include <actormap/lens/merge_decisions.hpp>
#include <actormap/model/redraft.hpp>
#include <actormap/model/unite.hpp>
#include <actormap/model/vocabulary.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

// What was decided is carried out: the records of the graph go through a builder once more, those
// of united entities under the id of the first.

namespace actormap {
namespace {

constexpr Vocabulary<UnionKind, 5> union_kinds{{"id", "judgement", "attack-id", "country", "name"}};
constexpr Vocabulary<RefusalKind, 6> refusal_kinds{
    {"ambiguous", "lesser", "apart", "judged", "other-type", "inactive"}};
constexpr std::string_view parts_name = "x_parts";

class Merger {
  public:
    explicit Merger(const ActorGraph& graph)
        : graph_(graph), decisions_(decide_merge(graph)), builder_(diagnostics_) {
        for (std::size_t e = 0; e < graph.entities().size(); ++e)
            first_.push_back(static_cast<EntityId>(e));
        for (auto& group : decisions_.groups) {
            std::sort(group.begin(), group.end(), [&](EntityId a, EntityId b) {
                return std::pair(graph[a].place.file(), a) < std::pair(graph[b].place.file(), b);
            });
            for (const EntityId member : group) first_[index(member)] = group.front();
        }
    }

    Merged merge() {
        Merged merged;
        merged.unions = unions();
        merged.refusals = std::move(decisions_.refusals);
        merged.graph = decisions_.groups.empty() ? graph_ : rebuild();
        return merged;
    }

  private:
    ActorGraph rebuild() {
        for (InputFile file : graph_.files()) {
            file.strict = false;  // what a strict file may not repeat is united here on purpose
            (void)builder_.begin(std::move(file));
        }
        builder_.set_title(graph_.title());
        builder_.set_as_of(graph_.as_of());
        builder_.add(graph_.properties());
        for (const Speaker& speaker : graph_.speakers()) {
            SpeakerDraft draft = redraft(graph_, speaker);
            if (speaker.entity) draft.entity.id = id_of(*speaker.entity);
            builder_.add(std::move(draft));
        }
        for (const Source& source : graph_.sources()) builder_.add(redraft(graph_, source));
        take_entities();
        for (const Relation& relation : graph_.relations()) {
            RelationDraft draft = redraft(graph_, relation);
            draft.from.id = id_of(relation.from);
            draft.to.id = id_of(relation.to);
            draft.claims = redraft(graph_, relation.claims);
            builder_.add(std::move(draft));
        }
        for (const Judgement& judgement : graph_.judgements()) take(judgement);
        return builder_.build();
    }

    [[nodiscard]] std::string id_of(EntityId entity) const {
        return graph_[first_[index(entity)]].id;
    }

    void take_entities() {
        std::vector<bool> grouped(graph_.entities().size());
        for (const auto& group : decisions_.groups) {
            for (const EntityId member : group) grouped[index(member)] = true;
            take(group);
        }
        for (std::size_t e = 0; e < grouped.size(); ++e) {
            if (!grouped[e]) builder_.add(with_names(graph_.entities()[e]));
        }
    }

    [[nodiscard]] EntityDraft with_names(const Entity& entity) const {
        EntityDraft draft = redraft(entity);
        for (const Name& name : entity.names) {
            draft.names.push_back(redraft(graph_, name));
            draft.names.back().claims = redraft(graph_, name.claims);
        }
        return draft;
    }

    /// The builder unites drafts of one id; it would take other names and types for contradictions.
    void take(const std::vector<EntityId>& group) {
        const Entity& first = graph_[group.front()];
        const std::string& label = graph_[labelled_best(group)].name;
        std::set<std::string> known{label};
        for (const EntityId member : group) {
            for (const Name& name : graph_[member].names)
                known.emplace(std::string_view(name.name));
        }
        for (const EntityId member : group) {
            const Entity& entity = graph_[member];
            EntityDraft draft = with_names(entity);
            draft.entity.properties = without_parts(entity.properties);
            if (member == group.front())
                set_property(draft.entity.properties, {std::string(parts_name), parts_json(group)});
            if (known.emplace(std::string_view(entity.name)).second) {
                NameDraft name;
                name.name.name = entity.name;
                name.name.marking = entity.marking;
                name.name.place = entity.place;
                draft.names.push_back(std::move(name));
            }
            draft.entity.id = first.id;
            draft.entity.name = label;
            draft.entity.type = first.type;
            builder_.add(std::move(draft));
        }
    }

    /// The part whose own name the union bears: the name that most parts have for their own; of
    /// several the one that most parts have at all; of several the first part's.
    [[nodiscard]] EntityId labelled_best(const std::vector<EntityId>& group) const {
        std::map<std::string, std::pair<std::size_t, std::size_t>> votes;  // own names, all names
        for (const EntityId member : group) {
            std::set<std::string> keys{name_key(graph_[member].name)};
            ++votes[*keys.begin()].first;
            for (const Name& name : graph_[member].names) keys.insert(name_key(name.name));
            for (const std::string& key : keys) ++votes[key].second;
        }
        EntityId best = group.front();
        for (const EntityId member : group) {
            if (votes[name_key(graph_[member].name)] > votes[name_key(graph_[best].name)])
                best = member;
        }
        return best;
    }

    /// A judgement inside a united entity stays as it was: it says why.
    void take(const Judgement& judgement) {
        JudgementDraft draft = redraft(graph_, judgement);
        const auto first = graph_.find_entity(judgement.first);
        const auto second = graph_.find_entity(judgement.second);
        if (!first || !second || first_[index(*first)] != first_[index(*second)]) {
            if (first) draft.judgement.first = id_of(*first);
            if (second) draft.judgement.second = id_of(*second);
        }
        builder_.add(std::move(draft));
    }

    static Properties without_parts(const Properties& properties) {
        Properties rest;
        for (const Property& property : properties) {
            if (std::string_view(property.name) != parts_name) set_property(rest, property);
        }
        return rest;
    }

    /// The parts of all, and those that one has from an earlier union.
    [[nodiscard]] std::string parts_json(const std::vector<EntityId>& group) const {
        std::string json;
        const auto add = [&](std::string_view items) {
            if (!items.empty()) (json += json.empty() ? "[" : ",") += items;
        };
        for (const Part& part : parts_of(group))
            add("{\"id\":" + json_string(part.id) + ",\"type\":" + json_string(part.type) +
                ",\"name\":" + json_string(part.name) + ",\"file\":" + json_string(part.file) +
                '}');
        for (const EntityId member : group) {
            for (const Property& property : graph_[member].properties) {
                const std::string_view text = property.json;
                const bool list = text.size() > 2 && text.front() == '[' && text.back() == ']';
                if (std::string_view(property.name) == parts_name && list)
                    add(text.substr(1, text.size() - 2));
            }
        }
        return json + ']';
    }

    [[nodiscard]] std::vector<Part> parts_of(const std::vector<EntityId>& group) const {
        std::vector<Part> parts;
        for (const EntityId member : group) {
            const Entity& entity = graph_[member];
            const auto add = [&](const Place& place) {
                const auto files = graph_.files();
                const std::string path =
                    place.file() < files.size() ? files[place.file()].name : "";
                parts.push_back(
                    {entity.id, entity.type, entity.name, path.substr(path.find_last_of('/') + 1)});
            };
            add(entity.place);
            std::for_each(entity.also.list.begin(), entity.also.list.end(), add);
        }
        std::sort(parts.begin(), parts.end());
        return parts;
    }

    [[nodiscard]] std::vector<Union> unions() const {
        std::vector<Union> result;
        std::vector<std::size_t> place(graph_.entities().size());  // 1 more; 0: none
        const auto add = [&](const std::vector<EntityId>& group) {
            const Entity& first = graph_[group.front()];
            result.push_back({first.id, graph_[labelled_best(group)].name, parts_of(group), {}});
            for (const EntityId member : group) {
                place[index(member)] = result.size();
                const std::string& id = graph_[member].id;
                if (!graph_[member].also.list.empty())
                    result.back().reasons.push_back({UnionKind::id, id, id, id, {}, {}});
            }
        };
        for (const auto& group : decisions_.groups) add(group);
        for (std::size_t e = 0; e < place.size(); ++e) {
            const bool shared = !graph_.entities()[e].also.list.empty();
            if (place[e] == 0 && shared) add({static_cast<EntityId>(e)});
        }
        for (const UnionReason& reason : decisions_.reasons) {
            const auto entity = graph_.find_entity(reason.first);
            if (entity && place[index(*entity)] != 0)
                result[place[index(*entity)] - 1].reasons.push_back(reason);
        }
        for (Union& one : result) {
            std::sort(one.reasons.begin(), one.reasons.end());
            one.reasons.erase(std::unique(one.reasons.begin(), one.reasons.end()),
                              one.reasons.end());
        }
        std::sort(result.begin(), result.end(),
                  [](const Union& a, const Union& b) { return a.id < b.id; });
        return result;
    }

    const ActorGraph& graph_;
    MergeDecisions decisions_;
    Diagnostics diagnostics_;  // contradictions are kept as x_conflicts, and expected here
    GraphBuilder builder_;
    std::vector<EntityId> first_;  // of each entity the first part of what it becomes
};

}  // namespace

std::string_view to_string(UnionKind kind) {
    return union_kinds[kind];
}
std::string_view to_string(RefusalKind kind) {
    return refusal_kinds[kind];
}

Merged merge_names(const ActorGraph& graph) {
    return Merger(graph).merge();
}

}  // namespace actormap
