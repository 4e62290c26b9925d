import type { Diagnostic, Place } from "../../base/diagnostics/index.ts";

/** Findings that a date of a document is wrong by itself: by the name of its file, or a day to come. */
const WRONG_DATE = new Set(["TRC2252", "TRC2120", "TRC2292"]);
/** A word lost in a name in quotes is told by the other spelling of the name. */
const NAME = "TRC4138";
const PREPOSITION = "TRC4133";
/**
 * Of two findings that stand at, or lead to, one value the first is told: it is nearer to the cause. A meeting on a wrong day is outside its year,
 * on a holiday and out of order at once.
 */
const NEARER: { readonly [code: string]: readonly string[] } = {
  TRC2101: ["TRC2252"],
  TRC2102: ["TRC2239"],
  TRC2107: ["TRC2109", "TRC2262"],
  TRC2109: ["TRC2131", "TRC2227"],
  TRC2125: ["TRC2123", "TRC2111"],
  TRC2130: ["TRC2131", "TRC2227", "TRC2259", "TRC2268"],
  TRC2131: ["TRC2259", "TRC2268"],
  TRC2134: ["TRC2143"],
  TRC2144: ["TRC2228"],
  TRC2205: ["TRC2123"],
  TRC2208: ["TRC2262"],
  TRC2209: ["TRC2143"],
  TRC2212: ["TRC2122"],
  TRC2224: ["TRC2123"],
  TRC2227: ["TRC2259", "TRC2268"],
  TRC2248: ["TRC2249"],
  TRC2252: ["TRC2101", "TRC2123"],
  TRC2263: ["TRC2123"],
  TRC2292: [
    "TRC2105",
    "TRC2107",
    "TRC2109",
    "TRC2120",
    "TRC2122",
    "TRC2123",
    "TRC2137",
    "TRC2183",
    "TRC2208",
    "TRC2252",
  ],
  TRC4123: ["TRC2103"],
};
/** Who answers for an event and with whom it is agreed is asked for its term: a wrong one has nobody. */
const BY_TERM = new Set(["TRC2110", "TRC2155"]);
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
  const nearest = nearestCauses(diagnostics);
  const dates = nearest.flatMap((one) =>
    WRONG_DATE.has(one.code) && one.place !== undefined && /date$/.test(one.pointer ?? "")
      ? [{ one, place: one.place }]
      : [],
  );
  if (dates.length === 0) return withoutFlood(nearest);
  const errors = new Set<Diagnostic>();
  const kept = nearest.filter((other) => {
    if (WRONG_DATE.has(other.code)) return true;
    const cause = dates.find(({ place }) => isFrom(other, place));
    if (cause !== undefined && other.severity === "error") errors.add(cause.one);
    return cause === undefined;
  });
  return withoutFlood(kept).map((one) => (errors.has(one) ? { ...one, severity: "error" } : one));
}

function nearestCauses(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const causes = diagnostics.filter(({ code }) => code in NEARER);
  if (causes.length === 0) return diagnostics;
  const errors = new Set<Diagnostic>();
  const kept = diagnostics.filter((other) => {
    const cause = causes.find((one) => one !== other && isNearer(one, other));
    if (cause !== undefined && other.severity === "error") errors.add(cause);
    return cause === undefined;
  });
  return kept.map((one) => (errors.has(one) ? { ...one, severity: "error" } : one));
}

function isNearer(one: Diagnostic, other: Diagnostic): boolean {
  if (one.code === "TRC2109" && BY_TERM.has(other.code)) return one.place?.file === other.place?.file;
  if (!NEARER[one.code]?.includes(other.code)) return false;
  // A number that is taken is told where it is typed; where it came before its owner's, by the name of its file.
  const isHere = one.place !== undefined && isSameLine(one.place, other.place);
  if ([one.code, other.code].includes("TRC2101") && isHere !== (one.code === "TRC2101")) return false;
  const own = placesOf(one);
  return placesOf(other).some((place) => own.some((mine) => isSameLine(mine, place)));
}

function placesOf({ place, related = [] }: Diagnostic): readonly Place[] {
  return [...(place === undefined ? [] : [place]), ...related.map((one) => one.place)];
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
