#include <actormap/analysis/similarity.hpp>
#include <actormap/base/text.hpp>
#include <actormap/study/comparison.hpp>
#include <actormap/study/profile.hpp>

#include <algorithm>
#include <iterator>
#include <map>

namespace actormap {
namespace {

class Comparer {
  public:
    Comparer(const ActorGraph& graph, const Lens& lens, const View& view, const Traits& traits,
             EntityId first, EntityId second)
        : graph_(graph),
          lens_(lens),
          view_(view),
          traits_(traits),
          first_(*traits.vertex(first)),
          second_(*traits.vertex(second)) {
        result_.first = first;
        result_.second = second;
    }

    Comparison compare(const Run& run) {
        result_.compared = traits_.entities.size();
        result_.jaccard = jaccard(traits_.network, first_, run)[second_];
        result_.rarity = weighted_jaccard(traits_.network, first_, traits_.weight, run)[second_];
        compare_headings();
        result_.between = relations_between();
        compare_names();
        compare_sources();
        find_marking();
        return std::move(result_);
    }

  private:
    void compare_headings() {
        std::map<Heading, HeadingComparison> headings;
        for (Reason& reason : reasons_for(graph_, view_, traits_, first_, second_))
            headings[reason.trait.heading].shared.push_back(std::move(reason));
        for (const Vertex t : only(first_, second_))
            headings[traits_.trait(t).heading].only_first.push_back(traits_.trait(t));
        for (const Vertex t : only(second_, first_))
            headings[traits_.trait(t).heading].only_second.push_back(traits_.trait(t));
        for (auto& [heading, comparison] : headings) {
            comparison.heading = heading;
            score(comparison);
            result_.headings.push_back(std::move(comparison));
        }
    }

    /// The traits of one that the other has not, rarest first.
    [[nodiscard]] std::vector<Vertex> only(Vertex one, Vertex other) const {
        std::vector<Vertex> result;
        const auto of_one = traits_.network.out(one), of_other = traits_.network.out(other);
        std::set_difference(of_one.begin(), of_one.end(), of_other.begin(), of_other.end(),
                            std::back_inserter(result));
        std::stable_sort(result.begin(), result.end(),
                         [&](Vertex a, Vertex b) { return traits_.rarity[a] > traits_.rarity[b]; });
        return result;
    }

    /// The likeness as if there were no other heading.
    void score(HeadingComparison& comparison) const {
        double both = 0, either = 0;
        for (const Vertex t : traits_.shared(first_, second_)) {
            if (traits_.trait(t).heading == comparison.heading) both += traits_.weight[t];
        }
        either = both;
        for (const auto& [one, other] : {std::pair(first_, second_), std::pair(second_, first_)}) {
            for (const Vertex t : only(one, other)) {
                if (traits_.trait(t).heading == comparison.heading) either += traits_.weight[t];
            }
        }
        const std::size_t all =
            comparison.shared.size() + comparison.only_first.size() + comparison.only_second.size();
        comparison.jaccard =
            static_cast<double>(comparison.shared.size()) / static_cast<double>(all);
        comparison.rarity = either > 0 ? both / either : 0;
    }

    /// Those of the view, and those that are only denied or doubted where the lens wants their
    /// types.
    [[nodiscard]] std::vector<RelationId> relations_between() const {
        std::vector<RelationId> found =
            actormap::relations_between(view_, result_.first, result_.second);
        for (const RelationId r : graph_.relations_of(result_.first)) {
            const Relation& relation = graph_[r];
            const bool both = relation.from == result_.second || relation.to == result_.second;
            const bool wanted =
                lens_.relations.empty() || std::find(lens_.relations.begin(), lens_.relations.end(),
                                                     relation.type.str()) != lens_.relations.end();
            if (both && wanted && view_.selection[r] == RelationState::unclaimed)
                found.push_back(r);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    struct Label {
        std::string_view text;
        const Name* name;
    };

    /// The labels in use of an entity by their keys, its own name before others.
    [[nodiscard]] std::map<std::string, Label> labels(EntityId id) const {
        std::map<std::string, Label> result;
        const Entity& entity = graph_[id];
        result.try_emplace(name_key(entity.name), Label{entity.name, nullptr});
        for (const Name& name : entity.names) {
            if (in_use(graph_, lens_, view_.selection, name))
                result.try_emplace(name_key(name.name), Label{name.name, &name});
        }
        result.erase(std::string());
        return result;
    }

    void compare_names() {
        const auto of_first = labels(result_.first), of_second = labels(result_.second);
        for (const auto& [key, label] : of_first) {
            const auto at = of_second.find(key);
            if (at != of_second.end())
                result_.names.push_back({std::string(label.text), label.name, at->second.name});
        }
    }

    /// What is said of an entity in the view: its relations there and its names in use.
    template <typename Visit>
    void for_each_claim(EntityId id, const Visit& visit) const {
        const auto all = [&](const ClaimRange& range) {
            for (const ClaimId c : shown_claims(view_.selection, range)) visit(c);
        };
        const Vertex self = *view_.vertex(id);
        const auto edge = [&](const ViewEdge* found) {
            for (const RelationId r : found->relations) all(graph_[r].claims);
        };
        for (const Vertex other : view_.network.out(self)) edge(view_.edge(self, other));
        for (const Vertex other : view_.network.in(self)) edge(view_.edge(other, self));
        for (const Name& name : graph_[id].names) {
            if (in_use(graph_, lens_, view_.selection, name)) all(name.claims);
        }
    }

    [[nodiscard]] std::vector<SourceId> sources_of(EntityId id) const {
        std::vector<SourceId> sources;
        for_each_claim(id, [&](ClaimId c) {
            if (graph_[c].source) sources.push_back(*graph_[c].source);
        });
        std::sort(sources.begin(), sources.end());
        sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
        return sources;
    }

    void compare_sources() {
        const auto of_first = sources_of(result_.first), of_second = sources_of(result_.second);
        std::set_intersection(of_first.begin(), of_first.end(), of_second.begin(), of_second.end(),
                              std::back_inserter(result_.sources));
    }

    void raise(Tlp level) { result_.marking = std::max(result_.marking, level); }

    void find_marking() {
        for (const EntityId id : {result_.first, result_.second}) {
            const Vertex self = *view_.vertex(id);
            raise(graph_[id].marking);
            for (const Vertex other : view_.network.out(self))
                raise(view_.edge(self, other)->marking);
            for (const Vertex other : view_.network.in(self))
                raise(view_.edge(other, self)->marking);
            for_each_claim(id, [&](ClaimId c) { raise(graph_.marking(graph_[c])); });
        }
        for (const CommonName& name : result_.names) {
            if (name.first) raise(name.first->marking);
            if (name.second) raise(name.second->marking);
        }
        for (const RelationId r : result_.between) {
            raise(graph_[r].marking);
            for (const ClaimId c : shown_claims(view_.selection, graph_[r].claims))
                raise(graph_.marking(graph_[c]));
        }
    }

    const ActorGraph& graph_;
    const Lens& lens_;
    const View& view_;
    const Traits& traits_;
    Vertex first_, second_;
    Comparison result_;
};

}  // namespace

Comparison compare(const ActorGraph& graph, const Lens& lens, const View& view, EntityId first,
                   EntityId second, const Run& run) {
    if (first == second)
        throw Error("same-entity",
                    quote(graph[first].id) + " can't be compared with itself; name another entity");
    const EntityId both[] = {first, second};
    const Traits traits = traits_of(graph, view, both, {}, {}, run);
    return Comparer(graph, lens, view, traits, first, second).compare(run);
}

}  // namespace actormap
