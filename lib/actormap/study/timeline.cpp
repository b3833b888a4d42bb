#include <actormap/base/part_of.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/vocabulary.hpp>
#include <actormap/study/timeline.hpp>
#include <actormap/study/timeline_order.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace actormap {
namespace {

constexpr Vocabulary<TimelineBy, 2> timeline_bys{{"said", "event"}};

constexpr std::size_t step_progress = 1000;  // of each step

class Maker {
  public:
    Maker(const ActorGraph& graph, const Lens& lens, const std::vector<Period>& steps,
          const TimelineOptions& options, const Run& run)
        : graph_(graph),
          lens_(lens),
          periods_(steps),
          options_(options),
          run_(run),
          ranking_(options.ranking),
          order_(graph.entities().size(), options.ranking.top, options.ranking.ascending) {
        ranking_.top = {};
        landed_.assign(options.personalize.size(), 0);
    }

    Timeline make() {
        check_ranking(graph_, ranking_);
        result_.by = options_.by;
        result_.steps.resize(periods_.size());
        const std::size_t total = periods_.size() * step_progress;
        if (run_.progress) run_.progress(0, total);
        // The last step first: it decides the order, so what no longer matters is known early.
        for (std::size_t s = periods_.size(); s-- > 0;) {
            if (run_.stop.stop_requested()) throw Cancelled();
            try {
                add(s);
            } catch (const Cancelled&) {
                throw;
            } catch (const Error& error) {
                throw Error(error.id(), periods_[s].name + ": " + error.what());
            }
            check_size();
        }
        check_landings();
        if (run_.progress) run_.progress(total, total);
        result_.entities = order_.finish();
        sweep();
        return std::move(result_);
    }

  private:
    void add(std::size_t s) {
        const Period& when = periods_[s];
        const View view = apply(graph_, step_lens(lens_, options_.by, when), options_.direction);
        TimelineStep& step = result_.steps[s];
        step.when = when;
        step.counts = view.selection.counts;
        step.ranking = rank(graph_, view, measured(view, step.undefined), ranking_);
        result_.marking = std::max(result_.marking, step.ranking.marking);
        order_.add(step.ranking);
        thin_out(step);
        rows_ += step.ranking.rows.size();
        if (order_.size() <= swept_ / 2) sweep();
        swept_ = std::max(swept_, order_.size());
        ++done_;
    }

    /// A column for each measure; of NaN where it does not exist.
    std::vector<std::vector<double>> measured(const View& view, std::vector<Measure>& undefined) {
        const bool can_land = land(view);
        // Some measures do not exist of an empty network; here it has nothing to say.
        if (view.network.size() == 0)
            return std::vector<std::vector<double>>(ranking_.measures.size());
        const Weighting weighting = options_.weigh ? options_.weigh(view) : Weighting();
        const std::size_t all = ranking_.measures.size(), begun = done_ * step_progress;
        std::vector<std::vector<double>> columns;
        for (const Measure measure : ranking_.measures) {
            const auto share = [&](std::size_t m) { return begun + step_progress * m / all; };
            const Run part = part_of(run_, share(columns.size()), share(columns.size() + 1),
                                     periods_.size() * step_progress);
            std::optional<std::vector<double>> column;
            if (can_land || measure != Measure::pagerank)
                column = measure_of(view, weighting, measure, part);
            if (!column) undefined.push_back(measure);
            columns.push_back(column ? std::move(*column)
                                     : std::vector<double>(view.network.size(), std::nan("")));
        }
        return columns;
    }

    /// Nothing if the measure does not exist of this network.
    [[nodiscard]] std::optional<std::vector<double>> measure_of(const View& view,
                                                                const Weighting& weighting,
                                                                Measure measure,
                                                                const Run& run) const {
        try {
            return compute(view.network, weighting, measure, ranking_.measuring, run);
        } catch (const Error& error) {
            if (error.id() != "measure-undefined") throw;
            return std::nullopt;
        }
    }

    /// Lets PageRank's jumps land where they should; false if the view lacks one of these places.
    bool land(const View& view) {
        ranking_.measuring.teleport.clear();
        if (options_.personalize.empty()) return true;
        std::vector<double> teleport(view.network.size(), 0);
        bool all = true;
        for (std::size_t i = 0; i < options_.personalize.size(); ++i) {
            if (const auto vertex = view.vertex(options_.personalize[i]))
                teleport[*vertex] = landed_[i] = 1;
            else
                all = false;
        }
        if (all) ranking_.measuring.teleport = std::move(teleport);
        return all;
    }

    void check_landings() const {
        for (std::size_t i = 0; i < landed_.size(); ++i) {
            if (landed_[i] == 0)
                throw Error("not-in-view",
                            quote(graph_[options_.personalize[i]].id) +
                                " is not in the network of any step under this lens; widen it");
        }
    }

    void check_size() const {
        const std::size_t listed =
            std::min(order_.size(), options_.ranking.top.value_or(order_.size()));
        if (rows_ > options_.most_rows || listed * periods_.size() > options_.most_rows)
            throw Error("timeline-size",
                        "the timeline has more than " + std::to_string(options_.most_rows) +
                            " cells, steps times entities; give fewer steps, or list fewer "
                            "entities with --of or --top");
    }

    void thin_out(TimelineStep& step) const {
        std::erase_if(step.ranking.rows,
                      [&](const RankingRow& row) { return !order_.keeps(row.entity); });
        step.ranking.rows.shrink_to_fit();
    }

    void sweep() {
        rows_ = 0;
        for (TimelineStep& step : result_.steps) {
            thin_out(step);
            rows_ += step.ranking.rows.size();
        }
        swept_ = order_.size();
    }

    const ActorGraph& graph_;
    const Lens& lens_;
    const std::vector<Period>& periods_;
    const TimelineOptions& options_;
    const Run& run_;
    RankingOptions ranking_;
    TimelineOrder order_;
    std::vector<std::uint8_t> landed_;  // of each of `personalize`: in some step
    std::size_t done_ = 0;              // steps
    std::size_t rows_ = 0;              // in them
    std::size_t swept_ = 0;             // how many were kept at the last sweep, or more since
    Timeline result_;
};

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
    return Maker(graph, lens, steps, options, run).make();
}

}  // namespace actormap
