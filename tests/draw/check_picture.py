#!/usr/bin/python3
"""Looks whether a picture can be read: `check_picture.py FILE.json...` on what `draw -T json` wrote.

From the layout's own numbers: no two boxes with text overlap, nothing is outside the canvas, no area (of what stands
together) holds the box of another entity or meets another area, and no more edges cross than where Graphviz's own dot or
sfdp lays the same nodes and edges out (the fewer of the two; areas cost crossings, so there they are only counted; with
Debian's graphviz installed, else they are not compared, which is said). Prints a line for each file; exit code 1 if one fails.
"""
import json
import math
import subprocess
import shutil
import sys

SLACK = 0.5  # points: Graphviz rounds


def boxes(picture):
    seen = set()
    for vertex in picture["vertices"]:
        key = vertex.get("bundle", vertex["id"])
        if "width" in vertex and key not in seen:
            seen.add(key)
            yield vertex["id"], vertex
    for number, label in enumerate(picture["labels"]):
        yield f"label {number}", label


def overlaps(picture):
    found = []
    order = sorted(boxes(picture), key=lambda b: b[1]["x"] - b[1]["width"] / 2)
    for i, (name, box) in enumerate(order):
        for other, beside in order[i + 1:]:
            if beside["x"] - beside["width"] / 2 >= box["x"] + box["width"] / 2 - SLACK:
                break
            if abs(box["y"] - beside["y"]) < (box["height"] + beside["height"]) / 2 - SLACK:
                found.append((name, other))
    return found


def outside(picture):
    canvas = picture["canvas"]
    return [name for name, box in boxes(picture)
            if abs(box["x"] - canvas["x"]) + box["width"] / 2 > canvas["width"] / 2 + SLACK
            or abs(box["y"] - canvas["y"]) + box["height"] / 2 > canvas["height"] / 2 + SLACK]


def foreign(picture):
    """Boxes that reach into the area of a cluster they are not in, by the axes that may separate them."""
    def shadow(points, axis):
        along = [x * axis[0] + y * axis[1] for x, y in points]
        return min(along), max(along)

    def meet(outline, corners):
        axes = [(q[1] - p[1], p[0] - q[0]) for sides in (outline, corners)
                for p, q in zip(sides, sides[1:] + sides[:1])]
        for axis in axes:
            (a, b), (c, d) = shadow(outline, axis), shadow(corners, axis)
            if min(b, d) - max(a, c) <= SLACK * math.hypot(*axis):
                return False
        return True

    found = []
    for number, cluster in enumerate(picture.get("clusters", [])):
        if cluster["outline"] is None:
            continue
        for vertex in picture["vertices"]:
            if "width" not in vertex or vertex["cluster"] == number:
                continue
            x, y, w, h = vertex["x"], vertex["y"], vertex["width"] / 2, vertex["height"] / 2
            if meet(cluster["outline"], [(x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h)]):
                found.append((cluster["name"], vertex["id"]))
        for other in picture["clusters"][:number]:
            if other["outline"] and meet(cluster["outline"], other["outline"]):
                found.append((cluster["name"], other["name"]))
    return found


def flattened(path, steps=8):
    """A chain of cubic curves as short straight pieces; straight ones stay one piece."""
    points = [path[0]]
    for i in range(0, len(path) - 3, 3):
        a, b, c, d = path[i:i + 4]
        area = abs((b[0] - a[0]) * (d[1] - a[1]) - (b[1] - a[1]) * (d[0] - a[0])) + \
            abs((c[0] - a[0]) * (d[1] - a[1]) - (c[1] - a[1]) * (d[0] - a[0]))
        for s in range(1, steps + 1) if area > 1 else [steps]:
            t = s / steps
            points.append([(1 - t) ** 3 * a[k] + 3 * t * (1 - t) ** 2 * b[k] +
                           3 * t * t * (1 - t) * c[k] + t ** 3 * d[k] for k in (0, 1)])
    return points


def turns(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(p, q):
    return turns(p[0], p[1], q[0]) * turns(p[0], p[1], q[1]) < 0 and \
        turns(q[0], q[1], p[0]) * turns(q[0], q[1], p[1]) < 0


def crossings(lines):
    """Pairs of edges without a common end that cross at least once. `lines`: (ends, points)."""
    pieces = []
    for number, (_, points) in enumerate(lines):
        for a, b in zip(points, points[1:]):
            pieces.append((min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1]),
                           number, (a, b)))
    pieces.sort(key=lambda p: p[0])
    found = set()
    for i, p in enumerate(pieces):
        for q in pieces[i + 1:]:
            if q[0] > p[1]:
                break
            if q[2] > p[3] or q[3] < p[2] or lines[p[4]][0] & lines[q[4]][0]:
                continue
            if cross(p[5], q[5]):
                found.add((min(p[4], q[4]), max(p[4], q[4])))
    return len(found)


def drawn_edges(picture):
    """The lines of a picture: the edges between the same two nodes or bundles are one."""
    node = {v["id"]: f'bundle {v["bundle"]}' if "bundle" in v else v["id"]
            for v in picture["vertices"]}
    lines = {}
    for edge in picture["edges"]:
        if edge.get("path"):
            ends = frozenset((node[edge["source"]], node[edge["target"]]))
            lines[ends] = (ends, flattened(edge["path"]))
    return list(lines.values())


def by_graphviz(engine, picture, lines):
    """How many cross if Graphviz lays out the same boxes."""
    number = {}
    text = "digraph {node [shape=box fixedsize=true label=\"\"]; edge [dir=none];"
    for vertex in picture["vertices"]:
        if "width" not in vertex:
            continue
        name = f'bundle {vertex["bundle"]}' if "bundle" in vertex else vertex["id"]
        if name not in number:
            number[name] = f"n{len(number)}"
            text += f'{number[name]} [width={vertex["width"] / 72} height={vertex["height"] / 72}];'
    for ends, _ in lines:
        a, b = sorted(ends) if len(ends) == 2 else list(ends) * 2
        text += f"{number[a]} -> {number[b]};"
    options = ["-Grankdir=LR"] if engine == "dot" else ["-Goverlap=prism", "-Gsplines=line"]
    out = subprocess.run([engine, *options, "-Tjson"], input=text + "}", capture_output=True,
                         text=True, check=True).stdout
    laid = json.loads(out)
    name = {i: o["name"] for i, o in enumerate(laid["objects"])}
    theirs = []
    for edge in laid.get("edges", []):
        points = [list(map(float, p.removeprefix("e,").removeprefix("s,").split(",")))
                  for p in edge["pos"].split() if not p.startswith(("e,", "s,"))]
        theirs.append((frozenset((name[edge["tail"]], name[edge["head"]])), flattened(points)))
    return crossings(theirs)


def main():
    bad = False
    compare = shutil.which("sfdp") is not None
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            picture = json.load(file)
        lines = drawn_edges(picture)
        over, out, ours = overlaps(picture), outside(picture), crossings(lines)
        words = [f"{len(over)} overlaps", f"{len(out)} outside", f"{ours} crossings"]
        strangers = foreign(picture)
        if "clusters" in picture:
            drawn = sum(cluster["outline"] is not None for cluster in picture["clusters"])
            words.append(f"{len(strangers)} foreign in {drawn} of {len(picture['clusters'])} areas")
        failed = bool(over or out or strangers)
        if compare:
            dot = by_graphviz("dot", picture, lines) if len(lines) < 1500 else None
            sfdp = by_graphviz("sfdp", picture, lines)
            words.append(f"dot {'-' if dot is None else dot}, sfdp {sfdp}")
            failed = failed or (not picture.get("clusters") and ours > min(sfdp, sfdp if dot is None else dot))
        else:
            words.append("graphviz is not installed: crossings are not compared")
        print(f"{path}: {'FAILED: ' if failed else ''}{', '.join(words)}")
        for pair in strangers[:5]:
            print("  foreign:", *pair)
        for pair in over[:5]:
            print("  overlap:", *pair)
        bad = bad or failed
    sys.exit(bad)


if __name__ == "__main__":
    main()
