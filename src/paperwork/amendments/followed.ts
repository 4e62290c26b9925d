import { addDays } from "../../base/text/index.ts";
import { revocationsOf, suspensionsOf } from "../facts/index.ts";
import {
  type ContentRecord,
  type Dossier,
  findAnyRecord,
  type RecordOf,
  recordsOf,
  withRecords,
} from "../records/index.ts";
import { type ActRecord, byDay, compareActs, countsFor, EVER, stateOf } from "./acts.ts";
import { type FactChange, FactFault, withFact } from "./fact.ts";

/** A change of facts with the act that makes it, and where it stands there. */
export type FactStep = {
  readonly change: FactChange;
  readonly act: ActRecord;
  readonly pointer: string;
  /** The day it takes effect, ISO. */
  readonly from: string;
  /** The document that is amended, and the record whose facts change: the document, or an activity of the plan. */
  readonly document: ContentRecord;
  readonly target: ContentRecord;
};

/** A change that its act makes in some of its own states only: from the day `since` on, before the day `until`. */
type HeldStep = FactStep & { readonly since?: string; readonly until?: string | undefined };

/** Records that others have amended, each with what it says from every day on which that changed. */
export function followed(dossier: Dossier): Dossier {
  let steps: readonly HeldStep[] = factSteps(dossier);
  const acts = new Set(steps.map(({ act }) => act));
  // An act that another has amended changes other things from that day on: the last of them are asked first.
  for (const act of [...acts].sort(compareActs).reverse()) {
    const own = steps.filter(({ target }) => target === act);
    if (own.length === 0) continue;
    const others = steps.filter((step) => step.act !== act);
    const held = heldSteps(dossier, act, statesOf(dossier, act, own));
    steps = byDay([...others, ...held].sort((a, b) => compareActs(a.act, b.act)));
  }
  const byTarget = new Map<ContentRecord, HeldStep[]>();
  for (const step of steps) byTarget.set(step.target, [...(byTarget.get(step.target) ?? []), step]);
  if (byTarget.size === 0) return dossier;
  return withRecords(dossier, (record) => {
    const own = byTarget.get(record);
    return own === undefined ? record : { ...record, later: statesOf(dossier, record, own) };
  });
}

/** What an act changes in each of its states. */
function heldSteps(dossier: Dossier, act: ActRecord, later: NonNullable<ContentRecord["later"]>): HeldStep[] {
  const states = [{ from: "", data: act.data as ContentRecord["data"] }, ...later];
  return states.flatMap(({ from: since, data }, index) =>
    stepsIn(dossier, { ...act, data } as ActRecord).map((step) => ({
      ...step,
      act,
      since,
      until: states[index + 1]?.from,
    })),
  );
}

/** Every change of facts that the records hold, in the order it is made: by its day, then by the day and number of its act. */
export function factSteps(dossier: Dossier): FactStep[] {
  const acts = [...recordsOf(dossier, "orders"), ...recordsOf(dossier, "documents")].sort(compareActs);
  return byDay(acts.flatMap((act) => stepsIn(dossier, act)));
}

/** What a record says with the steps made one after another; steps that do not fit are left out and told. */
export function withSteps(
  record: Pick<ContentRecord, "data">,
  steps: readonly FactStep[],
): {
  readonly data: ContentRecord["data"];
  readonly faults: readonly { readonly step: FactStep; readonly fault: FactFault }[];
} {
  const faults: { step: FactStep; fault: FactFault }[] = [];
  let { data } = record;
  for (const step of steps) {
    const made = withFact(data, step.change);
    if (made instanceof FactFault) faults.push({ step, fault: made });
    else data = made;
  }
  return { data, faults };
}

type Stated = { readonly from?: string; readonly facts?: readonly (FactChange & { readonly from?: string })[] };

function stepsIn(dossier: Dossier, act: ActRecord): FactStep[] {
  const { from: begins, date } = act.data as { readonly from?: string; readonly date?: string };
  const of = (document: ContentRecord | undefined, { facts = [] }: Stated, pointer: string): FactStep[] =>
    facts.flatMap((change, index) => {
      if (document === undefined || document.id === act.id || typeof change.at !== "string") return [];
      const target = change.activity === undefined ? document : findAnyRecord(dossier, "activities", change.activity);
      if (target === undefined || (target !== document && target.data.plan !== document.id)) return [];
      const from = change.from ?? begins ?? date ?? EVER;
      return [{ change, act, pointer: `${pointer}/facts/${index}`, from, document, target }];
    });
  if (act.collection === "documents") {
    const { agreement = "" } = (act as RecordOf<"documents">).data;
    return of(findAnyRecord(dossier, "agreements", agreement), act.data as Stated, "");
  }
  return ((act as RecordOf<"orders">).data.amends ?? []).flatMap((one, index) => {
    const named = { orders: one.order, regulations: one.regulation, plans: one.plan };
    const [collection = "plans", id = ""] = Object.entries(named).find(([, id]) => id !== undefined) ?? [];
    return of(findAnyRecord(dossier, collection, id), one as Stated, `/amends/${index}`);
  });
}

/** What the record says from every day on which acts come into force, are suspended, come back or are revoked. */
function statesOf(
  dossier: Dossier,
  record: ContentRecord,
  steps: readonly HeldStep[],
): NonNullable<ContentRecord["later"]> {
  const acts = [...new Set(steps.map(({ act }) => act))];
  const days = new Set([
    ...steps.map(({ from, since = "" }) => (from < since ? since : from)),
    ...steps.flatMap(({ until = [] }) => until),
    ...acts.flatMap(({ id }) => [
      ...revocationsOf(dossier, id).map(({ data }) => data.from ?? data.date ?? EVER),
      ...suspensionsOf(dossier, id).flatMap(({ period: { from = EVER, to = EVER } }) => [
        from,
        to === EVER ? EVER : addDays(to, 1),
      ]),
    ]),
  ]);
  const documents = new Set(steps.map(({ document }) => document));
  const counts = new Map([...documents].map((one) => [one, countsFor(dossier, one, false)]));
  const held = ({ act, from, document, since = "", until = EVER }: HeldStep, day: string): boolean =>
    from <= day &&
    since <= day &&
    day < until &&
    stateOf(dossier, act, [], day, counts.get(document) ?? (() => false)).state === "applied";
  return [...days].sort().map((from) => {
    const { data } = withSteps(
      record,
      steps.filter((step) => held(step, from)),
    );
    return { from, data };
  });
}
