#include "output.hpp"
#include "rank_approximate.hpp"
#include "rank_explain.hpp"
#include "rank_stable.hpp"
#include "rank_timeline.hpp"
#include "rank_worlds.hpp"
#include "taken.hpp"
#include "weights.hpp"

#include <actormap/analysis/betweenness.hpp>
#include <actormap/base/text.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/read/part.hpp>
#include <actormap/study/estimate.hpp>
#include <actormap/study/ranking.hpp>
#include <actormap/study/shards.hpp>
#include <actormap/write/estimate.hpp>
#include <actormap/write/part.hpp>
#include <actormap/write/ranking.hpp>

namespace actormap::tool {
namespace {

class Rank : public Command {
  public:
    void set_up(CLI::App& app) override {
        input_.set_up(app);
        table_.set_up(app);
        add_list(app, "--by", by_,
                 "degree, in-degree, out-degree, strength, betweenness, closeness, harmonic, "
                 "eigenvector, katz, pagerank, hub, authority, core, clustering, constraint, "
                 "effective-size, participation; the first one orders [degree]")
            ->type_name("M,...");
        add_list(app, "--of", of_, "list only entities of these types")->type_name("TYPE,...");
        app.add_option("--top", top_, "list at most so many [20 in tables, else all]")
            ->type_name("N")
            ->check(CLI::Range(0, 1'000'000'000));
        app.add_flag("--directed", directed_, "keep the directions of relations");
        app.add_flag("--raw", raw_, "leave out the normalisation");
        app.add_flag("--ascending", ascending_, "the smallest first, as brokers by constraint");
        app.add_option("--personalize", personalize_,
                       "PageRank as seen from this entity: jumps land there (repeatable)")
            ->type_name("NAME")
            ->allow_extra_args(false);
        app.add_option("--damping", measuring_.damping, "of PageRank [0.85]")->type_name("NUMBER");
        app.add_option("--alpha", measuring_.alpha, "of Katz [0.9 / the largest eigenvalue]")
            ->type_name("NUMBER");
        app.add_option("--seed", measuring_.seed,
                       "of sampled worlds and paths, and of the communities for participation [0]")
            ->type_name("N");
        timeline_.set_up(app);
        app.add_flag("--estimate", estimate_, "say how long it will take and how much memory");
        app.add_option(
               "--shard", shard_,
               "betweenness alone: write part I of N as JSON, for --join; beyond 64 some are empty")
            ->type_name("I/N");
        app.add_option("--join", parts_,
                       "betweenness alone: from the N parts, after FILE (repeatable)")
            ->type_name("PART");
        approximate_.set_up(app);
        worlds_.set_up(app);
        explain_.set_up(app);
        stable_.set_up(app);
        weights_.set_up(app);
        weights_.set_up_distance(app);
        app.add_option("--threads", threads_, "use so many threads at most [1]")
            ->type_name("N")
            ->check(CLI::Range(1, 1024));
        lens_.set_up(app);
    }

    int run() override {
        const Lens lens = lens_.lens();
        const TableFormat format = table_.parsed();
        RankingOptions options{{}, measuring_, of_, top_, ascending_};
        options.measuring.normalized = !raw_;
        for (const std::string& word : by_)
            options.measures.push_back(option_word("--by", word, parse_measure, measure_words()));
        if (options.measures.empty()) options.measures.push_back(Measure::degree);
        check_modes();
        approximate_.check(options, weights_.wanted());
        const std::optional<Shard> shard = parsed_shard(options, format);
        const bool over_time = timeline_.wanted(lens_);
        const bool for_people = format == TableFormat::table || format == TableFormat::markdown;
        if (!options.top && for_people) options.top = default_top;

        const ActorGraph graph = lens_.merge.apply(input_.read().graph, input_);
        const Direction direction = directed_ ? Direction::directed : Direction::undirected;
        const Run run{.threads = threads_, .progress = measuring_progress()};
        if (over_time)
            return timeline_.run(input_, table_,
                                 {graph, lens, options, direction, personalize_, weights_}, run);
        const View view = apply(graph, lens, direction);
        options.measuring.teleport = landing(graph, view, lens.tlp);
        const Weighting weighting = weights_.of(graph, view);
        say_counts(input_, lens, view);
        if (explain_.wanted() || stable_.wanted()) return withdraw(graph, lens, view, options);
        if (worlds_.wanted())
            return worlds_.run(input_, table_, graph, view, options, weighting, run);
        if (approximate_.wanted())
            return approximate_.run(input_, table_, graph, view, options, run);
        if (estimate_) return say_estimate(view, weighting, options);
        if (shard) {
            const ShardSums part = compute_part(view.network, weighting, *shard, run);
            warn_of_marking(input_, view.marking);
            emit(table_.output, part_json(part, sums_origin(graph, view, weighting), view.marking));
            return done;
        }
        const Ranking ranking = parts_.empty()
                                    ? rank(graph, view, options, weighting, run)
                                    : rank(graph, view, {joined(graph, view, weighting)}, options);
        warn_of_marking(input_, view.marking);
        emit(table_.output, render(format, graph, ranking, for_people));
        return done;
    }

  private:
    static constexpr std::size_t default_top = 20;  // of tables for people; machines get all
    static constexpr int table_digits = 6;

    /// Each of these options asks another question of the network than the plain ranking.
    /// Throws  Error usage where there are two, or one that does not fit what else was asked for
    void check_modes() const {
        std::vector<std::string> modes;
        const auto add = [&](const char* option, bool wanted) {
            if (wanted) modes.emplace_back(option);
        };
        add("--estimate", estimate_);
        add("--shard", shard_.has_value());
        add("--join", !parts_.empty());
        add("--timeline", timeline_.range.has_value());
        add("--approximate", approximate_.wanted());
        add("--worlds", worlds_.wanted());
        add("--explain", explain_.wanted());
        add("--stable", stable_.wanted());
        if (modes.size() > 1)
            throw Error("usage",
                        modes[0] + " and " + modes[1] + " ask different things; give one of them");
        if (worlds_.wanted()) (void)worlds_.parsed(measuring_.seed);
        if ((explain_.wanted() || stable_.wanted()) && (top_ || !personalize_.empty()))
            throw Error("usage", modes[0] +
                                     " ranks without one thing after the other; leave out --top "
                                     "and --personalize");
    }

    /// Which part is wanted; nothing if all of it is.
    /// Throws  Error usage where --shard or --join do not fit the other options
    [[nodiscard]] std::optional<Shard> parsed_shard(const RankingOptions& options,
                                                    TableFormat format) const {
        if (!shard_ && parts_.empty()) return std::nullopt;
        const std::string option = shard_ ? "--shard" : "--join";
        if (options.measures != std::vector<Measure>{Measure::betweenness})
            throw Error("usage", option + " is of betweenness alone; give --by betweenness");
        if (!shard_) return std::nullopt;
        if (format == TableFormat::csv || format == TableFormat::markdown)
            throw Error("usage", "a part is JSON; give --format to the run with --join");
        const std::optional<Shard> shard = parse_shard(*shard_);
        if (!shard)
            throw Error("usage", "--shard " + quote(*shard_) +
                                     " is no part I/N; give one of 1/N to N/N, N at most " +
                                     std::to_string(Shard::most));
        return shard;
    }

    /// Betweenness from the files of --join.
    [[nodiscard]] std::vector<double> joined(const ActorGraph& graph, const View& view,
                                             const Weighting& weighting) const {
        Diagnostics diagnostics;
        const std::vector<ShardSums> parts =
            read_parts(parts_,
                       {sums_origin(graph, view, weighting), view.network.size(),
                        betweenness_chunks(view.network)},
                       diagnostics);
        report(diagnostics, false);
        if (diagnostics.errors() != 0) throw Exit{failed};
        return join_betweenness(view.network, parts, {.normalized = !raw_});
    }

    [[nodiscard]] int withdraw(const ActorGraph& graph, const Lens& lens, const View& view,
                               const RankingOptions& options) const {
        RankingSetup setup{lens, view.network.direction(), options, {}};
        if (weights_.wanted())
            setup.weigh = [&](const View& other) { return weights_.of(graph, other); };
        if (explain_.wanted()) return explain_.run(input_, table_, graph, view, setup, threads_);
        return stable_.run(input_, table_, graph, view, setup, threads_);
    }

    [[nodiscard]] std::string render(TableFormat format, const ActorGraph& graph,
                                     const Ranking& ranking, bool for_people) const {
        if (format == TableFormat::json) return ranking_json(graph, ranking);
        if (!for_people) return table_.render(ranking_table(graph, ranking));
        return table_.render(ranking_table(graph, ranking, table_digits)) +
               "\nTLP: " + std::string(to_string(ranking.marking)) + '\n';
    }

    /// Where the jumps of a personalised PageRank land: nowhere in particular if nobody is named.
    [[nodiscard]] std::vector<double> landing(const ActorGraph& graph, const View& view,
                                              Tlp level) const {
        if (personalize_.empty()) return {};
        std::vector<double> teleport(view.network.size(), 0);
        for (const std::string& name : personalize_) {
            teleport[vertex_of(graph, view, find_by_name(graph, name, level))] = 1;
        }
        return teleport;
    }

    /// What it would take: a row for each measure, and all of it with what reading took.
    [[nodiscard]] int say_estimate(const View& view, const Weighting& weighting,
                                   const RankingOptions& options) const {
        const Taken reading = taken_so_far();
        std::vector<Estimate> estimates;
        for (const Measure measure : options.measures)
            estimates.push_back(estimate(view.network, weighting, measure, options.measuring,
                                         {.threads = threads_}));
        emit(table_.output, table_.parsed() == TableFormat::json
                                ? estimate_json(estimates, reading)
                                : table_.render(estimate_table(estimates, reading)));
        return done;
    }

    [[nodiscard]] std::function<void(std::size_t, std::size_t)> measuring_progress() const {
        constexpr std::size_t worth_telling = 1000;  // searches, or steps of an iteration
        return input_.progress_of("measuring", worth_telling);
    }

    InputOptions input_;
    TableOptions table_;
    ApproximateOption approximate_;
    WorldsGroup worlds_;
    ExplainOption explain_;
    StableOption stable_;
    WeightOptions weights_;
    RankTimeline timeline_;
    MeasureOptions measuring_;
    LensOptions lens_;
    std::vector<std::string> by_, of_, personalize_, parts_;
    std::optional<std::string> shard_;
    std::optional<std::size_t> top_;
    bool directed_ = false;
    bool raw_ = false;
    bool ascending_ = false;
    bool estimate_ = false;
    unsigned threads_ = 1;
};

}  // namespace

std::unique_ptr<Command> make_rank() {
    return std::make_unique<Rank>();
}

}  // namespace actormap::tool
