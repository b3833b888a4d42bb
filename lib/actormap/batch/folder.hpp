#pragma once

#include <actormap/batch/manifest.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actormap {

/// The names of a batch's own files in its folder; shards have their own.
struct OwnFiles {
    explicit OwnFiles(const Shard& shard);

    std::string manifest;  ///< "manifest.json", or "manifest.2-of-8.json"
    std::string journal;
    std::string timings;
    std::string lock;
};

/// Whether a name in a batch's folder, case aside, is that of one of these files of any shard.
[[nodiscard]] bool is_own_file(std::string_view name);

/// The folder that a batch writes into, while it alone may.
class BatchFolder {
  public:
    /// Makes the folder if there is none, and takes it; where the file system has no locks, nothing
    /// keeps two apart. What an earlier batch that was killed left half-written is removed, unless
    /// other shards are at work.
    /// Throws  Error batch-locked if another batch, this shard, or one of something else is at work
    ///         there; file-unwritable
    BatchFolder(std::string path, const BatchHead& head);
    BatchFolder(const BatchFolder&) = delete;
    BatchFolder& operator=(const BatchFolder&) = delete;
    ~BatchFolder();

    /// What an earlier run noted.
    /// Throws  InputError batch-manifest
    [[nodiscard]] std::optional<Manifest> earlier() const;

    /// Writes a manifest of what stays, and begins a journal.
    void begin(const BatchHead& head, const std::vector<Entry>& kept);
    /// Writes an output, whole or not at all, in folders that are made as needed. No link in the
    /// folder leads it elsewhere.
    /// Throws  Error output-blocked if something lies in the way of this one; file-unwritable;
    ///         batch-folder if the folder was removed
    void write(const std::string& output, std::string_view bytes);
    /// Removes an output, if it is there.
    void remove(const std::string& output);
    /// Whether an output is the same file as that at `path`, by whatever name.
    [[nodiscard]] bool is_same(const std::string& output, const std::string& path) const;
    /// Notes a job in the journal.
    void note(const Entry& entry, const Took& took);
    /// Writes the manifest and the timings for good, and ends the journal.
    void finish(const BatchHead& head, const std::vector<Entry>& jobs,
                const std::vector<std::pair<std::string, Took>>& took);

    /// Whether an output is there with that content.
    [[nodiscard]] bool holds(const Entry& entry) const;

  private:
    class Descriptor;
    [[nodiscard]] std::string at(std::string_view name) const;
    void take(const BatchHead& head);
    void clean() const;
    void check_still_there() const;
    [[nodiscard]] std::unique_ptr<Descriptor> parent_of(const std::string& output, bool make) const;
    void replace(int folder, const std::string& name, std::string_view bytes,
                 const std::string& path) const;

    std::string path_;
    OwnFiles own_;
    std::unique_ptr<Descriptor> folder_, lock_, shard_lock_, journal_;
};

/// What is wrong with an output that a manifest lists as done; nothing if it is as it should be.
[[nodiscard]] std::optional<std::string> fault_of(const std::string& folder, const Entry& entry);

}  // namespace actormap
