#include <actormap/analysis/core_number.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>

// Level after level: what has k edges left or fewer has core number k. Removing it takes edges from
// others, which follow at once if k are left to them. A level begins with a look at all that is
// left; k goes on to the fewest edges among it. So a vertex is looked at once for each level up to
// its core number at most, which is no more than its degree: in all it is linear, and the only
// memory that is read at random is one degree for each arc.

namespace actormap {
namespace {

class Peeling {
  public:
    explicit Peeling(const Network& network) : network_(network), left_(network.size()) {
        for (Vertex v = 0; v < network.size(); ++v)
            left_[v] = static_cast<std::uint32_t>(network.degree(v));
        remaining_.resize(network.size());
        std::iota(remaining_.begin(), remaining_.end(), Vertex{0});
    }

    [[nodiscard]] std::vector<std::uint32_t> core_numbers() {
        while (!remaining_.empty()) {
            begin_level();
            while (!removed_.empty()) {
                const Vertex v = removed_.back();
                removed_.pop_back();
                take_edges(network_.out(v));
                if (network_.directed()) take_edges(network_.in(v));
            }
        }
        return std::move(left_);
    }

  private:
    /// Forgets what the level before removed, and removes what has the fewest edges of the rest.
    void begin_level() {
        std::erase_if(remaining_, [&](Vertex v) { return left_[v] <= level_; });
        level_ = std::numeric_limits<std::uint32_t>::max();
        for (const Vertex v : remaining_) level_ = std::min(level_, left_[v]);
        for (const Vertex v : remaining_) {
            if (left_[v] == level_) removed_.push_back(v);
        }
    }

    /// Of the neighbours that are not removed; those keep their core number.
    void take_edges(std::span<const Vertex> neighbours) {
        for (const Vertex w : neighbours) {
            if (left_[w] > level_ && --left_[w] == level_) removed_.push_back(w);
        }
    }

    const Network& network_;
    std::vector<std::uint32_t> left_;  // edges to what is not removed; if removed, the core number
    std::vector<Vertex> remaining_;    // what no level before this one removed
    std::vector<Vertex> removed_;      // whose edges are still to be taken
    std::uint32_t level_ = 0;
};

}  // namespace

std::vector<std::uint32_t> core_number(const Network& network, const CoreNumberOptions&,
                                       const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    return Peeling(network).core_numbers();
}

}  // namespace actormap
