/** Letters of the two alphabets that look the same, each at the place of its twin. */
export const ALIKE = { latin: "AaBCcEeHKMOoPpTXxYy", cyrillic: "АаВСсЕеНКМОоРрТХхУу" } as const;

/** The text with the letters of one alphabet that have a twin in the other replaced by it. */
export function turned(text: string, from: keyof typeof ALIKE): string {
  const to = from === "latin" ? ALIKE.cyrillic : ALIKE.latin;
  return [...text].map((letter) => to[ALIKE[from].indexOf(letter)] ?? letter).join("");
}
