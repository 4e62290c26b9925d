import { digestOf } from "../../base/cache/index.ts";
import { type Outcome, text } from "../../base/diagnostics/index.ts";
import { readGiven } from "../../base/storage/index.ts";
import { decodeManifest, type ManifestShard } from "../output/index.ts";
import { type Centre, filesIn, missingFile } from "../reading/index.ts";

/** A part of the centres, for one of several machines. */
export type Shard = {
  /** From 1. */
  readonly index: number;
  readonly of: number;
  /** Manifest of an earlier run: its pages are what a centre costs. Without it the files of the centre are. */
  readonly costs?: string | undefined;
};

/**
 * The centres of a shard, and what its manifest says of the whole. Who gets which centre follows from the centres and their costs alone: each machine
 * finds it out by itself, and all come to the same. The dearest centre goes first, each to the shard that has the least. Code TRC0001.
 *
 * @param run all else that the shards of one run have in common
 */
export async function shareOut(
  centres: readonly Centre[],
  { index, of, costs }: Shard,
  run: unknown,
): Promise<Outcome<{ readonly own: readonly Centre[]; readonly shard: ManifestShard }>> {
  const measured = costs === undefined ? null : await pagesOf(costs);
  if (costs !== undefined && measured === null) return { diagnostics: [noCosts(costs)] };
  const weights: number[] = [];
  for (const { centre, folder } of centres) weights.push(measured?.get(centre) ?? (await filesIn(folder)));
  const load = Array.from({ length: of }, () => 0);
  const shardOf = centres.map(() => 0);
  const dearestFirst = [...centres.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  for (const at of dearestFirst) {
    const least = load.indexOf(Math.min(...load));
    shardOf[at] = least + 1;
    load[least] = (load[least] ?? 0) + (weights[at] ?? 0);
  }
  const names = centres.map(({ centre }) => centre);
  const plan = digestOf([run, of, names.map((name, at) => [name, shardOf[at]])]);
  return {
    value: { own: centres.filter((_centre, at) => shardOf[at] === index), shard: { index, of, plan, centres: names } },
    diagnostics: [],
  };
}

async function pagesOf(path: string): Promise<Map<string, number> | null> {
  const bytes = await readGiven(path).catch(() => null);
  const manifest = bytes === null ? undefined : decodeManifest(bytes);
  if (manifest === undefined) return null;
  const pages = new Map<string, number>();
  for (const document of manifest.documents)
    pages.set(document.centre, (pages.get(document.centre) ?? 0) + document.pages);
  return pages;
}

function noCosts(path: string) {
  return missingFile(
    text(`Опись прошлой сборки «${path}» не найдена`, `The manifest of an earlier run "${path}" is not found`),
    text("Укажите её файл: --costs out/manifest.json", "Name its file: --costs out/manifest.json"),
  );
}
