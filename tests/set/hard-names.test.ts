import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { documentLines } from "../../src/paperwork/document/index.ts";
import { openSession } from "../../src/project/pipeline/index.ts";
import { readSources } from "../../src/project/reading/index.ts";
import { freshCopy, type Pair, rename, unexpected } from "../support/hard-names.ts";
import { runs } from "../support/runs.ts";
import { temporaryFolder } from "../support/samples.ts";

/** Every day the kinds with most names in them, of men; where many runs are asked for every kind, of men and of women. */
const ONLY = runs(
  ["agreement-committee", "regulation", "order-responsible", "order-commission", "letter", "power-of-attorney", "act"],
  [],
);
const SEXES = runs<readonly ("masculine" | "feminine")[]>(["masculine"], ["masculine", "feminine"]);

const folder = temporaryFolder();
const session = await openSession(null);
afterAll(folder.remove);

type Made = {
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly pairs: readonly Pair[];
  /** Words that are asked about. */
  readonly asked: readonly string[];
};

/** The sample with all its people of one gender, their names and posts and those of the organisations ordinary or hard. */
async function made(which: "easy" | "hard", sex: "masculine" | "feminine"): Promise<Made> {
  const content = join(folder.path, which, sex);
  freshCopy(content);
  const pairs = rename(content, which, sex);
  const sources = await readSources({ content: [content], templates: "templates" });
  const { documents, diagnostics } = await session.make(
    sources,
    { only: ONLY, today: null, edition: "original", draft: true, rendering: {}, engine: "test" },
    { plan: () => undefined, step: async () => undefined },
  );
  return {
    pairs,
    lines: new Map(
      documents.map(({ entry: { id }, rendered }) => [
        id,
        documentLines(rendered.model).flatMap((line) => line.split(" | ")),
      ]),
    ),
    asked: diagnostics
      .filter(({ code }) => /^TRC(400|2132)/.test(code))
      .map(({ code, message, place }) => `${code} ${message.ru} (${place?.file.slice(content.length)})`),
  };
}

describe("names that are hard to decline", () => {
  it.each(SEXES)("stand in every kind in the case of an ordinary name (%s)", async (sex) => {
    const [easy, hard] = [await made("easy", sex), await made("hard", sex)];
    expect([...easy.asked, ...hard.asked]).toEqual([]);
    expect([...hard.lines.keys()]).toEqual([...easy.lines.keys()]);
    const lines = [...hard.lines.values()].flat();
    expect(lines.length).toBeGreaterThan(runs(400, 5000));
    // The names are there: an ordinary line and a hard one differ.
    const ordinary = new Set([...easy.lines.values()].flat());
    expect(lines.filter((line) => !ordinary.has(line)).length).toBeGreaterThan(runs(20, 200));
    const odd = [...hard.lines].flatMap(([id, own]) =>
      unexpected(easy.lines.get(id) ?? [], own, easy.pairs).map((line) => `${id}: ${line}`),
    );
    expect(odd).toEqual([]);
  });
});
