import type { Text } from "../base/diagnostics/index.ts";
import { adjectiveShape } from "./adjective-look.ts";
import { dictionaryWord } from "./dictionary.ts";
import { nounEntry } from "./noun-entry.ts";
import { genderFromPatronymic } from "./patronymics.ts";
import { declinePerson } from "./people.ts";
import { adjectiveSlot, fixedSlot, nounSlot, type Slot, wrapped } from "./phrase-slots.ts";
import { bare, isAbbreviation, type Token } from "./phrase-tokens.ts";
import type { Gender, GrammaticalNumber, PhraseSort } from "./types.ts";

type Head = {
  /** The word with the signs after it: «организация,». */
  readonly head: string;
  readonly sort: PhraseSort;
  readonly gender: Gender | null;
  readonly number: GrammaticalNumber;
  readonly animate: boolean;
};
type Tail = { readonly slots: readonly Slot[]; readonly doubt: Text | null };

const NOTHING: Token = { text: "", space: "" };
/** Heads after which a place's name may stand in the nominative. */
const SETTLEMENT =
  /^(город|село|деревня|посёлок|поселок|станица|хутор|аул|станция|округ|район|поселение|образование)$/i;

/**
 * What follows the head stays as it is, but for: a name of a person or a city beside it, a second head joined by «и» or
 * a comma, a participle in the nominative after a comma («организация, осуществляющая …»).
 */
export function analyseTail(tokens: readonly Token[], head: Head): Tail {
  if (tokens.length === 0) return { slots: [], doubt: null };
  const person = personAtEnd(tokens);
  if (person !== null) return person;
  const place = placeBeside(tokens, head);
  if (place !== null) return place;
  const slots: Slot[] = [];
  let doubt: Text | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? NOTHING;
    const comma = /,$/.test(at === 0 ? head.head : (tokens[at - 1]?.text ?? ""));
    const joint = at === 0 && /^(и|или)$/.test(token.text);
    const second = comma || joint ? secondHead(tokens.slice(joint ? at + 1 : at), head) : null;
    if (joint || second === null) slots.push(fixedSlot(token.space + token.text));
    if (second === null) continue;
    slots.push(...second.slots);
    doubt = second.doubt;
    break;
  }
  return { slots, doubt: doubt ?? strayNominative(tokens, head) };
}

/** «… предприниматель Иванов Иван Иванович»: three words in the nominative, the last of them a patronymic. */
function personAtEnd(tokens: readonly Token[]): Tail | null {
  const [surname = NOTHING, given = NOTHING, patronymic = NOTHING] = tokens.slice(-3);
  const words = [surname, given, patronymic].map(({ text }) => text);
  if (tokens.length < 3 || !words.every((word) => /^\p{Lu}[\p{Ll}-]+$/u.test(word))) return null;
  if (!/(вич|вна|ич|чна)$/.test(patronymic.text) || genderFromPatronymic(patronymic.text) === null) return null;
  const name = { surname: surname.text, given: given.text, patronymic: patronymic.text };
  const before = tokens.slice(0, -3).map((token) => token.space + token.text);
  const probe = declinePerson(name, "genitive");
  return {
    slots: [...before.map(fixedSlot), (grammaticalCase) => surname.space + declinePerson(name, grammaticalCase).text],
    doubt: probe.reason,
  };
}

/** «Город Смоленск» declines in both words; other settlements and districts keep the name or not: a question. */
function placeBeside(tokens: readonly Token[], { head }: Head): Tail | null {
  const [next = NOTHING] = tokens;
  const { word, lead, tail } = bare(next);
  if (!SETTLEMENT.test(head) || lead !== "" || !/^\p{Lu}[\p{Ll}-]+$/u.test(word)) return null;
  const rest = tokens.slice(1).map((token) => fixedSlot(token.space + token.text));
  const city = nounEntry(word, { animate: false });
  if (/^город$/i.test(head) && city?.place === true && !/^\p{Lu}/u.test(tokens[1]?.text ?? ""))
    return { slots: [wrapped(nounSlot(city), next.space, tail), ...rest], doubt: city.doubt };
  if (city === null && adjectiveShape(word) === null && isObliqueOnly(word)) return null;
  return {
    slots: [fixedSlot(next.space + next.text), ...rest],
    doubt: {
      ru: `склоняется ли «${word}» после слова «${head}», неизвестно`,
      en: `whether “${word}” declines after “${head}” is unknown`,
    },
  };
}

function isObliqueOnly(word: string): boolean {
  return /(ого|его|ой|ей|ых|их|ов|ев)$/i.test(word);
}

/** After «и» or a comma: another head («директор и главный бухгалтер») or words that agree with the head («осуществляющая …»). */
function secondHead(tokens: readonly Token[], head: Head): Tail | null {
  const slots: Slot[] = [];
  let agreeing = true;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? NOTHING;
    const { lead, word, tail } = bare(token);
    const shape = /[«("№]/.test(lead) ? null : adjectiveShape(word);
    if (shape !== null) {
      slots.push(wrapped(adjectiveSlot(word, shape), token.space + lead, tail));
      agreeing &&=
        shape.number === head.number && (head.gender === null || shape.gender === head.gender || head.animate);
      continue;
    }
    const second =
      /[«("№]/.test(lead) || isAbbreviation(word) || isParticiple(tokens[at - 1])
        ? null
        : nounEntry(word, { animate: head.sort === "phrase" ? null : head.animate });
    if (second !== null && second.animate === head.animate && !isOblique(word, head))
      return {
        slots: [...slots, wrapped(nounSlot(second), token.space + lead, tail), ...fixed(tokens.slice(at + 1))],
        doubt: second.doubt,
      };
    return at > 0 && agreeing ? { slots: [...slots, ...fixed(tokens.slice(at))], doubt: null } : null;
  }
  return slots.length > 0 && agreeing ? { slots, doubt: null } : null;
}

/** Of a post only a person may follow; of an organisation a word that is a genitive as well («школы») is none. */
function isOblique(word: string, head: Head): boolean {
  return !head.animate && /[ыияа]$/i.test(word) && /(ия|ы|и|ства|ования)$/i.test(word);
}

/** «Осуществляющая деятельность»: what follows such a participle is its object. */
function isParticiple(token: Token | undefined): boolean {
  return token !== undefined && /([уюая]щ|вш)(ий|ая|ее|ие)$/i.test(bare(token).word);
}

function fixed(tokens: readonly Token[]): Slot[] {
  return tokens.map((token) => fixedSlot(token.space + token.text));
}

/** «Гимназия Росток», «учитель математик»: a word beside the head that can be nothing but a nominative. */
function strayNominative(tokens: readonly Token[], { head, sort }: Head): Text | null {
  const { lead, word } = bare(tokens[0] ?? NOTHING);
  if (!/[а-яё]$/i.test(head) || sort === "phrase" || lead !== "" || /^республика$/i.test(head)) return null;
  if (!/[бвгджзйклмнпрстфхцчшщоь]$/i.test(word) || !/^[а-яё-]{3,}$/i.test(word) || isAbbreviation(word)) return null;
  if (/(ого|его|ых|их|ым|им|ом|ем|ов|ев|ей|ой)$/i.test(word)) return null;
  const { nouns } = dictionaryWord(word);
  return nouns.length > 0 || /^\p{Lu}/u.test(word)
    ? {
        ru: `слово «${word}» стоит рядом с «${head}» в именительном падеже: склоняется ли оно, неизвестно`,
        en: `“${word}” stands in the nominative beside “${head}”: whether it declines is unknown`,
      }
    : null;
}
