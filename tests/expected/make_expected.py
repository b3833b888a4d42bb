#!/usr/bin/python3
"""Makes the values that check.py compares with: `make_expected.py PROGRAM`.

Needs Debian's python3-networkx, python3-numpy and python3-scipy. Each network is the one that `actormap draw -T json` writes; the values are
NetworkX's own, harmonic centrality divided by n - 1. Run by hand when graphs/ changes; review the difference.
"""
import csv
import json
import subprocess
import sys

import networkx as nx

from check import GRAPHS, HERE, LENSES


def network(program, lens):
    out = subprocess.run([program, "draw", *GRAPHS, "-T", "json", *lens], check=True,
                         capture_output=True).stdout
    data = json.loads(out)
    graph = nx.Graph()
    graph.add_nodes_from(v["id"] for v in data["vertices"])
    graph.add_edges_from((e["source"], e["target"]) for e in data["edges"])
    assert graph.number_of_edges() == len(data["edges"])
    return graph


def measures(graph):
    n = len(graph)
    harmonic = nx.harmonic_centrality(graph)
    return {
        "degree": nx.degree_centrality(graph),
        "betweenness": nx.betweenness_centrality(graph),
        "closeness": nx.closeness_centrality(graph),
        "harmonic": {v: h / (n - 1) for v, h in harmonic.items()},
        "pagerank": nx.pagerank(graph, tol=1e-15, max_iter=10_000),
        "core": nx.core_number(graph),
    }


def main():
    for name, lens in LENSES.items():
        graph = network(sys.argv[1], lens)
        values = measures(graph)
        with open(HERE / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["id", *values])
            for vertex in sorted(graph):
                writer.writerow([vertex, *(repr(float(v[vertex])) for v in values.values())])
        print(f"{name}: {len(graph)} vertices, {graph.number_of_edges()} edges, "
              f"networkx {nx.__version__}")


if __name__ == "__main__":
    main()
