#include <actormap/draw/separate.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actormap {

namespace {

/// Positions ordered by one coordinate, ties by position.
template <typename Coordinate>
void sort_by(std::vector<std::size_t>& order, const Coordinate& of) {
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(of(a), a) < std::pair(of(b), b);
    });
}

/// Moves both away from each other by half of `by`, the first downwards if they are level.
void part(double& a, double& b, double by) {
    const double half = (a <= b ? by : -by) / 2;
    a -= half;
    b += half;
}

}  // namespace

bool separate(std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes, double gap,
              std::size_t rounds) {
    const auto left = [&](std::size_t i) { return points[i].x - sizes[i].width / 2; };
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t round = 0; round < rounds; ++round) {
        bool met = false;
        sort_by(order, left);
        std::vector<std::size_t> open;  // that may still reach what comes
        for (const std::size_t i : order) {
            const double edge = left(i);
            std::erase_if(open, [&](std::size_t j) {
                return points[j].x + sizes[j].width / 2 + gap <= edge;
            });
            for (const std::size_t j : open) {
                const double x = (sizes[i].width + sizes[j].width) / 2 + gap -
                                 std::abs(points[i].x - points[j].x);
                const double y = (sizes[i].height + sizes[j].height) / 2 + gap -
                                 std::abs(points[i].y - points[j].y);
                if (x <= 1e-6 || y <= 1e-6) continue;
                met = true;
                if (x < y) {
                    part(points[j].x, points[i].x, x);
                } else {
                    part(points[j].y, points[i].y, y);
                }
            }
            open.push_back(i);
        }
        if (!met) return true;
    }
    return false;
}

void even_out(std::vector<GvPoint>& points, std::span<const std::size_t> members, double part) {
    if (members.size() < 2) return;
    std::vector<std::size_t> order(members.begin(), members.end());
    const auto spread = [&](double GvPoint::*coordinate) {
        sort_by(order, [&](std::size_t i) { return points[i].*coordinate; });
        const double low = points[order.front()].*coordinate;
        const double step =
            (points[order.back()].*coordinate - low) / static_cast<double>(order.size() - 1);
        for (std::size_t i = 0; i < order.size(); ++i) {
            double& at = points[order[i]].*coordinate;
            at += part * (low + static_cast<double>(i) * step - at);
        }
    };
    spread(&GvPoint::x);
    spread(&GvPoint::y);
}

}  // namespace actormap
