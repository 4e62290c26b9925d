"""Writes src/language/surname-words.json: words of the OpenCorpora dictionary (pymorphy3-dicts-ru 2.4.417150) that settle how a surname
declines, or show that its ending settles nothing. Run by hand when the dictionary is renewed: pip install pymorphy3 pymorphy3-dicts-ru."""
import collections
import json
import re

import pymorphy3

SECONDARY = {"V-oy", "V-ey", "V-ie", "V-be", "V-bi", "Infr", "Slng", "Arch", "Dist", "Erro", "Litr", "Abbr"}
NAMED = {"Surn", "Name", "Patr", "Geox", "Orgn", "Abbr"}
# Suffixes that only Russian surnames have: they need no list.
PRODUCTIVE = re.compile("([кцшжчщ]|[^аеиоуыэюя]х)[иы]н$")


def lexemes():
    words = collections.defaultdict(list)
    for word, tag, normal, paradigm, index in pymorphy3.MorphAnalyzer(lang="ru").dictionary.iter_known_words():
        if str(tag).startswith("NOUN"):
            words[normal, paradigm].append((index, word, set(re.split("[ ,]", str(tag)))))
    for (normal, _), forms in sorted(words.items()):
        yield normal, [(word, tags) for _, word, tags in sorted(forms, key=lambda form: form[0])]


def form(forms, *grammemes):
    return next((w for w, tags in forms if tags.issuperset(grammemes) and not tags & SECONDARY), "")


lists = collections.defaultdict(set)
surnames, owners = set(), set()
for word, forms in lexemes():
    tags = forms[0][1]
    if not re.fullmatch("[а-яё]{3,12}", word):
        continue
    if "Surn" in tags:
        surnames.add(word.replace("ё", "е"))
        instrumental = form(forms, "masc", "sing", "ablt")
        if re.search("[иы]н$", word) and instrumental == word + "ым" and not PRODUCTIVE.search(word):
            lists["possessive"].add(word)
        if re.search("([гх]|[^сц]к)ий$|[^нтвл]ой$", word) and form(forms, "masc", "sing", "gent").endswith("ого"):
            lists["adjective"].add(word)
    if re.search("[ая]$", word) and len(word) < 8 and (tags & {"Name"} or ("anim" in tags and not tags & NAMED)):
        owners.add(word[:-1])
    if "Name" in tags and re.search("[иы]н$", word):
        lists["nounOnPossessive"].add(word)
    if tags & NAMED or len(word) > 10:
        continue
    genitive = form(forms, "masc", "sing", "gent")
    if genitive:
        if re.search("([иы]н|[оеё]в)$", word) and (len(word) < 8 or "anim" in tags):
            lists["nounOnPossessive"].add(word)
        if genitive == word[:-1] + "я" and re.search("ой$|[гкх]ий$", word):
            lists["nounOnY"].add(word)
        if re.search("[иы]х$", word):
            lists["nounOnIkh"].add(word)
        if re.search("[еоё][^аеёиоуыэюя]{1,2}$", word) and not genitive.startswith(re.sub("[ьй]$", "", word)):
            if not re.search("([оеё]к|ец|ень|оть)$", word) and len(word) < 9:
                lists["fleeting"].add(word)
    genitive = form(forms, "femn", "sing", "gent")
    if re.search("([оеё]в|[иы]н)а$", word) and genitive == word[:-1] + "ы" and len(word) < 10 and not word.endswith("щина"):
        lists["nounOnPossessiveA"].add(word)

# A surname beats a noun that few know as one: Королёва is of Королёв. «Осина» and the like are asked about by a list of our own.
lists["nounOnPossessiveA"] -= {word for word in lists["nounOnPossessiveA"] if word[:-1].replace("ё", "е") in surnames} | {"кузина"}
# Whose the surname is: Родя – Родин, кобыла – Кобылин.
lists["owner"] = {stem for stem in owners if not PRODUCTIVE.search(stem + "ин") and len(stem) > 2}
plain = {name: " ".join(sorted({word.replace("ё", "е") for word in words})) for name, words in sorted(lists.items())}
with open("src/language/surname-words.json", "w", encoding="utf8") as file:
    json.dump(plain, file, ensure_ascii=False, indent=2)
    file.write("\n")
