#include <actormap/draw/areas.hpp>
#include <actormap/draw/separate.hpp>
#include <actormap/draw/xdot.hpp>
#include <actormap/graphviz/text.hpp>

#include <algorithm>
#include <cmath>

namespace actormap {

namespace {

constexpr std::size_t label_width = 26;
constexpr std::size_t label_lines_at_most = 2;
constexpr double below_counts = 1.1;  // a label above is preferred to one below

GvPoint moved(GvPoint point, GvPoint by) {
    return {point.x + by.x, point.y + by.y};
}

/// Moves the boxes of an area apart among themselves.
void separate_within(std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes,
                     const Area& area, double gap, std::size_t rounds) {
    std::vector<GvPoint> places;
    std::vector<GvNodePlace> boxes;
    for (const std::size_t i : area.members) {
        places.push_back(points[i]);
        boxes.push_back(sizes[i]);
    }
    (void)separate(places, boxes, gap, rounds);  // what it leaves, the last look finds
    for (std::size_t i = 0; i < places.size(); ++i) points[area.members[i]] = places[i];
}

/// Puts the label of an area over its boxes, or under them, to where the area grows least.
void place_label(std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes, const Area& area,
                 double gap) {
    const GvNodePlace& label = sizes[*area.label];
    double least = INFINITY;
    GvPoint best;
    for (const std::size_t at : area.members) {
        for (const double side : {1.0, -1.0}) {
            double edge = -INFINITY;  // of what stands in the label's way, counted to that side
            for (const std::size_t i : area.members) {
                const double reach = (sizes[i].width + label.width) / 2 + gap;
                if (std::abs(points[i].x - points[at].x) >= reach) continue;
                edge = std::max(edge, side * points[i].y + sizes[i].height / 2);
            }
            points[*area.label] = {points[at].x, side * (edge + gap + label.height / 2)};
            const double size = area_of(hull_around(points, sizes, within(area), area_margin)) *
                                (side < 0 ? below_counts : 1);
            if (size >= least) continue;
            least = size;
            best = points[*area.label];
        }
    }
    points[*area.label] = best;
}

/// What moves as a whole: an area, or a node that is in none.
struct Unit {
    std::vector<std::size_t> nodes;
    Hull hull;
    GvBox box;  ///< around the hull
};

void move(Unit& unit, GvPoint by, std::vector<GvPoint>& points) {
    for (GvPoint& point : unit.hull) point = moved(point, by);
    unit.box = {moved(unit.box.low, by), moved(unit.box.high, by)};
    for (const std::size_t node : unit.nodes) points[node] = moved(points[node], by);
}

std::vector<Unit> units_of(std::span<const GvPoint> points, std::span<const GvNodePlace> sizes,
                           const std::vector<Area>& areas, double gap) {
    std::vector<Unit> units;
    std::vector<std::uint8_t> in_area(points.size(), 0);
    const auto add = [&](std::vector<std::size_t> nodes, double margin) {
        Hull hull = hull_around(points, sizes, nodes, margin);
        const GvBox box = box_of(hull);
        units.push_back({std::move(nodes), std::move(hull), box});
    };
    for (const Area& area : areas) {
        add(within(area), area_margin + area_clearance / 2);
        for (const std::size_t node : units.back().nodes) in_area[node] = 1;
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (in_area[i] == 0) add({i}, gap / 2);
    }
    return units;
}

bool apart(const GvBox& a, const GvBox& b) {
    return a.high.x <= b.low.x || b.high.x <= a.low.x || a.high.y <= b.low.y || b.high.y <= a.low.y;
}

/// Moves two that meet apart, the one with more nodes less.
bool part(Unit& a, Unit& b, std::vector<GvPoint>& points) {
    if (apart(a.box, b.box)) return false;
    const auto way = way_out(a.hull, b.hull);
    if (!way) return false;
    const auto heavy = static_cast<double>(a.nodes.size()),
               other = static_cast<double>(b.nodes.size());
    const double share = other / (heavy + other);
    move(a, {way->x * share, way->y * share}, points);
    move(b, {-way->x * (1 - share), -way->y * (1 - share)}, points);
    return true;
}

/// The boxes that are not in an area and that meet it; other areas as a whole.
bool is_clean(std::span<const GvPoint> points, std::span<const GvNodePlace> sizes,
              const std::vector<Area>& areas, std::size_t number) {
    const std::vector<std::size_t> own = within(areas[number]);
    const Hull hull = hull_around(points, sizes, own, area_margin);
    std::vector<std::uint8_t> inside(points.size(), 0);
    for (const std::size_t node : own) inside[node] = 1;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (inside[i] != 0) continue;
        const std::vector<std::size_t> one = {i};
        if (way_out(hull, hull_around(points, sizes, one, 0))) return false;
    }
    for (std::size_t k = 0; k < areas.size(); ++k) {
        if (k == number) continue;
        if (way_out(hull, hull_around(points, sizes, within(areas[k]), area_margin))) return false;
    }
    return true;
}

}  // namespace

std::vector<std::size_t> within(const Area& area) {
    std::vector<std::size_t> nodes = area.members;
    if (area.label) nodes.push_back(*area.label);
    return nodes;
}

void add_areas(Content& content, const std::vector<SceneCluster>& clusters, Theme theme) {
    const Palette& palette = palette_of(theme);
    for (const SceneCluster& cluster : clusters) {
        const double size =
            std::min(9 + 2.4 * std::log2(static_cast<double>(cluster.members.size())), 24.0);
        content.areas.push_back({cluster.name, cluster.members, content.graph.nodes.size(), {}});
        content.graph.nodes.push_back(
            {{{"label", label_lines(wrap(cluster.name, label_width, label_lines_at_most))},
              {"shape", "box"},
              {"style", "filled"},
              {"color", "none"},
              {"fillcolor", std::string(palette.group_fill)},
              {"fontcolor", std::string(palette.group_text)},
              {"fontname", std::string(bold_font)},
              {"fontsize", gv_number(size)},
              {"margin", "0.03,0"},
              {"width", "0"},
              {"height", "0"}},
             std::nullopt});
    }
}

void place_labels(std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes,
                  const std::vector<Area>& areas, double gap) {
    for (const Area& area : areas) place_label(points, sizes, area, gap);
}

bool set_apart(std::vector<GvPoint>& points, std::span<const GvNodePlace> sizes,
               const std::vector<Area>& areas, double gap, std::size_t rounds) {
    for (const Area& area : areas) separate_within(points, sizes, area, gap, rounds);
    place_labels(points, sizes, areas, gap);
    std::vector<Unit> units = units_of(points, sizes, areas, gap);
    for (std::size_t round = 0; round < rounds; ++round) {
        bool met = false;
        for (std::size_t i = 0; i < units.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) met = part(units[j], units[i], points) || met;
        }
        if (!met) return true;
    }
    return false;
}

bool stays_clean(std::span<const GvPoint> points, std::span<const GvNodePlace> sizes,
                 const std::vector<Area>& areas, std::size_t node, GvPoint place) {
    std::vector<GvPoint> after(points.begin(), points.end());
    after[node] = place;
    const std::vector<std::size_t> one = {node};
    const Hull box = hull_around(after, sizes, one, area_clearance);
    for (std::size_t k = 0; k < areas.size(); ++k) {
        const auto& members = areas[k].members;
        if (std::find(members.begin(), members.end(), node) != members.end()) {
            if (!is_clean(after, sizes, areas, k)) return false;
        } else if (way_out(hull_around(after, sizes, within(areas[k]), area_margin), box)) {
            return false;
        }
    }
    return true;
}

void outline_areas(Content& content, GvLayout& layout) {
    std::vector<GvPoint> points;
    for (const GvNodePlace& node : layout.nodes) points.push_back(node.centre);
    for (std::size_t k = 0; k < content.areas.size(); ++k) {
        if (!is_clean(points, layout.nodes, content.areas, k)) continue;
        Area& area = content.areas[k];
        area.outline = hull_around(points, layout.nodes, within(area), area_margin, true);
        layout.box = united(layout.box, box_of(area.outline));
    }
}

std::string areas_background(const std::vector<Area>& areas, Theme theme) {
    const Palette& palette = palette_of(theme);
    Xdot drawing;
    drawing.pen(palette.group_border, 0.8);
    drawing.fill(palette.group_fill);
    for (const Area& area : areas) drawing.polygon(area.outline, true);
    return drawing.take();
}

}  // namespace actormap
