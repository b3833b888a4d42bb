#!/usr/bin/python3
"""How long `info` takes on a file beside Python's json.load: `read.py PROGRAM FILE [RUNS]`.

Wall seconds and peak memory of whole processes in turn, medians of RUNS (5), all in one run. The program's time includes
starting, building the graph, counting and writing; Python's is its own start and `json.load` alone. With a file of
bench/make_bundle.py, `read.py PROGRAM FILE 1 --relations` also says what a relation costs: it reads the file a second
time without its relationships and divides the difference.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

LOAD = "import json, sys\nwith open(sys.argv[1], encoding='utf-8') as file: json.load(file)"


def run(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed")
    return time.perf_counter() - start, usage.ru_maxrss * 1024


def median(results):
    return [statistics.median(column) for column in zip(*results)]


def relations(program, path):
    """Bytes for each relation in all, and beyond the texts that are kept of it."""
    kept = count = 0
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".json") as rest:
        before = None
        with open(path, encoding="utf-8") as file:
            for line in file:
                if not line.startswith('{"type":"relationship"'):
                    if before is not None:
                        rest.write(before)
                    before = line
                    continue
                count += 1
                relation = json.loads(line.rstrip(",\n"))
                for name, value in relation.items():
                    if name in ("id", "description"):
                        kept += len(value.encode())
                    elif name not in ("type", "spec_version", "source_ref", "target_ref", "relationship_type"):
                        kept += len(name) + len(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode())
        rest.write(before)
        rest.flush()
        # The last object's comma goes with the relationships that followed it.
        with open(rest.name, encoding="utf-8") as file:
            text = file.read().rstrip()
        if not text.endswith("]}"):
            text = text.rstrip(",") + "\n]}"
        text = text.replace(",\n]}", "\n]}")
        with open(rest.name, "w", encoding="utf-8") as file:
            file.write(text)
        _, without = run([program, "info", rest.name])
    _, whole = run([program, "info", path])
    each = (whole - without) / count
    print(f"{count} relations: {each:.0f} bytes each, {each - kept / count:.0f} beyond {kept / count:.0f} of texts kept")


def main(program, path, runs):
    size = os.path.getsize(path)
    ours, python = [], []
    for _ in range(runs):
        python.append(run([sys.executable, "-c", LOAD, path]))
        ours.append(run([program, "info", path]))
    (our_seconds, our_peak), (their_seconds, their_peak) = median(ours), median(python)
    print(f"{os.path.basename(path)}, {size / 1e6:.1f} MB, medians of {runs}")
    print(f"json.load  {their_seconds:7.3f} s  {their_peak / 1e6:7.1f} MB  {their_peak / size:.2f} times the file")
    print(f"info       {our_seconds:7.3f} s  {our_peak / 1e6:7.1f} MB  {our_peak / size:.2f} times the file")
    print(f"ratio      {our_seconds / their_seconds:7.2f}")


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(words) < 2:
        sys.exit(__doc__)
    main(words[0], words[1], int(words[2]) if len(words) > 2 else 5)
    if "--relations" in sys.argv:
        relations(words[0], words[1])
