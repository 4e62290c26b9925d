import { describe, expect, it } from "vitest";
import { type Flow, type FlowRun, paragraph, textRun } from "../../../../src/typesetting/flow/index.ts";
import { breakLines } from "../../../../src/typesetting/layout/break-lines.ts";
import { holdLines, type Layout } from "../../../../src/typesetting/layout/index.ts";
import { evenFonts, evenStyle } from "../../../support/even-fonts.ts";
import { smallFlow } from "../../../support/small-flow.ts";

type Setup = { readonly label?: string; readonly justified?: boolean };
/** What is given to a word processor, as it is seen below: `~` a no-break space, `_` a no-break hyphen, `+` a joiner, `¬` an optional hyphen, `^` an optional end, `↵` a break, `‹…›` letters set closer or wider. */
const SIGNS: readonly (readonly [string, string])[] = [
  ["\u00a0", "~"],
  ["\u2011", "_"],
  ["\u2060", "+"],
  ["\u00ad", "¬"],
  ["\u200b", "^"],
];

/** The runs of a paragraph that stands in a column of so many even letters, held. */
function heldRuns(
  runs: readonly FlowRun[],
  widthPt: number,
  { label, justified = false }: Setup = {},
): readonly FlowRun[] {
  const plain = { ...paragraph("text", runs), label: label === undefined ? null : { text: label } };
  const source = plain as ReturnType<typeof paragraph>;
  const style = { ...evenStyle, align: justified ? ("justify" as const) : ("left" as const) };
  const lines = breakLines(source, style as typeof evenStyle, { widthPt, fonts: evenFonts, hyphenation: justified });
  const empty = smallFlow([]);
  const sections = empty.sections.map((section) => ({ ...section, blocks: [source] }));
  const profile = { ...empty.profile, styles: { ...empty.profile.styles, text: style } };
  const flow = { ...empty, profile, sections } as Flow;
  const items = lines.map(({ end }) => ({ type: "line", owner: source, end }));
  const rule = { type: "rule" };
  const number = { type: "line", owner: null, end: { at: 0, hyphen: false, freePt: 0 } };
  const layout = { flow, pages: [{ items: [rule, ...items.slice(0, 2), number] }, { items: items.slice(2) }] };
  const block = holdLines(layout as unknown as Layout, evenFonts).sections[0]?.blocks[0];
  return block?.type === "paragraph" ? block.runs : [];
}
function shownRun(run: FlowRun): string {
  if (run.type === "break") return "↵";
  const text = SIGNS.reduce((sum, [sign, seen]) => sum.replaceAll(sign, seen), run.text);
  return run.type === "text" && run.spacedPt !== undefined ? `‹${text} ${run.spacedPt}›` : text;
}
const held = (text: string, width: number, setup?: Setup): string =>
  heldRuns([textRun(text)], width, setup)
    .map(shownRun)
    .join("");
const many = (count: number): string => Array(count).fill("aa").join(" ");
const JUSTIFIED: Setup = { justified: true };

describe("what a word processor is given", () => {
  it.each([
    ["is plain where it ends lines there by itself", "дом сад поле лес", 10, {}, "дом сад поле лес"],
    ["has the last letters of a full line closer", "дом сад поле лес", 12, {}, "дом сад ‹поле -0.1› лес"],
    ["has them closer though the line is the last one", "aaaaaa", 6, {}, "aa‹aaaa -0.1›"],
    ["and not where a tenth of a point is free", "aaa", 3.1, {}, "aaa"],
    ["spreads it over the letters that there are", "aaa", 3.05, {}, "‹aaa -0.15›"],
    ["is full behind its number", "дом сад поле лес", 10, { label: "1." }, "дом‹ сад -0.1› поле лес"],
    ["has letters wider where the next word all but fits", "дом сад", 6.9, {}, "‹дом 0.15› сад"],
    ["and not where that is too wide anyway", "дом сад", 6.65, {}, "дом сад"],
    ["is glued where a word might go up without the next one", "дом сад на лес", 6.8, {}, "дом сад~на лес"],
    ["has an optional hyphen in a divided word", "учёт деятельность школы", 10, JUSTIFIED, "учёт дея¬тельность школы"],
    ["whose line may be full", "учёт деятельность школы", 13, JUSTIFIED, "учёт дея‹тель¬ -0.1›ность школы"],
    ["holds a number of a document", "дом учёт 119-ОД школы", 13, JUSTIFIED, "дом учёт 119_ОД школы"],
    ["holds a double name", "дом Луговая-Полевая 5–6", 15, JUSTIFIED, "дом Луговая_Пол‹евая -0.1› 5–6"],
    ["holds a range", "дом Луговая-Полевая 5–6", 10, JUSTIFIED, "дом Луго¬вая-Полевая 5–+6"],
    ["may end behind a slash", "дом родитель/опекун сад", 13, JUSTIFIED, "дом родит‹ель/^ -0.1›опекун сад"],
    ["and only there in an address", "дом example.org/a/b/c/d сад", 9, JUSTIFIED, "дом example.^org/+a/+b/^c/+d сад"],
  ] as const)("%s", (_, text, width, setup, expected) => {
    expect(held(text, width, setup)).toBe(expected);
  });

  it("keeps breaks as they are, and no glue of what is typed", () => {
    expect(held("дом\u00a0сад ст.\u00a05 лес\nпуть и дом", 15, JUSTIFIED)).toBe("дом сад ст. 5 лес\nпуть и дом");
  });
});

describe("a justified line whose spaces might be narrowed", () => {
  it.each([
    ["full: nothing goes up", many(13), 29, `${many(8)} a‹a aa -0.1› ${many(3)}`],
    ["one word might go up: it is glued to the next", many(13), 30, `${many(11)}~aa aa`],
    ["the last word might go up: spaces behind it take the room", many(11), 30, `${many(11)}~+`],
    ["as many as are free", many(11), 31.9, `${many(11)}~~~+`],
    ["what is parted at a hyphen is glued there as well", `${many(10)} a-b a-b a-b`, 31.5, `${many(10)} a_b~a-b a-b`],
    ["at a dash by a joiner", `${many(10)} a–b a-b a-b`, 31.5, `${many(10)} a–+b~a-b a-b`],
    ["before a forced break nothing has to be held", `${many(10)}\n${many(3)}`, 31.5, `${many(10)}\n${many(3)}`],
    ["one before a forced break might go up", `${many(11)}\nbb`, 30, `${many(11)}~+↵bb`],
    [
      "a whole line that is not the last one has nothing to hold it",
      `${many(11)} ${"b".repeat(28)}`,
      30,
      `${many(11)} ${"b".repeat(28)}`,
    ],
    ["words of the next line alone", "дом деятель", 10.7, "дом деятель~+"],
  ])("%s", (_, text, width, expected) => expect(held(text, width, JUSTIFIED)).toBe(expected));

  it("counts the space behind its number", () => {
    expect(held(many(20), 29.5, { justified: true, label: "1." })).toBe(`${many(10)}~${many(10)}~+`);
  });
});

describe("runs with marks in them", () => {
  const pieces = (runs: readonly FlowRun[], width: number): string => heldRuns(runs, width).map(shownRun).join("¦");
  const bold = { bold: true };

  it("are parted at what is held, each in its own look", () => {
    const runs = [textRun("дом с"), { ...textRun("ад поле"), ...bold }, textRun(" лес")];
    expect(pieces(runs, 7)).toBe("дом¦‹ с -0.1›¦‹ад -0.1›¦ поле¦ лес");
    const own = heldRuns(runs, 7).map((run) => run.type === "text" && run.bold);
    expect(own).toEqual([false, false, true, true, false]);
  });

  it("leave a counted number as it is", () => {
    const runs = [textRun("дом с"), { ...textRun("ад"), sequence: "Таблица" }, textRun(" лес дом")];
    expect(pieces(runs, 7)).toBe("дом¦‹ с -0.1›¦ад¦ лес¦‹ дом -0.1›");
  });

  it("have what holds a line behind a mark that is no text", () => {
    const note: FlowRun = { type: "note", text: "1", sizePt: 10, risePt: 3 };
    expect(pieces([textRun("дом с"), textRun("ад"), note, textRun(" лес дом")], 7)).toBe("дом с¦ад¦1¦ лес¦‹ дом -0.1›");
  });

  it("have the note of a number held, too", () => {
    const inner = paragraph("text", [textRun("дом\u00a0сад")]);
    const [, run] = heldRuns([textRun("дом"), { type: "note", text: "1", sizePt: 10, risePt: 3, note: inner }], 20);
    expect(run?.type === "note" && run.note?.runs.map(shownRun)).toEqual(["дом сад"]);
  });

  it("count a break as one character, and a mark that ends a paragraph as one that stands before what takes the room", () => {
    const broken = [textRun("дом"), { type: "break" } as const, textRun("сад лес поле")];
    expect(pieces(broken, 7)).toBe("дом¦↵¦сад¦‹ лес -0.1›¦ поле");
    const note: FlowRun = { type: "note", text: "1", sizePt: 10, risePt: 3 };
    const ended = heldRuns([textRun(`${many(10)} a`), note], 30, JUSTIFIED);
    expect(ended.map(shownRun)).toEqual([`${many(10)} a`, "1", "~+"]);
    const box = { ...textRun("☐"), checkBox: { checked: false, says: "да" } } as unknown as FlowRun;
    const boxed = heldRuns([textRun(`${many(10)} a`), box], 30, JUSTIFIED);
    expect(boxed.map(shownRun)).toEqual([`${many(10)} a`, "☐", "~+"]);
  });
});
