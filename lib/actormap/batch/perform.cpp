#include <actormap/batch/perform.hpp>
#include <actormap/lens/restrict.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/write/ranking.hpp>

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace actormap {
namespace {

constexpr int table_digits = 6;  // of tables for people

void warn_of_counts(Made& made, const Lens& lens, const View& view) {
    const SelectionCounts& counts = view.selection.counts;
    const auto warn = [&](std::size_t count, const std::string& text) {
        if (count != 0) made.warnings.push_back(std::to_string(count) + ' ' + text);
    };
    const std::string withheld = "withheld above TLP " + std::string(to_string(lens.tlp));
    warn(counts.withheld_entities, "entities " + withheld);
    warn(counts.withheld_relations, "relations " + withheld);
    warn(counts.withheld_claims, "claims " + withheld);
    warn(counts.undated_claims, "undated claims stay visible, whatever as-of");
    warn(counts.undated_relations, "undated relations pass, whatever since and until");
}

void perform(const ActorGraph& graph, const Lens& lens, DrawJob job, const Run& run, Made& made) {
    const View view = apply(graph, lens);
    warn_of_counts(made, lens, view);
    job.options.size = compute(view.network, {}, job.size_by, {}, run);
    for (double& size : job.options.size) {
        if (std::isnan(size)) size = 0;  // no value: as small as can be
    }
    made.marking = view.marking;
    made.bytes = draw(graph, lens, view, job.format, job.options, run);
}

void perform(const ActorGraph& graph, const Lens& lens, const RankJob& job, const Run& run,
             Made& made) {
    const View view = apply(graph, lens, job.direction);
    warn_of_counts(made, lens, view);
    Weighting weighting;
    if (job.weight.weight != EdgeWeight::none)
        weighting =
            weigh(view.network, edge_strengths(graph, view, job.weight), DistanceRule::reciprocal);
    const Ranking ranking = rank(graph, view, job.options, weighting, run);
    made.marking = ranking.marking;
    const std::string marking = "\nTLP: " + std::string(to_string(ranking.marking)) + '\n';
    switch (job.format) {
        case TableFormat::json:
            made.bytes = ranking_json(graph, ranking);
            break;
        case TableFormat::csv:
            made.bytes = to_csv(ranking_table(graph, ranking));
            break;
        case TableFormat::table:
            made.bytes = to_text(ranking_table(graph, ranking, table_digits)) + marking;
            break;
        case TableFormat::markdown:
            made.bytes = to_markdown(ranking_table(graph, ranking, table_digits)) + marking;
            break;
    }
}

void perform(const ActorGraph& graph, const Lens& lens, const ConvertJob& job, const Run& /*run*/,
             Made& made) {
    const View view = apply(graph, lens);
    warn_of_counts(made, lens, view);
    // Without a lens everything goes over, isolated entities and hidden claims included.
    Lens others = lens;
    others.merge_names = false;
    const ActorGraph shown = settings(others).empty() ? graph : restrict(graph, lens, view);
    made.marking = highest_marking(shown);
    Losses losses;
    made.bytes = write(shown, job.format, losses);
    for (const std::string& line : lines(losses)) made.warnings.push_back("not written: " + line);
}

}  // namespace

Made perform(const ActorGraph& graph, const Job& job, const Run& run) {
    Made made;
    std::visit([&](const auto& work) { perform(graph, job.lens, work, run, made); }, job.work);
    return made;
}

std::string pack(const Made& made) {
    const nlohmann::ordered_json head = {{"warnings", made.warnings},
                                         {"marking", to_string(made.marking)}};
    return head.dump() + '\n' + made.bytes;
}

std::optional<Made> unpack(std::string text) {
    const std::size_t end = text.find('\n');
    const auto head = nlohmann::json::parse(text.substr(0, end), nullptr, false);
    if (end == std::string::npos || !head.is_object() || !head.contains("warnings") ||
        !head.contains("marking"))
        return std::nullopt;
    text.erase(0, end + 1);
    return Made{std::move(text), head["warnings"].get<std::vector<std::string>>(),
                parse_tlp(head["marking"].get<std::string>()).value_or(Tlp::red)};
}

}  // namespace actormap
