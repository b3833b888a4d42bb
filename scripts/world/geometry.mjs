// Plane geometry on rings of [longitude, latitude] in degrees. A ring ends with its first point.

/** The area within a ring, as on the sphere near its middle, and its centroid. */
export function moments(ring) {
  let twice = 0, x = 0, y = 0;
  for (let i = 0; i + 1 < ring.length; ++i) {
    const [x1, y1] = ring[i], [x2, y2] = ring[i + 1];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  if (twice === 0) return { area: 0, centroid: ring[0] };
  const centroid = [x / (3 * twice), y / (3 * twice)];
  return { area: Math.abs(twice / 2) * Math.cos((centroid[1] * Math.PI) / 180), centroid };
}

/** Whether a point is within the first ring of a polygon and in none of the others. */
export function inside(polygon, [x, y]) {
  let odd = false;
  for (const ring of polygon) {
    for (let i = 0; i + 1 < ring.length; ++i) {
      const [x1, y1] = ring[i], [x2, y2] = ring[i + 1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
    }
  }
  return odd;
}

/** How far a point is from the nearest side of a polygon; `narrow` shrinks longitudes. */
export function clearance(polygon, [x, y], narrow) {
  let nearest = Infinity;
  for (const ring of polygon) {
    for (let i = 0; i + 1 < ring.length; ++i) {
      const ax = ring[i][0] * narrow, ay = ring[i][1];
      const dx = ring[i + 1][0] * narrow - ax, dy = ring[i + 1][1] - ay;
      const px = x * narrow - ax, py = y - ay;
      const along = dx * dx + dy * dy;
      const t = along === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / along));
      nearest = Math.min(nearest, Math.hypot(px - t * dx, py - t * dy));
    }
  }
  return nearest;
}

/** A good point to stand for a polygon: its centroid if that is well inside, else the point that
 * is farthest from every side, to within a hundredth of the polygon's size. */
export function interior(polygon) {
  const { centroid } = moments(polygon[0]);
  const narrow = Math.cos((centroid[1] * Math.PI) / 180);
  const xs = polygon[0].map((p) => p[0]), ys = polygon[0].map((p) => p[1]);
  let box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  let best = null, far = -1;
  const steps = 24;
  for (let round = 0; round < 3; ++round) {
    const [west, south, east, north] = box;
    for (let i = 0; i <= steps; ++i) {
      for (let j = 0; j <= steps; ++j) {
        const at = [west + ((east - west) * i) / steps, south + ((north - south) * j) / steps];
        if (!inside(polygon, at)) continue;
        const room = clearance(polygon, at, narrow);
        if (room > far) [best, far] = [at, room];
      }
    }
    if (!best) return centroid;
    const dx = (2 * (east - west)) / steps, dy = (2 * (north - south)) / steps;
    box = [best[0] - dx, best[1] - dy, best[0] + dx, best[1] + dy];
  }
  const well = inside(polygon, centroid) && clearance(polygon, centroid, narrow) >= 0.6 * far;
  return well ? centroid : best;
}

/** The ring without jumps between -180 and 180 degrees, and not wholly west of the Bering Strait:
 * what the data has there belongs to the east. */
export function unwrapped(ring) {
  let turn = 0;
  const whole = ring.map(([x, y], i) => {
    if (i > 0 && x - ring[i - 1][0] > 180) turn -= 360;
    if (i > 0 && x - ring[i - 1][0] < -180) turn += 360;
    return [x + turn, y];
  });
  const west = Math.max(...whole.map((p) => p[0])) < -168.4;
  return west ? whole.map(([x, y]) => [x + 360, y]) : whole;
}
