#!/usr/bin/python3
"""Compares `actormap rank` on graphs/ with NetworkX's values: `check.py PROGRAM`.

make_expected.py says how the values were made. Every row, every measure, to 1e-9.
"""
import csv
import io
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
GRAPHS = sorted(str(p) for p in (HERE.parents[1] / "graphs").glob("*.json"))
LENSES = {
    "all": [],
    "as-of-2021-03-17": ["--as-of", "2021-03-17"],
    "without-press": ["--without", "press"],
    "victims-country": ["--roll-up", "victims:country"],
}
TOLERANCE = 1e-9


def main():
    rows = failed = 0
    largest = 0.0
    for name, lens in LENSES.items():
        with open(HERE / f"{name}.csv", newline="", encoding="utf-8") as file:
            expected = {row["id"]: row for row in csv.DictReader(file)}
        measures = [m for m in next(iter(expected.values())) if m != "id"]
        out = subprocess.run(
            [sys.argv[1], "rank", *GRAPHS, "--by", ",".join(measures), "--format", "csv",
             "--tlp", "clear", *lens], check=True, capture_output=True).stdout.decode()
        actual = {row["id"]: row for row in csv.DictReader(io.StringIO(out))}
        if actual.keys() != expected.keys():
            sys.exit(f"{name}: other entities: {sorted(actual.keys() ^ expected.keys())}; "
                     "if graphs/ changed, run make_expected.py")
        for entity, row in expected.items():
            for measure in measures:
                difference = abs(float(row[measure]) - float(actual[entity][measure]))
                largest = max(largest, difference)
                rows += 1
                if difference > TOLERANCE:
                    failed += 1
                    print(f"{name}: {entity} {measure}: NetworkX has {row[measure]}, "
                          f"actormap {actual[entity][measure]}")
    print(f"{rows - failed} passed, {failed} failed; the largest difference is {largest:.1e}")
    sys.exit(failed != 0 or rows == 0)


if __name__ == "__main__":
    main()
