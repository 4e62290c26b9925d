import type { Diagnostic, Place } from "../../base/diagnostics/index.ts";

/** Findings that a date of a document is wrong by itself: by the name of its file, or a day to come. */
const WRONG_DATE = new Set(["TRC2252", "TRC2120"]);
/** A word lost in a name in quotes is told by the other spelling of the name. */
const NAME = "TRC4138";
const PREPOSITION = "TRC4133";
/** The year of a number and the register of a year are judged by the date of the document, without saying where it stands. */
const BY_YEAR = new Set(["TRC2103", "TRC2108", "TRC2151", "TRC2211", "TRC2239", "TRC2224"]);

/**
 * A wrong date of a document is told once: what it contradicts besides – grounds, terms, registers, other papers – is no cause of its own.
 * What is told is an error when anything that is left out was one.
 */
export function oneCause(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const names = all.flatMap(({ code, place }) => (code === NAME && place !== undefined ? [place] : []));
  const diagnostics = all.filter(
    ({ code, place }) => code !== PREPOSITION || !names.some((one) => isSameLine(one, place)),
  );
  const dates = diagnostics.flatMap((one) =>
    WRONG_DATE.has(one.code) && one.place !== undefined && /date$/.test(one.pointer ?? "")
      ? [{ one, place: one.place }]
      : [],
  );
  if (dates.length === 0) return withoutFlood(diagnostics);
  const errors = new Set<Diagnostic>();
  const kept = diagnostics.filter((other) => {
    if (WRONG_DATE.has(other.code)) return true;
    const cause = dates.find(({ place }) => isFrom(other, place));
    if (cause !== undefined && other.severity === "error") errors.add(cause.one);
    return cause === undefined;
  });
  return withoutFlood(kept).map((one) => (errors.has(one) ? { ...one, severity: "error" } : one));
}

function isFrom({ code, place, related = [] }: Diagnostic, date: Place): boolean {
  if (BY_YEAR.has(code) && place?.file === date.file) return true;
  return [place, ...related.map((one) => one.place)].some((one) => isSameLine(date, one));
}

function isSameLine(one: Place, other: Place | undefined): boolean {
  return one.file === other?.file && one.start.line === other.start.line;
}

/** So many findings of one code that point at one line of their own file have their cause there. */
const FLOOD = 3;
const FLOODS = new Set(["TRC2123"]);

/** «The report is older than its grounds», told of the first ground alone. */
function withoutFlood(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, place, related = [] }: Diagnostic): string | null => {
    const own = related.find((one) => one.place.file === place?.file && one.place.start.line !== place.start.line);
    return own === undefined || !FLOODS.has(code) ? null : `${code} ${own.place.file}:${own.place.start.line}`;
  };
  const counts = new Map<string, number>();
  for (const one of diagnostics) {
    const key = keyOf(one);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const told = new Set<string>();
  return diagnostics.filter((one) => {
    const key = keyOf(one);
    if (key === null || (counts.get(key) ?? 0) < FLOOD) return true;
    const first = !told.has(key);
    told.add(key);
    return first;
  });
}
