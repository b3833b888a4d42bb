#!/usr/bin/python3
"""Names in many scripts, through the program: `scripts.py PROGRAM`.

What Graphviz measures must be what is drawn: in the PDF each word of a name, as pdftotext finds its box, lies inside its
node, as the SVG of the same picture has it; and each node has words, not empty boxes that stand for lacking glyphs.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

NAMES = {
    "Latin": "Ministry of State Security", "Greek": "Υπουργείο Εθνικής Άμυνας", "Cyrillic": "Министерство обороны",
    "Armenian": "Պաշտպանության նախարարություն", "Georgian": "თავდაცვის სამინისტრო",
    "Chinese": "国家计算机网络应急技术处理协调中心", "Chinese, traditional": "國家安全局資訊通訊安全處",
    "Japanese": "内閣サイバーセキュリティセンター", "Korean": "한국인터넷진흥원 침해사고대응센터",
    "Arabic": "وزارة الدفاع والأمن الوطني", "Hebrew": "מערך הסייבר הלאומי", "Thai": "กระทรวงกลาโหมแห่งราชอาณาจักรไทย",
    "Devanagari": "राष्ट्रीय सूचना विज्ञान केन्द्र", "mixed": "APT31 (ジルコニウム) «Цирконий»",
}
SLACK = 0.75  # points: half a line's width, and what rounding adds
SVG = "{http://www.w3.org/2000/svg}"


def graph():
    """Each name twice, once in a bold face."""
    entities, relations = [], []
    for i, name in enumerate(NAMES.values()):
        entities += [{"id": f"bold{i}", "type": "intrusion-set", "name": name},
                     {"id": f"plain{i}", "type": "identity", "name": name}]
        relations.append({"from": f"bold{i}", "type": "targets", "to": f"plain{i}", "claims": [{"by": "s"}]})
    return {"actormap": 1, "entities": entities, "relations": relations, "speakers": [{"id": "s", "kind": "press"}]}


def numbers(text):
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]


def nodes_of(svg):
    """The box of each entity on the page, by its class, with the words that its texts have."""
    root = ElementTree.parse(svg).getroot()
    whole = root.find(f"{SVG}g")
    shift_x, shift_y = numbers(re.search(r"translate\((.*?)\)", whole.get("transform"))[1])
    for group in whole.iter(f"{SVG}g"):
        found = re.search(r"entity-((?:bold|plain)\d+)", group.get("class", ""))
        if not found:
            continue
        points = [numbers(p.get("points")) for p in group.iter(f"{SVG}polygon")]
        xs = [x + shift_x for p in points for x in p[::2]]
        ys = [y + shift_y for p in points for y in p[1::2]]
        yield found[1], (min(xs), min(ys), max(xs), max(ys)), "".join(t.text for t in group.iter(f"{SVG}text"))


def words_of(pdf):
    text = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    for found in re.finditer(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', text):
        yield tuple(map(float, found.groups()[:4])), found[5]


def within(inner, outer):
    return (inner[0] >= outer[0] - SLACK and inner[1] >= outer[1] - SLACK
            and inner[2] <= outer[2] + SLACK and inner[3] <= outer[3] + SLACK)


def problems(svg, pdf):
    words = list(words_of(pdf))
    scripts = list(NAMES)
    nodes = list(nodes_of(svg))
    if len(nodes) != 2 * len(NAMES):
        yield f"{len(nodes)} nodes"
    for name, box, text in nodes:
        script = scripts[int(re.search(r"\d+", name)[0])]
        inside = []
        for at, word in words:
            middle = ((at[0] + at[2]) / 2, (at[1] + at[3]) / 2)
            if box[0] < middle[0] < box[2] and box[1] < middle[1] < box[3]:
                inside.append(word)
                if not within((at[0], middle[1], at[2], middle[1]), box):
                    yield f"{script}, {name}: {word!r} at {at} overflows {box}"
        letters, expected = sum(map(len, inside)), len(text.replace(" ", ""))
        # Ligatures and marks may make a few letters more or less of them.
        if letters < 0.7 * expected:
            yield f"{script}, {name}: {letters} letters of {expected}: {inside}"


def main():
    if not shutil.which("pdftotext"):
        sys.exit("pdftotext: not installed; scripts/test installs it")
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "scripts.json"
        source.write_text(json.dumps(graph()), encoding="utf-8")
        failed = []
        for options in (["--layout", "layered"], ["--layout", "force"]):
            files = [pathlib.Path(folder) / f"map.{ending}" for ending in ("svg", "pdf")]
            for path in files:
                subprocess.run([sys.argv[1], "draw", str(source), "-o", str(path), *options], check=True)
            failed += [f"{options[1]}: {problem}" for problem in problems(*files)]
        print("\n".join(failed))
        print(f"{len(NAMES)} scripts, {len(failed)} failed")
        sys.exit(bool(failed))


if __name__ == "__main__":
    main()
