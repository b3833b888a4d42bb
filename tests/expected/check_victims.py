#!/usr/bin/python3
"""Counts how many actors are said to target each country, and compares `rank`: `check_victims.py PROGRAM`.

From MISP's clusters: an actor targets the countries that its fields of victims and its `related` name. ATT&CK's
enterprise file names none. Actors that `--merge names` unites count once: which those are, `info` tells, all else is
counted without actormap. Skips where there is no data.
"""
import collections
import csv
import io
import json
import subprocess
import sys

from count_published import DATA
from country_words import countries
from misp_counts import Clusters

FIRST = 10


def ask(*arguments):
    return subprocess.run([sys.argv[1], *map(str, arguments)], capture_output=True, check=True).stdout.decode()


def main():
    if not (DATA / "misp-galaxy").is_dir():
        print(f"skipped: no published data in {DATA}")
        return
    clusters = sorted((DATA / "misp-galaxy").glob("*.json"))
    files = [*clusters, *sorted((DATA / "attack").glob("enterprise*.json"))]
    united = {}
    merge = json.loads(ask("info", *files, "--merge", "names", "--format", "json"))["merge"]
    for union in merge["unions"]:
        for part in union["parts"]:
            united[part["id"]] = union["id"]
    codes = countries(DATA / "misp-galaxy")
    actors = collections.defaultdict(set)
    for (kind, uuid, *_), relation, (to, code, *_) in Clusters(clusters, codes).relations:
        if relation == "targets" and to == "location" and len(code) == 2:
            actors[code].add(united.get(f"{kind}--{uuid}", f"{kind}--{uuid}"))
    rows = list(csv.DictReader(io.StringIO(ask(
        "rank", *files, "--merge", "names", "--relation", "targets", "--roll-up", "victims:country",
        "--of", "location", "--by", "in-degree", "--directed", "--raw", "--format", "csv"))))
    theirs = {codes[row["name"].casefold()]: int(row["in-degree"])
              for row in rows if row["name"].casefold() in codes}
    mine = sorted(actors, key=lambda code: (-len(actors[code]), code))
    least = len(actors[mine[FIRST - 1]])
    failed = 0
    for code in sorted(actors.keys() | theirs.keys(), key=lambda code: (-len(actors[code]), code)):
        equal = len(actors[code]) == theirs.get(code, 0)
        failed += not equal
        if not equal or len(actors[code]) >= least:
            print(f"{code}: counted {len(actors[code])}, actormap {theirs.get(code, 0)}{'' if equal else ': other'}")
    print(f"{len(theirs)} countries, {failed} other")
    sys.exit(failed != 0 or len(theirs) < 50)


if __name__ == "__main__":
    main()
