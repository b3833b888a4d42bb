#!/usr/bin/python3
"""Batches as teams run them at night: `nightly.py PROGRAM [--kills N]`.

Kills a batch at random moments and looks whether everything can be trusted and the rest follows; fills the disk;
takes the folder away; starts two at once; runs shards side by side. What needs a tool or a right that is missing is
skipped, and said.
"""
import argparse
import hashlib
import json
import os
import pathlib
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PLAN = PROJECT / "graphs/plans/apt31.json"


def check(good, what):
    if not good:
        raise AssertionError(what)


class Batch:
    def __init__(self, program):
        self.program = program

    def run(self, *words, **options):
        return subprocess.run([self.program, "batch", *map(str, words)], capture_output=True, text=True, timeout=900,
                              **options)

    def start(self, *words):
        return subprocess.Popen([self.program, "batch", *map(str, words)], stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE)

    def verify(self, folder):
        """Whether no file is other than its manifest says; and what was said."""
        done = self.run("--verify", folder)
        return done.returncode == 0, done.stdout + done.stderr


def contents(folder):
    """Every file and its bytes; without timings and locks, which are different every time."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.startswith((".", "timings"))}


def small_plan(folder, jobs=24):
    """A plan of tables, which are made fast: what is looked at is the batch."""
    plan = {"actormap-plan": 1, "inputs": [str(PROJECT / "graphs/*.json")],
            "jobs": [{"rank": {"by": "degree", "top": n + 1}, "output": f"part-{n % 3}/{n}.csv"} for n in range(jobs)]}
    path = folder / "plan.json"
    path.write_text(json.dumps(plan))
    return path


def whole(batch, work):
    """The plan of the project: at least 40 outputs, the same bytes twice, and hashes that sha256sum has too."""
    one, two = work / "one", work / "two"
    done = batch.run(PLAN, "-o", one)
    check(done.returncode == 0, done.stderr)
    listed = batch.run(PLAN, "--dry-run")
    check(listed.returncode == 0 and not listed.stderr, listed.stderr)
    names = [line.split("\t")[2] for line in listed.stdout.splitlines()]
    check(len(names) >= 40, f"{len(names)} outputs")
    manifest = json.loads((one / "manifest.json").read_text())
    check([job["output"] for job in manifest["jobs"]] == names, "the manifest is not in the order of the plan")
    for job in manifest["jobs"]:
        data = (one / job["output"]).read_bytes()
        check(hashlib.sha256(data).hexdigest() == job["sha256"] and len(data) == job["bytes"], job["output"])
    for entry in manifest["inputs"]:
        data = (PLAN.parent / entry["file"]).read_bytes()
        check(hashlib.sha256(data).hexdigest() == entry["sha256"], entry["file"])
    timings = json.loads((one / "timings.json").read_text())
    check([job["output"] for job in timings["jobs"]] == names, "timings")
    check(batch.run(PLAN, "-o", two, "--threads", 1).returncode == 0, "a second run")
    check(contents(one) == contents(two), "two runs differ")
    check(batch.verify(one)[0], "verification")
    done = batch.run(PLAN, "-o", one, "--resume")
    check(f"0 done, {len(names)} skipped" in done.stderr, done.stderr)
    return f"{len(names)} outputs, the same twice"


def children(process):
    """The processes that it started and that are still there, as descriptors."""
    listed = pathlib.Path(f"/proc/{process}/task/{process}/children")
    found = []
    for child in listed.read_text().split() if listed.exists() else []:
        try:
            found.append(os.pidfd_open(int(child)))
        except ProcessLookupError:
            pass
    return found


def ended(worker):
    """Waits until a process is gone; it must not outlive its parent."""
    ready, _, _ = select.select([worker], [], [], 60)
    os.close(worker)
    check(ready, "a worker outlives the batch")


def killed(batch, work, kills, rng):
    """Kill -9 at random moments; then nothing is bad, and the rest follows to the same bytes."""
    plan = small_plan(work)
    undisturbed = work / "undisturbed"
    check(batch.run(plan, "-o", undisturbed).returncode == 0, "the undisturbed run")
    expected = contents(undisturbed)
    total = len(expected) - 1
    partly = 0
    for number in range(kills):
        folder = work / f"killed-{number}"
        process = batch.start(plan, "-o", folder, "--threads", 1 + number % 3, "--progress", "json")
        # A moment by the batch's own count of jobs and a bit beyond: no clock decides what is tried.
        for _ in range(rng.randrange(total)):
            if not process.stderr.readline():
                break
        for _ in range(rng.randrange(20000)):
            pass
        workers = children(process.pid)
        process.kill()
        process.wait()
        process.stderr.close()
        for worker in workers:
            ended(worker)
        if (folder / "manifest.json").exists():
            json.loads((folder / "manifest.json").read_text())
            good, said = batch.verify(folder)
            check(good, f"after kill {number}: {said}")
        done = batch.run(plan, "-o", folder, "--resume")
        check(done.returncode == 0, f"after kill {number}: {done.stderr}")
        check(contents(folder) == expected, f"after kill {number}: other bytes")
        partly += " 0 skipped" not in done.stderr and " 0 done" not in done.stderr
        shutil.rmtree(folder)
    check(partly > 0, "no kill came in the middle")
    return f"{kills} kills, {partly} in the middle"


def interrupted(batch, work):
    """SIGINT and SIGTERM end it in good order, with 130."""
    plan = small_plan(work)
    for number, which in enumerate((signal.SIGINT, signal.SIGTERM)):
        folder = work / f"interrupted-{number}"
        process = batch.start(plan, "-o", folder, "--threads", 1, "--progress", "json")
        process.stderr.readline()
        process.send_signal(which)
        _, said = process.communicate()
        check(process.returncode == 130, f"exit {process.returncode}: {said}")
        check(b'"event":"summary"' in said and b'"left":0' not in said, said)
        check(not (folder / "manifest.journal").exists(), "the journal is still there")
        check(batch.verify(folder)[0], "verification")
        check(batch.run(plan, "-o", folder, "--resume").returncode == 0, "the rest")
    return "2 signals"


def two_at_once(batch, work):
    """The second refuses, and changes nothing."""
    plan = small_plan(work)
    folder = work / "shared"
    first = batch.start(plan, "-o", folder, "--threads", 1, "--progress", "json")
    first.stderr.readline()
    os.kill(first.pid, signal.SIGSTOP)
    second = batch.run(plan, "-o", folder)
    os.kill(first.pid, signal.SIGCONT)
    _, _ = first.communicate()
    check(second.returncode == 2 and "[batch-locked]" in second.stderr, second.stderr)
    check(first.returncode == 0 and batch.verify(folder)[0], "the first")
    return "the second refused"


def folder_gone(batch, work):
    plan = small_plan(work)
    folder = work / "gone"
    process = batch.start(plan, "-o", folder, "--threads", 1, "--progress", "json")
    process.stderr.readline()
    os.kill(process.pid, signal.SIGSTOP)
    shutil.rmtree(folder)
    os.kill(process.pid, signal.SIGCONT)
    _, said = process.communicate()
    check(process.returncode == 2 and said.count(b"error:") == 1 and b"was removed" in said, said)
    check(not folder.exists(), "the folder came back")
    return "one error"


def mounted(work, name, options):
    """A small file system in memory, or None where that is not allowed."""
    folder = work / name
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True)
    return folder if done.returncode == 0 else None


def disk_full(batch, work):
    """Nothing that was finished is lost, and with room the rest follows."""
    disk = mounted(work, "disk", "size=400k")
    if disk is None:
        return "skipped: it needs the right to mount a file system"
    try:
        plan = small_plan(work, jobs=120)
        done = batch.run(plan, "-o", disk / "out")
        check(done.returncode == 2 and done.stderr.count("error:") == 1, done.stderr)
        check("No space left" in done.stderr, done.stderr)
        check(json.loads((disk / "out/manifest.json").read_text())["planned"] == 120, "the manifest")
        good, said = batch.verify(disk / "out")
        check(good and not said.startswith("0 files"), said)
        kept = int(said.split(" ", 1)[0])
        check(not list((disk / "out").rglob(".actormap-??????")), "something half-written is left")
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        done = batch.run(plan, "-o", disk / "out", "--resume")
        check(done.returncode == 0 and f"{kept} skipped" in done.stderr, done.stderr)
        fresh = work / "roomy"
        check(batch.run(plan, "-o", fresh).returncode == 0, "the run with room")
        check(contents(disk / "out") == contents(fresh), "other bytes")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        done = batch.run(plan, "-o", disk / "out")
        check(done.returncode == 2 and done.stderr.count("error:") == 1, done.stderr)
        return f"{kept} of 120 kept; read-only: one error"
    finally:
        subprocess.run(["umount", disk], check=True)


def shards(batch, work):
    """Four at once over one folder, as a scheduler starts them."""
    if shutil.which("parallel") is None:
        return "skipped: GNU parallel is not installed"
    plan = small_plan(work)
    parts, one = work / "parts", work / "at-once"
    subprocess.run(["parallel", "--will-cite", "-j4", batch.program, "batch", str(plan), "-o", str(parts), "-q", "--shard",
                    "{}/4", ":::", "1", "2", "3", "4"], check=True, capture_output=True, timeout=900)
    check(batch.run(plan, "-o", one).returncode == 0, "the run at once")
    good, said = batch.verify(parts)
    check(good and said.startswith("24 files") and "shard" not in said, said)
    made = {name: data for name, data in contents(parts).items() if not name.startswith("manifest")}
    check(made == {name: data for name, data in contents(one).items() if not name.startswith("manifest")}, "other bytes")
    (parts / "manifest.2-of-4.json").unlink()
    check("shard 2/4 left no manifest" in batch.verify(parts)[1], "a shard is missing, and nobody says so")
    return "4 shards make what one run makes"


def limits(batch, work):
    """A job beyond its limit fails alone."""
    big = {"actormap": 1, "entities": [{"id": f"e{i}", "type": "malware", "name": f"Name {i}"} for i in range(4000)],
           "speakers": [{"id": "s", "kind": "press"}],
           "relations": [{"from": f"e{i * 7919 % i if i else 0}", "type": "uses", "to": f"e{i}", "claims": [{"by": "s"}]}
                         for i in range(1, 4000)]}
    (work / "big.json").write_text(json.dumps(big))
    plan = {"actormap-plan": 1, "inputs": ["big.json"], "limits": {"seconds": 1},
            "jobs": [{"rank": {"by": "degree", "top": 3}, "output": "a.csv"},
                     {"draw": {"limit": 0, "bundle": 0, "layout": "layered"}, "output": "b.svg"},
                     {"rank": {"by": "degree", "top": 4}, "output": "c.csv"}]}
    (work / "limits.json").write_text(json.dumps(plan))
    folder = work / "limited"
    done = batch.run(work / "limits.json", "-o", folder, "--threads", 1)
    check(done.returncode == 1, done.stderr)
    check("2 done, 0 skipped, 1 failed" in done.stderr and "[job-limit]" in done.stderr, done.stderr)
    states = [job["state"] for job in json.loads((folder / "manifest.json").read_text())["jobs"]]
    check(states == ["done", "failed", "done"] and not (folder / "b.svg").exists(), states)
    return "one job over its time fails alone"


def crash(batch, work):
    """A worker that dies takes its job with it, and no other."""
    plan = small_plan(work)
    folder = work / "crashed"
    process = batch.start(plan, "-o", folder, "--threads", 2, "--progress", "json")
    process.stderr.readline()
    os.kill(process.pid, signal.SIGSTOP)
    workers = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    for worker in workers:
        os.kill(int(worker), signal.SIGSEGV)
    os.kill(process.pid, signal.SIGCONT)
    _, said = process.communicate()
    manifest = json.loads((folder / "manifest.json").read_text())
    failed = [job for job in manifest["jobs"] if job["state"] == "failed"]
    check(len(manifest["jobs"]) == 24 and len(failed) <= len(workers), said)
    check(all(job["error"] == "job-crashed" for job in failed), failed)
    check(process.returncode == (1 if failed else 0) and batch.verify(folder)[0], said)
    done = batch.run(plan, "-o", folder, "--resume")
    check(done.returncode == 0 and f"{len(failed)} done, {24 - len(failed)} skipped" in done.stderr, done.stderr)
    return f"{len(failed)} jobs of {len(workers)} dead workers failed, the others are there"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    batch = Batch(str(pathlib.Path(options.program).resolve()))
    rng = random.Random(options.seed)
    cases = {"whole": whole, "killed": lambda b, w: killed(b, w, options.kills, rng), "interrupted": interrupted,
             "two at once": two_at_once, "folder gone": folder_gone, "disk full": disk_full, "shards": shards,
             "limits": limits, "crash": crash}
    bad = 0
    for name, case in cases.items():
        with tempfile.TemporaryDirectory() as folder:
            try:
                print(f"{name}: {case(batch, pathlib.Path(folder))}", flush=True)
            except (AssertionError, OSError, ValueError, KeyError, subprocess.SubprocessError) as error:
                print(f"{name}: FAILED: {error!r}", flush=True)
                bad += 1
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
