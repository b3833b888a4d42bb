#include <actormap/base/number.hpp>
#include <actormap/base/parallel.hpp>
#include <actormap/base/text.hpp>
#include <actormap/study/explanation.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace actormap {
namespace {

/// Where the entity stands in a network.
struct Standing {
    bool gone = false;
    std::optional<std::size_t> rank = {};
    std::optional<double> value = {};
};

Standing standing(const std::optional<Ranking>& ranking, const View& view, EntityId entity) {
    if (!view.vertex(entity)) return {.gone = true};
    if (!ranking) return {};
    for (const RankingRow& row : ranking->rows) {
        if (row.entity != entity) continue;
        const double value = row.values[0];
        return {false, row.rank, std::isnan(value) ? std::nullopt : std::optional(value)};
    }
    return {};
}

std::optional<double> rounded(const std::optional<double>& value) {
    return value ? std::optional(significant(*value)) : std::nullopt;
}

/// The claims in view about the relations that make the entity's edges, or begin or end at it.
std::vector<CarryingClaim> claims_about(const ActorGraph& graph, const View& view,
                                        EntityId entity) {
    const auto own = graph.relations_of(entity);
    std::vector<RelationId> relations(own.begin(), own.end());
    const Vertex vertex = *view.vertex(entity);
    for (const ViewEdge& edge : view.edges) {
        if (edge.from == vertex || edge.to == vertex)
            relations.insert(relations.end(), edge.relations.begin(), edge.relations.end());
    }
    std::sort(relations.begin(), relations.end());
    relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
    std::vector<CarryingClaim> claims;
    for (const RelationId r : relations) {
        const ClaimRange& range = graph[r].claims;
        for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
            const auto id = static_cast<ClaimId>(c);
            if (view.selection[id] == ClaimState::visible) claims.push_back({r, id});
        }
    }
    return claims;
}

/// The standing without each of the parties; equal networks are measured once.
std::vector<Standing> standings(const Withdrawing& withdrawing,
                                const std::vector<Withdrawal>& parties, EntityId entity,
                                const Run& run) {
    std::map<std::string, std::size_t> first;  // party of each network
    std::vector<std::size_t> like(parties.size()), different;
    for (std::size_t p = 0; p < parties.size(); ++p) {
        if (run.stop.stop_requested()) throw Cancelled();
        const std::string key = withdrawing.key(withdrawing.set_aside({parties[p]}));
        like[p] = first.emplace(key, p).first->second;
        if (like[p] == p) different.push_back(p);
    }
    std::vector<Standing> result(parties.size());
    const Run quiet{.stop = run.stop};
    for_each_item(
        different.size(), different.size(), run, [](std::size_t) { return 0; },
        [&](int, std::size_t item) {
            const std::size_t p = different[item];
            const View view = withdrawing.view(withdrawing.set_aside({parties[p]}));
            result[p] = standing(withdrawing.ranking(view, quiet), view, entity);
        });
    for (std::size_t p = 0; p < parties.size(); ++p) result[p] = result[like[p]];
    return result;
}

/// The larger, the further up: gone, no measure, then by the changes.
std::tuple<double, double> size_of_change(const ExplanationRow& row) {
    constexpr double most = std::numeric_limits<double>::infinity();
    if (row.gone) return {most, most};
    if (!row.rank) return {most, 0};
    return {static_cast<double>(std::abs(*row.rank_change)),
            row.value_change ? significant(std::abs(*row.value_change)) : most};
}

}  // namespace

Explanation explain(const ActorGraph& graph, EntityId entity, const RankingSetup& setup,
                    const Run& run) {
    const Withdrawing withdrawing(graph, setup);
    const View view = withdrawing.view();
    static_cast<void>(vertex_of(graph, view, entity));
    const Ranking ranking = withdrawing.whole_ranking(view, {.stop = run.stop});
    const Standing before = standing(ranking, view, entity);
    if (!before.rank)
        throw Error("not-in-view", quote(graph[entity].id) + " is of the type " +
                                       quote(graph[entity].type) +
                                       ", which is not listed; add it to --of");

    Explanation result{entity,
                       ranking.measures.front(),
                       *before.rank,
                       before.value,
                       ranking.rows.size(),
                       {},
                       0,
                       view.marking};
    const std::vector<CarryingClaim> about = claims_about(graph, view, entity);
    const std::vector<Withdrawal> parties = withdrawing.parties();
    const std::vector<Standing> after = standings(withdrawing, parties, entity, run);
    for (std::size_t p = 0; p < parties.size(); ++p) {
        const Standing& now = after[p];
        if (now.rank == before.rank && rounded(now.value) == rounded(before.value)) {
            ++result.unchanged;
            continue;
        }
        ExplanationRow row{parties[p], now.gone, now.rank, now.value, {}, {}, {}};
        if (now.rank)
            row.rank_change =
                static_cast<std::ptrdiff_t>(*now.rank) - static_cast<std::ptrdiff_t>(*before.rank);
        if (now.value && before.value) row.value_change = *now.value - *before.value;
        for (const CarryingClaim& by : about) {
            if (takes(graph, row.who, by.claim)) row.claims.push_back(by);
        }
        result.rows.push_back(std::move(row));
    }
    // The parties stand by kind and id, so a stable sort leaves equal changes in that order.
    std::stable_sort(result.rows.begin(), result.rows.end(), [](const auto& a, const auto& b) {
        return size_of_change(a) > size_of_change(b);
    });
    return result;
}

}  // namespace actormap
