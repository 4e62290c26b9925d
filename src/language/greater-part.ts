import type { Text } from "../base/diagnostics/index.ts";

/** «Большая часть»: of «большой» or, with the other stress, of «больший»; null for any other adjective and noun. */
export function greaterPart(word: string, noun: string): Text | null {
  if (!/^большая$/i.test(word) || !/^(часть|половина|доля)$/i.test(noun)) return null;
  return {
    ru: `«${word}» прочитано двояко: от «большой» («большой») или от «больший» («большей»)`,
    en: `“${word}” has two readings: of “большой” (“большой”) or of “больший” (“большей”)`,
  };
}
