import type { Text } from "../base/diagnostics/index.ts";
import { type AdjectiveShape, adjectiveShape } from "./adjective-look.ts";
import { dictionaryWord } from "./dictionary.ts";
import { type NounEntry, nounEntry } from "./noun-entry.ts";
import { declineNoun } from "./nouns.ts";
import { adjectiveSlot, type Head, nounSlot, type Slot, still, type Tail, wrapped } from "./phrase-slots.ts";
import { bare, NOTHING, type Token } from "./phrase-tokens.ts";
import type { Gender, GrammaticalNumber } from "./types.ts";
import { JOINTS } from "./word-readings.ts";

/** Heads after which a place's name stands in the nominative, by gender. */
const SETTLEMENT: { readonly [gender in Gender]: RegExp } = {
  masculine:
    /^(город|город-[а-яё]+|наукоград|посёлок|поселок|хутор|аул|кишлак|улус|наслег|разъезд|округ|район|микрорайон|квартал|остров|полуостров|залив|порт)$/i,
  feminine: /^(деревня|станица|станция|слобода|река)$/i,
  neuter: /^(село|поселение|образование|местечко|озеро|водохранилище)$/i,
};
/** Behind these no name declines. */
const NEVER = /^(республика|штат|кантон|озеро|водохранилище|порт|станция|остров|полуостров|залив)$/i;
/** «Город-герой Смоленск». */
const TOWN_HEAD = /^город(-[а-яё]+)?$/i;
/** Of an administrative unit the name stays as its charter has it, where it is a noun: «городского округа Муром». */
const UNIT = /^(округ|район|поселение|образование)$/i;

/**
 * The name of a place beside its head. By the handbooks a town declines with «город» and a river on «-а» with «река»; a name in the plural or of
 * another gender than its head stays («города Великие Луки», «посёлка Заря»), and so do stations, lakes, republics and districts.
 * Of the rest (villages whose gender is that of the head) practice varies, and the clerk is asked.
 */
export function placeBeside(tokens: readonly Token[], { head }: Head): Tail | null {
  const gender = (["masculine", "feminine", "neuter"] as const).find((one) => SETTLEMENT[one].test(head)) ?? null;
  const [next = NOTHING] = tokens;
  const { word, lead, tail } = bare(next);
  const later = gender === null ? -1 : tokens.findIndex((token, at) => at > 0 && isName(token, tokens[at - 1]));
  // «Посёлок городского типа Холм-Жирковский», «город федерального значения Севастополь».
  if (later > 0 && /^\p{Ll}/u.test(word)) return behindDependents(tokens, later, head);
  if (lead !== "" || !isCapitalised(next)) return null;
  if (gender === null)
    return NEVER.test(head) ? { slots: tokens.map((token) => still(token, "name")), doubt: null } : null;
  const name = nameAt(tokens);
  const { length } = name;
  const own = tokens.slice(0, length).map((token) => still(token, "name"));
  const rest = tokens.slice(length).map((token) => still(token, "dependent"));
  // One more name behind «и» or a comma: «город Сочи и посёлок Заря».
  if (tokens.slice(0, length).some(({ text }) => /,$/.test(text)) || JOINTS.test(tokens[length]?.text ?? ""))
    return {
      slots: [...own, ...rest],
      doubt: {
        ru: `за «${head} ${word}» следует ещё название: склоняется ли оно, неизвестно`,
        en: `another name follows “${head} ${word}”: whether it declines is unknown`,
      },
    };
  const followed = tokens[length] === undefined || isRegion(tokens[length]);
  if (followed && name.slots !== null && (TOWN_HEAD.test(head) || (/^река$/i.test(head) && name.gender === gender)))
    return { slots: [...name.slots, ...rest], doubt: name.doubt };
  // «Станция Комсомольского»; «город Жуков» is a name all the same.
  if (isOblique(word, name) && !TOWN_HEAD.test(head)) return null;
  const same = name.number === "singular" && name.gender === gender;
  const unit = UNIT.test(head) && name.noun;
  const river = (/^река$/i.test(head) || TOWN_HEAD.test(head)) && name.number === "singular";
  const decided = followed && (NEVER.test(head) || unit || (name.number !== null && !same && !river));
  return { slots: [...own, ...rest], doubt: decided ? null : doubtOf(word + tail, head) };
}

const TOWN = { animate: false, place: true } as const;

/** Behind «город» it is no surname: «городом Пушкином», which the dictionary has as a place. */
const POSSESSIVE_TOWN = /([оеё]в|[иы]н)о?$/i;

type Name = {
  readonly length: number;
  /** Null where the ending does not show it. */
  readonly gender: Gender | null;
  readonly number: GrammaticalNumber | null;
  /** A noun by the dictionary or by its ending, no adjective. */
  readonly noun: boolean;
  /** How a town of the dictionary declines; null for any other and for a plural. */
  readonly slots: readonly Slot[] | null;
  readonly doubt: Text | null;
};

/** The name that tokens begin with: one word, or an adjective and a noun. */
function nameAt(tokens: readonly Token[]): Name {
  const [first = NOTHING, second = NOTHING] = tokens;
  const shape = adjectiveShape(bare(first).word);
  const town = nounEntry(bare(first).word, TOWN);
  const possessive = possessiveName(first, second);
  if (possessive !== null) return possessive;
  if (shape !== null && isCapitalised(second) && isNounBehind(second)) {
    const known = nounEntry(bare(second).word, { ...TOWN, number: shape.number });
    const noun = known?.place === true && known.gender === shape.gender ? known : placeBehindAdjective(second, shape);
    const fits = noun !== null && shape.number === "singular";
    return {
      length: 2,
      ...shape,
      noun: true,
      slots: fits
        ? [wrapped(adjectiveSlot(bare(first).word, shape), first.space, bare(first).tail), townSlot(second, noun)]
        : null,
      doubt: noun?.doubt ?? null,
    };
  }
  const known = town?.place === true ? town : null;
  const seen = known ?? shape ?? byEnding(bare(first).word);
  return {
    length: 1,
    gender: seen?.gender ?? null,
    number: seen?.number ?? null,
    noun: shape === null || known !== null,
    slots: known?.number === "singular" ? [townSlot(first, known)] : null,
    doubt: POSSESSIVE_TOWN.test(bare(first).word) ? null : (known?.doubt ?? null),
  };
}

/** «Сергиев Посад», «Петров Вал»: whose the place was. */
function possessiveName(first: Token, second: Token): Name | null {
  const { word } = bare(first);
  const noun = /^(Посад|Вал|Гай|Яр|Брод|Лог|Рог|Городок)$/.test(bare(second).word)
    ? nounEntry(bare(second).word, { animate: false, number: "singular" })
    : null;
  if (noun === null || !/^\p{Lu}\p{Ll}+(ов|ев|ин)$/u.test(word)) return null;
  const own: Slot = { role: "agrees", text: word, form: (name) => word + OWNER[name] };
  return {
    length: 2,
    gender: "masculine",
    number: "singular",
    noun: true,
    slots: [wrapped(own, first.space, bare(first).tail), townSlot(second, noun)],
    doubt: null,
  };
}
const OWNER = {
  nominative: "",
  genitive: "а",
  dative: "у",
  accusative: "",
  instrumental: "ым",
  prepositional: "ом",
} as const;

/**
 * A noun that no dictionary has behind an adjective that shows its gender: «Старая Русса» declines like any word on «-а». On «-о» it may stand
 * still, and where a vowel may fall out nothing is certain.
 */
function placeBehindAdjective(token: Token, { gender, number }: AdjectiveShape): NounEntry | null {
  const { word } = bare(token);
  const regular = gender === "feminine" ? /[бвгдзклмнпрстфх]а$/ : /[бвгдзклмнпрстфх]$/;
  if (!isCapitalised(token) || number !== "singular" || gender === "neuter" || !regular.test(word)) return null;
  if (/([оеё][кл]|[оеё]р)$/.test(word) || dictionaryWord(word).nouns.length > 0 || adjectiveShape(word) !== null)
    return null;
  const entry = { word, gender, number, animate: false, place: true, doubt: null, lifeless: null };
  return {
    ...entry,
    form: (name, other) => (other === "singular" ? declineNoun(word, name, { gender, animate: false }) : null),
  };
}

/** A name of a place with nothing before it: «Старая Русса», «Сергиев Посад», «Великие Луки». */
export function placeAlone(tokens: readonly Token[]): Tail | null {
  const [first = NOTHING, second = NOTHING] = tokens;
  if (tokens.length !== 2 || !isCapitalised(first)) return null;
  const found = possessiveName(first, second) ?? nameAt(tokens);
  return found.length === 2 && found.slots !== null ? { slots: found.slots, doubt: found.doubt } : null;
}

/** «Новгород», «Уренгой»: neither a second adjective nor a region in the genitive. */
function isNounBehind(token: Token): boolean {
  const { word } = bare(token);
  return (adjectiveShape(word) === null && !isRegion(token)) || nounEntry(word, TOWN)?.place === true;
}

function townSlot(token: Token, entry: NounEntry): Slot {
  return wrapped(nounSlot(entry), token.space, bare(token).tail);
}

/** A word that no dictionary has as a place; on «-ь» its gender is not seen. */
function byEnding(word: string): { readonly gender: Gender | null; readonly number: GrammaticalNumber } | null {
  if (/[ыи]$/i.test(word)) return { gender: null, number: "plural" };
  if (/[ая]$/i.test(word)) return { gender: "feminine", number: "singular" };
  if (/[ое]$/i.test(word)) return { gender: "neuter", number: "singular" };
  return /[бвгджзйклмнпрстфхцчшщ]$/i.test(word) ? { gender: "masculine", number: "singular" } : null;
}

function behindDependents(tokens: readonly Token[], at: number, head: string): Tail {
  const before = tokens.slice(0, at).map((token) => still(token, "dependent"));
  const { length, slots, doubt } = nameAt(tokens.slice(at));
  if (TOWN_HEAD.test(head) && slots !== null && at + length === tokens.length)
    return { slots: [...before, ...slots], doubt };
  return {
    slots: tokens.map((token) => still(token, "name")),
    doubt: doubtOf(bare(tokens[at] ?? NOTHING).word, head),
  };
}

/** What may follow a name and rules nothing in it: «Смоленской области», «(Якутия)», «№ 2». */
function isRegion(token: Token | undefined): boolean {
  const text = token?.text ?? "";
  return /^[А-ЯЁ][а-яё-]+(ой|ого)$|^(Республики|России|РФ)$/.test(text) || /^[«(]|^№|^\p{Ll}/u.test(text);
}

/** A form that may stand in the genitive: «станция Комсомольского». */
function isOblique(word: string, { slots, noun }: Name): boolean {
  return slots === null && noun && /(ого|его|ой|ей|ых|их|ов|ев)$/i.test(word) && adjectiveShape(word) === null;
}

function isCapitalised(token: Token): boolean {
  return /^\p{Lu}[\p{L}-]*\p{Ll}$/u.test(bare(token).word) && bare(token).lead === "";
}

/** A name of a place in the nominative. */
function isName(token: Token, before: Token | undefined): boolean {
  const { word } = bare(token);
  if (!isCapitalised(token)) return false;
  // «Посёлок городского типа Уват», which no dictionary has.
  if (/^(типа|значения|подчинения)$/.test(before?.text ?? "")) return true;
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
