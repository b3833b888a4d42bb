#pragma once

#include <actormap/draw/citations.hpp>
#include <actormap/draw/draw.hpp>
#include <actormap/draw/sheet.hpp>
#include <actormap/draw/world_map.hpp>

#include <string>

namespace actormap {

/// A view as a map of the world: what it shows, and where.
struct World {
    WorldScene scene;
    WorldMap map;
};
/// `directed` as for `make_scene`.
[[nodiscard]] World make_world(const ActorGraph& graph, const View& view, const View& directed,
                               const Citations& citations, const DrawOptions& options,
                               const Run& run);

/// The whole picture, for `Engine::placed`; `sheet` comes with all but the legend.
[[nodiscard]] GvGraph world_picture(const World& world, Sheet sheet, const DrawOptions& options,
                                    const Run& run);

/// As `drawing_json`: vertices stand at the mark of their country, or nowhere; with the countries
/// and all arcs, those that are not drawn too.
[[nodiscard]] std::string world_json(const ActorGraph& graph, const Lens& lens, const View& view,
                                     const World& world, const Citations& citations,
                                     const std::string& title);

}  // namespace actormap
