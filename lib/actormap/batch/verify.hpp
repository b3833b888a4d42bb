#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace actormap {

/// What a look at a batch's folder found.
struct Verification {
    std::size_t good = 0;  ///< outputs that are as their manifest says
    struct Bad {
        std::string output;
        std::string what;  ///< "is missing", …
    };
    std::vector<Bad> bad;
    std::size_t failed = 0;   ///< jobs that failed, by the manifest
    std::size_t missing = 0;  ///< jobs of the plan that no manifest has: not begun, or given up
    std::vector<std::string> absent_shards;  ///< "3/8": those that left no manifest
};

/// Compares every output with the hash in its manifest, those of all shards together.
/// Throws  InputError batch-manifest, file-missing; Error batch-shards if manifests of different
///         plans or numbers of shards lie there
[[nodiscard]] Verification verify_batch(const std::string& folder);

}  // namespace actormap
