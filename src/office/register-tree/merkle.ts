import { createHash } from "node:crypto";

/** A digest of the tree: 32 bytes. */
export type Hash = Uint8Array;

/** A tree by its size and root. */
export type TreeHead = { readonly size: number; readonly root: Hash };

/** The digest of a leaf. @see RFC 6962, 2.1 */
export function leafHash(data: Uint8Array): Hash {
  return createHash("sha256").update(LEAF).update(data).digest();
}

/** Root of the tree over digests of leaves. @see RFC 6962, 2.1 */
export function treeRoot(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (first === undefined) return createHash("sha256").digest();
  if (leaves.length === 1) return first;
  const left = widthOfLeft(leaves.length);
  return nodeHash(treeRoot(leaves.slice(0, left)), treeRoot(leaves.slice(left)));
}

/** Path from a leaf to the root, from below. @see RFC 6962, 2.1.1 */
export function inclusionPath(leaves: readonly Hash[], index: number): Hash[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError(`no leaf ${index} among ${leaves.length}`);
  if (leaves.length === 1) return [];
  const at = widthOfLeft(leaves.length);
  const [left, right] = [leaves.slice(0, at), leaves.slice(at)];
  return index < at
    ? [...inclusionPath(left, index), treeRoot(right)]
    : [...inclusionPath(right, index - at), treeRoot(left)];
}

/** What shows that the tree of the first `size` leaves is the beginning of this one; empty for all of them. @see RFC 6962, 2.1.2 */
export function consistencyPath(leaves: readonly Hash[], size: number): Hash[] {
  if (!(size > 0 && size <= leaves.length)) throw new RangeError(`no tree of ${size} in one of ${leaves.length}`);
  return subproof(leaves, size, true);
}

function subproof(leaves: readonly Hash[], size: number, isWhole: boolean): Hash[] {
  if (size === leaves.length) return isWhole ? [] : [treeRoot(leaves)];
  const at = widthOfLeft(leaves.length);
  const [left, right] = [leaves.slice(0, at), leaves.slice(at)];
  return size <= at
    ? [...subproof(left, size, isWhole), treeRoot(right)]
    : [...subproof(right, size - at, false), treeRoot(left)];
}

/** Whether the path leads from a leaf in its place to the root. */
export function isIncluded(
  leaf: { readonly index: number; readonly hash: Hash },
  path: readonly Hash[],
  { size, root }: TreeHead,
): boolean {
  if (!(leaf.index >= 0 && leaf.index < size) || leaf.hash.length !== HASH_BYTES) return false;
  const rest = [...path];
  const found = rootOver(leaf, size, rest);
  return found !== null && rest.length === 0 && sameHash(found, root);
}

function rootOver(leaf: { readonly index: number; readonly hash: Hash }, size: number, rest: Hash[]): Hash | null {
  if (size === 1) return leaf.hash;
  const beside = rest.pop();
  if (beside === undefined) return null;
  const at = widthOfLeft(size);
  const { index, hash } = leaf;
  const below = index < at ? rootOver(leaf, at, rest) : rootOver({ index: index - at, hash }, size - at, rest);
  if (below === null) return null;
  return index < at ? nodeHash(below, beside) : nodeHash(beside, below);
}

/** Whether the path shows that the later tree begins with the earlier one; of an empty one there is nothing to show. */
export function isConsistent(earlier: TreeHead, later: TreeHead, path: readonly Hash[]): boolean {
  if (!(earlier.size > 0 && earlier.size <= later.size)) return false;
  const rest = [...path];
  const found = rootsOver(earlier, later.size, { rest, isWhole: true });
  return (
    found !== null && rest.length === 0 && sameHash(found.earlier, earlier.root) && sameHash(found.later, later.root)
  );
}

type Roots = { readonly earlier: Hash; readonly later: Hash };

/** Roots of both trees as the path has them. @param isWhole the earlier tree is all of what is looked at: its root is known */
function rootsOver(
  { size: inside, root }: TreeHead,
  size: number,
  { rest, isWhole }: { readonly rest: Hash[]; readonly isWhole: boolean },
): Roots | null {
  if (inside === size) {
    const whole = isWhole ? root : rest.pop();
    return whole === undefined ? null : { earlier: whole, later: whole };
  }
  const beside = rest.pop();
  if (beside === undefined) return null;
  const at = widthOfLeft(size);
  if (inside <= at) {
    const below = rootsOver({ size: inside, root }, at, { rest, isWhole });
    return below === null ? null : { earlier: below.earlier, later: nodeHash(below.later, beside) };
  }
  const below = rootsOver({ size: inside - at, root }, size - at, { rest, isWhole: false });
  return below === null ? null : { earlier: nodeHash(beside, below.earlier), later: nodeHash(beside, below.later) };
}

const HASH_BYTES = 32;
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

function nodeHash(left: Hash, right: Hash): Hash {
  return createHash("sha256").update(NODE).update(left).update(right).digest();
}

/** The largest power of two below a size. */
function widthOfLeft(size: number): number {
  let width = 1;
  while (width * 2 < size) width *= 2;
  return width;
}

/** Whether two digests are one. */
export function sameHash(one: Hash, two: Hash): boolean {
  return Buffer.from(one).equals(two);
}
