"""Verifies proofs of the register by the specifications alone; nothing but the standard library, nothing of the program.

verify_proof.py inclusion PROOF ENTRY KEY            a proof that an entry is in the tree
verify_proof.py growth PROOF EARLIER-CHECKPOINT KEY  a proof that a tree was only added to
verify_proof.py vectors FOLDER                       public cases of RFC 6962 (transparency-dev/merkle, testdata): what this verifier makes of them
verify_proof.py tree FOLDER                          a whole tree: bundles, tiles and checkpoint agree

RFC 9162, 2.1.3.2 and 2.1.4.2 (paths), RFC 8032, 5.1.7 (Ed25519), c2sp.org/signed-note, tlog-checkpoint, tlog-proof, tlog-tiles.
"""
import base64
import glob
import hashlib
import json
import os
import re
import sys


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def root_by_path(index, size, leaf, path):
    if index >= size:
        return None
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            r = sha256(b"\1", p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = sha256(b"\1", r, p)
        fn, sn = fn >> 1, sn >> 1
    return r if sn == 0 else None


def is_consistent(first, second, first_root, second_root, path):
    if not 0 < first <= second:
        return False
    if first == second:
        return not path and first_root == second_root
    path = list(path)
    if first & (first - 1) == 0:
        path.insert(0, first_root)
    if not path:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = sha256(b"\1", c, fr), sha256(b"\1", c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = sha256(b"\1", sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == first_root and sr == second_root


P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def point(raw):
    number = int.from_bytes(raw, "little")
    y = number & (1 << 255) - 1
    x = recover_x(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % P)


def add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    return ((f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P)


def times(number, base):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, base)
        base = add(base, base)
        number >>= 1
    return result


Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(Y, 0), Y, 1, recover_x(Y, 0) * Y % P)


def is_signed(public, message, signature):
    a, r = point(public), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return file.read().replace("\r\n", "\n").rstrip() + "\n"


def keys_in(path):
    keys = {}
    for line in read(path).split():
        name, number, code = line.split("+", 2)
        raw = base64.b64decode(code, validate=True)
        expected = sha256(name.encode(), b"\n", raw)[:4]
        if raw[0] == 1 and len(raw) == 33 and expected.hex() == number:
            keys[name, expected] = raw[1:]
    return keys


def checkpoint_in(note, keys):
    """Origin, size and root of a note that one of the keys has signed."""
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    good = False
    for line in signatures.strip("\n").split("\n"):
        name, code = re.fullmatch("\u2014 (\\S+) (\\S+)", line).groups()
        raw = base64.b64decode(code, validate=True)
        public = keys.get((name, raw[:4]))
        if public is None:
            continue
        if not is_signed(public, text.encode(), raw[4:]):
            sys.exit("the signature of the checkpoint is wrong")
        good = True
    if not good:
        sys.exit("the checkpoint is not signed by this key")
    origin, size, root = text.split("\n")[:3]
    return origin, int(size), base64.b64decode(root, validate=True)


def proof_in(path, begin):
    text = read(path)
    body = text[re.search(begin, text, re.M).start():]
    head, _, note = body.partition("\n\n")
    return [line for line in head.split("\n") if not line.startswith("extra ")], note


def inclusion(proof, entry, key):
    (_, index, *path), note = proof_in(proof, r"^c2sp\.org/tlog-proof@v1$")
    origin, size, root = checkpoint_in(note, keys_in(key))
    with open(entry, "rb") as file:
        above, _, seal = file.read().replace(b"\r\n", b"\n").rpartition(b"seal: ")
    if sha256(above).hex() != seal.decode().strip():
        sys.exit("the entry is not as it was sealed")
    leaf = sha256(b"\0", sha256(above))
    index = int(index.removeprefix("index "))
    if root_by_path(index, size, leaf, [base64.b64decode(line, validate=True) for line in path]) != root:
        sys.exit("the path does not lead from the entry to the root")
    title = re.search(rb"^title: (.*)$", above, re.M).group(1).decode()
    print(f"{origin}: leaf {index} of {size}: {json.loads(title)}")


def growth(proof, earlier, key):
    (old, *path), note = proof_in(proof, r"^old \d+$")
    keys = keys_in(key)
    origin, size, root = checkpoint_in(note, keys)
    before = checkpoint_in(read(earlier), keys)
    if before[0] != origin or before[1] != int(old.removeprefix("old ")):
        sys.exit("the earlier checkpoint is another one")
    if not is_consistent(before[1], size, before[2], root, [base64.b64decode(line, validate=True) for line in path]):
        sys.exit("the tree was not only added to")
    print(f"{origin}: {before[1]} leaves are the beginning of {size}")


def mth(hashes):
    if len(hashes) < 2:
        return hashes[0] if hashes else sha256()
    left = 1 << (len(hashes) - 1).bit_length() - 1
    return sha256(b"\1", mth(hashes[:left]), mth(hashes[left:]))


def tree(folder):
    keys = keys_in(os.path.join(folder, "key.txt"))
    origin, size, root = checkpoint_in(read(os.path.join(folder, "checkpoint")), keys)

    def tile(level, index, width):
        name = f"{index % 1000:03}"
        while index >= 1000:
            index //= 1000
            name = f"x{index % 1000:03}/{name}"
        with open(os.path.join(folder, "tile", level, name if width == 256 else f"{name}.p/{width}"), "rb") as file:
            return file.read()

    hashes = []
    for index in range(-(-size // 256)):
        bundle = tile("entries", index, min(256, size - index * 256))
        while bundle:
            length = int.from_bytes(bundle[:2], "big")
            hashes.append(sha256(b"\0", bundle[2:2 + length]))
            bundle = bundle[2 + length:]
    if len(hashes) != size or mth(hashes) != root:
        sys.exit("the bundles do not lead to the root")
    level = 0
    while hashes:
        for index in range(-(-len(hashes) // 256)):
            part = hashes[index * 256:index * 256 + 256]
            if tile(str(level), index, len(part)) != b"".join(part):
                sys.exit(f"the tile {level}/{index} is wrong")
        hashes = [mth(hashes[at:at + 256]) for at in range(0, len(hashes) - 255, 256)]
        level += 1
    print(f"{origin}: {size} leaves, {level} levels of tiles")


def vectors(folder):
    def b64(code):
        return base64.b64decode(code or "")

    for name in sorted(glob.glob(os.path.join(folder, "inclusion", "**", "*.json"), recursive=True)):
        with open(name, encoding="utf-8") as file:
            case = json.load(file)
        leaf, root = b64(case["leafHash"]), b64(case["root"])
        path = [b64(one) for one in case["proof"] or []]
        right = len(leaf) == 32 and root_by_path(case["leafIdx"], case["treeSize"], leaf, path) == root
        yield name, right, not case["wantErr"]
    for name in sorted(glob.glob(os.path.join(folder, "consistency", "**", "*.json"), recursive=True)):
        with open(name, encoding="utf-8") as file:
            case = json.load(file)
        roots = [b64(case["root1"]), b64(case["root2"])]
        path = [b64(one) for one in case["proof"] or []]
        yield name, is_consistent(case["size1"], case["size2"], *roots, path), not case["wantErr"]


if __name__ == "__main__":
    what, *given = sys.argv[1:]
    if what == "vectors":
        judged = list(vectors(*given))
        for name, right, wanted in judged:
            if right != wanted:
                print(f"{name}: {right}, should be {wanted}")
        print(f"{len(judged)} cases")
    else:
        {"inclusion": inclusion, "growth": growth, "tree": tree}[what](*given)
