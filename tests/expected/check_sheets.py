#!/usr/bin/python3
"""Reads the sheets of APT groups of 2017 by Python's csv, and compares what actormap makes of them: `check_sheets.py PROGRAM`.

Every group, every name with who uses it, every tool, target, operation and overlap, and the links, sheet by sheet, and all of
them in one call; and counts APTmap's node-link JSON, which lies with them, by --columns WORD=NAME. What a column means stands here once more, not in the mapping. Skips where there are no sheets
(../shared/data beside the project, or ACTORMAP_SHARED_DATA).
"""
import collections
import csv
import json
import os
import pathlib
import re
import subprocess
import sys

from country_words import countries, fold

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("ACTORMAP_SHARED_DATA", ROOT.parent / "shared" / "data"))
MAPPING = ROOT / "graphs/mappings/apt-groups-2017.json"
VENDORS = {
    "CrowdStrike": "crowdstrike", "Kaspersky": "kaspersky", "Dell Secure Works": "secureworks", "Mandiant": "mandiant",
    "FireEye": "fireeye", "Symantec": "symantec", "iSight": "isight", "Cisco (VRT/Sourcefire)": "cisco", "Cisco Name": "cisco",
    "Palo Alto Unit 42": "palo-alto", "US-Cert": "us-cert", "Rep. of Korea FSI": "kr-fsi",
}
ORIGINS = {"China": "CN", "Iran": "IR", "North Korea": "KP", "Russia": "RU"}


def items(cell):
    """The parts between commas and semicolons; those in brackets and quotes are put aside first."""
    aside = cell
    for pattern in (r'"[^"]*"', r"“[^”]*”", r"\([^()]*\)"):
        aside = re.sub(pattern, lambda match: "\0" * len(match[0]), aside)
    ends = [match.start() for match in re.finditer("[,;]", aside)] + [len(cell)]
    starts = [0] + [end + 1 for end in ends[:-1]]
    parts = (" ".join(cell[a:b].split()) for a, b in zip(starts, ends))
    return [part for part in parts if part]


def sheet(path, codes):
    """What the sheet holds, as sets of tuples."""
    rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    origin, header = ORIGINS[rows[0][0]], [" ".join(cell.split()) for cell in rows[1]]
    held = {part: set() for part in ("groups", "names", "tools", "targets", "operations", "overlaps", "behind", "links")}
    unnamed = 0
    for row in rows[2:]:
        cells = {name: " ".join(cell.split()) for name, cell in zip(header, row) if name and set(cell.strip()) - {"?"}}
        first = [cells[name] for name in ("Common Name", "Primary Name", "CrowdStrike") if name in cells]
        if not first:
            unnamed += bool(cells)
            continue
        group = first[0]
        held["groups"].add((group, origin))
        for name, cell in cells.items():
            if name in VENDORS:
                held["names"].add((group, cell, VENDORS[name]))
            elif name.startswith("Other Name"):
                held["names"] |= {(group, item, None) for item in items(cell) if item != group}
            elif name == "Toolset / Malware":
                held["tools"] |= {(group, item) for item in items(cell)}
            elif name == "Targets":
                held["targets"] |= {(group, codes.get(fold(item), item)) for item in items(cell)}
            elif name.startswith("Operation"):
                held["operations"] |= {(item, group) for item in items(cell)}
            elif name == "Overlaps to":
                held["overlaps"] |= {(group, item) for item in items(cell)}
            elif name == "IRL":
                held["behind"] |= {(group, item) for item in items(cell)}
            elif name.startswith("Link"):
                held["links"].add((group, cell))
    return held, unnamed


def actormap(program, paths):
    """The same of what the program makes of them."""
    options = ["--columns", f"@{MAPPING}", "-q", *map(str, paths)]
    out = subprocess.run([program, "convert", "-T", "native", "-o", "-", *options], capture_output=True, check=True)
    graph = json.loads(out.stdout)
    info = subprocess.run([program, "info", "--format", "json", *options], capture_output=True, check=True)
    findings = json.loads(info.stdout)["reading"]["findings"]
    for entity in graph["entities"]:
        entity.setdefault("name", entity["id"])
    by_id = {entity["id"]: entity for entity in graph["entities"]}
    for relation in graph["relations"]:
        assert [claim["by"].startswith("file:") for claim in relation["claims"]] == [True] * len(relation["claims"])

    def pairs(kind, type_from, type_to):
        chosen = set()
        for relation in graph["relations"]:
            one, other = by_id[relation["from"]], by_id[relation["to"]]
            if relation["type"] == kind and one["type"] == type_from and other["type"] in type_to:
                chosen.add((one["name"], other.get("country", other["name"])))
        return chosen

    groups = [entity for entity in graph["entities"] if entity["type"] == "intrusion-set"]
    origins = pairs("originates-from", "intrusion-set", {"location"})
    return {
        "groups": origins,
        "names": {(g["name"], name["name"], name.get("by")) for g in groups for name in g.get("names", [])},
        "tools": pairs("uses", "intrusion-set", {"malware"}),
        "targets": pairs("targets", "intrusion-set", {"identity", "location"}),
        "operations": pairs("attributed-to", "campaign", {"intrusion-set"}),
        "overlaps": pairs("related-to", "intrusion-set", {"intrusion-set"}),
        "behind": pairs("attributed-to", "intrusion-set", {"identity"}),
        "links": {(g["name"], link) for g in groups for link in g.get("links", [])},
    }, findings.get("unnamed-row", {"count": 0})["count"]


def aptmap(program):
    """Whether `info` counts of APTmap's JSON what stands in it."""
    path = DATA / "csv/aptmap-node-link.json"
    graph = json.loads(path.read_text(encoding="utf-8"))
    types = collections.Counter(node["group"] for node in graph["nodes"])
    pairs = {(link["source"], link["target"]) for link in graph["links"]}
    out = subprocess.run([program, "info", "--format", "json", "-q", "--columns", "type=group,weight=value", path],
                         capture_output=True, check=True)
    info = json.loads(out.stdout)
    equal = info["entities"]["by_type"] == types and info["relations"]["by_type"] == {"related-to": len(pairs)}
    print(f"{path.name}: {types.total()} entities, {len(pairs)} relations: {'equal' if equal else 'other'}")
    return equal


def main():
    paths = sorted((DATA / "csv").glob("apt_*.csv"))
    if not paths:
        print(f"skipped: no sheets in {DATA / 'csv'}")
        return
    codes = countries(DATA / "misp-galaxy")
    sheets = [([path], *sheet(path, codes)) for path in paths]
    parts = sheets[0][1].keys()
    whole = {part: set().union(*(held[part] for _, held, _ in sheets)) for part in parts}
    failed = 0
    for files, counted, unnamed in [*sheets, (paths, whole, sum(number for _, _, number in sheets))]:
        found, without_name = actormap(sys.argv[1], files)
        name = files[0].name if len(files) == 1 else "all of them"
        print(f"{name}: " + ", ".join(f"{len(counted[part])} {part}" for part in parts) + f", {unnamed} rows without a name")
        if unnamed != without_name:
            failed += 1
            print(f"    rows without a name: actormap {without_name}")
        for part in parts:
            if counted[part] != found[part]:
                failed += 1
                print(f"    {part}: counted {counted[part] - found[part]}, actormap {found[part] - counted[part]}")
    failed += not aptmap(sys.argv[1])
    print(f"{failed} differences")
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
