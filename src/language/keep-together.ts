const NBSP = "\u00a0";

/**
 * What one line holds beside what typography glues in the words themselves: that is frozen with a document, this is a matter of its lines.
 * Each begins with the space that it is about, so that only spaces are looked at.
 */
const TOGETHER: readonly RegExp[] = [
  // лицей № 5
  / (?=№)(?<=(?<!\p{L})(?:школ|лице|гимнази|сад|СШ|СОШ|ООШ|НОШ)\p{L}* )/giu,
  // ст. 19 а, but not «… а также»
  / (?<=(?<!\p{L})(?:ст\.|стать\p{L}*)[ \u00a0]\d[\d.]* )(?=\p{Ll}(?![\p{L}.]| также))/giu,
  // пр. Мира, корп. 2
  / (?<=(?<![\p{L}\d])(?:пр|пер|пл|ш|наб|корп|оф)\. )(?=[\p{L}\d«])/giu,
  // □ согласен
  / (?<=[□■] )(?=\S)/gu,
  // 5–6 классов, в 3 классе
  / (?<=\d )(?=класс)/gu,
  // ОО – ТРЦ, мероприятий – 5
  / (?<=\p{Lu}{2,}[ \u00a0]– )(?=\p{Lu}{2,})/gu,
  / (?<=\p{L}[ \u00a0]– )(?=\d)/gu,
];

/** The text with no-break spaces where a line must not end: of the same length, for layout alone. */
export function keepTogether(text: string): string {
  return TOGETHER.reduce((kept, pattern) => kept.replace(pattern, NBSP), text);
}
