#!/usr/bin/python3
"""Pictures that keep places, through the program: `frames.py PROGRAM`.

`--frames` writes a picture for each year, with what was said by then, on sheets of one size, and what is in two of them
stands at one place. `--keep-layout` leaves what was in an earlier picture where it was among the others.
"""
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

GRAPHS = sorted(map(str, (pathlib.Path(__file__).resolve().parents[2] / "graphs").glob("*.json")))
YEARS = range(2020, 2023)
FAR = 15  # points that larger names may push others; the pictures are 1,000 wide

failed = []


def expect(right, what):
    if not right:
        failed.append(what)
        print(f"failed: {what}")


def draw(program, output, *options):
    done = subprocess.run([program, "draw", *GRAPHS, "-q", "-o", str(output), *options], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"draw {options}: {done.returncode} {done.stderr.decode()}")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def places(picture):
    return {v["id"]: (v["x"], v["y"]) for v in picture["vertices"] if v["drawn"]}


def moved(before, after):
    """How far each went that is in both, once the whole is shifted back."""
    both = before.keys() & after.keys()
    shift = [statistics.median(after[i][k] - before[i][k] for i in both) for k in (0, 1)]
    return {i: max(abs(after[i][k] - before[i][k] - shift[k]) for k in (0, 1)) for i in both}


def frames(program, folder):
    years = f"{YEARS[0]}..{YEARS[-1]}"
    draw(program, folder / "map.json", "--frames", years)
    draw(program, folder / "map.svg", "--frames", years)
    written = sorted(p.name for p in folder.glob("map*.json"))
    expect(written == [f"map-{y}.json" for y in YEARS], f"files: {written}")
    pictures = {y: read(folder / f"map-{y}.json") for y in YEARS}
    for year, picture in pictures.items():
        draw(program, folder / "alone.json", "--as-of", str(year), "--layout", "force")
        alone = {v["id"] for v in read(folder / "alone.json")["vertices"]}
        expect({v["id"] for v in picture["vertices"]} == alone, f"{year}: not what was said by then")
    last = places(pictures[YEARS[-1]])
    expect(len(last) > len(places(pictures[YEARS[0]])) > 3, "the graph grows")
    for year, picture in pictures.items():
        for entity, (x, y) in places(picture).items():
            if entity in last:
                expect(abs(x - last[entity][0]) < FAR and abs(y - last[entity][1]) < FAR, f"{year}: {entity} moved")
    sizes = {re.search(r'<svg[^>]*?(width=.*?viewBox="[^"]*")', (folder / f"map-{y}.svg").read_text(), re.S)[1]
             for y in YEARS}
    expect(len(sizes) == 1, f"sizes: {sizes}")


def keep_layout(program, folder):
    draw(program, folder / "old.json", "--as-of", "2024", "--layout", "force")
    old = places(read(folder / "old.json"))
    draw(program, folder / "new.json", "--keep-layout", str(folder / "old.json"))
    new = places(read(folder / "new.json"))
    expect(len(new) > len(old), "something is new")
    kept = moved(old, new)
    expect(statistics.median(kept.values()) < 2, f"kept: {kept}")
    draw(program, folder / "free.json", "--layout", "force")
    free = moved(old, places(read(folder / "free.json")))
    expect(statistics.median(free.values()) > 30, "without it they would have moved")


def main():
    for case in (frames, keep_layout):
        with tempfile.TemporaryDirectory() as folder:
            case(sys.argv[1], pathlib.Path(folder))
    print(f"{len(failed)} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
