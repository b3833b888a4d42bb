#!/usr/bin/python3
"""Makes the values of NetworkX and igraph that check_libraries.py compares with: `make_libraries.py PROGRAM`.

Needs Debian's python3-networkx, python3-igraph, python3-numpy and python3-scipy, and the published
networks beside the project. bench/agreement.py says how each library is asked. Run by hand when graphs/ change or
a measure is added. Of the published networks some vertices are kept: enough to notice, little to store.
"""
import csv
import math
import sys
import tempfile

from check_libraries import CASES, HERE

sys.path.insert(0, str(HERE.parents[1] / "bench"))
import agreement  # noqa: E402


def columns(case, measures):
    radius = agreement.radius(case)
    for measure in measures:
        for library, values in (("networkx", agreement.networkx_values),
                                ("igraph", agreement.igraph_values)):
            found = values(case, measure, 0.9 / radius if radius else 0)
            if found is not None:
                yield f"{library}:{measure}", found


def main():
    for name, (network, directed, weighted, measures, step) in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            case = agreement.Case(sys.argv[1], network, agreement.NETWORKS[network], directed,
                                  weighted, folder)
            found = dict(columns(case, measures))
        with open(HERE / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["id", *found])
            for i in range(0, len(case.ids), step):
                cells = [values[i] for values in found.values()]
                writer.writerow([case.ids[i], *("" if math.isnan(c) or math.isinf(c)
                                                else repr(float(c)) for c in cells)])
        print(f"{name}: {len(found)} columns")


if __name__ == "__main__":
    main()
