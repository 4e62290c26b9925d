import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { initCentre } from "../../src/desk/drafting/index.ts";
import { declineText } from "../../src/language/index.ts";
import { founderInName } from "../../src/paperwork/facts/index.ts";
import { openSession } from "../../src/project/pipeline/index.ts";
import { readSources } from "../../src/project/reading/index.ts";
import { MADE_UP_CENTRES, type MadeUpCentre, madeUpCentre } from "../support/made-up-centres.ts";
import { addPapers } from "../support/made-up-papers.ts";
import { LONG } from "../support/runs.ts";
import { temporaryFolder } from "../support/samples.ts";
import { stumbles } from "../support/stumbles.ts";

/** Every day the kinds whose words depend most on whose centre it is; all of them, the rest of the set too, where many runs are asked for. */
const ONLY = LONG
  ? []
  : [
      "regulation",
      "order-responsible",
      "order-operation",
      "agreement-committee",
      "work-plan",
      "report-half-year",
      "act",
      "letter",
      "notice",
      "additional-agreement",
      "agreement-free-use",
      "transfer-act",
      "event-regulation",
      "status-application",
      "analytical-report",
      "inspection-act",
    ];

const folder = temporaryFolder();
const session = await openSession(null);
afterAll(folder.remove);

/** The papers of a centre's first year, made by the doors of the program, and what a reader stumbles over in them. */
async function read(centre: MadeUpCentre): Promise<{ readonly kinds: number; readonly faults: readonly string[] }> {
  const content = join(folder.path, String(MADE_UP_CENTRES.indexOf(centre)));
  const begun = await initCentre({ folder: content, answers: centre.answers, date: centre.date });
  if (begun.value === undefined) return { kinds: 0, faults: begun.diagnostics.map(({ message }) => message.ru) };
  addPapers(content, centre);
  const sources = await readSources({ content: [content], templates: "templates" });
  const { documents, diagnostics } = await session.make(
    sources,
    { only: ONLY, today: null, edition: "original", draft: true, final: true, rendering: {}, engine: "test" },
    { plan: () => undefined, step: async () => undefined },
  );
  const found = documents.flatMap(({ rendered: { model } }) =>
    stumbles(model, centre).map(({ fault, line }) => `${fault} @ ${model.meta.kind}: ${line}`),
  );
  const wrong = diagnostics
    .filter(({ severity, code }) => severity === "error" || code.startsWith("TRC4"))
    .map(({ code, message, place }) => `${code} ${message.ru} (${place?.file.slice(content.length)})`);
  return {
    kinds: new Set(documents.map(({ rendered }) => rendered.model.meta.kind)).size,
    faults: [...found, ...wrong],
  };
}

describe("the papers of anybody's centre", () => {
  it.each(MADE_UP_CENTRES.map((centre) => [centre.name, centre] as const))("%s", async (_name, centre) => {
    const { kinds, faults } = await read(centre);
    expect(faults).toEqual([]);
    expect(kinds).toBeGreaterThanOrEqual(LONG ? 41 : ONLY.length);
  });

  it("differ in all that centres differ in", () => {
    const answers = MADE_UP_CENTRES.map((centre) => centre.answers);
    expect(MADE_UP_CENTRES.length).toBeGreaterThanOrEqual(12);
    expect(new Set(answers.map(({ bases }) => bases.length))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 12]));
    expect(new Set(MADE_UP_CENTRES.map(({ own }) => own[0])).size).toBe(7);
    expect(new Set(answers.map(({ centre }) => centre.founder ?? founderInName(centre.full)))).toEqual(
      new Set(["municipality", "region", "private"]),
    );
    expect(new Set(MADE_UP_CENTRES.map(({ date }) => date)).size).toBeGreaterThanOrEqual(3);
  });

  it("in a region are of people whose names decline for sure: else no set is made", () => {
    const heads = Array.from({ length: 200 }, (_, number) => madeUpCentre(number).answers).flatMap(
      ({ centre, committee, coordinator, clerk }) => [centre.head, committee.head, coordinator, clerk],
    );
    const doubtful = heads.filter(({ name, gender }) =>
      Object.values(declineText(name, { kind: "person", ...(gender && { gender }) }).forms).some(
        ({ confidence }) => confidence !== "high",
      ),
    );
    expect(doubtful).toEqual([]);
  });
});
