#include <actormap/base/number.hpp>
#include <actormap/base/part_of.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/study/timeline.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace actormap {
namespace {

constexpr Vocabulary<TimelineBy, 2> timeline_bys{{"said", "event"}};

class Ranker {
  public:
    Ranker(const ActorGraph& graph, const Lens& lens, const TimelineOptions& options)
        : graph_(graph), lens_(lens), options_(options), ranking_(options.ranking) {
        ranking_.top = {};
    }

    TimelineStep rank(const Period& when, const Run& run) {
        const View view = apply(graph_, step_lens(lens_, options_.by, when), options_.direction);
        if (view.network.size() == 0) {
            // Some measures do not exist of an empty network; here it has nothing to say.
            const std::vector<std::vector<double>> columns(ranking_.measures.size());
            return {when, actormap::rank(graph_, view, columns, ranking_), view.selection.counts};
        }
        ranking_.measuring.teleport = landing(view);
        const Weighting weighting = options_.weigh ? options_.weigh(view) : Weighting();
        return {when, actormap::rank(graph_, view, ranking_, weighting, run),
                view.selection.counts};
    }

  private:
    [[nodiscard]] std::vector<double> landing(const View& view) const {
        if (options_.personalize.empty()) return {};
        std::vector<double> teleport(view.network.size(), 0);
        for (const EntityId id : options_.personalize) teleport[vertex_of(graph_, view, id)] = 1;
        return teleport;
    }

    const ActorGraph& graph_;
    const Lens& lens_;
    const TimelineOptions& options_;
    RankingOptions ranking_;
};

/// The entities of all steps in order. Least keys come first, as in a ranking.
std::vector<EntityId> ordered(const std::vector<TimelineStep>& steps, bool ascending) {
    constexpr double nothing = std::numeric_limits<double>::infinity();
    std::map<EntityId, std::vector<double>> keys;  // of each entity, the last step first
    for (std::size_t s = 0; s < steps.size(); ++s) {
        for (const RankingRow& row : steps[s].ranking.rows) {
            auto& key = keys.try_emplace(row.entity, steps.size(), nothing).first->second;
            const double value = significant(row.values[0]);
            if (!std::isnan(value)) key[steps.size() - 1 - s] = ascending ? value : -value;
        }
    }
    std::vector<EntityId> result;
    for (const auto& [entity, key] : keys) result.push_back(entity);
    std::stable_sort(result.begin(), result.end(),
                     [&](EntityId a, EntityId b) { return keys.at(a) < keys.at(b); });
    return result;
}

void keep_first(Timeline& timeline, std::size_t top) {
    if (timeline.entities.size() <= top) return;
    timeline.entities.resize(top);
    std::vector<EntityId> kept = timeline.entities;
    std::sort(kept.begin(), kept.end());
    for (TimelineStep& step : timeline.steps) {
        std::erase_if(step.ranking.rows, [&](const RankingRow& row) {
            return !std::binary_search(kept.begin(), kept.end(), row.entity);
        });
    }
}

}  // namespace

std::optional<TimelineBy> parse_timeline_by(std::string_view text) {
    return timeline_bys.parse(text);
}
std::string_view to_string(TimelineBy by) {
    return timeline_bys[by];
}

Lens step_lens(Lens lens, TimelineBy by, const Period& when) {
    if (by == TimelineBy::said) {
        lens.as_of = when.last;
    } else {
        lens.since = when.first;
        lens.until = when.last;
    }
    return lens;
}

Timeline timeline(const ActorGraph& graph, const Lens& lens, const std::vector<Period>& steps,
                  const TimelineOptions& options, const Run& run) {
    constexpr std::size_t one = 1000;  // of progress, for each step
    const std::size_t total = steps.size() * one;
    Timeline result;
    result.by = options.by;
    Ranker ranker(graph, lens, options);
    if (run.progress) run.progress(0, total);
    for (const Period& when : steps) {
        const std::size_t begun = result.steps.size() * one;
        if (run.stop.stop_requested()) throw Cancelled();
        try {
            result.steps.push_back(ranker.rank(when, part_of(run, begun, begun + one, total)));
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            throw Error(error.id(), when.name + ": " + error.what());
        }
        result.marking = std::max(result.marking, result.steps.back().ranking.marking);
    }
    if (run.progress) run.progress(total, total);
    result.entities = ordered(result.steps, options.ranking.ascending);
    if (options.ranking.top) keep_first(result, *options.ranking.top);
    return result;
}

}  // namespace actormap
