import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf, type SharedStore } from "../../base/cache/index.ts";
import { safeJoin } from "../../base/storage/index.ts";
import { type ManifestDocument, stageFiles } from "../output/index.ts";

/** What another machine needs of a centre that was made: what is known of it, then its files one after another. */
type Head<T> = { readonly kept: T; readonly files: readonly { readonly path: string; readonly bytes: number }[] };
type Kept = { readonly documents: readonly ManifestDocument[] };

/** Puts a centre whose files lie in the stage into the shared cache. */
export async function shareCentre(store: SharedStore, name: string, kept: Kept, stage: string): Promise<void> {
  const paths = kept.documents.flatMap(({ files }) => files.map(({ path }) => path));
  const bytes: Buffer[] = [];
  for (const path of paths) bytes.push(await readFile(join(stage, path)));
  const files = paths.map((path, index) => ({ path, bytes: bytes[index]?.length ?? 0 }));
  const head = Buffer.from(JSON.stringify({ kept, files } satisfies Head<Kept>));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  await store.write(name, Buffer.concat([length, head, ...bytes]));
}

/** Takes a centre out of the shared cache. Its files are as its documents say, or it is not there. */
export async function sharedCentre<T extends Kept>(
  store: SharedStore,
  name: string,
): Promise<{ readonly kept: T; readonly stageIn: (stage: string) => Promise<void> } | null> {
  const stored = await store.read(name);
  if (stored === undefined) return null;
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const start = 4 + bytes.readUInt32BE(0);
  const { kept, files } = JSON.parse(bytes.toString("utf8", 4, start)) as Head<T>;
  const digests = new Map(kept.documents.flatMap((one) => one.files.map(({ path, sha256 }) => [path, sha256])));
  let at = start;
  const found = files.map(({ path, bytes: length }) => {
    at += length;
    return { path, bytes: bytes.subarray(at - length, at) };
  });
  if (found.length !== digests.size || found.some((one) => digests.get(one.path) !== digestOf(one.bytes))) return null;
  return {
    kept,
    stageIn: async (stage) => {
      for (const { path } of found) await safeJoin(stage, path);
      await stageFiles(stage, found);
    },
  };
}
