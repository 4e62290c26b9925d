import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Text, text } from "../../base/diagnostics/index.ts";
import { inTemporaryFolder } from "../../base/storage/index.ts";
import { type BundleFiles, type BundleManifest, PART } from "./bundle-format.ts";
import { approvedDocuments, type MadeSet, makeSet, type SetOptions } from "./collect.ts";

/** What a rebuild may cost, and what ends it. */
export type RebuildLimits = Pick<SetOptions, "signal" | "budget">;

/** One edition made from the sources of a bundle alone. */
export function makeFromBundle(
  files: BundleFiles,
  { draft }: BundleManifest,
  edition: "original" | "public" = "original",
  limits: RebuildLimits = {},
): Promise<MadeSet> {
  return inTemporaryFolder("trc-rebuild", async (folder) => {
    const content = (await lay(files, folder)).map((centre) => join(folder, PART.content, centre));
    return makeSet(edition, { content, templates: join(folder, PART.templates), draft, ...limits });
  });
}

/** Lays the sources out; resolves to the content folders. Their names were checked when the bundle was read. */
async function lay(files: BundleFiles, folder: string): Promise<string[]> {
  const centres = new Set<string>();
  for (const [path, bytes] of files) {
    if (!path.startsWith(PART.content) && !path.startsWith(PART.templates)) continue;
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
    if (path.startsWith(PART.content)) centres.add(path.slice(PART.content.length).split("/")[0] ?? "");
  }
  return [...centres].sort();
}

/** Documents whose words or number of pages come out different when they are made again: what holds whatever program makes them. */
export async function changedDocuments(
  files: BundleFiles,
  manifest: BundleManifest,
  limits: RebuildLimits,
): Promise<string[]> {
  const { report } = await makeFromBundle(files, manifest, "original", limits);
  const made = new Map(report.documents.map((one) => [`${one.centre}/${one.id}`, one]));
  return manifest.documents
    .filter(({ centre, id, digest, pages }) => {
      const one = made.get(`${centre}/${id}`);
      return one?.digest !== digest || one.pages !== pages;
    })
    .map(({ id }) => id);
}

/**
 * Makes the documents again from the records and templates of the bundle alone and compares every byte, the digests and the approvals. Proves
 * that documents and sources belong together; differs where the tool or its compression library differs.
 */
export async function* rebuildFaults(
  files: BundleFiles,
  manifest: BundleManifest,
  limits: RebuildLimits,
): AsyncGenerator<Text> {
  const original = await makeFromBundle(files, manifest, "original", limits);
  const broken = original.report.diagnostics.find(({ severity }) => severity === "error");
  if (broken !== undefined)
    return yield text(
      `записи комплекта не собираются: ${broken.code} ${broken.message.ru}`,
      `the records of the bundle do not build: ${broken.code} ${broken.message.en}`,
    );
  yield* differences(original.files, files, PART.original);
  if (manifest.publicDocuments.length > 0)
    yield* differences((await makeFromBundle(files, manifest, "public", limits)).files, files, PART.public);
  const { documents } = await approvedDocuments(original);
  const named = new Map(manifest.documents.map((document) => [`${document.centre}/${document.id}`, document]));
  for (const document of documents)
    if (JSON.stringify(document) !== JSON.stringify(named.get(`${document.centre}/${document.id}`)))
      yield text(
        `документ «${document.id}»: сведения или одобрения в ${PART.manifest} не те, что следуют из записей`,
        `document “${document.id}”: its details or approvals in ${PART.manifest} are not those of the records`,
      );
  if (documents.length !== manifest.documents.length)
    yield text(
      `из записей выходит документов – ${documents.length}, в ${PART.manifest} – ${manifest.documents.length}`,
      `the records make ${documents.length} documents, ${PART.manifest} has ${manifest.documents.length}`,
    );
}

function* differences(made: BundleFiles, held: BundleFiles, prefix: string): Generator<Text> {
  for (const [path, bytes] of made)
    if (!Buffer.from(bytes).equals(held.get(path) ?? new Uint8Array()))
      yield text(`«${path}» при пересборке выходит другим`, `“${path}” comes out different when built again`);
  for (const path of held.keys())
    if (path.startsWith(prefix) && !made.has(path))
      yield text(`«${path}» при пересборке не получается`, `“${path}” is not made when built again`);
}
