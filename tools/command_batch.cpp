#include "batch_progress.hpp"
#include "output.hpp"

#include <actormap/base/file.hpp>
#include <actormap/base/sha256.hpp>
#include <actormap/base/text.hpp>
#include <actormap/base/version.hpp>
#include <actormap/batch/batch.hpp>
#include <actormap/batch/inputs.hpp>
#include <actormap/batch/verify.hpp>

#include <fmt/format.h>

#include <csignal>
#include <filesystem>
#include <stop_token>
#include <thread>
#include <unistd.h>

namespace actormap::tool {
namespace {

std::stop_source& stop_source() {
    static std::stop_source source;
    return source;
}

/// The first signal asks the batch to end in good order, the second does not wait for that.
extern "C" void on_stop(int) {
    // Nothing is registered with the source, so this is one atomic operation.
    if (!stop_source().request_stop()) ::_exit(interrupted);
}

unsigned usual_workers() {
    return std::max(1U, std::thread::hardware_concurrency());
}

class Batch : public Command {
  public:
    void set_up(CLI::App& app) override {
        app.add_option("PLAN", plan_, "what to make of which files; docs/batch.md");
        app.add_option("FILE", files_, "graphs to read instead of those that the plan names");
        app.add_option("-o,--output", folder_, "the folder to write into")->type_name("DIR");
        app.add_flag("--dry-run", dry_run_, "list the jobs and their files, and do nothing");
        app.add_flag("--resume", resume_, "do only what is missing, or made of something else");
        app.add_flag("--fail-fast", fail_fast_, "end with the first job that fails");
        app.add_option("--shard", shard_, "do only the I-th of N parts of the jobs")
            ->type_name("I/N");
        app.add_option("--verify", verify_, "compare the files of a batch with its manifest")
            ->type_name("DIR");
        app.add_option("--threads", workers_, "do so many jobs at once [as many as processors]")
            ->type_name("N")
            ->check(CLI::Range(1, 256));
        app.add_option("--progress", progress_,
                       "how far it has come: auto (a bar on a terminal, else lines), always, "
                       "never, json [auto]")
            ->type_name("WORD");
        app.add_flag("--keep-going", keep_going_, "use the good part of a malformed file");
        app.add_flag("-q,--quiet", quiet_, "no progress, and no warnings");
        app.add_flag("-v,--verbose", verbose_, "every warning of reading");
    }

    int run() override {
        mode_ = quiet_ ? ProgressMode::never : parse_progress(progress_);
        if (!verify_.empty()) return say_verification();
        check_usage();
        Diagnostics diagnostics;
        const std::string content = read_file(plan_);
        const Plan plan = read_plan(content, plan_, diagnostics);
        give_up_on(diagnostics, false);
        const BatchInputs inputs =
            files_.empty() ? read_inputs(plan, std::filesystem::path(plan_).parent_path().string(),
                                         diagnostics)
                           : read_inputs(files_, plan.merge_names, diagnostics);
        give_up_on(diagnostics, keep_going_);
        const std::vector<Job> jobs = expand_plan(plan, inputs.read.graph);
        if (dry_run_) return list(jobs);
        const BatchHead head{std::string(version()),
                             std::filesystem::path(plan_).filename().string(),
                             sha256(content),
                             inputs.files,
                             jobs.size(),
                             parsed_shard()};
        return carry_out(plan, inputs, jobs, head);
    }

  private:
    /// The jobs; a warning of what makes nothing is said whatever the level, since nobody looks.
    [[nodiscard]] std::vector<Job> expand_plan(const Plan& plan, const ActorGraph& graph) const {
        Diagnostics diagnostics;
        std::vector<Job> jobs = expand(plan, graph, diagnostics);
        report(diagnostics, !quiet_);
        return jobs;
    }

    void check_usage() const {
        if (plan_.empty())
            throw Error("usage", "a plan is missing; give PLAN.json, or --verify DIR");
        if (folder_.empty() && !dry_run_)
            throw Error("usage", "a folder to write into is missing; give -o DIR");
        (void)parsed_shard();
    }

    [[nodiscard]] Shard parsed_shard() const {
        if (shard_.empty()) return {};
        const auto shard = parse_shard(shard_);
        if (!shard)
            throw Error("usage", "--shard: " + quote(shard_) +
                                     " is not I/N; give the number of a part, from 1, and how many "
                                     "there are, as 2/8");
        return *shard;
    }

    void give_up_on(const Diagnostics& diagnostics, bool only_warn) const {
        report(diagnostics, verbose_);
        if (diagnostics.errors() != 0 && !only_warn) throw Exit{failed};
    }

    /// A line for each job: its position from 1, the work, the file, and for what.
    [[nodiscard]] int list(const std::vector<Job>& jobs) const {
        const Shard shard = parsed_shard();
        std::string text;
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            if (!shard.holds(i)) continue;
            text += fmt::format("{}\t{}\t{}\t{}\n", i + 1, name_of(jobs[i].work), jobs[i].output,
                                printable(jobs[i].subject));
        }
        emit("-", text);
        return done;
    }

    [[nodiscard]] int carry_out(const Plan& plan, const BatchInputs& inputs,
                                const std::vector<Job>& jobs, const BatchHead& head) const {
        BatchOptions options;
        options.resume = resume_;
        options.fail_fast = fail_fast_;
        options.limits = plan.limits;
        options.keep = {plan_};
        for (const InputFile& file : inputs.read.graph.files()) options.keep.push_back(file.name);
        BatchProgress progress(mode_);
        options.tell = [&](const BatchEvent& event) { progress.tell(event); };
        std::signal(SIGINT, on_stop);
        std::signal(SIGTERM, on_stop);
        const BatchSummary summary =
            run_batch(inputs.read.graph, jobs, head, folder_, options,
                      {.threads = workers_, .stop = stop_source().get_token()});
        progress.end();
        if (mode_ == ProgressMode::json)
            say(summary_json(summary));
        else
            say_summary(summary);
        if (summary.stopped) return interrupted;
        return summary.failures.empty() && summary.left == 0 ? done : answered_no;
    }

    void say_summary(const BatchSummary& summary) const {
        constexpr std::size_t most = 20;
        for (std::size_t i = 0; i < summary.failures.size() && i < most; ++i) {
            const BatchSummary::Failure& failure = summary.failures[i];
            say("actormap: failed: " +
                printable(failure.output + ": " + failure.reason + " [" + failure.error + ']'));
        }
        if (summary.failures.size() > most)
            say(fmt::format("… and {} more; the manifest lists them",
                            summary.failures.size() - most));
        if (quiet_) return;
        std::string text = fmt::format("actormap: {} done, {} skipped, {} failed", summary.done,
                                       summary.skipped, summary.failures.size());
        if (summary.warned != 0)
            text += fmt::format(
                ", {} with warnings (what was withheld, and the like), which the "
                "manifest lists",
                summary.warned);
        if (summary.removed != 0)
            text += fmt::format(", {} of an earlier run removed", summary.removed);
        if (summary.left != 0)
            text += fmt::format(", {} left; --resume does the rest", summary.left);
        say(text);
    }

    [[nodiscard]] static std::string summary_json(const BatchSummary& summary) {
        return fmt::format(
            R"({{"event":"summary","done":{},"skipped":{},"failed":{},"warned":{},"removed":{},"left":{}}})",
            summary.done, summary.skipped, summary.failures.size(), summary.warned, summary.removed,
            summary.left);
    }

    [[nodiscard]] int say_verification() const {
        if (!plan_.empty() || !folder_.empty())
            throw Error("usage", "--verify takes a folder alone; leave out PLAN and -o");
        const Verification found = verify_batch(verify_);
        std::string text;
        for (const Verification::Bad& bad : found.bad)
            text += printable(bad.output) + ": " + bad.what + '\n';
        text += fmt::format(
            "{} files are as they were made, {} are not; {} jobs failed, {} are "
            "not done\n",
            found.good, found.bad.size(), found.failed, found.missing);
        for (const std::string& shard : found.absent_shards)
            text += "shard " + shard + " left no manifest\n";
        emit("-", text);
        return found.bad.empty() ? done : answered_no;
    }

    std::vector<std::string> files_;
    std::string plan_, folder_, shard_, verify_;
    std::string progress_ = "auto";
    unsigned workers_ = usual_workers();
    bool dry_run_ = false;
    bool resume_ = false;
    bool fail_fast_ = false;
    bool keep_going_ = false;
    bool quiet_ = false;
    bool verbose_ = false;
    ProgressMode mode_ = ProgressMode::automatic;
};

}  // namespace

std::unique_ptr<Command> make_batch() {
    return std::make_unique<Batch>();
}

}  // namespace actormap::tool
