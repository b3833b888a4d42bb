#include "rank_worlds.hpp"

#include "output.hpp"

#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/write/world_ranking.hpp>

namespace actormap::tool {

void WorldsGroup::set_up(CLI::App& app) {
    const auto add = [&](const char* name, auto& value, const char* description, const char* type) {
        return app.add_option(name, value, description)->type_name(type);
    };
    add("--worlds", count,
        "over so many worlds, in each of which a relation holds with its confidence: means, 90% "
        "intervals; exact for all of them",
        "N");
    CLI::Option* worlds = app.get_option("--worlds");
    add("--worlds-by", by,
        "what is right or wrong as a whole: relation, source, speaker [relation]", "WORD")
        ->needs(worlds);
    add("--in-top", top, "how likely each is among the first so many [10]", "K")
        ->needs(worlds)
        ->check(CLI::Range(1, 1'000'000'000));
}

WorldsOptions WorldsGroup::parsed(std::uint64_t seed) const {
    WorldsOptions options;
    options.seed = seed;
    if (by)
        options.by =
            option_word("--worlds-by", *by, parse_worlds_by, {"relation", "source", "speaker"});
    if (*count == "exact") {
        options.method = WorldsMethod::exact;
        return options;
    }
    const auto number = parse_count(*count);
    if (!number || *number == 0)
        throw Error("usage", "--worlds is " + quote(*count) +
                                 "; give how many worlds to sample, as 1000, or exact");
    options.count = *number;
    return options;
}

int WorldsGroup::run(const InputOptions& input, const TableOptions& table, const ActorGraph& graph,
                     const View& view, const RankingOptions& ranking, const Weighting& weighting,
                     const Run& run) const {
    constexpr int digits = 6;
    const WorldRanking found =
        rank_in_worlds(graph, view, parsed(ranking.measuring.seed), top, ranking, weighting, run);
    warn_of_marking(input, found.ranking.marking);
    const TableFormat format = table.parsed();
    if (format == TableFormat::json)
        emit(table.output, world_ranking_json(graph, found));
    else if (format == TableFormat::csv)
        emit(table.output, table.render(world_ranking_table(graph, found)));
    else
        emit(table.output, table.render(world_ranking_table(graph, found, digits)) + '\n' +
                               worlds_line(found) +
                               "\nTLP: " + std::string(to_string(found.ranking.marking)) + '\n');
    return done;
}

}  // namespace actormap::tool
