#!/usr/bin/python3
"""Runs the program as a person would: `run.py PROGRAM FILE...`.

A .test file is a list of cases, separated by lines of dashes. A case:

    $ actormap check -               a command, run by the shell in a folder that holds graphs/
    < {"actormap": 1}                lines for standard input
    > text                           lines of standard output, all of them
    ~ part of a line                 some line of standard output contains this
    ! part of a line                 no line of standard output contains this
    2> text                          lines of standard error, all of them
    2~ part of a line                some line of standard error contains this
    exit 1                           the exit code; 0 where nothing is said

Of a .md file, every `actormap …` line of its indented or fenced code is run, in order, and must succeed.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]


def cases_of(path):
    case = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.fullmatch(r"-{3,}|\s*|#.*", line):
            continue
        if line.startswith("$ "):
            if case:
                yield case
            case = {"command": line[2:], "line": number, "exit": 0, "<": [], ">": [], "~": [],
                    "!": [], "2>": [], "2~": []}
            continue
        key, _, text = line.partition(" ")
        if case is None or (key != "exit" and key not in case):
            sys.exit(f"{path}:{number}: not a line of a test: {line}")
        if key == "exit":
            case["exit"] = int(text)
        else:
            case[key].append(text)
    if case:
        yield case


def commands_of(path):
    """The commands in the code of a Markdown file, continuation lines joined."""
    fenced = False
    text = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            fenced = not fenced
            continue
        if fenced or line.startswith("    "):
            text += line.strip() + "\n"
    for command in text.replace("\\\n", " ").splitlines():
        command = re.sub(r"^\$ ", "", command)
        if command.startswith("actormap "):
            yield re.sub(r"\s+#.*$", "", command)


class Failure(Exception):
    pass


def run(command, folder, stdin=""):
    env = dict(os.environ, PATH=f"{folder / 'bin'}:{os.environ['PATH']}")
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=env, input=stdin.encode(),
                          capture_output=True, timeout=300)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def check(case, folder):
    code, out, err = run(case["command"], folder, "".join(line + "\n" for line in case["<"]))
    told = f"exit {code}\nstdout:\n{out[:3000]}\nstderr:\n{err[:3000]}"
    if code != case["exit"]:
        raise Failure(f"wanted exit {case['exit']}\n{told}")
    for key, have in ((">", out), ("2>", err)):
        if case[key] and have.splitlines() != case[key]:
            raise Failure(f"wanted {key} {case[key]}\n{told}")
    for key, have in (("~", out), ("2~", err)):
        for part in case[key]:
            if not any(part in line for line in have.splitlines()):
                raise Failure(f"no line has {part!r}\n{told}")
    for part in case["!"]:
        if any(part in line for line in out.splitlines()):
            raise Failure(f"a line has {part!r}\n{told}")


def make_folder(program):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="actormap-cli-"))
    (folder / "bin").mkdir()
    (folder / "bin" / "actormap").symlink_to(pathlib.Path(program).resolve())
    (folder / "graphs").symlink_to(PROJECT / "graphs")
    (folder / "data").symlink_to(PROJECT / "tests" / "data")
    (folder / "out").mkdir()
    return folder


def main():
    program, files = sys.argv[1], [pathlib.Path(f) for f in sys.argv[2:]]
    passed = failed = 0
    for path in files:
        folder = make_folder(program)
        try:
            if path.suffix == ".md":
                cases = [{"command": c, "line": 0, "exit": 0, "<": [], ">": [], "~": [], "!": [],
                          "2>": [], "2~": []} for c in commands_of(path)]
            else:
                cases = list(cases_of(path))
            if not cases:
                print(f"{path}: holds no case")
                failed += 1
            for case in cases:
                try:
                    check(case, folder)
                    passed += 1
                except (Failure, subprocess.TimeoutExpired) as failure:
                    failed += 1
                    print(f"{path}:{case['line']}: $ {case['command']}\n{failure}\n")
        finally:
            shutil.rmtree(folder)
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed != 0 or passed == 0)


if __name__ == "__main__":
    main()
