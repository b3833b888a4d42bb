#pragma once

#include <actormap/analysis/path_order.hpp>
#include <actormap/base/cpu.hpp>
#include <actormap/base/run.hpp>
#include <actormap/base/shard.hpp>

#include <cstddef>
#include <functional>
#include <vector>

namespace actormap {

/// How to search; for tests, since no field changes a bit of the answer.
struct PathSumsOptions {
    /// 4, 8 or 16; 0 for what suits the network; 1 for one search at a time.
    std::size_t lanes = 0;
    Cpu level = cpu();
};

/// Gets the sums of a chunk, a number for each vertex of the whole. Called once for each chunk, in
/// any order and in any thread, but one at a time.
using TakeSums = std::function<void(std::size_t chunk, std::vector<double> sums)>;

/// Whether most searches of a network end soon, so that reducing it costs more than it spares: it
/// is directed, and no strong component has an eighth of it. Cost        O(n + m) time, O(n) memory
[[nodiscard]] bool searches_are_short(const Network& network);

/// The smallest network that this library knows to have the same betweenness: its blocks
/// (undirected), its twins united, and in an order in which searches are fast.
///
/// Cost        as `unite_twins`
/// Throws      Cancelled, between two reductions
[[nodiscard]] PathOrder reduce_paths(const Network& network, const Run& run = {});

/// Betweenness of the whole over ordered pairs in `chunks` sums, of which only those of `only` are
/// computed. The first has what the reductions settled.
///
/// Threads     the same bits for any run.threads
/// Memory      the sums until they are taken; for each thread as `PathLanes` and `PathSearch`
/// Throws      Cancelled, and what `take` throws
void sum_paths(const PathOrder& order, std::size_t chunks, ChunkRange only, const Run& run,
               const TakeSums& take, const PathSumsOptions& options = {});

/// The same of a network as it is, one search at a time.
void sum_short_paths(const Network& network, std::size_t chunks, ChunkRange only, const Run& run,
                     const TakeSums& take);

}  // namespace actormap
