#!/usr/bin/python3
"""Checks bundles by the rules of STIX 2.1 that the schemas of others at hand leave out.

    check_stix.py BUNDLE...
    check_stix.py --program ACTORMAP GRAPH...     what the program makes of the graphs, as one

Required properties of each type, types and forms of values, ids, references to objects that the
bundle holds, order of times. From the specification, with no part of actormap's code.
"""
import json
import re
import subprocess
import sys

ID = re.compile(r"^([a-z0-9][a-z0-9-]*[a-z0-9])--"
                r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
TIME = re.compile(r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:"
                  r"([0-5]\d|60)(\.\d+)?Z$")
WORD = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
CUSTOM = re.compile(r"^[a-z0-9_]{3,250}$")

# What a type needs beyond `type` and `id`; a list within is "one of".
REQUIRED = {
    "attack-pattern": ["name"], "campaign": ["name"], "course-of-action": ["name"],
    "grouping": ["context", "object_refs"], "identity": ["name"], "incident": ["name"],
    "indicator": ["pattern", "pattern_type", "valid_from"], "infrastructure": ["name"],
    "intrusion-set": ["name"], "location": [["region", "country", "latitude"]],
    "malware": ["is_family"], "malware-analysis": ["product", ["result", "analysis_sco_refs"]],
    "note": ["content", "object_refs"],
    "observed-data": ["first_observed", "last_observed", "number_observed",
                      ["objects", "object_refs"]],
    "opinion": ["opinion", "object_refs"], "report": ["name", "published", "object_refs"],
    "threat-actor": ["name"], "tool": ["name"], "vulnerability": ["name"],
    "relationship": ["relationship_type", "source_ref", "target_ref"],
    "sighting": ["sighting_of_ref"],
    "extension-definition": ["created_by_ref", "name", "schema", "version", "extension_types"],
    "language-content": ["object_ref", "contents"],
    "marking-definition": [["definition", "extensions"]],
    "artifact": [["payload_bin", "url"]], "autonomous-system": ["number"], "directory": ["path"],
    "domain-name": ["value"], "email-addr": ["value"], "email-message": ["is_multipart"],
    "file": [["hashes", "name"]], "ipv4-addr": ["value"], "ipv6-addr": ["value"],
    "mac-addr": ["value"], "mutex": ["name"], "network-traffic": ["protocols"], "process": [],
    "software": ["name"], "url": ["value"], "user-account": [], "windows-registry-key": [],
    "x509-certificate": [],
}
OBSERVABLES = {t for t in list(REQUIRED)[list(REQUIRED).index("artifact"):]}
TEXTS = {"name", "description", "pattern", "pattern_type", "content", "explanation", "context",
         "product", "result", "region", "country", "value", "schema", "version", "lang"}
LISTS = {"aliases", "roles", "labels", "goals", "report_types", "malware_types",
         "threat_actor_types", "indicator_types", "extension_types", "authors"}
TIMES = {"created", "modified", "published", "valid_from", "valid_until", "start_time",
         "stop_time", "first_seen", "last_seen", "first_observed", "last_observed"}
OPINIONS = {"strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"}
NOT_OF_META = {"extension-definition": {"confidence", "lang", "extensions"},
               "marking-definition": {"modified", "revoked", "labels", "confidence", "lang"}}


def value_faults(name, value, of_type):
    if name in TIMES and not (isinstance(value, str) and TIME.match(value)):
        yield f"{name}: {value!r} is no timestamp"
    if name in TEXTS and not isinstance(value, str):
        yield f"{name}: no text"
    if isinstance(value, list) and not value and name in LISTS | {"object_refs"}:
        yield f"{name}: an empty list"
    if name in LISTS and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
        yield f"{name}: no list of texts"
    if name == "confidence" and not (isinstance(value, int) and 0 <= value <= 100):
        yield f"confidence: {value!r}"
    if name == "relationship_type" and not (isinstance(value, str) and WORD.match(value)):
        yield f"relationship_type: {value!r}"
    if name == "opinion" and of_type == "opinion" and value not in OPINIONS:
        yield f"opinion: {value!r}"
    if name == "is_family" and not isinstance(value, bool):
        yield "is_family: no truth value"
    for ref in ([value] if name.endswith("_ref") else value if name.endswith("_refs") else []):
        if not (isinstance(ref, str) and ID.match(ref)):
            yield f"{name}: {ref!r} is no id"


def reference_faults(references):
    for reference in references:
        if not reference.get("source_name"):
            yield "an external reference without source_name"
        if not any(reference.get(n) for n in ("description", "url", "external_id")):
            yield "an external reference that says nothing"
        if "url" in reference and not re.match(r"^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$",
                                               reference["url"]):
            yield f"an external reference with the url {reference['url']!r}"


def object_faults(thing):
    kind, ident = thing.get("type", ""), thing.get("id", "")
    match = ID.match(ident)
    if not match or match[1] != kind or not WORD.match(kind) or not 3 <= len(kind) <= 250:
        yield f"the id is no id of a {kind!r}"
    observed = kind in OBSERVABLES
    if not observed and thing.get("spec_version") != "2.1":
        yield f"spec_version: {thing.get('spec_version')!r}"
    common = [] if observed else ["created"] if kind == "marking-definition" else \
        ["created", "modified"]
    for needed in common + REQUIRED.get(kind, []):
        names = [needed] if isinstance(needed, str) else needed
        if not any(name in thing for name in names):
            yield f"needs {' or '.join(names)}"
    for name, value in thing.items():
        if value is None or value == [] or value == {}:
            yield f"{name}: empty"
        if not CUSTOM.match(name) and name not in ("id",):
            yield f"{name!r} is no name of a property"
        if name in NOT_OF_META.get(kind, ()):
            yield f"{name} is not allowed here"
        yield from value_faults(name, value, kind)
    for early, late, strictly in (("created", "modified", False), ("start_time", "stop_time", True),
                                  ("first_seen", "last_seen", False),
                                  ("valid_from", "valid_until", True)):
        if early in thing and late in thing:
            a, b = thing[early].rstrip("Z"), thing[late].rstrip("Z")
            if a > b or (strictly and a == b):
                yield f"{late} is not after {early}"
    if not str(thing.get("created_by_ref", "identity--")).startswith("identity--"):
        yield "created_by_ref is no identity"
    yield from reference_faults(thing.get("external_references", []))
    for extension in thing.get("extensions", {}):
        if extension.startswith("extension-definition--") and not ID.match(extension):
            yield f"extension {extension!r}"


def main():
    wrong = 0
    bundles = []
    if sys.argv[1:2] == ["--program"]:
        program, graphs = sys.argv[2], sys.argv[3:]
        command = [program, "convert", "-q", "-T", "stix", *graphs]
        bundles.append(("graphs", json.loads(subprocess.run(
            command, check=True, stdout=subprocess.PIPE).stdout)))
    for path in sys.argv[1:] if not bundles else []:
        with open(path, encoding="utf-8") as file:
            bundles.append((path, json.load(file)))
    for path, bundle in bundles:
        objects = bundle.get("objects", [])
        faults = []
        if bundle.get("type") != "bundle" or not ID.match(bundle.get("id", "")):
            faults.append("the bundle has no type or id")
        if bundle.get("objects") == []:
            faults.append("the bundle's list of objects is empty")
        ids = [thing["id"] for thing in objects]
        faults += [f"{i}: given twice" for i in sorted({i for i in ids if ids.count(i) > 1})] \
            if len(set(ids)) != len(ids) else []
        for thing in objects:
            faults += [f"{thing.get('id')}: {fault}" for fault in object_faults(thing)]
        known, dangling = set(ids), 0
        for thing in objects:
            for name, value in thing.items():
                if name.endswith("_ref") or name.endswith("_refs"):
                    refs = [value] if isinstance(value, str) else value
                    dangling += sum(ref not in known for ref in refs)
        for fault in faults[:20]:
            print(f"{path}: {fault}")
        print(f"{path}: {len(objects)} objects checked, {len(faults)} faults, "
              f"{dangling} references to what is not in the bundle")
        wrong += bool(faults)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
