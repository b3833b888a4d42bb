// Writes the C++ table of the countries' outlines and places to standard output.
//
// The outlines are Natural Earth's of 1:110 million. A place is a point within the largest part
// of a country; what those outlines lack gets one from those of 1:50 or 1:10 million.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { alpha2 } from "./codes.mjs";
import { inside, interior, moments, unwrapped } from "./geometry.mjs";

const require = createRequire(import.meta.url);

// Territories with a code of their own that the data draws as a part of another entry, found by a
// point in or near them: [longitude, latitude].
const parts = {
  BQ: ["NL", -68.3, 12.2], BV: ["NO", 3.4, -54.4], CC: ["", 96.9, -12.2], CX: ["", 105.6, -10.5],
  GF: ["FR", -53, 4], GP: ["FR", -61.6, 16.2], MQ: ["FR", -61, 14.6], RE: ["FR", 55.5, -21.1],
  SJ: ["NO", 17, 78.5], TK: ["NZ", -171.8, -9.2], YT: ["FR", 45.2, -12.8],
};
// Where the data has nothing at all.
const points = { TK: [188.15, -9.2], CC: [96.87, -12.17], BV: [3.35, -54.42] };

/** The polygons of a scale by code; "" for those without one. */
function polygons(scale) {
  const atlas = JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`)));
  const found = new Map();
  for (const { id, geometry } of feature(atlas, atlas.objects.countries).features) {
    if (!geometry) continue;
    const code = id === undefined ? "" : alpha2.get(id);
    if (code === undefined) throw new Error(`no alpha-2 code for ${id}`);
    const list = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const cut of list) {
      const polygon = cut.map(unwrapped);
      const own = owner(code, polygon);
      if (!found.has(own)) found.set(own, []);
      found.get(own).push(polygon);
    }
  }
  return found;
}

/** The code of the territory that a polygon is, if it is one with a code of its own. */
function owner(code, polygon) {
  for (const [part, [whole, x, y]] of Object.entries(parts)) {
    if (whole !== code) continue;
    const { centroid } = moments(polygon[0]);
    const reach = part === "SJ" ? 12 : part === "GF" ? 4 : 1.2;
    if (inside(polygon, [x, y]) || Math.hypot(centroid[0] - x, centroid[1] - y) < reach) return part;
  }
  return code;
}

const largest = (list) =>
  list.reduce((a, b) => (moments(b[0]).area > moments(a[0]).area ? b : a));

const hundredths = (value) => Math.round(value * 100);

/** Wrapped text of at most 100 columns. */
function lines(items) {
  const all = [];
  let line = "   ";
  for (const item of items) {
    if (line.length + 1 + item.length > 100) {
      all.push(line);
      line = "   ";
    }
    line += " " + item;
  }
  return [...all, line].join("\n");
}

const coarse = polygons("110m"), medium = polygons("50m"), fine = polygons("10m");

const rings = [], steps = [];
for (const code of [...coarse.keys()].sort()) {
  if (code === "AQ") continue;  // most of it would be the projection's doing
  for (const polygon of coarse.get(code)) {
    // A hole is the land of another, and smaller: that is drawn upon this one.
    const at = polygon[0].slice(0, -1).map(([x, y]) => [hundredths(x), hundredths(y)]);
    const kept = at.filter((p, i) => i === 0 || p[0] !== at[i - 1][0] || p[1] !== at[i - 1][1]);
    if (kept.length < 3) continue;  // smaller than a hundredth of a degree
    rings.push(`{"${code}", ${kept[0][0]}, ${kept[0][1]}, ${kept.length}},`);
    for (let i = 1; i < kept.length; ++i) {
      steps.push(`${kept[i][0] - kept[i - 1][0]},${kept[i][1] - kept[i - 1][1]},`);
    }
  }
}

const places = [];
for (const code of [...alpha2.values()].sort()) {
  const scale = [coarse, medium, fine].find((each) => each.has(code));
  if (!scale && !points[code]) throw new Error(`no place for ${code}`);
  const at = scale ? interior(largest(scale.get(code))) : points[code];
  places.push(`{"${code}", ${hundredths(at[0])}, ${hundredths(at[1])}},`);
}

const { version } = JSON.parse(readFileSync(require.resolve("world-atlas/package.json")));
process.stdout.write(`// Made by scripts/make_world; do not edit.
//
// Outlines: Natural Earth 4.1.0, Admin 0 countries, 1:110 million, which is in the public domain
// (naturalearthdata.com), as packed by world-atlas ${version} (ISC licence). Antarctica is left out;
// longitudes go on beyond 180 degrees to the Bering Strait at 191.6, so that no country is cut;
// territories with an ISO 3166-1 code of their own stand under it; outlines without a code have "".
// Places: a point within the largest part of what a code stands for, of the same outlines or, where
// they lack it, of those of 1:50 or 1:10 million.
// All numbers are hundredths of a degree.

#include <actormap/draw/world_table.hpp>

namespace actormap {

namespace {

// clang-format off
constexpr WorldRing ring_table[] = {
${lines(rings)}
};

// From point to point of the rings, one after another: longitude, latitude.
constexpr std::int16_t step_table[] = {
${lines(steps)}
};

constexpr WorldPoint place_table[] = {
${lines(places)}
};
// clang-format on

}  // namespace

std::span<const WorldRing> world_rings() {
    return ring_table;
}

std::span<const std::int16_t> world_steps() {
    return step_table;
}

std::span<const WorldPoint> world_points() {
    return place_table;
}

}  // namespace actormap
`);
