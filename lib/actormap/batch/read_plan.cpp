#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/batch/output_name.hpp>
#include <actormap/batch/plan.hpp>
#include <actormap/batch/plan_lens.hpp>
#include <actormap/batch/plan_object.hpp>
#include <actormap/model/vocabulary.hpp>

#include <array>
#include <utility>

namespace actormap {
namespace {

constexpr Vocabulary<ForEach, 8> for_each_vocabulary{
    {"once", "actor", "sponsor", "country", "sector", "year", "as-of-year", "community"}};
/// Of formats that are one file.
std::vector<std::string_view> output_words() {
    std::vector<std::string_view> words;
    for (const std::string_view word : output_format_words()) {
        if (!is_folder(*parse_output_format(word))) words.push_back(word);
    }
    return words;
}
constexpr std::string_view current_version = "1";

std::optional<double> number_in(PlanObject& object, const char* name, double least, double most) {
    const std::optional<double> number = object.number(name);
    if (!number || (*number >= least && *number <= most)) return number;
    object.error("plan-value", *object.value().find(name),
                 "'" + std::string(name) + "' is out of its range; give a number from " +
                     rounded(least, 3) + " to " + rounded(most, 3));
    return std::nullopt;
}

DrawJob read_draw(PlanObject& object, std::string_view ending) {
    DrawJob job;
    const std::vector<std::string_view> formats{"svg", "png", "pdf", "dot", "json"};
    if (const auto format = object.word("format", parse_draw_format, formats))
        job.format = *format;
    else if (const auto by_ending = parse_draw_format(ending))
        job.format = *by_ending;
    else if (object.value().find("format") == nullptr)
        object.error("plan-value", object.value(),
                     "the output's ending names no picture; give 'format': svg, png, pdf, dot or "
                     "json");
    if (const auto layout = object.word("layout", parse_draw_layout,
                                        {"auto", "layered", "radial", "force", "world"}))
        job.options.layout = *layout;
    if (const auto cluster =
            object.word("cluster", parse_clustering, {"auto", "country", "community", "none"}))
        job.options.cluster = *cluster;
    if (const auto theme = object.word("theme", parse_theme, {"light", "dark", "print"}))
        job.options.theme = *theme;
    if (auto title = object.text("title")) job.options.title = std::move(*title);
    if (const auto measure = object.word("size-by", parse_measure, measure_words()))
        job.size_by = *measure;
    job.options.size_label = to_string(job.size_by);
    if (const auto links = object.truth("links")) job.options.links = *links;
    if (const auto legend = object.truth("legend")) job.options.legend = *legend;
    if (const auto sources = object.truth("sources")) job.options.sources = *sources;
    constexpr std::size_t most = 1'000'000'000;
    const auto bundle = object.count("bundle", 0, most), limit = object.count("limit", 0, most),
               edges = object.count("limit-edges", 0, most);
    const auto backbone = number_in(object, "backbone", 0, 1);
    if (bundle || limit || edges || backbone)
        job.options.reduction =
            Reduction{backbone, bundle.value_or(0), limit.value_or(0), edges.value_or(0)};
    return job;
}

TableFormat table_format(PlanObject& object, std::string_view ending) {
    if (const auto format =
            object.word("format", parse_table_format, {"table", "csv", "json", "markdown"}))
        return *format;
    if (ending == "csv") return TableFormat::csv;
    if (ending == "json") return TableFormat::json;
    if (ending == "md") return TableFormat::markdown;
    if (ending == "txt") return TableFormat::table;
    if (object.value().find("format") == nullptr)
        object.error("plan-value", object.value(),
                     "the output's ending names no table; give 'format': table, csv, json or "
                     "markdown");
    return TableFormat::csv;
}

RankJob read_rank(PlanObject& object, std::string_view ending) {
    RankJob job;
    job.format = table_format(object, ending);
    if (auto measures = object.words("by", parse_measure, measure_words());
        measures && !measures->empty())
        job.options.measures = std::move(*measures);
    if (auto types = object.texts("of")) job.options.of = std::move(*types);
    if (const auto top = object.count("top", 0, 1'000'000'000)) job.options.top = *top;
    if (const auto directed = object.truth("directed"); directed && *directed)
        job.direction = Direction::directed;
    if (const auto raw = object.truth("raw")) job.options.measuring.normalized = !*raw;
    if (const auto ascending = object.truth("ascending")) job.options.ascending = *ascending;
    if (const auto seed = object.count("seed", 0, UINT64_MAX)) job.options.measuring.seed = *seed;
    if (const auto damping = number_in(object, "damping", 0, 1))
        job.options.measuring.damping = *damping;
    if (const auto alpha = number_in(object, "alpha", 0, 1e300))
        job.options.measuring.alpha = *alpha;
    if (const auto weight =
            object.word("weight", parse_edge_weight, {"none", "confidence", "claims", "column"}))
        job.weight.weight = *weight;
    return job;
}

ConvertJob read_convert(PlanObject& object, std::string_view ending) {
    if (const auto format = object.word("to", parse_output_format, output_words())) {
        if (!is_folder(*format)) return {*format};
        object.error("plan-value", *object.value().find("to"),
                     "this format is several files; give another one");
        return {};
    }
    const auto by_ending = parse_output_format(ending);
    if (by_ending && !is_folder(*by_ending)) return {*by_ending};
    if (object.value().find("to") == nullptr)
        object.error("plan-value", object.value(),
                     "the output's ending names no format; give 'to', for example graphml");
    return {};
}

class PlanReader {
  public:
    PlanReader(const JsonValue& document, const std::string& file, Diagnostics& diagnostics)
        : file_(file),
          diagnostics_(diagnostics),
          plan_(document, "the plan", file, diagnostics),
          lenses_(plan_.take("lenses"), file, diagnostics) {}

    Plan read() {
        (void)plan_.take("$schema");
        (void)plan_.text("description");
        if (!read_version()) return {};
        read_inputs();
        if (const auto merge = plan_.word("merge", parse_merge, {"names"}))
            result_.merge_names = *merge;
        read_limits();
        read_jobs();
        plan_.finish();
        return std::move(result_);
    }

  private:
    static std::optional<bool> parse_merge(std::string_view text) {
        return text == "names" ? std::optional(true) : std::nullopt;
    }

    bool read_version() {
        const JsonValue* version = plan_.take("actormap-plan");
        if (version != nullptr && version->kind == JsonValue::Kind::number &&
            version->text == current_version)
            return true;
        plan_.error("plan-version", version == nullptr ? plan_.value() : *version,
                    "a plan begins with \"actormap-plan\": 1; this is none, or of a version that "
                    "this program does not know");
        return false;
    }

    void read_inputs() {
        for (const JsonValue& item : plan_.items("inputs")) {
            if (item.kind == JsonValue::Kind::text) {
                result_.inputs.push_back({item.text, std::nullopt, plan_.position(item)});
                continue;
            }
            PlanObject object(item, "an input", file_, diagnostics_);
            const auto patterns = object.texts("files");
            const auto format = object.word("from", parse_input_format, input_format_words());
            if (!patterns) object.error("plan-value", item, "an input without 'files'; name some");
            for (const std::string& pattern : patterns.value_or(std::vector<std::string>{}))
                result_.inputs.push_back({pattern, format, plan_.position(*item.find("files"))});
            object.finish();
        }
        if (result_.inputs.empty() && diagnostics_.errors() == 0)
            plan_.error("plan-value", plan_.value(), "the plan has no 'inputs'; name some files");
    }

    void read_limits() {
        const JsonValue* value = plan_.take("limits");
        if (value == nullptr) return;
        PlanObject object(*value, "'limits'", file_, diagnostics_);
        if (const auto seconds = object.count("seconds", 1, 1'000'000))
            result_.limits.cpu_seconds = static_cast<unsigned>(*seconds);
        if (const auto memory = object.count("memory-mb", 1, 1'000'000'000))
            result_.limits.memory_bytes = *memory << 20;
        object.finish();
    }

    void read_jobs() {
        const std::vector<JsonValue>& items = plan_.items("jobs");
        for (const JsonValue& item : items) read_job(item);
        if (items.empty() && diagnostics_.errors() == 0)
            plan_.error("plan-job", plan_.value(), "the plan has no 'jobs'; give it some");
    }

    void read_job(const JsonValue& item) {
        PlanObject object(item, "a job", file_, diagnostics_);
        if (item.kind != JsonValue::Kind::object) return;
        PlannedJob job;
        job.output = read_output(object);
        job.where = object.position(item.find("output") == nullptr ? item : *item.find("output"));
        if (const auto each = object.word("for-each", parse_for_each, for_each_words()))
            job.for_each = *each;
        const JsonValue* lens = object.take("lens");
        job.lens = lens == nullptr ? PlanLenses::standard() : lenses_.lens(*lens);
        job.lens.merge_names = result_.merge_names;
        read_work(object, job);
        object.finish();
        check_template(object, job);
        result_.jobs.push_back(std::move(job));
    }

    /// The template; one with a fault too, whose ending says what the work is to be.
    std::string read_output(PlanObject& object) {
        const auto output = object.text("output");
        if (!output) {
            if (object.value().find("output") == nullptr)
                object.error("plan-output", object.value(), "a job without 'output'; name a file");
            return {};
        }
        if (const auto fault = OutputTemplate::fault(*output))
            object.error("plan-output", *object.value().find("output"),
                         "the output " + quote(*output) + ' ' + *fault);
        return *output;
    }

    /// The one of draw, rank and convert that the job has.
    void read_work(PlanObject& object, PlannedJob& job) {
        const std::string_view ending =
            std::string_view(job.output).substr(job.output.rfind('.') + 1);
        std::size_t found = 0;
        const auto read = [&](const char* name, const auto& read_one) {
            const JsonValue* value = object.take(name);
            if (value == nullptr) return;
            ++found;
            PlanObject options(*value, "'" + std::string(name) + "'", file_, diagnostics_);
            job.work = read_one(options, ending);
            options.finish();
            job.options = to_json(*value);
        };
        read("draw", read_draw);
        read("rank", read_rank);
        read("convert", read_convert);
        if (found != 1)
            object.error("plan-job", object.value(),
                         "a job has one of 'draw', 'rank' and 'convert', each an object");
    }

    static void check_template(PlanObject& object, const PlannedJob& job) {
        if (job.output.empty()) return;
        const bool varies = OutputTemplate(job.output).has_values();
        if (job.for_each != ForEach::once && !varies)
            object.error("plan-output", *object.value().find("output"),
                         "the output is the same for each; put {id} or {name} into it");
        if (job.for_each == ForEach::once && varies)
            object.error("plan-output", *object.value().find("output"),
                         "nothing stands for the braces without 'for-each'; add it");
    }

    const std::string& file_;
    Diagnostics& diagnostics_;
    PlanObject plan_;
    PlanLenses lenses_;
    Plan result_;
};

}  // namespace

std::optional<ForEach> parse_for_each(std::string_view text) {
    return for_each_vocabulary.parse(text);
}
std::string_view to_string(ForEach for_each) {
    return for_each_vocabulary[for_each];
}
const std::vector<std::string_view>& for_each_words() {
    static const std::vector<std::string_view> words(for_each_vocabulary.words.begin(),
                                                     for_each_vocabulary.words.end());
    return words;
}

std::string_view name_of(const Work& work) {
    constexpr std::array<std::string_view, 3> names{"draw", "rank", "convert"};
    return names[work.index()];
}

Plan read_plan(std::string_view content, const std::string& file, Diagnostics& diagnostics) {
    const JsonValue document = parse_json(content, file, diagnostics);
    return PlanReader(document, file, diagnostics).read();
}

}  // namespace actormap
