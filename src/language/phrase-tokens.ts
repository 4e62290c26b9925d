/** A piece of a name: a word with its punctuation, or a whole quoted or bracketed part; `space` is what stands before it. */
export type Token = { readonly text: string; readonly space: string };

/** The token that is not there. */
export const NOTHING: Token = { text: "", space: "" };

const OPENING: { readonly [sign: string]: string } = { "«": "»", "(": ")", "„": "“", "“": "”", '"': '"', "[": "]" };

/** Splits at spaces; text in quotes and brackets stays one token whatever is in it. */
export function phraseTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = /^[\s\u00a0\u202f]*/.exec(text.slice(at))?.[0] ?? "";
    const start = at + space.length;
    const end = tokenEnd(text, start);
    if (end > start) tokens.push({ text: text.slice(start, end), space });
    else if (space !== "" && tokens.length > 0) tokens.push({ text: "", space });
    at = Math.max(end, start + (end > start ? 0 : 1));
  }
  return tokens;
}

function tokenEnd(text: string, start: number): number {
  const open: string[] = [];
  for (let at = start; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === open.at(-1)) open.pop();
    else if (OPENING[sign] !== undefined) open.push(OPENING[sign]);
    else if (open.length === 0 && /[\s\u00a0\u202f]/.test(sign)) return at;
  }
  return text.length;
}

/** The word of a token without signs around it. */
export function bare(token: Token): { readonly lead: string; readonly word: string; readonly tail: string } {
  const found = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(token.text);
  return { lead: found?.[1] ?? "", word: found?.[2] ?? token.text, tail: found?.[3] ?? "" };
}

/** A dash with spaces around it parts two names: «начальная школа – детский сад». */
export function isDash(token: Token): boolean {
  return /^[–—-]$/.test(token.text);
}

/** Letters read one by one or a contraction in capitals: МБОУ, СОШ, ТРЦ, IT, СмолГУ. */
export function isAbbreviation(word: string): boolean {
  return /^(?:\p{Lu}{2,}[\p{Lu}\d-]*|\p{Lu}\p{Ll}+\p{Lu}{2,}|\p{Lu}+[а-я]{0,2}\p{Lu}{1,}\p{L}*)$/u.test(word);
}

/** The text of tokens. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, space }) => space + text).join("");
}
