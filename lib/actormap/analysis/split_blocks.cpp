#include <actormap/analysis/blocks.hpp>
#include <actormap/analysis/split_blocks.hpp>

#include <limits>
#include <numeric>

// A place is a vertex in a block: an edge of the tree whose nodes are blocks and vertices. The
// sizes of the branches of that tree say what hangs on to each place.

namespace actormap {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Rows of numbers: of a block its vertices, of a vertex its places.
struct Rows {
    std::vector<std::size_t> first;
    std::vector<std::uint32_t> item;

    explicit Rows(std::size_t rows) : first(rows + 1, 0) {}
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t row) const {
        return std::span(item).subspan(first[row], first[row + 1] - first[row]);
    }
    void accumulate() {
        std::partial_sum(first.begin(), first.end(), first.begin());
        item.resize(first.back());
    }
};

struct Places {
    Rows vertices;                   // of each block, ascending
    Rows blocks;                     // of each vertex, ascending
    std::vector<std::size_t> place;  // of blocks.item[i]: its index in vertices.item
};

/// Calls each(v, block) once for every place, the vertices ascending.
template <class Each>
void for_each_place(const Network& network, const Blocks& found, const Each& each) {
    std::vector<Vertex> seen(found.count, none);
    std::size_t arc = 0;
    for (Vertex v = 0; v < network.size(); ++v) {
        for (std::size_t i = 0; i < network.out(v).size(); ++i) {
            const std::uint32_t block = found.of_arcs[arc++];
            if (seen[block] == v) continue;
            seen[block] = v;
            each(v, block);
        }
    }
}

Places find_places(const Network& network, const Blocks& found) {
    Places places{Rows(found.count), Rows(network.size()), {}};
    for_each_place(network, found, [&](Vertex v, std::uint32_t block) {
        ++places.vertices.first[block + std::size_t{1}];
        ++places.blocks.first[v + std::size_t{1}];
    });
    places.vertices.accumulate();
    places.blocks.accumulate();
    places.place.resize(places.blocks.item.size());
    std::vector<std::size_t> next(places.vertices.first.begin(), places.vertices.first.end() - 1);
    std::size_t at = 0;
    for_each_place(network, found, [&](Vertex v, std::uint32_t block) {
        places.place[at] = next[block];
        places.vertices.item[next[block]++] = v;
        places.blocks.item[at++] = block;
    });
    return places;
}

/// What hangs on to each place, the vertex among it, and how many vertices each block connects.
struct Hanging {
    std::vector<double> of;   // by place
    std::vector<double> all;  // by block
};

class Branches {
  public:
    explicit Branches(const Places& places)
        : places_(places),
          parent_(places.vertices.first.size() - 1, none),
          below_(parent_.size(), 0),
          size_(places.blocks.first.size() - 1, 1),
          root_(parent_.size(), none) {}

    Hanging measure() {
        for (Vertex v = 0; v < size_.size(); ++v) descend(v);
        // The blocks were found from the root outwards.
        for (auto block = order_.rbegin(); block != order_.rend(); ++block) {
            for (const Vertex v : places_.vertices[*block])
                if (v != parent_[*block]) below_[*block] += size_[v];
            size_[parent_[*block]] += below_[*block];
        }
        Hanging hanging;
        hanging.of.reserve(places_.vertices.item.size());
        hanging.all.reserve(parent_.size());
        for (std::uint32_t block = 0; block < parent_.size(); ++block) {
            const double all = size_[root_[block]];
            hanging.all.push_back(all);
            for (const Vertex v : places_.vertices[block])
                hanging.of.push_back(v == parent_[block] ? all - below_[block] : size_[v]);
        }
        return hanging;
    }

  private:
    /// Numbers the blocks that are connected to v, unless they are.
    void descend(Vertex root) {
        std::size_t next = order_.size();
        enter(root, root);
        for (; next < order_.size(); ++next) {
            for (const Vertex v : places_.vertices[order_[next]])
                if (v != parent_[order_[next]]) enter(v, root);
        }
    }
    void enter(Vertex v, Vertex root) {
        for (const std::uint32_t block : places_.blocks[v]) {
            if (parent_[block] != none) continue;
            parent_[block] = v;
            root_[block] = root;
            order_.push_back(block);
        }
    }

    const Places& places_;
    std::vector<Vertex> parent_;        // of a block: the vertex it was found from
    std::vector<double> below_;         // of a block: the vertices beyond its parent
    std::vector<double> size_;          // of a vertex: itself, and what is beyond
    std::vector<Vertex> root_;          // of a block
    std::vector<std::uint32_t> order_;  // blocks
};

/// By vertex: the ordered pairs that it parts.
std::vector<double> parted(const Places& places, const Hanging& hanging) {
    const std::size_t n = places.blocks.first.size() - 1;
    std::vector<double> pairs(n, 0);
    for (Vertex v = 0; v < n; ++v) {
        const auto blocks = places.blocks[v];
        if (blocks.size() < 2) continue;
        const double others = hanging.all[blocks[0]] - 1;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const std::size_t place = places.place[places.blocks.first[v] + i];
            const double branch = hanging.all[blocks[i]] - hanging.of[place];
            pairs[v] += branch * (others - branch);
        }
    }
    return pairs;
}

/// The arcs v -> w with v < w, those of a block together.
std::vector<std::pair<Vertex, Vertex>> by_block(const Network& network, const Blocks& found,
                                                std::vector<std::size_t>& first) {
    first.assign(found.count + 1, 0);
    const auto each = [&](const auto& body) {
        std::size_t arc = 0;
        for (Vertex v = 0; v < network.size(); ++v) {
            for (const Vertex w : network.out(v)) {
                if (v < w) body(found.of_arcs[arc], v, w);
                ++arc;
            }
        }
    };
    each([&](std::uint32_t block, Vertex, Vertex) { ++first[block + std::size_t{1}]; });
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    std::vector<std::pair<Vertex, Vertex>> edges(network.edges());
    each([&](std::uint32_t block, Vertex v, Vertex w) { edges[next[block]++] = {v, w}; });
    return edges;
}

}  // namespace

PathNetwork split_blocks(const Network& network, const Run& run) {
    const Blocks found = blocks(network, {}, run);
    const Places places = find_places(network, found);
    const Hanging hanging = Branches(places).measure();

    PathNetwork split;
    split.settled = parted(places, hanging);
    std::vector<std::size_t> first;
    const auto edges = by_block(network, found, first);
    std::vector<std::pair<Vertex, Vertex>> kept;
    kept.reserve(edges.size());
    std::vector<Vertex> name(network.size());
    for (std::uint32_t block = 0; block < found.count; ++block) {
        const auto vertices = places.vertices[block];
        if (vertices.size() < 3) continue;
        for (std::size_t i = 0; i < vertices.size(); ++i) {
            name[vertices[i]] = static_cast<Vertex>(split.members.size());
            split.members.push_back(vertices[i]);
            split.ends.push_back(hanging.of[places.vertices.first[block] + i]);
        }
        for (std::size_t i = first[block]; i < first[block + 1]; ++i)
            kept.emplace_back(name[edges[i].first], name[edges[i].second]);
    }
    const std::size_t n = split.members.size();
    split.network = Network(Direction::undirected, n, kept);
    split.copies.assign(n, 1);
    split.first_member.resize(n + 1);
    std::iota(split.first_member.begin(), split.first_member.end(), std::size_t{0});
    return split;
}

}  // namespace actormap
