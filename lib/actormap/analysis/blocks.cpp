#include <actormap/analysis/blocks.hpp>

#include <algorithm>
#include <limits>

// One depth-first search. If nothing that was reached over an edge leads back above the edge's
// upper end, then the edge and what was found since close a block (Hopcroft and Tarjan 1973). The
// search keeps its own stack, so that a long path does not overflow that of the thread.

namespace actormap {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

class Search {
  public:
    explicit Search(const Network& network)
        : network_(network), order_(network.size(), none), block_(network.arcs(), none) {}

    void visit_from(Vertex root) {
        if (order_[root] != none) return;
        enter(root);
        while (!calls_.empty()) {
            const Vertex v = calls_.back().vertex;
            const auto row = network_.out(v);
            if (calls_.back().place == row.size()) {
                leave();
                continue;
            }
            const std::size_t arc = network_.first_arc(v) + calls_.back().place;
            const Vertex w = row[calls_.back().place++];
            if (order_[w] == none) {
                enter(w);
            } else if (order_[w] < order_[v]) {
                open_.push_back(arc);
                lower(order_[w]);
            }
        }
    }

    /// The block of one of the two arcs of each edge, in the order in which they close.
    [[nodiscard]] const std::vector<std::uint32_t>& of_arcs() const { return block_; }
    [[nodiscard]] std::uint32_t found() const { return found_; }

  private:
    struct Call {
        Vertex vertex = 0;
        std::uint32_t low = 0;   // the oldest vertex that an edge leads back to
        std::size_t place = 0;   // of the next arc in its row
        std::size_t opened = 0;  // how many arcs were open before
    };

    void enter(Vertex v) {
        order_[v] = entered_++;
        calls_.push_back({v, order_[v], 0, open_.size()});
    }

    void lower(std::uint32_t order) { calls_.back().low = std::min(calls_.back().low, order); }

    void leave() {
        const Call done = calls_.back();
        calls_.pop_back();
        if (calls_.empty()) return;
        lower(done.low);
        if (done.low < order_[calls_.back().vertex]) return;
        for (std::size_t i = done.opened; i < open_.size(); ++i) block_[open_[i]] = found_;
        open_.resize(done.opened);
        ++found_;
    }

    const Network& network_;
    std::vector<std::uint32_t> order_;  // how many vertices were entered before
    std::vector<std::uint32_t> block_;
    std::vector<std::size_t> open_;  // arcs of no block yet, from the younger end of their edge
    std::vector<Call> calls_;
    std::uint32_t entered_ = 0;
    std::uint32_t found_ = 0;
};

/// Gives both arcs of an edge their block, and numbers the blocks by their smallest edge.
Blocks numbered(const Network& network, const Search& search) {
    Blocks result;
    result.of_arcs = search.of_arcs();
    std::vector<std::uint32_t> name(search.found(), none);
    // The tails ascend, so the arcs that lead back come in the order of their own rows.
    std::vector<std::size_t> next(network.size());
    for (Vertex v = 0; v < network.size(); ++v) next[v] = network.first_arc(v);
    std::size_t arc = 0;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (const Vertex w : network.out(v)) {
            const std::size_t back = next[w]++;
            if (v < w) {
                std::uint32_t& number = name[std::min(result.of_arcs[arc], result.of_arcs[back])];
                if (number == none) number = static_cast<std::uint32_t>(result.count++);
                result.of_arcs[arc] = number;
                result.of_arcs[back] = number;
            }
            ++arc;
        }
    }
    return result;
}

void find_breaks(const Network& network, Blocks& blocks) {
    std::vector<std::size_t> arcs(blocks.count, 0);
    for (const std::uint32_t block : blocks.of_arcs) ++arcs[block];
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto row = network.out(v);
        const auto of_row = std::span(blocks.of_arcs).subspan(network.first_arc(v), row.size());
        bool apart = false;
        for (std::size_t i = 0; i < row.size(); ++i) {
            apart = apart || of_row[i] != of_row[0];
            if (v < row[i] && arcs[of_row[i]] == 2) blocks.bridges.emplace_back(v, row[i]);
        }
        if (apart) blocks.articulation_points.push_back(v);
    }
}

}  // namespace

Blocks blocks(const Network& network, const BlocksOptions&, const Run& run) {
    if (network.directed()) {
        throw Error("network-direction",
                    "blocks are for undirected networks; build the network with "
                    "Direction::undirected");
    }
    if (run.stop.stop_requested()) throw Cancelled();
    Search search(network);
    for (Vertex v = 0; v < network.size(); ++v) search.visit_from(v);
    Blocks result = numbered(network, search);
    find_breaks(network, result);
    return result;
}

}  // namespace actormap
