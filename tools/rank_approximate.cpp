#include "rank_approximate.hpp"

#include "output.hpp"

#include <actormap/write/sampled_ranking.hpp>

namespace actormap::tool {

void ApproximateOption::set_up(CLI::App& app) {
    app.add_option("--approximate", epsilon,
                   "betweenness alone: sampled, all values within EPS of the exact ones (of "
                   "normalised values) with probability 0.99; as 0.01")
        ->type_name("EPS");
}

void ApproximateOption::check(const RankingOptions& options, bool weighted) const {
    if (!wanted()) return;
    if (options.measures != std::vector<Measure>{Measure::betweenness})
        throw Error("usage", "--approximate is of betweenness alone; give --by betweenness");
    if (weighted)
        throw Error("usage",
                    "--approximate counts hops: shortest paths by weight are not sampled; leave "
                    "out --weight, or --approximate");
    if (!(*epsilon > 0 && *epsilon < 1))
        throw Error("usage",
                    "--approximate is not above 0 and below 1; give how far values may "
                    "be off, as 0.01");
}

int ApproximateOption::run(const InputOptions& input, const TableOptions& table,
                           const ActorGraph& graph, const View& view, const RankingOptions& options,
                           const Run& run) const {
    constexpr int digits = 6;
    const SampledRanking found = rank_sampled(graph, view, {.epsilon = *epsilon}, options, run);
    warn_of_marking(input, found.ranking.marking);
    const TableFormat format = table.parsed();
    if (format == TableFormat::json)
        emit(table.output, sampled_ranking_json(graph, found));
    else if (format == TableFormat::csv)
        emit(table.output, table.render(sampled_ranking_table(graph, found)));
    else
        emit(table.output, table.render(sampled_ranking_table(graph, found, digits)) + '\n' +
                               sampling_line(found) +
                               "\nTLP: " + std::string(to_string(found.ranking.marking)) + '\n');
    return done;
}

}  // namespace actormap::tool
