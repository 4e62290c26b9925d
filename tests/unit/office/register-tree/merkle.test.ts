import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  consistencyPath,
  inclusionPath,
  isConsistent,
  isIncluded,
  leafHash,
  treeRoot,
} from "../../../../src/office/register-tree/merkle.ts";
import { runs } from "../../../support/runs.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  createHash("sha256").update(Buffer.concat(parts)).digest();
const node = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(Uint8Array.of(1), left, right);

/** Leaves of the reference tree of RFC 6962, as implementations of Certificate Transparency are tried with. */
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

it("the roots are those of the reference tree of RFC 6962", () => {
  const leaves = LEAVES.map((data) => leafHash(Buffer.from(data, "hex")));
  expect(ROOTS.map((_, size) => hex(treeRoot(leaves.slice(0, size))))).toEqual(ROOTS);
});

const MOST = 200;
const leaves = Array.from({ length: MOST }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));
/** Every size, or those around powers of two. */
const SIZES = Array.from({ length: MOST }, (_, index) => index + 1).filter(
  (size) => runs(0, 1) === 1 || size <= 17 || [31, 32, 33, 64, 65, 129, 200].includes(size),
);

/** RFC 9162, 2.1.3.2, step by step: another way to the root than the recursion of ours. */
function rootByPath(index: number, size: number, leaf: Uint8Array, path: readonly Uint8Array[]): Uint8Array | null {
  let [fn, sn, r] = [index, size - 1, leaf];
  for (const p of path) {
    if (sn === 0) return null;
    if (fn % 2 === 1 || fn === sn) {
      r = node(p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else r = node(r, p);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 ? r : null;
}

/** RFC 9162, 2.1.4.2, step by step: the earlier and the later root. */
function rootsByPath(
  first: number,
  second: number,
  root: Uint8Array,
  given: readonly Uint8Array[],
): Uint8Array[] | null {
  if (first === second) return given.length === 0 ? [root, root] : null;
  const [start, ...path] = Number.isInteger(Math.log2(first)) ? [root, ...given] : given;
  let [fn, sn] = [first - 1, second - 1];
  while (fn % 2 === 1) [fn, sn] = [fn >> 1, sn >> 1];
  if (start === undefined) return null;
  let [fr, sr] = [start, start];
  for (const c of path) {
    if (sn === 0) return null;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [node(c, fr), node(c, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else sr = node(sr, c);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 ? [fr, sr] : null;
}

/** The same path damaged in every way that a forger has: a bit, an element less, one more, two exchanged. */
function damaged(path: readonly Uint8Array[]): Uint8Array[][] {
  const flipped = path.map((one, at) => {
    const bytes = Uint8Array.from(one);
    bytes[at % 32] = (bytes[at % 32] ?? 0) ^ (1 << (at % 8));
    return path.map((other, index) => (index === at ? bytes : other));
  });
  const [first, second, ...rest] = path;
  return [
    ...flipped,
    [...path, leafHash(Buffer.from("one more"))],
    [leafHash(Buffer.from("one more")), ...path],
    ...(first === undefined ? [] : [path.slice(1), path.slice(0, -1)]),
    ...(first === undefined || second === undefined ? [] : [[second, first, ...rest]]),
  ];
}

/** Names of what did not hold. */
function failures(claims: Iterable<readonly [name: string, holds: boolean]>): string[] {
  return [...claims].flatMap(([name, holds]) => (holds ? [] : [name]));
}

function* inclusions(size: number): Generator<readonly [string, boolean]> {
  const own = leaves.slice(0, size);
  const head = { size, root: treeRoot(own) };
  for (const [index, hash] of own.entries()) {
    if (runs(0, 1) === 0 && index % 7 !== 0 && index !== size - 1) continue;
    const at = `leaf ${index} of ${size}`;
    const path = inclusionPath(own, index);
    yield [at, isIncluded({ index, hash }, path, head)];
    yield [`${at} by steps`, hex(rootByPath(index, size, hash, path) ?? new Uint8Array()) === hex(head.root)];
    yield [`${at}, next place`, !isIncluded({ index: index + 1, hash }, path, head)];
    yield [`${at}, place before`, !isIncluded({ index: index - 1, hash }, path, head)];
    yield [`${at}, other leaf`, !isIncluded({ index, hash: leafHash(hash) }, path, head)];
    yield [`${at}, other root`, !isIncluded({ index, hash }, path, { size, root: leafHash(head.root) })];
    for (const wrong of damaged(path)) yield [`${at}, damaged`, !isIncluded({ index, hash }, wrong, head)];
  }
}

function* growths(size: number): Generator<readonly [string, boolean]> {
  const own = leaves.slice(0, size);
  const later = { size, root: treeRoot(own) };
  for (const before of SIZES.filter((one) => one <= size)) {
    const at = `${before} to ${size}`;
    const earlier = { size: before, root: treeRoot(own.slice(0, before)) };
    const path = consistencyPath(own, before);
    const roots = rootsByPath(before, size, earlier.root, path)?.map(hex).join();
    yield [at, isConsistent(earlier, later, path)];
    yield [`${at} by steps`, roots === [earlier.root, later.root].map(hex).join()];
    yield [`${at}, other root`, !isConsistent({ size: before, root: leafHash(earlier.root) }, later, path)];
    yield [`${at}, other later root`, !isConsistent(earlier, { size, root: leafHash(later.root) }, path)];
    if (before < size) yield [`${at}, other size`, !isConsistent({ ...earlier, size: before + 1 }, later, path)];
    for (const wrong of damaged(path)) yield [`${at}, damaged`, !isConsistent(earlier, later, wrong)];
  }
}

describe(`trees of up to ${MOST} leaves`, () => {
  it("every leaf is proved, also by the steps of RFC 9162; of another place, size, root, leaf or path nothing is", () => {
    expect(SIZES.flatMap((size) => failures(inclusions(size)))).toEqual([]);
  });

  it("every earlier tree is proved, also by the steps of RFC 9162; of another size, root or path nothing is", () => {
    expect(SIZES.flatMap((size) => failures(growths(size)))).toEqual([]);
    expect(isConsistent({ size: 0, root: treeRoot([]) }, { size: 1, root: treeRoot(leaves.slice(0, 1)) }, [])).toBe(
      false,
    );
  });
});
