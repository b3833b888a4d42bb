#!/usr/bin/python3
"""Holds the JSON Schema of the native format against what the program reads and writes.

    check_schema.py [PROGRAM | WRITTEN.json ...]

Every graph in graphs/ must be valid, and so must what PROGRAM (actormap) makes of all of them by
`convert -T native`, and every file named; every tests/data/broken/schema-*.json must not be. Needs
python3-jsonschema.
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
