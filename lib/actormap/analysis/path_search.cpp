#include <actormap/analysis/path_search.hpp>

#include <algorithm>

namespace actormap {

template <class Standing>
PathSearch<Standing>::PathSearch(const Network& network, Standing standing)
    : network_(network), standing_(standing), nodes_(network.size()) {}

template <class Standing>
bool PathSearch<Standing>::count(Vertex source) {
    // Deeper than all of the search before, so that its depths read as unseen.
    const std::int64_t start = visits_.empty() ? 1 : nodes_[visits_.back()].depth + 1;
    visits_.assign(1, source);
    nodes_[source] = {.paths = 1, .beyond = 0, .depth = start};
    double most = 0;
    for (std::size_t next = 0; next < visits_.size(); ++next) {
        const Vertex v = visits_[next];
        const std::int64_t depth = nodes_[v].depth + 1;
        const double through = nodes_[v].paths * (next == 0 ? 1 : standing_.copies(v));
        most = std::max(most, through);
        for (const Vertex w : network_.out(v)) {
            Node& node = nodes_[w];
            if (node.depth < start) {
                node.depth = depth;
                node.paths = through;
                visits_.push_back(w);
            } else if (node.depth == depth) {
                node.paths += through;
            }
        }
    }
    return most < 0x1p53;
}

template <class Standing>
void PathSearch<Standing>::count_large() {
    large_.resize(nodes_.size());
    onward_.resize(nodes_.size());
    large_[visits_[0]] = PathCount::one();
    for (std::size_t i = 1; i < visits_.size(); ++i) {
        const Vertex v = visits_[i];
        PathCount count;
        for (const Vertex u : network_.in(v)) {
            if (nodes_[u].depth + 1 != nodes_[v].depth) continue;
            PathCount through = large_[u];
            if (u != visits_[0]) through *= standing_.copies(u);
            count += through;
        }
        large_[v] = count;
    }
}

/// Of what is beyond v, as much as the paths through one copy of it.
template <class Standing>
double PathSearch<Standing>::share_of(Vertex v) {
    Node& node = nodes_[v];
    double sum = 0;
    for (const Vertex w : network_.out(v))
        if (nodes_[w].depth == node.depth + 1) sum += nodes_[w].beyond;
    const double share = node.paths * sum;
    node.beyond = (standing_.ends(v) + share * standing_.copies(v)) / node.paths;
    return share;
}

template <class Standing>
double PathSearch<Standing>::large_share_of(Vertex v) {
    double sum = 0;
    for (const Vertex w : network_.out(v)) {
        if (nodes_[w].depth == nodes_[v].depth + 1) sum += large_[w].divide(onward_[w], large_[v]);
    }
    const double share = large_[v].value() * sum;
    onward_[v] = standing_.ends(v) + share * standing_.copies(v);
    return share;
}

template class PathSearch<EachForOne>;
template class PathSearch<EachForMany>;

}  // namespace actormap
