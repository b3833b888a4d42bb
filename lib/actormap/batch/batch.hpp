#pragma once

#include <actormap/base/child.hpp>
#include <actormap/base/run.hpp>
#include <actormap/batch/expand.hpp>
#include <actormap/batch/manifest.hpp>
#include <actormap/batch/perform.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace actormap {

/// What became of a job.
enum class JobState { done, skipped, failed };
[[nodiscard]] std::string_view to_string(JobState state);

struct BatchEvent {
    const Job& job;
    JobState state;
    std::string error;      ///< the id of a failure
    std::string reason;     ///< of a failure
    std::size_t ended = 0;  ///< jobs of this run, this one among them
    std::size_t total = 0;
    std::size_t failed = 0;
};

struct BatchOptions {
    bool resume = false;      ///< leave alone what an earlier run made of the same
    bool fail_fast = false;   ///< begin no further job once one has failed; what is begun ends
    ChildLimits limits = {};  ///< of each job
    std::vector<std::string> keep = {};  ///< files that no output may replace: plan and inputs
    std::function<void(const BatchEvent&)> tell = {};
    /// Does a job, in a process of its own. For tests, and for jobs of other kinds.
    std::function<Made(const ActorGraph&, const Job&)> work =
        [](const ActorGraph& graph, const Job& job) { return perform(graph, job); };
};

struct BatchSummary {
    std::size_t done = 0;
    std::size_t skipped = 0;
    std::size_t warned = 0;   ///< of those done or skipped: with warnings in the manifest
    std::size_t removed = 0;  ///< outputs of an earlier run that are no part of this one
    std::size_t left = 0;     ///< not begun, or given up: after a stop or a failure that ends it
    struct Failure {
        std::string output;
        std::string error;
        std::string reason;
    };
    std::vector<Failure> failures;
    bool stopped = false;
};

/// Does the jobs of a shard, each in a process that is forked from this one, `run.threads` of them
/// at once, and writes what they make into a folder, with a manifest (docs/batch.md). A job that
/// fails, crashes or goes beyond its limits fails alone. The outputs and the manifest are the same
/// bytes whatever the number of processes and wherever it was interrupted.
///
/// The process should have one thread. The drawing of pictures is prepared in it once
/// (`become_like_child`), so where there are pictures to draw its environment and locale change,
/// and what it draws itself afterwards is drawn in place, without limits.
///
/// Outputs that an earlier run noted and this one does not make are removed, unless somebody
/// changed them; so is what a job that fails now made before.
///
/// Stop        once `run.stop` is requested nothing more begins, what is under way is given up, and
///             the manifest holds what was done; a run with `resume` does the rest
/// Throws      Error batch-locked, batch-folder, file-unwritable, child-process: what was done
///             until then is noted; plan-collision if an output is one of `keep`; InputError
///             batch-manifest
[[nodiscard]] BatchSummary run_batch(const ActorGraph& graph, const std::vector<Job>& jobs,
                                     const BatchHead& head, const std::string& folder,
                                     const BatchOptions& options = {}, const Run& run = {});

}  // namespace actormap
