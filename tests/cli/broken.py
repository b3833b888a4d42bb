#!/usr/bin/python3
"""Broken inputs, through the program: `broken.py PROGRAM [--limits]`.

Each gives exit 2 (`check`: 1 or 2), a line with a position and what to do, and no output file. What is only odd
(hostile.CLEAN) gives exit 0, a picture and no error. With --limits also at most 300 MB of memory (an optimised build;
sanitizers need more).
"""
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

import hostile

DATA = pathlib.Path(__file__).resolve().parents[1] / "data" / "broken"
LINE = re.compile(r"^(.+?:\d+:\d+|\S+): error: .+[;:,] .+ \[[a-z0-9-]+\]$")
PLACE = re.compile(r"^.+?:\d+:\d+: error: ")
NO_PLACE = {"missing.json", "directory.json", "empty.json", "blank.json"}  # there is no line in them
MEMORY = 300 * 1000  # kB
GRAPH = pathlib.Path(__file__).resolve().parents[2] / "graphs" / "finland.json"


def generated(folder):
    """Inputs that are too large to keep, or that no repository can hold. Each is written piece by piece:
    what this script holds in memory would count as the memory of the programs that it starts."""
    whole = GRAPH.read_bytes()
    million = b"a" * 1_000_000
    inputs = {
        "nesting-100000.json": [b'{"actormap": 1, "x": ', b"[" * 100_000],
        "nesting-100000-closed.json": [b'{"actormap": 1, "x": ', b"[" * 100_000, b"]" * 100_000, b"}"],
        "string-100-mb.json": [b'{"actormap": 1, "title": "', *[million] * 100, b'"}'],
        "not-utf-8.json": [b'{"actormap": 1, "title": "\xff\xfe"}'],
        "latin-1.csv": [b"from,relation,to\ncaf\xe9,targets,b\n"],
        "nul.json": [b'{"actormap": 1, "title": "a\x00b"}'],
        "empty.json": [],
        "blank.json": [b" \n\t\n"],
        "cell-100-mb.csv": [b'from,relation,to\n"', *[million] * 100, b'",uses,b\n'],
    }
    inputs.update({name: [text.encode()] for name, text in hostile.BROKEN.items()})
    for part in (1, 10, len(whole) // 3, len(whole) // 2, len(whole) - 5):
        inputs[f"truncated-{part}.json"] = [whole[:part]]
    for name, pieces in inputs.items():
        with open(folder / name, "wb") as file:
            file.writelines(pieces)
        yield folder / name
    (folder / "directory.json").mkdir()
    yield folder / "directory.json"
    yield folder / "missing.json"


def run(arguments):
    """Exit code, standard error and peak memory in kB."""
    reader, writer = os.pipe()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        text = pipe.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, text, usage.ru_maxrss


def problems(program, path, output, limits):
    for command in (["rank"], ["draw", "-o", str(output)], ["check"]):
        code, text, memory = run([program, command[0], str(path), *command[1:]])
        wanted = (1, 2) if command[0] == "check" else (2,)
        if code not in wanted:
            yield f"{command[0]}: exit {code}: {text[:300]}"
        errors = [line for line in text.splitlines() if ": error: " in line]
        if not errors or not all(LINE.match(line) for line in errors):
            yield f"{command[0]}: no line with place and remedy: {text[:500]}"
        if path.name not in NO_PLACE and not all(PLACE.match(line) for line in errors):
            yield f"{command[0]}: an error without a place: {text[:500]}"
        if len(text) > 20_000:
            yield f"{command[0]}: {len(text)} bytes of errors"
        if limits and memory > MEMORY:
            yield f"{command[0]}: {memory} kB of memory"
        if output.exists():
            yield f"{command[0]}: left an output file"
    left = [p.name for p in output.parent.iterdir()]
    if left:
        yield f"left {left}"


def problems_of_clean(program, path, output):
    for command in (["rank"], ["rank", "--revoked", "follow"], ["draw", "-o", str(output)], ["check"]):
        code, text, _ = run([program, command[0], str(path), *command[1:]])
        if code != 0 or ": error: " in text:
            yield f"{' '.join(command)}: exit {code}: {text[:300]}"
        if command[0] == "draw" and not output.exists():
            yield "draw: no picture"
        output.unlink(missing_ok=True)


def problems_of_cut(program, path, whole, form, step):
    """One command for each length, or each `step`-th: all commands read alike."""
    for size in range(1, len(whole), step):
        path.write_bytes(whole[:size])
        code, text, _ = run([program, "check", "--from", form, str(path)])
        errors = [line for line in text.splitlines() if ": error: " in line]
        told = errors and all(LINE.match(line) and PLACE.match(line) for line in errors)
        if code not in (1, 2) or not told:
            yield f"{size} of {len(whole)} bytes: exit {code}: {text[:300]}"


def all_problems(program, inputs, output, limits):
    """Each input's path and what is wrong with it."""
    for path in [*sorted(DATA.iterdir()), *generated(inputs)]:
        yield path, list(problems(program, path, output, limits))
    for name, text in hostile.CLEAN.items():
        path = inputs / name
        path.write_bytes(text.encode())
        yield path, list(problems_of_clean(program, path, output))
    for form, text in hostile.CUT.items():
        path = inputs / f"{form}-cut.json"
        yield path, list(problems_of_cut(program, path, text.encode(), form, 1 if limits else 61))


def main():
    program, limits = sys.argv[1], "--limits" in sys.argv
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    passed = failed = 0
    with tempfile.TemporaryDirectory() as inputs, tempfile.TemporaryDirectory() as outputs:
        output = pathlib.Path(outputs) / "map.svg"
        for path, found in all_problems(program, pathlib.Path(inputs), output, limits):
            failed += bool(found)
            passed += not found
            for problem in found:
                print(f"{path.name}: {problem}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed != 0 or passed < 80)


if __name__ == "__main__":
    main()
