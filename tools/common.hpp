#pragma once

#include <actormap/base/error.hpp>
#include <actormap/lens/lens.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/read/read.hpp>
#include <actormap/write/table.hpp>

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap::tool {

// What CLI.md gives every command: exit codes and options.

enum ExitCode { done = 0, answered_no = 1, failed = 2, interrupted = 130 };

/// Ends the program with a code after everything was said.
struct Exit {
    int code;
};

/// One command of the program.
class Command {
  public:
    virtual ~Command() = default;
    /// Adds its options to `app`.
    virtual void set_up(CLI::App& app) = 0;
    /// Does its work; the exit code.
    virtual int run() = 0;
};

/// FILE..., --from, --keep-going, -q and -v.
struct InputOptions {
    std::vector<std::string> files;
    std::string from;
    std::string columns;
    std::string progress = "auto";
    bool keep_going = false;
    bool quiet = false;
    bool verbose = false;

    void set_up(CLI::App& app,
                const std::string& file = "graphs, read together as one; - is standard input");
    /// Reads the files. What is wrong goes to standard error; then, unless --keep-going, Exit.
    [[nodiscard]] ReadResult read() const;
    [[nodiscard]] ReadResult read(Diagnostics& diagnostics) const;
    /// What tells how far a phase of the work has come, as --progress and -q want it.
    [[nodiscard]] std::function<void(std::size_t, std::size_t)> progress_of(
        const std::string& phase, std::size_t worth_telling) const;
};

/// --merge names: what is read is united before anything looks at it.
struct MergeOption {
    std::string by;

    void set_up(CLI::App& app);
    /// Whether it was given.
    /// Throws  Error usage if it is another word
    [[nodiscard]] bool wanted() const;
    /// The graph that was read, united if that is wanted; -v says how much.
    [[nodiscard]] ActorGraph apply(ActorGraph graph, const InputOptions& input) const;
};

/// The lens options as they were typed.
struct LensOptions {
    explicit LensOptions(Tlp level = Tlp::red) : tlp(to_string(level)) {}

    std::vector<std::string> types, not_types, relations, countries, around;
    unsigned hops = 1;
    std::string revoked = "exclude";
    std::optional<std::string> since, until, as_of;
    std::vector<std::string> according_to, without;
    std::optional<std::string> min_confidence;
    std::string disputed = "include";
    std::string combine = "max";
    std::string denials = "ignore";
    unsigned assume = 50;
    std::string tlp;
    std::vector<std::string> roll_up;
    MergeOption merge;

    void set_up(CLI::App& app);
    [[nodiscard]] Lens lens() const;
};

/// -o and --format table|csv|json|markdown.
struct TableOptions {
    std::string output = "-";
    std::string format = "table";

    void set_up(CLI::App& app);
    [[nodiscard]] TableFormat parsed() const;
    /// A table in one of the formats that are not JSON.
    [[nodiscard]] std::string render(const Table& table) const;
};

/// The value of an option that is a word of a closed list.
/// Throws  Error usage, with the nearest word
template <typename Value>
Value option_word(const char* option, std::string_view text,
                  std::optional<Value> (*parse)(std::string_view),
                  const std::vector<std::string_view>& words);

[[noreturn]] void bad_word(const char* option, std::string_view text,
                           const std::vector<std::string_view>& words);

template <typename Value>
Value option_word(const char* option, std::string_view text,
                  std::optional<Value> (*parse)(std::string_view),
                  const std::vector<std::string_view>& words) {
    const std::optional<Value> value = parse(text);
    if (!value) bad_word(option, text, words);
    return *value;
}

/// What follows the last dot of a file's name; nothing if there is none.
[[nodiscard]] std::string ending(const std::string& path);

/// An option that may be given several times, each time with values separated by commas.
CLI::Option* add_list(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                      const std::string& description);

// The commands, one file each.
[[nodiscard]] std::unique_ptr<Command> make_info();
[[nodiscard]] std::unique_ptr<Command> make_check();
[[nodiscard]] std::unique_ptr<Command> make_show();
[[nodiscard]] std::unique_ptr<Command> make_rank();
[[nodiscard]] std::unique_ptr<Command> make_paths();
[[nodiscard]] std::unique_ptr<Command> make_groups();
[[nodiscard]] std::unique_ptr<Command> make_compare();
[[nodiscard]] std::unique_ptr<Command> make_similar();
[[nodiscard]] std::unique_ptr<Command> make_diff();
[[nodiscard]] std::unique_ptr<Command> make_perspectives();
[[nodiscard]] std::unique_ptr<Command> make_draw();
[[nodiscard]] std::unique_ptr<Command> make_batch();
[[nodiscard]] std::unique_ptr<Command> make_convert();

}  // namespace actormap::tool
