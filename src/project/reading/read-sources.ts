import { basename, relative, resolve } from "node:path";
import { digestOf } from "../../base/cache/index.ts";
import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { isFolder } from "../../base/storage/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { shownText } from "../../base/yaml/index.ts";
import { uniqueNames } from "./file-name.ts";
import { isContentFile, isSampleRecord, isTemplateFile } from "./files-of-project.ts";
import { dayFaults, missingFolder } from "./folder-faults.ts";
import { defaultTemplates } from "./package-root.ts";
import { type FoundFile, type ListFolder, listFolder, readAgain, readNamed } from "./read-folder.ts";

/** A content folder to read: its name in the manifest, and the part of the output that its documents have, `""` or `name/`. */
export type Centre = { readonly centre: string; readonly folder: string; readonly part: string };

/** A content folder as it was read; `files` is null when it could not be. */
type ContentFolder = Centre & { readonly files: readonly FoundFile[] | null };

/** Every byte that a run depends on, read once. */
export type Sources = {
  readonly templatesFolder: string;
  readonly templates: readonly FoundFile[] | null;
  /** Sample records of the kinds, from which nothing is made. */
  readonly samples: readonly FoundFile[];
  readonly folders: readonly ContentFolder[];
  readonly diagnostics: readonly Diagnostic[];
  /** Digest of each file by its shown name. */
  readonly digests: ReadonlyMap<string, string>;
  /** Bytes of any file that was read, by its shown name. */
  readonly bytesOf: (file: string) => Uint8Array | undefined;
  /** Text of any file that was read, by its shown name. */
  readonly sourceOf: (file: string) => string | undefined;
};

/** Folders of records and of templates. */
export type SourceOptions = {
  readonly content: readonly string[];
  /** By default those of the program. */
  readonly templates?: string | undefined;
  /** Bytes that stand for those of files on the disk, by the name the file is shown under. */
  readonly overlay?: ReadonlyMap<string, Uint8Array>;
  readonly listFolder?: ListFolder;
  /** The day that is asked about, ISO. */
  readonly today?: string;
};

type ReadOptions = Pick<SourceOptions, "overlay" | "listFolder">;

/** The templates of a run and the names of its centres, whose records are read one after another. */
type SourcePlan = {
  /** The templates alone: a run without records. */
  readonly templates: Sources;
  readonly centres: readonly Centre[];
};

/** Reads the templates and the content folders; patterns are expanded. Codes TRC0001, TRC0003, TRC0005. */
export async function readSources(options: SourceOptions): Promise<Sources> {
  const { templates, centres } = await planSources(options);
  return readCentres(templates, centres, options);
}

/** Reads the templates, and finds the content folders without reading them. Codes TRC0001, TRC0003, TRC0005. */
export async function planSources(options: SourceOptions): Promise<SourcePlan> {
  const reading = new Reading(options);
  const { templates: templatesFolder = defaultTemplates() } = options;
  const wanted = (inside: string): boolean => isTemplateFile(inside) || isSampleRecord(inside);
  const found = await reading.folder("--templates", templatesFolder, wanted);
  const missing: Diagnostic[] = [];
  const folders = await contentFolders(options.content, missing);
  const names = uniqueNames(folders.map((folder) => basename(resolve(folder))));
  const centres = folders.map((folder, index): Centre => {
    const centre = names[index] ?? "";
    return { centre, folder, part: folders.length > 1 ? `${centre}/` : "" };
  });
  const templates = reading.sources({
    templatesFolder,
    templates: found?.filter(({ inside }) => !isSampleRecord(inside)) ?? null,
    samples: found?.filter(({ inside }) => isSampleRecord(inside)) ?? [],
    folders: [],
    diagnostics: [...dayFaults(options), ...missing],
  });
  return { templates, centres };
}

/** Sources as they are sent to another thread. */
export type SourceData = Omit<Sources, "bytesOf" | "sourceOf">;

/** What another thread needs of sources. */
export function sourceData({ bytesOf: _bytesOf, sourceOf: _sourceOf, ...data }: Sources): SourceData {
  return data;
}

/** Sources out of what was sent. */
export function sourcesOf(data: SourceData): Sources {
  const records = data.folders.flatMap(({ files }) => files ?? []);
  const bytes = new Map(
    [...(data.templates ?? []), ...data.samples, ...records].map((file) => [file.path, file.bytes]),
  );
  const bytesOf = (file: string): Uint8Array | undefined => bytes.get(file);
  return { ...data, bytesOf, sourceOf: (file) => shownText(bytesOf(file)) };
}

/** Centres whose folders are not there, before any is read. Code TRC0001. */
export async function missingCentres(centres: readonly Centre[]): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  // A folder that must not be looked into is reported when it is read.
  for (const { folder } of centres)
    if (!(await isFolder(folder).catch(() => true))) found.push(missingFolder("--content", folder));
  return found;
}

/** The sources of some centres: the templates as they were read, and the records of these. Codes TRC0001, TRC0003. */
export async function readCentres(
  templates: Sources,
  centres: readonly Centre[],
  options: ReadOptions,
): Promise<Sources> {
  const reading = new Reading(options, templates);
  const folders: ContentFolder[] = [];
  for (const centre of centres)
    folders.push({ ...centre, files: await reading.folder("--content", centre.folder, isContentFile) });
  return reading.sources({ ...templates, folders });
}

/**
 * The sources with some files of the content folders as they are now; null where more than the bytes of files that were read has changed: then all
 * is to be read.
 *
 * @param paths absolute
 */
export async function sourcesAfter(sources: Sources, paths: readonly string[]): Promise<Sources | null> {
  if (sources.diagnostics.length > 0) return null;
  const wanted = new Set(paths.map((path) => posixPath(resolve(path))));
  const digests = new Map(sources.digests);
  const found = new Set<string>();
  const again = async (file: FoundFile): Promise<FoundFile> => {
    const path = posixPath(resolve(file.path));
    if (!wanted.has(path)) return file;
    const now = await readAgain(file);
    if (now === null) return file;
    found.add(path);
    digests.set(now.path, digestOf(now.bytes));
    return now;
  };
  const folders: ContentFolder[] = [];
  for (const folder of sources.folders)
    folders.push({ ...folder, files: folder.files && (await Promise.all(folder.files.map(again))) });
  return found.size < wanted.size ? null : sourcesOf({ ...sourceData(sources), folders, digests });
}

/** Whether the same files with the same bytes were read. */
export function sameSources(one: Sources, other: Sources): boolean {
  const [ours, theirs] = [one, other].map(({ digests, diagnostics }) => JSON.stringify([[...digests], diagnostics]));
  return ours === theirs;
}

/** Files that were read, each once; what stands under the overlay takes the place of what is on the disk. */
class Reading {
  readonly #options: ReadOptions;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #bytes = new Map<string, Uint8Array>();
  readonly #before: Sources | null;

  /** @param before what was read earlier and belongs to the same sources */
  constructor(options: ReadOptions, before: Sources | null = null) {
    this.#options = options;
    this.#before = before;
  }

  async folder(
    option: "--content" | "--templates",
    folder: string,
    wanted: (inside: string) => boolean,
  ): Promise<FoundFile[] | null> {
    const { overlay, listFolder: list = listFolder } = this.#options;
    const found = await readNamed(option, folder, { wanted, list });
    this.#diagnostics.push(...found.diagnostics);
    const files = found.value?.map((file) => ({ ...file, bytes: overlay?.get(file.path) ?? file.bytes }));
    for (const file of files ?? []) this.#bytes.set(file.path, file.bytes);
    return files ?? null;
  }

  sources(read: Omit<Sources, "digests" | "bytesOf" | "sourceOf">): Sources {
    const bytesOf = (file: string): Uint8Array | undefined => this.#bytes.get(file) ?? this.#before?.bytesOf(file);
    const own = [...this.#bytes].map(([path, one]) => [path, digestOf(one)] as const);
    return {
      ...read,
      diagnostics: [...read.diagnostics, ...this.#diagnostics],
      digests: new Map([...(this.#before?.digests ?? []), ...own]),
      bytesOf,
      sourceOf: (file) => shownText(bytesOf(file)),
    };
  }
}

async function contentFolders(patterns: readonly string[], diagnostics: Diagnostic[]): Promise<string[]> {
  const folders: string[] = [];
  for (const pattern of patterns) {
    const found = /[*?[{]/.test(pattern) ? await foldersLike(pattern) : [pattern];
    if (found.length === 0) diagnostics.push(missingFolder("--content", pattern));
    folders.push(...found.sort());
  }
  return [...new Set(folders)];
}

async function foldersLike(pattern: string): Promise<string[]> {
  const { glob } = await import("glob");
  return (await glob(pattern.replaceAll("\\", "/"), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(process.cwd(), entry.fullpath()));
}
