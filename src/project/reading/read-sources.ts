import { basename, relative, resolve } from "node:path";
import { digestOf } from "../../base/cache/index.ts";
import type { Diagnostic } from "../../base/diagnostics/index.ts";
import { shownText } from "../../base/yaml/index.ts";
import { uniqueNames } from "./file-name.ts";
import { isContentFile, isSampleRecord, isTemplateFile } from "./files-of-project.ts";
import { dayFaults, missingFolder } from "./folder-faults.ts";
import { defaultTemplates } from "./package-root.ts";
import { type FoundFile, type ListFolder, listFolder, readNamed } from "./read-folder.ts";

/** A content folder as it was read. `centre` is its name in the manifest; `files` is null when it could not be read. */
type ContentFolder = {
  readonly centre: string;
  readonly folder: string;
  readonly files: readonly FoundFile[] | null;
};

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

/** Reads the templates and the content folders; patterns are expanded. Codes TRC0001, TRC0003, TRC0005. */
export async function readSources(options: SourceOptions): Promise<Sources> {
  const diagnostics: Diagnostic[] = dayFaults(options);
  const bytes = new Map<string, Uint8Array>();
  const list = options.listFolder ?? listFolder;
  const read = async (...named: Parameters<typeof readNamed>): Promise<FoundFile[] | null> => {
    const found = await readNamed(...named);
    diagnostics.push(...found.diagnostics);
    const files = found.value?.map((file) => ({ ...file, bytes: options.overlay?.get(file.path) ?? file.bytes }));
    for (const file of files ?? []) bytes.set(file.path, file.bytes);
    return files ?? null;
  };
  const { templates: templatesFolder = defaultTemplates() } = options;
  const wanted = (inside: string): boolean => isTemplateFile(inside) || isSampleRecord(inside);
  const allTemplates = await read("--templates", templatesFolder, { wanted, list });
  const names = await contentFolders(options.content, diagnostics);
  const centres = uniqueNames(names.map((folder) => basename(resolve(folder))));
  const folders: ContentFolder[] = [];
  for (const [index, folder] of names.entries())
    folders.push({
      centre: centres[index] ?? "",
      folder,
      files: await read("--content", folder, { wanted: isContentFile, list }),
    });
  return {
    templatesFolder,
    templates: allTemplates?.filter(({ inside }) => !isSampleRecord(inside)) ?? null,
    samples: allTemplates?.filter(({ inside }) => isSampleRecord(inside)) ?? [],
    folders,
    diagnostics,
    digests: new Map([...bytes].map(([path, one]) => [path, digestOf(one)])),
    bytesOf: (file) => bytes.get(file),
    sourceOf: (file) => shownText(bytes.get(file)),
  };
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
