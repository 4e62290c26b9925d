/** Characters that nobody sees, or that turn the order of those around them; tabs and line ends are seen. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;

/** The code of a character as people write it: `U+202E`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The text with the code of each character that nobody sees in its place: `за‹U+200B›мок`. */
export function showInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => `‹${codeOf(character)}›`);
}

/** JSON as it is, with an escape for each character that nobody sees: the data are the same. */
export function escapeInvisible(json: string): string {
  return json.replace(INVISIBLE, (character) =>
    character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}
