#include <actormap/study/timeline_order.hpp>

#include <algorithm>
#include <limits>
#include <tuple>

namespace actormap {
namespace {

constexpr double nothing = std::numeric_limits<double>::infinity();

}  // namespace

TimelineOrder::TimelineOrder(std::size_t entities, std::optional<std::size_t> top, bool ascending)
    : top_(top), ascending_(ascending), kept_(entities, 0), keys_(entities, nothing) {}

void TimelineOrder::add(const Ranking& step) {
    const bool open = !top_ || unplaced_ < *top_;  // to entities that no later step has
    for (const RankingRow& row : step.rows) {
        keys_[index(row.entity)] = ranking_key(row.values[0], ascending_);
        if (!open || keeps(row.entity)) continue;
        kept_[index(row.entity)] = 1;
        standings_.push_back({row.entity, unplaced_});
    }
    const auto key = [&](const Standing& one) { return keys_[index(one.entity)]; };
    std::sort(standings_.begin(), standings_.end(), [&](const Standing& a, const Standing& b) {
        return std::tuple(a.place, key(a), a.entity) < std::tuple(b.place, key(b), b.entity);
    });
    // Those of one place whom this step tells apart get places of their own.
    std::size_t unplaced = standings_.size();
    std::size_t first = 0, former = 0;  // of those that share a place: its number now and before
    double shared = 0;
    for (std::size_t i = 0; i < standings_.size(); ++i) {
        Standing& one = standings_[i];
        if (i == 0 || one.place != former || key(one) != shared) {
            first = i;
            former = one.place;
            shared = key(one);
            if (former == unplaced_ && shared == nothing) unplaced = i;
        }
        one.place = first;
    }
    unplaced_ = unplaced;
    for (const RankingRow& row : step.rows) keys_[index(row.entity)] = nothing;
    if (top_) drop_from(*top_);
}

void TimelineOrder::drop_from(std::size_t place) {
    while (!standings_.empty() && standings_.back().place >= place) {
        kept_[index(standings_.back().entity)] = 0;
        standings_.pop_back();
    }
}

std::vector<EntityId> TimelineOrder::finish() {
    std::vector<EntityId> result;
    for (std::size_t i = 0; i < standings_.size(); ++i) standings_[i].place = i;
    if (top_) drop_from(*top_);
    for (const Standing& one : standings_) result.push_back(one.entity);
    return result;
}

}  // namespace actormap
