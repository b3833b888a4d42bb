#!/usr/bin/python3
"""The C++ of the README and of the cookbook is what tests build, to the letter; their links lead somewhere."""
import pathlib
import re
import sys

project = pathlib.Path(__file__).resolve().parents[1]
BUILT = {
    "README.md": [project / "tests" / "package" / "main.cpp"],
    "docs/cookbook.md": sorted((project / "tests" / "cookbook").glob("*.cpp")),
    "docs/rests-on.md": [],
}
for name, built in BUILT.items():
    page = (project / name).read_text(encoding="utf-8")
    shown = re.findall(r"```cpp\n(.*?)```", page, re.S)
    files = {path.read_text(encoding="utf-8"): path for path in built}
    for path in (path for text, path in files.items() if text not in shown):
        sys.exit(f"{name}: error: {path.relative_to(project)} does not stand in it; copy it over [readme]")
    if len(shown) != len(files) or any(text not in files for text in shown):
        sys.exit(f"{name}: error: it has C++ that no test builds [readme]")
    folder = (project / name).parent
    prose = re.sub(r"```.*?```", "", page, flags=re.S)
    links = re.findall(r"\]\((?!http)([^)#]+)\)", prose)
    missing = [link for link in links if not (folder / link).exists()]
    if missing:
        sys.exit(f"{name}: error: links lead nowhere: {missing} [readme]")
    print(f"{name}: {len(shown)} examples are built, {len(links)} links lead somewhere")
