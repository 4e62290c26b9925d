import type { Text } from "../rule.ts";
import { alikeLetters } from "./alike-letters.ts";
import { invisibleCharacter } from "./invisible-character.ts";
import { looseMark } from "./loose-mark.ts";

/** What is wrong with the letters of a text from elsewhere, each thing once: what rules say of the records that it gets into. */
export function oddLetters(words: string): Text[] {
  const found = [invisibleCharacter, alikeLetters, looseMark].flatMap((rule) =>
    "findText" in rule ? [...rule.findText(words)] : [],
  );
  return [...new Map(found.flatMap(({ message }) => (message === undefined ? [] : [[message.ru, message]]))).values()];
}
