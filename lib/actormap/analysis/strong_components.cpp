#include <actormap/analysis/strong_components.hpp>

#include <algorithm>
#include <limits>

// One depth-first search. A vertex whose search came back to nothing older than itself closes a
// component: it and what stands above it on the stack of open vertices (Tarjan 1972). The search
// keeps its own stack, so that a long path does not overflow that of the thread.

namespace actormap {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

class Search {
  public:
    explicit Search(const Network& network)
        : network_(network), low_(network.size(), none), component_(network.size(), none) {}

    void visit_from(Vertex root) {
        if (low_[root] != none) return;
        enter(root);
        while (!calls_.empty()) {
            const Vertex v = calls_.back().vertex;
            const auto row = network_.out(v);
            if (calls_.back().place < row.size()) {
                const Vertex w = row[calls_.back().place++];
                if (low_[w] == none)
                    enter(w);
                else if (component_[w] == none)
                    low_[v] = std::min(low_[v], low_[w]);
            } else {
                leave();
            }
        }
    }

    /// The component of each vertex, numbered by their smallest vertices.
    [[nodiscard]] Components numbered() const {
        Components result;
        std::vector<std::uint32_t> name(found_, none);
        result.of.reserve(component_.size());
        for (const std::uint32_t c : component_) {
            if (name[c] == none) name[c] = static_cast<std::uint32_t>(result.count++);
            result.of.push_back(name[c]);
        }
        return result;
    }

  private:
    struct Call {
        Vertex vertex = 0;
        std::uint32_t order = 0;  // how many vertices were entered before
        std::size_t place = 0;    // of the next arc in its row
    };

    void enter(Vertex v) {
        calls_.push_back({v, entered_, 0});
        low_[v] = entered_++;
        open_.push_back(v);
    }

    void leave() {
        const Call done = calls_.back();
        calls_.pop_back();
        if (low_[done.vertex] == done.order) {
            while (component_[done.vertex] == none) {
                component_[open_.back()] = found_;
                open_.pop_back();
            }
            ++found_;
        } else {
            const Vertex caller = calls_.back().vertex;
            low_[caller] = std::min(low_[caller], low_[done.vertex]);
        }
    }

    const Network& network_;
    std::vector<std::uint32_t> low_;        // the oldest open vertex that the search came back to
    std::vector<std::uint32_t> component_;  // in the order in which they close
    std::vector<Vertex> open_;              // entered and in no component yet, oldest first
    std::vector<Call> calls_;
    std::uint32_t entered_ = 0;
    std::uint32_t found_ = 0;
};

}  // namespace

Components strong_components(const Network& network, const StrongComponentsOptions&,
                             const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    Search search(network);
    for (Vertex v = 0; v < network.size(); ++v) search.visit_from(v);
    return search.numbered();
}

}  // namespace actormap
