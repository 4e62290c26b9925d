import { type Diagnostic, type Outcome, text } from "../../base/diagnostics/index.ts";
import { PICTURE_CODES } from "../../base/pictures/index.ts";
import { allRecords } from "../../paperwork/records/index.ts";
import type { Profile } from "../../typesetting/flow/index.ts";
import type { DocumentJob, Kind } from "../../typesetting/kinds/index.ts";
import type { WriteInput } from "../formats/index.ts";
import { layOut, type Sheet } from "./lay-out.ts";
import { placeOfWords } from "./place-of-words.ts";
import { type Rendered, type RenderSet, renderJob } from "./render-job.ts";

/** A document with the measures that it is laid out by. */
export type ToLay = { readonly rendered: Rendered; readonly profile: Profile };

/** Renders a job and lays its pages out. A pure function of the job and of what it reads of the set. */
export function layDocument(
  job: DocumentJob,
  set: RenderSet,
): Outcome<{ readonly rendered: Rendered; readonly input: WriteInput }> {
  const { value, diagnostics } = renderToLay(job, set);
  if (value === undefined) return { diagnostics };
  const laid = layPages(value, job, set);
  return {
    value: { rendered: value.rendered, input: laid.input },
    diagnostics: [...diagnostics, ...laid.diagnostics],
  };
}

/** Renders a job and finds the measures of its pages. */
export function renderToLay(job: DocumentJob, set: RenderSet): Outcome<ToLay> {
  const found: Diagnostic[] = [];
  const rendered = renderJob(job, set);
  found.push(...rendered.diagnostics.map((one) => atItsFile(one, job, set)));
  if (rendered.value === undefined) return { diagnostics: found };
  const { meta } = rendered.value.model;
  const profile = set.profiles.resolve(meta.profile, meta.variant, job.kind.layout);
  found.push(...profile.diagnostics.map((one) => atKind(one, job.kind)));
  if (profile.value === undefined) return { diagnostics: found };
  return { value: { rendered: rendered.value, profile: profile.value }, diagnostics: found };
}

/** What a document is laid out from, wherever that is done. */
export function sheetOf({ rendered: { model, code }, profile }: ToLay): Sheet {
  return { model, profile, code };
}

/** Lays the pages of a document out. */
export function layPages(
  toLay: ToLay,
  job: DocumentJob,
  set: RenderSet,
): { readonly input: WriteInput; readonly diagnostics: readonly Diagnostic[] } {
  const input = layOut(sheetOf(toLay), set);
  return { input, diagnostics: atTheirWords(input.layout.diagnostics, toLay, job, set) };
}

/** What was found on the pages, each where its words come from. */
export function atTheirWords(
  found: readonly Diagnostic[],
  { rendered }: ToLay,
  job: DocumentJob,
  set: RenderSet,
): readonly Diagnostic[] {
  return found.map((one) => ({ ...one, place: one.place ?? placeOfWords(one.actual, job, set, rendered.sources) }));
}

/** A picture that a record names is wrong there, not in the template that prints it. */
function atItsFile(finding: Diagnostic, { record }: DocumentJob, { dossier }: RenderSet): Diagnostic {
  const { code, place, actual, related = [] } = finding;
  if (!PICTURE_CODES.has(code) || actual === undefined || place === undefined) return finding;
  const named = [record, ...allRecords(dossier)].find((one) => one.text.includes(actual));
  if (named === undefined) return finding;
  const at = named.text.indexOf(actual);
  const printed = { message: text("здесь она печатается", "here it is printed"), place };
  return { ...finding, place: named.placeAt(at, at + actual.length), related: [printed, ...related] };
}

/** A variant that the profile does not have is named wrongly where the kind asks for it. */
function atKind(finding: Diagnostic, { variant, variantPlace }: Kind): Diagnostic {
  const { code, place, actual } = finding;
  if (code !== "TRC5102" || actual !== variant || place === undefined) return finding;
  const message = text("варианты профиля", "the variants of the profile");
  return { ...finding, place: variantPlace, related: [{ message, place }] };
}
