/** A registration number in parts: `12а-ОД` → 12, `а`, `-ОД`; `1/2025-ТРЦ` → 1, ``, `/2025-ТРЦ`. */
export type NumberParts = { readonly number: number; readonly letter: string; readonly suffix: string };

/** Parts of a number; null when it does not begin with digits. */
export function numberParts(number: string): NumberParts | null {
  const parts = /^(\d+)(\p{Ll}?)([-/].*)?$/u.exec(number);
  if (parts === null) return null;
  return { number: Number(parts[1]), letter: parts[2] ?? "", suffix: parts[3] ?? "" };
}

/** The number after the greatest one with the suffix. */
export function freeNumber(numbers: readonly string[], suffix: string): string | null {
  const same = numbers.flatMap((number) => numberParts(number) ?? []).filter((parts) => parts.suffix === suffix);
  return same.length === 0 ? null : `${Math.max(...same.map(({ number }) => number)) + 1}${suffix}`;
}
