import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { activityPeriod, createViews, dueDay, lastDayOf } from "../../src/paperwork/facts/index.ts";
import { type Dossier, dataOn, findAnyRecord, findRecord } from "../../src/paperwork/records/index.ts";
import { readProject } from "../../src/project/reading/index.ts";
import { copyOfSample, edit, issued } from "../support/register.ts";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;

/** A copy of the sample where nothing is issued, so that drafts have a say, and its amending order states facts of what it amends. */
function amended(facts: string, of = 'order: "87-od-2025"'): string {
  const content = copyOfSample(join(folder.path, String(++count), "content"));
  edit(join(content, "orders/2026/4-od-2026.yaml"), (text) =>
    text.replace('order: "87-od-2025"', of).replace("    changes:\n", `    facts: ${facts}\n    changes:\n`),
  );
  return content;
}

async function read(content: string): Promise<Dossier> {
  const { value } = await readProject({ content, templates: "templates" });
  if (value === undefined) throw new Error("not read");
  return value.dossier;
}

async function coordinators(content: string, ...days: readonly string[]): Promise<unknown[]> {
  const dossier = await read(content);
  const order = findRecord(dossier, "orders", "87-od-2025");
  return days.map((day) => order && dataOn(order, day).coordinator);
}

const SEDYH = "[{at: coordinator, set: sedyh-ln}]";

describe("records follow the acts that amend them", () => {
  it("from the day of the act, as documents of that day see them", async () => {
    const content = amended(SEDYH);
    expect(await coordinators(content, "2026-01-19", "2026-01-20")).toEqual(["lugovaya-ol", "sedyh-ln"]);
    const dossier = await read(content);
    const order = findAnyRecord(dossier, "orders", "87-od-2025");
    const seen = ["2026-01-19", "2026-02-01"].map((day) => {
      if (order === undefined) throw new Error("no such order");
      return (createViews(dossier, day).of(order).coordinator as { readonly id: string }).id;
    });
    expect(seen).toEqual(["lugovaya-ol", "sedyh-ln"]);
  });

  it("from a day of its own where a change has one, and the later of two stands", async () => {
    const content = amended(
      "[{at: coordinator, set: sedyh-ln}, {at: coordinator, set: aliev-ea, from: 2026-03-01}, {at: to, set: 2026-07-31}]",
    );
    expect(await coordinators(content, "2026-02-28", "2026-03-01")).toEqual(["sedyh-ln", "aliev-ea"]);
    const order = findRecord(await read(content), "orders", "87-od-2025");
    expect(order && [dataOn(order, "2026-01-19").to, dataOn(order, "2026-01-20").to]).toEqual([
      "2026-08-31",
      "2026-07-31",
    ]);
  });

  it("not before the act is issued, where the document is", async () => {
    const content = amended(SEDYH);
    await issued(content, "87-od-2025", { today: "2025-09-08" });
    expect(await coordinators(content, "2026-02-01")).toEqual(["lugovaya-ol"]);
    await issued(content, "4-od-2026", { today: "2026-01-20" });
    expect(await coordinators(content, "2026-01-19", "2026-02-01")).toEqual(["lugovaya-ol", "sedyh-ln"]);
  });

  it("not while the act is suspended, nor after it is revoked", async () => {
    const content = amended(SEDYH);
    writeFileSync(
      join(content, "orders/2026/20-od-2026.yaml"),
      'kind: order-amendment\nnumber: "20-ОД"\ndate: 2026-03-02\nissuer: centre\nfrom: 2026-03-02\nsuspends: [{order: 4-od-2026, to: 2026-03-15}]\n',
    );
    writeFileSync(
      join(content, "orders/2026/21-od-2026.yaml"),
      'kind: order-revocation\nnumber: "21-ОД"\ndate: 2026-04-01\nissuer: centre\nfrom: 2026-04-01\nrevokes: [4-od-2026]\n',
    );
    expect(
      await coordinators(content, "2026-03-01", "2026-03-02", "2026-03-15", "2026-03-16", "2026-03-31", "2026-04-01"),
    ).toEqual(["sedyh-ln", "lugovaya-ol", "lugovaya-ol", "sedyh-ln", "sedyh-ln", "lugovaya-ol"]);
  });

  it("in the items of a plan, by the plan's amendment", async () => {
    const content = amended(
      "[{activity: math-olympiad, at: period, set: {date: 2026-02-20}}, {activity: math-olympiad, at: responsible, set: [aliev-ea]}]",
      'plan: "2025-2026"',
    );
    const dossier = await read(content);
    const activity = findRecord(dossier, "activities", "math-olympiad");
    if (activity === undefined) throw new Error("no such activity");
    expect(activityPeriod(dossier, activity, "2026-01-19")?.from).not.toBe("2026-02-20");
    expect(activityPeriod(dossier, activity)?.from).toBe("2026-02-20");
    expect(dataOn(activity, "2026-01-20").responsible).toEqual(["aliev-ea"]);
  });

  it("by what an amendment of their amendment says, from its own day", async () => {
    const content = amended(SEDYH);
    writeFileSync(
      join(content, "orders/2026/22-od-2026.yaml"),
      'kind: order-amendment\nnumber: "22-ОД"\ndate: 2026-02-16\nissuer: centre\nfrom: 2026-02-16\namends:\n  - order: 4-od-2026\n    facts: [{at: amends/87-od-2025/facts/coordinator/set, set: aliev-ea}]\n',
    );
    expect(await coordinators(content, "2026-01-19", "2026-01-20", "2026-02-15", "2026-02-16")).toEqual([
      ...["lugovaya-ol", "sedyh-ln", "sedyh-ln", "aliev-ea"],
    ]);
    // Taken back, the amended amendment says again what it said.
    writeFileSync(
      join(content, "orders/2026/23-od-2026.yaml"),
      'kind: order-revocation\nnumber: "23-ОД"\ndate: 2026-03-02\nissuer: centre\nfrom: 2026-03-02\nrevokes: [22-od-2026]\n',
    );
    expect(await coordinators(content, "2026-03-01", "2026-03-02")).toEqual(["aliev-ea", "sedyh-ln"]);
  });

  it("of an agreement by its additional agreement: its term, the days of its reports", async () => {
    const content = copyOfSample(join(folder.path, String(++count), "content"));
    const facts = "[{at: term/to, set: 2026-07-15}, {at: reportDue/годовой отчёт/due, set: 2026-07-01}]";
    // Its only clause loses its force; what it changed in the records does not follow words.
    writeFileSync(
      join(content, "orders/2026/31-od-2026.yaml"),
      `kind: order-amendment
number: "31-ОД"
date: 2026-03-04
issuer: committee
subject: О внесении изменения в приказ от 02.03.2026 № 30-ОД
from: 2026-03-04
control: tihaya-ev
caseIndex: "12-01"
amends: [{order: 30-od-2026, changes: [{clause: "1", action: delete}]}]
`,
    );
    writeFileSync(
      join(content, "documents/additional-2-2026.yaml"),
      `kind: additional-agreement\nnumber: "2"\ndate: 2026-03-02\nplace: с. Примерное\nagreement: 1-2025-trc\nfacts: ${facts}\n`,
    );
    const dossier = await read(content);
    const agreement = findAnyRecord(dossier, "agreements", "1-2025-trc");
    if (agreement === undefined) throw new Error("no such agreement");
    const ends = ["2026-03-01", "2026-03-02"].map((day) => lastDayOf(dossier, agreement, day));
    expect(ends).toEqual(["2026-08-31", "2026-07-15"]);
    expect(dueDay(dossier, { kinds: ["report-annual"], due: "06-10" }, 2025)).toBe("2026-07-01");
  });

  it("for the rules too: an agreement shorter than the status as prolonged is told of, one that is moved along is not", async () => {
    const content = copyOfSample(join(folder.path, String(++count), "content"));
    writeFileSync(
      join(content, "orders/2026/30-od-2026.yaml"),
      `kind: order-amendment
number: "30-ОД"
date: 2026-03-02
issuer: committee
subject: О внесении изменения в приказ о присвоении статуса
from: 2026-03-02
control: tihaya-ev
caseIndex: "12-01"
amends:
  - order: 145-od-2025
    facts: [{at: statusUntil, set: 2027-08-31}]
    changes: [{clause: "1.1", action: add, text: Считать срок статуса продлённым по 31.08.2027 включительно}]
`,
    );
    // Its only clause loses its force; what it changed in the records does not follow words.
    writeFileSync(
      join(content, "orders/2026/31-od-2026.yaml"),
      `kind: order-amendment
number: "31-ОД"
date: 2026-03-04
issuer: committee
subject: О внесении изменения в приказ от 02.03.2026 № 30-ОД
from: 2026-03-04
control: tihaya-ev
caseIndex: "12-01"
amends: [{order: 30-od-2026, changes: [{clause: "1", action: delete}]}]
`,
    );
    writeFileSync(
      join(content, "documents/additional-2-2026.yaml"),
      `kind: additional-agreement
number: "2"
date: 2026-03-03
place: с. Примерное
copies: 2
caseIndex: "12-02"
agreement: 2-2025-trc
facts: [{at: term/to, set: 2027-08-31}]
changes: [{clause: "6.9", action: add, text: Договор действует по 31.08.2027}]
`,
    );
    const { stdout } = await trc("check", "--content", content, "--reporter", "json");
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; place: { file: string } }[] };
    const short = diagnostics.filter(({ code }) => /^TRC22(62|63|80)$/.test(code));
    // The extension that was drawn up before no longer follows the term as it is now.
    expect(short.map(({ code, place }) => `${code} ${place.file.split("/").at(-1)}`)).toEqual([
      "TRC2263 3-2025-trc.yaml",
      "TRC2280 31-od-2026.yaml",
      "TRC2262 98-od-2026.yaml",
    ]);
  });

  it("is nothing where the amendment states no facts", async () => {
    const content = copyOfSample(join(folder.path, String(++count), "content"));
    expect(findAnyRecord(await read(content), "orders", "87-od-2025")?.later).toBeUndefined();
  });
});

describe("an edited copy of a record", () => {
  it("becomes an amending order that says it in words and in facts, and whose facts hold", async () => {
    const content = copyOfSample(join(folder.path, String(++count), "content"));
    const copy = join(content, "../copy.yaml");
    const before = readFileSync(join(content, "orders/2025/87-od-2025.yaml"), "utf8");
    writeFileSync(copy, before.replace("person: shevchenko-dl", "person: gromov-nv"));
    const made = await trc(
      ...["new", "order-amendment", "--content", content, "--of", "87-od-2025", "--edited", copy],
      ...["--date", "2026-02-16", "--set", "subject=О внесении изменений", "--set", "from=2026-02-17"],
    );
    expect(made.code).toBe(0);
    const order = parse(readFileSync(join(content, "orders/2026/12-od-2026.yaml"), "utf8"));
    expect(order.amends[0].facts).toEqual([{ at: "responsibilities/Предметные олимпиады/person", set: "gromov-nv" }]);
    expect(
      order.amends[0].changes.map(({ row, annex, action }: { [key: string]: string }) => [row, annex, action]),
    ).toEqual([
      ["5", undefined, "replace"],
      [undefined, "единственное", "replace"],
    ]);
    // Whoever answers from then on may be named in the plan.
    edit(join(content, "activities/2025-2026/math-olympiad.yaml"), (text) =>
      text
        .replace("responsible: [shevchenko-dl]", "responsible: [gromov-nv]")
        .replace(/^period:.*$/m, "period: {date: 2026-03-12}"),
    );
    const { stdout, stderr } = await trc("check", "--content", content);
    expect(`${stdout}${stderr}`).not.toContain("TRC2110");
    expect(`${stdout}${stderr}`).not.toContain("TRC2280");
  });

  it("that is the same asks for nothing", async () => {
    const content = copyOfSample(join(folder.path, String(++count), "content"));
    const same = join(content, "orders/2025/87-od-2025.yaml");
    const made = await trc("new", "order-amendment", "--content", content, "--of", "87-od-2025", "--edited", same);
    expect(made.code).toBe(1);
    expect(made.stderr + made.stdout).toContain("TRC9507");
  });
});

describe("two acts that change one fact from one day", () => {
  it("are told of", async () => {
    const content = amended(SEDYH);
    const text = readFileSync(join(content, "orders/2026/4-od-2026.yaml"), "utf8");
    writeFileSync(
      join(content, "orders/2026/5-od-2026.yaml"),
      text.replace('"4-ОД"', '"5-ОД"').replace("set: sedyh-ln", "set: aliev-ea"),
    );
    const { stdout, stderr } = await trc("check", "--content", content);
    expect(`${stdout}${stderr}`).toContain("То же место с того же дня меняет и другой документ");
    expect(await coordinators(content, "2026-01-20")).toEqual(["aliev-ea"]);
  });
});
