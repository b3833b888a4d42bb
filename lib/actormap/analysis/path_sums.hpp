#pragma once

#include <actormap/analysis/path_order.hpp>
#include <actormap/base/cpu.hpp>
#include <actormap/base/run.hpp>
#include <actormap/base/shard.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

/// How to search; for tests, since no field changes a bit of the answer.
struct PathSumsOptions {
    /// 4, 8 or 16; 0 for what suits the network; 1 for one search at a time.
    std::size_t lanes = 0;
    Cpu level = cpu();
};

/// The smallest network that this library knows to have the same betweenness: its blocks
/// (undirected), its twins united, and in an order in which searches are fast. A directed network
/// of which less than an eighth is in one strong component stays as it is.
///
/// Cost        as `unite_twins`
/// Throws      Cancelled, between two reductions
[[nodiscard]] PathOrder reduce_paths(const Network& network, const Run& run = {});

/// Betweenness of the whole over ordered pairs, in `chunks` sums of `n` numbers each, of which only
/// those of `only` are computed. The first has what the reductions settled.
///
/// Threads     the same bits for any run.threads
/// Memory      8 n bytes for each chunk; for each thread as `PathLanes` and `PathSearch`
/// Throws      Cancelled
[[nodiscard]] std::vector<std::vector<double>> sum_paths(const PathOrder& order, std::size_t chunks,
                                                         ChunkRange only, const Run& run = {},
                                                         const PathSumsOptions& options = {});

}  // namespace actormap
