/** A text in both languages of the reports. */
export type Text = { readonly ru: string; readonly en: string };

export function text(ru: string, en: string): Text {
  return { ru, en };
}
