#include <actormap/lens/combine.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/study/world_model.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace actormap {
namespace {

constexpr Vocabulary<WorldsBy, 3> words{{"relation", "source", "speaker"}};

}  // namespace

std::optional<WorldsBy> parse_worlds_by(std::string_view text) {
    return words.parse(text);
}
std::string_view to_string(WorldsBy by) {
    return words[by];
}

class WorldModel::Builder {
  public:
    Builder(const ActorGraph& graph, const View& view, WorldsBy by, WorldModel& model)
        : graph_(graph), view_(view), by_(by), model_(model) {}

    void build() {
        model_.first_.push_back(0);
        for (const ViewEdge& edge : view_.edges) {
            for (const RelationId relation : edge.relations)
                model_.of_edges_.push_back(condition(relation));
            model_.first_.push_back(model_.of_edges_.size());
        }
        for (std::vector<double>& numbers : model_.thresholds_) {
            std::sort(numbers.begin(), numbers.end());
            numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        }
    }

  private:
    /// A roll-up may put one relation into several edges.
    std::size_t condition(RelationId relation) {
        const auto [at, fresh] = known_.try_emplace(relation, model_.conditions_.size());
        if (fresh) model_.conditions_.push_back(make_condition(relation));
        return at->second;
    }

    Condition make_condition(RelationId relation) {
        const Grounds all = grounds(graph_, view_.selection, relation);
        if (by_ == WorldsBy::relation)
            return add({{{Kind::relation, index(relation), Says::yes}, belief(all)}}, {});
        const auto chances = [&](const std::vector<Ground>& list, Says says) {
            std::vector<Chance> result;
            for (const Ground& ground : list)
                result.push_back({coin_of(ground.evidence, says), ground.confidence});
            return result;
        };
        return add(chances(all.carrying, Says::yes), chances(all.opposing, Says::no));
    }

    enum class Kind { relation, source, speaker };
    enum class Says { yes, no };
    /// What a coin is of. What one asserts and what it denies are right or wrong by themselves: a
    /// source that prints both a claim and its denial is not right about both at once.
    using Owner = std::tuple<Kind, std::size_t, Says>;

    [[nodiscard]] Owner coin_of(ClaimId claim, Says says) const {
        const Claim& said_first = graph_[graph_.root(claim)];
        if (by_ == WorldsBy::source && said_first.source)
            return {Kind::source, index(*said_first.source), says};
        return {Kind::speaker, index(said_first.by), says};
    }

    struct Chance {
        Owner owner;
        double below;
    };

    /// Only what is uncertain gets a coin, and only where it decides something.
    Condition add(std::vector<Chance> carrying, std::vector<Chance> opposing) {
        const auto certain = [](const Chance& chance) { return chance.below >= 1; };
        const auto idle = [](const Chance& chance) { return chance.below <= 0; };
        std::erase_if(carrying, idle);
        std::erase_if(opposing, idle);
        const bool always = std::any_of(carrying.begin(), carrying.end(), certain);
        const bool never =
            carrying.empty() || std::any_of(opposing.begin(), opposing.end(), certain);
        if (always || never) carrying.clear();
        if (never) opposing.clear();
        Condition made{model_.literals_.size(), 0, 0, always && !never};
        for (const Chance& chance : carrying) add(chance);
        made.opposing = model_.literals_.size();
        for (const Chance& chance : opposing) add(chance);
        made.last = model_.literals_.size();
        return made;
    }

    void add(const Chance& chance) {
        const auto [at, fresh] = coins_.try_emplace(chance.owner, model_.thresholds_.size());
        if (fresh) model_.thresholds_.emplace_back();
        model_.thresholds_[at->second].push_back(chance.below);
        model_.literals_.push_back({at->second, chance.below});
    }

    const ActorGraph& graph_;
    const View& view_;
    WorldsBy by_;
    WorldModel& model_;
    std::map<Owner, std::size_t> coins_;
    std::map<RelationId, std::size_t> known_;
};

WorldModel::WorldModel(const ActorGraph& graph, const View& view, WorldsBy by) {
    Builder(graph, view, by, *this).build();
}

std::size_t WorldModel::outcomes(std::size_t limit) const {
    std::size_t product = 1;
    for (const auto& numbers : thresholds_) {
        if (product > limit / (numbers.size() + 1)) return limit;
        product *= numbers.size() + 1;
    }
    return std::min(product, limit);
}

bool WorldModel::holds(const Condition& condition, std::span<const double> numbers) const {
    const auto is_right = [&](const Literal& literal) {
        return numbers[literal.coin] < literal.below;
    };
    const auto at = [&](std::size_t i) {
        return literals_.begin() + static_cast<std::ptrdiff_t>(i);
    };
    return (condition.always ||
            std::any_of(at(condition.first), at(condition.opposing), is_right)) &&
           std::none_of(at(condition.opposing), at(condition.last), is_right);
}

std::vector<std::uint8_t> WorldModel::edges(std::span<const double> numbers) const {
    std::vector<std::uint8_t> held(conditions_.size());
    for (std::size_t c = 0; c < held.size(); ++c) held[c] = holds(conditions_[c], numbers) ? 1 : 0;
    std::vector<std::uint8_t> result(first_.size() - 1, 0);
    for (std::size_t e = 0; e < result.size(); ++e) {
        for (std::size_t i = first_[e]; i < first_[e + 1]; ++i) result[e] |= held[of_edges_[i]];
    }
    return result;
}

}  // namespace actormap
