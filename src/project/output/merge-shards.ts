import { existsSync, readdirSync, readFileSync } from "node:fs";
import { copyFile, link, mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Diagnostic, hasErrors, raise, text } from "../../base/diagnostics/index.ts";
import { sha256 } from "../../base/text/index.ts";
import { FINDINGS } from "./findings.ts";
import { decodeManifest, MANIFEST_NAME, type Manifest, type ManifestDocument, type ManifestShard } from "./manifest.ts";
import { otherEdition, outputFault, unsafeOutput } from "./output-faults.ts";
import { type Published, Stage } from "./publish.ts";

/** Where a shard of a set is put out: beside the folder of the whole. */
export function shardFolder(out: string, { index, of }: Pick<ManifestShard, "index" | "of">): string {
  return join(`${out}.shards`, `${index}-of-${of}`);
}

/** What came of a merge. */
type MergeReport = {
  readonly diagnostics: readonly Diagnostic[];
  /** What the set holds, in its order; empty where it could not be merged. */
  readonly documents: readonly ManifestDocument[];
  readonly published: Published | null;
};

type Part = { readonly folder: string; readonly manifest: Manifest; readonly shard: ManifestShard };

/**
 * Joins the shards of a set into its folder: the same bytes as those of one run. Nothing is written unless every shard is there, once, of the same
 * run, and every file as its manifest says. Codes TRC6001–TRC6003, TRC6508, TRC6010–TRC6013.
 *
 * @param folders output folders of the shards; without any those beside `out`
 */
export async function mergeShards(out: string, folders: readonly string[]): Promise<MergeReport> {
  const failed = (diagnostics: readonly Diagnostic[]): MergeReport => ({ diagnostics, documents: [], published: null });
  const named = folders.length > 0 ? folders : foldersBeside(out);
  const read = named.map((folder) => ({ folder, manifest: manifestIn(folder) }));
  const none = read.filter(({ manifest }) => manifest?.shard === undefined);
  if (none.length > 0 || read.length === 0)
    return failed((read.length === 0 ? [{ folder: `${out}.shards` }] : none).map(({ folder }) => noShard(folder)));
  const parts = read as unknown as { folder: string; manifest: Manifest & { shard: ManifestShard } }[];
  const shards = parts.map(({ folder, manifest }): Part => ({ folder, manifest, shard: manifest.shard }));
  const found = setFaults(shards);
  if (found.length > 0) return failed(found);
  const { documents, registers } = joined(shards);
  const edition = documents[0]?.edition ?? "original";
  const unsafe = (await unsafeOutput(out, named)) ?? (await otherEdition(out, edition));
  if (unsafe !== null) return failed([unsafe]);
  let stage: Stage | null = null;
  try {
    stage = await Stage.open(out);
    for (const part of shards) found.push(...(await take(part, stage.folder)));
    if (hasErrors(found)) return failed(found);
    return { diagnostics: [], documents, published: await stage.publish({ documents, registers, partial: false }) };
  } catch (error) {
    return failed([outputFault(out, error)]);
  } finally {
    await stage?.close();
  }
}

function foldersBeside(out: string): string[] {
  const folder = `${out}.shards`;
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^\d+-of-\d+$/.test(name));
  return names.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).map((name) => join(folder, name));
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    return decodeManifest(readFileSync(join(folder, MANIFEST_NAME)));
  } catch {
    return undefined;
  }
}

/** What the shards lack as a set. */
function setFaults(shards: readonly Part[]): Diagnostic[] {
  const [first] = shards;
  if (first === undefined) return [];
  const strange = shards.filter(({ shard }) => shard.plan !== first.shard.plan);
  if (strange.length > 0) return strange.map(({ folder }) => otherRun(folder, first.folder));
  const byIndex = new Map<number, string[]>();
  for (const { folder, shard } of shards) byIndex.set(shard.index, [...(byIndex.get(shard.index) ?? []), folder]);
  const { of } = first.shard;
  return Array.from({ length: of }, (_, at) => at + 1).flatMap((index) => {
    const own = byIndex.get(index) ?? [];
    return own.length === 1 ? [] : own.length === 0 ? [missing(index, of)] : [doubled(index, of, own)];
  });
}

/** Documents and registers of all in the order of one run. */
function joined(shards: readonly Part[]): Required<Pick<Manifest, "documents" | "registers">> {
  const order = new Map((shards[0]?.shard.centres ?? []).map((centre, at) => [centre, at]));
  const rank = ({ centre }: { readonly centre: string }): number => order.get(centre) ?? order.size;
  const inOrder = <T extends { readonly centre: string }>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => rank(a) - rank(b));
  return {
    documents: inOrder(shards.flatMap(({ manifest }) => manifest.documents)),
    registers: inOrder(shards.flatMap(({ manifest }) => manifest.registers ?? [])),
  };
}

/** Puts the files of a shard into the stage, each looked at. */
async function take({ folder, manifest }: Part, stage: string): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { files } of manifest.documents)
    for (const { path, sha256: digest } of files) {
      const from = join(resolve(folder), path);
      const to = join(stage, path);
      if (!isWhole(from, digest)) {
        found.push(damaged(folder, path));
        continue;
      }
      await mkdir(dirname(to), { recursive: true });
      // Of another disk, or of a file system without links: copied.
      await link(from, to).catch(() => copyFile(from, to));
    }
  return found;
}

function isWhole(path: string, digest: string): boolean {
  try {
    return sha256(readFileSync(path)) === digest;
  } catch {
    return false;
  }
}

function missing(index: number, of: number): Diagnostic {
  return raise(FINDINGS.TRC6010, {
    message: text(`Нет части ${index} из ${of}`, `Shard ${index} of ${of} is not there`),
    hints: text(`Соберите её: trc build --shard ${index}/${of}`, `Build it: trc build --shard ${index}/${of}`),
  });
}

function doubled(index: number, of: number, folders: readonly string[]): Diagnostic {
  const list = folders.map((folder) => `«${folder}»`).join(", ");
  return raise(FINDINGS.TRC6011, {
    message: text(
      `Часть ${index} из ${of} дана несколько раз: ${list}`,
      `Shard ${index} of ${of} is given several times: ${folders.join(", ")}`,
    ),
  });
}

function noShard(folder: string): Diagnostic {
  return raise(FINDINGS.TRC6012, {
    message: text(`В папке «${folder}» нет части комплекта`, `The folder "${folder}" holds no shard of a set`),
  });
}

function otherRun(folder: string, first: string): Diagnostic {
  return raise(FINDINGS.TRC6012, {
    message: text(
      `Часть в «${folder}» – из другой сборки, чем часть в «${first}»: иные центры, шаблоны, ключи или версия программы`,
      `The shard in "${folder}" is of another run than that in "${first}": other centres, templates, options or program`,
    ),
  });
}

function damaged(folder: string, path: string): Diagnostic {
  return raise(FINDINGS.TRC6013, {
    message: text(
      `Файл «${path}» части в «${folder}» не тот, что записан в её описи, или его нет`,
      `The file "${path}" of the shard in "${folder}" is not as its manifest says, or is not there`,
    ),
  });
}
