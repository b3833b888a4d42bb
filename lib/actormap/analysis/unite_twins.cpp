#include <actormap/analysis/alike_vertices.hpp>
#include <actormap/analysis/random_bits.hpp>
#include <actormap/analysis/strong_components.hpp>
#include <actormap/analysis/unite_twins.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

// Those that are neighbours, or directed, have equal hashes of their neighbourhoods, which are
// sums, so that the order in a row does not matter; among equal hashes the rows themselves decide.

namespace actormap {
namespace {

constexpr Vertex none = std::numeric_limits<Vertex>::max();

std::uint64_t hash_of(std::span<const Vertex> row) {
    std::uint64_t sum = 0;
    for (const Vertex w : row) sum += split_mix(w);
    return sum;
}

/// Whether v and w are neighbours, and their rows the same but for that.
bool same_others(std::span<const Vertex> of_v, Vertex v, std::span<const Vertex> of_w, Vertex w) {
    if (of_v.size() != of_w.size() || !std::binary_search(of_v.begin(), of_v.end(), w))
        return false;
    std::size_t i = 0, j = 0;
    while (true) {
        if (i < of_v.size() && of_v[i] == w) ++i;
        if (j < of_w.size() && of_w[j] == v) ++j;
        if (i == of_v.size() || j == of_w.size()) return i == of_v.size() && j == of_w.size();
        if (of_v[i++] != of_w[j++]) return false;
    }
}

/// The smallest twin of each vertex; itself if it has no smaller one.
class Twins {
  public:
    explicit Twins(const Network& network) : network_(network), smallest_(network.size()) {
        std::iota(smallest_.begin(), smallest_.end(), Vertex{0});
        if (network.directed()) {
            find_directed();
            return;
        }
        const AlikeVertices alike = alike_vertices(network);
        for (Vertex v = 0; v < network.size(); ++v) smallest_[v] = alike.smallest[alike.of[v]];
        std::vector<std::uint64_t> hash(network.size());
        for (Vertex v = 0; v < network.size(); ++v)
            hash[v] = hash_of(network.out(v)) + split_mix(v);
        find(hash, [&](Vertex v, Vertex w) {
            return same_others(network_.out(v), v, network_.out(w), w);
        });
    }
    [[nodiscard]] Vertex smallest(Vertex v) const { return smallest_[v]; }

  private:
    static bool equal(std::span<const Vertex> a, std::span<const Vertex> b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

    void find_directed() {
        const auto strong = strong_components(network_);
        std::vector<std::size_t> size(strong.count, 0);
        for (const std::uint32_t component : strong.of) ++size[component];
        std::vector<std::uint64_t> hash(network_.size());
        for (Vertex v = 0; v < network_.size(); ++v)
            hash[v] = split_mix(hash_of(network_.out(v))) + hash_of(network_.in(v));
        find(hash, [&](Vertex v, Vertex w) {
            return size[strong.of[v]] == 1 && size[strong.of[w]] == 1 &&
                   equal(network_.out(v), network_.out(w)) && equal(network_.in(v), network_.in(w));
        });
    }

    /// Among vertices of equal hash each becomes a twin of the first that `alike` says it is.
    template <class Alike>
    void find(const std::vector<std::uint64_t>& hash, const Alike& alike) {
        std::vector<std::pair<std::uint64_t, Vertex>> order(hash.size());
        for (Vertex v = 0; v < hash.size(); ++v) order[v] = {hash[v], v};
        std::sort(order.begin(), order.end());
        std::vector<Vertex> firsts;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const Vertex v = order[i].second;
            if (i == 0 || order[i].first != order[i - 1].first) firsts.clear();
            const auto first =
                std::find_if(firsts.begin(), firsts.end(), [&](Vertex w) { return alike(w, v); });
            if (first == firsts.end())
                firsts.push_back(v);
            else
                smallest_[v] = *first;
        }
    }

    const Network& network_;
    std::vector<Vertex> smallest_;
};

/// The ordered pairs of twins that are no neighbours are settled: each of their neighbours is on
/// its share of the paths of two hops between them.
void settle_pairs(const PathNetwork& paths, const Twins& twins, std::vector<double>& settled) {
    const std::size_t n = paths.network.size();
    std::vector<double> sum(n, 0), pairs(n, 0);
    for (Vertex v = 0; v < n; ++v) {
        pairs[twins.smallest(v)] += 2 * paths.ends[v] * sum[twins.smallest(v)];
        sum[twins.smallest(v)] += paths.ends[v];
    }
    for (Vertex v = 0; v < n; ++v) {
        if (twins.smallest(v) != v || pairs[v] == 0) continue;
        const auto row = paths.network.out(v);
        const bool neighbours =
            std::any_of(row.begin(), row.end(), [&](Vertex w) { return twins.smallest(w) == v; });
        if (neighbours) continue;
        double ways = 0;
        for (const Vertex w : row) ways += paths.copies[w];
        for (const Vertex w : row)
            for (const Vertex x : paths.members_of(w)) settled[x] += pairs[v] / ways;
    }
}

}  // namespace

PathNetwork unite_twins(const PathNetwork& paths) {
    const Network& network = paths.network;
    const std::size_t n = network.size();
    const Twins twins(network);

    PathNetwork united;
    united.settled = paths.settled;
    if (!network.directed()) settle_pairs(paths, twins, united.settled);

    std::vector<Vertex> name(n, none);  // of the united vertex; the smallest twin comes first
    std::vector<std::size_t> count;
    for (Vertex v = 0; v < n; ++v) {
        const Vertex first = twins.smallest(v);
        if (first == v) {
            name[v] = static_cast<Vertex>(united.ends.size());
            united.ends.push_back(0);
            united.copies.push_back(0);
            count.push_back(0);
        }
        name[v] = name[first];
        united.ends[name[v]] += paths.ends[v];
        united.copies[name[v]] += paths.copies[v];
        count[name[v]] += paths.members_of(v).size();
    }

    united.first_member.assign(1, 0);
    for (const std::size_t c : count) united.first_member.push_back(united.first_member.back() + c);
    united.members.resize(united.first_member.back());
    std::vector<std::size_t> next(united.first_member.begin(), united.first_member.end() - 1);
    std::vector<std::pair<Vertex, Vertex>> edges;
    for (Vertex v = 0; v < n; ++v) {
        for (const Vertex x : paths.members_of(v)) united.members[next[name[v]]++] = x;
        if (twins.smallest(v) != v) continue;
        for (const Vertex w : network.out(v)) {
            if (twins.smallest(w) == w && (network.directed() || v < w))
                edges.emplace_back(name[v], name[w]);
        }
    }
    united.network = Network(network.direction(), count.size(), edges);
    return united;
}

}  // namespace actormap
