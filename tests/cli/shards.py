#!/usr/bin/python3
"""Betweenness in shards, computed by GNU parallel, joins to the bytes of one run: `shards.py PROGRAM`."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
GRAPHS = sorted(map(str, (PROJECT / "graphs").glob("*.json")))
NETWORKS = (
    [],
    ["--directed"],
    ["--weight", "confidence"],
    ["--weight", "claims", "--distance", "logarithmic", "--directed"],
    ["--as-of", "2021-07-19", "--not-type", "tool"],
)
COUNTS = (1, 2, 7)
LISTINGS = [["--format", word] for word in ("table", "csv", "json", "markdown")] + [
    ["--raw", "--format", "csv"], ["--top", "3", "--ascending"], ["--of", "intrusion-set"]]


def is_gnu_parallel():
    """Another program of that name is in moreutils."""
    if not shutil.which("parallel"):
        return False
    told = subprocess.run(["parallel", "--version"], capture_output=True, stdin=subprocess.DEVNULL)
    return told.stdout.startswith(b"GNU parallel")


def output(command):
    return subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL).stdout


def problems(rank, whole, count, folder):
    env = dict(os.environ, PARALLEL_HOME=str(folder / "parallel"))
    subprocess.run(["parallel", "--will-cite", "--quote", "-j2", *rank, "--shard", f"{{}}/{count}", "-o",
                    str(folder / "part-{}.json"), ":::", *map(str, range(1, count + 1))],
                   check=True, env=env, stdin=subprocess.DEVNULL)
    parts = sorted(map(str, folder.glob("part-*.json")))
    if len(parts) != count:
        yield f"{len(parts)} parts"
    for listing, expected in zip(LISTINGS, whole):
        joined = output(rank + listing + ["--join", *parts])
        if not expected or joined != expected:
            yield f"{listing}: joined\n{joined.decode()[:600]}\nwhole\n{expected.decode()[:600]}"
    # In another order, by an option each.
    each = [word for part in reversed(parts) for word in ("--join", part)]
    if output(rank + each) != whole[0]:
        yield "in another order"
    again = folder / "again.json"
    output(rank + ["--shard", f"{count}/{count}", "--threads", "3", "-o", str(again)])
    if again.read_bytes() != (folder / f"part-{count}.json").read_bytes():
        yield "the part by three threads has other bytes"


def main():
    if not is_gnu_parallel():
        print("skipped: GNU parallel is not installed; scripts/test installs it")
        return
    program = str(pathlib.Path(sys.argv[1]).resolve())
    runs = failed = 0
    for network in NETWORKS:
        rank = [program, "rank", *GRAPHS, "-q", *network, "--by", "betweenness"]
        whole = [output(rank + listing) for listing in LISTINGS]
        for count in COUNTS:
            with tempfile.TemporaryDirectory() as folder:
                found = list(problems(rank, whole, count, pathlib.Path(folder)))
            runs += 1
            failed += bool(found)
            for problem in found:
                print(f"{network}, {count} shards: {problem}")
    print(f"{runs} runs, {failed} failed")
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
