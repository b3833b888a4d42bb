"""What no one should make: STIX bundles and MISP clusters, broken ones and ones that are odd but whole; and names."""

STIX_ID = "--11111111-1111-4111-8111-11111111111"
TOOLS = ",".join(f'{{"type":"tool","id":"tool{STIX_ID}{n}","name":"T{n}"}}' for n in (1, 2))


def bundle(*objects):
    return '{"type":"bundle","id":"bundle--1","objects":[\n' + ",\n".join([TOOLS, *objects]) + "]}"


def relationship(n, kind, source, target, more=""):
    return (f'{{"type":"relationship","id":"relationship{STIX_ID}{n}","relationship_type":"{kind}",'
            f'"source_ref":"tool{STIX_ID}{source}","target_ref":"tool{STIX_ID}{target}"{more}}}')


def cluster(*values):
    return '{"type":"threat-actor","name":"Threat actors","values":[\n' + ",\n".join(values) + "]}"


def value(n, more="", uuid=None):
    return f'{{"value":"Actor {n}","uuid":"{uuid or f"22222222-2222-4222-8222-22222222222{n}"}"{more}}}'


def related(*to):
    return ',"related":[' + ",".join(f'{{"dest-uuid":"{uuid}","type":"similar"}}' for uuid in to) + "]"


A, B = (f"22222222-2222-4222-8222-22222222222{n}" for n in (1, 2))

# What JSON forbids or this program limits, wherever it stands.
MEMBERS = {
    "nesting-100000": "[" * 100_000 + "]" * 100_000,
    "nesting-open": "[" * 100_000,
    "number-1e999": "1e999",
    "number-of-a-million-digits": "9" * 1_000_000 + "e9",
    "nan": "NaN",
    "minus-infinity": "-Infinity",
    "lone-surrogate-high": '"\\ud800"',
    "lone-surrogate-low": '"\\udc00\\ud800"',
    "name-twice": '{"a":1,"a":2}',
    "nul": '"\\u0000"',
}

BROKEN = {
    **{f"stix-{name}.json": bundle(relationship(1, "uses", 1, 2, f',"x_a":{text}'))
       for name, text in MEMBERS.items()},
    **{f"misp-{name}.json": cluster(value(1, f',"meta":{{"x":{text}}}'))
       for name, text in MEMBERS.items()},
    "stix-type-twice.json": bundle(f'{{"type":"tool","type":"malware","id":"tool{STIX_ID}3"}}'),
    "stix-reference-number.json": bundle(
        f'{{"type":"relationship","id":"relationship{STIX_ID}1","relationship_type":"uses",'
        '"source_ref":1,"target_ref":2}'),
    "stix-object-text.json": bundle('"tool"'),
    "stix-objects-number.json": '{"type":"bundle","objects":7}',
    "misp-value-twice.json": cluster('{"value":"a","value":"b"}'),
    "misp-value-number.json": cluster("7"),
    "misp-values-text.json": '{"type":"threat-actor","values":"all"}',
    "misp-type-odd.json": '{"type":"x\\u202ey","values":[{"value":"a"}]}',
    "misp-value-without-name.json": cluster('{"uuid":"22222222-2222-4222-8222-222222222221"}'),
}

TIMES = ("T10:00Z", "T10:00:00Z", "T10:00:00.1Z", "T10:00:00.123Z", "T10:00:00.123456Z",
         "T10:00:00.123456789Z")

CLEAN = {
    "stix-revoked-by-cycle.json": bundle(
        relationship(1, "revoked-by", 1, 2), relationship(2, "revoked-by", 2, 1)),
    "stix-revoked-by-cycle-revoked.json": bundle(
        f'{{"type":"tool","id":"tool{STIX_ID}3","name":"T3","revoked":true}}',
        f'{{"type":"tool","id":"tool{STIX_ID}4","name":"T4","revoked":true}}',
        relationship(1, "revoked-by", 3, 4), relationship(2, "revoked-by", 4, 3),
        relationship(3, "revoked-by", 3, 3), relationship(4, "uses", 1, 3)),
    "stix-self-loop.json": bundle(relationship(1, "uses", 1, 1), relationship(2, "uses", 1, 2)),
    "stix-ids-differ-in-case.json": bundle(
        f'{{"type":"tool","id":"TOOL{STIX_ID}1","name":"T1"}}', relationship(1, "uses", 1, 2)),
    "stix-times.json": bundle(*(relationship(n, "uses", 1, 2, f',"created":"2021-02-03{time}"')
                                for n, time in enumerate(TIMES))),
    "stix-2.0-and-2.1.json": bundle(
        f'{{"type":"observed-data","id":"observed-data{STIX_ID}1",'
        '"objects":{"0":{"type":"file","name":"f"}}}',
        relationship(1, "uses", 1, 2, ',"spec_version":"2.1"'), relationship(2, "uses", 2, 1)),
    "stix-id-twice.json": bundle(
        f'{{"type":"tool","id":"tool{STIX_ID}1","name":"again"}}', relationship(1, "uses", 1, 2)),
    "stix-dangling.json": bundle(
        relationship(1, "uses", 1, 9), relationship(2, "uses", 1, 2, ',"x_ref":"","y_refs":[""]')),
    "stix-huge-whole-number.json": bundle(
        relationship(1, "uses", 1, 2, f',"confidence":{"9" * 300},"x_a":-{"9" * 300}')),
    "stix-odd-members.json": bundle(relationship(
        1, "uses", 1, 2, ',"created":"never","confidence":"high","external_references":7,'
        '"object_marking_refs":[[]]')),
    "stix-nesting-60.json": bundle(relationship(1, "uses", 1, 2, f',"x_a":{"[" * 60}{"]" * 60}')),
    "misp-similar-cycle.json": cluster(value(1, related(B)), value(2, related(A))),
    "misp-self-link.json": cluster(value(1, related(A)), value(2)),
    "misp-uuids-differ-in-case.json": cluster(
        value(1, uuid="abcdefab-2222-4222-8222-222222222222"),
        value(2, related("ABCDEFAB-2222-4222-8222-222222222222"))),
    "misp-uuid-twice.json": cluster(value(1, related(B)), value(2), value(3, uuid=A)),
    "misp-links-to-nothing.json": cluster(value(1, related("", B, "no uuid")), value(2)),
    "misp-meta-odd.json": cluster(value(
        1, ',"meta":{"country":["", 7, null, "XX"],"cfr-suspected-victims":[[], {}, "Lebonon"],"synonyms":9,'
        '"name-attribution":["a:b:c", ":", ""],"attribution-confidence":"1e9","origin:":[]},"related":"x"')),
    "misp-meta-null.json": cluster(value(1, ',"meta":null'), value(2, ',"meta":[]')),
    "misp-unknown-type.json": '{"type":"of-none","values":[{"value":"a"},{"value":"a"}]}',
    "misp-huge-whole-number.json": cluster(value(1, f',"meta":{{"x":{"9" * 300}}}')),
    "misp-nesting-50.json": cluster(value(1, f',"meta":{{"x":{"[" * 50}{"]" * 50}}}')),
}

# To be cut at every byte.
CUT = {
    "stix": '{"type":"bundle","objects":[{"type":"tool","id":"tool--1"},\n'
            '{"type":"relationship","id":"relationship--1","relationship_type":"uses","source_ref":"tool--1",'
            '"target_ref":"tool--1","x":["\u00e9",{}]}]}',
    "misp": cluster(value(1, ',"meta":{"country":"FI","x":["\u00e9",{}]}')),
}

# Names that would be attributes, markup, escapes, scripts or addresses, if a picture let them.
NAMES = (
    'x", image="/etc/passwd', 'x" shapefile="/etc/passwd" y="', "imagepath=/etc; a.png", 'href="https://a.org/"',
    "URL=javascript:alert(1)", "<b>bold</b>", "<<b>html</b>>", '<img src="/etc/passwd"/>', "\\N \\G \\E \\l \\T \\H",
    "one\\ltwo\\rthree", "&#0; &lt; &evil;", "&amp;lt;", '"quoted" \'single\'', "new\nline\ttab\rreturn",
    "]]> and <![CDATA[", "--> <!-- comment", "<script>alert(1)</script>", "</title></svg><svg>", '"]; evil [label="',
    "} digraph x { a -> b", "\u202egnp.exe", "\u2066isolated\u2069", "bell\u0007 escape\u001b[31m", "\ufffe\ufdd0 none",
    "z" * 10_000, "\\", "\\\"", "%PDF-1.4 (text) Tj ET", "/URI (https://a.org) /S /JavaScript", "style=filled;color=red",
    "${jndi:ldap://a.org}", "{record | <port> field}", "<foreignObject>x</foreignObject>", "../../etc/passwd", "-n",
)
