/** A text in both languages of the reports. */
export type Text = { readonly ru: string; readonly en: string };

/** Both languages at once: a text without one of them does not compile. */
export function text(ru: string, en: string): Text {
  return { ru, en };
}

/** A text that is the same in both languages: a name, a number, a path, words out of the records. */
export function same(words: string): Text {
  return { ru: words, en: words };
}

/** An error that a room reports in both languages; `message` is the Russian one. */
export class TextError extends Error {
  readonly said: Text;

  constructor(said: Text) {
    super(said.ru);
    this.said = said;
  }
}
