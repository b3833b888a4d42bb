#!/usr/bin/python3
"""Compares the ids of errors and warnings in the code with those in docs/errors.md, both ways.

In the code an id is the slug in double quotes that is the first argument of one of CALLS, one of two
that such a call chooses by `?:`, or the slug in brackets at the end of a message. On the page it is a
heading of the third level: "### `duplicate-id`".
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/errors.md"
FOLDERS = ["lib", "tools"]

# What is called with an id first, also as `Error name("id", ...)`. What these first take is an id ...
CALLS = ["Error", "InputError", "error", "warning"]
# ... and what these take is one if it has a hyphen.
LOOSE_CALLS = ["warn", "report", "fail", "problem", "refuse", "fault", "complain"]

WORD = r"[a-z][a-z0-9]*"
ID = rf'"({WORD}(?:-{WORD})*)"'
HYPHENED = rf'"({WORD}(?:-{WORD})+)"'


def calls(names, slug):
    """Matches a call with an id first, and one that chooses between two ids."""
    call = r"\b(?:" + "|".join(names) + r")(?:\s+\w+)?\s*[({]\s*"
    return [re.compile(call + slug + r"\s*,"),
            re.compile(call + r"[^;\"]*\?\s*" + slug + r"\s*:\s*" + slug + r"\s*,")]


PATTERNS = calls(CALLS, ID) + calls(LOOSE_CALLS, HYPHENED)
# A message that a program prints itself.
SAID = r'"actormap: (?:error|warning): (?:(?!"actormap: ).){0,300}?\['
PATTERNS.append(re.compile(SAID + rf'({WORD}(?:-{WORD})*)\]"\s*\)', re.DOTALL))
HEADING = re.compile(r"^### `([a-z0-9-]+)`\s*$", re.MULTILINE)


def without_comments(text):
    """The code, with the comments that begin a line blanked (lines keep their numbers)."""
    return re.sub(r"^[ \t]*//.*$", "", text, flags=re.MULTILINE)


def ids_in_code():
    """Each id and the first place where it stands."""
    found = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix not in {".cpp", ".hpp"}:
                continue
            text = without_comments(path.read_text(encoding="utf-8"))
            for pattern in PATTERNS:
                for match in pattern.finditer(text):
                    for name in match.groups():
                        line = text.count("\n", 0, match.start(1)) + 1
                        found.setdefault(name, f"{path.relative_to(ROOT)}:{line}")
    return found


def main():
    code = ids_in_code()
    text = PAGE.read_text(encoding="utf-8")
    page = HEADING.findall(text)
    faults = [f"{place}: '{name}' is not in docs/errors.md" for name, place in code.items()
              if name not in page]
    faults += [f"docs/errors.md: '{name}' is not in the code" for name in page if name not in code]
    faults += [f"docs/errors.md: '{name}' stands twice" for name in sorted(set(page))
               if page.count(name) > 1]
    # Each section has its three parts, and its example ends in its id.
    for section in re.split(r"^(?=### )", text, flags=re.MULTILINE)[1:]:
        name = HEADING.findall(section)[0] if HEADING.findall(section) else section.split("\n")[0]
        for part in ("Cause: ", "Cure: "):
            if f"\n{part}" not in section:
                faults.append(f"docs/errors.md: '{name}' has no line that begins with '{part}'")
        if f"[{name}]" not in section:
            faults.append(f"docs/errors.md: '{name}' has no example message")
    if not code:
        faults.append("no id was found in the code: the patterns are wrong")
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"errors: {len(code)} ids, all on the page")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
