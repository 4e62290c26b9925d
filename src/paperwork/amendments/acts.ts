import { covers, revocationsOf, suspensionsOf } from "../facts/index.ts";
import { type ContentRecord, type Dossier, type RecordOf, recordsOf } from "../records/index.ts";
import { entriesOf, inForce, recordNamed } from "../register/index.ts";
import type { Change, Step } from "./change.ts";
import { isUnder } from "./numbers.ts";

/** A record that changes another document: an amending order, an additional agreement. */
export type ActRecord = RecordOf<"orders"> | RecordOf<"documents">;

/** A change as a record has it. */
export type ActStep = Step & { readonly record: ActRecord; readonly pointer: string };

/** Why the changes of an act are not in the text of a day. */
type ActState = "applied" | "later" | "revoked" | "suspended" | "not-issued";

/** An act that changes a document, and whether its changes are in the text. */
export type Act = {
  readonly record: ActRecord;
  readonly state: ActState;
  /** The order that revoked or suspended it. */
  readonly by?: RecordOf<"orders">;
  readonly steps: readonly ActStep[];
  /** Changes that a later amendment of the act has taken back: they are made nowhere. */
  readonly taken: readonly { readonly step: ActStep; readonly by: ActRecord }[];
};

/** For which text the acts are asked. */
export type ActsQuestion = {
  /** The day, ISO. */
  readonly at: string;
  /** True: changes of acts that are not issued are in it too. */
  readonly drafts: boolean;
};

/** The day after every other. */
export const EVER = "9999-12-31";

/**
 * Acts that change a document, in the order their changes are made: by the day of effect, then by the day and number of the act. A change that
 * itself was taken back by a later amendment of the act is left out.
 */
export function actsOf(dossier: Dossier, target: ContentRecord, question: ActsQuestion): Act[] {
  return actsWithin(dossier, target, question, new Set());
}

/** The steps of the acts whose changes are in the text, in the order they are made. */
export function stepsOf(acts: readonly Act[], at: string): ActStep[] {
  const counted = acts.filter(({ state }) => state === "applied" || state === "later");
  return byDay(counted.flatMap(({ steps }) => steps)).filter(({ from }) => from <= at);
}

/** Steps by the day they take effect; those of one day stay in their order. */
export function byDay<One extends { readonly from: string }>(steps: readonly One[]): One[] {
  return [...steps].sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
}

/** The order that has revoked a document by the day; undefined: none that has a say in its text. */
export function revocationOf(
  dossier: Dossier,
  record: ContentRecord,
  { at, drafts }: ActsQuestion,
): RecordOf<"orders"> | undefined {
  return revocationBy(dossier, record, at, countsFor(dossier, record, drafts));
}

function revocationBy(
  dossier: Dossier,
  { id }: ContentRecord,
  at: string,
  counts: (act: ActRecord) => boolean,
): RecordOf<"orders"> | undefined {
  return revocationsOf(dossier, id).find((act) => (act.data.from ?? act.data.date ?? EVER) <= at && counts(act));
}

function actsWithin(dossier: Dossier, target: ContentRecord, question: ActsQuestion, seen: ReadonlySet<string>): Act[] {
  // Two acts that amend each other are a finding of their own; here they only must not run in a circle.
  const name = nameOf(target);
  if (seen.has(name)) return [];
  const counts = countsFor(dossier, target, question.drafts);
  const known = new Set([...seen, name]);
  return [...recordsOf(dossier, "orders"), ...recordsOf(dossier, "documents")]
    .flatMap((record): Act[] => {
      const written = changesIn(record, target);
      if (written.length === 0) return [];
      const takenBy = takenBack(dossier, record, question, known);
      const judged = written.map(({ step, clause }) => ({ step, by: clause === null ? undefined : takenBy(clause) }));
      const taken = judged.flatMap(({ step, by }) => (by === undefined ? [] : [{ step, by }]));
      const steps = judged.filter(({ by }) => by === undefined).map(({ step }) => step);
      return [{ record, steps, taken, ...stateOf(dossier, record, steps, question.at, counts) }];
    })
    .sort((a, b) => compareActs(a.record, b.record));
}

/** Whether an act has a say on a day, and the order that took it away. Without steps of its own that depends on the act alone. */
export function stateOf(
  dossier: Dossier,
  record: ActRecord,
  steps: readonly Pick<ActStep, "from">[],
  at: string,
  counts: (act: ActRecord) => boolean,
): Pick<Act, "state" | "by"> {
  if (!counts(record)) return { state: "not-issued" };
  const revoked = revocationBy(dossier, record, at, counts);
  if (revoked !== undefined) return { state: "revoked", by: revoked };
  const suspended = suspensionsOf(dossier, record.id).find(
    ({ record: by, period }) => counts(by) && covers(period, at),
  );
  if (suspended !== undefined) return { state: "suspended", by: suspended.record };
  return { state: steps.some(({ from }) => from <= at) || steps.length === 0 ? "applied" : "later" };
}

/** The later order that took back the change that a clause of an amending order makes: «подпункт 1.2 признать утратившим силу», or the whole clause 1; undefined: none. */
function takenBack(
  dossier: Dossier,
  record: ActRecord,
  question: ActsQuestion,
  seen: ReadonlySet<string>,
): (clause: string) => ActRecord | undefined {
  const acts = actsWithin(dossier, record, question, seen);
  const deleted = stepsOf(acts, question.at).flatMap(({ record: by, change: { annex, clause, row, action } }) =>
    annex === undefined && row === undefined && clause !== undefined && action === "delete" ? [{ clause, by }] : [],
  );
  return (clause) => deleted.find((one) => clause === one.clause || isUnder(clause, one.clause))?.by;
}

/** The changes of a record in a document, each with the number of the clause that an amending order has for it. */
function changesIn(
  record: ActRecord,
  target: ContentRecord,
): { readonly step: ActStep; readonly clause: string | null }[] {
  const { data } = record;
  const from = data.from ?? data.date ?? EVER;
  const act = nameOf(record);
  const of = (changes: readonly unknown[] | undefined, pointer: string, clauses: (index: number) => string | null) =>
    (changes ?? []).flatMap((one, index) => {
      const change = one as Change & { readonly from?: string };
      if (change.action === undefined) return [];
      const step = { change, act, from: change.from ?? from, record, pointer: `${pointer}/${index}` };
      return [{ step, clause: clauses(index) }];
    });
  if (record.collection === "documents") {
    const { agreement, changes } = (record as RecordOf<"documents">).data;
    return target.collection === "agreements" && agreement === target.id ? of(changes, "/changes", () => null) : [];
  }
  const { amends = [] } = (record as RecordOf<"orders">).data;
  return amends.flatMap(({ order, regulation, plan, changes }, index) => {
    const named = { orders: order, regulations: regulation, plans: plan }[target.collection];
    if (named !== target.id || record.id === target.id) return [];
    // The template has a clause for each document, and under it one for each change where there are several.
    const clauses = (at: number): string => (changes?.length === 1 ? `${index + 1}` : `${index + 1}.${at + 1}`);
    return of(changes, `/amends/${index}/changes`, clauses);
  });
}

/** Whether an act has a say in the text of a document: in that of an issued one only an issued act has, unless drafts are asked for. */
export function countsFor(dossier: Dossier, target: ContentRecord, drafts: boolean): (act: ActRecord) => boolean {
  const issued = issuedRecords(dossier);
  return (act) => drafts || !issued.has(nameOf(target)) || issued.has(nameOf(act));
}

function issuedRecords(dossier: Dossier): ReadonlySet<string> {
  return new Set(
    inForce(entriesOf(dossier)).flatMap(({ fields }) => {
      const named = recordNamed(fields);
      return named === null ? [] : [nameOf(named)];
    }),
  );
}

function nameOf({ collection, id }: Pick<ContentRecord, "collection" | "id">): string {
  return `${collection}/${id}`;
}

/** Acts by their day and number. */
export function compareActs(a: ActRecord, b: ActRecord): number {
  const [left, right] = [a, b].map(({ data }) => data.date ?? EVER) as [string, string];
  if (left !== right) return left < right ? -1 : 1;
  return ordinal(a) - ordinal(b) || (a.id < b.id ? -1 : 1);
}

function ordinal({ data }: ActRecord): number {
  return Number(/\d+/.exec(data.number ?? "")?.[0] ?? 0);
}
