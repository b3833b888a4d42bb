#include <actormap/draw/crossings.hpp>
#include <actormap/draw/segments.hpp>

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>
#include <utility>

namespace actormap {

namespace {

/// A straight piece of an edge's line.
struct Piece {
    GvPoint a, b;
    std::size_t edge = 0;
};

bool share_an_end(const SceneEdge& a, const SceneEdge& b) {
    return a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to;
}

/// Calls met(p, q) for every two pieces that cross, of edges without a common end.
template <typename Met>
void for_each_crossing(const Scene& scene, std::vector<Piece> pieces, const Met& met) {
    const auto left = [](const Piece& p) { return std::min(p.a.x, p.b.x); };
    std::sort(pieces.begin(), pieces.end(), [&](const Piece& p, const Piece& q) {
        return std::pair(left(p), p.edge) < std::pair(left(q), q.edge);
    });
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& p = pieces[i];
        const double right = std::max(p.a.x, p.b.x);
        for (std::size_t j = i + 1; j < pieces.size() && left(pieces[j]) <= right; ++j) {
            const Piece& q = pieces[j];
            if (share_an_end(scene.edges[p.edge], scene.edges[q.edge]) ||
                !lines_cross(p.a, p.b, q.a, q.b)) {
                continue;
            }
            met(p, q);
        }
    }
}

}  // namespace

std::size_t crossings(const Scene& scene, const std::vector<GvPoint>& points) {
    std::vector<Piece> pieces;
    for (std::size_t e = 0; e < scene.edges.size(); ++e) {
        pieces.push_back({points[scene.edges[e].from], points[scene.edges[e].to], e});
    }
    std::size_t count = 0;  // straight lines meet at most once
    for_each_crossing(scene, std::move(pieces), [&](const Piece&, const Piece&) { ++count; });
    return count;
}

std::size_t crossings(const Scene& scene, const GvLayout& layout) {
    std::vector<Piece> pieces;
    for (std::size_t e = 0; e < scene.edges.size(); ++e) {
        const std::vector<GvPoint> curve = curve_of(layout.edges[e]);
        for (std::size_t i = 1; i < curve.size(); ++i) {
            pieces.push_back({curve[i - 1], curve[i], e});
        }
    }
    std::set<std::pair<std::size_t, std::size_t>> found;
    for_each_crossing(scene, std::move(pieces), [&](const Piece& p, const Piece& q) {
        found.insert(std::minmax(p.edge, q.edge));
    });
    return found.size();
}

std::vector<GvPoint> curve_of(const GvEdgePlace& edge) {
    std::vector<GvPoint> curve;
    for (std::string_view rest = edge.pos; !rest.empty();) {
        const std::size_t end = rest.find_first_of(" ;");
        const std::string_view word = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        GvPoint point;
        const char* last = word.data() + word.size();
        const auto [comma, error] = std::from_chars(word.data(), last, point.x);
        if (error != std::errc{} || comma == last) continue;  // "e,x,y": where a head points to
        if (std::from_chars(comma + 1, last, point.y).ec == std::errc{}) curve.push_back(point);
    }
    return curve;
}

}  // namespace actormap
