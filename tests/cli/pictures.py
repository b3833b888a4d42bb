#!/usr/bin/python3
"""Hostile names, through the program, in every format of a picture: `pictures.py PROGRAM`.

Each output is taken apart by a parser that is not ours: SVG by expat and xmllint, DOT by gvpr and dot, PDF by
pdftotext, PNG by its chunks, JSON by Python. The names must come out as text, and as nothing else.
"""
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
import zlib

import hostile

TOOLS = ("xmllint", "gvpr", "dot", "pdftotext")
LINKS = ("https://a.org/x?y=1&z=2", "http://b.org/")
NO_LINKS = ("https://user:pw@a.org/", 'https://a.org/"onload="x', "https://a.org/'><script>", "https://a.org/\u202egnp",
            "https://a.org\\@b.org/", "https://a.org/{x}")  # what a reader lets through, and a link must not hold
ELEMENTS = {"svg", "title", "desc", "g", "polygon", "polyline", "path", "ellipse", "text"}
ATTRIBUTES = {
    "svg": {"role", "aria-labelledby", "aria-describedby", "width", "height", "viewBox"},
    "title": {"id"}, "desc": {"id"},
    "g": {"id", "class", "transform", "role"},
    "text": {"text-anchor", "x", "y", "font-family", "font-size", "font-weight", "fill", "fill-opacity"},
    "a": {"{http://www.w3.org/1999/xlink}href", "rel"},
}
SHAPES = {"fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "points", "d",
          "cx", "cy", "rx", "ry"}
GV_ATTRIBUTES = {
    "arrowhead", "arrowsize", "arrowtail", "bb", "bgcolor", "color", "dir", "fillcolor", "fixedsize", "fontcolor",
    "fontname", "fontsize", "height", "id", "label", "labeljust", "layout", "linelength", "margin", "outputorder",
    "pad", "penwidth", "pos", "shape", "style", "width"}
NOT_IN_PDF = re.compile(rb"/(URI|Launch|JavaScript|JS|EmbeddedFile|Filespec|OpenAction|AA|Annots?|AcroForm|ObjStm)\b")


def clean(name):
    """The rule of docs/drawing.md, written down again."""
    def shown(c):
        if c in "\n\r\t\u2028\u2029":
            return " "
        code = ord(c)
        hidden = (unicodedata.category(c) == "Cc" or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
                  or c in "\u200e\u200f\u061c" or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE)
        return "\ufffd" if hidden else c
    text = "".join(map(shown, name[:200]))
    return text + "…" if len(name) > 200 else text


def graph():
    """Every name in every place that a text can stand in."""
    names = hostile.NAMES
    urls = LINKS + NO_LINKS
    entities, relations, sources = [{"id": "hub", "type": "intrusion-set", "name": "Hub"}], [], []
    for i, name in enumerate(names):
        plain = "".join(c for c in name[:100] if unicodedata.category(c) not in ("Cc", "Cn"))  # as ids must be
        entities += [{"id": f"{plain}{i}", "type": "identity", "name": name},
                     {"id": f"place{i}", "type": "location", "name": name}]
        sources.append({"id": f"{plain}s{i}", "publisher": f"p{i}", "date": f"20{i:02}", "title": name})
        if i < len(urls):
            sources[-1]["url"] = urls[i]
        claims = [{"source": f"{plain}s{i}"}]
        relations += [{"from": "hub", "type": plain, "to": f"{plain}{i}", "claims": claims},
                      {"from": f"{plain}{i}", "type": "located-at", "to": f"place{i}", "claims": claims}]
    entities.append({"id": "odd", "type": 'x-"<b>&lt;\\N', "name": "Odd"})
    return {"actormap": 1, "title": " ".join(names[:20]), "entities": entities, "relations": relations,
            "sources": sources,
            "speakers": [{"id": f"p{i}", "name": name, "kind": "press"} for i, name in enumerate(names)]}


def bare(text):
    return "".join(text.split())


class Check:
    def __init__(self, program, folder):
        self.program, self.folder, self.failed = program, folder, 0
        self.input = folder / "hostile.json"
        self.input.write_text(json.dumps(graph()), encoding="utf-8")

    def expect(self, right, what):
        if not right:
            self.failed += 1
            print(f"failed: {what}"[:500])

    def draw(self, ending, *options):
        path = self.folder / f"map.{ending}"
        done = subprocess.run([self.program, "draw", str(self.input), "-o", str(path), *options], capture_output=True)
        if done.returncode != 0:
            sys.exit(f"draw {ending} {options}: {done.returncode} {done.stderr.decode()}")
        return path

    def tool(self, *command):
        done = subprocess.run(command, capture_output=True)
        self.expect(done.returncode == 0 and not done.stderr, f"{command}: {done.returncode} {done.stderr}")
        return done.stdout.decode()

    def svg(self, *options, links=()):
        path = self.draw("svg", *options)
        self.tool("xmllint", "--nonet", "--noout", str(path))
        root = ElementTree.parse(path).getroot()
        titles, texts, found = [], [], []
        for element in root.iter():
            tag = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
            self.expect(tag in ELEMENTS or (links and tag == "a"), f"svg {options}: element {tag}")
            extra = set(element.attrib) - ATTRIBUTES.get(tag, SHAPES)
            self.expect(not extra, f"svg {options}: {tag} has {extra}")
            found += [v for k, v in element.attrib.items() if k.endswith("href")]
            if tag == "title":
                titles.append(element.text)
            if tag == "text":
                texts.append(element.text)
            for token in element.get("class", "").split():
                self.expect(re.fullmatch(r"[A-Za-z0-9_-]+", token), f"svg {options}: class {token!r}")
        self.expect(sorted(found) == sorted(links), f"svg {options}: links {found}")
        if not links:
            self.expect(b'href="' not in path.read_bytes(), f"svg {options}: href")
        text = bare("".join(texts))
        for name in hostile.NAMES:
            title = clean(name)
            self.expect(any(t.startswith(title + ": organisation") for t in titles), f"svg: no title for {name!r}")
            self.expect(bare(title)[:15] in text, f"svg {options}: no text for {name!r}")

    def dot(self):
        path = self.draw("dot")
        labels = self.tool("gvpr", "-f", str(self.program_text()), str(path))
        self.expect("HTML" not in labels, "dot: an HTML-like label")
        picture = json.loads(self.tool("dot", "-Tdot_json", str(path)))
        text = ""
        for item in picture["objects"] + picture["edges"]:
            named = re.fullmatch(r"n\d+|cluster\d+|rank\d+|", item.get("name", ""))
            self.expect(named, f"dot: an object called {item.get('name')!r}")
            extra = set(item) - GV_ATTRIBUTES - {"_gvid", "name", "nodes", "edges", "subgraphs", "head", "tail", "key"}
            self.expect(not extra, f"dot: attributes {extra}")
            label = re.sub(r"\\[nlr]", "", item.get("label", "").replace("\\\\", "\0"))
            text += label.replace("\0", "\\").replace("&amp;", "&")
        extra = {k for k, v in picture.items() if isinstance(v, str)} - GV_ATTRIBUTES - {"name"}
        self.expect(not extra, f"dot: attributes {extra}")
        for name in hostile.NAMES:
            self.expect(bare(clean(name))[:15] in bare(text), f"dot: no label for {name!r}")

    def program_text(self):
        """Marks HTML-like labels, as Graphviz's own parser tells them."""
        path = self.folder / "labels.gvpr"
        path.write_text('N [ishtml($.label)] { print("HTML ", $.name); }\nE [hasAttr($, "label") && ishtml($.label)] { print("HTML"); }\n')
        return path

    def pdf(self):
        path = self.draw("pdf")
        whole = path.read_bytes()
        outside = b""
        for i, part in enumerate(re.split(rb"stream\r?\n|endstream", whole)):
            if i % 2 == 0:
                outside += part
        self.expect(not NOT_IN_PDF.search(outside), f"pdf: {NOT_IN_PDF.search(outside)}")
        self.expect(b"CreationDate" not in outside, "pdf: a date")
        text = bare(self.tool("pdftotext", "-raw", str(path), "-"))
        for name in hostile.NAMES:
            self.expect(bare(clean(name))[:15] in text, f"pdf: no text for {name!r}")

    def png(self):
        data = self.draw("png").read_bytes()
        self.expect(data[:8] == b"\x89PNG\r\n\x1a\n", "png: no PNG")
        at, pixels, kinds = 8, b"", []
        while at < len(data):
            size, kind = struct.unpack(">I4s", data[at:at + 8])
            body = data[at + 8:at + 8 + size]
            checked = struct.unpack(">I", data[at + 8 + size:at + 12 + size])[0] == zlib.crc32(kind + body)
            self.expect(checked, f"png: checksum of {kind}")
            kinds.append(kind)
            pixels += body if kind == b"IDAT" else b""
            at += 12 + size
        self.expect(set(kinds) <= {b"IHDR", b"IDAT", b"IEND", b"pHYs", b"bKGD"}, f"png: chunks {set(kinds)}")
        self.expect(len(zlib.decompress(pixels)) > 100_000, "png: pixels")

    def json(self):
        picture = json.loads(self.draw("json").read_text(encoding="utf-8"))
        names = {vertex["name"] for vertex in picture["vertices"]}
        self.expect(names >= set(hostile.NAMES), "json: names are missing")

    def citations(self):
        for ending in ("bib", "json"):
            path = self.folder / f"sources.{ending}"
            self.draw("svg", "--citations", str(path))
            text = path.read_text(encoding="utf-8")
            if ending == "json":
                items = json.loads(text)
                self.expect({item["title"] for item in items} >= {clean(n) for n in hostile.NAMES if len(n) < 200},
                            "citations: titles are missing")
                self.expect({item["URL"] for item in items if "URL" in item} == set(LINKS), "citations: addresses")
            else:
                self.expect(text.count("{") == text.count("}"), "citations: braces")
                self.expect(len(re.findall(r"^@(online|misc)\{[A-Za-z0-9_-]+,$", text, re.M)) == len(hostile.NAMES),
                            "citations: entries")

    def refused(self):
        """What is no text at all does not get as far as a picture."""
        for name in (b"a\\u0000b", b"a\xff\xfeb", b"a\x00b", b"\\ud800"):
            path = self.folder / "refused.json"
            path.write_bytes(b'{"actormap": 1, "entities": [{"id": "a", "type": "tool", "name": "' + name + b'"}]}')
            for ending in ("svg", "png", "pdf", "dot", "json"):
                output = self.folder / f"refused-map.{ending}"
                done = subprocess.run([self.program, "draw", str(path), "-o", str(output)], capture_output=True)
                self.expect(done.returncode == 2 and not output.exists(), f"{name} as {ending}: {done}")


def main():
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        sys.exit(f"{', '.join(missing)}: not installed; scripts/test installs them")
    with tempfile.TemporaryDirectory() as folder:
        check = Check(sys.argv[1], pathlib.Path(folder))
        for theme in ("light", "dark", "print"):
            check.svg("--theme", theme)
        check.svg("--layout", "force", "--cluster", "community")
        check.svg("--links", links=LINKS)
        for case in (check.dot, check.pdf, check.png, check.json, check.citations, check.refused):
            case()
        print(f"{len(hostile.NAMES)} names, {check.failed} failed")
        sys.exit(check.failed != 0)


if __name__ == "__main__":
    main()
