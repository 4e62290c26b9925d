import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import { composeFlow } from "../flow/index.ts";
import { loadFonts, measureIn } from "../fonts/index.ts";
import type { DocumentJob } from "../kinds/index.ts";
import { layoutFlow } from "../layout/index.ts";
import { codeText } from "./code-text.ts";
import type { WriteInput } from "./formats.ts";
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
  found.push(...profile.diagnostics);
  if (profile.value === undefined) return { diagnostics: found };
  const fonts = loadFonts();
  const { model, code } = rendered.value;
  const flow = composeFlow(model, profile.value, measureIn(fonts), code ? codeText(model) : null);
  const layout = layoutFlow(flow, fonts);
  found.push(
    ...layout.diagnostics.map((diagnostic) => ({ ...diagnostic, place: diagnostic.place ?? job.record.placeOf("") })),
  );
  return { value: { rendered: rendered.value, input: { flow: layout.flow, layout, fonts } }, diagnostics: found };
}
