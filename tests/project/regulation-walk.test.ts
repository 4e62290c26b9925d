import { cpSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consolidate } from "../../src/project/consolidate/index.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;
afterAll(folder.remove);

/** An amending order of the committee. */
function act(id: string, date: string, amends: string): void {
  const number = id.replace(/-od-\d+$/, "-ОД");
  writeFileSync(
    `${content}/orders/2026/${id}.yaml`,
    `kind: order-amendment\nnumber: "${number}"\ndate: ${date}\nissuer: committee\nsubject: О внесении изменений\nfrom: ${date}\ncontrol: self\ncaseIndex: "01-05"\namends:\n  - ${amends}\n`,
  );
}

const REGULATION = "regulation: regulation-2025\n    changes:";

beforeAll(() => {
  cpSync("content", content, { recursive: true });
  act(
    "201-od-2026",
    "2026-10-05",
    `${REGULATION}\n      - {clause: "4.5", action: replace, text: Проведение предметных олимпиад и конкурсов муниципального уровня.}`,
  );
  act(
    "215-od-2026",
    "2026-11-09",
    `${REGULATION}\n      - {clause: "4.10", action: add, text: Сопровождение молодых педагогов.}\n      - {clause: "3.4", action: delete}`,
  );
  act(
    "6-od-2027",
    "2027-01-18",
    `${REGULATION}\n      - {heading: "6", action: replace, text: Документы ОО – ТРЦ, from: 2027-03-01}`,
  );
  // An amendment of an amendment: the repeal of clause 3.4 is taken back.
  act("14-od-2027", "2027-02-08", 'order: 215-od-2026\n    changes:\n      - {clause: "1.2", action: delete}');
  act(
    "30-od-2027",
    "2027-04-05",
    `${REGULATION}\n      - {clause: "4.5", action: words, words: и конкурсов, text: ", конкурсов и турниров"}`,
  );
});

async function textOn(at: string): Promise<{ readonly said: string; readonly codes: readonly string[] }> {
  const question = { content, document: "regulation-2025", drafts: true, out: null, formats: [] } as const;
  const { lines, diagnostics } = await consolidate({ ...question, at });
  return { said: lines.join("\n").replace(/[\u00a0\u202f]/g, " "), codes: diagnostics.map(({ code }) => code) };
}

const ISSUED = "\n4.5. Проведение предметных олимпиад муниципального уровня.\n";
const CONTESTS = "\n4.5. Проведение предметных олимпиад и конкурсов муниципального уровня.\n";
const TOURNAMENTS = "\n4.5. Проведение предметных олимпиад, конкурсов и турниров муниципального уровня.\n";
const YOUNG = "\n4.10. Сопровождение молодых педагогов.\n";
const EQUIPPED = "\n3.4. ОО – ТРЦ в приоритетном порядке оснащается";
const REPEALED = "\n3.4. Утратил силу";
const PAPERS = "\n6. Документация\n";
const RENAMED = "\n6. Документы ОО – ТРЦ\n";

describe("one regulation through five amendments", () => {
  it.each([
    ["before them", "2026-10-04", [ISSUED, EQUIPPED, PAPERS], [CONTESTS, YOUNG, REPEALED, RENAMED]],
    ["after the first", "2026-10-05", [CONTESTS, EQUIPPED, PAPERS], [ISSUED, YOUNG, REPEALED, RENAMED]],
    ["after the second", "2026-11-09", [CONTESTS, YOUNG, REPEALED, PAPERS], [EQUIPPED, RENAMED]],
    ["when the fourth has amended the second", "2027-02-08", [CONTESTS, YOUNG, EQUIPPED, PAPERS], [REPEALED, RENAMED]],
    [
      "when the third takes effect, later than it was signed",
      "2027-03-01",
      [CONTESTS, YOUNG, EQUIPPED, RENAMED],
      [PAPERS],
    ],
    [
      "after the last, which changes words of the first",
      "2027-04-05",
      [TOURNAMENTS, YOUNG, EQUIPPED, RENAMED],
      [CONTESTS],
    ],
  ])("has its text %s", async (_, day, has, lacks) => {
    const { said, codes } = await textOn(day);
    expect(codes.filter((code) => code === "TRC9501")).toEqual([]);
    for (const words of has) expect(said).toContain(words);
    for (const words of lacks) expect(said).not.toContain(words);
  });
});
