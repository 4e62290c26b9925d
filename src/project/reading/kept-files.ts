import { digestOf, readJson, type Store, writeJson } from "../../base/cache/index.ts";
import type { FileMemory, KeptYaml, SourceFile } from "../../base/yaml/index.ts";

/** What one file came to: the digest of its bytes, its data, the schemas it was found right by. */
type KeptFile = { readonly digest: string; readonly yaml: KeptYaml; readonly right: string[] };

/**
 * A memory of files in a store: one entry for all files of a run, under the name of all that readings depend on besides the bytes (engine,
 * schemas). An entry answers only for the bytes it was made of; what this run did not ask for is dropped when it is saved.
 */
export class KeptFiles implements FileMemory {
  readonly #store: Store;
  readonly #name: string;
  readonly #digests: ReadonlyMap<string, string>;
  readonly #before: ReadonlyMap<string, KeptFile>;
  readonly #now = new Map<string, KeptFile>();
  #changed = false;

  private constructor(
    store: Store,
    name: string,
    digests: ReadonlyMap<string, string>,
    before: ReadonlyMap<string, KeptFile>,
  ) {
    this.#store = store;
    this.#name = name;
    this.#digests = digests;
    this.#before = before;
  }

  /** @param digests of every file by its shown name */
  static async open(store: Store, base: readonly unknown[], digests: ReadonlyMap<string, string>): Promise<KeptFiles> {
    const name = digestOf(["files", ...base]);
    const before = await readJson<readonly (readonly [string, KeptFile])[]>(store, name);
    return new KeptFiles(store, name, digests, new Map(before));
  }

  readonly yaml = (file: SourceFile): KeptYaml | undefined => this.#of(file)?.yaml;

  readonly keepYaml = (file: SourceFile, { data, spans, spots }: KeptYaml): void => {
    const digest = this.#digests.get(file.path);
    if (digest === undefined) return;
    this.#now.set(file.path, { digest, yaml: { data, spans, spots }, right: [] });
    this.#changed = true;
  };

  readonly isRight = (file: SourceFile, schema: string): boolean => this.#of(file)?.right.includes(schema) ?? false;

  readonly keepRight = (file: SourceFile, schema: string): void => {
    const known = this.#of(file);
    if (known === undefined || known.right.includes(schema)) return;
    known.right.push(schema);
    this.#changed = true;
  };

  /** Writes what was learnt; nothing when nothing was. */
  async save(): Promise<void> {
    if (!this.#changed) return;
    this.#changed = false;
    const files = [...this.#now].sort(([a], [b]) => (a < b ? -1 : 1));
    await writeJson(this.#store, this.#name, files);
  }

  #of(file: SourceFile): KeptFile | undefined {
    const now = this.#now.get(file.path);
    if (now !== undefined) return now;
    const before = this.#before.get(file.path);
    if (before === undefined || before.digest !== this.#digests.get(file.path)) return undefined;
    this.#now.set(file.path, before);
    return before;
  }
}
