#!/usr/bin/python3
"""How long the whole command takes beside NetworkX and igraph: `rank.py PROGRAM EDGES [RUNS]`.

EDGES is a whitespace edge list. Times are wall seconds, the median of RUNS (3), all in one run on one thread; the
program's include starting, reading and writing, the others' their kernel alone. The largest difference of values
is printed beside the ratio. Needs Debian's python3-networkx, python3-numpy, python3-scipy and python3-igraph;
what is not there is left out.
"""
import csv
import io
import statistics
import subprocess
import sys
import time


def timed(work, runs):
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), result


def ours(program, path, measure):
    out = subprocess.run([program, "rank", path, "--by", measure, "--format", "csv", "-q"],
                         check=True, capture_output=True).stdout.decode()
    return {row["id"]: float(row[measure]) for row in csv.DictReader(io.StringIO(out))}


def networkx_kernels(edges):
    import networkx as nx
    graph = nx.Graph(edges)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    n = len(graph)
    yield "betweenness", lambda: nx.betweenness_centrality(graph)
    yield "harmonic", lambda: {v: h / (n - 1) for v, h in nx.harmonic_centrality(graph).items()}
    yield "pagerank", lambda: nx.pagerank(graph, tol=1e-12 / n, max_iter=10_000)


def igraph_kernels(edges):
    import igraph
    graph = igraph.Graph.TupleList(edges).simplify()
    n = graph.vcount()
    names = graph.vs["name"]
    pairs = (n - 1) * (n - 2) / 2
    yield "betweenness", lambda: dict(zip(names, [b / pairs for b in graph.betweenness()]))
    yield "harmonic", lambda: dict(zip(names, graph.harmonic_centrality()))
    yield "pagerank", lambda: dict(zip(names, graph.pagerank()))


def main():
    program, path = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    with open(path, encoding="utf-8") as file:
        edges = [tuple(line.split()[:2]) for line in file if line.strip() and line[0] not in "#%"]
    print(f"{'measure':12} {'peer':9} {'peer s':>8} {'ours s':>8} {'ratio':>6} {'difference':>11}")
    for peer, kernels in (("networkx", networkx_kernels), ("igraph", igraph_kernels)):
        try:
            for measure, kernel in kernels(edges):
                their_time, theirs = timed(kernel, runs)
                our_time, values = timed(lambda: ours(program, path, measure), runs)
                largest = max(abs(values[v] - theirs[v]) for v in theirs)
                print(f"{measure:12} {peer:9} {their_time:8.3f} {our_time:8.3f} "
                      f"{their_time / our_time:6.1f} {largest:11.1e}")
        except ImportError:
            print(f"{peer} is not installed and left out")


if __name__ == "__main__":
    main()
