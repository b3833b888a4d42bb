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

/// What one thread needs for its searches.
class Searcher {
  public:
    Searcher(const PathOrder& order, const PathSumsOptions& options)
        : order_(order),
          lanes_(options.lanes != 0 ? options.lanes
                                    : PathLanes::suited(order.paths.network.size())) {
        const std::size_t n = order.paths.network.size();
        if (order.together)
            sums_.resize(n);
        else
            shallow_sums_.resize(n);
        if (order.together && lanes_ > 1) together_.emplace(order, lanes_, options.level);
    }

    void add_group(std::size_t group) {
        const auto all = std::span(order_.sources);
        const auto sources =
            all.subspan(group * slots, std::min(slots, all.size() - group * slots));
        if (!order_.together) {
            for (const Vertex s : sources)
                alone().add(s, [&](Vertex v, double share) { shallow_sums_[v] += share; });
            return;
        }
        for (std::size_t slot = 0; slot < sources.size(); slot += lanes_) {
            const auto some = sources.subspan(slot, std::min(lanes_, sources.size() - slot));
            if (together_ && together_->add(some, slot, sums_)) continue;
            for (std::size_t i = 0; i < some.size(); ++i)
                alone().add(some[i],
                            [&](Vertex v, double share) { sums_[v].lane[slot + i] += share; });
        }
    }

    /// Adds the sums to those of the whole, and begins anew.
    void move_to(std::vector<double>& whole) {
        for (Vertex v = 0; v < order_.paths.network.size(); ++v) {
            double sum = 0;
            if (order_.together)
                for (double& number : sums_[v].lane) sum += std::exchange(number, 0);
            else
                sum = std::exchange(shallow_sums_[v], 0);
            for (const Vertex x : order_.paths.members_of(v)) whole[x] += sum;
        }
    }

  private:
    PathSearch& alone() {
        if (!alone_) alone_.emplace(order_.paths);
        return *alone_;
    }

    const PathOrder& order_;
    std::size_t lanes_;
    std::optional<PathLanes> together_;
    std::optional<PathSearch> alone_;
    std::vector<PathLanes::Slots> sums_;  // one of the two is empty
    std::vector<double> shallow_sums_;
};

/// Searchers that wait for the next chunk.
class Pool {
  public:
    Pool(const PathOrder& order, const PathSumsOptions& options)
        : order_(order), options_(options) {}

    std::unique_ptr<Searcher> take() {
        const std::lock_guard lock(guard_);
        if (waiting_.empty()) return std::make_unique<Searcher>(order_, options_);
        auto last = std::move(waiting_.back());
        waiting_.pop_back();
        return last;
    }
    void give_back(std::unique_ptr<Searcher> searcher) {
        const std::lock_guard lock(guard_);
        waiting_.push_back(std::move(searcher));
    }

  private:
    const PathOrder& order_;
    const PathSumsOptions& options_;
    std::mutex guard_;
    std::vector<std::unique_ptr<Searcher>> waiting_;
};

/// Whether one strong component has an eighth of a directed network; otherwise most searches end
/// soon.
bool is_cyclic(const Network& network) {
    const Components strong = strong_components(network);
    std::vector<std::size_t> size(strong.count, 0);
    for (const std::uint32_t component : strong.of) ++size[component];
    return !size.empty() && 8 * *std::max_element(size.begin(), size.end()) >= network.size();
}

}  // namespace

PathOrder reduce_paths(const Network& network, const Run& run) {
    const auto go_on = [&] {
        if (run.stop.stop_requested()) throw Cancelled();
    };
    go_on();
    if (network.directed() && !is_cyclic(network)) return short_searches(whole_paths(network));
    const PathNetwork apart =
        network.directed() ? whole_paths(network) : split_blocks(network, run);
    go_on();
    const PathNetwork united = unite_twins(apart);
    go_on();
    return order_paths(united);
}

std::vector<std::vector<double>> sum_paths(const PathOrder& order, std::size_t chunks,
                                           ChunkRange only, const Run& run,
                                           const PathSumsOptions& options) {
    const std::size_t groups = (order.sources.size() + slots - 1) / slots;
    const auto first_of = [&](std::size_t chunk) {
        return chunk * groups / std::max<std::size_t>(chunks, 1);
    };
    std::vector<std::vector<double>> sums(only.size());
    Steps steps(only.size() + first_of(only.last) - first_of(only.first), run);
    const Spread spread(groups);
    Pool pool(order, options);
    for_each_chunk(only.size(), {.threads = run.threads, .stop = run.stop}, [&](std::size_t i) {
        const std::size_t chunk = only.first + i;
        steps.next();
        if (chunk == 0)
            sums[i] = order.paths.settled;
        else
            sums[i].resize(order.paths.settled.size());
        if (first_of(chunk) == first_of(chunk + 1)) return;
        auto searcher = pool.take();
        for (std::size_t at = first_of(chunk); at < first_of(chunk + 1); ++at) {
            steps.next();
            searcher->add_group(spread[at]);
        }
        searcher->move_to(sums[i]);
        pool.give_back(std::move(searcher));
    });
    steps.end();
    return sums;
}

}  // namespace actormap
