#!/usr/bin/python3
"""The embedding example of the README is the consumer that a test builds, to the letter."""
import pathlib
import re
import sys

project = pathlib.Path(__file__).resolve().parents[1]
readme = (project / "README.md").read_text(encoding="utf-8")
blocks = re.findall(r"```cpp\n(.*?)```", readme, re.S)
consumer = (project / "tests" / "package" / "main.cpp").read_text(encoding="utf-8")
if blocks != [consumer]:
    sys.exit("README.md: error: its C++ is not tests/package/main.cpp; copy it over [readme]")
missing = [p for p in re.findall(r"\]\((?!http)([^)#]+)\)", readme) if not (project / p).exists()]
if missing:
    sys.exit(f"README.md: error: links lead nowhere: {missing} [readme]")
print("README.md: the example is the one that is built, and links lead somewhere")
