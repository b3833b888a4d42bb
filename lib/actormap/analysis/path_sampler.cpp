#include <actormap/analysis/path_sampler.hpp>

#include <algorithm>

// Two breadth-first searches, forward from the one end and backward from the other. The one that
// has fewer arcs before it takes its next level, so that hubs are left to the other end as long as
// possible. While they have not met, their depths a and b have every vertex within a of the one
// end and within b of the other, and d(from, to) > a + b. So if an arc of the next level leads to
// a vertex of the other search, that vertex is at the depth b exactly, d(from, to) = a + 1 + b,
// and each shortest path has exactly one such arc.
//
// Paths are drawn as they are counted. A vertex that is reached by several arcs keeps one of them,
// and takes each new one with the chance of its share in the paths so far; in the end each was
// taken with its share in all. The same for the arcs at which the searches meet. The chances along
// a path multiply to 1 / (the number of all paths).

namespace actormap {

PathSampler::PathSampler(const Network& network)
    : network_(network), mark_(network.size(), Mark::unseen), reached_(network.size()) {}

std::span<const Vertex> PathSampler::draw(Vertex from, Vertex to, RandomBits& bits) {
    between_.clear();
    if (from == to) return between_;
    begin(forward_, from);
    begin(backward_, to);
    while (true) {
        const bool ahead = forward_.arcs <= backward_.arcs;
        Search& search = ahead ? forward_ : backward_;
        if (search.arcs == 0) break;  // there is no path
        const Meeting meeting = expand(search, bits);
        if (!meeting.found) continue;
        follow(forward_, ahead ? meeting.near : meeting.far);
        std::reverse(between_.begin(), between_.end());
        follow(backward_, ahead ? meeting.far : meeting.near);
        break;
    }
    forget(forward_);
    forget(backward_);
    return between_;
}

void PathSampler::begin(Search& search, Vertex end) {
    search.visits.assign(1, end);
    search.newest = 0;
    search.depth = 0;
    search.arcs = row(search, end).size();
    mark_[end] = search.mark;
    reached_[end] = {PathCount::one(), end, 0};
}

/// Only what was touched: a draw must not take time for all vertices.
void PathSampler::forget(Search& search) {
    for (const Vertex v : search.visits) mark_[v] = Mark::unseen;
}

/// Takes the next level, or the arcs at which it meets the other search.
PathSampler::Meeting PathSampler::expand(Search& search, RandomBits& bits) {
    Meeting meeting;
    const std::size_t end = search.visits.size();
    const std::uint32_t depth = ++search.depth;
    for (std::size_t i = search.newest; i < end; ++i) {
        const Vertex v = search.visits[i];
        const PathCount paths = reached_[v].paths;
        for (const Vertex w : row(search, v)) {
            Reached& there = reached_[w];
            if (mark_[w] == Mark::unseen) {
                if (meeting.found) continue;  // too far
                mark_[w] = search.mark;
                there = {paths, v, depth};
                search.visits.push_back(w);
            } else if (mark_[w] != search.mark) {
                const PathCount along = paths * there.paths;
                meeting.paths += along;
                meeting.found = true;
                if (bits.unit() < along.of(meeting.paths)) meeting.near = v, meeting.far = w;
            } else if (there.depth == depth) {
                there.paths += paths;
                if (bits.unit() < paths.of(there.paths)) there.previous = v;
            }
        }
    }
    search.newest = end;
    search.arcs = 0;
    for (std::size_t i = end; i < search.visits.size(); ++i)
        search.arcs += row(search, search.visits[i]).size();
    return meeting;
}

/// The path from `last` back to the end of the search, which is left out.
void PathSampler::follow(const Search& search, Vertex last) {
    for (Vertex v = last; v != search.visits.front(); v = reached_[v].previous)
        between_.push_back(v);
}

}  // namespace actormap
