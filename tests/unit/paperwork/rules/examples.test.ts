import { describe, expect, it } from "vitest";
import { RULES } from "../../../../src/paperwork/rules/index.ts";
import { FaultBase } from "../../../support/fault-base.ts";
import { overlay } from "../../../support/overlay.ts";

const base = new FaultBase("content");
/** Day on which the rules that need one are tried. */
const TODAY = "2026-07-01";

function codes(file: string, snippet: string): string[] {
  const text = base.textOf(file);
  if (text === undefined) throw new Error(`no ${file} in the sample`);
  return base.check({ [file]: overlay(text, snippet) }, TODAY).map(({ code }) => code);
}

describe.each(
  RULES.filter(
    (rule) =>
      !("checkDocument" in rule) && rule.code !== "TRC2235" /* of comments, which an example written anew loses */,
  ),
)("the page of $code", ({ code, example }) => {
  it("shows a wrong record that the rule finds", () => expect(codes(example.file, example.wrong)).toContain(code));
  it("shows a right record that it does not", () => expect(codes(example.file, example.right)).not.toContain(code));
});
