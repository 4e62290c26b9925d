import { type Diagnostic, type Outcome, type Place, type Position, raise, text } from "../../base/diagnostics/index.ts";
import {
  decodeText,
  readYaml,
  type SourceFile,
  validateAgainst,
  type YamlCache,
  type YamlFile,
} from "../../base/yaml/index.ts";
import { FILE_SCHEMAS, type KindFile } from "../../paperwork/schemas/index.ts";
import { FINDINGS } from "./findings.ts";
import type { Kind, KindAnnex, KindSet, TemplateFile } from "./kind.ts";
import { REQUIREMENTS, readRequirements } from "./read-requirements.ts";

/** A file of the templates folder, as it was read. */
export type TemplatesFile = SourceFile & {
  /** Path inside the templates folder: `order-status/body.hbs`. */
  readonly inside: string;
};

/** Name of the schema of kind.yaml in a memory of files. */
const KIND_SCHEMA = "kind.yaml";

/** What else is known when kinds are read: the cache of files, and kinds that the folder may lack although others have them. */
export type KindsContext = { readonly cache?: YamlCache | null; readonly elsewhere?: readonly string[] };

/** Reads every kind and partial of a templates folder; kinds are found by their kind.yaml. Codes TRC3003, TRC3006, TRC3008, and those of records for kind.yaml. */
export function readKinds(
  files: readonly TemplatesFile[],
  { cache = null, elsewhere = [] }: KindsContext = {},
): Outcome<KindSet> {
  const diagnostics: Diagnostic[] = [];
  // Null: the file is there but cannot be read, which has been reported.
  const templates = new Map<string, TemplateFile | null>();
  for (const file of files.filter(({ inside }) => inside.endsWith(".hbs"))) {
    const source = decodeText(file);
    diagnostics.push(...source.diagnostics);
    const read = source.value?.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    templates.set(file.inside, read === undefined ? null : { path: file.path, source: read });
  }
  const validate = validateAgainst(FILE_SCHEMAS.kind, [FILE_SCHEMAS.profile]);
  const kinds: Kind[] = [];
  const kindFiles = files.filter(({ inside }) => /^[a-z0-9-]+\/kind\.yaml$/.test(inside));
  for (const file of kindFiles) {
    const yaml = readYaml(file, cache);
    const right = cache?.isValid(file, KIND_SCHEMA) ?? false;
    const faults = [...yaml.diagnostics, ...(yaml.value && !right ? validate(yaml.value).filter(notOfLayout) : [])];
    diagnostics.push(...faults);
    if (yaml.value === undefined || faults.length > 0) continue;
    cache?.storeValid(file, KIND_SCHEMA);
    const kind = readKind(folderOf(file.inside), yaml.value, templates);
    diagnostics.push(...kind.diagnostics);
    if (kind.value) kinds.push(kind.value);
  }
  if (kinds.length === 0 && diagnostics.length === 0) diagnostics.push(noKinds());
  kinds.sort((a, b) => compare(a.group, b.group) || compare(a.id, b.id));
  const required = readRequirements(
    files.find(({ inside }) => inside === REQUIREMENTS),
    kinds,
    [...kindFiles.map(({ inside }) => folderOf(inside)), ...elsewhere],
  );
  diagnostics.push(...required.diagnostics);
  return { value: { kinds, partials: partialsOf(templates), required: required.value ?? [] }, diagnostics };
}

function folderOf(inside: string): string {
  return inside.split("/")[0] ?? "";
}

/** Wrong measures of a kind are reported where measures are put together, as those of a profile are. */
function notOfLayout({ pointer = "" }: Diagnostic): boolean {
  return !pointer.startsWith("/layout");
}

function readKind(id: string, yaml: YamlFile, templates: ReadonlyMap<string, TemplateFile | null>): Outcome<Kind> {
  const data = yaml.data as unknown as KindFile;
  const diagnostics: Diagnostic[] = [];
  let whole = true;
  const template = (file: string, pointer: string): TemplateFile => {
    const found = templates.get(`${id}/${file}`);
    whole &&= found !== undefined && found !== null;
    if (found === undefined) diagnostics.push(noTemplate({ id, file, place: yaml.placeOf(pointer), pointer }));
    return found ?? { path: "", source: "" };
  };
  const pattern = (name: "name" | "heading"): TemplateFile => ({
    path: yaml.file,
    source: data[name],
    origin: textStart(yaml, `/${name}`),
  });
  const annexes = (data.annexes ?? []).map(
    (annex, index): KindAnnex => ({
      id: annex.id,
      title: annex.title,
      orientation: annex.orientation ?? "portrait",
      when: annex.when ?? null,
      template: template(annex.file, `/annexes/${index}/file`),
    }),
  );
  const kind: Kind = {
    id,
    title: data.title,
    group: data.group,
    source: {
      collection: data.for.collection,
      kinds: data.for.each ?? "own",
      present: data.for.where?.present ?? null,
    },
    date: data.date ?? null,
    number: data.number ?? null,
    author: data.author ?? null,
    caseIndex: data.caseIndex ?? null,
    paper: data.paper ?? null,
    name: pattern("name"),
    heading: pattern("heading"),
    variant: data.variant,
    variantPlace: yaml.placeOf("/variant"),
    layout: layoutOf(data, yaml),
    orientation: data.orientation ?? "portrait",
    requisites: data.requisites,
    annexes,
    rows: data.rows === undefined ? null : { of: data.rows.of, id: data.rows.id ?? null },
    wave: data.uses?.includes("all-pages") ? 2 : data.uses?.includes("pages") ? 1 : 0,
    retention: data.retention ?? null,
    signOff: data.signOff ?? [],
    editions: data.editions ?? ["original"],
    body: template("body.hbs", ""),
    file: { path: yaml.file, source: yaml.text },
    placeOf: (pointer) => yaml.placeOf(pointer),
    data: { id, title: data.title, group: data.group },
  };
  return whole ? { value: kind, diagnostics } : { diagnostics };
}

/** Measures of the kind itself, with their places in its kind.yaml. */
function layoutOf({ layout }: KindFile, { file, placeOf, keyPlaceOf }: YamlFile): Kind["layout"] {
  if (layout === undefined) return null;
  return {
    data: layout,
    file,
    placeOf: (pointer) => placeOf(`/layout${pointer}`),
    keyPlaceOf: (pointer) => keyPlaceOf(`/layout${pointer}`),
  };
}

type Lacking = { readonly id: string; readonly file: string; readonly place: Place; readonly pointer: string };

function noTemplate({ id, file, ...where }: Lacking): Diagnostic {
  return raise(FINDINGS.TRC3003, {
    message: text(`В папке вида «${id}» нет файла ${file}`, `The folder of the kind "${id}" has no file ${file}`),
    hints: text(`Создайте templates/${id}/${file}`, `Create templates/${id}/${file}`),
    ...where,
  });
}

/** Where the words of a value begin: after its quote, when there is one. */
function textStart(yaml: YamlFile, pointer: string): Position {
  const { line, column } = yaml.placeOf(pointer).start;
  const span = yaml.spans.find((one) => one.pointer === pointer);
  const quoted = /^["']/.test(yaml.text.slice(span?.start ?? 0));
  return { line, column: column + (quoted ? 1 : 0) };
}

/** `partials/x.hbs` is called by its stem, a template of a kind as `<kind>/<stem>`. */
function partialsOf(templates: ReadonlyMap<string, TemplateFile | null>): Map<string, TemplateFile> {
  const partials = new Map<string, TemplateFile>();
  for (const [inside, template] of templates) {
    if (template === null) continue;
    const stem = inside.replace(/\.hbs$/, "");
    partials.set(stem.startsWith("partials/") ? stem.slice("partials/".length) : stem, template);
  }
  return partials;
}

function noKinds(): Diagnostic {
  return raise(FINDINGS.TRC3006, {
    message: text(
      "В папке шаблонов нет ни одного вида документа",
      "There is no document kind in the folder of templates",
    ),
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
