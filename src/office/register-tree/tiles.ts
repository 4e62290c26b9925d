import { type Hash, leafHash, treeRoot } from "./merkle.ts";

/** Digests in a full tile. */
const WIDTH = 256;

/**
 * Files of a tree by path: tiles of digests, and bundles of the leaves themselves.
 * @see https://c2sp.org/tlog-tiles
 */
export function tileFiles(leaves: readonly Uint8Array[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [index, bundle] of inTiles(leaves).entries())
    files.set(
      tilePath("entries", index, bundle.length),
      Buffer.concat(bundle.flatMap((leaf) => [lengthOf(leaf), leaf])),
    );
  let hashes: readonly Hash[] = leaves.map(leafHash);
  for (let level = 0; hashes.length > 0; level++) {
    const tiles = inTiles(hashes);
    for (const [index, tile] of tiles.entries()) files.set(tilePath(level, index, tile.length), Buffer.concat(tile));
    hashes = tiles.filter((tile) => tile.length === WIDTH).map(treeRoot);
  }
  return files;
}

/** Leaves out of the bundles of a tree of a size; null where a bundle is not there or is no bundle. */
export function leavesIn(size: number, fileAt: (path: string) => Uint8Array | undefined): Uint8Array[] | null {
  const leaves: Uint8Array[] = [];
  for (let index = 0; leaves.length < size; index++) {
    const count = Math.min(WIDTH, size - index * WIDTH);
    const bundle = fileAt(tilePath("entries", index, count));
    const found = bundle === undefined ? null : leavesOf(Buffer.from(bundle));
    if (found?.length !== count) return null;
    leaves.push(...found);
  }
  return leaves;
}

function leavesOf(bundle: Buffer): Uint8Array[] | null {
  const leaves: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    if (at + 2 > bundle.length) return null;
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) return null;
    leaves.push(Uint8Array.from(bundle.subarray(at + 2, end)));
    at = end;
  }
  return leaves;
}

/** `tile/0/x001/x234/067`, `tile/entries/000.p/7`: where a tile lies. @param width how many digests it has */
function tilePath(level: number | "entries", index: number, width: number): string {
  const parts = [String(index % 1000).padStart(3, "0")];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    parts.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  return `tile/${level}/${parts.join("/")}${width === WIDTH ? "" : `.p/${width}`}`;
}

function inTiles<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / WIDTH) }, (_, index) =>
    list.slice(index * WIDTH, (index + 1) * WIDTH),
  );
}

function lengthOf(leaf: Uint8Array): Uint8Array {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(leaf.length);
  return length;
}
