/**
 * A text in the form in which values are looked for: composed letters, ё as е, one kind of space, hyphen and dash, nothing invisible.
 * The same sign may be typed in several ways, and a search that knows only one of them finds nothing.
 */
export function normalText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\u00ad|[\u200b-\u200d]|\u2060|\ufeff|\u0301/g, "")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/ё/g, "е")
    .replace(/Ё/g, "Е")
    .replace(/\s+/g, " ");
}
