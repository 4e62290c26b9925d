import type { Text } from "../base/diagnostics/index.ts";
import { dictionaryWord } from "./dictionary.ts";
import { nounEntry } from "./noun-entry.ts";
import { type Head, type Slot, still, type Tail, wrapped } from "./phrase-slots.ts";
import { bare, type Token } from "./phrase-tokens.ts";
import { isOblique, livesBothWays, nominativeShape, PREPOSITIONS } from "./word-readings.ts";

/** Takes the text of brackets to pieces as a phrase of its own. */
export type Inner = (text: string, sort?: Head["sort"]) => Head & Tail & { readonly found: boolean };

/** A word by the head that no reading fits. */
export function unknownWord(word: string, { head }: Head): Text {
  return {
    ru: `слово «${word}» при «${head}» не разобрано: склоняется ли оно, неизвестно`,
    en: `“${word}” by “${head}” is not understood: whether it declines is unknown`,
  };
}

/** Text in brackets: a second head that agrees («родители (законные представители)»), or a remark that stands still. */
export function inBrackets(
  token: Token,
  head: Head,
  { inner, beside }: { readonly inner: Inner; readonly beside: boolean },
): { readonly slot: Slot; readonly doubt: Text | null } {
  const [, text = "", after = ""] = /^\((.*)\)([.,;:]*)$/s.exec(token.text) ?? [];
  const first = /^[^\s\u00a0]+/.exec(text)?.[0] ?? "";
  const { word } = bare({ text: first, space: "" });
  const plain = still(token, "sign");
  if (text === "" || !/^[а-яё]/.test(first) || PREPOSITIONS.test(word) || /\.$/.test(first))
    return { slot: plain, doubt: null };
  if (/^далее/i.test(word)) return { slot: plain, doubt: null };
  const asThing = inner(text);
  const phrase = head.animate && (!asThing.animate || asThing.doubt !== null) ? inner(text, "position") : asThing;
  const nominative =
    nominativeShape(word) !== null ||
    (dictionaryWord(word).adjectives.length > 0 && !isOblique(word)) ||
    (nounEntry(word, { animate: null }) !== null && !(isOblique(word) && phrase.animate !== head.animate));
  if (!nominative)
    return isOblique(word) || dictionaryWord(word).known
      ? { slot: plain, doubt: null }
      : { slot: still(token, "unknown"), doubt: unknownWord(word, head) };
  const own = phrase.slots.find(({ role }) => role === "head")?.text.trim() ?? "";
  const alike =
    phrase.found && phrase.doubt === null && phrase.animate === head.animate && phrase.number === head.number;
  const agreeing = wrapped(joinedSlot(phrase.slots), `${token.space}(`, `)${after}`);
  // Of a thing brackets say what it is called as well only right behind it: «Устав школы (новая редакция)».
  const close = head.animate || (beside && phrase.gender === head.gender && !REMARK.test(own));
  if (alike && close && !livesBothWays(own, head.animate)) return { slot: agreeing, doubt: null };
  return {
    // What may agree is proposed so; a thing beside a person is a remark.
    slot: alike ? agreeing : phrase.found && phrase.doubt === null ? plain : still(token, "unknown"),
    doubt: {
      ru: `склоняется ли «(${text})» вместе с «${head.head}», неизвестно`,
      en: `whether “(${text})” declines with “${head.head}” is unknown`,
    },
  };
}

/** What is said of a paper in brackets, as often as not in the nominative: «договор (проект)». */
const REMARK =
  /^(бланк|вариант|версия|выписка|дубликат|извлечение|копия|образец|оригинал|подлинник|проект|редакция|скан|форма|черновик|шаблон|экземпляр)$/i;

function joinedSlot(slots: readonly Slot[]): Slot {
  return {
    role: "agrees",
    text: slots.map(({ text }) => text).join(""),
    form: (name, number, head) => {
      const forms = slots.map(({ form }) => form(name, number, head));
      return forms.includes(null) ? null : forms.join("");
    },
  };
}
