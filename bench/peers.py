#!/usr/bin/python3
"""Times a kernel of a peer's Python module alone, for bench/compare: `peers.py PEER TASK FILE [OPTION...]`.

Answers as the C++ programs do (runner.hpp; docs/benchmarks.md, "A peer"): one line of JSON, exit code 3 if the peer is not
installed or has no such kernel. Values are converted to the definitions of docs/measures.md outside the time.
"""
import argparse
import ctypes
import gc
import json
import math
import random
import sys
import time
import warnings

ENOUGH = 0.2  # seconds of calls, of which the quickest counts


class Missing(Exception):
    pass


def memory(field):
    with open("/proc/self/status", encoding="ascii") as status:
        return next(1024 * int(line.split()[1]) for line in status if line.startswith(field))


def timed(work):
    """The least CPU and wall seconds, how many calls there were, and the last result."""
    calls, spent, cpu, wall, result = 0, 0.0, math.inf, math.inf, None
    while calls == 0 or spent < ENOUGH:
        result = None  # of the call before: to free it is no part of this one
        used, start = time.process_time(), time.perf_counter()
        result = work()
        once = time.perf_counter() - start
        cpu, wall = min(cpu, time.process_time() - used), min(wall, once)
        calls, spent = calls + 1, spent + once
    return {"cpu": cpu, "wall": wall, "calls": calls}, result


def closeness_by_components(values, labels):
    """From the reciprocal mean distance in each component to ours: times the share of vertices in reach."""
    import numpy
    labels = numpy.asarray(labels)
    others = numpy.bincount(labels)[labels] - 1
    return numpy.where(others > 0, numpy.nan_to_num(values) * others / (len(labels) - 1), 0)


class Igraph:
    def __init__(self):
        import igraph
        random.seed(0)  # which igraph draws from
        self.module, self.version = igraph, igraph.__version__

    def load(self, ask):
        self.graph = self.module.Graph.Read_Edgelist(ask.file, directed=ask.directed)

    def kernel(self, ask):
        graph = self.graph
        return {
            "betweenness": graph.betweenness,
            "closeness": lambda: graph.closeness(mode="in"),
            "harmonic": lambda: graph.harmonic_centrality(mode="in"),
            "pagerank": graph.pagerank,
            "core": lambda: graph.coreness(mode="all"),
            "components": lambda: graph.connected_components().membership,
            "leiden": lambda: self.leiden(ask),
        }.get(ask.task)

    def leiden(self, ask):
        random.seed(ask.seed)  # each call is the same work
        return self.graph.community_leiden(objective_function="modularity",
                                           n_iterations=ask.iterations or -1).membership

    def values(self, ask, result):
        if ask.task == "closeness":
            return closeness_by_components(result, self.graph.connected_components().membership)
        return result

    def read(self, ask):
        return self.module.Graph.Read_Ncol(ask.file, directed=ask.directed, weights=False)

    def read_numbers(self, ask):
        """Of a list whose vertices are numbers: no names are kept, which is less work."""
        return self.module.Graph.Read_Edgelist(ask.file, directed=ask.directed)

    def worlds(self, ask):
        """The mean betweenness over worlds: FILE has the chance of each edge in a third column."""
        import numpy
        rows = numpy.loadtxt(ask.file)
        graph = self.module.Graph(n=int(rows[:, :2].max()) + 1, edges=rows[:, :2].astype(int).tolist())
        chance = numpy.random.default_rng(0)
        total = numpy.zeros(graph.vcount())
        for _ in range(ask.iterations):
            held = numpy.flatnonzero(chance.random(len(rows)) < rows[:, 2]).tolist()
            total += graph.subgraph_edges(held, delete_vertices=False).betweenness()
        return total / ask.iterations


class GraphTool:
    def __init__(self):
        warnings.filterwarnings("ignore")  # of drawing, which nobody asks for
        import graph_tool
        from graph_tool import centrality, topology
        self.module, self.version = graph_tool, graph_tool.__version__.split()[0]
        self.centrality, self.topology = centrality, topology

    def load(self, ask):
        import numpy
        edges = numpy.fromfile(ask.file, dtype=numpy.int64, sep=" ").reshape(-1, 2)
        self.graph = self.module.Graph(directed=ask.directed)
        self.graph.add_edge_list(edges)

    def kernel(self, ask):
        graph, centrality, topology = self.graph, self.centrality, self.topology
        return {
            "betweenness": lambda: centrality.betweenness(graph, norm=False)[0],
            "closeness": lambda: centrality.closeness(graph),
            "harmonic": lambda: centrality.closeness(graph, harmonic=True),
            "pagerank": lambda: centrality.pagerank(graph, epsilon=ask.tolerance),
            "core": lambda: topology.kcore_decomposition(graph),
            "components": lambda: topology.label_components(graph)[0],
        }.get(ask.task)

    def values(self, ask, result):
        values = result.a.copy()  # the array is a view of the map, which must live as long
        if ask.task == "closeness":
            parts = self.topology.label_components(self.graph)[0]
            return closeness_by_components(values, parts.a.copy())
        return values

    def read(self, ask):
        return self.module.load_graph_from_csv(ask.file, directed=ask.directed,
                                               csv_options={"delimiter": " "})


class NetworkX:
    def __init__(self):
        import networkx
        self.module, self.version = networkx, networkx.__version__

    def load(self, ask):
        kind = self.module.DiGraph if ask.directed else self.module.Graph
        with open(ask.file, encoding="ascii") as file:
            edges = [tuple(map(int, line.split())) for line in file]
        self.graph = kind()
        self.graph.add_nodes_from(range(max(map(max, edges)) + 1))
        self.graph.add_edges_from(edges)

    def kernel(self, ask):
        graph, nx = self.graph, self.module
        return {
            "betweenness": lambda: nx.betweenness_centrality(graph, normalized=False),
            "closeness": lambda: nx.closeness_centrality(graph),
            "harmonic": lambda: nx.harmonic_centrality(graph),
            # It compares the L1 change with n times the tolerance.
            "pagerank": lambda: nx.pagerank(graph, tol=ask.tolerance / len(graph), max_iter=10_000),
            "core": lambda: nx.core_number(graph),
            "components": lambda: list(nx.connected_components(graph)),
        }.get(ask.task)

    def values(self, ask, result):
        if ask.task == "components":
            result = {v: number for number, part in enumerate(result) for v in part}
        values = [result[v] for v in range(len(self.graph))]
        if ask.task == "harmonic":
            return [value / (len(values) - 1) for value in values]
        return values

    def read(self, ask):
        kind = self.module.DiGraph if ask.directed else self.module.Graph
        return self.module.read_edgelist(ask.file, create_using=kind, data=False)


PEERS = {"igraph": Igraph, "graph-tool": GraphTool, "networkx": NetworkX}


def run(ask):
    try:
        peer = PEERS[ask.peer]()
        import numpy
    except ImportError as error:
        raise Missing(f"{ask.peer} cannot be used: {error}") from error
    version = {"version": peer.version}
    if ask.task == "version":
        return version
    gc.collect()
    before = memory("VmRSS")
    if ask.task in ("read", "read-numbers", "worlds"):
        whole = getattr(peer, ask.task.replace("-", "_"), None)
        if whole is None:
            raise Missing(f"{ask.peer} is not asked for {ask.task}")
        times, result = timed(lambda: whole(ask))
        if ask.values and ask.task == "worlds":
            numpy.asarray(result, dtype=float).tofile(ask.values)
        return {**times, **version, "graph": 0, "peak": memory("VmHWM") - before}

    peer.load(ask)
    gc.collect()
    ctypes.CDLL("libc.so.6").malloc_trim(0)
    graph = memory("VmRSS") - before
    with open("/proc/self/clear_refs", "w", encoding="ascii") as file:
        file.write("5")  # the maximum counts anew
    if ask.task == "load":
        return {"cpu": 0, "wall": 0, "calls": 0, **version, "graph": graph, "peak": 0}
    kernel = peer.kernel(ask)
    if kernel is None:
        raise Missing(f"{ask.peer} has no {ask.task}")
    times, result = timed(kernel)
    peak = memory("VmHWM") - before
    if ask.values:
        numpy.asarray(peer.values(ask, result), dtype=float).tofile(ask.values)
    return {**times, **version, "graph": graph, "peak": peak}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("task")
    parser.add_argument("file")
    parser.add_argument("--directed", action="store_true")
    parser.add_argument("--tolerance", type=float, default=1e-10, help="of PageRank: the L1 change")
    parser.add_argument("--seed", type=int, default=0, help="of Leiden")
    parser.add_argument("--iterations", type=int, default=0, help="of Leiden; 0: until stable. Worlds")
    parser.add_argument("--values", help="where to write the values: doubles, by vertex")
    try:
        print(json.dumps(run(parser.parse_args())))
    except Missing as missing:
        print(missing, file=sys.stderr)
        sys.exit(3)


if __name__ == "__main__":
    main()
