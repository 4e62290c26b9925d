"""Writes src/language/dictionary.json: nouns, adjectives, participles, pronouns and numerals of OpenCorpora by their paradigms, out of the PyPI
package pymorphy3-dicts-ru 2.4.417150, each noun compared with a dictionary of other people (hunspell-ru of Debian, by A. Lebedev).
Run by hand when the dictionary is renewed: pip install pymorphy3 pymorphy3-dicts-ru; apt-get install hunspell hunspell-ru.

In the file a paradigm is its traits and the endings of its cells («-» is an empty one, «/» parts variants, «.» is no form); blocks of 64 stems are in
order. A stem begins with a capital letter: how many letters it shares with the one before (A: none). The numbers of its paradigms follow, in
base 36; a mark after one: «!» the two dictionaries differ in a form of the singular, «~» the other one has not got the word; after «:» the
share (0-z) of the readings of the word that are of this noun, when there are rivals."""
import collections
import json
import os
import re
import subprocess

import pymorphy3

SECONDARY = {"V-oy", "V-ey", "V-ie", "V-be", "V-bi", "V-en", "V-sh", "Infr", "Slng", "Arch", "Dist", "Erro", "Litr"}
CASES = ["nomn", "gent", "datv", "accs", "ablt", "loct"]
PARTS = {"NOUN", "ADJF", "PRTF", "NPRO", "NUMR"}
GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
morph = pymorphy3.MorphAnalyzer(lang="ru")


def lexemes():
    """Forms by word, paradigm, part of speech, degree and kind of participle."""
    groups = collections.defaultdict(list)
    for word, tag, normal, paradigm, index in morph.dictionary.iter_known_words():
        tags = set(re.split("[ ,]", str(tag)))
        part = tags & PARTS
        if not part or tags & {"Abbr", "Patr", "Init"} or not re.fullmatch("[а-яё-]+", word):
            continue
        kind = tuple(sorted(tags & (PARTS | {"Supr", "actv", "pssv", "past", "pres"})))
        groups[normal, paradigm, kind].append((index, word, tags))
    for (normal, _, _), forms in sorted(groups.items(), key=lambda one: one[0]):
        yield normal, [(word, tags) for _, word, tags in sorted(forms, key=lambda form: form[0])]


def cells(forms, rows):
    # A word that is of slang or of old times as a whole keeps its forms.
    marks = SECONDARY - set.intersection(*(tags for _, tags in forms))

    def of(row, case):
        return list(dict.fromkeys(w for w, tags in forms if {row, case} <= tags and not tags & marks))

    return [of(row, case) for row in rows for case in CASES]


def traits(tags):
    if tags & {"ADJF", "PRTF"}:
        return "a"
    if not "NOUN" in tags:
        return "x"
    genders = [letter for name, letter in GENDERS.items() if name in tags]
    gender = genders[0] if len(genders) == 1 and "GNdr" not in tags else "u"
    sort = next((letter for name, letter in (("Geox", "p"), ("Surn", "s"), ("Name", "g")) if name in tags), "")
    return "n" + gender + ("a" if "anim" in tags else "i") + sort


def missing(words):
    """Words that the other dictionary has in no spelling: small, with a capital, with «е» for «ё»."""
    for spelt in (str, str.capitalize, lambda word: word.replace("ё", "е")):
        by_spelling = {spelt(word): word for word in sorted(words)}
        out = subprocess.run(["hunspell", "-d", "ru_RU", "-l", "-i", "utf-8"], input="\n".join(by_spelling), capture_output=True, text=True, check=True)
        wrong = set(out.stdout.split("\n"))
        words = {word for word in words if spelt(word) in wrong}
    return words


rows = {"a": ["masc", "femn", "neut", "plur"], "n": ["sing", "plur"]}
entries = []
for normal, forms in lexemes():
    tags = forms[0][1]
    sort = traits(tags)
    if sort == "x":
        table = [list(dict.fromkeys(w for w, one in forms if case in one and not one & SECONDARY)) for case in CASES]
    else:
        table = cells(forms, rows[sort[0]])
    if any(table):
        entries.append((sort, table, tags, normal))
first = lambda table: next(i for i, cell in enumerate(table) if cell)
absent = missing(
    {w for sort, table, tags, normal in entries for cell in (table if sort[0] == "n" else [table[0], [normal] if "PRTF" in tags else []]) for w in cell}
)

readings = collections.Counter(w for sort, table, _, _ in entries if sort[0] == "n" for w in {*table[0][:1], *table[6][:1]})
paradigms, lines = collections.Counter(), []
shares = collections.Counter()
for sort, table, tags, normal in entries:
    lemma = table[first(table)][0]
    # Makes, firms and rare participles that one dictionary alone has are none of the words of documents.
    if lemma in absent and (normal in absent or "PRTF" not in tags) and tags & {"PRTF", "Orgn", "Supr"}:
        continue
    mark = ""
    if sort[0] == "n":
        at = first(table) // 6 * 6
        forms = [cell[0] for cell in table[at : at + 6] if cell]
        lacking = [form for form in forms if form != lemma and form in absent]
        # With the nominative alone the other dictionary says nothing of the paradigm.
        unknown = lemma in absent or (lacking and len(lacking) == sum(form != lemma for form in forms))
        mark = "~" if unknown else "!" if lacking else ""
        shares["one dictionary" if mark == "~" else "differ" if mark else "agree"] += sort[-1] in "ai"
        rivals = [w for w in {*table[0][:1], *table[6][:1]} if readings[w] > 1]
        if rivals:
            score = max(
                sum(p.score for p in morph.parse(w) if p.normal_form == normal and "NOUN" in p.tag and "nomn" in p.tag and traits(set(re.split("[ ,]", str(p.tag)))) == sort)
                for w in rivals
            )
            mark += ":" + DIGITS[min(35, round(score * 35))]
    stem = os.path.commonprefix([w for cell in table for w in cell])
    row = sort + " " + " ".join("/".join(w[len(stem) :] for w in cell) or "-" if cell else "." for cell in table)
    paradigms[row] += 1
    lines.append((stem, row, mark))

order = sorted(paradigms, key=lambda row: (-paradigms[row], row))
number = {row: at for at, row in enumerate(order)}


def base36(value):
    return (base36(value // 36) if value > 35 else "") + DIGITS[value % 36]


stems = collections.defaultdict(set)
for stem, row, mark in lines:
    stems[stem].add(base36(number[row]) + mark)
blocks, before = [], ""
for at, stem in enumerate(sorted(stems)):
    if at % 64 == 0:
        blocks.append("")
        before = ""
    shared = min(25, len(os.path.commonprefix([before, stem])))
    blocks[-1] += chr(65 + shared) + stem[shared:] + ",".join(sorted(stems[stem]))
    before = stem
with open("src/language/dictionary.json", "w", encoding="utf8") as file:
    json.dump({"paradigms": order, "blocks": blocks}, file, ensure_ascii=False, indent=1)
    file.write("\n")
print(len(lines), "words,", len(stems), "stems,", len(order), "paradigms; common nouns:", dict(shares))
