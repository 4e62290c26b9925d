import type { Flow } from "../../typesetting/flow/index.ts";
import type { Fonts } from "../../typesetting/fonts/index.ts";
import type { Layout } from "../../typesetting/layout/index.ts";

export type FormatName = "docx" | "pdf";

/** What a writer is given: the flow, and its pages for those that need them. */
export type WriteInput = { readonly flow: Flow; readonly layout: Layout; readonly fonts: Fonts };
type Writer = (input: WriteInput) => Promise<Uint8Array>;

/** The writers, each loaded when first asked for. */
const FORMATS: { readonly [name in FormatName]: () => Promise<Writer> } = {
  docx: async () => {
    const { writeDocx } = await import("../../typesetting/writers/docx/index.ts");
    return ({ flow, fonts }) => writeDocx(flow, fonts);
  },
  pdf: async () => {
    const { writePdf } = await import("../../typesetting/writers/pdf/index.ts");
    return ({ layout, flow, fonts }) => writePdf(layout, flow, fonts);
  },
};

export async function writeFormat(format: FormatName, input: WriteInput): Promise<Uint8Array> {
  return (await FORMATS[format]())(input);
}
