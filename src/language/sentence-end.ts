/** Abbreviations whose full stop belongs to them: «2026 г.», «и др.», «500 руб.». */
const ABBREVIATION =
  /(?<!\p{L})(?:г|гг|в|вв|р|руб|коп|чел|шт|ед|экз|л|стр|с|ч|мин|каб|кл|им|ул|д|п|т|др|пр|обл|э|И\.\s?о|и\.\s?о)\.$/u;

/** The text without its final full stop, semicolon or comma, so that the sentence can go on; the stop of an abbreviation stays. */
export function withoutStop(text: string): string {
  const trimmed = text.trimEnd();
  return ABBREVIATION.test(trimmed) ? trimmed : trimmed.replace(/(?:[.;,]|\s)+$/u, "");
}

/** The text with exactly one sign at its end: «2026 г.» + «.» → «2026 г.», «2026 г.» + «;» → «2026 г.;», «План выполнен.» + «;» → «План выполнен;». */
export function sentenceEnd(text: string, sign: "." | ";"): string {
  const core = withoutStop(text);
  return sign === "." && /[.!?…]$/u.test(core) ? core : `${core}${sign}`;
}
