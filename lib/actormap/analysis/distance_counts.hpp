#pragma once

#include <actormap/analysis/distance_batch.hpp>
#include <actormap/analysis/distance_core.hpp>
#include <actormap/base/cpu.hpp>
#include <actormap/base/run.hpp>
#include <actormap/network/network.hpp>

#include <cstddef>
#include <vector>

namespace actormap {

/// For the vertices of a network, the whole, how many others are at each distance to them: counted
/// by batches of searches (distance_batch.hpp) in its core (distance_core.hpp).
///
/// Deep        vertices from which a way of more than 64 hops leads on, and what they reach, have
///             no counts: there batches gain nothing over searches one by one
/// Progress    batches that are done; those with a search that was given up count at the end
/// Threads     the same counts for any run.threads; which vertices have none may differ
/// Cost        O(n + m) time, and for each 512 vertices a batch; memory O(n + m), and O(n) for
///             each thread
/// Throws      Cancelled
class DistanceCounts {
  public:
    /// The network must outlive it.
    DistanceCounts(const Network& whole, const Run& run, Cpu processor = cpu());

    /// Sets counts[d] to the number of vertices u with d(u, v) = d. counts[0] is 1, for v itself;
    /// the last is not 0. False if v has no counts.
    [[nodiscard]] bool of(Vertex v, std::vector<std::size_t>& counts) const;

  private:
    void add(DistanceBatch& search);

    const Network& whole_;
    DistanceCore core_;
    CountsByDistance counts_;
    std::vector<bool> given_up_;
};

}  // namespace actormap
