/** The formats a document is written in: one table of writers, each loaded when first asked for. Decides no words, numbers or breaks. */
import type { Flow } from "../../typesetting/flow/index.ts";
import type { Fonts } from "../../typesetting/fonts/index.ts";
import type { Layout } from "../../typesetting/layout/index.ts";

/** What a writer is given: the flow, and its pages for those that need them. */
export type WriteInput = { readonly flow: Flow; readonly layout: Layout; readonly fonts: Fonts };
type Writer = (input: WriteInput) => Promise<Uint8Array>;

/** The writers, each loaded when first asked for. The command line offers what stands here; a new writer is a line. */
const FORMATS = {
  docx: async () => {
    const { writeDocx } = await import("../../typesetting/writers/docx/index.ts");
    const { holdLines } = await import("../../typesetting/layout/index.ts");
    return ({ layout, fonts }) => writeDocx(holdLines(layout, fonts), fonts);
  },
  pdf: async () => {
    const { writePdf } = await import("../../typesetting/writers/pdf/index.ts");
    return ({ layout, flow, fonts }) => writePdf(layout, flow, fonts);
  },
} satisfies { readonly [name: string]: () => Promise<Writer> };

/** Name of a format: the extension of its files. */
export type FormatName = keyof typeof FORMATS;

/** Every format, by name: what a set is written in unless it is asked otherwise. */
export const FORMAT_NAMES = Object.keys(FORMATS).sort() as readonly FormatName[];

/** Bytes of a document in a format; the same input gives the same bytes. */
export async function writeFormat(format: FormatName, input: WriteInput): Promise<Uint8Array> {
  const writer: Writer = await FORMATS[format]();
  return writer(input);
}

/** Several documents as one PDF for the printer, as they are laid out, each under a bookmark with its title. */
export async function writeOnePdf(parts: readonly [WriteInput, ...WriteInput[]], title: string): Promise<Uint8Array> {
  const { writeTogether } = await import("../../typesetting/writers/pdf/index.ts");
  return writeTogether(parts, title);
}
