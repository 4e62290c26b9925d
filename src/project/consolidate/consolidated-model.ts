import { numericDate } from "../../base/text/index.ts";
import {
  type Act,
  type ActRecord,
  type ActStep,
  type Change,
  type Marks,
  type Replayed,
  replay,
  stepsOf,
} from "../../paperwork/amendments/index.ts";
import type { Block, DocumentModel, Inlines, Section, TableCell, TableRow } from "../../paperwork/document/index.ts";
import { filled } from "../reading/index.ts";
import type { Wording } from "./wording.ts";

/** A document and what changes it. */
export type ToConsolidate = {
  readonly model: DocumentModel;
  readonly acts: readonly Act[];
  /** The day of the text, ISO. */
  readonly at: string;
  readonly wording: Wording;
};

/**
 * The text in force on a day: the changes made in it, marked where they were made, the acts under its heading and in a table at its end. A document that
 * nothing has changed is what it was, with the line at the foot of its pages.
 */
export function consolidatedModel({ model, acts, at, wording }: ToConsolidate): Replayed<ActStep> {
  const day = numericDate(at);
  const steps = stepsOf(acts, at);
  const { model: text, conflicts } = replay(model, steps, marksOf(wording));
  const failed = new Set(conflicts.filter(({ kind }) => kind !== "same-day").map(({ step }) => step));
  const made = [...new Set(steps.filter((step) => !failed.has(step)).map(({ record }) => record))];
  const blocks = made.length === 0 ? text.body.blocks : underTitle(text.body.blocks, editionLine(made, wording));
  const meta = { ...text.meta, title: filled(wording.title, { title: text.meta.title, day }) };
  const whole = { ...text, meta, running: filled(wording.running, { day }), body: { ...text.body, blocks } };
  if (acts.length === 0) return { model: whole, conflicts };
  return { model: { ...whole, annexes: [...whole.annexes, tableOf(acts, { at, wording, failed })] }, conflicts };
}

/** What an act is called, in a case: «приказа от 20.01.2026 № 4-ОД». */
export function actName(act: ActRecord, form: "nominative" | "genitive" | "instrumental", { acts }: Wording): string {
  return filledOf(act, acts[act.collection][form]);
}

function filledOf({ data }: ActRecord, words: string): string {
  const { date = "", number = "" } = data;
  return filled(words, { date: numericDate(date), number });
}

/** Acts one after another, in the genitive: «приказов от 20.01.2026 № 4-ОД, от 16.02.2026 № 32-ОД». */
function actNames(records: readonly ActRecord[], wording: Wording): string {
  const names = [...new Set(records)].map((record, index, all) => {
    const { several } = wording.acts[record.collection];
    const follows = all[index - 1]?.collection === record.collection;
    const leads = all[index + 1]?.collection === record.collection;
    const words = follows ? several?.next : leads ? several?.first : undefined;
    return words === undefined ? actName(record, "genitive", wording) : filledOf(record, words);
  });
  return names.join(", ");
}

function marksOf(wording: Wording): Marks<ActStep> {
  return {
    repealed: ({ change, record }) =>
      plain(filled(wording.repealed[ownerOf(change)], { act: actName(record, "nominative", wording) })),
    changed: (steps) => {
      if (steps.length === 0) return null;
      return plain(
        byPlace(steps, wording)
          .flatMap((one) => marksAt(one, wording))
          .join(" "),
      );
    },
    annex: (number) => [plain(filled(wording.annex, { number }))],
  };
}

/** The changed places under one mark, each with what was done to it. */
function byPlace(steps: readonly ActStep[], wording: Wording): [place: string, steps: ActStep[]][] {
  const places = new Map<string, ActStep[]>();
  for (const step of steps) {
    const place = placeName(step.change, wording);
    places.set(place, [...(places.get(place) ?? []), step]);
  }
  return [...places];
}

/** What is said of one place: that it came, what changed it since, or that it is gone. */
function marksAt([place, steps]: readonly [place: string, steps: readonly ActStep[]], wording: Wording): string[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  const by = ({ record }: ActStep): string => actName(record, "instrumental", wording);
  if (last.change.action === "delete" && wording.excluded !== undefined)
    return [filled(wording.excluded, { place, act: by(last) })];
  const isNew = first.change.action === "add";
  const later = steps.slice(isNew ? 1 : 0).map(({ record }) => record);
  return [
    ...(isNew ? [filled(wording.added[partOf(first.change)], { place, act: by(first) })] : []),
    ...(later.length > 0 ? [filled(wording.changed, { place, acts: actNames(later, wording) })] : []),
  ];
}

function partOf(change: Change): "row" | "clause" | "heading" | "annex" {
  return change.row === undefined ? ownerOf(change) : "row";
}

/** What the change is in, a row being a part of it. */
function ownerOf({ clause, heading }: Change): "clause" | "heading" | "annex" {
  return clause !== undefined ? "clause" : heading !== undefined ? "heading" : "annex";
}

/** The place of a change within its section. */
function placeName(change: Change, { places }: Wording): string {
  const { row, clause, heading, annex, action } = change;
  const named: { readonly [part in ReturnType<typeof partOf>]: readonly [words: string, number: string] } = {
    row: [places.row, row ?? ""],
    clause: [places.clause, clause ?? ""],
    heading: [action === "add" || action === "delete" ? places.heading : places.headingName, heading ?? ""],
    annex: annex === undefined ? [places.text, ""] : isNumber(annex) ? [places.annex, annex] : [places.onlyAnnex, ""],
  };
  const [words, number] = named[partOf(change)];
  return filled(words, { number });
}

function isNumber(annex: string): boolean {
  return /^\d+$/.test(annex);
}

/** The place of a change in the whole document. */
function fullPlace(change: Change, wording: Wording): string {
  const place = placeName(change, wording);
  const { annex } = change;
  if (annex === undefined || partOf(change) === "annex") return place;
  const { ofAnnex, ofOnlyAnnex } = wording.places;
  return filled(isNumber(annex) ? ofAnnex : ofOnlyAnnex, { place, number: annex });
}

function editionLine(records: readonly ActRecord[], wording: Wording): Block {
  const acts = actNames(records, wording);
  return { type: "paragraph", role: "center", inlines: plain(filled(wording.edition, { acts })) };
}

/** After the heading of the document, else after its requisites. */
function underTitle(blocks: readonly Block[], line: Block): readonly Block[] {
  const title = blocks.findIndex(({ type }) => type === "title" || type === "kind-title");
  const at = blocks.findIndex(
    ({ type }, index) => index >= title && type !== "title" && type !== "kind-title" && type !== "dateline",
  );
  const place = title === -1 ? 0 : at === -1 ? blocks.length : at;
  return [...blocks.slice(0, place), line, ...blocks.slice(place)];
}

type Stand = Pick<ToConsolidate, "at" | "wording"> & { readonly failed: ReadonlySet<ActStep> };

/** The table of amendments, a section of its own. */
function tableOf(acts: readonly Act[], stand: Stand): Section {
  const { table } = stand.wording;
  const rows = acts.flatMap(({ steps, taken, ...act }) => [
    ...steps.map((step) => ({ ...act, step })),
    ...taken.map(({ step, by }) => ({ ...act, step, by, state: "revoked" as const })),
  ]);
  return {
    id: "amendments",
    role: "annex",
    number: null,
    title: table.title,
    orientation: "portrait",
    blocks: [
      { type: "title", align: "center", inlines: plain(table.title) },
      {
        type: "table",
        caption: null,
        widths: [1, 5, 6, 3, 4],
        header: [row(table.columns)],
        rows: rows.map((one, index) => row([`${index + 1}`, ...cellsOf(one, stand)])),
      },
    ],
  };
}

function cellsOf(
  { record, state, by, step }: Pick<Act, "record" | "state"> & { readonly step: ActStep; readonly by?: ActRecord },
  { at, wording, failed }: Stand,
): string[] {
  const { states, actions } = wording.table;
  const now = state === "applied" && step.from > at ? "later" : state;
  const act = by === undefined ? "" : actName(by, "nominative", wording);
  const isExclusion = step.change.row !== undefined && step.change.action === "delete";
  return [
    actName(record, "nominative", wording),
    `${fullPlace(step.change, wording)}: ${(isExclusion && actions.exclude) || actions[step.change.action]}`,
    numericDate(step.from),
    failed.has(step) ? "–" : filled(states[now], { act }),
  ];
}

function row(cells: readonly string[]): TableRow {
  return {
    kind: "data",
    cells: cells.map(
      (text, index): TableCell => ({ paragraphs: [plain(text)], span: 1, align: index === 0 ? "center" : "left" }),
    ),
  };
}

function plain(text: string): Inlines {
  return [{ type: "text", text }];
}
