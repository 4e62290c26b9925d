/** A registration number in its parts: `01-05/145-ОД` → prefix «01-05/», order 145, letter «», suffix «-ОД». */
export type DocumentNumber = {
  /** Index of the case with its slash, or nothing. */
  readonly prefix: string;
  /** Ordinal number in the series; null while it is not assigned («__-ОД»). */
  readonly order: number | null;
  /** What a lettered number adds: «а», «/6»; empty otherwise. */
  readonly letter: string;
  readonly suffix: string;
};

/**
 * `145-ОД`, `12а-ОД`, `133/6-ОД` (lettered), `1/2025-ТРЦ` (the year belongs to the suffix), `01-05/145`, `__-ОД` (not assigned yet).
 * @see ГОСТ Р 7.0.97, реквизит 11: порядковый номер с индексом
 */
const FORM =
  /^(?<prefix>\d{2}-\d{2}\/)?(?<order>\d{1,9}|_+)(?<letter>[а-яё](?![а-яё])|\/(?!20\d\d)\d{1,3}(?!\d))?(?<suffix>\D.*|\/20\d\d.*)?$/iu;

/** Parts of a number, or null when it does not begin with an ordinal number (or `__` in its place). */
export function parseNumber(text: string): DocumentNumber | null {
  const groups = FORM.exec(text)?.groups;
  if (groups === undefined) return null;
  const order = groups["order"] ?? "";
  return {
    prefix: groups["prefix"] ?? "",
    order: order.startsWith("_") ? null : Number(order),
    letter: groups["letter"] ?? "",
    suffix: groups["suffix"] ?? "",
  };
}

/** The number as it is printed; an unassigned one has a blank in its place. */
export function formatNumber({ prefix, order, letter, suffix }: DocumentNumber): string {
  return `${prefix}${order ?? "__"}${letter}${suffix}`;
}

/** True for a number with a blank where the ordinal will stand: «__-ОД». */
export function isUnassigned(text: string): boolean {
  const number = parseNumber(text);
  return number !== null && number.order === null;
}

/** True when both numbers are of one series: the same index of the case and the same suffix. */
function sameSeries(a: DocumentNumber, b: DocumentNumber): boolean {
  return a.prefix === b.prefix && a.suffix === b.suffix;
}

/** The number after the greatest one of the series that `like` is of: of `01-05/92` and `01-05/93`, `01-05/94`; null when it is no number. */
export function nextFree(numbers: readonly string[], like: string): string | null {
  const form = parseNumber(like);
  if (form === null) return null;
  const orders = numbers.flatMap((number) => {
    const other = parseNumber(number);
    return other !== null && other.order !== null && sameSeries(other, form) ? [other.order] : [];
  });
  return formatNumber({ ...form, order: Math.max(0, ...orders) + 1, letter: "" });
}
