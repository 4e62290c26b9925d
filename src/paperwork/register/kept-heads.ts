import { type Diagnostic, raise, text } from "../../base/diagnostics/index.ts";
import { type RegisterEntry, seriesOf, seriesTitle } from "./entry.ts";
import { FINDINGS } from "./findings.ts";

/** What someone has kept of a series: how many entries it had and the seal of the last. */
export type KeptHead = { readonly series: string; readonly entries: number; readonly seal: string };

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
    return (listed ?? []).flatMap(({ series, entries, seal }) =>
      typeof series === "string" && typeof entries === "number" && typeof seal === "string"
        ? [{ series, entries, seal }]
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

/** TRC8009: a file that keeps no heads. */
export function noHeads(keeper: string): Diagnostic {
  return raise(FINDINGS.TRC8009, {
    message: text(
      `В файле ${keeper} нет печатей реестра или он не читается`,
      `The file ${keeper} keeps no seals of a register, or cannot be read`,
    ),
  });
}
