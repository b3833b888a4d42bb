#include "output.hpp"

#include <actormap/base/file.hpp>
#include <actormap/base/text.hpp>

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace actormap::tool {
namespace {

/// Whether all of it could be written; errno says why not.
bool write_to(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// To standard error. That nobody reads it changes no answer and no exit code.
void tell(std::string_view text) {
    (void)write_to(STDERR_FILENO, text);
}

void write_result(std::string_view content) {
    if (write_to(STDOUT_FILENO, content)) return;
    if (errno == EPIPE) throw Exit{done};  // the reader has seen enough
    throw Error("file-unwritable", "standard output cannot be written; give -o FILE");
}

/// Holds back an interrupt while a file is replaced, so that nothing stays beside it.
class Uninterrupted {
  public:
    Uninterrupted() {
        sigset_t all;
        sigfillset(&all);
        ::pthread_sigmask(SIG_BLOCK, &all, &before_);
    }
    Uninterrupted(const Uninterrupted&) = delete;
    Uninterrupted& operator=(const Uninterrupted&) = delete;
    ~Uninterrupted() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_{};
};

}  // namespace

void report(const Diagnostics& diagnostics, bool with_warnings) {
    constexpr std::size_t most = 20;
    std::size_t shown = 0;
    std::string text;
    for (const Severity severity : {Severity::error, Severity::warning}) {  // the graver first
        if (severity == Severity::warning && !with_warnings) continue;
        for (const Diagnostic& diagnostic : diagnostics.all()) {
            if (diagnostic.severity != severity || shown == most) continue;
            text += printable(to_string(diagnostic)) + '\n';
            ++shown;
        }
    }
    const std::size_t all = diagnostics.errors() + (with_warnings ? diagnostics.warnings() : 0);
    if (all > shown) text += "… and " + std::to_string(all - shown) + " more\n";
    tell(text);
}

void say_findings(const Findings& findings) {
    for (const auto& [kind, entry] : findings.entries()) {
        std::string line = fmt::format("kept: {} of the kind {}", entry.count, kind);
        if (!entry.first.empty())
            line += ", first at " + to_string(entry.first[0].where) + ": " + entry.first[0].what;
        say(printable(line));
    }
}

void emit(const std::string& path, std::string_view content) {
    if (path == "-") return write_result(content);
    const Uninterrupted guard;
    write_file(path, content);
}

void say(std::string_view line) {
    tell(std::string(line) + '\n');
}

void warn_of_marking(const InputOptions& input, Tlp marking) {
    if (marking != Tlp::clear && !input.quiet)
        say("actormap: warning: the output holds what is marked TLP " +
            std::string(to_string(marking)) + "; --tlp clear leaves it out [marking]");
}

void say_counts(const InputOptions& input, const Lens& lens, const SelectionCounts& counts,
                std::string_view where) {
    const std::size_t withheld =
        counts.withheld_entities + counts.withheld_relations + counts.withheld_claims;
    if (withheld != 0 && !input.quiet)
        say(fmt::format("actormap: {}withheld above TLP {}: {} entities, {} relations, {} claims",
                        where, to_string(lens.tlp), counts.withheld_entities,
                        counts.withheld_relations, counts.withheld_claims));
    if (counts.undated_claims != 0 && !input.quiet)
        say(fmt::format("actormap: {}{} undated claims stay visible, whatever --as-of", where,
                        counts.undated_claims));
    if (counts.undated_relations != 0 && !input.quiet)
        say(fmt::format("actormap: {}{} undated relations pass, whatever --since and --until",
                        where, counts.undated_relations));
    if (!input.verbose) return;
    if (counts.retired_entities + counts.retired_relations != 0)
        say(fmt::format(
            "{}revoked or deprecated, and left out or replaced: {} entities, {} relations", where,
            counts.retired_entities, counts.retired_relations));
    if (counts.undefined_relations != 0)
        say(fmt::format("{}left out: {} relations with an end that no file defines", where,
                        counts.undefined_relations));
}

void say_counts(const InputOptions& input, const Lens& lens, const View& view) {
    say_counts(input, lens, view.selection.counts);
    if (!input.verbose) return;
    say(fmt::format(
        "network: {} vertices, {} edges; {} parallel relations united, {} loops dropped",
        view.network.size(), view.network.edges(), view.parallel, view.loops));
    for (const RollUpCount& level : view.roll_ups)
        say(fmt::format("{}: {} rolled up, {} have no upper level and stay",
                        to_string(level.roll_up), level.moved, level.stayed));
}

}  // namespace actormap::tool
