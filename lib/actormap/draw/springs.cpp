// Each round moves one vertex after the other to where the springs to all others want it, on
// average and with the places that the others have by then.

#include <actormap/analysis/components.hpp>
#include <actormap/analysis/dijkstra.hpp>
#include <actormap/base/part_of.hpp>
#include <actormap/draw/springs.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actormap {

namespace {

constexpr std::size_t most_rounds = 300;
constexpr std::size_t power_rounds = 60;
constexpr double small_change = 1e-4;
constexpr double usual_scale = 40;  // points for a unit of length, where nothing tells

double distance(GvPoint a, GvPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// One component: its vertices, and the lengths of the shortest paths between them.
class Springs {
  public:
    Springs(std::vector<Vertex> vertices, Dijkstra& search)
        : vertices_(std::move(vertices)), d_(vertices_.size() * vertices_.size()) {
        for (std::size_t i = 0; i < size(); ++i) {
            search.search(vertices_[i]);
            for (std::size_t j = 0; j < size(); ++j)
                d_[i * size() + j] = search.length(vertices_[j]);
        }
    }
    [[nodiscard]] std::size_t size() const { return vertices_.size(); }
    [[nodiscard]] const std::vector<Vertex>& vertices() const { return vertices_; }
    [[nodiscard]] double d(std::size_t i, std::size_t j) const { return d_[i * size() + j]; }
    void scale(double factor) {
        for (double& length : d_) length *= factor;
    }

    /// Classical scaling: the two directions in which the squared distances vary most.
    [[nodiscard]] std::vector<GvPoint> start() const {
        std::vector<GvPoint> points(size());
        if (size() < 2) return points;
        const std::vector<double> first = direction(farthest(0), {});
        const std::vector<double> second = direction(farthest(1), first);
        for (std::size_t i = 0; i < size(); ++i) {
            // Vertices with the same neighbours get the same place; a little apart, springs do the
            // rest.
            const double angle = 2.399963 * static_cast<double>(i),
                         little = 1e-3 * d(0, size() - 1);
            points[i] = {first[i] + little * std::cos(angle), second[i] + little * std::sin(angle)};
        }
        return points;
    }

    void settle(std::vector<GvPoint>& points, const std::vector<std::optional<GvPoint>>& earlier,
                const Run& run) const {
        const auto tell = [&](std::size_t rounds) {
            if (run.progress) run.progress(rounds, most_rounds);
        };
        tell(0);
        double before = stress(points);
        for (std::size_t round = 0; round < most_rounds; ++round) {
            if (run.stop.stop_requested()) throw Cancelled();
            for (std::size_t i = 0; i < size(); ++i) {
                if (!earlier[i]) points[i] = wanted(i, points);
            }
            const double after = stress(points);
            if (before - after <= small_change * before) break;
            before = after;
            tell(round + 1);
        }
        tell(most_rounds);
    }

    /// Adds up how many times longer the lines between earlier points are than the paths.
    void compare(const std::vector<std::optional<GvPoint>>& earlier, double& times,
                 double& pairs) const {
        for (std::size_t i = 0; i < size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (!earlier[i] || !earlier[j]) continue;
                times += distance(*earlier[i], *earlier[j]) / d(i, j);
                pairs += 1;
            }
        }
    }

  private:
    [[nodiscard]] GvPoint wanted(std::size_t i, const std::vector<GvPoint>& points) const {
        GvPoint sum;
        double weights = 0;
        for (std::size_t j = 0; j < size(); ++j) {
            if (i == j) continue;
            const double length = d(i, j), weight = 1 / (length * length);
            const double apart = distance(points[i], points[j]);
            const double stretch = apart > 0 ? length / apart : 0;
            sum.x += weight * (points[j].x + stretch * (points[i].x - points[j].x));
            sum.y += weight * (points[j].y + stretch * (points[i].y - points[j].y));
            weights += weight;
        }
        return weights > 0 ? GvPoint{sum.x / weights, sum.y / weights} : points[i];
    }

    [[nodiscard]] double stress(const std::vector<GvPoint>& points) const {
        double sum = 0;
        for (std::size_t i = 0; i < size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const double off = distance(points[i], points[j]) / d(i, j) - 1;
                sum += off * off;
            }
        }
        return sum;
    }

    /// The distances from the vertex that is farthest from vertex `from`: a start that differs
    /// between the ends of the network.
    [[nodiscard]] std::vector<double> farthest(std::size_t from) const {
        std::size_t far = 0;
        for (std::size_t j = 1; j < size(); ++j) {
            if (d(from, j) > d(from, far)) far = j;
        }
        std::vector<double> values(size());
        for (std::size_t j = 0; j < size(); ++j) values[j] = -d(far, j);
        return values;
    }

    /// The leading eigenvector of the doubly centred squared distances, at right angles to
    /// `other`, as long as the root of its eigenvalue.
    [[nodiscard]] std::vector<double> direction(std::vector<double> x,
                                                const std::vector<double>& other) const {
        double eigenvalue = 0;
        for (std::size_t round = 0; round < power_rounds; ++round) {
            centre(x);
            if (!other.empty()) remove(x, other);
            const double length = std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
            if (length == 0) return x;
            for (double& value : x) value /= length;
            std::vector<double> next(size(), 0);
            for (std::size_t i = 0; i < size(); ++i) {
                for (std::size_t j = 0; j < size(); ++j) next[i] -= d(i, j) * d(i, j) * x[j] / 2;
            }
            centre(next);
            eigenvalue = std::inner_product(x.begin(), x.end(), next.begin(), 0.0);
            // The other eigenvalues may be negative and as large: half a step keeps them down.
            if (round + 1 < power_rounds) {
                for (std::size_t i = 0; i < size(); ++i)
                    x[i] = next[i] + std::abs(eigenvalue) * x[i];
            }
        }
        for (double& value : x) value *= std::sqrt(std::max(eigenvalue, 0.0));
        return x;
    }
    static void centre(std::vector<double>& x) {
        const double mean =
            std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
        for (double& value : x) value -= mean;
    }
    static void remove(std::vector<double>& x, const std::vector<double>& other) {
        const double length = std::inner_product(other.begin(), other.end(), other.begin(), 0.0);
        if (length == 0) return;
        const double share = std::inner_product(x.begin(), x.end(), other.begin(), 0.0) / length;
        for (std::size_t i = 0; i < x.size(); ++i) x[i] -= share * other[i];
    }

    std::vector<Vertex> vertices_;
    std::vector<double> d_;
};

/// Turned to be widest from left to right; what has most edges to the left and above.
void turn(std::vector<GvPoint>& points, const std::vector<Vertex>& vertices,
          const Network& network) {
    GvPoint mean;
    for (const GvPoint& point : points) mean.x += point.x, mean.y += point.y;
    const auto n = static_cast<double>(points.size());
    double xx = 0, xy = 0, yy = 0;
    for (GvPoint& point : points) {
        point.x -= mean.x / n, point.y -= mean.y / n;
        xx += point.x * point.x, xy += point.x * point.y, yy += point.y * point.y;
    }
    const double angle = 0.5 * std::atan2(2 * xy, xx - yy), c = std::cos(angle),
                 s = std::sin(angle);
    double left = 0, below = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i] = {c * points[i].x + s * points[i].y, c * points[i].y - s * points[i].x};
        const auto degree = static_cast<double>(network.degree(vertices[i]));
        left += degree * points[i].x, below += degree * points[i].y;
    }
    for (GvPoint& point : points) {
        if (left > 0) point.x = -point.x;
        if (below < 0) point.y = -point.y;
    }
}

/// Where vertices begin that have no earlier point: among the neighbours that have one.
void join_neighbours(std::vector<GvPoint>& points, const Springs& springs,
                     const std::vector<std::optional<GvPoint>>& earlier) {
    for (std::size_t i = 0; i < springs.size(); ++i) {
        if (earlier[i]) {
            points[i] = *earlier[i];
            continue;
        }
        std::size_t nearest = i;
        for (std::size_t j = 0; j < springs.size(); ++j) {
            if (!earlier[j]) continue;
            if (nearest == i || springs.d(i, j) < springs.d(i, nearest)) nearest = j;
        }
        const double angle = 2.399963 * static_cast<double>(i), length = springs.d(i, nearest);
        points[i] = {earlier[nearest]->x + length * std::cos(angle),
                     earlier[nearest]->y + length * std::sin(angle)};
    }
}

}  // namespace

std::vector<GvPoint> spring_layout(const Network& network, const Distances& lengths,
                                   std::span<const std::optional<GvPoint>> earlier,
                                   const Run& run) {
    const Components components = actormap::components(network);
    std::vector<std::vector<Vertex>> members(components.count);
    for (Vertex v = 0; v < network.size(); ++v) members[components.of[v]].push_back(v);

    Dijkstra search(network, lengths, Walk::along);
    std::vector<GvPoint> placed(network.size());
    double all_times = 0, all_pairs = 0;
    std::size_t done = 0, total = 0;
    for (const auto& vertices : members) total += vertices.size() * vertices.size();
    if (run.progress && total == 0) run.progress(0, 0);
    for (std::vector<Vertex>& vertices : members) {
        Springs springs(std::move(vertices), search);
        std::vector<std::optional<GvPoint>> before(springs.size());
        for (std::size_t i = 0; i < before.size() && !earlier.empty(); ++i) {
            before[i] = earlier[springs.vertices()[i]];
        }
        const bool known = std::any_of(before.begin(), before.end(),
                                       [](const auto& point) { return point.has_value(); });
        std::vector<GvPoint> points(springs.size());
        if (known) {
            double times = all_times, pairs = all_pairs;
            springs.compare(before, times, pairs);
            all_times = times, all_pairs = pairs;
            springs.scale(times > 0 ? times / pairs : usual_scale);
            join_neighbours(points, springs, before);
        } else {
            points = springs.start();
        }
        const std::size_t work = springs.size() * springs.size();
        springs.settle(points, before, part_of(run, done, done + work, total));
        done += work;
        if (!known) turn(points, springs.vertices(), network);
        for (std::size_t i = 0; i < points.size(); ++i) placed[springs.vertices()[i]] = points[i];
    }
    return placed;
}

}  // namespace actormap
