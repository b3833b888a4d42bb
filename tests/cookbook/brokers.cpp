// Who sits between groups that nobody else connects? Burt's constraint is low for brokers.
#include <actormap/analysis/constraint.hpp>
#include <actormap/lens/edge_weights.hpp>
#include <actormap/lens/view.hpp>
#include <actormap/read/read.hpp>

#include <algorithm>
#include <cmath>
#include <iostream>

int main(int argc, char** argv) {
    using namespace actormap;
    Diagnostics diagnostics;
    const auto [graph, report] = read_files({argv + 1, argv + argc}, {}, diagnostics);
    const View view = apply(graph, {.not_types = {"location"}});
    const Strengths weights = edge_strengths(graph, view, {.weight = EdgeWeight::claims});
    const std::vector<double> values = constraint(view.network, weights);

    std::vector<Vertex> order;
    for (Vertex v = 0; v < values.size(); ++v) {
        if (!std::isnan(values[v])) order.push_back(v);  // it is not defined for the isolated
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](Vertex a, Vertex b) { return values[a] < values[b]; });
    order.resize(std::min<std::size_t>(order.size(), 5));
    for (const Vertex v : order)
        std::cout << values[v] << ' ' << graph[view.entities[v]].name << '\n';
}
