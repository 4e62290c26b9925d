import type { DocumentModel } from "../../paperwork/document/index.ts";
import { type FormatName, writeFormat } from "../formats/index.ts";
import type { Laid } from "./laid-document.ts";

/** A document that was laid out, with another tree of the same kind and profile, in a format: a copy with a mark or a later text, never the original. */
export async function writeOther(
  { rendered, input }: Laid,
  model: DocumentModel,
  format: FormatName,
): Promise<Uint8Array> {
  // Loaded here, so that what only builds does not load it.
  const { composeFlow } = await import("../../typesetting/flow/index.ts");
  const { measureIn } = await import("../../typesetting/fonts/index.ts");
  const { layoutFlow } = await import("../../typesetting/layout/index.ts");
  const { profile, pictures } = input.flow;
  const flow = composeFlow(model, {
    profile,
    pictures,
    measure: measureIn(input.fonts),
    code: rendered.code ? (await import("./code-text.ts")).codeText(model) : null,
  });
  const layout = layoutFlow(flow, input.fonts);
  return writeFormat(format, { flow: layout.flow, layout, fonts: input.fonts });
}
