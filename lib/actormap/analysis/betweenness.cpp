#include <actormap/analysis/betweenness.hpp>
#include <actormap/analysis/brandes.hpp>
#include <actormap/analysis/path_sums.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

// By hops in a reduced network; see path_sums.hpp. By length as Brandes; see brandes.hpp. A run is
// the join of its one shard.

namespace actormap {
namespace {

// Each chunk holds a sum for each vertex: few for a network that is soon done, and no more than
// memory allows for a large one. Depends on the network alone, so that sums do.
constexpr std::size_t few_chunks = 16;
constexpr std::size_t most_chunks = 64;
constexpr std::size_t large = 1 << 16;  // vertices

void check_valid(const Shard& shard) {
    if (!shard.valid())
        throw Error("part-shard", "there is no shard " + std::to_string(shard.index) + " of " +
                                      std::to_string(shard.count) + "; give 1 to N of at most " +
                                      std::to_string(Shard::most));
}

void sum_by_hops(const Network& network, std::size_t chunks, ChunkRange only, const Run& run,
                 const TakeSums& take) {
    if (searches_are_short(network))
        sum_short_paths(network, chunks, only, run, take);
    else
        sum_paths(reduce_paths(network, run), chunks, only, run, take);
}

/// Throws unless the parts, ascending, are of one whole and of the network.
void check_whole(const Network& network, const std::vector<const ShardSums*>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i]->shard != Shard{i + 1, parts.size()})
            throw Error("part-shard", "the shards are not 1 to N of N; give each once");
        const auto& chunks = parts[i]->chunks;
        const bool fits = chunks.size() == parts[i]->shard.of(betweenness_chunks(network)).size() &&
                          std::all_of(chunks.begin(), chunks.end(), [&](const auto& sums) {
                              return sums.size() == network.size();
                          });
        if (!fits)
            throw Error("part-size", "shard " + std::to_string(i + 1) +
                                         " has sums of another network; give those of this one");
    }
    if (parts.empty()) throw Error("part-shard", "there is no shard to join; give each once");
}

/// From pairs that were counted from each end, if undirected, to betweenness.
std::vector<double> scaled(std::vector<double> scores, const Network& network,
                           const BetweennessOptions& options) {
    const auto n = static_cast<double>(network.size());
    double divisor = network.directed() ? 1 : 2;
    // Twice P if undirected, as every pair was counted twice.
    if (options.normalized && n > 2) divisor = (n - 1) * (n - 2);
    for (double& score : scores) score /= divisor;
    return scores;
}

/// Adds up the sums of chunks in the order of the chunks, whatever order they come in: so only
/// those that come too early are held.
class InOrder {
  public:
    explicit InOrder(std::size_t size) : total_(size, 0.0) {}

    void add(std::size_t chunk, std::vector<double> sums) {
        early_.emplace(chunk, std::move(sums));
        for (; !early_.empty() && early_.begin()->first == next_; ++next_) {
            const std::vector<double>& sum = early_.begin()->second;
            for (std::size_t i = 0; i < total_.size(); ++i) total_[i] += sum[i];
            early_.erase(early_.begin());
        }
    }
    [[nodiscard]] std::vector<double> take() { return std::move(total_); }

  private:
    std::vector<double> total_;
    std::map<std::size_t, std::vector<double>> early_;
    std::size_t next_ = 0;
};

}  // namespace

std::size_t betweenness_chunks(const Network& network) {
    return std::min(network.size(), network.size() < large ? few_chunks : most_chunks);
}

ShardSums betweenness_part(const Network& network, const Shard& shard, const Run& run) {
    check_valid(shard);
    const std::size_t chunks = betweenness_chunks(network);
    const ChunkRange own = shard.of(chunks);
    ShardSums part{shard, std::vector<std::vector<double>>(own.size())};
    sum_by_hops(network, chunks, own, run, [&](std::size_t chunk, std::vector<double> sums) {
        part.chunks[chunk - own.first] = std::move(sums);
    });
    return part;
}

ShardSums betweenness_part(const Network& network, const Distances& distances, const Shard& shard,
                           const Run& run) {
    check_valid(shard);
    distances.check_fits(network);
    const std::size_t chunks = betweenness_chunks(network);
    return {shard, sum_shares(
                       network, chunks, shard.of(chunks), network.size(), run,
                       [&] { return LengthPaths(network, distances); },
                       [](std::vector<double>& sum, Vertex v, double share) { sum[v] += share; },
                       [](std::vector<double>&, std::size_t, double) {})};
}

std::vector<double> join_betweenness(const Network& network, std::span<const ShardSums> parts,
                                     const BetweennessOptions& options) {
    std::vector<const ShardSums*> ascending;
    for (const ShardSums& part : parts) ascending.push_back(&part);
    std::sort(ascending.begin(), ascending.end(), [](const ShardSums* a, const ShardSums* b) {
        return a->shard.index < b->shard.index;
    });
    check_whole(network, ascending);

    std::vector<double> scores(network.size(), 0.0);
    for (const ShardSums* part : ascending) add_up(scores, part->chunks);
    return scaled(std::move(scores), network, options);
}

std::vector<double> betweenness(const Network& network, const BetweennessOptions& options,
                                const Run& run) {
    const std::size_t chunks = betweenness_chunks(network);
    InOrder sums(network.size());
    sum_by_hops(
        network, chunks, {0, chunks}, run,
        [&](std::size_t chunk, std::vector<double> some) { sums.add(chunk, std::move(some)); });
    return scaled(sums.take(), network, options);
}

std::vector<double> betweenness(const Network& network, const Distances& distances,
                                const BetweennessOptions& options, const Run& run) {
    const ShardSums whole = betweenness_part(network, distances, Shard(), run);
    return join_betweenness(network, {&whole, 1}, options);
}

}  // namespace actormap
