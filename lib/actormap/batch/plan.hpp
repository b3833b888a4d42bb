#pragma once

#include <actormap/base/child.hpp>
#include <actormap/base/error.hpp>
#include <actormap/draw/draw.hpp>
#include <actormap/lens/edge_weights.hpp>
#include <actormap/lens/lens.hpp>
#include <actormap/network/network.hpp>
#include <actormap/read/read.hpp>
#include <actormap/study/ranking.hpp>
#include <actormap/write/table.hpp>
#include <actormap/write/write.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace actormap {

/// What a job is done for, once for each.
enum class ForEach {
    once,
    actor,       ///< intrusion sets and threat actors that are no sponsors
    sponsor,     ///< entities with the role `sponsor`
    country,     ///< countries in which something is said to be a victim, by code
    sector,      ///< identities of the class `class`
    year,        ///< years in which something is said to have happened
    as_of_year,  ///< years by which something new had been said
    community    ///< communities (`leiden`) of two entities or more
};
[[nodiscard]] std::optional<ForEach> parse_for_each(std::string_view text);
[[nodiscard]] std::string_view to_string(ForEach for_each);
[[nodiscard]] const std::vector<std::string_view>& for_each_words();

/// A picture, as `actormap draw` makes it.
struct DrawJob {
    DrawFormat format = DrawFormat::svg;
    DrawOptions options;
    Measure size_by = Measure::degree;
};

/// A table of measures, as `actormap rank` makes it.
struct RankJob {
    TableFormat format = TableFormat::csv;
    RankingOptions options;
    Direction direction = Direction::undirected;
    EdgeWeightOptions weight = {};
};

/// The graph, or what the lens shows of it, as `actormap convert` writes it.
struct ConvertJob {
    OutputFormat format = OutputFormat::native;
};

using Work = std::variant<DrawJob, RankJob, ConvertJob>;
/// "draw", "rank" or "convert".
[[nodiscard]] std::string_view name_of(const Work& work);

/// A job of a plan, before it is made for each.
struct PlannedJob {
    Work work;
    std::string options;  ///< what the plan says of the work, as compact JSON
    Lens lens;
    ForEach for_each = ForEach::once;
    std::string output;  ///< a template (batch/output_name.hpp)
    Position where;      ///< of the output in the plan
};

struct PlanInput {
    std::string pattern;  ///< a path, or a pattern as the shell has it, from the plan's folder
    std::optional<InputFormat> format = {};
    Position where;
};

/// What a batch is to make of which files. docs/batch.md has its JSON form.
struct Plan {
    std::vector<PlanInput> inputs;
    bool merge_names = false;
    ChildLimits limits;  ///< of each job
    std::vector<PlannedJob> jobs;
};

/// Reads a plan. What is wrong with it is reported, with its place.
/// Reports  plan-version, plan-key, plan-value, plan-lens, plan-job, plan-output, json-…
/// Throws   InputError of `parse_json`
[[nodiscard]] Plan read_plan(std::string_view content, const std::string& file,
                             Diagnostics& diagnostics);

}  // namespace actormap
