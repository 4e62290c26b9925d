import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConsolidateReport, consolidate, editedChanges } from "../../src/project/consolidate/index.ts";
import { docxWords, withText } from "../support/docx-text.ts";
import { temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
const content = `${folder.path}/content`;

beforeAll(() => {
  cpSync("content", content, { recursive: true });
});
afterAll(folder.remove);

/** An order of the centre in February of 2026 with these lines of its own. */
function order(id: string, kind: string, date: string, own: string): void {
  const head = `kind: ${kind}\nnumber: "${id.split("-")[0]}-ОД"\ndate: ${date}\nissuer: centre\nsubject: О порядке\n`;
  writeFileSync(`${content}/orders/2026/${id}.yaml`, `${head}control: self\ncaseIndex: "01-05"\n${own}`);
}

function text(at: string, drafts = true): Promise<ConsolidateReport> {
  return consolidate({ content, document: "87-od-2025", at, drafts, out: null, formats: [] });
}

const plain = (lines: readonly string[]): string => lines.join("\n").replace(/[\u00a0\u202f]/g, " ");
const codes = ({ diagnostics }: ConsolidateReport): string[] => diagnostics.map(({ code }) => code);

describe("the text of an order in force", () => {
  it("is the issued one before its amendment, and the amended one from that day on, marked and listed", async () => {
    const [before, after] = [plain((await text("2026-01-19")).lines), plain((await text("2026-01-20")).lines)];
    expect(before).not.toContain("в редакции приказа");
    expect(before).toContain(
      "1 | приказ от 20.01.2026 № 4-ОД | пункт 1: новая редакция | 20.01.2026 | ещё не действует",
    );
    expect(after).toContain("(в редакции приказа от 20.01.2026 № 4-ОД)");
    expect(after).toContain(
      "и председателем методического совета с 20.01.2026 по 31.08.2026 включительно.\n(пункт 1 в редакции",
    );
    expect(after).toContain("вести его учёт.\n(пункт 4.4 введён приказом от 20.01.2026 № 4-ОД)\n5. ");
    expect(after).toContain("2 | приказ от 20.01.2026 № 4-ОД | пункт 4.4: дополнение | 20.01.2026 | учтено");
  });

  it("has no change of an act that is not issued, unless it is asked for", async () => {
    const report = await text("2026-02-01", false);
    expect(codes(report)).toEqual(["TRC9505"]);
    expect(plain(report.lines)).not.toContain("методического совета");
    expect(report.acts).toEqual([{ id: "4-od-2026", state: "not-issued", name: "приказ от 20.01.2026 № 4-ОД" }]);
  });

  it("is not revoked by an order that is not issued, and no act of it revoked or suspended", async () => {
    order("33-od-2026", "order-revocation", "2026-02-02", 'from: 2026-02-02\nrevokes: ["87-od-2025", "4-od-2026"]\n');
    expect(codes(await text("2026-02-02"))).toEqual(["TRC9503", "TRC9504"]);
    expect(codes(await text("2026-02-02", false))).toEqual(["TRC9505"]);
    rmSync(`${content}/orders/2026/33-od-2026.yaml`);
  });

  it("says of an annex that it has lost its force in its own gender", async () => {
    const changes = '{annex: единственное, action: delete}, {clause: "6", action: delete}';
    const own = `from: 2026-02-16\namends:\n  - order: "87-od-2025"\n    changes: [${changes}]\n`;
    order("34-od-2026", "order-amendment", "2026-02-16", own);
    const said = plain((await text("2026-02-16")).lines);
    expect(said).toContain("\nУтратило силу (приказ от 16.02.2026 № 34-ОД).");
    expect(said).toContain("6. Утратил силу (приказ от 16.02.2026 № 34-ОД).");
    rmSync(`${content}/orders/2026/34-od-2026.yaml`);
  });

  it("is written as DOCX and PDF, not into the records", async () => {
    const options = { content, document: "order-responsible.87-od-2025", at: "2026-02-01", drafts: true } as const;
    const { written } = await consolidate({ ...options, out: `${folder.path}/out`, formats: ["docx", "pdf"] });
    expect(written).toHaveLength(2);
    expect(written.every((file) => existsSync(file))).toBe(true);
    expect(readdirSync(`${folder.path}/out`).join()).toContain("действующий текст на 2026-02-01");
    expect(plain([docxWords(readFileSync(written[0] ?? "")).join(" ")])).toContain(
      "пункт 1 в редакции приказа от 20.01.2026",
    );
    const refused = await consolidate({ ...options, out: `${content}/out`, formats: ["pdf"] });
    expect([codes(refused), refused.written]).toEqual([["TRC9506"], []]);
  });

  it("follows later acts: suspended, revoked, amended themselves, of another day", async () => {
    order(
      "30-od-2026",
      "order-amendment",
      "2026-02-02",
      "from: 2026-02-02\nsuspends: [{order: 4-od-2026, to: 2026-02-10}]\n",
    );
    order(
      "31-od-2026",
      "order-amendment",
      "2026-02-12",
      'from: 2026-02-12\namends:\n  - order: "4-od-2026"\n    changes: [{clause: "1.2", action: delete}]\n',
    );
    order(
      "32-od-2026",
      "order-amendment",
      "2026-02-16",
      [
        "from: 2026-02-16",
        "amends:",
        '  - order: "87-od-2025"',
        "    changes:",
        '      - {clause: "1", action: words, words: "по 31.08.2026", text: "по 30.06.2026"}',
        '      - {clause: "6", action: delete, from: 2026-03-02}',
        "",
      ].join("\n"),
    );
    const at = async (day: string): Promise<string> => plain((await text(day)).lines);
    const suspended = await at("2026-02-10");
    expect(suspended).not.toContain("методического совета");
    expect(suspended).toContain("приостановлено: приказ от 02.02.2026 № 30-ОД");
    expect(await at("2026-02-11")).toContain("методического совета");
    const amended = await at("2026-02-12");
    expect(amended).toContain("методического совета");
    expect(amended).not.toContain("4.4.");
    expect(amended).toContain("пункт 4.4: дополнение | 20.01.2026 | не действует: приказ от 12.02.2026 № 31-ОД");
    const amending = (change: string): void =>
      order(
        "31-od-2026",
        "order-amendment",
        "2026-02-12",
        `from: 2026-02-12\namends:\n  - order: "4-od-2026"\n    changes: [{${change}, action: delete}]\n`,
      );
    // The whole clause takes its subclauses with it; what is of an annex or a row of that number does not.
    amending('clause: "1"');
    const whole = await at("2026-02-12");
    expect(whole).not.toContain("методического совета");
    expect(whole).not.toContain("4.4.");
    for (const place of ['annex: "1", clause: "1.2"', 'clause: "1.2", row: "3"']) {
      amending(place);
      expect(await at("2026-02-12")).toContain("4.4.");
    }
    amending('clause: "1.2"');
    const third = await at("2026-02-16");
    expect(third).toContain(
      "по 30.06.2026 включительно.\n(пункт 1 в редакции приказов от 20.01.2026 № 4-ОД, от 16.02.2026 № 32-ОД)",
    );
    expect(third).toContain("6. Выплаты");
    expect(await at("2026-03-02")).toContain("6. Утратил силу (приказ от 16.02.2026 № 32-ОД).");
    order("33-od-2026", "order-revocation", "2026-03-03", 'from: 2026-03-03\nrevokes: ["4-od-2026"]\n');
    const revoked = await text("2026-03-03");
    // The later act changes words that the revoked one brought in only by its own day: the term of the issued text is the same.
    expect(codes(revoked)).toContain("TRC9504");
    expect(plain(revoked.lines)).not.toContain("методического совета");
    for (const id of ["30", "31", "32", "33"]) rmSync(`${content}/orders/2026/${id}-od-2026.yaml`);
  });

  it("tells rows that went and came, a clause that was new before it was restated, and keeps no empty item", async () => {
    order(
      "30-od-2026",
      "order-amendment",
      "2026-02-02",
      [
        "from: 2026-02-02",
        "amends:",
        '  - order: "87-od-2025"',
        "    changes:",
        '      - {clause: "2", row: "3", action: delete}',
        '      - {clause: "2", row: "20", action: add, cells: ["20", Шахматы, Квашин И. Н., –, –]}',
        '      - {clause: "4.4", action: replace, text: Вести учёт}',
        '      - {annex: единственное, clause: "1.1", action: words, words: "ведёт документацию ОО – ТРЦ и обеспечивает её сохранность;"}',
        "",
      ].join("\n"),
    );
    const said = plain((await text("2026-02-02")).lines);
    expect(said).toContain("(строка 3 таблицы исключена приказом от 02.02.2026 № 30-ОД)");
    expect(said).toContain("(строка 20 таблицы введена приказом от 02.02.2026 № 30-ОД)");
    expect(said).toContain("строка 3 таблицы: исключение");
    expect(said).toContain(
      "(пункт 4.4 введён приказом от 20.01.2026 № 4-ОД) (пункт 4.4 в редакции приказа от 02.02.2026 № 30-ОД)",
    );
    expect(said).not.toMatch(/сохранность|^–\s*$/m);
    rmSync(`${content}/orders/2026/30-od-2026.yaml`);
  });

  it("edited by hand gives the changes that make it", async () => {
    const { lines } = await text("2026-02-02");
    const file = `${folder.path}/edited.txt`;
    const of = { content, document: "87-od-2025", at: "2026-02-02", edited: file };
    writeFileSync(file, lines.join("\n"));
    expect((await editedChanges(of)).diagnostics.map(({ code }) => code)).toEqual(["TRC9507"]);
    writeFileSync(file, lines.join("\n").replace(/учебный[\s\u00a0]год/, "год"));
    expect((await editedChanges(of)).value).toEqual([
      ["amends.0.changes", [{ clause: "4.1", action: "words", words: "учебный" }]],
    ]);
    expect((await editedChanges({ ...of, edited: `${folder.path}/none.txt` })).diagnostics).toHaveLength(1);
  });

  it("edited in Word gives the changes that make it, tracked ones as accepted", async () => {
    const options = { content, document: "87-od-2025", at: "2026-02-02", drafts: true };
    const { written } = await consolidate({ ...options, out: `${folder.path}/word`, formats: ["docx"] });
    const of = { content, document: "87-od-2025", at: "2026-02-02", edited: `${folder.path}/edited.docx` };
    const paragraph = (start: string): RegExp => new RegExp(`<w:p>(?:(?!</w:p>).)*?>${start}.*?</w:p>`, "su");
    const added =
      '<w:ins w:id="900" w:author="Секретарь"><w:r><w:t>Известить органы надзора.</w:t></w:r></w:ins></w:p>';
    const edit = (xml: string): string =>
      xml
        .replace(paragraph("На.период"), (all) => all + all.replace(/(<\/w:pPr>).*/su, `$1${added}`))
        .replace(paragraph("Выплаты"), "")
        .replace(/учебный[\s\u00a0]год/, "год");
    writeFileSync(of.edited, withText(readFileSync(written[0] as string), edit));
    const { value, diagnostics } = await editedChanges(of);
    expect(value).toEqual([
      [
        "amends.0.changes",
        [
          { clause: "4.1", action: "words", words: "учебный" },
          { clause: "6", action: "delete" },
          { clause: "5.1", action: "add", text: "Известить органы надзора." },
        ],
      ],
    ]);
    expect(diagnostics.map(({ severity, message }) => [severity, message.ru])).toEqual([
      ["info", "Отслеженная правка взята как принятая, абзацев с ней – 1"],
    ]);
  });

  it("says what cannot be made, and that the document had no force on the day", async () => {
    order(
      "34-od-2026",
      "order-amendment",
      "2026-02-16",
      'from: 2026-02-16\namends:\n  - order: "87-od-2025"\n    changes: [{clause: "17", action: delete}]\n',
    );
    const report = await text("2026-02-16");
    expect(codes(report)).toEqual(["TRC9501"]);
    expect(report.diagnostics[0]?.place?.file).toContain("34-od-2026.yaml");
    rmSync(`${content}/orders/2026/34-od-2026.yaml`);
    expect(codes(await text("2025-09-01"))).toEqual(["TRC9503"]);
  });
});
