"""What MISP's clusters hold: values, and the relations that docs/formats.md says their fields make."""
import collections
import json

from country_words import fold

Counter = collections.Counter
ACTORS = {"threat-actor", "microsoft-activity-group", "360net-threat-actor"}
MITRE = {"attack-pattern", "intrusion-set", "malware", "tool", "course-of-action"}
VICTIMS = ("cfr-suspected-victims", "suspected-victims")
SECTORS = ("cfr-target-category", "target-category", "targeted-sector")


def texts(meta, field):
    value = meta.get(field, [])
    return [text.strip() for text in ([value] if isinstance(value, str) else value)]


class Clusters:
    """Entities are (type, what is theirs alone); relations are unique by their ends and type."""

    def __init__(self, paths, codes):
        self.codes = codes
        self.names, self.claims = {}, Counter()
        self.entities, self.undefined, self.findings = set(), set(), Counter()
        clusters = [json.loads(path.read_text()) for path in paths]
        self.values = [(cluster["type"], value) for cluster in clusters for value in cluster["values"]]
        self.by_uuid = collections.defaultdict(dict)  # uuid -> cluster -> entity
        self.sectors, self.producers = {}, set()
        for kind, value in self.values:
            self.add_value(kind, value)
        for kind, value in self.values:
            self.relate(kind, value)
            self.read_meta(kind, value)

    @property
    def relations(self):
        return {claim[:3] for claim in self.claims}

    def country(self, text):
        return self.codes.get(fold(text))

    def entity(self, kind, *key):
        self.entities.add((kind, *key))
        return (kind, *key)

    def add_value(self, kind, value):
        uuid, meta = value["uuid"], value.get("meta", {})
        if kind in ACTORS:
            entity = self.entity("threat-actor", uuid)
        elif kind.removeprefix("mitre-") in MITRE:
            entity = self.entity(kind.removeprefix("mitre-"), uuid)
        elif kind in ("country", "target-information"):
            given = [meta["ISO"], meta["ISO3"]] if kind == "country" else meta["iso-code"]
            code = next((self.country(c) for c in given if self.country(c)), None)
            self.findings["unresolved-country"] += not code
            entity = self.entity("location", code or uuid)
        elif kind == "region":
            entity = self.entity("location", uuid)
        elif kind in ("sector", "producer"):
            entity = self.entity("identity", uuid)
        else:
            entity = self.entity(kind, uuid)
        self.findings["duplicate"] += kind in self.by_uuid[uuid]
        self.by_uuid[uuid][kind] = entity
        if kind == "sector":
            for name in [value["value"], *meta.get("synonyms", [])]:
                self.sectors.setdefault(name.strip().casefold(), entity)
        if kind == "producer":
            self.producers.add(uuid)

    def find(self, uuid, own):
        found = self.by_uuid.get(uuid)
        if not found:
            return None
        return found.get(own) or min(found.values())

    def relate(self, kind, value):
        own = self.by_uuid[value["uuid"]][kind]
        for link in value.get("related", []):
            if not link["dest-uuid"]:  # refers to nothing: no relation
                self.findings["uninterpreted-value"] += 1
                continue
            other = self.find(link["dest-uuid"], kind)
            if not other:
                self.findings["dangling-reference"] += 1
                self.undefined.add(link["dest-uuid"])
                other = ("undefined", link["dest-uuid"])
            self.findings["self-reference"] += own == other
            self.claims[(own, link["type"], other, "related", str(link.get("tags")))] += 1

    def read_meta(self, kind, value):
        own, meta = self.by_uuid[value["uuid"]][kind], value.get("meta", {})
        if kind in ACTORS:
            self.read_actor(own, meta)
        for text in texts(meta, "country") if kind == "producer" else []:
            if self.country(text):
                self.claim(own, "located-at", self.entity("location", self.country(text)), "country", text)
            else:
                self.findings["unresolved-country"] += 1
        for text in meta.get("name-attribution", []):
            self.findings["dangling-reference"] += text.rsplit(":", 1)[1] not in self.producers

    def claim(self, own, relation, other, field, text):
        self.claims[(own, relation, other, field, text)] += 1

    def read_actor(self, own, meta):
        origins = set()
        for text in texts(meta, "country"):
            if not text:
                self.findings["uninterpreted-value"] += 1
                continue
            origins.add(self.country(text))
            self.claim(own, "originates-from", self.place("location", text), "country", text)
        for text in texts(meta, "microsoft-origin-threat"):
            for part in text.split(","):
                code = self.country(part)
                if code and code not in origins:
                    self.claim(own, "originates-from", self.entity("location", code), "microsoft", part)
        for text in texts(meta, "cfr-suspected-state-sponsor"):
            if text == "Unknown":
                self.findings["uninterpreted-value"] += 1
                continue
            code = self.country(text)
            self.findings["unresolved-country"] += not code
            sponsor = self.entity("threat-actor", "sponsor", code or text)
            self.claim(own, "attributed-to", sponsor, "cfr-suspected-state-sponsor", text)
            if code:
                self.claims[(sponsor, "located-at", self.entity("location", code))] = 1
        for field in VICTIMS:
            for text in texts(meta, field):
                self.claim(own, "targets", self.place("identity", text), field, text)
        for field in SECTORS:
            for text in texts(meta, field):
                sector = self.sectors.get(text.casefold()) or self.entity("identity", "name", text.casefold())
                self.claim(own, "targets", sector, field, text)

    def place(self, otherwise, text):
        code = self.country(text)
        self.findings["unresolved-country"] += not code
        return self.entity("location", code) if code else self.entity(otherwise, "name", text.casefold())


def misp_counts(paths, codes):
    clusters = Clusters(paths, codes)
    relations = Counter(kind for _, kind, _ in clusters.relations)
    findings = {kind: count for kind, count in clusters.findings.items() if count and kind != "duplicate"}
    repeated = sum(count - 1 for count in clusters.claims.values())
    return {
        "entities": {"total": len(clusters.entities), "by_type": Counter(kind for kind, *_ in clusters.entities)},
        "relations": {"total": relations.total(), "by_type": relations, "undated": relations.total()},
        "reading": {
            "revoked": sum(value.get("revoked") is True for _, value in clusters.values),
            "deprecated": 0,
            "dangling": findings.get("dangling-reference", 0),
            "duplicates": clusters.findings["duplicate"] + repeated,
            "conflicts": 0, "unclaimed": 0, "unreadable": 0,
            "undefined_entities": len(clusters.undefined),
            "objects": {}, "unknown_types": {},
            "findings": findings,
        },
    }
