import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { directive } from "micromark-extension-directive";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, it } from "vitest";
import { CONSTRUCTS, type Construct, constructOf } from "../../../../src/typesetting/markup/constructs.ts";
import { render } from "../../../support/render.ts";

/** The very parser that the program parses with. */
async function eventsOf(source: string): Promise<readonly (readonly [unknown, { readonly type: string }])[]> {
  const user = fileURLToPath(import.meta.resolve("mdast-util-from-markdown"));
  const { parse, postprocess, preprocess } = await import(createRequire(user).resolve("micromark"));
  const parser = parse({ extensions: [directive(), gfmTable()] });
  return postprocess(parser.document().write(preprocess()(source, undefined, true)));
}

const ALL: readonly (readonly [name: string, construct: Construct])[] = Object.entries(CONSTRUCTS).filter(
  ([name]) => name !== "unknown",
);

describe("the table of constructs", () => {
  it.each(ALL.filter(([, { instead }]) => instead === undefined))("%s is used: no finding", (_name, { example }) => {
    expect(render(example).diagnostics).toEqual([]);
  });

  it.each(ALL.filter(([, { instead }]) => instead !== undefined))(
    "%s is refused where it stands, with what to write instead",
    (_name, { example, title, code = "TRC3301" }) => {
      const found = render(`Слова.\n\n${example}\n`).diagnostics;
      expect(found[0]).toMatchObject({ code, severity: "error", place: { file: "templates/kind/body.hbs" } });
      expect(found[0]?.message.en.toLowerCase()).toContain(title.en.toLowerCase());
      expect(found[0]?.hints).toHaveLength(1);
    },
  );

  it("has a line for every token of the parser, and refuses one that it does not know", async () => {
    const source = ALL.map(([, { example }]) => example).join("\n\n");
    const events = await eventsOf(source);
    const unknown = events.map(([, { type }]) => type).filter((type) => constructOf(type) === "unknown");
    expect(events.length).toBeGreaterThan(500);
    expect(unknown).toEqual([]);
    expect(constructOf("mathText")).toBe("unknown");
  });
});
