#include <actormap/analysis/distance_counts.hpp>
#include <actormap/base/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <span>
#include <utility>

// Each thread takes batches as they come and counts in a room of its own; the sums of integers do
// not depend on who took what.

namespace actormap {
namespace {

/// Searches that are set up once for each thread, and used again.
class Searches {
  public:
    Searches(const DistanceCore& core, Cpu processor) : core_(core), processor_(processor) {}

    /// As DistanceBatch::add, in any thread.
    bool add(std::span<const Vertex> sources) {
        std::unique_ptr<DistanceBatch> search = take();
        const bool complete = search->add(sources);
        const std::lock_guard lock(guard_);
        idle_.push_back(std::move(search));
        return complete;
    }
    /// Once nothing is added any more.
    [[nodiscard]] std::span<const std::unique_ptr<DistanceBatch>> all() const { return idle_; }

  private:
    std::unique_ptr<DistanceBatch> take() {
        {
            const std::lock_guard lock(guard_);
            if (!idle_.empty()) {
                std::unique_ptr<DistanceBatch> search = std::move(idle_.back());
                idle_.pop_back();
                return search;
            }
        }
        return std::make_unique<DistanceBatch>(core_, processor_);
    }

    const DistanceCore& core_;
    const Cpu processor_;
    std::mutex guard_;
    std::vector<std::unique_ptr<DistanceBatch>> idle_;
};

/// Those that reach others.
std::vector<Vertex> sources_in(const DistanceCore& core) {
    std::vector<Vertex> sources;
    for (Vertex v = 0; v < core.network.size(); ++v)
        if (!core.network.out(v).empty() || core.leaves[v] > 0) sources.push_back(v);
    return sources;
}

}  // namespace

DistanceCounts::DistanceCounts(const Network& whole, const Run& run, Cpu processor)
    : whole_(whole), core_(whole), given_up_(core_.network.size(), false) {
    const std::vector<Vertex> sources = sources_in(core_);
    constexpr std::size_t most = DistanceBatch::most_sources;
    Searches searches(core_, processor);
    // Batches that are given up take no time, so they say nothing of how much is done.
    std::atomic<std::size_t> complete{0};
    Run told{.threads = run.threads, .stop = run.stop};
    if (run.progress)
        told.progress = [&](std::size_t begun, std::size_t all) {
            run.progress(begun < all ? complete.load() : all, all);
        };
    for_each_chunk((sources.size() + most - 1) / most, told, [&](std::size_t chunk) {
        const auto rest = std::span(sources).subspan(chunk * most);
        if (searches.add(rest.first(std::min(most, rest.size())))) ++complete;
    });
    for (const auto& search : searches.all()) add(*search);
}

void DistanceCounts::add(DistanceBatch& search) {
    for (Vertex v = 0; v < core_.network.size(); ++v)
        if (search.given_up(v)) given_up_[v] = true;

    CountsByDistance& more = search.counts();
    if (counts_.size() < more.size()) std::swap(counts_, more);  // saves most of the work
    for (std::size_t d = 0; d < more.size(); ++d)
        for (std::size_t v = 0; v < more[d].size(); ++v) counts_[d][v] += more[d][v];
}

bool DistanceCounts::of(Vertex v, std::vector<std::size_t>& counts) const {
    counts.assign(1, 1);
    const Vertex place = core_.place[v];
    if (place == DistanceCore::outside) return true;
    if (given_up_[place]) return false;

    if (is_leaf(whole_, v)) counts.push_back(1);  // its neighbour; all others are behind that
    for (std::size_t d = 1; d < counts_.size(); ++d) counts.push_back(counts_[d][place]);
    if (is_leaf(whole_, v)) --counts[2];  // its neighbour counts it too
    while (counts.back() == 0) counts.pop_back();
    return true;
}

}  // namespace actormap
