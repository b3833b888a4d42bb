// A network of one's own, without a graph: kernels know vertices and edges alone.
#include <actormap/analysis/communities.hpp>
#include <actormap/analysis/pagerank.hpp>
#include <actormap/network/weights.hpp>

#include <iostream>

int main() {
    using namespace actormap;
    const std::vector<std::pair<Vertex, Vertex>> edges{{0, 1}, {1, 2}, {2, 0}, {2, 3},
                                                       {3, 4}, {4, 5}, {5, 3}};
    const std::vector<double> reports{5, 2, 1, 1, 4, 4, 2};  // how many say so
    const Network network(Direction::undirected, 6, edges);
    const auto weights = Strengths::united(network, edges, reports, Uniting::sum);

    // As seen from vertex 0: jumps land there and nowhere else.
    const PageRank near = pagerank(network, weights, {.teleport = {1, 0, 0, 0, 0, 0}});
    const Communities groups = leiden(network, weights, {.seed = 1});
    for (Vertex v = 0; v < network.size(); ++v)
        std::cout << v << ' ' << groups.of[v] << ' ' << near.scores[v] << '\n';
}
