#include "rank_timeline.hpp"

#include "output.hpp"

#include <actormap/base/text.hpp>
#include <actormap/model/lookup.hpp>
#include <actormap/write/timeline.hpp>

namespace actormap::tool {
namespace {

constexpr std::size_t most_steps = 1000;
constexpr int table_digits = 6;

}  // namespace

void RankTimeline::set_up(CLI::App& app) {
    app.add_option("--timeline", range, "the first measure over time: dates, as 2018..2024")
        ->type_name("FROM..TO");
    app.add_option("--step", step, "of --timeline: year, quarter or month [year]")
        ->type_name("WORD");
    app.add_option("--timeline-by", by,
                   "said: what had been said by the end of each step; event: what happened in it "
                   "[said]")
        ->type_name("WORD");
}

bool RankTimeline::wanted(const LensOptions& lens) const {
    if (!range) {
        if (step || by)
            throw Error("usage", std::string(step ? "--step" : "--timeline-by") +
                                     " is of a timeline; give --timeline FROM..TO");
        return false;
    }
    if (parsed_by() == TimelineBy::said && lens.as_of)
        throw Error("usage",
                    "--timeline gives each step its --as-of; leave that out, or give "
                    "--timeline-by event");
    if (parsed_by() == TimelineBy::event && (lens.since || lens.until))
        throw Error("usage",
                    "--timeline-by event gives each step its --since and --until; leave those out");
    (void)steps();
    return true;
}

CalendarUnit RankTimeline::unit() const {
    if (!step) return CalendarUnit::year;
    return option_word("--step", *step, parse_calendar_unit, {"year", "quarter", "month"});
}

TimelineBy RankTimeline::parsed_by() const {
    if (!by) return TimelineBy::said;
    return option_word("--timeline-by", *by, parse_timeline_by, {"said", "event"});
}

std::vector<Period> RankTimeline::steps() const {
    const std::size_t dots = range->find("..");
    const auto from = PartialDate::parse(range->substr(0, dots));
    const auto to = dots == std::string::npos ? from : PartialDate::parse(range->substr(dots + 2));
    if (!from || !to)
        throw Error("usage", "--timeline " + quote(*range) +
                                 " is no range of dates; give FROM..TO, as 2018..2024 or "
                                 "2018-03..2019-12");
    if (to->last_day() < from->first_day())
        throw Error("usage", "--timeline " + quote(*range) + " runs backwards; exchange the dates");
    std::vector<Period> result = periods(*from, *to, unit());
    if (result.size() > most_steps)
        throw Error("usage", "--timeline " + quote(*range) + " has " +
                                 std::to_string(result.size()) + " steps, more than " +
                                 std::to_string(most_steps) +
                                 "; give nearer dates or a longer --step");
    return result;
}

int RankTimeline::run(const InputOptions& input, const TableOptions& table, const Request& request,
                      const Run& run) const {
    const ActorGraph& graph = request.graph;
    TimelineOptions options{parsed_by(), request.ranking, request.direction, {}, {}};
    for (const std::string& name : request.personalize)
        options.personalize.push_back(find_by_name(graph, name, request.lens.tlp));
    options.weigh = [&](const View& view) { return request.weights.of(graph, view); };
    const Timeline found = timeline(graph, request.lens, steps(), options, run);
    const TimelineStep& last = found.steps.back();
    say_counts(input, step_lens(request.lens, found.by, last.when), last.counts,
               "in " + last.when.name + ": ");
    for (const std::string& note : undefined_notes(found)) {
        if (!input.quiet) say("actormap: " + note);
    }
    warn_of_marking(input, found.marking);
    const TableFormat format = table.parsed();
    if (format == TableFormat::json)
        emit(table.output, timeline_json(graph, found, unit()));
    else if (format == TableFormat::csv)
        emit(table.output, table.render(timeline_rows(graph, found)));
    else
        emit(table.output, table.render(timeline_table(graph, found, table_digits)) +
                               "\nTLP: " + std::string(to_string(found.marking)) + '\n');
    return done;
}

}  // namespace actormap::tool
