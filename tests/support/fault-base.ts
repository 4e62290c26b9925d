import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/base/diagnostics/index.ts";
import { hasErrors, sortDiagnostics } from "../../src/base/diagnostics/index.ts";
import { type ContentFile, type RecordSchemas, readRecords, readSchemas } from "../../src/paperwork/records/index.ts";
import { runRules } from "../../src/paperwork/rules/index.ts";
import { type KindSet, readKinds } from "../../src/typesetting/kinds/index.ts";
import { kindSample } from "./kind-samples.ts";

/** Files of a folder by path inside. */
function readFiles(folder: string, wanted: RegExp): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  return new Map(
    names
      .filter((name) => wanted.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

/** Changed files: by path inside the content folder; null takes the file away. */
export type Changes = { readonly [inside: string]: string | Uint8Array | null };

/** The records of a sample, read once, and a quick check of them with a few files changed: records and rules, no documents. */
export class FaultBase {
  readonly texts: ReadonlyMap<string, string>;
  readonly #files: ReadonlyMap<string, ContentFile>;
  readonly schemas: RecordSchemas;
  readonly #kinds: KindSet;

  constructor(content: string, templates = "templates") {
    this.texts = readFiles(content, /\.ya?ml$/);
    this.#files = new Map([...this.texts].map(([inside, text]) => [inside, fileOf(inside, text)]));
    const files = [...readFiles(templates, /\.(hbs|yaml|json)$/)]
      .filter(([inside]) => !inside.endsWith("/sample.yaml"))
      .map(([inside, text]) => ({ inside, path: `templates/${inside}`, bytes: new TextEncoder().encode(text) }));
    const kinds = readKinds(files);
    const schemas = readSchemas(files);
    if (kinds.value === undefined || schemas.value === undefined) throw new Error("the templates cannot be read");
    this.#kinds = kinds.value;
    this.schemas = schemas.value;
  }

  /** A file of the sample, or the sample record of a kind: `documents/sample-of-act.yaml`. */
  textOf(inside: string): string | undefined {
    return this.texts.get(inside) ?? kindSample(inside);
  }

  /** URI of the schema that a file names in its modeline. */
  schemaOf(inside: string, text: string): string {
    const named = /^# yaml-language-server: \$schema=(\S+)/.exec(text)?.[1] ?? "";
    const path = new URL(named, `trc:/content/${inside}`).href;
    // Sealed entries name the schema where it stood when they were made.
    return path.replace(/^trc:\/(?:src\/)?schemas\//, "trc:/schemas/1/");
  }

  check(changes: Changes, today: string | null = null): readonly Diagnostic[] {
    const files = new Map(this.#files);
    for (const [inside, text] of Object.entries(changes)) {
      if (text === null) files.delete(inside);
      else files.set(inside, fileOf(inside, text));
    }
    const { value, diagnostics } = readRecords([...files.values()], this.schemas);
    if (value === undefined || hasErrors(diagnostics)) return sortDiagnostics(diagnostics);
    const kinds = this.#kinds.kinds.map(({ id, title, retention, source, date }) => ({
      id,
      title,
      article: retention?.article ?? null,
      collection: source.collection,
      date,
    }));
    const rules = runRules({
      dossier: value,
      kinds,
      required: this.#kinds.required,
      templates: [],
      documents: [],
      complete: true,
      today,
    });
    return sortDiagnostics([...diagnostics, ...rules.diagnostics]);
  }
}

function fileOf(inside: string, text: string | Uint8Array): ContentFile {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return { inside, path: `content/${inside}`, bytes };
}
