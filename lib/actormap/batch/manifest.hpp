#pragma once

#include <actormap/base/shard.hpp>
#include <actormap/batch/expand.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace actormap {

/// A file that went into a batch.
struct BatchInput {
    std::string file;    ///< as the plan leads to it, from the plan's folder
    std::string format;  ///< as the plan gives it; empty: found from the content
    std::size_t bytes = 0;
    std::string sha256;

    auto operator<=>(const BatchInput&) const = default;
};

/// What all jobs of a batch are made of.
struct BatchHead {
    std::string version;  ///< of actormap
    std::string plan;     ///< the name of the plan's file
    std::string plan_sha256;
    std::vector<BatchInput> inputs;
    std::size_t planned = 0;  ///< jobs of the plan, in all shards
    Shard shard = {};
};

/// What came of a job.
struct Outcome {
    bool done = false;
    std::size_t bytes = 0;
    std::string sha256;
    std::string marking;
    std::vector<std::string> warnings;
    std::string error;   ///< the id, if it failed
    std::string reason;  ///< why, if it failed
};

/// What a job took. Apart from the rest, since it is different every time.
struct Took {
    double seconds = 0;
    std::size_t peak_memory = 0;  ///< bytes
};

/// A job in a manifest.
struct Entry {
    std::string output;
    std::string key;  ///< of what it was made: `job_key`
    Outcome outcome;
    std::string json;  ///< all of it, on one line
};

/// A hash of everything that decides what a job makes: version, inputs, lens, work, output.
[[nodiscard]] std::string job_key(const BatchHead& head, const Job& job);

[[nodiscard]] Entry make_entry(const Job& job, std::string key, Outcome outcome);

/// A manifest as it was found: from the file and the journal beside it.
struct Manifest {
    std::string version;
    std::string plan_sha256;
    std::string inputs;  ///< as JSON
    std::size_t planned = 0;
    Shard shard = {};
    std::map<std::string, Entry> jobs;  ///< by output
    std::map<std::string, Took> took;   ///< by output
};

/// The text of manifest.json, of timings.json, and a line of the journal.
[[nodiscard]] std::string manifest_json(const BatchHead& head, const std::vector<Entry>& jobs);
[[nodiscard]] std::string timings_json(const std::vector<std::pair<std::string, Took>>& jobs);
[[nodiscard]] std::string journal_line(const Entry& entry, const Took& took);

/// Reads what these wrote. `name` is the file's, for messages.
/// Throws  InputError batch-manifest if it is anything else
[[nodiscard]] Manifest read_manifest(std::string_view content, const std::string& name);
/// Adds what a journal holds, up to the first line that is not as it was written: the machine went
/// down before it was. Jobs after it are done again.
void read_journal(std::string_view content, const std::string& name, Manifest& manifest);
void read_timings(std::string_view content, const std::string& name, Manifest& manifest);

}  // namespace actormap
