#include "common.hpp"

#include "output.hpp"
#include "progress.hpp"

#include <actormap/base/file.hpp>
#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/lens/merge.hpp>

#include <fmt/format.h>

namespace actormap::tool {
namespace {

const std::vector<std::string_view> tlp_words{"clear", "green", "amber", "amber+strict", "red"};

PartialDate option_date(const char* option, const std::optional<std::string>& text) {
    if (!text) return {};
    const auto date = PartialDate::parse(*text);
    if (!date)
        throw Error("usage", std::string("--") + option + ' ' + quote(*text) +
                                 " is no date; give YYYY, YYYY-MM or YYYY-MM-DD");
    return *date;
}

/// What --columns says: words, or with @ the file of a mapping of sheets.
InputNames input_names(const std::string& columns) {
    InputNames names;
    if (!columns.starts_with('@')) {
        if (!columns.empty()) names.columns = parse_column_map(columns);
        return names;
    }
    const std::string file = columns.substr(1);
    Diagnostics diagnostics;
    try {
        names.sheets = parse_sheet_mapping(read_file(file), file, diagnostics);
    } catch (const InputError& error) {
        diagnostics.error(error.id(), error.where(), error.what());
    }
    report(diagnostics, true);
    if (!names.sheets) throw Exit{failed};  // nothing is good without it, --keep-going or not
    return names;
}

}  // namespace

CLI::Option* add_list(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                      const std::string& description) {
    return app.add_option(name, values, description)->delimiter(',')->allow_extra_args(false);
}

std::string ending(const std::string& path) {
    const std::string name = path.substr(path.find_last_of('/') + 1);
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos ? std::string() : name.substr(dot + 1);
}

void bad_word(const char* option, std::string_view text,
              const std::vector<std::string_view>& words) {
    std::vector<std::string> list(words.begin(), words.end());
    throw Error("usage", std::string(option) + " does not know " + quote(text) + "; it takes " +
                             join(list, ", ") + did_you_mean(nearest(text, words, 1)));
}

void InputOptions::set_up(CLI::App& app, const std::string& file) {
    app.add_option("FILE", files, file)->required();
    app.add_option(
           "--from", from,
           "format of every FILE: native, stix, misp, claims, csv, edges, nodes, node-link, "
           "graphml, gexf, dot")
        ->type_name("FORMAT");
    app.add_option("--columns", columns,
                   "what the files call source, target, type, start, stop, weight, id, label, "
                   "description: source=from,target=to,...; or @FILE, a mapping of sheets")
        ->type_name("WORD=NAME,...");
    app.add_option("--progress", progress,
                   "how far long work has come: auto (on a terminal), always, never, json [auto]")
        ->type_name("WORD");
    app.add_flag("--keep-going", keep_going, "use the good part of a malformed file");
    app.add_flag("-q,--quiet", quiet, "no warnings");
    app.add_flag("-v,--verbose", verbose, "every warning, and what the lens let pass");
}

ReadResult InputOptions::read() const {
    Diagnostics diagnostics;
    ReadResult result = read(diagnostics);
    report(diagnostics, verbose);
    if (verbose) say_findings(result.report.findings);
    if (diagnostics.errors() != 0 && !keep_going) throw Exit{failed};
    if (diagnostics.warnings() != 0 && !verbose && !quiet)
        say(fmt::format("actormap: {} warnings while reading; -v or `actormap check` lists them",
                        diagnostics.warnings()));
    return result;
}

ReadResult InputOptions::read(Diagnostics& diagnostics) const {
    std::optional<InputFormat> format;
    if (!from.empty())
        format = option_word("--from", from, parse_input_format, input_format_words());
    const InputNames names = input_names(columns);
    constexpr std::size_t worth_telling = std::size_t{16} << 20;  // bytes
    Run run;
    run.progress = progress_of("reading", worth_telling);
    return read_files(files, format, diagnostics, run, names);
}

std::function<void(std::size_t, std::size_t)> InputOptions::progress_of(
    const std::string& phase, std::size_t worth_telling) const {
    return tool::progress_of(phase, quiet ? ProgressMode::never : parse_progress(progress),
                             worth_telling);
}

void LensOptions::set_up(CLI::App& app) {
    const auto add = [&](const char* name, auto& value, const char* description, const char* type) {
        return app.add_option(name, value, description)->group("Lens")->type_name(type);
    };
    const auto list = [&](const char* name, auto& values, const char* description,
                          const char* type) {
        return add_list(app, name, values, description)->group("Lens")->type_name(type);
    };
    list("--type", types, "only entities of these types", "T,...");
    list("--not-type", not_types, "no entities of these types", "T,...");
    list("--relation", relations, "only relations of these types", "R,...");
    list("--country", countries, "only relations that touch these countries", "CC,...");
    add("--around", around, "only what is near this entity (repeatable)", "NAME")
        ->allow_extra_args(false);
    add("--hops", hops, "how near, in edges [1]", "N");
    add("--revoked", revoked,
        "revoked and deprecated: exclude, include, or follow to what replaced it [exclude]",
        "WORD");
    add("--since", since, "only what happened then or later", "DATE");
    add("--until", until, "only what happened then or earlier", "DATE");
    add("--as-of", as_of, "only what had been said by then", "DATE");
    add("--according-to", according_to,
        "only claims by a speaker (id, name, kind, country, victim, accused) or in a source "
        "(repeatable)",
        "X")
        ->allow_extra_args(false);
    add("--without", without, "no claims by a speaker or in a source (repeatable)", "X")
        ->allow_extra_args(false);
    add("--min-confidence", min_confidence, "only claims at least so sure, 0 to 100", "N");
    add("--disputed", disputed, "include, exclude or only [include]", "WORD");
    add("--combine", combine,
        "how claims of one relation add up to its confidence: max or independent [max]", "WORD");
    add("--denials", denials,
        "what disputes and denials do to it: ignore (they are shown) or weigh [ignore]", "WORD");
    add("--assume", assume, "the confidence of a claim that states none, 0 to 100 [50]", "N")
        ->check(CLI::Range(0, 100));
    add("--tlp", tlp, "nothing above this level: clear, green, amber, amber+strict, red", "LEVEL");
    list("--roll-up", roll_up,
         "victims:country, actors:sponsor, campaigns:actor, techniques:parent", "LEVELS");
    merge.set_up(app);
}

void MergeOption::set_up(CLI::App& app) {
    app.add_option("--merge", by, "names: unite entities of several files that agree in a name")
        ->type_name("WORD")
        ->group("Lens");
}

bool MergeOption::wanted() const {
    if (!by.empty() && by != "names") bad_word("--merge", by, {"names"});
    return !by.empty();
}

ActorGraph MergeOption::apply(ActorGraph graph, const InputOptions& input) const {
    if (!wanted()) return graph;
    Merged merged = merge_names(graph);
    if (input.verbose) {
        std::size_t entities = 0;
        for (const Union& one : merged.unions) entities += one.parts.size();
        say(fmt::format("merge: united {} groups of {} entities; {} refusals", merged.unions.size(),
                        entities, merged.refusals.size()));
    }
    return std::move(merged.graph);
}

Lens LensOptions::lens() const {
    Lens lens;
    lens.merge_names = merge.wanted();
    lens.types = types;
    lens.not_types = not_types;
    lens.relations = relations;
    lens.countries = countries;
    lens.around = around;
    lens.hops = hops;
    lens.revoked =
        option_word("--revoked", revoked, parse_revoked, {"exclude", "include", "follow"});
    lens.since = option_date("since", since);
    lens.until = option_date("until", until);
    lens.as_of = option_date("as-of", as_of);
    if (backwards({lens.since, lens.until}))
        throw Error("usage", "--since is later than --until; exchange them");
    lens.according_to = according_to;
    lens.without = without;
    if (min_confidence) {
        const auto number = parse_count(*min_confidence);
        if (!number || *number > 100)
            throw Error("usage", "--min-confidence is " + quote(*min_confidence) +
                                     "; give a number from 0 to 100");
        lens.min_confidence = static_cast<std::uint8_t>(*number);
    }
    lens.disputed =
        option_word("--disputed", disputed, parse_disputed, {"include", "exclude", "only"});
    lens.combining.combine =
        option_word("--combine", combine, parse_combine, {"max", "independent"});
    lens.combining.denials = option_word("--denials", denials, parse_denials, {"ignore", "weigh"});
    lens.combining.assume = static_cast<std::uint8_t>(assume);
    lens.tlp = option_word("--tlp", tlp, parse_tlp, tlp_words);
    for (const std::string& level : roll_up)
        lens.roll_up.push_back(option_word(
            "--roll-up", level, parse_roll_up,
            {"victims:country", "actors:sponsor", "campaigns:actor", "techniques:parent"}));
    return lens;
}

void TableOptions::set_up(CLI::App& app) {
    app.add_option("-o,--output", output, "where to write; - is standard output")
        ->type_name("FILE");
    app.add_option("--format", format, "table, csv, json or markdown [table]")->type_name("WORD");
}

TableFormat TableOptions::parsed() const {
    return option_word("--format", format, parse_table_format,
                       {"table", "csv", "json", "markdown"});
}

std::string TableOptions::render(const Table& table) const {
    switch (parsed()) {
        case TableFormat::csv:
            return to_csv(table);
        case TableFormat::markdown:
            return to_markdown(table);
        default:
            return to_text(table);
    }
}

}  // namespace actormap::tool
