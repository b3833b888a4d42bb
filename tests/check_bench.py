#!/usr/bin/python3
"""What bench/compare says, on what is known by hand: `check_bench.py [BUILD]`.

The arithmetic of scores; the table, asked of programs that only pretend to measure; and the values of each peer that is installed,
and of the programs of BUILD if it is given, on a network whose values have closed forms. No time is compared.
"""
import argparse
import importlib.machinery
import importlib.util
import json
import pathlib
import stat
import subprocess
import sys
import tempfile

try:
    import numpy as np
except ImportError:
    print("skipped: python3-numpy is not installed")
    sys.exit()

BENCH = pathlib.Path(__file__).resolve().parent.parent / "bench"
sys.dont_write_bytecode = True
sys.path.insert(0, str(BENCH))
import asking  # noqa: E402
import peers  # noqa: E402
import rows  # noqa: E402
import score  # noqa: E402

loader = importlib.machinery.SourceFileLoader("compare", str(BENCH / "compare"))
compare = importlib.util.module_from_spec(importlib.util.spec_from_loader("compare", loader))
loader.exec_module(compare)
failures = 0


def check(what, found, expected):
    global failures
    if isinstance(expected, (float, np.ndarray)):
        same = np.shape(found) == np.shape(expected) and np.allclose(found, expected, rtol=1e-12, atol=1e-12)
    else:
        same = found == expected
    if not same:
        failures += 1
        print(f"{what}: {found!r}, not {expected!r}")


def check_scores():
    a = np.array
    check("difference below 1 is absolute", score.difference("harmonic", a([0.0, 0.5]), a([0.0, 0.25])), 0.25)
    check("difference above 1 is relative", score.difference("betweenness", a([4.0]), a([5.0])), 0.2)
    check("lengths differ", score.difference("core", a([1.0]), a([1.0, 2.0])), "1 values against 2")
    check("components by other numbers", score.difference("components", a([0, 0, 1, 2]), a([7, 7, 3, 1])), 0.0)
    check("one in another component", score.difference("components", a([0, 0, 1, 1]), a([0, 0, 0, 1])), 2.0)

    triangles = a([[0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5], [2, 3]])
    check("modularity of two triangles and a bridge", score.modularity(triangles, a([0, 0, 0, 1, 1, 1.0])), 5 / 14)
    check("modularity of one community", score.modularity(triangles, np.zeros(6)), 0.0)

    # A path of three, and a vertex of no edge: the matrix of one iteration, by hand.
    path, ranks = a([[0, 1], [1, 2]]), a([0.1, 0.2, 0.3, 0.4])
    step = a([[0, 1 / 2, 0, 1 / 4], [1, 0, 1, 1 / 4], [0, 1 / 2, 0, 1 / 4], [0, 0, 0, 1 / 4]])
    check("residual", score.residual(path, ranks), float(abs(ranks - (0.15 / 4 + 0.85 * step @ ranks)).sum()))
    exact = np.linalg.solve(np.eye(4) - 0.85 * step, np.full(4, 0.15 / 4))
    check("residual of the solution", score.residual(path, exact), 0.0)


def check_rows():
    for quick in (False, True):
        for row in rows.all_rows(quick):
            check(f"{row.work}: its network", row.network in rows.NETWORKS, True)
            check(f"{row.work}: its procedure", callable(getattr(compare.Table, row.kind, None)), True)
    names = {row.name for row in rows.all_rows(False)}
    check("the short form has every kind of row", {row.name for row in rows.all_rows(True)}, names)


FAKE = """#!/usr/bin/python3
import array, json, os, sys
who, options = sys.argv[1], sys.argv[2:]
log = open(LOG, "a"); log.write(who + os.environ.get("ACTORMAP_CPU", "") + " "); log.close()
if who == "graph-tool":
    print("it has none", file=sys.stderr)
    sys.exit(3)
cpu = {"actormap": 0.5, "igraph": 1.0, "Boost.Graph": 5.0, "NetworkX": 250.0}[who]
values = [0.0, 1.0, 3.0 if who == "igraph" else 2.0]
if options[0] == "leiden":  # communities of a path of three; one iteration of ours finds none
    iterations = options[options.index("--iterations") + 1] if "--iterations" in options else "0"
    values = [0.0, 0.0, 1.0] if who == "igraph" else [0.0, 1.0, 2.0] if iterations == "1" else [0.0] * 3
array.array("d", values).tofile(open(options[options.index("--values") + 1], "wb"))
print(json.dumps({"cpu": cpu, "wall": 2 * cpu, "calls": 1, "graph": 10, "peak": 3e6, "version": "0"}))
"""


def check_table():
    """With programs that pretend: who is asked how often and in which order, and what the cells say."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        fake, log = folder / "fake", folder / "log"
        fake.write_text(FAKE.replace("LOG", repr(str(log))), encoding="ascii")
        fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
        (folder / "small.edges").write_text("0 1\n1 2\n", encoding="ascii")
        rows.NETWORKS["small"] = folder / "small.edges"

        class Pretending(asking.Asker):
            def program(self, who):
                return [fake, who]

        asker = Pretending(folder, folder, folder, 3, lambda text: None)
        table = compare.Table(asker)
        row = rows.Row("betweenness", "betweenness", "small", "betweenness", networkx=True)
        cells = table.kernel(row)
        check("cells", cells, ["0.5 s", "1 s, 2×", "–", "5 s, 10×", "250 s, 500×", "3 / 3 / – / 3 / 3", "3.3e-01 (igraph)", ""])
        check("turns", log.read_text().split(),
              "actormap igraph graph-tool Boost.Graph NetworkX actormap igraph Boost.Graph actormap igraph Boost.Graph".split())
        check("what is missing", dict(asker.missing), {"graph-tool, betweenness, small": "it has none"})

        log.unlink()
        held = rows.Row("betweenness-plain", "held", "small", "betweenness", cpu="plain")
        check("no NetworkX", table.kernel(held)[4], "–")
        check("only ours is measured again", log.read_text().split(), ["actormapplain"] * 3)

        check("a peer left out", compare.Table(asker, ["igraph"]).kernel(row)[:4], ["0.5 s", "–", "–", "5 s, 10×"])

        stable = rows.Row("leiden-stable", "to quality", "small", "leiden")
        cells = table.leiden_to_quality(stable)
        check("as few iterations as it takes", [*cells[:2], cells[-1]], ["0.5 s", "1 s, 2×",
              "ours: 2 iterations; until stable 0.5 s, modularity 0.000000; modularity: actormap 0.000000, igraph -0.125000"])
        check("nothing to reach", compare.Table(asker, ["igraph"]).leiden_to_quality(stable)[:5], ["–"] * 5)
        rows.NETWORKS["nowhere"] = folder / "nowhere.edges"
        check("no network", table.kernel(rows.Row("x", "x", "nowhere", "core"))[:5], ["–"] * 5)
        check("and that is said", asker.missing["nowhere"], f"{folder / 'nowhere.edges'} is not there")


# A path 0 - 1 - 2 and an edge 3 - 4.
EDGES = "0 1\n1 2\n3 4\n"
VALUES = {
    "betweenness": [0, 1, 0, 0, 0.0],
    "closeness": [2 / 3 * 2 / 4, 2 / 2 * 2 / 4, 2 / 3 * 2 / 4, 1 / 4, 1 / 4],
    "harmonic": [1.5 / 4, 2 / 4, 1.5 / 4, 1 / 4, 1 / 4],
    "core": [1, 1, 1, 1, 1.0],
}


# Only from 0 to 2 there is a path with something between; undirected, all five are one path.
ARCS = "0 1\n1 2\n0 3\n4 3\n"
FILES = {False: "small.edges", True: "small.directed.edges"}
DIRECTED_BETWEENNESS = [0, 1, 0, 0, 0.0]


def program(command, folder):
    """How one of the C++ programs is asked."""
    def ask(task, directed=False):
        values = folder / "values"
        done = subprocess.run([command, task, folder / FILES[directed], "--values", values, "--tolerance", "1e-14",
                               *(["--directed"] if directed else [])], capture_output=True, text=True)
        if done.returncode == 3:
            check(f"{command}, {task}: says why", len(done.stderr.splitlines()), 1)
            return None
        check(f"{command}, {task}: ends well", (done.returncode, done.stderr), (0, ""))
        if done.returncode != 0:
            return None
        check(f"{command}, {task}: calls", json.loads(done.stdout)["calls"] >= 1, True)
        return np.fromfile(values)
    return ask


def module(peer, folder):
    """How a peer's Python module is asked: in this process, to load it once."""
    def ask(task, directed=False):
        values = folder / "values"
        try:
            peers.run(argparse.Namespace(peer=peer, task=task, file=str(folder / FILES[directed]), directed=directed,
                                         tolerance=1e-14, iterations=0, values=values))
        except peers.Missing:
            return None
        return np.fromfile(values)
    return ask


def check_values(who, ask):
    """Whether one gives the values of the network above, or says that it has none. Returns how many it gave."""
    given = 0
    for task, expected in [*VALUES.items(), ("directed", DIRECTED_BETWEENNESS)]:
        found = ask("betweenness", True) if task == "directed" else ask(task)
        if found is not None:
            given += 1
            check(f"{who}, {task}", found, np.array(expected))
    found = ask("components")
    if found is not None:
        check(f"{who}, components", score.difference("components", found, np.array([0, 0, 0, 1, 1])), 0.0)
    found = ask("pagerank")
    if found is not None:
        check(f"{who}, pagerank", score.residual(np.array([[0, 1], [1, 2], [3, 4]]), found) < 1e-10, True)
    return given


def main():
    peers.ENOUGH = 0
    check_scores()
    check_rows()
    check_table()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / FILES[False]).write_text(EDGES, encoding="ascii")
        (folder / FILES[True]).write_text(ARCS, encoding="ascii")
        asks = {peer: module(peer, folder) for peer in peers.PEERS}
        if len(sys.argv) > 1:
            build = pathlib.Path(sys.argv[1]) / "bench"
            asks.update({name: program(build / name, folder) for name in ("kernel_times", "boost_peer")})
        given = {who: check_values(who, ask) for who, ask in asks.items()}
    for who, least in (("kernel_times", 5), ("boost_peer", 3)):
        if who in given:
            check(f"{who}: how many measures", given[who] >= least, True)
    print(f"{failures} failures" if failures else
          "the benchmarks say what they should; values of " + ", ".join(who for who in given if given[who]))
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
