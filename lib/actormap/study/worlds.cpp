#include <actormap/analysis/random_bits.hpp>
#include <actormap/base/number.hpp>
#include <actormap/base/parallel.hpp>
#include <actormap/model/types.hpp>
#include <actormap/study/worlds.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

namespace actormap {
namespace {

constexpr std::size_t most_numbers = std::size_t{1} << 28;
constexpr std::size_t chunks = 64;

/// The number of each coin in a world that is drawn.
std::vector<double> drawn(std::size_t coins, std::uint64_t seed, std::size_t world) {
    RandomBits bits = RandomBits::of_part(seed, world);
    std::vector<double> numbers(coins);
    for (double& number : numbers) number = bits.unit();
    return numbers;
}

/// World `world` of all: a number for each coin, and how likely they are together. Coins are its
/// digits, and what one decides does not change between two of its thresholds.
std::pair<std::vector<double>, double> numbered(const WorldModel& model, std::size_t world) {
    std::vector<double> numbers(model.coins());
    double probability = 1;
    for (std::size_t c = 0; c < numbers.size(); ++c) {
        const auto thresholds = model.thresholds(c);
        const std::size_t digit = world % (thresholds.size() + 1);
        world /= thresholds.size() + 1;
        numbers[c] = digit == 0 ? 0 : thresholds[digit - 1];
        probability *= (digit == thresholds.size() ? 1 : thresholds[digit]) - numbers[c];
    }
    return {std::move(numbers), probability};
}

/// The network of a world, and what its edges weigh.
class WorldNetworks {
  public:
    WorldNetworks(const View& view, const Weighting& weighting)
        : view_(view), weighting_(weighting) {
        if (!weighting.strengths) return;
        edge_of_arc_.resize(view.network.arcs());
        for (std::size_t e = 0; e < view.edges.size(); ++e) {
            const ViewEdge& edge = view.edges[e];
            edge_of_arc_[*view.network.arc_index(edge.from, edge.to)] = e;
            if (!view.network.directed())
                edge_of_arc_[*view.network.arc_index(edge.to, edge.from)] = e;
        }
    }

    [[nodiscard]] Network network(const std::vector<std::uint8_t>& held) const {
        std::vector<std::pair<Vertex, Vertex>> pairs;
        for (std::size_t e = 0; e < held.size(); ++e) {
            if (held[e] != 0) pairs.emplace_back(view_.edges[e].from, view_.edges[e].to);
        }
        return {view_.network.direction(), view_.network.size(), pairs};
    }

    [[nodiscard]] Weighting weights(const Network& world,
                                    const std::vector<std::uint8_t>& held) const {
        Weighting result;
        if (weighting_.strengths)
            result.strengths.emplace(world, kept(weighting_.strengths->values(), held));
        if (weighting_.distances)
            result.distances.emplace(world, kept(weighting_.distances->values(), held));
        return result;
    }

  private:
    /// The arcs that are left are in the order that they were in.
    [[nodiscard]] std::vector<double> kept(std::span<const double> of_arcs,
                                           const std::vector<std::uint8_t>& held) const {
        std::vector<double> result;
        for (std::size_t arc = 0; arc < of_arcs.size(); ++arc) {
            if (held[edge_of_arc_[arc]] != 0) result.push_back(of_arcs[arc]);
        }
        return result;
    }

    const View& view_;
    const Weighting& weighting_;
    std::vector<std::size_t> edge_of_arc_;  // empty unless edges weigh something
};

std::vector<double> values_of(const Network& network, const Weighting& weighting, Measure measure,
                              const MeasureOptions& options) {
    try {
        return compute(network, weighting, measure, options);
    } catch (const Error& error) {
        if (error.id() != "measure-undefined" && error.id() != "not-converged") throw;
        return std::vector<double>(network.size(), std::numeric_limits<double>::quiet_NaN());
    }
}

/// The ranks that `rank` would give these values: ties share one. What has no value has rank 0.
std::vector<std::uint32_t> ranks_of(const std::vector<double>& values, bool ascending) {
    std::vector<double> keys(values.size());
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        keys[i] = ranking_key(values[i], ascending);
        if (!std::isnan(values[i])) order.push_back(i);
    }
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    std::vector<std::uint32_t> ranks(values.size(), 0);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        const bool tie = i > 0 && keys[order[i]] == keys[order[i - 1]];
        ranks[order[i]] = tie ? ranks[order[i - 1]] : i + 1;
    }
    return ranks;
}

Worlds frame(const WorldModel& model, const WorldsOptions& options, std::vector<Vertex> listed,
             std::size_t measures) {
    if (options.count == 0) throw Error("option-range", "give at least one world");
    const std::size_t all = model.outcomes(WorldsOptions::most_exact + 1);
    const WorldsMethod method = options.method;
    const bool too_many = all > WorldsOptions::most_exact;
    if (method == WorldsMethod::exact && too_many)
        throw Error("worlds-exact", "there are more than " +
                                        std::to_string(WorldsOptions::most_exact) +
                                        " worlds; sample them: --worlds 1000");
    Worlds result;
    result.exact = method == WorldsMethod::exact ||
                   (method == WorldsMethod::automatic && !too_many && all <= options.count);
    result.coins = model.coins();
    result.count = result.exact ? all : options.count;
    result.listed = std::move(listed);
    const std::size_t numbers = std::max<std::size_t>(result.listed.size(), 1) * (measures + 1);
    if (result.count > most_numbers / numbers)
        throw Error("worlds-size", std::to_string(result.count) + " worlds of " +
                                       std::to_string(result.listed.size()) +
                                       " entities are too many to hold; sample fewer (--worlds "
                                       "1000), list fewer types (--of) or narrow the lens");
    if (result.listed.empty()) result.count = 0;  // nobody to measure them for
    if (result.exact) result.weights.resize(result.count);
    result.values.assign(measures, std::vector<double>(result.count * result.listed.size()));
    result.ranks.resize(result.count * result.listed.size());
    return result;
}

}  // namespace

Worlds worlds(const ActorGraph& graph, const View& view, const WorldsOptions& options,
              const RankingOptions& ranking, const Weighting& weighting, const Run& run) {
    check_ranking(graph, ranking);
    const WorldModel model(graph, view, options.by);
    const WorldNetworks networks(view, weighting);
    Worlds result =
        frame(model, options, listed_vertices(graph, view, ranking.of), ranking.measures.size());
    const std::vector<Vertex>& listed = result.listed;
    const auto measure = [&](std::size_t world) {
        std::vector<double> numbers;
        if (result.exact)
            std::tie(numbers, result.weights[world]) = numbered(model, world);
        else
            numbers = drawn(model.coins(), options.seed, world);
        const std::vector<std::uint8_t> held = model.edges(numbers);
        const Network network = networks.network(held);
        const Weighting weights = networks.weights(network, held);
        for (std::size_t m = 0; m < ranking.measures.size(); ++m) {
            const std::vector<double> all =
                values_of(network, weights, ranking.measures[m], ranking.measuring);
            std::vector<double> values(listed.size());
            for (std::size_t i = 0; i < listed.size(); ++i) {
                values[i] = all[listed[i]];
                result.values[m][i * result.count + world] = values[i];
            }
            if (m != 0) continue;
            const std::vector<std::uint32_t> ranks = ranks_of(values, ranking.ascending);
            for (std::size_t i = 0; i < listed.size(); ++i)
                result.ranks[i * result.count + world] = ranks[i];
        }
    };
    for_each_item(
        result.count, chunks, run, [](std::size_t) { return 0; },
        [&](int /*state*/, std::size_t world) { measure(world); });
    return result;
}

}  // namespace actormap
