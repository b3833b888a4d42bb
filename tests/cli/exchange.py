#!/usr/bin/python3
"""Other programs open what `convert` writes and see the same graph: `exchange.py PROGRAM`.

The map in graphs/, one of everything that is hard to write, and an empty one, in each generic format, against `convert
-T native` of the same: vertices, edges and each attribute, in NetworkX, igraph and Graphviz; Neo4j's CSV against the
rules of its manual. What needs a library or a tool that is missing is skipped, and said.
"""
import collections
import csv
import json
import math
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PROJECT = pathlib.Path(__file__).resolve().parents[2]
GRAPHS = sorted((PROJECT / "graphs").glob("*.json"))
HARD_TEXTS = ["\"quoted\" \\", "a\\", "\\N \\G \\l", "<b>&amp;</b> ]]>", "line\nend\r\n\ttab", "\n", "=1+1", "'=1", "'", " blank ",
              "日本 🦊", "é,;\"", "7", "-0", "true", "{}", "[1]", "e0", "e_1", "%N", "&#10;", "#comment", "//x", "null", "NaN"]
HARD_IDS = [text for text in HARD_TEXTS if text.isprintable()]  # no control characters in them
HARD = {
    "actormap": 1, "title": "Everything \"hard\" & <odd>\\", "as_of": "2024-05", "x_list": [1, {"a": None}],
    "speakers": [{"id": "s;\"", "kind": "vendor", "note": "\\"}],
    "entities": [{"id": id, "type": "tool", "name": HARD_TEXTS[at], "description": HARD_TEXTS[-at],
                  "roles": [HARD_IDS[-at]], "number": at, "share": at / 8, "odd": at % 2 == 1,
                  "some text": HARD_TEXTS[at], "mixed": [at, HARD_TEXTS[at], None][at % 3], "list": [HARD_TEXTS[at]],
                  "image": "/etc/passwd", "shape": "none", "URL": "javascript:x", "é,{}()": HARD_TEXTS[at],
                  "names": [{"name": HARD_TEXTS[-at], "by": "s;\""}, {"name": HARD_TEXTS[at]}]}
                 for at, id in enumerate(HARD_IDS)],
    "relations": [{"from": id, "type": kind, "to": HARD_IDS[(at * at) % 7], "id": f"{kind}{at}",
                   "description": HARD_TEXTS[at], "weight": at + 0.5, "key2": HARD_TEXTS[at], "certain": at > 3,
                   "claims": [{"by": "s;\"", "stance": "asserts", "confidence": at, "note": HARD_TEXTS[at]},
                              {"by": "s;\"", "stance": "denies", "excerpt": HARD_TEXTS[-at]}][:at % 3]}
                  for at, id in enumerate(HARD_IDS) for kind in ("uses", "a;b \"c\"")],
}
CARRYING = {"asserts", "supports", "hypothesises"}
# Members of the native format; everything else is a custom property.
OF_GRAPH = {"actormap", "title", "as_of", "speakers", "sources", "entities", "relations", "judgements"}
OF_ENTITY = {"id", "type", "name", "description", "undefined", "roles", "country", "marking", "names"}
OF_RELATION = {"from", "type", "to", "start", "stop", "id", "description", "marking", "claims"}
csv.field_size_limit(1 << 30)


def check(good, what):
    if not good:
        raise AssertionError(what)


class Native:
    """What the other programs must see, made from the native format alone."""

    def __init__(self, text):
        document = json.loads(text)
        self.graph = {"actormap": 1, **{name: document[name] for name in ("title", "as_of") if name in document},
                      **{f"{name}_json": document[name] for name in ("speakers", "sources", "judgements")
                         if name in document},
                      "properties": {name: value for name, value in document.items() if name not in OF_GRAPH}}
        self.vertices = {entity["id"]: self.vertex(entity) for entity in document.get("entities", [])}
        self.edges = [(relation["from"], relation["to"], self.edge(relation))
                      for relation in document.get("relations", [])]

    @staticmethod
    def vertex(entity):
        result = {name: entity[name] for name in ("type", "description", "country", "marking", "undefined", "roles")
                  if name in entity}
        result["label"] = entity.get("name", entity["id"])
        if "names" in entity:
            result["names_json"] = entity["names"]
            result["aliases"] = "; ".join(name["name"] for name in entity["names"])
        result["properties"] = {name: value for name, value in entity.items() if name not in OF_ENTITY}
        return result

    @staticmethod
    def edge(relation):
        result = {name: relation[name] for name in ("type", "start", "stop", "description", "marking")
                  if name in relation}
        if "id" in relation:
            result["relation_id"] = relation["id"]
        claims = relation.get("claims", [])
        if claims:
            result["claims_json"] = claims
        result["claims"] = len(claims)
        result["disputed"] = any(claim["stance"] in ("denies", "disputes") for claim in claims)
        sure = [claim["confidence"] for claim in claims if claim["stance"] in CARRYING and "confidence" in claim]
        if sure and all(isinstance(value, int) for value in sure):
            result["confidence"] = max(sure)
        elif sure:
            result["confidence"] = ANY  # words of a scale, whose numbers are tested elsewhere
        result["properties"] = {name: value for name, value in relation.items() if name not in OF_RELATION}
        return result


class Anything:
    def __eq__(self, other):
        return isinstance(other, (int, float))

    def __repr__(self):
        return "any number"


ANY = Anything()


def seen(attributes, known, texts=False):
    """The attributes of a vertex or an edge as Native has them: JSON parsed, custom properties gathered. `texts` says
    that the format has no types: what looks like a number or a truth is one."""
    result, properties = {}, {}
    for name, value in attributes.items():
        if texts and isinstance(value, str) and name in ("claims", "confidence", "disputed", "undefined", "actormap"):
            value = json.loads(value)
        if (name.endswith("_json") or name == "roles") and isinstance(value, str):
            value = json.loads(value)
        if name == "properties_json":
            properties.update(value)
        elif name in known:
            result[name] = value
        else:
            check(name not in properties, f"{name} stands twice")
            properties[name] = value
    return {**result, "properties": properties}


VERTEX_NAMES = {"label", "type", "description", "country", "marking", "undefined", "roles", "aliases", "names_json"}
EDGE_NAMES = {"type", "start", "stop", "description", "marking", "claims", "confidence", "disputed", "relation_id",
              "claims_json"}
GRAPH_NAMES = {"actormap", "title", "as_of", "speakers_json", "sources_json", "judgements_json"}


def compare(native, vertices, edges, graph=None, texts=False):
    """Vertices: id -> attributes; edges: (source, target, attributes)."""
    check(set(vertices) == set(native.vertices), f"vertices: {set(vertices) ^ set(native.vertices)}")
    for id, attributes in vertices.items():
        got = seen(attributes, VERTEX_NAMES, texts)
        check(got == native.vertices[id], f"vertex {id}: {got} is not {native.vertices[id]}")

    # By their claims and all: parallel edges may come in any order.
    def by_ends(edges):
        ends = collections.defaultdict(list)
        for source, target, attributes in edges:
            ends[source, target].append(attributes)
        return ends
    wanted, found = by_ends(native.edges), by_ends(edges)
    check(set(wanted) == set(found), f"edges: {set(wanted) ^ set(found)}")
    for ends, list_wanted in wanted.items():
        rest = [seen(attributes, EDGE_NAMES, texts) for attributes in found[ends]]
        check(len(rest) == len(list_wanted), f"{ends}: {len(rest)} edges instead of {len(list_wanted)}")
        for attributes in list_wanted:
            same = [edge for edge in rest if attributes == edge]
            check(same, f"{ends}: none of {rest} is {attributes}")
            rest.remove(same[0])
    if graph is not None:
        got = seen(graph, GRAPH_NAMES, texts)
        check(got == native.graph, f"graph: {got} is not {native.graph}")


def in_networkx(folder, native):
    import networkx
    from networkx.readwrite import gexf, json_graph

    def compare_graph(read, drop=(), about=None):
        edges = [(source, target, {name: value for name, value in data.items() if name not in drop})
                 for source, target, data in read.edges(data=True)]
        check(read.is_directed(), "the graph is undirected")
        compare(native, dict(read.nodes(data=True)), edges, about)

    read = networkx.read_graphml(folder / "graphml")
    about = {name: value for name, value in read.graph.items() if name not in ("node_default", "edge_default")}
    compare_graph(read, drop=("id",), about=about)
    read = json_graph.node_link_graph(json.loads((folder / "node-link").read_text()))
    compare_graph(read, about=read.graph)
    if "1.3" not in gexf.GEXF.versions:  # NetworkX 2 knows 1.1 and 1.2: of what we use, the namespace differs alone
        gexf.GEXF.versions["1.3"] = dict(gexf.GEXF.versions["1.2draft"], VERSION="1.3",
                                         NS_GEXF="http://gexf.net/1.3", NS_VIZ="http://gexf.net/1.3/viz")
    read = networkx.read_gexf(folder / "gexf", version="1.3")
    for _, _, data in read.edges(data=True):
        check(data["label"] == data["type"], "an edge's label is not its type")
    description = ElementTree.parse(folder / "gexf").findtext(".//{http://gexf.net/1.3}description")
    about = {f"{name}_json" if name in ("speakers", "sources", "judgements") else name: value
             for name, value in json.loads(description).items()}
    compare_graph(read, drop=("id", "label"), about=about)
    return f"NetworkX {networkx.__version__}: GraphML, node-link, GEXF"


def in_igraph(folder, native):
    import igraph
    read = igraph.Graph.Read_GraphML(str(folder / "graphml"))
    check(read.is_directed(), "the graph is undirected")

    def of(element, wanted):
        """igraph gives every element every attribute; what it has for an absent one is no value, unless we say so."""
        result = {}
        for name, value in element.attributes().items():
            absent = value is None or value == "" or value is False or (isinstance(value, float) and math.isnan(value))
            if name == "id" or (absent and name not in wanted and name not in wanted["properties"]):
                continue
            result[name] = value
        return result
    # igraph takes libxml2's word for an ampersand in an attribute, which is still a reference.
    names = [id.replace("&#38;", "&") for id in read.vs["id"]] if len(read.vs) else []
    vertices = {id: of(vertex, native.vertices[id]) for id, vertex in zip(names, read.vs)}
    # igraph's edges come in the order of the file, which is that of the native format.
    edges = [(names[edge.source], names[edge.target], of(edge, wanted[2]))
             for edge, wanted in zip(read.es, native.edges)]
    compare(native, vertices, edges, {name: read[name] for name in read.attributes() if read[name] not in ("", None)})
    return f"igraph {igraph.__version__}: GraphML"


def in_graphviz(folder, native):
    if not shutil.which("dot"):
        raise ImportError("no dot of Graphviz here")

    def text(value):
        return re.sub(r"\\(.)", lambda escape: "\n" if escape[1] == "n" else escape[1], value)

    for output in ("canon", "svg"):
        made = subprocess.run(["dot", f"-T{output}", folder / "dot"], capture_output=True, timeout=300)
        check(made.returncode == 0 and made.stdout, f"dot -T{output}: {made.stderr.decode()}")
    read = json.loads(subprocess.run(["dot", "-Tdot_json", folder / "dot"], capture_output=True,
                                     check=True, timeout=300).stdout)
    # What Graphviz and its layout add is none of ours.
    added = {"name", "bb", "pos", "height", "width", "lp", "lwidth", "lheight", "xdotversion"}

    def clean(element):
        return {text(name): text(value) for name, value in element.items()
                if name not in added and isinstance(value, str) and value != ""}
    names = [text(vertex["name"]) for vertex in read.get("objects", [])]
    vertices = dict(zip(names, map(clean, read.get("objects", []))))
    edges = [(names[edge["tail"]], names[edge["head"]], clean(edge)) for edge in read.get("edges", [])]
    compare(native, vertices, edges, clean(read), texts=True)
    return "Graphviz: DOT"


NEO4J_TYPE = re.compile(r"(?P<name>[^:{}]+)(?::(?P<type>long|double|boolean))?$")


def neo4j_rows(path, special):
    """Rows by Neo4j's rules: fields named by `special` first or anywhere, each other one a property with its type."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file, strict=True)
        header = next(rows)
        properties = [name for name in header if name not in special]
        check(sorted(set(header)) == sorted(header), f"{path.name}: a field stands twice")
        check(all(name in header for name in special), f"{path.name}: not all of {special} are in {header}")
        parsed = {name: NEO4J_TYPE.match(name) for name in properties}
        check(all(parsed.values()), f"{path.name}: header {header}")
        for row in rows:
            check(len(row) == len(header), f"{path.name}: {len(row)} cells, {len(header)} in the header")
            values = {}
            for name, cell in zip(header, row):
                if name in special:
                    values[name] = cell
                elif cell != "":
                    field = parsed[name]
                    if field["type"] == "boolean":
                        check(cell in ("true", "false"), f"{cell} is no boolean")
                    convert = {"long": int, "double": float, "boolean": json.loads, None: str}[field["type"]]
                    values[field["name"]] = convert(cell)
                    check(field["type"] != "long" or -2**63 <= values[field["name"]] < 2**63, f"{cell} is no long")
            yield values


def by_neo4j(folder, native):
    vertices, edges = {}, []
    for row in neo4j_rows(folder / "neo4j/nodes.csv", ("id:ID", ":LABEL")):
        id, label = row.pop("id:ID"), row.pop(":LABEL")
        check(id and label and id not in vertices, f"{id!r} of {label!r}")
        vertices[id] = {**row, "type": label}
    for row in neo4j_rows(folder / "neo4j/relationships.csv", (":START_ID", ":END_ID", ":TYPE")):
        source, target, type = (row.pop(name) for name in (":START_ID", ":END_ID", ":TYPE"))
        check(source in vertices and target in vertices and type, f"{source!r} {type!r} {target!r}")
        edges.append((source, target, {**row, "type": type}))
    vertices = {id: {name.replace("é,__()", "é,{}()"): value for name, value in row.items()}
                for id, row in vertices.items()}
    compare(native, vertices, edges)
    return "the rules of Neo4j's CSV"


def in_cytoscape(folder, native):
    """What cytoscape.js itself says is asked by scripts/validate_cytoscape."""
    document = json.loads((folder / "cytoscape").read_text())
    nodes = [dict(node["data"]) for node in document["elements"]["nodes"]]
    links = [dict(edge["data"]) for edge in document["elements"]["edges"]]
    ids = [element["id"] for element in nodes + links]
    check(len(ids) == len(set(ids)), "an id stands twice")
    for node in nodes:
        node["label"] = node.pop("name")
    for edge in links:
        del edge["id"]
    vertices = {node.pop("id"): node for node in nodes}
    edges = [(edge.pop("source"), edge.pop("target"), edge) for edge in links]
    compare(native, vertices, edges, document["data"])
    return "Cytoscape JSON"


def by_spreadsheet(folder, native):
    """The tables, with guards off, and what a spreadsheet would take for numbers left as text."""
    def rows(name):
        with open(folder / "tables" / name, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file, strict=True):
                yield {key: re.sub("^'('*[-=+@|%\t\r\n＝＋－＠｜％])", r"\1", cell) for key, cell in row.items()
                       if cell != ""}

    def typed(attributes, known):
        def value(name, cell):
            if name in known or name.endswith("_json") or not re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?",
                                                                           cell):
                return cell
            return json.loads(cell)
        return {name: value(name, cell) for name, cell in attributes.items()}
    vertices = {row.pop("id"): typed(row, VERTEX_NAMES) for row in rows("nodes.csv")}
    edges = [(row.pop("source"), row.pop("target"), typed(row, EDGE_NAMES)) for row in rows("edges.csv")]
    about = json.loads((folder / "tables/sources.json").read_text())
    about = {f"{name}_json" if name in ("speakers", "sources", "judgements") else name: value
             for name, value in about.items()}
    compare(native, vertices, edges, about, texts=True)
    return "tables"


LOOKS = (in_networkx, in_igraph, in_graphviz, by_neo4j, in_cytoscape, by_spreadsheet)


def main():
    program = sys.argv[1]
    skipped = {}
    for name, inputs in (("graphs/", GRAPHS), ("a hard one", HARD), ("an empty one", {"actormap": 1})):
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            if isinstance(inputs, dict):
                (folder / "input.json").write_text(json.dumps(inputs))
                inputs = [folder / "input.json"]

            def convert(format, output):
                subprocess.run([program, "convert", *inputs, "-T", format, "-q", "-o", output], check=True,
                               stdin=subprocess.DEVNULL, timeout=300)
                return output
            native = Native(convert("native", folder / "native").read_text())
            for format in ("graphml", "gexf", "node-link", "cytoscape", "dot"):
                convert(format, folder / format)
            for format in ("tables", "neo4j"):
                convert(format, f"{folder / format}/")
            done = []
            for look in LOOKS:
                try:
                    done.append(look(folder, native))
                except ImportError as missing:
                    skipped[look.__name__] = missing
                except AssertionError as wrong:
                    sys.exit(f"{name}: {look.__name__}: {wrong}")
        print(f"{name}: {len(native.vertices)} vertices and {len(native.edges)} edges, the same in {'; '.join(done)}")
    for look, missing in skipped.items():
        print(f"skipped: {look}: {missing}")


if __name__ == "__main__":
    main()
