/** A school year as texts name it: the years that it begins and ends in. */
export type YearPair = { readonly first: number; readonly last: number };

/** A text of a record in another school year; `unsure` where it still speaks of the old one, or of something else of that time. */
export type MovedText = { readonly text: string; readonly unsure: boolean };

const PAIR = /(?<!\d)(\d{4})([\s\u00a0]?[/–—-][\s\u00a0]?)(\d{4}|\d{2})(?!\d)(?=([\s\u00a0]*(?:учебн|уч\.))?)/gu;
/** A number or a day of another document, whose name stays as it is. */
const OTHER_DOCUMENT = /№|(?<!\p{L})от[\s\u00a0]+«?\d{1,2}(?:[.»\s\u00a0])/iu;

/**
 * Moves the name of a school year where it clearly is that of the records themselves: «2025/2026», «2025–2026 учебный год», «2025/26 уч. г.». Other
 * years of that time («на 2025–2027 годы», «по итогам 2025 года») and names of other documents stay as they are, for a person to look at.
 */
export function movedText(text: string, from: YearPair, to: YearPair): MovedText {
  const foreign = OTHER_DOCUMENT.test(text);
  let rest = text;
  const moved = text.replace(PAIR, (all, first: string, dash: string, last: string, school: string | undefined) => {
    const own =
      Number(first) === from.first && Number(last) === (last.length === 2 ? from.last % 100 : from.last) && !foreign;
    if (!own || !(dash.includes("/") || school !== undefined)) return all;
    rest = rest.replace(all, "");
    return `${to.first}${dash}${last.length === 2 ? String(to.last).slice(2) : to.last}`;
  });
  const years = [from.first - 1, from.first, from.last].join("|");
  return { text: moved, unsure: new RegExp(`(?<!\\d)(?:${years})(?!\\d)`).test(rest) };
}
