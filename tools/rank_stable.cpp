#include "rank_stable.hpp"

#include "output.hpp"

#include <actormap/study/stability.hpp>
#include <actormap/write/stability.hpp>

namespace actormap::tool {

void StableOption::set_up(CLI::App& app) {
    app.add_option("--stable", top,
                   "instead, which source, speaker or claim, or two, change the top K if withdrawn")
        ->type_name("K")
        ->check(CLI::Range(1, 1'000'000'000));
}

int StableOption::run(const InputOptions& input, const TableOptions& table, const ActorGraph& graph,
                      const View& view, const RankingSetup& setup, unsigned threads) const {
    constexpr std::size_t worth_telling = 1000;  // withdrawals
    const Stability found = stability(
        graph, setup, {.top = top},
        {.threads = threads, .progress = input.progress_of("withdrawing", worth_telling)});
    warn_of_marking(input, found.marking);
    const TableFormat format = table.parsed();
    if (format == TableFormat::json) {
        emit(table.output, stability_json(graph, view, found));
    } else if (format == TableFormat::csv) {
        emit(table.output, table.render(stability_table(graph, found, false)));
    } else {
        emit(table.output, stability_heading(graph, found) + '\n' +
                               table.render(stability_table(graph, found, true)) +
                               "\nTLP: " + std::string(to_string(found.marking)) + '\n');
    }
    return done;
}

}  // namespace actormap::tool
