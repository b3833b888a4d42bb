#!/usr/bin/python3
"""Every format into every other and back: `matrix.py PROGRAM`.

One graph of each input format goes into each output format. What can be read again is, and holds as many entities,
relations, claims, sources and speakers as before; what a format has no place for is named on standard error, and that is
compared with what the native form of the graph says, counted here.
"""
import collections
import gzip
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
WHOLE = {"native", "stix", "graphml", "gexf", "node-link", "cytoscape", "dot", "tables"}  # lose nothing
PART = {"claims", "csv", "neo4j"}
CARRYING = {"asserts", "supports", "hypothesises"}

# A graph as other programs write it, in each format that this program reads: four vertices, one of them alone, and
# three edges with a weight and a date.
FOREIGN = {
    "csv": {"net.csv": "source,target,type,weight,start\nx,y,uses,2,2020\ny,z,targets,0.5,2021-03\nx,z,uses,1,\n"},
    "mapped csv": {"net.csv": "from,to,n,Kind of edge\nx,y,2,uses\ny,z,0.5,targets\nx,z,1,uses\n"},
    "edges": {"net.edges": "# a comment\nx y 2\ny z 0.5\nx z\n"},
    "nodes and csv": {"nodes.csv": "Id,Label,type,colour\nx,The X,tool,red\ny,Y,malware,\nz,Z,,blue\nw,W,tool,\n",
                      "edges.csv": "Source,Target,weight\nx,y,2\ny,z,0.5\nx,z,1\n"},
    "node-link": {"net.json": json.dumps({
        "directed": False, "multigraph": False, "graph": {"name": "small"},
        "nodes": [{"id": "x", "size": 3}, {"id": "y"}, {"id": 7, "list": [1, 2]}, {"id": "w"}],
        "links": [{"source": "x", "target": "y", "weight": 2}, {"source": "y", "target": 7}, {"source": "x", "target": 7}]})},
    "cytoscape": {"net.cyjs": json.dumps({
        "data": {"name": "small"},
        "elements": {"nodes": [{"data": {"id": v, "name": v.upper()}, "position": {"x": 1.5, "y": -2}} for v in "xyzw"],
                     "edges": [{"data": {"id": f"e{i}", "source": a, "target": b, "interaction": "uses"}}
                               for i, (a, b) in enumerate(["xy", "yz", "xz"])]}})},
    "graphml": {"net.graphml": """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="edge" attr.name="weight" attr.type="double"><default>1.0</default></key>
  <graph edgedefault="undirected"><node id="x"><data key="d0">The X</data></node><node id="y"/><node id="z"/><node id="w"/>
    <edge source="x" target="y"><data key="d1">2.0</data></edge><edge source="y" target="z"/><edge source="x" target="z"/>
  </graph></graphml>"""},
    "gexf": {"net.gexf": """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed">
  <attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>
  <nodes><node id="x" label="The X"><attvalues><attvalue for="0" value="tool"/></attvalues></node>
    <node id="y" label="Y"/><node id="z" label="Z"/><node id="w" label="W"/></nodes>
  <edges><edge id="0" source="x" target="y" weight="2.0" start="2020-01-01"/><edge id="1" source="y" target="z"/>
    <edge id="2" source="x" target="z"/></edges></graph></gexf>"""},
    "dot": {"net.dot": 'digraph small { // a comment\n x [label="The X"]; "y"; w;\n x -> y [label=uses, weight=2];\n'
                       ' subgraph cluster_a { y -> z; }\n x -> z;\n}\n'},
}
OPTIONS = {"mapped csv": ["--columns", "source=from,target=to,weight=n,type=Kind of edge"]}
GRAPHS = sorted(map(str, (PROJECT / "graphs").glob("*.json")))
BUNDLE = {"bundle.json": json.dumps({"type": "bundle", "id": "bundle--0a7bd5d0-64b0-4d0a-a1b5-2e7ba7cf4b4c", "objects": [
    {"type": kind, "spec_version": "2.1", "id": f"{kind}--0a7bd5d0-64b0-4d0a-a1b5-2e7ba7cf4b4{at}", "name": f"The {kind}",
     "created": "2024-01-01T00:00:00.000Z", "modified": "2024-01-01T00:00:00.000Z",
     **({"is_family": True} if kind == "malware" else {})} for at, kind in enumerate(["intrusion-set", "malware", "tool"])] + [
    {"type": "relationship", "spec_version": "2.1", "id": "relationship--0a7bd5d0-64b0-4d0a-a1b5-2e7ba7cf4b47",
     "created": "2024-01-01T00:00:00.000Z", "modified": "2024-01-01T00:00:00.000Z", "relationship_type": "uses",
     "source_ref": "intrusion-set--0a7bd5d0-64b0-4d0a-a1b5-2e7ba7cf4b40", "confidence": 70,
     "target_ref": "malware--0a7bd5d0-64b0-4d0a-a1b5-2e7ba7cf4b41"}]})}
CLUSTER = {"cluster.json": json.dumps({
    "name": "Threat actors", "type": "threat-actor", "uuid": "0a7bd5d0-64b0-4d0a-a1b5-2e7ba7cf4b4c", "version": 1,
    "description": "A cluster", "source": "here", "authors": ["nobody"], "category": "actor", "values": [
        {"value": "One", "uuid": "0a7bd5d0-64b0-4d0a-a1b5-2e7ba7cf4b41", "meta": {"synonyms": ["Uno"], "country": "FI"},
         "related": [{"dest-uuid": "0a7bd5d0-64b0-4d0a-a1b5-2e7ba7cf4b42", "type": "similar"}]},
        {"value": "Two", "uuid": "0a7bd5d0-64b0-4d0a-a1b5-2e7ba7cf4b42"}]})}
CLAIMS = {"claims.csv": "from,from_type,relation,to,to_type,stance,by,by_kind,date,confidence,publisher,title,url\n"
                        "a,tool,uses,b,malware,asserts,v,vendor,2021,70,v,Report,https://example.org/r\n"
                        "a,tool,uses,b,malware,denies,g,government,2022,,g,Answer,\n"}

EVERYTHING = {"all.json": json.dumps({
    "actormap": 1, "title": "All of it", "as_of": "2024-05", "x_of_graph": {"a": [1]},
    "speakers": [{"id": "v", "kind": "vendor", "name": "The V", "country": "FI", "entity": "b"}, {"id": "idle", "kind": "press"}],
    "sources": [{"id": "s", "publisher": "v", "date": "2021", "title": "A report", "reliability": "B", "marking": "green"}],
    "entities": [{"id": "a", "type": "intrusion-set", "name": "The A", "names": [
                      {"name": "Alpha", "by": "v", "since": "2020", "claims": [{"by": "v", "stance": "asserts"}]}]},
                 {"id": "b", "type": "identity", "description": "Of b", "roles": ["sponsor", "x"], "marking": "amber", "x_b": 1},
                 {"id": "fi", "type": "location", "country": "FI"}, {"id": "gone", "type": "tool", "undefined": True}],
    "relations": [{"from": "a", "type": "targets", "to": "b", "id": "r1", "start": "2020-05", "marking": "green", "x_r": True,
                   "claims": [{"by": "v", "source": "s", "stance": "asserts", "confidence": "likely", "locator": "p. 3"},
                              {"by": "idle", "stance": "disputes", "note": "No."}]},
                  {"from": "a", "type": "targets", "to": "b", "id": "r2", "description": "Again",
                   "claims": [{"by": "v", "stance": "hypothesises", "confidence": 20}]},
                  {"from": "a", "type": "uses", "to": "gone", "claims": [{"by": "v", "stance": "asserts"}]}],
    "judgements": [{"entities": ["a", "b"], "verdict": "different", "by": "v"}]})}


def check(good, what):
    if not good:
        raise AssertionError(what)


class Program:
    def __init__(self, path):
        self.path = path

    def convert(self, files, form, output, *options):
        """Returns what was lost, by its words."""
        run = subprocess.run([self.path, "convert", *map(str, files), "-T", form, "-o", str(output), *options],
                             capture_output=True, text=True, timeout=300)
        check(run.returncode == 0, f"{files} to {form}: {run.stderr}")
        lost = [line.partition("not written: ")[2] for line in run.stderr.splitlines() if "not written: " in line]
        return {what: int(count) for what, _, count in (line.rpartition(": ") for line in lost)}

    def native(self, files, *options):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "native.json"
            self.convert(files, "native", path, *options)
            return path.read_bytes()


def sizes(graph):
    return {what: len(graph.get(what, [])) for what in ("entities", "relations", "sources", "speakers", "judgements")} | {
        "claims": sum(len(relation.get("claims", [])) for relation in graph.get("relations", []))}


def custom(record, known):
    return sum(name not in known for name in record)


ENTITY = {"id", "type", "name", "description", "undefined", "roles", "country", "marking", "names"}
RELATION = {"from", "type", "to", "start", "stop", "id", "description", "marking", "claims"}


def losses(graph, form):
    """What a format that has no place for everything loses, by the words of the program."""
    entities, relations = graph.get("entities", []), graph.get("relations", [])
    lost = collections.Counter()
    lost["titles"] = "title" in graph
    lost["as-of dates"] = "as_of" in graph
    lost["properties of the graph"] = custom(graph, {"actormap", "title", "as_of", "speakers", "sources", "entities",
                                                     "relations", "judgements"})
    if form == "neo4j":
        for what in ("speakers", "sources", "judgements"):
            lost[what] = len(graph.get(what, []))
        return +lost
    linked = {relation[end] for relation in relations for end in ("from", "to")}
    lost["entities without relations"] = sum(e["id"] not in linked for e in entities)
    lost["labels of entities"] = sum("name" in e for e in entities)
    lost["names of entities"] = sum(len(e.get("names", [])) for e in entities)
    lost["roles of entities"] = sum(len(e.get("roles", [])) for e in entities)
    lost["descriptions of entities"] = sum("description" in e for e in entities)
    lost["countries of locations"] = sum("country" in e for e in entities)
    lost["markings of entities"] = sum("marking" in e for e in entities)
    lost["properties of entities"] = sum(custom(e, ENTITY) for e in entities)
    lost["ids of relations"] = sum("id" in r for r in relations)
    lost["descriptions of relations"] = sum("description" in r for r in relations)
    lost["markings of relations"] = sum("marking" in r for r in relations)
    lost["properties of relations"] = sum(custom(r, RELATION) for r in relations)
    if form == "csv":
        names = sum(len(n.get("claims", [])) for e in entities for n in e.get("names", []))
        lost["speakers"] = len(graph.get("speakers", []))
        lost["sources"] = len(graph.get("sources", []))
        lost["claims, of which the number is kept"] = sizes(graph)["claims"] + names
        lost["types of entities"] = sum(e["type"] != "identity" for e in entities)
    return +lost


def there_and_back(program, name, files, options, folder):
    """One graph in each format; yields how many formats it went through."""
    native = program.native(files, *options)
    graph = json.loads(native)
    for form in sorted(WHOLE | PART):
        output = folder / f"out {form}"
        lost = program.convert(files, form, output, *options)
        again = sorted(output.iterdir()) if output.is_dir() else [output]
        if form in WHOLE:
            lost.pop("names of files that speak", None)
            check(not lost or form == "stix", f"{name} to {form} loses {lost}")
            check(program.native(again) == native or form == "stix", f"{name} to {form} and back is another graph")
            check(sizes(json.loads(program.native(again))) == sizes(graph), f"{name} to {form} and back: sizes differ")
            packed = folder / "packed" / output.name  # a file without a speaker is one by its name
            if not output.is_dir():
                packed.parent.mkdir(exist_ok=True)
                packed.write_bytes(gzip.compress(output.read_bytes()))
                check(program.native([packed]) == program.native(again), f"{name} as {form}, packed by gzip, differs")
        else:
            expected = losses(graph, form)
            told = {what: lost.get(what, 0) for what in expected}
            check(told == dict(expected), f"{name} to {form} loses {lost}, not {dict(expected)}")
            if form != "claims":  # whose claims lose more than is counted here
                check(set(lost) == set(expected), f"{name} to {form} loses {lost}, not {dict(expected)}")
            if form != "neo4j":
                back, before = sizes(json.loads(program.native(again))), sizes(graph)
                before["entities"] -= expected["entities without relations"]
                kept = ("entities", "relations", "claims") if form == "claims" else ("entities", "relations")
                for what in kept:
                    check(back[what] == before[what], f"{name} to {form} and back: {what} {back[what]}, not {before[what]}")
        shutil.rmtree(output) if output.is_dir() else output.unlink()
        yield form


def inputs(folder):
    yield "graphs/", GRAPHS, []
    written = FOREIGN | {"native": EVERYTHING, "stix": BUNDLE, "misp": CLUSTER, "claims": CLAIMS}
    for name, files in written.items():
        paths = []
        (folder / name).mkdir()
        for file, text in files.items():
            paths.append(folder / name / file)
            paths[-1].write_text(text, encoding="utf-8")
        yield name, paths, OPTIONS.get(name, [])


def main():
    program = Program(sys.argv[1])
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, files, options in inputs(folder):
            graph = json.loads(program.native(files, *options))
            if name in FOREIGN:
                check(sizes(graph)["entities"] == (4 if name in
                      {"nodes and csv", "node-link", "cytoscape", "graphml", "gexf", "dot"} else 3), f"{name}: {sizes(graph)}")
                check(sizes(graph)["relations"] == 3, f"{name}: {sizes(graph)}")
            count += len(list(there_and_back(program, name, files, options, folder)))
    print(f"matrix: {count} ways, there and back")


if __name__ == "__main__":
    main()
