"""Writes src/language/words.bin: every form of every Russian word but names, as the dictionary of OpenCorpora has them, out of the PyPI package
pymorphy3-dicts-ru 2.4.417150. Run by hand when the dictionary is renewed: pip install pymorphy3 pymorphy3-dicts-ru.

The file is the least automaton of the words («ё» as «е»), an edge in each 32 bits, little-endian: from the lowest, five bits for the letter from
«а», one that says a word may end after it, one for the last edge of its node, and the number of the first edge of the next node (0: none).
The edges of the first node stand first."""
import re
import struct

import pymorphy3

LEFT_OUT = {"Erro", "Abbr", "Init", "Surn", "Name", "Patr", "Geox", "Orgn", "Trad"}
# Words of our own templates and of schools of today that the dictionary lacks.
ENDINGS = {
    "пересборк": "а и е у ой",
    "подстат": "ья ьи ье ью ьей ей ьям ьями ьях",
    "подушев": "ой ого ому ым ом ая ую ое ые ых ыми",
    "медиативн": "ый ого ому ым ом ая ой ую ое ые ых ыми",
    "полставк": "и",
    "пообъектн": "о ый ого ому ым ом ая ой ую ое ые ых ыми",
    "повагонн": "о ый ого ому ым ом ая ой ую ое ые ых ыми",
}
ADDED = [stem + ending for stem, endings in ENDINGS.items() for ending in endings.split()]

words = {word.replace("ё", "е") for word in ADDED}
for word, tag, _, _, _ in pymorphy3.MorphAnalyzer(lang="ru").dictionary.iter_known_words():
    if not set(re.split("[ ,]", str(tag))) & LEFT_OUT and re.fullmatch("[а-яё]+", word):
        words.add(word.replace("ё", "е"))


class Node:
    __slots__ = ("edges", "final")

    def __init__(self):
        self.edges, self.final = {}, False


root, same, open_nodes, before = Node(), {}, [], ""


def close(depth):
    """Nodes below the depth take no more edges: each becomes the one that is like it."""
    while len(open_nodes) > depth:
        parent, letter, node = open_nodes.pop()
        key = (node.final, tuple((one, id(next_node)) for one, next_node in node.edges.items()))
        parent.edges[letter] = same.setdefault(key, node)


for word in sorted(words):
    shared = next((at for at, (one, other) in enumerate(zip(word, before)) if one != other), min(len(word), len(before)))
    close(shared)
    node = open_nodes[-1][2] if open_nodes else root
    for letter in word[shared:]:
        node.edges[letter] = Node()
        open_nodes.append((node, letter, node.edges[letter]))
        node = node.edges[letter]
    node.final, before = True, word
close(0)

first, order, total = {}, [root], 0
for node in order:
    if id(node) in first or not node.edges:
        continue
    first[id(node)] = total
    total += len(node.edges)
    order.extend(node.edges.values())
with open("src/language/words.bin", "wb") as file:
    written = set()
    for node in order:
        if id(node) in written or not node.edges:
            continue
        written.add(id(node))
        for at, (letter, target) in enumerate(node.edges.items()):
            last = at == len(node.edges) - 1
            file.write(struct.pack("<I", ord(letter) - ord("а") | target.final << 5 | last << 6 | first.get(id(target), 0) << 7))
print(len(words), "words,", total, "edges")
