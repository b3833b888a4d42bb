#include "rank_explain.hpp"

#include "output.hpp"

#include <actormap/model/lookup.hpp>
#include <actormap/write/explanation.hpp>

namespace actormap::tool {

void ExplainOption::set_up(CLI::App& app) {
    app.add_option("--explain", name,
                   "instead, the rank of this entity without each source and each speaker")
        ->type_name("NAME");
}

int ExplainOption::run(const InputOptions& input, const TableOptions& table,
                       const ActorGraph& graph, const View& view, const RankingSetup& setup,
                       unsigned threads) const {
    constexpr std::size_t worth_telling = 100;  // networks
    constexpr int digits = 6;
    const EntityId entity = find_by_name(graph, name, setup.lens.tlp);
    const Explanation explanation =
        explain(graph, entity, setup,
                {.threads = threads, .progress = input.progress_of("explaining", worth_telling)});
    warn_of_marking(input, explanation.marking);
    switch (table.parsed()) {
        case TableFormat::json:
            emit(table.output, explanation_json(graph, view, explanation));
            break;
        case TableFormat::csv:
            emit(table.output, table.render(explanation_table(graph, explanation)));
            break;
        default:
            emit(table.output, explanation_heading(graph, explanation, digits) + '\n' +
                                   table.render(explanation_table(graph, explanation, digits)) +
                                   "\nno change without " + std::to_string(explanation.unchanged) +
                                   " other sources and speakers\nTLP: " +
                                   std::string(to_string(explanation.marking)) + '\n');
    }
    return done;
}

}  // namespace actormap::tool
