import type { Outcome } from "../../base/diagnostics/index.ts";
import type { DocumentMeta } from "../../paperwork/document/index.ts";
import { readMarked } from "../../typesetting/word/index.ts";
import { writeFormat } from "../formats/index.ts";
import { defaultTemplates, filled, readProfile } from "../reading/index.ts";
import { composeRedline } from "./compose-redline.ts";
import type { SideDocument } from "./read-side.ts";
import { readRedlineWording } from "./wording.ts";

/** By what a redline is laid out: a document of a set by what it was laid out by itself, a file of Word as the wording says. */
type PaperOptions = { readonly look: SideDocument["look"]; readonly templates: string | undefined };

/** The PDF of a redline, tagged as every document is. Codes of the wording and of profiles. @throws NoWordFile */
export async function paperOf(
  redline: Uint8Array,
  { look, templates = defaultTemplates() }: PaperOptions,
): Promise<Outcome<Uint8Array>> {
  // Loaded here, so that a comparison of words does not load it.
  const { loadFonts } = await import("../../typesetting/fonts/index.ts");
  const { layoutFlow } = await import("../../typesetting/layout/index.ts");
  const wording = await readRedlineWording(templates);
  if (wording.value === undefined) return { diagnostics: wording.diagnostics };
  const { profile: name, variant, title } = wording.value;
  const read =
    look === undefined ? await readProfile(templates, name, variant) : { value: look.profile, diagnostics: [] };
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const text = readMarked(redline);
  const own: DocumentMeta = look?.meta ?? {
    id: "redline",
    kind: "redline",
    title: text.title,
    number: null,
    date: text.date === "" ? null : text.date,
    author: text.author,
    language: "ru-RU",
    profile: name,
    variant,
  };
  const meta = { ...own, title: filled(title, { title: own.title || text.title }) };
  const fonts = look?.fonts ?? loadFonts();
  const layout = layoutFlow(composeRedline(text, { meta, profile: read.value, wording: wording.value }), fonts);
  return { value: await writeFormat("pdf", { flow: layout.flow, layout, fonts }), diagnostics: [] };
}
