#include <actormap/base/error.hpp>
#include <actormap/base/sha256.hpp>
#include <actormap/base/text.hpp>
#include <actormap/batch/batch.hpp>
#include <actormap/batch/folder.hpp>
#include <actormap/batch/warm_up.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <poll.h>
#include <set>
#include <utility>

namespace actormap {
namespace {

/// What came of a process, without what was made.
Outcome outcome_of(const ChildResult& result, const ChildLimits& limits) {
    Outcome outcome;
    const auto fail = [&](std::string id, std::string reason) {
        outcome.error = std::move(id);
        outcome.reason = std::move(reason);
    };
    switch (result.end) {
        case ChildEnd::answered:
            outcome.done = true;
            break;
        case ChildEnd::threw:
            fail(result.id, result.text);
            break;
        case ChildEnd::over_time:
            fail("job-limit", "took more than " + std::to_string(limits.cpu_seconds) +
                                  " seconds of the processor, or far longer on the clock; let it "
                                  "show less, or raise the plan's limits.seconds");
            break;
        case ChildEnd::over_memory:
            fail("job-limit", "needs more than " + std::to_string(limits.memory_bytes >> 20) +
                                  " MB of memory; let it show less, or raise the plan's "
                                  "limits.memory-mb");
            break;
        case ChildEnd::over_output:
            fail("job-limit", "makes more than " + std::to_string(limits.output_bytes) +
                                  " bytes; let it show less");
            break;
        case ChildEnd::crashed:
            fail("job-crashed", "its process crashed (signal " + std::to_string(result.signal) +
                                    "); let it show less, or choose another layout");
            break;
        case ChildEnd::killed:
            fail("job-crashed",
                 "its process was killed, probably for want of memory; let it show less, or do "
                 "fewer jobs at once");
            break;
        case ChildEnd::gave_up:
        case ChildEnd::status_lost:
            fail("job-crashed",
                 "its process gave up without a word, probably for want of memory; let it show "
                 "less, or raise the plan's limits.memory-mb");
            break;
    }
    return outcome;
}

class Batch {
  public:
    Batch(const ActorGraph& graph, const std::vector<Job>& jobs, const BatchHead& head,
          const std::string& path, const BatchOptions& options, const Run& run)
        : graph_(graph),
          jobs_(jobs),
          head_(head),
          options_(options),
          run_(run),
          folder_(path, head) {}

    BatchSummary carry_out() {
        choose();
        prepare();
        if (!stopping()) start();
        while (busy() && !summary_.stopped) {
            wait();
            settle();
        }
        workers_.clear();  // what is under way is given up
        finish();
        return std::move(summary_);
    }

  private:
    struct Worker {
        std::optional<std::size_t> job;  ///< that it is at
        ChildProcess process;
    };

    /// What there is to do: the shard's jobs, without those that an earlier run did.
    void choose() {
        check_outputs();
        std::optional<Manifest> earlier = earlier_run();
        if (earlier) forget(*earlier);
        if (!options_.resume) earlier.reset();
        std::vector<Entry> kept;
        std::vector<std::size_t> skipped;
        for (std::size_t i = 0; i < jobs_.size(); ++i) {
            if (!head_.shard.holds(i)) continue;
            ++total_;
            const Entry* entry = earlier ? find(*earlier, i) : nullptr;
            if (entry == nullptr) {
                waiting_.push_back(i);
                continue;
            }
            entries_.emplace(i, *entry);
            if (const auto took = earlier->took.find(entry->output); took != earlier->took.end())
                took_.emplace(i, took->second);
            kept.push_back(*entry);
            skipped.push_back(i);
        }
        folder_.begin(head_, kept);
        for (const std::size_t i : skipped) tell(i, JobState::skipped, entries_.at(i).outcome);
        summary_.skipped = skipped.size();
    }

    /// That no output replaces what is read.
    void check_outputs() const {
        for (const Job& job : jobs_) {
            for (const std::string& path : options_.keep) {
                if (folder_.is_same(job.output, path))
                    throw Error("plan-collision", "the output " + quote(job.output) +
                                                      " would replace " + quote(path) +
                                                      ", which is read; change this 'output'");
            }
        }
    }

    /// What an earlier run noted. Without `resume` nothing rests on it.
    [[nodiscard]] std::optional<Manifest> earlier_run() const {
        try {
            return folder_.earlier();
        } catch (const InputError&) {
            if (options_.resume) throw;
            return std::nullopt;
        }
    }

    /// Removes what an earlier run made and this one does not.
    void forget(const Manifest& earlier) {
        std::set<std::string> planned;
        for (const Job& job : jobs_) planned.insert(job.output);
        for (const auto& [output, entry] : earlier.jobs) {
            if (planned.contains(output) || !folder_.holds(entry)) continue;
            folder_.remove(output);
            ++summary_.removed;
        }
    }

    /// The entry of a job that is done: of the same key, and with its output in place.
    const Entry* find(const Manifest& earlier, std::size_t job) const {
        const auto found = earlier.jobs.find(jobs_[job].output);
        if (found == earlier.jobs.end()) return nullptr;
        const Entry& entry = found->second;
        return entry.key == job_key(head_, jobs_[job]) && folder_.holds(entry) ? &entry : nullptr;
    }

    void prepare() const {
        const auto draws = [&](std::size_t job) { return jobs_[job].work.index() == 0; };
        // To make ready costs as much as a few pictures.
        if (std::count_if(waiting_.begin(), waiting_.end(), draws) > 3) warm_up_drawing();
    }

    [[nodiscard]] bool stopping() {
        if (run_.stop.stop_requested()) summary_.stopped = true;
        return summary_.stopped || (options_.fail_fast && failing_);
    }

    /// Gives every worker a job, in processes as many as there may be.
    void start() {
        std::erase_if(workers_,
                      [](const Worker& worker) { return !worker.job && !worker.process.usable(); });
        const auto most = static_cast<std::size_t>(std::max(run_.threads, 1U));
        while (workers_.size() < std::min(most, workers_.size() + waiting_.size() - next_)) {
            const auto work = [&](std::size_t job) {
                return pack(options_.work(graph_, jobs_[job]));
            };
            try {
                workers_.push_back({std::nullopt, ChildProcess(work, options_.limits)});
            } catch (const Error&) {
                if (workers_.empty()) throw;
                break;  // the system gives no more: these will do
            }
        }
        for (Worker& worker : workers_) {
            if (worker.job || next_ == waiting_.size()) continue;
            worker.job = waiting_[next_++];
            worker.process.begin(*worker.job);
        }
    }

    [[nodiscard]] bool busy() const {
        return std::any_of(workers_.begin(), workers_.end(),
                           [](const Worker& worker) { return worker.job.has_value(); });
    }

    /// Until a worker has something to say, or ends.
    void wait() const {
        std::vector<pollfd> ready;
        for (const Worker& worker : workers_) {
            if (worker.job) ready.push_back({worker.process.descriptor(), POLLIN, 0});
        }
        constexpr int patience = 200;  // ms, after which stop and limits are looked at
        (void)::poll(ready.data(), static_cast<nfds_t>(ready.size()), patience);
    }

    /// Takes what ended, begins what follows, and then writes what was made, so that nobody waits
    /// for the disk.
    void settle() {
        std::vector<std::pair<std::size_t, ChildResult>> ended;
        for (Worker& worker : workers_) {
            if (!worker.job || !worker.process.advance()) continue;
            ended.emplace_back(*worker.job, worker.process.result());
            if (ended.back().second.end != ChildEnd::answered) failing_ = true;
            worker.job.reset();
        }
        if (!stopping()) start();
        for (const auto& [job, result] : ended) keep(job, result);
    }

    void keep(std::size_t job, const ChildResult& result) {
        Outcome outcome = outcome_of(result, options_.limits);
        if (outcome.done) write(job, result, outcome);
        const Took took{result.seconds, result.peak_memory};
        const Entry entry = make_entry(jobs_[job], job_key(head_, jobs_[job]), std::move(outcome));
        if (entry.outcome.done) {
            ++summary_.done;
        } else {
            failing_ = true;
            folder_.remove(jobs_[job].output);  // what it made before is out of date
            summary_.failures.push_back(
                {jobs_[job].output, entry.outcome.error, entry.outcome.reason});
        }
        folder_.note(entry, took);
        took_.insert_or_assign(job, took);
        entries_.insert_or_assign(job, entry);
        tell(job, entry.outcome.done ? JobState::done : JobState::failed, entry.outcome);
    }

    /// Writes what a job made; if its own place is blocked, the job fails alone.
    void write(std::size_t job, const ChildResult& result, Outcome& outcome) {
        const auto fail = [&](std::string id, std::string reason) {
            outcome = {};
            outcome.error = std::move(id);
            outcome.reason = std::move(reason);
        };
        std::optional<Made> made = unpack(result.text);
        if (!made) return fail("job-crashed", "its process gave an answer that is none");
        outcome.bytes = made->bytes.size();
        outcome.sha256 = sha256(made->bytes);
        outcome.marking = to_string(made->marking);
        outcome.warnings = std::move(made->warnings);
        try {
            folder_.write(jobs_[job].output, made->bytes);
        } catch (const Error& error) {
            if (error.id() != "output-blocked") throw;
            fail(error.id(), error.what());
        }
    }

    void finish() {
        std::vector<Entry> entries;
        std::vector<std::pair<std::string, Took>> took;
        for (const auto& [job, entry] : entries_) {
            entries.push_back(entry);
            if (!entry.outcome.warnings.empty()) ++summary_.warned;
            if (const auto found = took_.find(job); found != took_.end())
                took.emplace_back(entry.output, found->second);
        }
        folder_.finish(head_, entries, took);
        summary_.left = total_ - entries_.size();
    }

    void tell(std::size_t job, JobState state, const Outcome& outcome) {
        ++ended_;
        if (options_.tell)
            options_.tell({jobs_[job], state, outcome.error, outcome.reason, ended_, total_,
                           summary_.failures.size()});
    }

    const ActorGraph& graph_;
    const std::vector<Job>& jobs_;
    const BatchHead& head_;
    const BatchOptions& options_;
    const Run& run_;
    BatchFolder folder_;
    std::vector<std::size_t> waiting_;  ///< jobs to do
    std::size_t next_ = 0;              ///< into these
    std::vector<Worker> workers_;
    std::map<std::size_t, Entry> entries_;  ///< of the jobs that ended, also earlier
    std::map<std::size_t, Took> took_;
    std::size_t total_ = 0;
    std::size_t ended_ = 0;
    bool failing_ = false;
    BatchSummary summary_;
};

}  // namespace

std::string_view to_string(JobState state) {
    constexpr std::array<std::string_view, 3> words{"done", "skipped", "failed"};
    return words[static_cast<std::size_t>(state)];
}

BatchSummary run_batch(const ActorGraph& graph, const std::vector<Job>& jobs, const BatchHead& head,
                       const std::string& folder, const BatchOptions& options, const Run& run) {
    return Batch(graph, jobs, head, folder, options, run).carry_out();
}

}  // namespace actormap
