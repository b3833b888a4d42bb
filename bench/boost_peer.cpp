// Times a kernel of Boost.Graph alone, for bench/compare: see runner.hpp and docs/benchmarks.md.

#include "edge_file.hpp"
#include "runner.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include <cmath>
#include <cstdint>
#include <numeric>

namespace {

using Csr =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

/// With both arcs of each edge, which is what `connected_components` asks an undirected graph for.
struct BothArcs : Csr {
    using Csr::Csr;
};

}  // namespace

namespace boost {
template <>
struct graph_traits<BothArcs> : graph_traits<Csr> {
    using directed_category = undirected_tag;
};
template <>
struct property_map<BothArcs, vertex_index_t> : property_map<Csr, vertex_index_t> {};
}  // namespace boost

namespace {

using namespace actormap::bench;

BothArcs load(const Question& ask) {
    EdgeFile file = read_edges(ask.file);
    if (!ask.directed) {
        const std::size_t count = file.edges.size();
        file.edges.reserve(2 * count);
        for (std::size_t i = 0; i < count; ++i)
            file.edges.emplace_back(file.edges[i].second, file.edges[i].first);
    }
    std::sort(file.edges.begin(), file.edges.end());
    return {boost::edges_are_sorted, file.edges.begin(), file.edges.end(),
            static_cast<std::uint32_t>(file.vertices)};
}

/// A property map over the vector: vertices are its places.
template <class Value>
auto over(std::vector<Value>& values) {
    return boost::make_iterator_property_map(values.begin(),
                                             boost::typed_identity_property_map<std::uint32_t>());
}

std::vector<double> betweenness(const Csr& graph, bool directed) {
    std::vector<double> values(num_vertices(graph));
    boost::brandes_betweenness_centrality(graph, over(values));
    if (!directed)
        for (double& value : values) value /= 2;  // both arcs: each pair counts twice
    return values;
}

/// Boost starts at 1 / n but keeps values whose sum is n, and has no tolerance: so this puts 1 in
/// first, which spares it some eighty iterations, and stops when the L1 change, as a share of n, is
/// small enough.
class SmallChange {
  public:
    SmallChange(std::size_t vertices, double tolerance)
        : last_(vertices), tolerance_(tolerance * static_cast<double>(vertices)) {}

    template <class Map>
    bool operator()(Map ranks, const Csr&) {
        double change = 0;
        for (std::uint32_t v = 0; v < last_.size(); ++v) {
            if (first_) put(ranks, v, 1.0);
            change += std::abs(get(ranks, v) - last_[v]);
            last_[v] = get(ranks, v);
        }
        return !std::exchange(first_, false) && change < tolerance_;
    }

  private:
    std::vector<double> last_;
    double tolerance_;
    bool first_ = true;
};

/// Boost drops the mass of vertices without arcs out; bench/compare asks where there are none.
std::vector<double> pagerank(const Csr& graph, double tolerance) {
    const std::size_t n = num_vertices(graph);
    std::vector<double> ranks(n);
    boost::graph::page_rank(graph, over(ranks), SmallChange(n, tolerance), 0.85);
    const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
    for (double& rank : ranks) rank /= sum;
    return ranks;
}

Answer run_kernel(const Question& ask) {
    Answer answer;
    Memory memory;
    const BothArcs graph = load(ask);
    memory.loaded();
    const auto keep = [&](const auto& work) {
        write_values(ask.values, timed(answer.times, work));
        answer.peak_bytes = memory.peak();
    };

    if (ask.task == "betweenness") {
        keep([&] { return betweenness(graph, ask.directed); });
    } else if (ask.task == "pagerank") {
        keep([&] { return pagerank(graph, ask.tolerance); });
    } else if (ask.task == "core") {
        keep([&] {
            std::vector<std::uint32_t> cores(num_vertices(graph));
            boost::core_numbers(graph, over(cores));
            return cores;
        });
    } else if (ask.task == "components") {
        keep([&] {
            std::vector<std::uint32_t> of(num_vertices(graph));
            boost::connected_components(graph, over(of));
            return of;
        });
    } else if (ask.task != "load") {
        throw Missing("Boost.Graph has no " + ask.task);
    }
    answer.graph_bytes = memory.graph();
    return answer;
}

}  // namespace

int main(int count, char** words) {
    return answer_once(count, words, run_kernel);
}
