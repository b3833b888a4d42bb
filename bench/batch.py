#!/usr/bin/python3
"""A picture of each threat actor, by `actormap batch` and by starting `dot` for each: `batch.py PROGRAM CLUSTER`.

CLUSTER is the MISP galaxy's threat-actor.json. Both make the same SVG files from the same places: the second way begins
with the DOT files that actormap writes of them, finished pictures without a layout to compute, so what it measures is
a process for each. Writing the DOT files is part of it, as it would be for who works that way. Prints the seconds of
both in one run, the ratio, and the most memory that a process of each had.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time


def run(command):
    """Runs it; the most memory that its process had, in MB."""
    process = subprocess.Popen([str(word) for word in command], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ends with {process.returncode}")
    return usage.ru_maxrss / 1024


def plan(folder, cluster, ending, with_tables):
    jobs = [{"draw": {}, "lens": {"hops": 1}, "for-each": "actor", "output": "actors/{name}." + ending}]
    if with_tables:
        jobs.append({"rank": {"by": ["degree", "betweenness", "pagerank"]}, "lens": {"hops": 2}, "for-each": "sponsor",
                     "output": "sponsors/{name}.csv"})
    path = folder / f"{ending}.json"
    path.write_text(json.dumps({"actormap-plan": 1, "inputs": [str(cluster)], "jobs": jobs}))
    return path


def batch(program, path, out):
    begin = time.perf_counter()
    memory = run([program, "batch", path, "-o", out, "-q"])
    return time.perf_counter() - begin, memory


def render(path):
    return run(["dot", "-Kneato", "-n2", "-Tsvg", path, "-o", path.with_suffix(".svg")])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("cluster", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        ours, memory = batch(options.program, plan(folder, options.cluster.resolve(), "svg", True), folder / "ours")
        files = len(list((folder / "ours").rglob("*.svg")))
        timings = json.loads((folder / "ours/timings.json").read_text())["jobs"]
        worker = max(job["peak_memory"] for job in timings) / 2**20

        begin = time.perf_counter()
        batch(options.program, plan(folder, options.cluster.resolve(), "dot", False), folder / "dots")
        writing = time.perf_counter() - begin
        dots = sorted((folder / "dots").rglob("*.dot"))
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            dot_memory = max(pool.map(render, dots))
        theirs = time.perf_counter() - begin
    if files != len(dots):
        sys.exit(f"{files} pictures, but {len(dots)} DOT files")
    print(f"| {files} pictures | seconds | peak MB of a process |\n| --- | --- | --- |")
    print(f"| actormap batch, with {len(timings) - files} tables | {ours:.1f} | {max(memory, worker):.0f} |")
    print(f"| DOT files ({writing:.1f} s), then dot for each, {os.cpu_count()} at once | {theirs:.1f} | {dot_memory:.0f} |")
    print(f"\nratio {theirs / ours:.1f}")


if __name__ == "__main__":
    main()
