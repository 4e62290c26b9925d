import type { Text } from "../base/diagnostics/index.ts";
import { adjectiveShape } from "./adjective-look.ts";
import { nounEntry } from "./noun-entry.ts";
import { type Head, nounSlot, still, type Tail, wrapped } from "./phrase-slots.ts";
import { bare, NOTHING, type Token } from "./phrase-tokens.ts";

/** Heads after which a place's name may stand in the nominative. */
const SETTLEMENT =
  /^(город|село|деревня|посёлок|поселок|станица|хутор|аул|станция|округ|район|поселение|образование)$/i;

/** The name of a place beside its head: a town declines with «город», the name of a republic stays, of the rest the clerk is asked. */
export function placeBeside(tokens: readonly Token[], { head }: Head): Tail | null {
  const [next = NOTHING] = tokens;
  const { word, lead, tail } = bare(next);
  const later = SETTLEMENT.test(head) ? tokens.slice(1).find(isName) : undefined;
  // «Посёлок городского типа Холм-Жирковский».
  if (later !== undefined && /^\p{Ll}/u.test(word))
    return { slots: tokens.map((token) => still(token, "name")), doubt: doubtOf(bare(later).word, head) };
  if (lead !== "" || !/^\p{Lu}[\p{L}-]*\p{Ll}$/u.test(word)) return null;
  if (/^(республика|штат|кантон)$/i.test(head))
    return { slots: tokens.map((token) => still(token, "name")), doubt: null };
  if (!SETTLEMENT.test(head)) return null;
  const rest = tokens.slice(1).map((token) => still(token, "dependent"));
  const city = nounEntry(word, { animate: false });
  const followed =
    tokens[1] === undefined || /^[А-ЯЁ][а-яё]+(ой|ого)$/.test(tokens[1].text) || /^[«(]|^№/.test(tokens[1].text);
  if (/,$/.test(next.text))
    return {
      slots: [still(next, "name"), ...rest],
      doubt: {
        ru: `за «${head} ${word}» следует ещё название через запятую: склоняется ли оно, неизвестно`,
        en: `another name follows “${head} ${word}” behind a comma: whether it declines is unknown`,
      },
    };
  if (/^город$/i.test(head) && city?.place === true && (followed || !/^\p{Lu}/u.test(tokens[1]?.text ?? "")))
    return { slots: [wrapped(nounSlot(city), next.space, tail), ...rest], doubt: city.doubt };
  if (city === null && adjectiveShape(word) === null && /(ого|его|ой|ей|ых|их|ов|ев)$/i.test(word)) return null;
  return {
    slots: [still(next, "name"), ...rest],
    doubt: doubtOf(word, head),
  };
}

/** A name of a place in the nominative. */
function isName(token: Token): boolean {
  const { word, lead } = bare(token);
  if (lead !== "" || !/^\p{Lu}[\p{L}-]*\p{Ll}$/u.test(word)) return false;
  return (
    !/(ого|его|ой|ей|ых|их)$/i.test(word) &&
    (adjectiveShape(word) !== null || nounEntry(word, { animate: false })?.place === true)
  );
}

function doubtOf(word: string, head: string): Text {
  return {
    ru: `склоняется ли «${word}» после слова «${head}», неизвестно`,
    en: `whether “${word}” declines after “${head}” is unknown`,
  };
}
