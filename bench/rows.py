"""The rows of the table of bench/compare: what is measured, on which network."""
import dataclasses
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data" / "networks"

# A network is a published edge list, or what make_network makes of the words.
NETWORKS = {
    "attack": SHARED / "attack.edges",
    "attack, directed": SHARED / "attack.directed.edges",
    "attack-misp": SHARED / "attack-misp.edges",
    "attack-misp, directed": SHARED / "attack-misp.directed.edges",
    "actors 10k": "actors 10000 48000",
    "actors 100k": "actors 100000 500000",
    "actors 1M": "actors 1000000 5000000",
    "R-MAT 13": "rmat 13 undirected",
    "R-MAT 13, directed": "rmat 13 directed",
}


@dataclasses.dataclass(frozen=True)
class Row:
    name: str  # by which --rows chooses it
    work: str  # as the table says it
    network: str
    task: str = ""  # of a kernel
    kind: str = "kernel"  # which procedure measures it: see compare
    networkx: bool = False  # it takes less than about two minutes there
    iterations: int = 0  # of Leiden; of worlds that igraph is asked for
    worlds: int = 0
    cpu: str = ""  # ACTORMAP_CPU of ours; empty: what the processor can
    quick: bool = False  # it is in the short form

    @property
    def directed(self):
        return self.network.endswith(", directed")


def betweenness(quick):
    networks = ["attack", "attack-misp", "actors 10k", "R-MAT 13"]
    for network in networks:
        slow = network not in ("attack",)
        short = network == "attack"
        yield Row("betweenness", "betweenness", network, "betweenness", networkx=not slow and not quick, quick=short)
        for cpu in ("plain", "avx2"):
            yield Row(f"betweenness-{cpu}", f"the same, ours held to {cpu}", network, "betweenness",
                      networkx=not slow and not quick, cpu=cpu, quick=short)
    for network in ("attack, directed", "attack-misp, directed", "R-MAT 13, directed"):
        yield Row("betweenness-directed", "betweenness, directed", network, "betweenness",
                  networkx=network == "attack, directed", quick=network != "R-MAT 13, directed")


def nearness(quick):
    for task in ("harmonic", "closeness"):
        for network in ("attack", "attack-misp"):
            yield Row(task, task, network, task, networkx=network == "attack" and not quick, quick=network == "attack")


def large(quick):
    """The near-linear ones, on the million, or in the short form on a tenth of it."""
    network = "actors 100k" if quick else "actors 1M"
    yield Row("pagerank", "PageRank", network, "pagerank", kind="pagerank", networkx=True, quick=True)
    yield Row("core", "core numbers", network, "core", networkx=True, quick=True)
    yield Row("components", "components", network, "components", networkx=True, quick=True)
    for leiden_network in ("attack", "attack-misp", network):
        yield Row("leiden", "Leiden, 2 iterations", leiden_network, "leiden", kind="leiden", iterations=2, quick=True)
    for leiden_network in ("attack", "attack-misp"):  # the million takes longer than seven minutes
        yield Row("leiden-stable", "Leiden, to what igraph has until stable", leiden_network, "leiden",
                  kind="leiden_to_quality", quick=True)
    yield Row("read", "edge list to network", network, "read", kind="read", networkx=True, quick=True)
    yield Row("bytes", "bytes an edge", network, "load", kind="bytes", networkx=True, quick=True)


def commands(quick):
    for network in ("attack", "attack-misp"):
        yield Row("command", "whole `rank --by betweenness`, against kernels alone", network, "betweenness", kind="command",
                  networkx=network == "attack" and not quick, quick=network == "attack")
    for task, network in (("betweenness", "attack-misp"), ("betweenness", "actors 10k"), ("betweenness", "R-MAT 13"),
                          ("harmonic", "attack-misp")):
        yield Row("threads", f"{task}, two threads", network, task, kind="threads", quick=network == "actors 10k")
    worlds = 50 if quick else 1000
    yield Row("worlds", f"`rank --worlds {worlds} --by betweenness`", "attack", kind="worlds", worlds=worlds,
              iterations=5 if quick else 20, quick=True)
    yield Row("approximate", "`rank --by betweenness --approximate 0.01`, two threads, wall",
              "actors 100k" if quick else "actors 1M", kind="approximate", quick=True)


def all_rows(quick):
    rows = [*betweenness(quick), *nearness(quick), *large(quick), *commands(quick)]
    return [row for row in rows if row.quick or not quick]
