#!/usr/bin/python3
"""Writes a STIX 2.1 bundle of the size that feeds reach, always the same bytes for the same numbers:

    bench/make_bundle.py [OBJECTS] [RELATIONSHIPS] > bundle.json

By default 300,000 objects and 1,000,000 relationships, about 590 MB. Few actors have many links, most
objects have few, as in real feeds; a relationship has what ATT&CK's have: a creator, two dates, a
marking, a confidence, a short description.
"""
import random
import sys
import uuid

NAMESPACE = uuid.UUID("5b6a8c62-3d0b-4f0e-9a55-0c6f3a5f7d11")
PEOPLE = "identity"
KINDS = [("intrusion-set", 2), ("campaign", 3), ("malware", 15), ("tool", 5), ("attack-pattern", 5),
         ("identity", 20), ("indicator", 40), ("infrastructure", 10)]
LINKS = {"intrusion-set": ["uses", "targets", "attributed-to"], "campaign": ["uses", "targets"],
         "malware": ["uses", "targets", "communicates-with"], "indicator": ["indicates"]}
RED = '"object_marking_refs":["marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"]'


def identifier(kind, number):
    return f"{kind}--{uuid.uuid5(NAMESPACE, f'{kind} {number}')}"


def day(chance):
    return f"20{chance.randrange(10, 25)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}T08:30:00.000Z"


def main(objects, relationships):
    chance = random.Random(17)
    write = sys.stdout.write
    write('{"type":"bundle","id":"%s","objects":[\n' % identifier("bundle", 0))
    creator = identifier(PEOPLE, 0)
    write('{"type":"identity","spec_version":"2.1","id":"%s","created":"2010-01-01T00:00:00.000Z",'
          '"modified":"2010-01-01T00:00:00.000Z","name":"Feed"}' % creator)
    kinds = [kind for kind, weight in KINDS for _ in range(weight)]
    made = [creator]
    for number in range(1, objects):
        kind = kinds[number % len(kinds)]
        made.append(identifier(kind, number))
        more = ""
        if kind == "indicator":
            more = f',"pattern_type":"stix","valid_from":"2020-01-01T00:00:00Z","pattern":"[url:value = \'http://example.com/{number}\']"'
        elif kind == "malware":
            more = ',"is_family":true'
        date = day(chance)
        write(f',\n{{"type":"{kind}","spec_version":"2.1","id":"{made[-1]}","created_by_ref":"{creator}",'
              f'"created":"{date}","modified":"{date}","name":"{kind} {number}"{more}}}')
    for number in range(relationships):
        # The square makes the first ones hubs.
        source = made[int(chance.random() ** 2 * objects)]
        target = made[int(chance.random() ** 2 * objects)]
        kind = source[:source.index("--")]
        word = chance.choice(LINKS.get(kind, ["related-to"]))
        date = day(chance)
        write(f',\n{{"type":"relationship","spec_version":"2.1","id":"{identifier("relationship", number)}",'
              f'"created_by_ref":"{creator}","created":"{date}","modified":"{date}","relationship_type":"{word}",'
              f'"source_ref":"{source}","target_ref":"{target}","confidence":{chance.randrange(101)},'
              f'"description":"seen {number}",{RED}}}')
    write("\n]}\n")


if __name__ == "__main__":
    counts = [int(word) for word in sys.argv[1:3]]
    main(*(counts + [300_000, 1_000_000][len(counts):]))
