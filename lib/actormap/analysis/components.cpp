#include <actormap/analysis/components.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <utility>

// A forest, whose trees are united along the edges. The root of a tree is its smallest vertex, so
// that whoever visits the vertices in order has met the parent of each before it.
//
// Two edges of each vertex unite nearly all of what will be one large component. The other edges of
// the vertices in it are never looked at: they lead to the same component or to a vertex outside,
// which looks at the edge itself (Sutton and others).

namespace actormap {
namespace {

constexpr std::size_t few = 2;  // edges of each vertex at first

class Forest {
  public:
    explicit Forest(std::size_t vertices) : parent_(vertices) {
        std::iota(parent_.begin(), parent_.end(), Vertex{0});
    }

    void unite(Vertex a, Vertex b) {
        const auto [low, high] = std::minmax({root(a), root(b)});
        parent_[high] = low;
    }

    /// The root of v; what lies on the way is hung up higher.
    [[nodiscard]] Vertex root(Vertex v) {
        while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
        return v;
    }

    /// The root of more than half of the vertices, if there is one; else any root.
    [[nodiscard]] Vertex common_root() {
        Vertex common = 0;
        std::size_t votes = 0;  // for it, less those against it, since it was nominated
        for (Vertex& parent : parent_) {
            parent = parent_[parent];  // a root, since its own is one by now
            if (votes == 0) common = parent;
            votes = parent == common ? votes + 1 : votes - 1;
        }
        return common;
    }

    /// The trees, numbered by their roots: a vertex has the number that its parent has got already.
    [[nodiscard]] Components numbered() && {
        Components result;
        for (Vertex v = 0; v < parent_.size(); ++v) {
            const bool is_root = parent_[v] == v;
            parent_[v] = is_root ? static_cast<std::uint32_t>(result.count++) : parent_[parent_[v]];
        }
        result.of = std::move(parent_);
        return result;
    }

  private:
    std::vector<Vertex> parent_;  // of a root itself
};

}  // namespace

Components components(const Network& network, const ComponentsOptions&, const Run& run) {
    if (run.stop.stop_requested()) throw Cancelled();
    Forest forest(network.size());
    const auto unite = [&](Vertex v, std::span<const Vertex> neighbours) {
        for (const Vertex w : neighbours) forest.unite(v, w);
    };
    for (Vertex v = 0; v < network.size(); ++v) {
        const auto out = network.out(v);
        const auto in = network.in(v);
        unite(v, out.first(std::min(out.size(), few)));
        if (network.directed()) unite(v, in.first(std::min(in.size(), few)));
    }
    const Vertex common = forest.common_root();
    for (Vertex v = 0; v < network.size(); ++v) {
        if (forest.root(v) == common) continue;
        unite(v, network.out(v));
        if (network.directed()) unite(v, network.in(v));
    }
    return std::move(forest).numbered();
}

}  // namespace actormap
