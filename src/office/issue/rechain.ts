import { type Diagnostic, type Outcome, raise, text } from "../../base/diagnostics/index.ts";
import { formatNumber, nextFree, parseNumber } from "../../paperwork/facts/index.ts";
import type { Dossier } from "../../paperwork/records/index.ts";
import { entryNumber, inForce, type RegisterEntry, recordNamed, seriesOf } from "../../paperwork/register/index.ts";
import { FINDINGS } from "./findings.ts";

/** An entry of the losing branch with its new place and, when its number was taken, its new number. */
export type Rechained = {
  readonly entry: RegisterEntry;
  readonly series: string;
  readonly record: { readonly collection: string; readonly id: string } | null;
  readonly place: number;
  /** Seal of the entry before the first of these; later ones follow each other. */
  readonly previous: string | null;
  readonly number: string | null;
  /** True for what is handed out: entered again word for word. */
  readonly fixed: boolean;
};

/** Where the entries of losing branches go. Empty when nothing is forked. TRC8120: two handed-out documents bear one number. */
export function rechain(
  entries: readonly RegisterEntry[],
  handedOut: ReadonlySet<string>,
  dossier: Dossier,
): Outcome<readonly Rechained[]> {
  const series = new Map<string, RegisterEntry[]>();
  for (const entry of entries) {
    const key = seriesOf(entry.fields);
    series.set(key, [...(series.get(key) ?? []), entry]);
  }
  const holding = new Set(inForce(entries));
  const moved: Rechained[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, chain] of series) {
    const { trunk, losers } = trunkOf(chain, (entry) => isNamed(entry, handedOut));
    const taken = new Set(trunk.map(({ fields }) => entryNumber(fields)));
    let given = 0;
    for (const [index, entry] of losers.entries()) {
      // An annulled registration and what annuls it are entered again as they are.
      const annulled = !holding.has(entry);
      const fixed = annulled || isNamed(entry, handedOut);
      const { number: current, author, year, document } = entry.fields;
      const record = recordNamed(entry.fields);
      const own = annulled ? undefined : entryNumber(entry.fields);
      const clash = own !== undefined && taken.has(own);
      if (clash && fixed) diagnostics.push(bothHandedOut(entry));
      const parsed = clash && current !== undefined ? parseNumber(current) : null;
      const of = { collection: record?.collection ?? "", kind: document.split(".")[0] ?? null };
      const free = parsed === null ? null : nextFree(dossier, { author, year, form: parsed, of });
      const number = free === null ? null : formatNumber({ ...free, order: (free.order ?? 0) + given++ });
      taken.add(number === null ? own : entryNumber({ ...entry.fields, number }));
      const last = trunk.at(-1)?.fields;
      moved.push({
        entry,
        series: name,
        record,
        place: trunk.length + index + 1,
        previous: last?.seal ?? null,
        number,
        fixed,
      });
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: moved, diagnostics: [] };
}

/**
 * The branch that keeps its places, and the rest in their order. At a fork the side with more handed-out documents stays, then the one
 * registered, dated and named first: the same on every machine.
 */
function trunkOf(
  chain: readonly RegisterEntry[],
  fixed: (entry: RegisterEntry) => boolean,
): { readonly trunk: readonly RegisterEntry[]; readonly losers: readonly RegisterEntry[] } {
  const children = (seal: string | undefined): RegisterEntry[] =>
    chain.filter(({ fields }) => fields.previous === seal);
  const subtree = (entry: RegisterEntry): RegisterEntry[] => [entry, ...children(entry.fields.seal).flatMap(subtree)];
  const trunk: RegisterEntry[] = [];
  for (let options = children(undefined); options.length > 0; options = children(trunk.at(-1)?.fields.seal)) {
    const weight = (entry: RegisterEntry): number => subtree(entry).filter(fixed).length;
    const [kept] = [...options].sort((a, b) => weight(b) - weight(a) || (age(a) < age(b) ? -1 : 1));
    if (kept === undefined) break;
    trunk.push(kept);
  }
  const losers = chain.filter((entry) => !trunk.includes(entry));
  return { trunk, losers: [...losers].sort((a, b) => a.fields.entry - b.fields.entry || (age(a) < age(b) ? -1 : 1)) };
}

function age({ fields }: RegisterEntry): string {
  return `${fields.registered} ${fields.date} ${fields.document}`;
}

/** Whether an entry is of one of the documents, named by their ids or those of their records. */
export function isNamed({ fields }: RegisterEntry, names: ReadonlySet<string>): boolean {
  return names.has(fields.document) || names.has(fields.document.split(".")[1] ?? "");
}

function bothHandedOut({ fields, placeOf }: RegisterEntry): Diagnostic {
  return raise(FINDINGS.TRC8120, {
    message: text(
      `Номер ${fields.number} стоит на двух документах, и оба уже подписаны или розданы; второй – «${fields.title}»`,
      `The number ${fields.number} stands on two documents, and both are signed or handed out; the second is “${fields.title}”`,
    ),
    why: text(
      "Розданному документу программа номер не меняет",
      "The program does not change the number of a document that is handed out",
    ),
    hints: [
      text(
        "Решите, какой из двух отзывается, и назовите остающийся: trc register repair --keep ДОКУМЕНТ",
        "Decide which of the two is recalled, and name the one that stays: trc register repair --keep DOCUMENT",
      ),
      text(
        "Либо дайте второму литерный номер приказом об исправлении",
        "Or give the second a number with a letter by a correcting order",
      ),
    ],
    place: placeOf("/number"),
  });
}
