#include "heap.hpp"
#include "output.hpp"

#include <actormap/base/run.hpp>
#include <actormap/base/text.hpp>

#include <algorithm>
#include <array>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <new>
#include <string_view>
#include <unistd.h>

using namespace actormap;
using namespace actormap::tool;

namespace {

struct Entry {
    const char* name;
    const char* description;
    std::unique_ptr<Command> (*make)();
    const char* example;  // runs on graphs/
};

constexpr std::array<Entry, 13> entries{{
    {"info", "count what a graph holds", make_info, "actormap info graphs/*.json"},
    {"check", "validate and lint", make_check, "actormap check graphs/*.json"},
    {"show", "one entity: its names and relations, with claims and sources", make_show,
     "actormap show apt31 graphs/*.json"},
    {"rank", "centrality measures, as a table", make_rank,
     "actormap rank graphs/*.json --by betweenness,pagerank --top 10"},
    {"paths", "how two entities are linked", make_paths,
     "actormap paths Finland China graphs/*.json"},
    {"groups", "communities, components, cores, and where the network breaks", make_groups,
     "actormap groups graphs/*.json"},
    {"compare", "what two entities have in common, and what not", make_compare,
     "actormap compare apt31 apt40 graphs/*.json"},
    {"similar", "which entities are most like one, and why", make_similar,
     "actormap similar apt31 graphs/*.json"},
    {"diff", "what changed between two graphs, or two dates of one", make_diff,
     "actormap diff --as-of 2021-03-17 --as-of 2021-03-31 graphs/*.json"},
    {"perspectives", "how speakers, kinds of speakers or countries see the same relations",
     make_perspectives, "actormap perspectives graphs/*.json --relation targets --around apt31"},
    {"draw", "a diagram: SVG, PNG, DOT or JSON", make_draw,
     "actormap draw graphs/*.json --around apt31 -o apt31.svg"},
    {"batch", "many diagrams and tables from one plan", make_batch,
     "actormap batch graphs/plans/apt31.json -o maps"},
    {"convert", "write a graph in another format", make_convert,
     "actormap convert graphs/*.json -T claims -o claims.csv"},
}};

/// What was typed is nearest to one of `words`.
std::string suggestion(const std::string& typed, const std::vector<std::string>& words) {
    return did_you_mean(nearest(typed, {words.begin(), words.end()}, 1));
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

/// The command that was typed, if it is one.
const CLI::App* chosen(const CLI::App& app) {
    const auto commands = app.get_subcommands();
    return commands.empty() ? nullptr : commands.front();
}

int usage(const CLI::App& app, int argc, char** argv, const std::string& what) {
    const CLI::App* command = chosen(app);
    const std::string help = std::string("; see actormap ") +
                             (command ? command->get_name() + ' ' : std::string()) + "--help";
    std::string hint;
    for (int i = 1; i < argc && hint.empty(); ++i) {
        const std::string word = argv[i];
        const std::string name = word.substr(0, word.find('='));
        const auto options = option_names(command ? *command : app);
        const bool known = std::find(options.begin(), options.end(), name) != options.end();
        if (name.starts_with("--") && name.size() > 2 && !known) hint = suggestion(name, options);
        if (!command && !word.starts_with('-')) {
            std::vector<std::string> names;
            for (const Entry& entry : entries) names.emplace_back(entry.name);
            hint = suggestion(word, names);
            say("actormap: error: there is no command " + quote(word) + hint + help + " [usage]");
            return failed;
        }
    }
    say("actormap: error: " + printable(what) + hint + help + " [usage]");
    return failed;
}

/// Whether an argument is that word: then, and only then, it may be the command.
bool mentions(int argc, char** argv, std::string_view word) {
    return std::find(argv + 1, argv + argc, word) != argv + argc;
}

int run(int argc, char** argv) {
    CLI::App app("Maps of threat actors whose every relation is a claim.", "actormap");
    app.set_version_flag("--version", std::string("actormap ") + ACTORMAP_VERSION);
    app.require_subcommand(1);
    app.get_formatter()->column_width(34);
    std::vector<std::unique_ptr<Command>> commands;
    std::vector<CLI::App*> parsers;
    for (const Entry& entry : entries) {
        commands.push_back(entry.make());
        parsers.push_back(app.add_subcommand(entry.name, entry.description));
        parsers.back()->footer(std::string("Example:\n  ") + entry.example);
        // All the options of all commands take longer to set up than a small graph to read.
        if (mentions(argc, argv, entry.name)) commands.back()->set_up(*parsers.back());
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::CallForAllHelp& help) {
        return app.exit(help);
    } catch (const CLI::CallForVersion& version) {
        return app.exit(version);
    } catch (const CLI::ParseError& error) {
        return usage(app, argc, argv, error.what());
    }
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (parsers[i]->parsed()) return commands[i]->run();
    }
    return failed;
}

extern "C" void on_interrupt(int) {
    ::_exit(interrupted);
}

}  // namespace

int main(int argc, char** argv) {
    prepare_heap();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGINT, on_interrupt);
    std::signal(SIGTERM, on_interrupt);
    try {
        return run(argc, argv);
    } catch (const Exit& exit) {
        return exit.code;
    } catch (const Cancelled&) {
        return interrupted;
    } catch (const InputError& error) {
        say(printable(
            to_string(Diagnostic{Severity::error, error.id(), error.where(), error.what()})));
    } catch (const Error& error) {
        say("actormap: error: " + printable(error.what()) + " [" + error.id() + ']');
    } catch (const std::bad_alloc&) {
        say("actormap: error: there is not enough memory for this; give it less [memory]");
    }
    return failed;
}
