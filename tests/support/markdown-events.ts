import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { directive } from "micromark-extension-directive";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";

type Point = { readonly offset: number };
type Event = readonly [
  what: "enter" | "exit",
  token: { readonly type: string; readonly start: Point; readonly end: Point },
  context: unknown,
];

const parser = fileURLToPath(import.meta.resolve("mdast-util-from-markdown"));
const { parse, postprocess, preprocess } = await import(createRequire(parser).resolve("micromark"));

/** What the very parser of the program sees in a text; indents are the way it is typed. */
export function eventsOf(source: string): readonly Event[] {
  const extensions = [directive(), gfmFootnote(), gfmTable(), { disable: { null: ["codeIndented"] } }];
  return postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(source, undefined, true)),
  );
}
