#include <actormap/base/error.hpp>
#include <actormap/base/file.hpp>
#include <actormap/batch/folder.hpp>
#include <actormap/batch/verify.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>

namespace actormap {
namespace {

namespace fs = std::filesystem;

/// The manifests in a folder, by name.
std::vector<std::string> manifests_in(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator file(folder, error), end; !error && file != end;
         file.increment(error)) {
        const std::string name = file->path().filename().string();
        if (is_own_file(name) && name.starts_with("manifest.") && name.ends_with(".json"))
            names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    if (names.empty())
        throw InputError("file-missing", {folder + "/manifest.json"},
                         "no such file; name the folder of a batch");
    return names;
}

Manifest read(const std::string& folder, const std::string& name) {
    const std::string path = folder + '/' + name;
    Manifest manifest = read_manifest(read_file(path), path);
    const std::string journal = folder + '/' + OwnFiles(manifest.shard).journal;
    if (fs::exists(journal)) read_journal(read_file(journal), journal, manifest);
    return manifest;
}

void check(const std::string& folder, const Manifest& manifest, Verification& result) {
    for (const auto& [output, entry] : manifest.jobs) {
        if (!entry.outcome.done) {
            ++result.failed;
        } else if (const std::optional<std::string> fault = fault_of(folder, entry)) {
            result.bad.push_back({output, *fault});
        } else {
            ++result.good;
        }
    }
}

}  // namespace

Verification verify_batch(const std::string& folder) {
    Verification result;
    std::vector<Manifest> manifests;
    for (const std::string& name : manifests_in(folder)) manifests.push_back(read(folder, name));
    const Manifest& first = manifests.front();
    std::size_t listed = 0;
    for (const Manifest& manifest : manifests) {
        if (manifest.plan_sha256 != first.plan_sha256 || manifest.inputs != first.inputs ||
            manifest.version != first.version || manifest.shard.count != first.shard.count ||
            manifest.planned != first.planned)
            throw Error("batch-shards",
                        folder +
                            " holds manifests of different plans, inputs or numbers of "
                            "shards; remove those that are out of date");
        check(folder, manifest, result);
        listed += manifest.jobs.size();
    }
    for (std::size_t number = 1; number <= first.shard.count && !first.shard.whole(); ++number) {
        const Shard shard{number, first.shard.count};
        if (std::none_of(manifests.begin(), manifests.end(),
                         [&](const Manifest& manifest) { return manifest.shard == shard; }))
            result.absent_shards.push_back(to_string(shard));
    }
    result.missing = first.planned > listed ? first.planned - listed : 0;
    return result;
}

}  // namespace actormap
