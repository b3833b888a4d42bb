#!/usr/bin/python3
"""Fails when a module includes one that it may not. The table is the architecture."""
import pathlib
import re
import sys

MAY_INCLUDE = {
    "base": "",
    "model": "base",
    "network": "base",
    "graphviz": "base",
    "read": "base model network graphviz",
    "lens": "base model network",
    "analysis": "base network",
    "study": "base model network lens analysis",
    "write": "base model network lens analysis study graphviz",
    "draw": "base model network lens analysis study graphviz",
    "batch": "base model network lens analysis study graphviz read write draw",
}
# Third-party headers, and the only files that may name them.
FENCED = {
    "nlohmann/": r"(read|write|draw|batch)/\w+\.cpp$|lens/attack_ids\.cpp$",
    "graphviz/": r"graphviz/\w+\.cpp$",
    "boost/": r"network/boost_graph\.hpp$|analysis/\w+\.cpp$|model/uuid\.cpp$",
    "fmt/": r"\.cpp$",
    "utf8proc": r"\.cpp$",
    "sha2.h": r"base/sha256\.cpp$",
    "simdjson": r"read/\w+\.cpp$",
    "expat": r"read/xml\.cpp$",
    "zlib": r"base/gzip\.cpp$",
}
ROOT = pathlib.Path(__file__).resolve().parent.parent / "lib" / "actormap"
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def problems(path):
    module = path.relative_to(ROOT).parts[0]
    if module not in MAY_INCLUDE:
        yield f"{path}:1:1: error: the table has no module {module} [layers]"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        name = match[1]
        used = name.split("/")[1] if name.startswith("actormap/") else None
        if used and used != module and used not in MAY_INCLUDE[module].split():
            yield f"{path}:{number}:1: error: {module} may not include {used} [layers]"
        if name.startswith("CLI"):
            yield f"{path}:{number}:1: error: the library does not parse options [layers]"
        for prefix, allowed in FENCED.items():
            if name.startswith(prefix) and not re.search(allowed, path.as_posix()):
                yield f"{path}:{number}:1: error: {name} is fenced off here [layers]"


files = sorted(ROOT.rglob("*.[hc]pp"))
found = [problem for path in files for problem in problems(path)]
print("\n".join(found) if found else f"layers: {len(files)} files keep to the table")
sys.exit(bool(found) or not files)
