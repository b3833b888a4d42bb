#include <actormap/draw/world_labels.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace actormap {

namespace {

constexpr double gap = 1.5;        ///< between labels, and around markers
constexpr double leader_from = 7;  ///< labels farther from their marker have a leader
constexpr int directions = 32;
constexpr int rounds = 4;
constexpr double neighbourhood = 120;  ///< how far off a label may be that moves for another
constexpr double distances[] = {0, 4, 9, 15, 22, 30, 40, 52, 66, 82, 100, 120, 145, 175, 210};

// Prices, in points of distance.
constexpr double covered_point = 0.9;  ///< of a curve
constexpr double crossed_leader = 60;
constexpr double crossed_marker = 30;  ///< by the leader
constexpr double leader_price = 6;
constexpr double stranger_price = 12;  ///< of another's marker beside the label

GvBox box_at(GvPoint centre, double width, double height) {
    return {{centre.x - width / 2, centre.y - height / 2},
            {centre.x + width / 2, centre.y + height / 2}};
}

GvBox grown(GvBox box, double by) {
    return {{box.low.x - by, box.low.y - by}, {box.high.x + by, box.high.y + by}};
}

bool overlap(const GvBox& a, const GvBox& b) {
    return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

bool within(const GvBox& a, const GvBox& outer) {
    return a.low.x >= outer.low.x && a.high.x <= outer.high.x && a.low.y >= outer.low.y &&
           a.high.y <= outer.high.y;
}

using Segment = std::pair<GvPoint, GvPoint>;

/// Whether a straight line meets a box: clipped against it, something is left.
bool meets(const Segment& line, const GvBox& box) {
    double from = 0, to = 1;
    const auto clip = [&](double start, double step, double low, double high) {
        if (step == 0) return start > low && start < high;
        const double a = (low - start) / step, b = (high - start) / step;
        from = std::max(from, std::min(a, b));
        to = std::min(to, std::max(a, b));
        return from < to;
    };
    const auto& [a, b] = line;
    return clip(a.x, b.x - a.x, box.low.x, box.high.x) &&
           clip(a.y, b.y - a.y, box.low.y, box.high.y);
}

bool cross(const Segment& a, const Segment& b) {
    const auto side = [](const Segment& s, GvPoint p) {
        return (s.second.x - s.first.x) * (p.y - s.first.y) -
               (s.second.y - s.first.y) * (p.x - s.first.x);
    };
    return side(a, b.first) * side(a, b.second) < 0 && side(b, a.first) * side(b, a.second) < 0;
}

/// Counts points in boxes: sums over cells of the canvas.
class PointCount {
  public:
    explicit PointCount(const LabelGround& ground)
        : low_(ground.canvas.low),
          columns_(cell(ground.canvas.high.x - low_.x) + 2),
          rows_(cell(ground.canvas.high.y - low_.y) + 2),
          sums_(columns_ * rows_, 0) {
        for (const auto& curve : ground.curves) {
            for (const GvPoint& p : curve) ++at(cell(p.x - low_.x) + 1, cell(p.y - low_.y) + 1);
        }
        for (std::size_t y = 1; y < rows_; ++y) {
            for (std::size_t x = 1; x < columns_; ++x) {
                at(x, y) += at(x - 1, y) + at(x, y - 1) - at(x - 1, y - 1);
            }
        }
    }
    [[nodiscard]] double in(const GvBox& box) {
        const std::size_t x1 = cell(box.low.x - low_.x), x2 = cell(box.high.x - low_.x) + 1;
        const std::size_t y1 = cell(box.low.y - low_.y), y2 = cell(box.high.y - low_.y) + 1;
        return at(x2, y2) - at(x1, y2) - at(x2, y1) + at(x1, y1);
    }

  private:
    static std::size_t cell(double length) {
        return static_cast<std::size_t>(std::max(length, 0.0) / 4);
    }
    double& at(std::size_t x, std::size_t y) {
        return sums_[std::min(y, rows_ - 1) * columns_ + std::min(x, columns_ - 1)];
    }

    GvPoint low_;
    std::size_t columns_, rows_;
    std::vector<double> sums_;
};

class Placer {
  public:
    Placer(const std::vector<LabelWish>& wishes, const LabelGround& ground)
        : wishes_(wishes), ground_(ground), curves_(ground), places_(wishes.size()) {}

    std::vector<std::optional<LabelPlace>> place() {
        std::vector<std::size_t> order(wishes_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return wishes_[a].weight > wishes_[b].weight;
        });
        for (int round = 0; round < rounds; ++round) {
            for (const std::size_t label : order) {
                places_[label].reset();
                places_[label] = best(label);
            }
        }
        for (const std::size_t label : order) {
            if (!places_[label]) make_room(label);
        }
        return std::move(places_);
    }

  private:
    struct Best {
        std::optional<LabelPlace> place;
        double price = 0;
    };

    /// Sets a label that found no place if a neighbour can move for it.
    void make_room(std::size_t label) {
        const GvPoint at = wishes_[label].anchors.front();
        for (std::size_t other = 0; other < places_.size(); ++other) {
            const GvPoint there = wishes_[other].anchors.front();
            if (!places_[other] || std::hypot(at.x - there.x, at.y - there.y) > neighbourhood) {
                continue;
            }
            const auto before = places_[other];
            places_[other].reset();
            places_[label] = best(label);
            if (places_[label]) places_[other] = best(other);
            if (places_[label] && places_[other]) return;
            places_[label].reset();
            places_[other] = before;
        }
    }

    std::optional<LabelPlace> best(std::size_t label) {
        const LabelWish& wish = wishes_[label];
        Best best;
        for (std::size_t i = 0; i < wish.anchors.size(); ++i) {
            const double later = 3.0 * static_cast<double>(i);
            if (wish.centred) {
                offer(label, {wish.anchors[i], std::nullopt}, later, best);
                continue;
            }
            for (const double distance : distances) {
                if (distance > wish.reach || (best.place && distance + later > best.price)) break;
                for (int d = 0; d < directions; ++d) {
                    const double turn = 2 * std::numbers::pi * d / directions;
                    // To the right is best, upwards and downwards worst, as for towns on maps.
                    const double taste = 1.5 * std::abs(std::sin(turn)) + (d > 8 && d < 24 ? 1 : 0);
                    offer(label, at(wish, wish.anchors[i], turn, distance),
                          distance + later + taste, best);
                }
            }
        }
        return best.place;
    }

    /// The label so far from the anchor that its nearest point is at the distance.
    static LabelPlace at(const LabelWish& wish, GvPoint anchor, double turn, double distance) {
        const double x = std::cos(turn), y = std::sin(turn);
        const double reach = wish.clearance + gap + distance;
        // The side or corner that faces the anchor; between corners it slides along.
        const double across = std::clamp(1.5 * x, -1.0, 1.0),
                     along = std::clamp(1.5 * y, -1.0, 1.0);
        LabelPlace place;
        place.centre = {anchor.x + reach * x + across * wish.width / 2,
                        anchor.y + reach * y + along * wish.height / 2};
        if (distance >= leader_from) {
            const GvBox box = box_at(place.centre, wish.width, wish.height);
            const GvPoint end = {std::clamp(anchor.x, box.low.x, box.high.x),
                                 std::clamp(anchor.y, box.low.y, box.high.y)};
            const double length = std::hypot(end.x - anchor.x, end.y - anchor.y);
            const double cut = length > 0 ? wish.clearance / length : 0;
            place.leader = {
                {anchor.x + cut * (end.x - anchor.x), anchor.y + cut * (end.y - anchor.y)}, end};
        }
        return place;
    }

    void offer(std::size_t label, const LabelPlace& place, double price, Best& best) {
        if (best.place && price >= best.price) return;
        const GvBox box = box_at(place.centre, wishes_[label].width, wishes_[label].height);
        if (!within(box, ground_.canvas) || !is_free(label, box, place)) return;
        price += covered_point * curves_.in(box) + strangers(label, box);
        if (place.leader) price += leader_price + crossings(label, *place.leader);
        if (best.place && price >= best.price) return;
        best = {place, price};
    }

    [[nodiscard]] bool is_free(std::size_t label, const GvBox& box, const LabelPlace& place) const {
        const GvBox roomy = grown(box, gap);
        for (const GvBox& marker : ground_.markers) {
            if (!wishes_[label].centred && overlap(box, marker)) return false;
            if (wishes_[label].centred && overlap(roomy, marker)) return false;
        }
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (i == label || !places_[i]) continue;
            const GvBox other = box_at(places_[i]->centre, wishes_[i].width, wishes_[i].height);
            if (overlap(roomy, other)) return false;
            if (places_[i]->leader && meets(*places_[i]->leader, box)) return false;
            if (place.leader && meets(*place.leader, other)) return false;
        }
        return true;
    }

    /// A name close to another's marker would be read as its name.
    [[nodiscard]] double strangers(std::size_t label, const GvBox& box) const {
        if (wishes_[label].centred) return 0;
        const GvBox roomy = grown(box, 4);
        double price = 0;
        for (const GvBox& marker : ground_.markers) {
            const GvPoint middle = {(marker.low.x + marker.high.x) / 2,
                                    (marker.low.y + marker.high.y) / 2};
            const bool own = std::any_of(
                wishes_[label].anchors.begin(), wishes_[label].anchors.end(), [&](GvPoint p) {
                    return std::abs(p.x - middle.x) + std::abs(p.y - middle.y) < 0.01;
                });
            if (!own && overlap(roomy, marker)) price += stranger_price;
        }
        return price;
    }

    [[nodiscard]] double crossings(std::size_t label, const Segment& leader) const {
        double price = 0;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (i == label || !places_[i] || !places_[i]->leader) continue;
            price += cross(leader, *places_[i]->leader) ? crossed_leader : 0;
        }
        for (const GvBox& marker : ground_.markers) {
            price += meets(leader, marker) ? crossed_marker : 0;
        }
        return price;
    }

    const std::vector<LabelWish>& wishes_;
    const LabelGround& ground_;
    PointCount curves_;
    std::vector<std::optional<LabelPlace>> places_;
};

}  // namespace

std::vector<std::optional<LabelPlace>> place_labels(const std::vector<LabelWish>& wishes,
                                                    const LabelGround& ground) {
    return Placer(wishes, ground).place();
}

std::vector<GvPoint> points_of(const std::vector<GvPoint>& cubic) {
    const auto at = [&](double t) {
        const double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
        return GvPoint{a * cubic[0].x + b * cubic[1].x + c * cubic[2].x + d * cubic[3].x,
                       a * cubic[0].y + b * cubic[1].y + c * cubic[2].y + d * cubic[3].y};
    };
    double length = 0;
    for (int i = 0; i < 16; ++i) {
        const GvPoint a = at(i / 16.0), b = at((i + 1) / 16.0);
        length += std::hypot(b.x - a.x, b.y - a.y);
    }
    const auto count = static_cast<int>(std::max(length / curve_step, 2.0));
    std::vector<GvPoint> points;
    for (int i = 0; i <= count; ++i) points.push_back(at(static_cast<double>(i) / count));
    return points;
}

}  // namespace actormap
