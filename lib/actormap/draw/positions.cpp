#include <actormap/draw/positions.hpp>

namespace actormap {

std::vector<GvPoint> spring_positions(const Network& network, const Run& run) {
    if (network.size() == 0) return {};
    GvGraph graph;
    graph.graph = {{"overlap", "prism"}, {"splines", "false"}};
    graph.node = {
        {"shape", "box"}, {"label", ""}, {"width", "2"}, {"height", "0.4"}, {"fixedsize", "true"}};
    graph.nodes.resize(network.size());
    for (Vertex from = 0; from < network.size(); ++from) {
        for (const Vertex to : network.out(from)) {
            if (network.directed() || from < to) graph.edges.push_back({from, to});
        }
    }
    RenderLimits limits;
    limits.cpu_seconds = 600;
    std::vector<GvPoint> points;
    for (const GvNodePlace& place : layout(graph, Engine::sfdp, limits, run).nodes)
        points.push_back(place.centre);
    return points;
}

}  // namespace actormap
