#!/usr/bin/python3
"""How far `actormap rank` is from NetworkX and igraph: `bench/agreement.py PROGRAM [NETWORK...]`.

Needs Debian's python3-networkx, python3-igraph, python3-numpy and python3-scipy, and the published
networks beside the project. Each network is measured four times: undirected and directed, unweighted
and weighted. Prints a Markdown table of the largest differences: absolute for values in [0, 1], relative to the
larger value otherwise. docs/agreement.md holds the last one. Where a definition differs, the other's values are
converted first, as docs/measures.md says; what a library does not have, or would take hours for, is a dash. For the
larger networks NetworkX is asked for constraint, effective size, and on Gnutella31 closeness and harmonic
centrality, of some sixty vertices alone; weighted, Gnutella31 is not asked for measures of paths.
"""
import csv
import io
import json
import math
import pathlib
import subprocess
import sys
import tempfile

import igraph
import networkx as nx
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"
GRAPHS = sorted(str(p) for p in (ROOT / "graphs").glob("*.json"))
NETWORKS = {
    "graphs/": None,
    "attack.edges": SHARED / "networks" / "attack.edges",
    "Gnutella31": SHARED / "gnutella" / "p2p-Gnutella31.e",
}
MEASURES = ["degree", "in-degree", "out-degree", "strength", "betweenness", "closeness", "harmonic",
            "eigenvector", "katz", "pagerank", "hub", "authority", "core", "clustering", "constraint",
            "effective-size"]


PATHS = {"betweenness", "closeness", "harmonic"}  # a long search from each vertex, if weighted


class Case:
    def __init__(self, program, name, path, directed, weighted, folder):
        self.name, self.directed, self.weighted = name, directed, weighted
        self.large = name == "Gnutella31"
        kind = nx.DiGraph if directed else nx.Graph
        self.graph = kind()
        if path is None:
            out = subprocess.run([program, "draw", *GRAPHS, "-T", "json", "--tlp", "clear"],
                                 check=True, capture_output=True).stdout
            data = json.loads(out)
            self.graph.add_nodes_from(v["id"] for v in data["vertices"])
            for relation in (r for e in data["edges"] for r in e["relations"]):
                self.add_surest(relation, weighted)
            self.arguments = [*GRAPHS, "--tlp", "clear"]
            weight = "confidence"
        else:
            # Weights that no pattern of the network explains, and many of them alike.
            lines = []
            for i, line in enumerate(open(path, encoding="utf-8")):
                a, b = line.split()[:2]
                lines.append((a, b, float(1 + i * 7919 % 5)))
                if directed or not self.graph.has_edge(a, b):
                    self.add(a, b, lines[-1][2] if weighted else 1.0)
                elif weighted:
                    self.add(a, b, self.graph[a][b]["weight"] + lines[-1][2])
            file = pathlib.Path(folder) / "weighted.edges"
            file.write_text("".join(f"{a} {b} {w}\n" for a, b, w in lines))
            self.arguments = [str(file), "--from", "edges"]
            weight = "column"
        self.arguments += (["--directed"] if directed else []) + \
            (["--weight", weight] if weighted else [])
        # The lengths in a unit in which all are whole: NetworkX compares sums of them exactly, so that
        # in others the last bit decides which path is the shortest.
        hundredths = {round(100 * d["weight"]) for _, _, d in self.graph.edges(data=True)}
        unit = math.lcm(*hundredths)
        for _, _, d in self.graph.edges(data=True):
            d["whole"] = unit // round(100 * d["weight"])
        self.ids = sorted(self.graph)
        index = {v: i for i, v in enumerate(self.ids)}
        self.igraph = igraph.Graph(n=len(self.ids), directed=directed,
                                   edges=[(index[a], index[b]) for a, b in self.graph.edges])
        self.weights = [d["weight"] for _, _, d in self.graph.edges(data=True)]
        self.distances = [1 / w if w > 0 else math.inf for w in self.weights]

    def add(self, a, b, weight):
        if a != b:
            self.graph.add_edge(a, b, weight=weight,
                                distance=1 / weight if weight > 0 else math.inf)

    def add_surest(self, relation, weighted):
        """Of parallel relations the highest confidence that one states, else 50."""
        a, b, stated = relation["from"], relation["to"], relation["confidence"]
        if self.graph.has_edge(a, b):
            known = self.graph[a][b]["stated"]
            stated = max((c for c in (known, stated) if c is not None), default=None)
        self.add(a, b, (50 if stated is None else stated) / 100 if weighted else 1.0)
        self.graph[a][b]["stated"] = stated

    def ours(self, program, measure, *options):
        out = subprocess.run([program, "rank", *self.arguments, "--by", measure, "--format", "csv",
                              "--threads", "2", *options], capture_output=True, text=True)
        if out.returncode != 0:
            return out.stderr.strip().splitlines()[-1]
        rows = {row["id"]: row[measure] for row in csv.DictReader(io.StringIO(out.stdout))}
        return np.array([float(rows[v]) if rows[v] else math.nan for v in self.ids])

    def sampled(self, values):
        """Infinite where the library was not asked, since it would take hours for all."""
        return np.array([values.get(v, math.inf) for v in self.ids], dtype=float)

    def array(self, values):
        return np.array([values[v] for v in self.ids], dtype=float)


def radius(case):
    import scipy.sparse.linalg as sl
    matrix = nx.to_scipy_sparse_array(case.graph, nodelist=case.ids, weight="weight", dtype=float)
    if case.directed and nx.is_directed_acyclic_graph(case.graph):
        return 0
    return max(abs(sl.eigs(matrix, k=1, which="LM", return_eigenvectors=False, tol=1e-12)))


def networkx_values(case, measure, alpha):
    g, weight = case.graph, "weight" if case.weighted else None
    distance = "distance" if case.weighted else None
    n = len(g)
    sample = case.ids if n < 1000 else case.ids[::n // 60]
    if case.large and measure == "betweenness":
        return None
    if case.large and measure == "closeness":
        return case.sampled({v: nx.closeness_centrality(g, u=v, distance=distance) for v in sample})
    if case.large and measure == "harmonic":  # whose own function searches from all vertices for any sample
        back = g.reverse(copy=False) if case.directed else g
        return case.sampled({v: sum(1 / d for d in nx.single_source_shortest_path_length(back, v).values() if d)
                             / (n - 1) for v in sample})
    if measure == "degree":
        return case.array(nx.degree_centrality(g))
    if measure == "in-degree":
        return case.array(nx.in_degree_centrality(g)) if case.directed else None
    if measure == "out-degree":
        return case.array(nx.out_degree_centrality(g)) if case.directed else None
    if measure == "strength":
        return case.array(dict(g.degree(weight="weight")))
    if measure == "betweenness":
        return case.array(nx.betweenness_centrality(g, weight="whole" if case.weighted else None))
    if measure == "closeness":
        return case.array(nx.closeness_centrality(g, distance=distance))
    if measure == "harmonic":
        return case.array(nx.harmonic_centrality(g, distance=distance)) / (n - 1)
    if measure == "eigenvector":
        return case.array(nx.eigenvector_centrality(g, max_iter=20000, tol=1e-13 / n, weight=weight))
    if measure == "katz":
        return case.array(nx.katz_centrality(g, alpha=alpha, max_iter=20000, tol=1e-16,
                                             weight=weight))
    if measure == "pagerank":
        return case.array(nx.pagerank(g, tol=1e-14 / n, max_iter=10000, weight=weight))
    if measure in ("hub", "authority"):
        if case.weighted:
            hubs, authorities = nx.hits(g, max_iter=10000, tol=1e-15)
        else:
            plain = nx.DiGraph() if case.directed else nx.Graph()
            plain.add_nodes_from(case.ids)
            plain.add_edges_from(g.edges)
            hubs, authorities = nx.hits(plain, max_iter=10000, tol=1e-15)
        return case.array(hubs if measure == "hub" else authorities)
    if measure == "core":
        return case.array(nx.core_number(g))
    if measure == "clustering":
        return case.array(nx.clustering(g, weight=weight))
    if measure == "constraint":
        return case.sampled(nx.constraint(g, nodes=sample, weight=weight))
    if measure == "effective-size":
        return case.sampled(nx.effective_size(g, nodes=sample, weight=weight))
    return None


def igraph_values(case, measure, _):
    g, n = case.igraph, len(case.ids)
    weights = case.weights if case.weighted else None
    distances = case.distances if case.weighted else None
    if measure == "degree":
        return np.array(g.degree()) / (n - 1)
    if measure == "in-degree":
        return np.array(g.degree(mode="in")) / (n - 1)
    if measure == "out-degree":
        return np.array(g.degree(mode="out")) / (n - 1)
    if measure == "strength":
        return np.array(g.strength(weights=case.weights))
    if measure == "betweenness":
        return np.array(g.betweenness(weights=distances)) / \
            ((n - 1) * (n - 2) / (1 if case.directed else 2))
    if measure == "closeness":
        raw = np.array(g.closeness(mode="in", weights=distances, normalized=True), dtype=float)
        reach = np.array(g.neighborhood_size(order=n, mode="in")) - 1
        return np.where(reach > 0, np.nan_to_num(raw) * reach / (n - 1), 0.0)
    if measure == "harmonic":
        return np.array(g.harmonic_centrality(mode="in", weights=distances))
    if measure == "eigenvector":
        values = np.array(g.eigenvector_centrality(scale=False, weights=weights))
        return values / np.linalg.norm(values)
    if measure == "pagerank":
        return np.array(g.pagerank(weights=weights))
    if measure in ("hub", "authority"):
        score = g.hub_score if measure == "hub" else g.authority_score
        values = np.array(score(scale=True, weights=weights))
        return values / values.sum()
    if measure == "core":
        return np.array(g.coreness(mode="all"))
    if measure == "clustering" and not case.weighted and not case.directed:
        return np.array(g.transitivity_local_undirected(mode="zero"))
    if measure == "constraint":
        return np.array(g.constraint(weights=weights), dtype=float)
    return None


def difference(ours, theirs):
    """The largest; where one has no value the other may have none either."""
    if theirs is None:
        return "–"
    asked = ~np.isposinf(theirs)
    ours, theirs = ours[asked], theirs[asked]
    ours_alone = np.isnan(theirs) & ~np.isnan(ours)
    if (np.isnan(ours) & ~np.isnan(theirs)).any():
        return f"ours undefined for {(np.isnan(ours) & ~np.isnan(theirs)).sum()}"
    apart = np.abs(ours - theirs) / np.maximum(1, np.maximum(np.abs(ours), np.abs(theirs)))
    text = f"{np.nanmax(apart, initial=0):.1e}"
    return text + f" ({ours_alone.sum()} without a value there)" if ours_alone.any() else text


def attempt(values, case, measure, alpha):
    try:
        return values(case, measure, alpha)
    except Exception as error:  # what a library refuses is a result too
        return f"{type(error).__name__}"


def main():
    program, wanted = sys.argv[1], sys.argv[2:]
    print(f"networkx {nx.__version__}, igraph {igraph.__version__}\n")
    print("| network | measure | NetworkX | igraph |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, path in NETWORKS.items():
            if wanted and name not in wanted:
                continue
            for directed in (False, True):
                for weighted in (False, True):
                    case = Case(program, name, path, directed, weighted, folder)
                    kind = f"{name} {'directed' if directed else 'undirected'}" + \
                        (", weighted" if weighted else "")
                    largest = radius(case)
                    alpha = 0.9 / largest if largest else 0.05
                    for measure in MEASURES:
                        if measure == "strength" and not weighted:
                            continue
                        if case.large and weighted and measure in PATHS:
                            continue
                        options = ["--alpha", repr(alpha)] if measure == "katz" else []
                        ours = case.ours(program, measure, *options)
                        cells = []
                        for values in (networkx_values, igraph_values):
                            theirs = attempt(values, case, measure, alpha)
                            if isinstance(ours, str):
                                cells.append("–" if theirs is None else
                                             theirs if isinstance(theirs, str) else "has values")
                            else:
                                cells.append(theirs if isinstance(theirs, str)
                                             else difference(ours, theirs))
                        if isinstance(ours, str):
                            measure += f" (ours: {ours.rpartition(' [')[2].rstrip(']')})"
                        print(f"| {kind} | {measure} | {cells[0]} | {cells[1]} |", flush=True)


if __name__ == "__main__":
    main()
