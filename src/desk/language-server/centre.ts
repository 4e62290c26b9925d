import { type Diagnostic, hasErrors } from "../../base/diagnostics/index.ts";
import { itemsOf, propertiesOf, type SchemaLocation, schemaAt } from "../../base/yaml/index.ts";
import {
  type ContentRecord,
  createReader,
  type Dossier,
  findAnyRecord,
  type ReadRecords,
  type RecordSchemas,
  readSchemas,
  schemaOf,
} from "../../paperwork/records/index.ts";
import { SINGLES } from "../../paperwork/schemas/index.ts";
import { type FoundFile, programKinds, readSources, type Sources } from "../../project/reading/index.ts";
import { type KindSet, readKinds } from "../../typesetting/kinds/index.ts";

/** Which folders the server looks at. */
export type Folders = { readonly content: readonly string[]; readonly templates?: string | undefined };

/** A record's file by its place in a content folder. */
export type RecordFile = { readonly collection: string; readonly id: string; readonly folder: string };

/** The records and kinds of a project with the texts that are being written laid over the disk. */
export class Centre {
  readonly #folders: Folders;
  /** Texts of open files by their shown names. */
  readonly texts = new Map<string, string>();
  readonly #laid = new Map<string, { readonly text: string; readonly file: FoundFile }>();
  #sources: Sources | null = null;
  #read: ReadRecords | null = null;
  #named = "";
  #dossiers: readonly { readonly folder: string; readonly dossier: Dossier }[] = [];
  kinds: KindSet | null = null;
  schemas: RecordSchemas | null = null;

  constructor(folders: Folders) {
    this.#folders = folders;
  }

  /** Reads the disk anew. */
  async readDisk(): Promise<void> {
    const sources = await readSources(this.#folders);
    this.#sources = sources;
    const templates = sources.templates ?? [];
    const name = JSON.stringify(templates.map(({ path }) => [path, sources.digests.get(path)]));
    if (name === this.#named) return;
    this.#named = name;
    const kinds = readKinds(templates, { elsewhere: programKinds() });
    const schemas = readSchemas(templates.filter(({ inside }) => /^[^/]+\/schema\.json$/.test(inside)));
    // Templates that cannot be read leave the last good ones: a clerk goes on writing meanwhile.
    if (kinds.value === undefined || schemas.value === undefined || hasErrors(schemas.diagnostics)) return;
    this.kinds = kinds.value;
    this.schemas = schemas.value;
    this.#read = createReader(schemas.value, new Map(kinds.value.kinds.map((kind) => [kind.id, kind])));
  }

  /** What the records as they are written now show by themselves. */
  check(): readonly Diagnostic[] {
    const read = this.#read;
    if (this.#sources === null || read === null) return [];
    const found: Diagnostic[] = [];
    this.#dossiers = this.#sources.folders.flatMap(({ folder, files }) => {
      if (files === null) return [];
      const prefix = `${folder.replaceAll("\\", "/").replace(/\/+$/, "")}/`;
      const known = new Set(files.map(({ path }) => path));
      const begun = [...this.texts.keys()].filter(
        (path) => path.startsWith(prefix) && /\.ya?ml$/.test(path) && !known.has(path),
      );
      const records = [
        ...files.filter(({ inside }) => /\.ya?ml(?:\.txt)?$/i.test(inside) || inside.startsWith("register/")),
        ...begun.map((path) => ({ path, inside: path.slice(prefix.length), bytes: new Uint8Array() })),
      ].map((file) => this.#overlaid(file));
      const { value, diagnostics } = read(records);
      found.push(...diagnostics);
      return value === undefined ? [] : [{ folder: prefix, dossier: value }];
    });
    return found;
  }

  /** The text of a file as it is written now. */
  textOf(file: string): string | undefined {
    return this.texts.get(file) ?? this.#sources?.sourceOf(file);
  }

  /** The records of the folder that a file lies in. */
  dossierOf(file: string): Dossier | null {
    return (this.#dossiers.find(({ folder }) => file.startsWith(folder)) ?? this.#dossiers[0])?.dossier ?? null;
  }

  /** Whether a file lies in a content folder, and which record it would be. */
  recordFile(file: string): RecordFile | null {
    const found = this.#dossiers.find(({ folder }) => file.startsWith(folder));
    if (found === undefined) return null;
    const inside = file.slice(found.folder.length).split("/");
    const id = (inside.at(-1) ?? "").replace(/\.ya?ml$/, "");
    const collection = inside.length === 1 ? (SINGLES[id] === undefined ? "" : id) : (inside[0] ?? "");
    return { collection, id, folder: found.folder };
  }

  /** The record of a file, as far as it can be read. */
  recordIn(file: string): ContentRecord | undefined {
    const at = this.recordFile(file);
    const dossier = this.dossierOf(file);
    const found = at === null || dossier === null ? undefined : findAnyRecord(dossier, at.collection, at.id);
    return found?.file === file ? found : undefined;
  }

  /** What the schemas say of the place that a path of keys leads to; an empty list where they know none. */
  describe(file: string, text: string, path: readonly string[]): readonly SchemaLocation[] {
    const { schemas } = this;
    const at = this.recordFile(file);
    if (schemas === null || at === null) return [];
    const kind = /^kind:[ \t]*["']?([a-z0-9-]+)/m.exec(text)?.[1] ?? null;
    const uri = schemaOf(at.collection, kind, schemas);
    if (uri === null) return [];
    return path.reduce<SchemaLocation[]>(
      (nodes, step) => (step === "-" ? itemsOf(schemas, nodes) : (propertiesOf(schemas, nodes).get(step) ?? [])),
      schemaAt(schemas, uri),
    );
  }

  #overlaid(file: FoundFile): FoundFile {
    const text = this.texts.get(file.path);
    if (text === undefined) return file;
    const known = this.#laid.get(file.path);
    if (known?.text === text) return known.file;
    const laid = { ...file, bytes: new TextEncoder().encode(text) };
    this.#laid.set(file.path, { text, file: laid });
    return laid;
  }
}
