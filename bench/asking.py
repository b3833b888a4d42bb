"""Starts the programs that bench/compare measures, each answer from a process of its own."""
import collections
import json
import os
import pathlib
import signal
import subprocess
import sys

import numpy as np

import score
from rows import NETWORKS

HERE = pathlib.Path(__file__).resolve().parent
OURS = "actormap"
PEERS = ["igraph", "graph-tool", "Boost.Graph", "NetworkX"]
ONCE = {"NetworkX"}  # slow, and so asked once
LIMIT = 1800  # seconds for one process; what takes longer is said and left out
SLOW_LIMIT = 600  # of those that are asked once, loading included


def median(numbers):
    return float(np.median(numbers))


class Result:
    """What the runs of one program gave: medians, and the values of the last."""

    def __init__(self, answers, values=None):
        self.answers, self.values = answers, values

    def __getattr__(self, name):
        return median([answer[name] for answer in self.answers])


class Asker:
    def __init__(self, build, data, folder, runs, say):
        self.build, self.data, self.folder, self.runs, self.say = build, data, folder, runs, say
        self.results = {}
        self.missing = collections.OrderedDict()  # why something is not in the table
        self.versions = {}
        self.environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        self.environment.pop("ACTORMAP_CPU", None)

    # Where things are.

    def tool(self):
        return str(self.build / "tools" / "actormap")

    def program(self, who):
        if who == OURS:
            return [str(self.build / "bench" / "kernel_times")]
        if who == "Boost.Graph":
            return [str(self.build / "bench" / "boost_peer")]
        return ["/usr/bin/python3", str(HERE / "peers.py"), who.lower()]

    def network(self, name):
        """The path of its edge list, made if it is synthetic; None if it is nowhere."""
        source = NETWORKS[name]
        if isinstance(source, pathlib.Path):
            if not source.exists():
                self.miss(name, f"{source} is not there")
                return None
            return source
        path = self.data / (source.replace(" ", "-") + ".edges")
        if not path.exists():
            self.data.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            with open(part, "wb") as file:
                subprocess.run([self.build / "bench" / "make_network", *source.split()], stdout=file, check=True)
            part.replace(path)
        return path

    def miss(self, what, why):
        if self.missing.setdefault(what, why) == why:
            self.say(f"{what}: {why}")

    # Questions.

    def run(self, what, command, limit=LIMIT, cpu=""):
        """The answer of one process, or None and a note why there is none."""
        environment = {**self.environment, "ACTORMAP_CPU": cpu} if cpu else self.environment
        try:
            process = subprocess.Popen([str(word) for word in command], env=environment, text=True, stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, start_new_session=True)
        except FileNotFoundError:
            return self.miss(what, f"{command[0]} is not built")
        try:
            out, errors = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            return self.miss(what, f"took more than {limit} s")
        finally:
            if process.poll() is None:  # also if we are interrupted; with what it started itself
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
        if process.returncode != 0:
            return self.miss(what, (errors.strip().splitlines() or [f"exit {process.returncode}"])[-1])
        return json.loads(out)

    def kernels(self, parties, row, options=()):
        """The results of parties, who take turns: one run of each, then the next of each."""
        path = self.network(row.network)
        if path is None:
            return {}
        key = (row.task, row.network, row.iterations, *options)
        keys = {who: (who, row.cpu if who == OURS else "", *key) for who in parties}
        answers = {who: [] for who in parties if keys[who] not in self.results}
        values = {who: pathlib.Path(self.folder) / f"{len(self.results)}-{i}" for i, who in enumerate(answers)}
        refused = set()
        for turn in range(self.runs):
            for who in answers:
                if who in refused or (turn > 0 and who in ONCE):
                    continue
                self.say(f"{row.work}, {row.network}: {who}, run {turn + 1}")
                words = [row.task, path, "--values", values[who], *options]
                words += ["--directed"] if row.directed else []
                words += ["--iterations", row.iterations] if row.iterations else []
                if row.task == "leiden":
                    words += ["--seed", turn]
                answer = self.run(f"{who}, {row.work}, {row.network}", self.program(who) + words,
                                  SLOW_LIMIT if who in ONCE else LIMIT, row.cpu if who == OURS else "")
                if answer is None:
                    refused.add(who)
                    continue
                if row.task == "leiden":
                    answer["modularity"] = score.modularity(score.edges_of(path), np.fromfile(values[who]))
                answers[who].append(answer)
                self.versions[who] = answer.get("version", "")
        for who, given in answers.items():
            self.results[keys[who]] = Result(given, self.take(values[who])) if given and who not in refused else None
        return {who: self.results[keys[who]] for who in parties if self.results[keys[who]]}

    def take(self, path):
        if not path.exists():
            return None
        values = np.fromfile(path)
        path.unlink()
        return values

    def command(self, what, words, runs=None):
        """The whole command, start to end."""
        answers = []
        for turn in range(runs or self.runs):
            self.say(f"{what}: run {turn + 1}")
            answer = self.run(what, [sys.executable, HERE / "command.py", self.tool(), *words])
            if answer is None:
                return None
            answers.append(answer)
        return Result(answers)
