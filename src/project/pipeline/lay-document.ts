import { type Diagnostic, type Outcome, type Place, text } from "../../base/diagnostics/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import { composeFlow } from "../../typesetting/flow/index.ts";
import { loadFonts, measureIn } from "../../typesetting/fonts/index.ts";
import type { DocumentJob, Kind } from "../../typesetting/kinds/index.ts";
import { layoutFlow } from "../../typesetting/layout/index.ts";
import type { WriteInput } from "../formats/index.ts";
import { codeText } from "./code-text.ts";
import { type Rendered, type RenderSet, renderJob } from "./render-job.ts";

/** Renders a job and lays its pages out. A pure function of the job and of what it reads of the set. */
export function layDocument(
  job: DocumentJob,
  set: RenderSet,
): Outcome<{ readonly rendered: Rendered; readonly input: WriteInput }> {
  const found: Diagnostic[] = [];
  const rendered = renderJob(job, set);
  found.push(...rendered.diagnostics);
  if (rendered.value === undefined) return { diagnostics: found };
  const { meta } = rendered.value.model;
  const profile = set.profiles.resolve(meta.profile, meta.variant, job.kind.layout);
  found.push(...profile.diagnostics.map((one) => atKind(one, job.kind)));
  if (profile.value === undefined) return { diagnostics: found };
  const fonts = loadFonts();
  const { model, code } = rendered.value;
  const flow = composeFlow(model, {
    profile: profile.value,
    measure: measureIn(fonts),
    code: code ? codeText(model) : null,
  });
  const layout = layoutFlow(flow, fonts);
  found.push(
    ...layout.diagnostics.map((one) => ({ ...one, place: one.place ?? placeOfCharacter(job.record, one.actual) })),
  );
  return { value: { rendered: rendered.value, input: { flow: layout.flow, layout, fonts } }, diagnostics: found };
}

/** A variant that the profile does not have is named wrongly where the kind asks for it. */
function atKind(finding: Diagnostic, { variant, variantPlace }: Kind): Diagnostic {
  const { code, place, actual } = finding;
  if (code !== "TRC5102" || actual !== variant || place === undefined) return finding;
  const message = text("варианты профиля", "the variants of the profile");
  return { ...finding, place: variantPlace, related: [{ message, place }] };
}

/** Where a character stands in the record; the record as a whole when it came from elsewhere. */
function placeOfCharacter(record: ContentRecord, character: string | undefined): Place {
  const at = character === undefined ? -1 : record.text.indexOf(character);
  return at < 0 || character === undefined ? record.placeOf("") : record.placeAt(at, at + character.length);
}
