import { type Diagnostic, hasErrors, type Outcome } from "../../base/diagnostics/index.ts";
import { shownText } from "../../base/yaml/index.ts";
import type { ContentFile, Dossier, RecordSchemas } from "../../paperwork/records/index.ts";
import type { KindSet } from "../../typesetting/kinds/index.ts";
import { type Days, dayFaults } from "./folder-faults.ts";
import { defaultTemplates, programKinds } from "./package-root.ts";
import { type FoundFile, readNamed } from "./read-folder.ts";

/** The folder of a centre's records, and that of templates: without it that of the program. */
export type ProjectFolders = { readonly content: string; readonly templates?: string | undefined };

/** One content folder with the kinds that its records may have: what commands work on that make no documents. */
export type Project = {
  readonly content: string;
  readonly templates: string;
  readonly files: readonly ContentFile[];
  readonly templateFiles: readonly FoundFile[];
  readonly dossier: Dossier;
  readonly kinds: KindSet;
  readonly schemas: RecordSchemas;
  /** What is wrong with the records; the project is there all the same. */
  readonly findings: readonly Diagnostic[];
  /** Text of a file that a finding names. */
  readonly sourceOf: (file: string) => string | undefined;
};

/**
 * Reads one content folder and a templates folder (by default that of the program). No value when either is missing, the kinds themselves are
 * broken, or a day that is asked about is none (TRC0005).
 */
export async function readProject({
  content,
  templates = defaultTemplates(),
  ...days
}: ProjectFolders & Days): Promise<Outcome<Project>> {
  const wrong = dayFaults(days);
  if (wrong.length > 0) return { diagnostics: wrong };
  const templateFiles = await readNamed("--templates", templates, {
    wanted: (name) => /\.(hbs|yaml|json)$/.test(name),
  });
  const files = await readContent(content);
  if (templateFiles.value === undefined || files.value === undefined)
    return { diagnostics: [...templateFiles.diagnostics, ...files.diagnostics] };
  // Loaded here, so that what only builds does not load it.
  const { readKinds } = await import("../../typesetting/kinds/index.ts");
  const { followed } = await import("../../paperwork/amendments/index.ts");
  const { readRecords, readSchemas } = await import("../../paperwork/records/index.ts");
  const kinds = readKinds(
    templateFiles.value.filter(({ inside }) => !inside.endsWith("/sample.yaml")),
    { elsewhere: programKinds() },
  );
  const schemas = readSchemas(templateFiles.value);
  const diagnostics = [...kinds.diagnostics, ...schemas.diagnostics];
  if (kinds.value === undefined || schemas.value === undefined || hasErrors(diagnostics)) return { diagnostics };
  const paths = new Map(kinds.value.kinds.map((kind) => [kind.id, kind]));
  const records = readRecords(files.value, schemas.value, paths);
  if (records.value === undefined) return { diagnostics: records.diagnostics };
  const sources = new Map([...templateFiles.value, ...files.value].map(({ path, bytes }) => [path, bytes]));
  return {
    value: {
      content,
      templates,
      files: files.value,
      templateFiles: templateFiles.value,
      dossier: followed(records.value),
      kinds: kinds.value,
      schemas: schemas.value,
      findings: [...diagnostics, ...records.diagnostics],
      sourceOf: (file) => shownText(sources.get(file)),
    },
    diagnostics: [],
  };
}

/** The records of a content folder as files. */
export function readContent(content: string): Promise<Outcome<readonly ContentFile[]>> {
  return readNamed("--content", content, { wanted: (name) => /\.ya?ml$/.test(name) });
}
