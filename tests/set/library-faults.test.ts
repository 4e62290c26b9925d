import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/base/diagnostics/index.ts";
import * as trc from "../../src/index.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const content = join(folder.path, "content");
cpSync("tests/fixtures/second-centre", content, { recursive: true });
const archive = join(folder.path, "archive");
const nowhere = join(folder.path, "nowhere");
const bundle = join(folder.path, "bundle.zip");
const documents = ["order-general.1-od-2024"];
const only = { only: [], formats: [], out: null };

type Asked = () => Promise<{ readonly diagnostics: readonly Diagnostic[] }>;

/** Every function that is asked about a day. */
const onDay = (day: string): { readonly [name: string]: Asked } => ({
  buildSet: () => trc.buildSet({ content: [content], ...only, today: day }),
  checkSet: () => trc.checkSet({ content: [content], only: [], today: day }),
  updateSet: () => trc.updateSet({ content: [content], ...only, today: day }),
  centreStatus: () => trc.centreStatus({ content, date: day }),
  newRecord: () => trc.newRecord({ content, type: "order-general", date: day, write: true }),
  exportPlan: () => trc.exportPlan({ content, date: day, ics: join(folder.path, "plan.ics") }),
  importPlan: () => trc.importPlan({ content, date: day, file: join(folder.path, "plan.xlsx") }),
  initCentre: async () => {
    const { value: answers } = await trc.readAnswers("templates/starter/answers.yaml");
    if (answers === undefined) throw new Error("no answers");
    return trc.initCentre({ folder: nowhere, answers, date: day });
  },
  signOff: () =>
    trc.signOff({ content, documents: [], person: "kulik-sp", roles: ["author"], date: day, signer: null }),
  issueDocument: () => trc.issueDocument({ content, document: documents[0] ?? "", today: day }),
  release: () =>
    trc.release({ content: [content], out: bundle, draft: true, signer: null, signDocuments: false, today: day }),
  verifyBundle: () => trc.verifyBundle({ bundle, today: day }),
  addToArchive: () => trc.addToArchive({ content, archive, documents: [], today: day }),
  attachToArchive: () => trc.attachToArchive({ archive, document: "x", signatures: [], today: day }),
  disposeDocuments: () => trc.disposeDocuments({ archive, documents: [], act: "x", today: day }),
  dueForDestruction: () => trc.dueForDestruction(archive, day),
  writeInventory: () => trc.writeInventory({ content, archive, year: 2024, date: day }),
});

describe("functions of the library", () => {
  it.each(Object.entries(onDay("2025-02-31")))(
    "%s finds that the day is no date, and writes nothing",
    async (_name, ask) => {
      const before = readdirSync(folder.path, { recursive: true }).sort();
      expect((await ask()).diagnostics.map(({ code }) => code)).toEqual(["TRC0005"]);
      expect(readdirSync(folder.path, { recursive: true }).sort()).toEqual(before);
    },
  );

  it("finds that a word is no date", async () => {
    const { diagnostics } = await trc.centreStatus({ content, date: "вчера" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["TRC0005"]);
  });

  it("finds that files of certificates and lists are not there", async () => {
    for (const files of [{ trustFiles: [nowhere] }, { revocationFiles: [nowhere] }]) {
      const { ok, diagnostics } = await trc.verifyBundle({ bundle, today: "2025-09-01", ...files });
      expect([ok, diagnostics.map(({ code }) => code)]).toEqual([false, ["TRC0001"]]);
    }
  });

  it("finds a port that cannot be", async () => {
    const { value, diagnostics } = await trc.startPreview({ content: [content], port: 100_000, cache: null });
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ["TRC9301"]]);
  });

  it("begins no archive to add to a document of it or to dispose of one", async () => {
    const today = "2025-09-01";
    const { diagnostics: attached } = await trc.attachToArchive({ archive, document: "x", signatures: [], today });
    const { diagnostics: disposed } = await trc.disposeDocuments({ archive, documents: ["x"], act: "y", today });
    expect([...attached, ...disposed].map(({ code }) => code)).toEqual(["TRC8318", "TRC8318"]);
    expect(existsSync(archive)).toBe(false);
  });
});
