#!/usr/bin/python3
"""Holds the JSON Schema of the native format against what the program reads and writes.

    check_schema.py [PROGRAM | WRITTEN.json ...]

Every graph in graphs/ must be valid, and so must what PROGRAM (actormap) makes of all of them by
`convert -T native`, and every file named; every tests/data/broken/schema-*.json must not be. The same for the schema of
batch plans and of mappings of sheets: those in graphs/plans and graphs/mappings are valid, and what is made of them by
misspelling one member or changing the type of one value is refused by the schema and by PROGRAM. Needs python3-jsonschema.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parent.parent


def faults(validator, path):
    """The first fault of a file as a line of text, or None."""
    document = json.loads(path.read_text(encoding="utf-8"))
    error = jsonschema.exceptions.best_match(validator.iter_errors(document))
    if error is None:
        return None
    place = "/".join(str(part) for part in error.absolute_path)
    return f"{place or 'the file'}: {error.message}"


def convert(program, graphs, folder):
    """The program's own rendering of all graphs together, as a file."""
    path = Path(folder) / "written.json"
    command = [program, "convert", "-q", "-T", "native", "-o", str(path), *map(str, graphs)]
    subprocess.run(command, check=True)
    return path


def spoilt(value, path=()):
    """Every way to misspell one member of a plan, or to give one value another type: the place, and the whole."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if path != ("lenses",):  # the names of lenses are free
                yield (*path, key), {(k + "x" if k == key else k): v for k, v in value.items()}
            for place, other in spoilt(inner, (*path, key)):
                yield place, {k: (other if k == key else v) for k, v in value.items()}
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            for place, other in spoilt(inner, (*path, i)):
                yield place, value[:i] + [other] + value[i + 1:]
    else:
        yield (*path, "type"), {"what": value}


def surprises_of(kind, schema, folder, command):
    """What is valid and should not be, or the other way round, among plans or mappings; `command` of the path of one reads it."""
    schema = json.loads((ROOT / "graphs/schema" / schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    paths = sorted((ROOT / "graphs" / kind).glob("*.json"))
    if not paths:
        yield f"there are no {kind}: nothing was checked"
    for path in paths:
        fault = faults(validator, path)
        if fault is not None:
            yield f"{path}: should be valid, but {fault}"
        for place, spoilt_one in spoilt(json.loads(path.read_text(encoding="utf-8"))):
            other = Path(folder) / "spoilt.json"
            other.write_text(json.dumps(spoilt_one), encoding="utf-8")
            if faults(validator, other) is None:
                yield f"{path}: spoilt at {place}, and the schema accepts it"
            done = subprocess.run(command(other), capture_output=True, text=True)
            if done.returncode != 2 or f"{other}:" not in done.stderr:
                yield f"{path}: spoilt at {place}, and the program says {done.stderr}"


def main(arguments):
    with tempfile.TemporaryDirectory() as folder:
        return check(arguments, folder)


def check(arguments, folder):
    schema = json.loads((ROOT / "graphs/schema/actormap-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    graphs = sorted((ROOT / "graphs").glob("*.json"))
    broken = sorted((ROOT / "tests/data/broken").glob("schema-*.json"))
    written = [
        Path(name) if name.endswith(".json") else convert(os.path.abspath(name), graphs, folder)
        for name in arguments
    ]
    surprises = []
    for name in arguments:
        if not name.endswith(".json"):
            program, graph = os.path.abspath(name), str(ROOT / "graphs/finland.json")
            surprises += surprises_of("plans", "plan-1.schema.json", folder,
                                      lambda plan: [program, "batch", str(plan), graph, "--dry-run"])
            surprises += surprises_of("mappings", "sheets-1.schema.json", folder,
                                      lambda mapping: [program, "info", "--columns", f"@{mapping}", graph])
    for path in graphs + written:
        fault = faults(validator, path)
        if fault is not None:
            surprises.append(f"{path}: should be valid, but {fault}")
    for path in broken:
        if faults(validator, path) is None:
            surprises.append(f"{path}: should be refused by the schema, and is valid")
    if not graphs or not broken:
        surprises.append("there are no graphs or no broken examples: nothing was checked")
    for line in surprises:
        print(line, file=sys.stderr)
    if not surprises:
        print(f"{len(graphs) + len(written)} valid, {len(broken)} refused, as they should be")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
