#include <actormap/base/text.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/study/difference.hpp>
#include <actormap/study/difference_fields.hpp>
#include <actormap/study/difference_side.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace actormap {
namespace {

constexpr Vocabulary<ChangeKind, 3> change_kinds{{"added", "removed", "changed"}};
constexpr Vocabulary<ChangeOf, 5> change_ofs{{"entity", "name", "relation", "claim", "stance"}};

class Comparer {
  public:
    Comparer(const Side& before, const Side& after)
        : before_(before), after_(after), old_(content_of(before)), new_(content_of(after)) {}

    Difference compare() {
        compare_entities();
        compare_names();
        compare_relations();
        std::sort(result_.changes.begin(), result_.changes.end(), order);
        for (const Change& change : result_.changes)
            result_.marking = std::max(result_.marking, change.marking);
        return std::move(result_);
    }

  private:
    static bool order(const Change& a, const Change& b) {
        const auto key = [](const Change& c) {
            return std::tie(c.what, c.date, c.subject, c.kind, c.by, c.source, c.detail, c.entity,
                            c.to, c.marking);
        };
        return key(a) < key(b);
    }

    // Calls `both`, with a null pointer for what one side lacks, in the order of keys.
    template <typename Map, typename Both>
    static void for_each_key(const Map& before, const Map& after, const Both& both) {
        auto a = before.begin();
        auto b = after.begin();
        while (a != before.end() || b != after.end()) {
            const bool has_a = a != before.end() && (b == after.end() || a->first <= b->first);
            const bool has_b = b != after.end() && (a == before.end() || b->first <= a->first);
            both(has_a ? &a->second : nullptr, has_b ? &b->second : nullptr);
            if (has_a) ++a;
            if (has_b) ++b;
        }
    }

    void compare_entities() {
        for_each_key(
            old_.entities, new_.entities, [&](const Entity* const* was, const Entity* const* is) {
                const Entity& entity = is ? **is : **was;
                std::string detail = was && is ? entity_changes(**was, **is) : "";
                if (was && is && detail.empty()) return;
                Change change =
                    about(ChangeOf::entity, kind(was, is), {&entity, nullptr, nullptr, true, {}});
                change.detail = std::move(detail);
                result_.changes.push_back(std::move(change));
            });
    }

    void compare_names() {
        for_each_key(old_.names, new_.names, [&](const SaidSubject* was, const SaidSubject* is) {
            compare(was, is, ChangeOf::name);
        });
    }

    void compare_relations() {
        for (const auto& [was, is] :
             match_relations(before_.graph, old_.relations, after_.graph, new_.relations))
            compare(was, is, ChangeOf::relation);
    }

    void compare(const SaidSubject* was, const SaidSubject* is, ChangeOf what) {
        const bool held = was && was->holds, holds = is && is->holds;
        if (held != holds) {
            const ChangeKind how = holds ? ChangeKind::added : ChangeKind::removed;
            result_.changes.push_back(appearance(what, how, holds ? *is : *was, was, is));
        } else if (held && was->relation) {
            compare_records(*was, *is);
        } else if (held) {
            compare_markings(*was, *is);
        }
        static const std::vector<SaidClaim> none;
        compare_claims(was, is, was ? was->claims : none, is ? is->claims : none);
    }

    /// When it began to hold, going by the first claim that carries it; or ceased to, going by
    /// the last that takes something back.
    Change appearance(ChangeOf what, ChangeKind how, const SaidSubject& subject,
                      const SaidSubject* was, const SaidSubject* is) const {
        Change change = about(what, how, subject);
        const SaidSubject* other = how == ChangeKind::added ? was : is;
        const SaidClaim* said = nullptr;
        if (how == ChangeKind::added) {
            for (const SaidClaim& claim : subject.claims) {
                if (carries(claim.stance) && !said) said = &claim;
            }
        } else if (other) {
            for (const SaidClaim& claim : other->claims) {
                if (claim.stance == Stance::retracts) said = &claim;
            }
        }
        if (said) credit(change, *said, after_.graph);
        if (what == ChangeOf::name && !said && subject.name->by) {
            const Speaker& speaker = graph_of(subject_is_new(how))[*subject.name->by];
            change.by = speaker.id;
            change.by_name = speaker.name;
            change.date = subject.name->since;
        }
        if (how == ChangeKind::removed && said) change.detail = "withdrawn";
        return change;
    }

    static bool subject_is_new(ChangeKind how) { return how == ChangeKind::added; }
    [[nodiscard]] const ActorGraph& graph_of(bool is_new) const {
        return is_new ? after_.graph : before_.graph;
    }

    void compare_records(const SaidSubject& was, const SaidSubject& is) {
        const Relation &old_one = *was.relation, &new_one = *is.relation;
        ChangedFields fields;
        fields.add("from", before_.graph[old_one.from].id, after_.graph[new_one.from].id);
        fields.add("type", old_one.type, new_one.type);
        fields.add("to", before_.graph[old_one.to].id, after_.graph[new_one.to].id);
        fields.add("start", to_string(old_one.when.start), to_string(new_one.when.start));
        fields.add("stop", to_string(old_one.when.stop), to_string(new_one.when.stop));
        fields.add_text("description", old_one.description, new_one.description);
        fields.add("marking", to_string(old_one.marking), to_string(new_one.marking));
        fields.add(old_one.properties, new_one.properties);
        add_changed(ChangeOf::relation, is, fields);
    }

    void compare_markings(const SaidSubject& was, const SaidSubject& is) {
        ChangedFields fields;
        fields.add("marking", to_string(was.name->marking), to_string(is.name->marking));
        fields.add(was.name->properties, is.name->properties);
        add_changed(ChangeOf::name, is, fields);
    }

    void add_changed(ChangeOf what, const SaidSubject& is, const ChangedFields& fields) {
        if (fields.text().empty()) return;
        Change change = about(what, ChangeKind::changed, is);
        change.detail = fields.text();
        result_.changes.push_back(std::move(change));
    }

    void compare_claims(const SaidSubject* was, const SaidSubject* is,
                        const std::vector<SaidClaim>& old_claims,
                        const std::vector<SaidClaim>& new_claims) {
        auto gone = without(old_claims, new_claims);
        auto come = without(new_claims, old_claims);
        for (auto claim = gone.begin(); claim != gone.end();) {
            const auto again = std::find_if(come.begin(), come.end(), [&](const SaidClaim* other) {
                return other->same_occasion(**claim);
            });
            if (again == come.end()) {
                ++claim;
                continue;
            }
            Change change = claim_change(ChangeKind::changed, *is, **again, true);
            ChangedFields fields;
            fields.add("confidence", (*claim)->confidence, (*again)->confidence);
            if (fields.text().empty()) fields.add_text("wording", (*claim)->rest, (*again)->rest);
            change.detail += "; " + fields.text();
            result_.changes.push_back(std::move(change));
            come.erase(again);
            claim = gone.erase(claim);
        }
        for (const SaidClaim* claim : gone)
            result_.changes.push_back(claim_change(ChangeKind::removed, *was, *claim, false));
        for (const SaidClaim* claim : come)
            result_.changes.push_back(claim_change(ChangeKind::added, *is, *claim, true));
        if (was && is) compare_stances(*was, *is);
    }

    /// Claims of one list that the other lacks; both ascend by date first.
    static std::vector<const SaidClaim*> without(const std::vector<SaidClaim>& list,
                                                 const std::vector<SaidClaim>& others) {
        const auto key = [](const SaidClaim& c) {
            return std::tie(c.date, c.by, c.source, c.stance, c.rest);
        };
        std::vector<const SaidClaim*> result;
        for (const SaidClaim& claim : list) {
            const auto at = std::lower_bound(
                others.begin(), others.end(), claim,
                [&](const SaidClaim& a, const SaidClaim& b) { return key(a) < key(b); });
            if (at == others.end() || !at->same(claim)) result.push_back(&claim);
        }
        return result;
    }

    void compare_stances(const SaidSubject& was, const SaidSubject& is) {
        const auto latest = [](const std::vector<SaidClaim>& claims) {
            std::map<std::string, const SaidClaim*> result;
            for (const SaidClaim& claim : claims) result[claim.by] = &claim;
            return result;
        };
        const auto old_ones = latest(was.claims), new_ones = latest(is.claims);
        for (const auto& [by, claim] : new_ones) {
            const auto before = old_ones.find(by);
            if (before == old_ones.end() || before->second->stance == claim->stance) continue;
            Change change = claim_change(ChangeKind::changed, is, *claim, true);
            change.what = ChangeOf::stance;
            change.detail = from_to(to_string(before->second->stance), to_string(claim->stance));
            result_.changes.push_back(std::move(change));
        }
    }

    Change claim_change(ChangeKind how, const SaidSubject& subject, const SaidClaim& claim,
                        bool is_new) const {
        Change change = about(ChangeOf::claim, how, subject, is_new);
        credit(change, claim, graph_of(is_new));
        change.marking = std::max(change.marking, graph_of(is_new).marking(*claim.claim));
        change.detail = to_string(claim.stance);
        if (!claim.confidence.empty() && how != ChangeKind::changed)
            change.detail += ", confidence " + claim.confidence;
        return change;
    }

    static void credit(Change& change, const SaidClaim& said, const ActorGraph& graph) {
        change.by = said.by;
        change.by_name = graph[said.claim->by].name;
        change.date = said.date;
        change.source = said.source;
        if (!said.claim->source) return;
        const Source& source = graph[*said.claim->source];
        change.url = source.url.empty() ? source.title : source.url;
        if (change.url.empty()) change.url = source.id;
    }

    static ChangeKind kind(const void* was, const void* is) {
        if (was && is) return ChangeKind::changed;
        return is ? ChangeKind::added : ChangeKind::removed;
    }

    [[nodiscard]] Change about(ChangeOf what, ChangeKind how, const SaidSubject& subject) const {
        return about(what, how, subject, how != ChangeKind::removed);
    }

    [[nodiscard]] Change about(ChangeOf what, ChangeKind how, const SaidSubject& subject,
                               bool is_new) const {
        Change change;
        change.kind = how;
        change.what = what;
        change.entity = subject.entity->id;
        change.marking = subject.entity->marking;
        if (subject.relation) {
            const Entity& to = graph_of(is_new)[subject.relation->to];
            change.relation = subject.relation->type;
            change.to = to.id;
            change.subject = join({std::string(std::string_view(subject.entity->name)),
                                   change.relation, std::string(std::string_view(to.name))},
                                  " ");
            change.marking = std::max({change.marking, to.marking, subject.relation->marking});
        } else if (subject.name) {
            change.name = subject.name->name;
            change.subject = change.name + ", a name of ";
            change.subject += std::string_view(subject.entity->name);
            change.marking = std::max(change.marking, subject.name->marking);
        } else {
            change.subject = std::string_view(subject.entity->name);
            ((change.subject += " (") += std::string_view(subject.entity->type)) += ')';
        }
        return change;
    }

    const Side& before_;
    const Side& after_;
    SideContent old_, new_;
    Difference result_;
};

}  // namespace

std::string_view to_string(ChangeKind kind) {
    return change_kinds[kind];
}
std::string_view to_string(ChangeOf what) {
    return change_ofs[what];
}

std::size_t Difference::count(ChangeOf what, ChangeKind kind) const {
    return static_cast<std::size_t>(std::count_if(
        changes.begin(), changes.end(),
        [&](const Change& change) { return change.what == what && change.kind == kind; }));
}

Difference difference(const Side& before, const Side& after) {
    return Comparer(before, after).compare();
}

}  // namespace actormap
