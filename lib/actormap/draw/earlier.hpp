#pragma once

#include <actormap/graphviz/graphviz.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace actormap {

/// Where entities stood in an earlier picture: by id, in points, y upwards.
using EarlierPlaces = std::map<std::string, GvPoint, std::less<>>;

/// The places in what `draw` wrote as JSON; entities that stood nowhere, and locations that were
/// not drawn as nodes, are left out.
/// Throws      Error "layout-syntax" if `json` is no such text; `file` is what it calls it
[[nodiscard]] EarlierPlaces read_places(std::string_view json, const std::string& file);

}  // namespace actormap
