import { type Diagnostic, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { type RegisterEntry, seriesOf, seriesTitle } from "./entry.ts";
import { FINDINGS } from "./findings.ts";

/** What someone has kept of a series: how many entries it had, the seal of the last and, where it says so, its document. */
export type KeptHead = {
  readonly series: string;
  readonly entries: number;
  readonly seal: string;
  readonly document?: string;
};

/** What remembers the heads of a register besides the register: a commit, a built set, a bundle, an archive. */
export type HeadKeeper = {
  readonly name: Text;
  /** The centre whose register it is; null where the keeper has one only and does not name it. */
  readonly centre: string | null;
  readonly heads: readonly KeptHead[];
  /** It tells what is gone, not what was sealed anew: whoever committed that has seen it. */
  readonly isBefore?: boolean;
  /** What keeps it from saying what it remembers. */
  readonly faults?: readonly Diagnostic[];
};

/**
 * Heads of a register out of what keeps them: `register-heads.txt` of an archived bag, `trc register list --json`, `manifest.json` of a bundle.
 * Empty when the text is none of these.
 */
export function readKeptHeads(text: string): KeptHead[] {
  const lines = text.split("\n").flatMap((line) => {
    const [, seal, entries, series] = /^([0-9a-f]{64}) {2}(\d+) {2}(.+)$/.exec(line) ?? [];
    return seal === undefined || series === undefined ? [] : [{ seal, entries: Number(entries), series }];
  });
  return lines.length > 0 ? lines : headsInJson(text);
}

function headsInJson(text: string): KeptHead[] {
  try {
    const { heads, registers } = JSON.parse(text) as { readonly heads?: unknown; readonly registers?: unknown };
    const listed = [heads, registers].find(Array.isArray) as readonly Partial<KeptHead>[] | undefined;
    return (listed ?? []).flatMap(({ series, entries, seal, document }) =>
      typeof series === "string" && typeof entries === "number" && typeof seal === "string"
        ? [{ series, entries, seal, ...(typeof document === "string" ? { document } : {}) }]
        : [],
    );
  } catch {
    return [];
  }
}

/**
 * What the register has lost since its heads were kept: the entry that was the last of a series has to be in it still. The chain by itself cannot
 * show that its end was cut off. Code TRC8008.
 */
export function lostSince(kept: readonly KeptHead[], entries: readonly RegisterEntry[], keeper: string): Diagnostic[] {
  const seals = new Set(entries.map(({ fields }) => fields.seal));
  return kept
    .filter(({ seal }) => !seals.has(seal))
    .map(({ series, entries: count }) => {
      const now = entries.filter(({ fields }) => seriesOf(fields) === series).length;
      const name = seriesTitle(series);
      return raise(FINDINGS.TRC8008, {
        message: text(
          `В ряду «${name.ru}» нет записи ${count}, которую помнит ${keeper}; записей в ряду теперь – ${now}`,
          `The series “${name.en}” has no entry ${count} that ${keeper} remembers; it has ${now} entries now`,
        ),
      });
    });
}

/**
 * What the register has lost of what its keepers remember, a series at a time: entries that are gone, or one that others stand in place of. An entry
 * that `trc register repair` has chained anew has another seal and a later place, but its document is there still. Code TRC8008.
 */
export function lostOf(keepers: readonly HeadKeeper[], entries: readonly RegisterEntry[]): Diagnostic[] {
  const lost = new Map<string, { entries: number; readonly by: Text[] }>();
  for (const { name, heads, isBefore = false } of keepers)
    for (const head of heads) {
      if (!isLost(head, entries, isBefore)) continue;
      const known = lost.get(head.series) ?? { entries: 0, by: [] };
      lost.set(head.series, { entries: Math.max(known.entries, head.entries), by: [...known.by, name] });
    }
  return [...lost].map(([series, { entries: count, by }]) => {
    const now = entries.filter(({ fields }) => seriesOf(fields) === series).length;
    const name = seriesTitle(series);
    const [ru, en] = [by.map((one) => one.ru).join(", "), by.map((one) => one.en).join(", ")];
    const message =
      now < count
        ? text(
            `Из реестра пропали записи ряда «${name.ru}»: было ${count}, теперь ${now}. Их помнит: ${ru}`,
            `Entries of the series “${name.en}” are gone from the register: there were ${count}, now there are ${now}. Remembered by: ${en}`,
          )
        : text(
            `Записи ряда «${name.ru}» заменены другими: запись ${count} не та, что была. Прежнюю помнит: ${ru}`,
            `Entries of the series “${name.en}” were replaced by others: entry ${count} is not the one that it was. The former is remembered by: ${en}`,
          );
    return raise(FINDINGS.TRC8008, { message });
  });
}

function isLost(
  { series, entries: count, seal, document }: KeptHead,
  entries: readonly RegisterEntry[],
  isBefore: boolean,
): boolean {
  if (entries.some(({ fields }) => fields.seal === seal)) return false;
  const own = entries.filter(({ fields }) => seriesOf(fields) === series);
  // A gap inside is told by the chain itself (TRC8002).
  const last = own.at(-1)?.fields.entry ?? 0;
  if (last >= count && last > own.length) return false;
  if (last < count) return true;
  if (document === undefined) return false;
  const places = own.flatMap(({ fields }) => (fields.document === document ? [fields.entry] : []));
  // A repair moves on what it seals anew: the same document on the same place with another seal has other words.
  return places.length === 0 || (!isBefore && places.includes(count));
}

/** TRC8009: a file that keeps no heads. */
export function noHeads(keeper: string): Diagnostic {
  return raise(FINDINGS.TRC8009, {
    message: text(
      `В файле ${keeper} нет печатей реестра или он не читается`,
      `The file ${keeper} keeps no seals of a register, or cannot be read`,
    ),
  });
}
