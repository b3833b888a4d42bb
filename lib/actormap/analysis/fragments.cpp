#include <actormap/analysis/fragments.hpp>

#include <algorithm>
#include <functional>
#include <limits>

// The blocks and the articulation points of a component form a tree. Hung up at any node, a
// subtree holds what falls off when its root is parted from its parent: with a vertex that is in
// several blocks counted at its own node, sizes of subtrees are all that is asked.

namespace actormap {
namespace {

using Node = std::uint32_t;  // blocks first, then articulation points
constexpr Node none = std::numeric_limits<Node>::max();

class BlockTree {
  public:
    BlockTree(const Network& network, const Blocks& blocks)
        : network_(network), blocks_(blocks), own_(blocks.count, 0), neighbours_(nodes()) {
        const auto& points = blocks.articulation_points;
        std::size_t next = 0;
        for (Vertex v = 0; v < network.size(); ++v) {
            const bool point = next < points.size() && points[next] == v;
            const std::vector<std::uint32_t> around = blocks_of(v);
            if (!point && !around.empty()) ++own_[around.front()];
            if (!point) continue;
            const Node node = static_cast<Node>(blocks.count + next++);
            for (const Node block : around) {
                neighbours_[node].push_back(block);
                neighbours_[block].push_back(node);
            }
        }
        own_.resize(nodes(), 1);
        hang_up();
    }

    /// The sizes of what is left around a point, largest first.
    [[nodiscard]] std::vector<std::size_t> around(std::size_t point) const {
        const Node node = static_cast<Node>(blocks_.count + point);
        std::vector<std::size_t> sizes;
        for (const Node block : neighbours_[node])
            sizes.push_back(block == parent_[node] ? whole_[node] - size_[node] : size_[block]);
        std::sort(sizes.begin(), sizes.end(), std::greater<>());
        return sizes;
    }

    /// How many vertices are on v's side of a bridge, which is a block of its own.
    [[nodiscard]] std::size_t beside(Node bridge, Vertex v) const {
        const auto& points = blocks_.articulation_points;
        const auto found = std::lower_bound(points.begin(), points.end(), v);
        if (found == points.end() || *found != v) return 1;  // a leaf
        const auto node =
            static_cast<Node>(blocks_.count + static_cast<std::size_t>(found - points.begin()));
        return node == parent_[bridge] ? whole_[node] - size_[bridge] : size_[node];
    }

  private:
    [[nodiscard]] std::size_t nodes() const {
        return blocks_.count + blocks_.articulation_points.size();
    }

    [[nodiscard]] std::vector<std::uint32_t> blocks_of(Vertex v) const {
        const auto first =
            blocks_.of_arcs.begin() + static_cast<std::ptrdiff_t>(network_.first_arc(v));
        std::vector<std::uint32_t> found(
            first, first + static_cast<std::ptrdiff_t>(network_.out(v).size()));
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    /// Chooses a root in each tree, and adds up the subtrees from the leaves to it.
    void hang_up() {
        parent_.assign(nodes(), none);
        size_ = own_;
        whole_.assign(nodes(), 0);
        std::vector<bool> seen(nodes(), false);
        std::vector<Node> order;
        for (Node root = 0; root < nodes(); ++root) {
            if (seen[root]) continue;
            order.assign(1, root);
            seen[root] = true;
            for (std::size_t i = 0; i < order.size(); ++i) {
                for (const Node next : neighbours_[order[i]]) {
                    if (seen[next]) continue;
                    seen[next] = true;
                    parent_[next] = order[i];
                    order.push_back(next);
                }
            }
            for (std::size_t i = order.size() - 1; i > 0; --i)
                size_[parent_[order[i]]] += size_[order[i]];
            for (const Node node : order) whole_[node] = size_[root];
        }
    }

    const Network& network_;
    const Blocks& blocks_;
    std::vector<std::size_t> own_;               // vertices that are of no other node
    std::vector<std::vector<Node>> neighbours_;  // in the tree
    std::vector<Node> parent_;
    std::vector<std::size_t> size_;   // of the subtree, in vertices
    std::vector<std::size_t> whole_;  // of the component, in vertices
};

}  // namespace

Fragments fragments(const Network& network, const Blocks& blocks, const FragmentsOptions&,
                    const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    const BlockTree tree(network, blocks);
    Fragments result;
    for (std::size_t i = 0; i < blocks.articulation_points.size(); ++i)
        result.of_points.push_back(tree.around(i));
    for (const auto& [a, b] : blocks.bridges) {
        const Node bridge = blocks.of_arcs[*network.arc_index(a, b)];
        result.of_bridges.push_back(tree.beside(bridge, a));
    }
    return result;
}

}  // namespace actormap
