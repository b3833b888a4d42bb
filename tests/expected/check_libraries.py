#!/usr/bin/python3
"""Compares `actormap rank` with values of NetworkX and igraph: `check_libraries.py PROGRAM`.

make_libraries.py says how they were made: on graphs/, and on published networks that lie beside the
project or nowhere. An empty cell is a vertex for which the library has no value. Every other one is compared to 1e-9,
relative to 1 or to the value if that is larger.
"""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared" / "data"
FILES = {
    "graphs/": sorted(str(p) for p in (ROOT / "graphs").glob("*.json")),
    "attack.edges": SHARED / "networks" / "attack.edges",
    "Gnutella31": SHARED / "gnutella" / "p2p-Gnutella31.e",
}
PATHS = ["betweenness", "closeness", "harmonic"]
TIES = ["clustering", "constraint", "effective-size"]
WALKS = ["eigenvector", "katz", "pagerank", "hub", "authority"]
# Name: network, directed, weighted, measures, and one of how many vertices is kept.
CASES = {
    "libraries-graphs": ("graphs/", False, False, ["degree", "core", *PATHS, *TIES, *WALKS], 1),
    "libraries-graphs-weighted": ("graphs/", False, True, ["strength", *PATHS, *TIES, *WALKS], 1),
    "libraries-graphs-directed": ("graphs/", True, True,
                                  ["strength", "in-degree", "out-degree", "core", *PATHS, *TIES,
                                   "pagerank", "hub", "authority"], 1),
    "libraries-attack": ("attack.edges", False, True,
                         ["degree", "core", "strength", "harmonic", "closeness", "clustering",
                          *WALKS], 43),
    "libraries-gnutella": ("Gnutella31", True, False,
                           ["in-degree", "out-degree", "core", "pagerank", "hub", "authority"], 601),
}
TOLERANCE = 1e-9


def weighted_edges(path, folder):
    """The edges with weights from 1 to 5 that nothing in the network explains."""
    lines = []
    for i, line in enumerate(open(path, encoding="utf-8")):
        a, b = line.split()[:2]
        lines.append(f"{a} {b} {1 + i * 7919 % 5}\n")
    file = pathlib.Path(folder) / "weighted.edges"
    file.write_text("".join(lines), encoding="utf-8")
    return [str(file), "--from", "edges"]


def arguments(network, directed, weighted, folder):
    if network == "graphs/":
        files = [*FILES[network], "--tlp", "clear"]
    else:
        files = weighted_edges(FILES[network], folder)
    weight = "confidence" if network == "graphs/" else "column"
    return files + (["--directed"] if directed else []) + (["--weight", weight] if weighted else [])


def ranked(program, case, folder):
    network, directed, weighted, measures, _ = case
    out = subprocess.run(
        [program, "rank", *arguments(network, directed, weighted, folder), "--by", ",".join(measures),
         "--format", "csv"], check=True, capture_output=True).stdout.decode()
    return {row["id"]: row for row in csv.DictReader(io.StringIO(out))}


def main():
    compared = failed = skipped = 0
    largest = 0.0
    for name, case in CASES.items():
        if case[0] != "graphs/" and not FILES[case[0]].exists():
            print(f"{name}: {case[0]} is not beside the project, nothing is compared")
            skipped += 1
            continue
        with open(HERE / f"{name}.csv", newline="", encoding="utf-8") as file:
            expected = list(csv.DictReader(file))
        with tempfile.TemporaryDirectory() as folder:
            actual = ranked(sys.argv[1], case, folder)
        for row in expected:
            for column, value in row.items():
                if column == "id" or value == "":
                    continue
                ours = float(actual[row["id"]][column.partition(":")[2]])
                apart = abs(ours - float(value)) / max(1, abs(ours))
                largest = max(largest, apart)
                compared += 1
                if apart > TOLERANCE:
                    failed += 1
                    print(f"{name}: {row['id']} {column}: {value} there, {ours!r} here")
    print(f"{compared - failed} values agree, {failed} do not, {skipped} networks are absent; "
          f"the largest difference is {largest:.1e}")
    sys.exit(failed != 0 or compared == 0)


if __name__ == "__main__":
    main()
