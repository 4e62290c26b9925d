/** Number of syllables: vowels of the word. */
export function syllables(word: string): number {
  return word.match(/[аеёиоуыэюя]/gi)?.length ?? 0;
}

/** True for a word typed in capitals throughout, two letters at least. */
export function isCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** Runs `change` on a word typed in capitals as if it were typed normally, and gives the capitals back. */
export function keepingCapitals(word: string, change: (word: string) => string): string {
  if (!isCapitals(word)) return change(word);
  const normal = word.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return change(normal).toUpperCase();
}
