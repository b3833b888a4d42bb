#include <actormap/analysis/path_lanes.hpp>
#include <actormap/analysis/path_search.hpp>
#include <actormap/analysis/path_sums.hpp>
#include <actormap/analysis/split_blocks.hpp>
#include <actormap/analysis/strong_components.hpp>
#include <actormap/analysis/unite_twins.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>

// Sources come in groups of sixteen, each in a slot of its own: a sum over sources is sixteen sums,
// that are added at the end of a chunk. So the bits depend neither on the lanes nor on who
// computes. Where searches are short there is one sum, since sixteen would take longer to add.

namespace actormap {
namespace {

constexpr std::size_t slots = PathLanes::slots;

/// A group of sources.
std::span<const Vertex> group_of(std::span<const Vertex> sources, std::size_t group) {
    return sources.subspan(group * slots, std::min(slots, sources.size() - group * slots));
}

/// What one thread needs to search a reduced network.
class Searcher {
  public:
    Searcher(const PathOrder& order, const PathSumsOptions& options)
        : order_(order),
          lanes_(options.lanes != 0 ? options.lanes
                                    : PathLanes::suited(order.paths.network.size())),
          sums_(order.paths.network.size()) {
        if (lanes_ > 1) together_.emplace(order, lanes_, options.level);
    }

    void add_group(std::size_t group, std::vector<double>& /*whole*/) {
        const auto sources = group_of(order_.sources, group);
        for (std::size_t slot = 0; slot < sources.size(); slot += lanes_) {
            const auto some = sources.subspan(slot, std::min(lanes_, sources.size() - slot));
            if (together_ && together_->add(some, slot, sums_)) continue;
            if (!alone_) alone_.emplace(order_.paths.network, EachForMany{order_.paths});
            for (std::size_t i = 0; i < some.size(); ++i)
                alone_->add(some[i],
                            [&](Vertex v, double share) { sums_[v].lane[slot + i] += share; });
        }
    }

    /// Adds the sums to those of the whole, and begins anew.
    void end_chunk(std::vector<double>& whole) {
        for (Vertex v = 0; v < sums_.size(); ++v) {
            double sum = 0;
            for (double& number : sums_[v].lane) sum += std::exchange(number, 0);
            for (const Vertex x : order_.paths.members_of(v)) whole[x] += sum;
        }
    }

  private:
    const PathOrder& order_;
    std::size_t lanes_;
    std::optional<PathLanes> together_;
    std::optional<PathSearch<EachForMany>> alone_;
    std::vector<PathLanes::Slots> sums_;
};

/// The same for a network as it is.
class ShortSearcher {
  public:
    ShortSearcher(const Network& network, std::span<const Vertex> sources)
        : sources_(sources), search_(network, EachForOne()) {}

    void add_group(std::size_t group, std::vector<double>& whole) {
        for (const Vertex s : group_of(sources_, group))
            search_.add(s, [&](Vertex v, double share) { whole[v] += share; });
    }
    void end_chunk(std::vector<double>& /*whole*/) {}

  private:
    std::span<const Vertex> sources_;
    PathSearch<EachForOne> search_;
};

/// Searchers that wait for the next chunk.
template <class Some>
class Pool {
  public:
    template <class Make>
    std::unique_ptr<Some> take(const Make& make) {
        const std::lock_guard lock(guard_);
        if (waiting_.empty()) return make();
        auto last = std::move(waiting_.back());
        waiting_.pop_back();
        return last;
    }
    void give_back(std::unique_ptr<Some> searcher) {
        const std::lock_guard lock(guard_);
        waiting_.push_back(std::move(searcher));
    }

  private:
    std::mutex guard_;
    std::vector<std::unique_ptr<Some>> waiting_;
};

/// Shares the groups of sources out to chunks. `settled` is what the first begins with.
template <class Some, class Make>
void sum_chunks(std::size_t sources, std::size_t chunks, ChunkRange only, const Run& run,
                const TakeSums& take, const std::vector<double>& settled, const Make& make) {
    const std::size_t groups = (sources + slots - 1) / slots;
    const auto first_of = [&](std::size_t chunk) {
        return chunk * groups / std::max<std::size_t>(chunks, 1);
    };
    Steps steps(only.size() + first_of(only.last) - first_of(only.first), run);
    const Spread spread(groups);
    Pool<Some> pool;
    std::mutex taking;
    for_each_chunk(only.size(), {.threads = run.threads, .stop = run.stop}, [&](std::size_t i) {
        const std::size_t chunk = only.first + i;
        steps.next();
        std::vector<double> sums;
        if (chunk == 0)
            sums = settled;
        else
            sums.resize(settled.size());
        if (first_of(chunk) < first_of(chunk + 1)) {
            auto searcher = pool.take(make);
            for (std::size_t at = first_of(chunk); at < first_of(chunk + 1); ++at) {
                steps.next();
                searcher->add_group(spread[at], sums);
            }
            searcher->end_chunk(sums);
            pool.give_back(std::move(searcher));
        }
        const std::lock_guard lock(taking);
        take(chunk, std::move(sums));
    });
    steps.end();
}

}  // namespace

bool searches_are_short(const Network& network) {
    if (!network.directed()) return false;
    const Components strong = strong_components(network);
    std::vector<std::size_t> size(strong.count, 0);
    for (const std::uint32_t component : strong.of) ++size[component];
    return std::all_of(size.begin(), size.end(),
                       [&](std::size_t some) { return 8 * some < network.size(); });
}

PathOrder reduce_paths(const Network& network, const Run& run) {
    const auto go_on = [&] {
        if (run.stop.stop_requested()) throw Cancelled();
    };
    go_on();
    const PathNetwork apart =
        network.directed() ? whole_paths(network) : split_blocks(network, run);
    go_on();
    const PathNetwork united = unite_twins(apart);
    go_on();
    return order_paths(united);
}

void sum_paths(const PathOrder& order, std::size_t chunks, ChunkRange only, const Run& run,
               const TakeSums& take, const PathSumsOptions& options) {
    sum_chunks<Searcher>(order.sources.size(), chunks, only, run, take, order.paths.settled,
                         [&] { return std::make_unique<Searcher>(order, options); });
}

void sum_short_paths(const Network& network, std::size_t chunks, ChunkRange only, const Run& run,
                     const TakeSums& take) {
    const std::vector<Vertex> sources = sources_of(network);
    sum_chunks<ShortSearcher>(sources.size(), chunks, only, run, take,
                              std::vector<double>(network.size(), 0.0),
                              [&] { return std::make_unique<ShortSearcher>(network, sources); });
}

}  // namespace actormap
