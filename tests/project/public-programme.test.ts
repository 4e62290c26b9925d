import { cpSync, writeFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { documentLines } from "../../src/paperwork/document/index.ts";
import { kindSample } from "../support/kind-samples.ts";
import { build, temporaryFolder } from "../support/samples.ts";

const RECORD = "documents/sample-of-programme.yaml";
const folder = temporaryFolder();
afterAll(folder.remove);

it("names a speaker without consent by the post, once", async () => {
  const content = `${folder.path}/content`;
  cpSync("content", content, { recursive: true });
  writeFileSync(`${content}/${RECORD}`, kindSample(RECORD) ?? "");
  const { diagnostics, laid } = await build(null, { content: [content], only: ["programme"], edition: "public" });
  expect(diagnostics).toEqual([]);
  const lines = laid
    .flatMap(({ rendered }) => documentLines(rendered.model))
    .map((line) => line.replaceAll("\u00a0", " "));
  expect(lines).toContain("10:45–11:30 | Формирующее оценивание – от цели урока к обратной связи | методист");
  expect(lines.join("\n")).not.toContain("Седых");
});
