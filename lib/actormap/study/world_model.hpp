#pragma once

#include <actormap/lens/view.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace actormap {

/// What is right or wrong as a whole in a world.
enum class WorldsBy {
    relation,  ///< each relation by itself
    source,    ///< all that stands in a source: the one of a claim's root, else its speaker
    speaker    ///< all that a speaker says: the one of a claim's root
};
[[nodiscard]] std::optional<WorldsBy> parse_worlds_by(std::string_view text);
[[nodiscard]] std::string_view to_string(WorldsBy by);

/// Which edges of a view hold in a world.
///
/// A world deals each coin a number, even from 0 to 1. By relation there is a coin for each
/// relation, which holds where its number is below the relation's `belief`. By source or speaker
/// there is a coin for each of those; a ground (combine.hpp) is right where the number of its
/// coin is below its confidence, so that what a source is equally sure of is right or wrong
/// together, and where it is wrong about something it is wrong about all that it is less sure of.
/// It has another coin for what it disputes or denies. A relation holds where one of its grounds is
/// right, and none that opposes it. An edge holds where one of its relations does.
///
/// Coins that decide nothing, because what hangs on them is certain either way, are left out. What
/// a roll-up followed is taken as it stands.
class WorldModel {
  public:
    /// O(relations + claims).
    WorldModel(const ActorGraph& graph, const View& view, WorldsBy by);

    [[nodiscard]] std::size_t coins() const { return thresholds_.size(); }
    /// The numbers at which a coin begins to decide otherwise: ascending, between 0 and 1.
    [[nodiscard]] std::span<const double> thresholds(std::size_t coin) const {
        return thresholds_[coin];
    }
    /// How many worlds differ: the product over coins of the thresholds and one; `limit` if more.
    [[nodiscard]] std::size_t outcomes(std::size_t limit) const;
    /// For each edge of the view whether it holds, given a number for each coin.
    [[nodiscard]] std::vector<std::uint8_t> edges(std::span<const double> numbers) const;

  private:
    class Builder;

    struct Literal {
        std::size_t coin;
        double below;
    };
    struct Condition {  // of a relation: literals `first` to `opposing` carry it, to `last` oppose
        std::size_t first, opposing, last;
        bool always;  // something certain carries it
    };

    [[nodiscard]] bool holds(const Condition& condition, std::span<const double> numbers) const;

    std::vector<std::vector<double>> thresholds_;  // of each coin
    std::vector<Literal> literals_;
    std::vector<Condition> conditions_;          // of the relations
    std::vector<std::size_t> first_, of_edges_;  // edge e has conditions of_edges_[first_[e]], …
};

}  // namespace actormap
