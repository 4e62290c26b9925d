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
  const { prefix = "", order = "", letter = "", suffix = "" } = groups;
  return { prefix, order: order.startsWith("_") ? null : Number(order), letter, suffix };
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
