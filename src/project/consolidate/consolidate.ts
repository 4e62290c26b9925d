import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, hasErrors, raise, same, text } from "../../base/diagnostics/index.ts";
import { isSystemFault, isWithin, replaceFile, systemReason } from "../../base/storage/index.ts";
import { type Act, actsOf, conflictText, revocationOf } from "../../paperwork/amendments/index.ts";
import { type DocumentModel, documentLines } from "../../paperwork/document/index.ts";
import { documentDate, documentNumber } from "../../paperwork/facts/index.ts";
import type { Dossier } from "../../paperwork/records/index.ts";
import { typesetModel } from "../../typesetting/markup/index.ts";
import type { FormatName } from "../formats/index.ts";
import { type Laid, writeOther } from "../pipeline/index.ts";
import { filled, safeFileName } from "../reading/index.ts";
import { builtDocument, type DocumentWish } from "./built-document.ts";
import { actName, consolidatedModel } from "./consolidated-model.ts";
import { FINDINGS } from "./findings.ts";
import { readWording, type Wording } from "./wording.ts";

/** Which document, on which day. */
export type ConsolidateOptions = DocumentWish & {
  /** The day of the text, ISO. */
  readonly at: string;
  /** True: changes of acts that are not issued yet are made too. */
  readonly drafts: boolean;
  /** Folder of the files; null writes none. */
  readonly out: string | null;
  readonly formats: readonly FormatName[];
};

/** The text of a document in force on a day. */
export type ConsolidateReport = {
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a file that a finding names, by its shown name. */
  readonly sourceOf: (file: string) => string | undefined;
  /** The document with its amendments; null where it could not be made. */
  readonly model: DocumentModel | null;
  /** The document as it was laid out before its amendments; null where it could not be made. */
  readonly laid: Laid | null;
  /** Collection of its record; null where there is none. */
  readonly collection: string | null;
  /** Its words, a paragraph or a table row a line. */
  readonly lines: readonly string[];
  /** Every act that changes it, in the order of the changes. */
  readonly acts: readonly { readonly id: string; readonly state: Act["state"]; readonly name: string }[];
  readonly written: readonly string[];
};

/** Makes the text of a document as amended on a day, from the document as it was issued and the acts that change it. Codes TRC9501–TRC9506, TRC9508. */
export async function consolidate(options: ConsolidateOptions): Promise<ConsolidateReport> {
  const { templates, at, drafts } = options;
  const { report, errors, chosen, missing } = await builtDocument(options);
  const { sourceOf } = report;
  const none = { sourceOf, model: null, laid: null, collection: null, lines: [], acts: [], written: [] };
  if (errors.length > 0) return { ...none, diagnostics: errors };
  const dossier = report.inputs.find((input) => input.dossier !== null)?.dossier;
  if (chosen === undefined || !dossier) return { ...none, diagnostics: [missing] };
  if (chosen.rendered.card !== null)
    return { ...none, diagnostics: [raise(FINDINGS.TRC9508, { place: chosen.rendered.job.record.placeOf("") })] };
  const wording = await readWording(templates);
  if (wording.value === undefined) return { ...none, diagnostics: wording.diagnostics };
  const { record } = chosen.rendered.job;
  const acts = actsOf(dossier, record, { at, drafts });
  const made = consolidatedModel({ model: chosen.rendered.model, acts, at, wording: wording.value });
  const model = typesetModel(made.model, new Set());
  const found = [
    ...standing(dossier, chosen, options),
    ...acts.flatMap((act) => actFindings(act, wording.value as Wording)),
    ...made.conflicts.map((conflict) => {
      const { step, kind } = conflict;
      const name = (one: typeof step): string => actName(one.record, "nominative", wording.value as Wording);
      const { message, hints, property } = conflictText(conflict, name);
      return raise(FINDINGS.TRC9501, {
        of: [message, same(name(step))],
        hints,
        ...(kind === "same-day" ? { severity: "warning", message } : {}),
        place: step.record.placeOf(property in step.change ? `${step.pointer}/${property}` : step.pointer),
      });
    }),
  ];
  const written = hasErrors(found) ? { found: [], files: [] } : await writeFiles(chosen, model, wording.value, options);
  return {
    diagnostics: [...found, ...written.found],
    sourceOf,
    model,
    laid: chosen,
    collection: record.collection,
    lines: documentLines(model),
    acts: acts.map(({ record: one, state }) => ({
      id: one.id,
      state,
      name: actName(one, "nominative", wording.value as Wording),
    })),
    written: written.files,
  };
}

/** TRC9503: what is to be known of a text that has no force on the day. */
function standing(dossier: Dossier, { rendered: { job } }: Laid, question: ConsolidateOptions): Diagnostic[] {
  const { record, kind } = job;
  const day = documentDate(dossier, record, kind.date);
  const place = record.placeOf("");
  const number = documentNumber(dossier, record, kind.number) ?? record.id;
  if (day !== undefined && day.date > question.at)
    return [
      raise(FINDINGS.TRC9503, {
        message: text(
          `Документ № ${number} издан позже этого дня`,
          `The document No. ${number} was made after that day`,
        ),
        place: record.placeOf(day.pointer),
      }),
    ];
  if (record.collection !== "orders" || revocationOf(dossier, record, question) === undefined) return [];
  return [
    raise(FINDINGS.TRC9503, {
      message: text(
        `Документ № ${number} к этому дню утратил силу`,
        `The document No. ${number} was revoked by that day`,
      ),
      place,
    }),
  ];
}

/** TRC9504, TRC9505: acts whose changes are not in the text. */
function actFindings({ record, state, by }: Act, wording: Wording): Diagnostic[] {
  const act = same(actName(record, "nominative", wording));
  if (state === "not-issued") return [raise(FINDINGS.TRC9505, { of: [act], place: record.placeOf("") })];
  if (state !== "revoked" || by === undefined) return [];
  return [
    raise(FINDINGS.TRC9504, { of: [act, same(actName(by, "nominative", wording))], place: by.placeOf("/revokes") }),
  ];
}

async function writeFiles(
  laid: Laid,
  model: DocumentModel,
  wording: Wording,
  { out, formats, content, at }: ConsolidateOptions,
): Promise<{ readonly found: readonly Diagnostic[]; readonly files: readonly string[] }> {
  const files: string[] = [];
  if (out === null) return { found: [], files };
  if (await isWithin(content, out)) {
    const why = text("это папка записей", "it is the folder of records");
    return { found: [raise(FINDINGS.TRC9506, { of: [out, why] })], files };
  }
  const name = safeFileName(filled(wording.name, { name: laid.rendered.name, at }));
  try {
    await mkdir(out, { recursive: true });
    for (const format of formats) {
      const path = join(out, `${name}.${format}`);
      await replaceFile(path, await writeOther(laid, model, format));
      files.push(path);
    }
  } catch (error) {
    if (!isSystemFault(error)) throw error;
    return { found: [raise(FINDINGS.TRC9506, { of: [out, systemReason(error)] })], files };
  }
  return { found: [], files };
}
