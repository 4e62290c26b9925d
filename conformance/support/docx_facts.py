"""What a DOCX says, by python-docx and its XML: text with computed numbers, styles, bookmarks, references, heads of tables.

docx_facts.py compare    reads pairs of paths parted by a tab, a line each; prints a line of JSON for each: what differs
docx_facts.py insert A.docx B.docx    copies A to B with a clause put before the second one; prints how both must read then
"""
import copy
import json
import re
import sys

import docx
from docx.oxml.ns import qn


def numbering_of(document):
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstracts = {a.get(qn("w:abstractNumId")): a for a in root.findall(qn("w:abstractNum"))}
    numbers = {}
    for number in root.findall(qn("w:num")):
        abstract = abstracts[number.find(qn("w:abstractNumId")).get(qn("w:val"))]
        levels = {}
        for level in abstract.findall(qn("w:lvl")):
            text, form = level.find(qn("w:lvlText")), level.find(qn("w:numFmt"))
            levels[int(level.get(qn("w:ilvl")))] = (
                form.get(qn("w:val")) if form is not None else "decimal",
                text.get(qn("w:val")) if text is not None else "",
            )
        starts = {
            int(override.get(qn("w:ilvl")))
            for override in number.findall(qn("w:lvlOverride"))
            if override.find(qn("w:startOverride")) is not None
        }
        list_id = number.find(qn("w:abstractNumId")).get(qn("w:val"))
        numbers[number.get(qn("w:numId"))] = (list_id, starts, levels)
    return numbers


def place_of(properties):
    """Number of the list and level that properties of a paragraph or a style give; None: they say nothing of it."""
    numpr = properties.find(qn("w:numPr")) if properties is not None else None
    if numpr is None or numpr.find(qn("w:numId")) is None:
        return None
    level = numpr.find(qn("w:ilvl"))
    return numpr.find(qn("w:numId")).get(qn("w:val")), int(level.get(qn("w:val"))) if level is not None else 0


def places_of_styles(document):
    """The place that each paragraph style gives, its own or that of the style it is built on."""
    styles = {style.get(qn("w:styleId")): style for style in document.styles.element.findall(qn("w:style"))}

    def place(name):
        style = styles.get(name)
        if style is None:
            return None
        base = style.find(qn("w:basedOn"))
        return place_of(style.find(qn("w:pPr"))) or (place(base.get(qn("w:val"))) if base is not None else None)

    return {name: place(name) for name in styles}


def labels_of(document):
    """Every paragraph of the body in order with the number that the lists give it."""
    numbers, counts, seen, found = numbering_of(document), {}, set(), []
    styles = places_of_styles(document)
    for paragraph in document.element.body.iter(qn("w:p")):
        properties = paragraph.find(qn("w:pPr"))
        style = properties.find(qn("w:pStyle")) if properties is not None else None
        place = place_of(properties) or styles.get(style.get(qn("w:val")) if style is not None else "Normal")
        label = ""
        if place is not None:
            number, level = place
            if number in numbers:
                # Lists of one definition go on counting, unless one of them says that it starts anew.
                list_id, starts, levels = numbers[number]
                own = counts.setdefault(list_id, [0] * 9)
                if number not in seen:
                    seen.add(number)
                    for start in starts:
                        own[start:] = [0] * (9 - start)
                own[level] += 1
                own[level + 1 :] = [0] * (8 - level)
                form, text = levels.get(level, ("decimal", ""))
                # The word processor saves a dash as the same sign of its symbol font.
                label = text.replace("\uf02d", "–") if form == "bullet" else re.sub(r"%(\d)", lambda m: str(own[int(m[1]) - 1] or 1), text)
        found.append((label, paragraph))
    return found


def text_of(paragraph):
    parts = []
    for element in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:noBreakHyphen")):
        parts.append(element.text or "" if element.tag == qn("w:t") else "\u2011" if element.tag == qn("w:noBreakHyphen") else "\n")
    return "".join(parts).strip()


def facts(path):
    document = docx.Document(path)
    # Names of built-in styles are the same in any case of their letters.
    names = {style.style_id: style.name.lower() for style in document.styles}
    lines, styles = [], []
    for label, paragraph in labels_of(document):
        text = text_of(paragraph)
        if not text and not label:
            continue
        properties = paragraph.find(qn("w:pPr"))
        style = properties.find(qn("w:pStyle")) if properties is not None else None
        lines.append(f"{label} {text}".strip())
        styles.append(names.get(style.get(qn("w:val")), "?") if style is not None else "")
    body = document.element.body
    return {
        "lines": lines,
        "styles": styles,
        "heads": sum(1 for _ in body.iter(qn("w:tblHeader"))),
        "bookmarks": sorted(
            name
            for mark in body.iter(qn("w:bookmarkStart"))
            if not (name := mark.get(qn("w:name"))).startswith(("_GoBack", "__"))
        ),
    }


def compare(first, second):
    one, two = facts(first), facts(second)
    found = []
    for name in ("lines", "styles"):
        if len(one[name]) != len(two[name]):
            found.append(f"{name}: {len(one[name])} paragraphs against {len(two[name])}")
        for left, right in zip(one[name], two[name]):
            if left != right:
                found.append(f"{name}: {left[:60]!r} became {right[:60]!r}")
                break
    for name in ("heads", "bookmarks"):
        if one[name] != two[name]:
            found.append(f"{name}: {one[name]} became {two[name]}")
    return found


def compare_all():
    for line in sys.stdin.read().splitlines():
        try:
            found = compare(*line.split("\t"))
        except Exception as error:
            found = [repr(error)]
        print(json.dumps(found))


def insert(source, target):
    document = docx.Document(source)
    clauses = [(label, p) for label, p in labels_of(document) if re.fullmatch(r"\d+\.\d+\.", label)]
    label, second = clauses[1]
    added = copy.deepcopy(second)
    for child in list(added):
        if child.tag != qn("w:pPr"):
            added.remove(child)
    run = added.makeelement(qn("w:r"), {})
    text = run.makeelement(qn("w:t"), {})
    text.text = "Вставленный пункт."
    run.append(text)
    added.append(run)
    second.addprevious(added)
    document.save(target)
    head, tail = label.split(".")[:2]
    print(f"{label} Вставленный пункт.")
    print(f"{head}.{int(tail) + 1}. {' '.join(text_of(second).split()[:3])}")


if __name__ == "__main__":
    {"compare": compare_all, "insert": insert}[sys.argv[1]](*sys.argv[2:])
