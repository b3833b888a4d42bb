#include <actormap/draw/segments.hpp>
#include <actormap/draw/untangle.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace actormap {

namespace {

// Where a node is tried: in eight directions, so many points away.
constexpr std::array<GvPoint, 8> directions = {
    {{1, 0}, {0.7, 0.7}, {0, 1}, {-0.7, 0.7}, {-1, 0}, {-0.7, -0.7}, {0, -1}, {0.7, -0.7}}};
constexpr std::array<double, 4> steps = {25, 60, 120, 240};

class Untangler {
  public:
    using Allowed = std::function<bool(std::size_t, GvPoint)>;

    Untangler(const Scene& scene, std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes,
              double gap, const Allowed& allowed)
        : scene_(scene),
          points_(points),
          sizes_(sizes),
          gap_(gap),
          allowed_(allowed),
          edges_of_(points.size()) {
        for (std::size_t e = 0; e < scene.edges.size(); ++e) {
            edges_of_[scene.edges[e].from].push_back(e);
            edges_of_[scene.edges[e].to].push_back(e);
        }
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double x = sizes[i].width / 2, y = sizes[i].height / 2;
            bounds_.low = {std::min(bounds_.low.x, points[i].x - x),
                           std::min(bounds_.low.y, points[i].y - y)};
            bounds_.high = {std::max(bounds_.high.x, points[i].x + x),
                            std::max(bounds_.high.y, points[i].y + y)};
        }
    }

    /// Whether the node found a better place.
    bool improve(std::size_t node) {
        if (edges_of_[node].empty()) return false;
        const GvPoint was = points_[node];
        GvPoint best = was;
        std::size_t fewest = crossings_at(node);
        const auto attempt = [&](GvPoint place) {
            if (fewest == 0 || !is_free(node, place)) return;
            points_[node] = place;
            const std::size_t found = crossings_at(node);
            if (found >= fewest || (allowed_ && !allowed_(node, place))) return;
            fewest = found;
            best = place;
        };
        attempt(among_neighbours(node));
        for (const double step : steps) {
            for (const GvPoint& way : directions) {
                attempt({was.x + step * way.x, was.y + step * way.y});
            }
        }
        points_[node] = best;
        return best.x != was.x || best.y != was.y;
    }

  private:
    [[nodiscard]] std::size_t other_end(std::size_t edge, std::size_t node) const {
        return scene_.edges[edge].from == node ? scene_.edges[edge].to : scene_.edges[edge].from;
    }
    [[nodiscard]] GvPoint among_neighbours(std::size_t node) const {
        GvPoint sum;
        for (const std::size_t edge : edges_of_[node]) {
            sum.x += points_[other_end(edge, node)].x;
            sum.y += points_[other_end(edge, node)].y;
        }
        const auto count = static_cast<double>(edges_of_[node].size());
        return {sum.x / count, sum.y / count};
    }
    [[nodiscard]] bool is_free(std::size_t node, GvPoint place) const {
        const double x = sizes_[node].width / 2, y = sizes_[node].height / 2;
        if (place.x - x < bounds_.low.x || place.x + x > bounds_.high.x ||
            place.y - y < bounds_.low.y || place.y + y > bounds_.high.y) {
            return false;
        }
        for (std::size_t i = 0; i < points_.size(); ++i) {
            if (i == node) continue;
            const bool meets = std::abs(points_[i].x - place.x) <
                                   (sizes_[i].width + sizes_[node].width) / 2 + gap_ &&
                               std::abs(points_[i].y - place.y) <
                                   (sizes_[i].height + sizes_[node].height) / 2 + gap_;
            if (meets) return false;
        }
        return true;
    }
    /// Of the edges at a node with all that share no end with them; two at the node never cross.
    [[nodiscard]] std::size_t crossings_at(std::size_t node) const {
        std::size_t count = 0;
        for (const std::size_t edge : edges_of_[node]) {
            const std::size_t far = other_end(edge, node);
            const GvPoint a = points_[node], b = points_[far];
            for (const SceneEdge& other : scene_.edges) {
                if (other.from == node || other.to == node || other.from == far ||
                    other.to == far) {
                    continue;
                }
                if (lines_cross(a, b, points_[other.from], points_[other.to])) ++count;
            }
        }
        return count;
    }

    const Scene& scene_;
    std::vector<GvPoint>& points_;
    std::span<const GvNodePlace> sizes_;
    double gap_;
    const Allowed& allowed_;
    GvBox bounds_{{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
    std::vector<std::vector<std::size_t>> edges_of_;
};

}  // namespace

void untangle(const Scene& scene, std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes,
              double gap, std::size_t rounds,
              const std::function<bool(std::size_t node, GvPoint place)>& allowed) {
    Untangler untangler(scene, points, sizes, gap, allowed);
    for (std::size_t round = 0; round < rounds; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < points.size(); ++i) moved = untangler.improve(i) || moved;
        if (!moved) return;
    }
}

}  // namespace actormap
