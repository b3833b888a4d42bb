#!/usr/bin/python3
"""Counts what the published datasets hold, without actormap, and compares `info`: `count_published.py PROGRAM`.

From the files by plain json, and the formats as docs/formats.md tells them. Every number of `entities`,
`relations` and `reading` is compared, for each file alone and for all of MISP's in one call. Skips where there is no data
(../shared/data beside the project, or ACTORMAP_SHARED_DATA).
"""
import collections
import json
import os
import pathlib
import subprocess
import sys

from country_words import countries, fold
from misp_counts import misp_counts
from stix_words import COMMON, PROPERTIES, TLP

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("ACTORMAP_SHARED_DATA", ROOT.parent / "shared" / "data"))
Counter = collections.Counter


def references(thing):
    """Top-level members that refer to other objects: (id of the other, whether it is an end of a relationship)."""
    for name, value in thing.items():
        if name.endswith("_ref"):
            yield value
        elif name.endswith("_refs"):
            yield from value


def stix_counts(path, codes):
    things = json.loads(path.read_text())["objects"]
    # Of an id given twice the latest version counts. ISO timestamps of one form compare as text.
    versions = collections.defaultdict(list)
    for thing in things:
        versions[thing["id"]].append(thing)
    things = [max(of_id, key=lambda t: t.get("modified", "")) for of_id in versions.values()]
    entities = [t for t in things if t["type"] != "relationship"]
    relationships = [t for t in things if t["type"] == "relationship"]
    sightings = [t for t in things if t["type"] == "sighting"]
    relations = Counter(r["relationship_type"] for r in relationships)
    if sightings:
        relations["sighting-of"] = len(sightings)
        relations["where-sighted"] = sum(len(s.get("where_sighted_refs", [])) for s in sightings)
    known = versions.keys() | TLP
    lost = [r for t in things for r in references(t) if r not in known]
    empty = [r for r in lost if not r]
    unknown = Counter(t["type"] for t in things if t["type"] not in PROPERTIES)
    undated = sum(not {"start_time", "stop_time"} & r.keys() for r in relationships) + sum(
        (1 + len(s.get("where_sighted_refs", []))) * (not {"first_seen", "last_seen"} & s.keys()) for s in sightings)
    findings = {
        "dangling-reference": len(lost) - len(empty),
        "uninterpreted-value": len(empty),
        "self-reference": sum(r["source_ref"] == r["target_ref"] for r in relationships),
        "unknown-type": sum(unknown.values()),
        "unknown-property": sum(name not in COMMON and name not in PROPERTIES[t["type"]] and not name.startswith("x_")
                                for t in things if t["type"] in PROPERTIES for name in t),
        "unresolved-country": sum("country" in t and fold(t["country"]) not in codes
                                  for t in things if t["type"] == "location"),
    }
    return {
        "entities": {"total": len(entities), "by_type": Counter(e["type"] for e in entities)},
        "relations": {"total": relations.total(), "by_type": relations, "undated": undated},
        "reading": {
            "objects": Counter(t["type"] for t in things),
            "unknown_types": unknown,
            "revoked": sum(t.get("revoked") is True for t in things),
            "deprecated": sum(t.get("x_mitre_deprecated") is True for t in things),
            "dangling": findings["dangling-reference"],
            "duplicates": sum(len(of_id) - 1 for of_id in versions.values()),
            "conflicts": 0, "unclaimed": 0, "unreadable": 0,
            "undefined_entities": len({r[k] for r in relationships for k in ("source_ref", "target_ref")} - known),
            "findings": {kind: count for kind, count in findings.items() if count},
        },
    }


def differences(mine, theirs, at=""):
    for name in sorted(mine.keys() | theirs.keys()):
        place, a, b = f"{at}.{name}" if at else name, mine.get(name, 0), theirs.get(name, 0)
        if isinstance(a, dict) or isinstance(b, dict):
            yield from differences(a or {}, b or {}, place)
        elif a != b:
            yield f"{place}: counted {a}, actormap {b}"


def compare(program, name, paths, counted):
    out = subprocess.run([program, "info", "--format", "json", *map(str, paths)], capture_output=True, check=True)
    answer = json.loads(out.stdout)
    reading = answer["reading"]
    reading["findings"] = {kind: finding["count"] for kind, finding in reading["findings"].items()}
    found = list(differences(counted, {part: answer[part] for part in counted}))
    print(f"{name}: {counted['entities']['total']} entities, {counted['relations']['total']} relations, "
          f"{counted['reading']['dangling']} dangling: {'other' if found else 'equal'}")
    for difference in found:
        print(f"    {difference}")
    return not found


def main():
    if not (DATA / "misp-galaxy").is_dir():
        print(f"skipped: no published data in {DATA}")
        return
    codes = countries(DATA / "misp-galaxy")
    equal = []
    for folder in ("attack", "stix-examples", "opencti"):
        for path in sorted((DATA / folder).glob("*.json")):
            counted = stix_counts(path, codes)
            equal.append(compare(sys.argv[1], f"{folder}/{path.name}", [path], counted))
    clusters = sorted((DATA / "misp-galaxy").glob("*.json"))
    for paths in [*([path] for path in clusters), clusters]:
        name = paths[0].name if len(paths) == 1 else "*.json"
        equal.append(compare(sys.argv[1], f"misp-galaxy/{name}", paths, misp_counts(paths, codes)))
    print(f"{sum(equal)} passed, {len(equal) - sum(equal)} failed")
    sys.exit(not all(equal) or len(equal) < 20)


if __name__ == "__main__":
    main()
