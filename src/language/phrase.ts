import type { Text } from "../base/diagnostics/index.ts";
import { type AdjectiveShape, adjectiveShape } from "./adjective-look.ts";
import { dictionaryWord, RARE } from "./dictionary.ts";
import { greaterPart } from "./greater-part.ts";
import { PLACES_OF_HANDBOOKS } from "./known-places.ts";
import { type NounEntry, nounEntry, type Wanted } from "./noun-entry.ts";
import { declineNoun } from "./nouns.ts";
import { digitsSlot } from "./ordinal-digits.ts";
import { type Analysis, unchanged } from "./phrase-analysis.ts";
import { behindContraction, isContractedAdjective } from "./phrase-contractions.ts";
import { frozen, isFrozen } from "./phrase-frozen.ts";
import { isFraction, numeralPhrase } from "./phrase-numerals.ts";
import { placeAlone } from "./phrase-places.ts";
import { adjectiveSlot, fixedSlot, type Head, nounSlot, type Slot, still, type Tail, wrapped } from "./phrase-slots.ts";
import { analyseTail } from "./phrase-tail.ts";
import { bare, isAbbreviation, isDash, NOTHING, phraseTokens, type Token, textOf } from "./phrase-tokens.ts";
import { remembering } from "./remembering.ts";
import {
  type Declined,
  type GrammaticalCase,
  type GrammaticalNumber,
  type PhraseSort,
  sure,
  unconfirmed,
} from "./types.ts";
import { isOblique } from "./word-readings.ts";

/** A name taken to pieces: what changes in it and how, what its head is, what is uncertain. */
export type Phrase = Analysis & { readonly text: string };

const WANTED: { readonly [sort in PhraseSort]: Wanted } = {
  position: { animate: true },
  organisation: { animate: false },
  phrase: { animate: null },
};
/** Adjectives that became names of people: what follows them is no noun they agree with («обучающиеся школы»). */
const PEOPLE =
  /^(обучающ|учащ|заведующ|управляющ|служащ|военнослужащ|вожат|уполномоченн|несовершеннолетн|командующ|отдыхающ|трудящ|поступающ)(ий|ая|ие|ый|ые|ие|яя)(ся)?$/i;
const ADVERBS = /^(особо|ранее|вновь|дополнительно|полностью)$/i;
/** Enough for every name of a large set. */
const REMEMBERED = 3000;
/** Characters of the longest name and the longest post, and much more: taking to pieces costs the square of the length. */
const LONGEST = 2000;
const rememberedAs = (sort: PhraseSort): ((text: string) => Phrase) =>
  remembering(REMEMBERED, (text) => ({ text, ...(text.length > LONGEST ? tooLong(text) : analyse(text, sort)) }));
const PHRASES: { readonly [sort in PhraseSort]: (text: string) => Phrase } = {
  position: rememberedAs("position"),
  organisation: rememberedAs("organisation"),
  phrase: rememberedAs("phrase"),
};

/** Takes a name to pieces; the answer is remembered. */
export function phraseOf(text: string, sort: PhraseSort): Phrase {
  return PHRASES[sort](text);
}

function tooLong(text: string): Analysis {
  const doubt = {
    ru: `текст длиннее ${LONGEST} знаков – не имя`,
    en: `a text of more than ${LONGEST} characters is no name`,
  };
  return { ...unchanged(text, "unknown"), doubt };
}

/** A phrase in a case, in its own number or another. */
export function phraseForm(phrase: Phrase, name: GrammaticalCase, number: GrammaticalNumber | null = null): Declined {
  if (name === "nominative" && number === null) return sure(phrase.text);
  const form = ofForms(
    phrase,
    phrase.slots.map(({ form: own }) => own(name, number, phrase)),
  );
  return name === "accusative" && phrase.lifeless !== null && form.confidence === "high"
    ? unconfirmed(form.text, phrase.lifeless)
    : form;
}

/** The phrase of the forms of its slots; null is one that the dictionary lacks. */
export function ofForms({ text, doubt }: Phrase, forms: readonly (string | null)[]): Declined {
  if (forms.includes(null))
    return unconfirmed(text, { ru: "в словаре нет нужной формы", en: "the dictionary lacks the form" });
  return doubt === null ? sure(forms.join("")) : unconfirmed(forms.join(""), doubt);
}

function analyse(text: string, sort: PhraseSort): Analysis {
  const tokens = phraseTokens(text);
  const dash = tokens.findIndex(isDash);
  if (dash <= 0 || dash === tokens.length - 1 || isInRepublic(tokens, dash)) return analysePart(tokens, sort);
  const [left, right] = [analysePart(tokens.slice(0, dash), sort), analyse(textOf(tokens.slice(dash + 1)), sort)];
  const sign = tokens[dash];
  const frozenLeft = left.slots.length === 1 && isAbbreviation(bare(tokens[0] ?? NOTHING).word);
  const changesRight = isAbbreviation(bare(tokens[dash + 1] ?? NOTHING).word) === false;
  const doubt =
    left.doubt ??
    right.doubt ??
    (frozenLeft && changesRight
      ? { ru: "название после тире при сокращении", en: "a name after a dash beside an abbreviation" }
      : null);
  const own = right.slots.map((slot): Slot => ({ ...slot, form: (name, number) => slot.form(name, number, right) }));
  return {
    ...left,
    doubt,
    slots: [...left.slots, fixedSlot("sign", `${sign?.space ?? " "}${sign?.text ?? ""}`), ...own],
  };
}

/** «Республика Северная Осетия – Алания», «… образование Республики Северная Осетия – Алания»: one name on both sides of the dash. */
function isInRepublic(tokens: readonly Token[], dash: number): boolean {
  const republic = tokens.slice(0, dash).findLastIndex(({ text }) => /^республик[аи]$/i.test(text));
  const [between, after] = [tokens.slice(republic + 1, dash), tokens.slice(dash + 1, dash + 2)];
  // «Чувашская Республика – Чувашия» has two names that decline.
  return (
    republic >= 0 && between.length > 0 && [...between, ...after].every(({ text }) => /^\p{Lu}[\p{L}-]+/u.test(text))
  );
}

/** A name without a dash: words that agree, the head, what follows it. */
function analysePart(tokens: readonly Token[], sort: PhraseSort): Analysis {
  const whole = textOf(tokens);
  const first = tokens[0];
  if (first === undefined) return unchanged(whole);
  if (isFrozen(tokens)) return frozen(tokens, sort);
  const contracted = tokens.length > 1 ? behindContraction(tokens, sort) : null;
  if (contracted !== null) return contracted;
  const place = sort === "position" ? null : placeAlone(tokens);
  if (place !== null) return { ...unchanged(whole), ...place, head: 1 };
  const counted = numeralPhrase(tokens, {
    part: (rest) => analysePart(rest, sort),
    tail: (rest, head) => tailOf(rest, { ...head, sort }),
  });
  if (counted !== null) return counted;
  const lead = leadOf(tokens);
  const next = tokens[lead.end];
  const entry = next === undefined ? null : headAt(next, lead, sort);
  if (entry !== null && next !== undefined && agrees(lead, entry, sort)) {
    const { lead: before, tail } = bare(next);
    const { gender, number, animate } = entry;
    const rest = tailOf(tokens.slice(lead.end + 1), { head: entry.word + tail, sort, gender, number, animate });
    return {
      slots: [...lead.slots, wrapped(nounSlot(entry), next.space + before, tail), ...rest.slots],
      head: lead.slots.length,
      gender,
      number,
      animate,
      substantive: false,
      lifeless:
        sort === "position" && !animate && (gender === "masculine" || number === "plural")
          ? ofThing(next)
          : entry.lifeless,
      doubt:
        entry.doubt ??
        (tokens.length === 1 ? nameOrWord(entry, sort) : null) ??
        greaterPart(lead.word, entry.word) ??
        rest.doubt,
    };
  }
  return lead.shape === null ? unknownHead(tokens, lead, sort) : substantive(tokens, lead, sort);
}

/** «Шали», «Грязи»: with a capital and alone it may be a place, which often stands still where the word declines. */
function nameOrWord({ word, number, place }: NounEntry, sort: PhraseSort): Text | null {
  if (
    sort !== "organisation" ||
    number === "singular" ||
    place ||
    PLACES_OF_HANDBOOKS.has(word.toLowerCase()) ||
    !/^\p{Lu}/u.test(word)
  )
    return null;
  return {
    ru: `«${word}» – слово или название места, которое склоняется иначе`,
    en: `“${word}” is a word or the name of a place that declines otherwise`,
  };
}

type Lead = {
  readonly slots: Slot[];
  readonly end: number;
  readonly shape: AdjectiveShape | null;
  /** Where the last of the adjectives stands, and the word. */
  readonly last: number;
  readonly word: string;
  /** Several of one thing each: «школьный и муниципальный этапы». */
  readonly joined: boolean;
};

/** Adjectives, numbers and adverbs that stand before the head; all adjectives show one gender and number. */
function leadOf(tokens: readonly Token[]): Lead {
  const slots: Slot[] = [];
  let shape: AdjectiveShape | null = null;
  let [last, end] = [0, 0];
  for (; end < tokens.length; end++) {
    const token = tokens[end] ?? NOTHING;
    const { lead, word, tail } = bare(token);
    const bracketed: boolean = shape !== null && /^\([а-яё-]+\)$/.test(token.text);
    // «Петропавловск-Камчатский» is a town, no adjective.
    const town = end === tokens.length - 1 && /^\p{Lu}\p{Ll}*[бвгджзклмнпрстфхцчшщь]-\p{Lu}/u.test(word);
    const own: AdjectiveShape | null =
      town || (/^[«„("]/.test(token.text) && !bracketed) || isAdverb(tokens, end) ? null : adjectiveShape(word);
    if (own !== null && (shape === null || (own.gender === shape.gender && own.number === shape.number))) {
      slots.push(wrapped(adjectiveSlot(word, own), token.space + lead, tail));
      shape = own;
      last = end;
      continue;
    }
    const digits = digitsSlot(token, tokens.slice(end + 1).find(({ text }) => !/^«/.test(text)) ?? NOTHING);
    if (digits !== null) slots.push(digits);
    else if (isPassedOver(tokens, end, shape)) slots.push(still(token, "sign"));
    else break;
  }
  const joined = shape?.number === "singular" && tokens.slice(0, end).some(({ text }) => /^(и|или)$|[^,],$/.test(text));
  return { slots, end, shape, last, word: bare(tokens[last] ?? NOTHING).word, joined };
}

/** Numbers, «9 «А»», adverbs, and a conjunction between two adjectives: «информационный и методический центр». */
function isPassedOver(tokens: readonly Token[], at: number, shape: AdjectiveShape | null): boolean {
  const token = tokens[at]?.text ?? "";
  if (/^(№|(?!\d+-[йяе]$)\d[\d–/-]*(-?[а-я]{1,2})?|[IVX]+([–-][IVX]+)?)$/.test(token) || isAdverb(tokens, at))
    return true;
  if (isContractedAdjective(token, tokens[at + 1])) return true;
  // «9 «А» класс», «второй «Б» класс».
  if (/^«\p{Lu}»$/u.test(token) && (shape !== null || /^\d/.test(tokens[at - 1]?.text ?? ""))) return true;
  if (/^[и–,]$/.test(token) && isRoman(tokens[at - 1]) && isRoman(tokens[at + 1])) return true;
  if (shape === null || !/^(и|или)$/.test(token)) return false;
  const next = adjectiveShape(bare(tokens[at + 1] ?? NOTHING).word);
  return next !== null && next.gender === shape.gender && next.number === shape.number;
}

/** «Временно исполняющий», «материально ответственное»: a word on -о before an adjective, with an adjective of its own. */
function isAdverb(tokens: readonly Token[], at: number): boolean {
  const word = (tokens[at]?.text ?? "").toLowerCase();
  if (ADVERBS.test(word)) return true;
  const [, stem = ""] = /^([а-яё]{3,})о$/.exec(word) ?? [];
  if (stem === "" || adjectiveShape(bare(tokens[at + 1] ?? NOTHING).word) === null || dictionaryWord(word).known)
    return false;
  return ["ый", "ий", "ой"].some((ending) => dictionaryWord(stem + ending).adjectives.length > 0);
}

function isRoman(token: Token | undefined): boolean {
  return /^[IVX]+$/.test(token?.text ?? "");
}

function headAt(token: Token, { shape, joined }: Lead, sort: PhraseSort): NounEntry | null {
  const { word, lead } = bare(token);
  if (/[«„("№]/.test(lead) || !/^(?:\d*[a-z]+-|\d[а-яё]-)?[а-яё-]{2,}$/i.test(word)) return null;
  const wanted = WANTED[sort];
  const entry = nounEntry(word, shape === null ? wanted : { ...wanted, number: shape.number });
  const found = entry ?? (joined ? nounEntry(word, { ...wanted, number: "plural" }) : null);
  return found !== null && sort === "position" ? asPerson(found) : found;
}

/** Words that the dictionary has of things alone, and that are people where a post is named: «медиатор», «трекер». */
function asPerson(entry: NounEntry): NounEntry {
  if (entry.animate || entry.place || !/(тор|ер|ёр|ист|щик|чик|тель)$/i.test(entry.word)) return entry;
  return {
    ...entry,
    animate: true,
    form: (name, number) => entry.form(name === "accusative" ? "genitive" : name, number),
  };
}

/** «Заведующий складом» and «исполняющий обязанности» are heads themselves; «ведущий специалист» agrees with a noun. */
function agrees({ shape, end, word, joined }: Lead, entry: NounEntry, sort: PhraseSort): boolean {
  if (shape === null || end === 0) return true;
  if (shape.number !== entry.number)
    return joined && entry.number === "plural" && (entry.gender !== "feminine") === (shape.gender !== "feminine");
  if (
    !entry.animate &&
    ((sort === "position" && !/^лиц[оа]$/i.test(entry.word)) || (shape.number === "plural" && PEOPLE.test(word)))
  )
    return false;
  return shape.number === "plural" || entry.gender === null || entry.gender === shape.gender || entry.animate;
}

/** Without a noun the last adjective is the head: «заведующий кабинетом», «уполномоченный по правам ребёнка». */
function substantive(tokens: readonly Token[], lead: Lead, sort: PhraseSort): Analysis {
  const { word } = lead;
  const shape = lead.shape ?? { gender: "masculine" as const, number: "singular" as const };
  const acts = sort === "position" || PEOPLE.test(word) || (sort === "phrase" && /[уюая]щ(ий|ая|ие)(ся)?$/i.test(word));
  const rest = tailOf(tokens.slice(lead.end), { head: word, sort, ...shape, animate: acts });
  // «Самозанятый Иванов Иван Иванович».
  const animate = acts || rest.slots.some(({ role }) => role === "person");
  const next = bare(tokens[lead.end] ?? NOTHING).word;
  const noun =
    sort !== "position" && !isNounToo(word, shape) && rest.slots[0]?.role !== "person" && /^[а-яё-]{3,}$/i.test(next)
      ? unknownNext(next, acts || isFraction(word))
      : null;
  // What may be the noun itself has no form to propose: «школьных хакатоны».
  const own = noun === null ? rest.slots : tokens.slice(lead.end).map((token) => still(token, "unknown"));
  return {
    slots: [...lead.slots, ...own],
    head: lead.last,
    ...shape,
    animate,
    substantive: true,
    lifeless:
      sort === "phrase" && !animate && (shape.gender === "masculine" || shape.number === "plural")
        ? ofLife(word)
        : null,
    doubt: rest.doubt ?? nounOrAdjective(word, shape) ?? noun,
  };
}

/** «Набережная», «сборная», «столовая»: a noun, which rules what follows. */
function isNounToo(word: string, { gender, number }: AdjectiveShape): boolean {
  return dictionaryWord(word).nouns.some((noun) => !noun.animate && noun.number === number && noun.gender === gender);
}

/** «Вездесущие»: many of them, or one noun. */
function nounOrAdjective(word: string, { number }: AdjectiveShape): Text | null {
  const rival = dictionaryWord(word).nouns.some((noun) => noun.number !== number && noun.score > RARE);
  return rival
    ? { ru: `«${word}» – прилагательное или существительное`, en: `“${word}” is an adjective or a noun` }
    : null;
}

/** A thing where a post is named: its accusative shows whether it is a person. */
function ofThing(token: Token): Text {
  const { word } = bare(token);
  return {
    ru: `«${word}» по словарю не лицо: винительный падеж зависит от того, о лице речь или о предмете`,
    en: `by the dictionary “${word}” is no person: the accusative depends on whether it is a person or a thing`,
  };
}

/** «Участковый» may be a man or a section of something. */
function ofLife(word: string): Text {
  return {
    ru: `при «${word}» нет существительного: винительный падеж зависит от того, о лице речь или о предмете`,
    en: `“${word}” has no noun: the accusative depends on whether it is a person or a thing`,
  };
}

/** In an organisation's name an adjective needs its noun; a word no dictionary has may be that noun. */
function unknownNext(word: string, acts: boolean): Text | null {
  // With a capital it is a name, which may look like an oblique form of another word: «Старая Русса».
  // Behind people what no dictionary has is ruled by its ending; beside any other adjective it may be the noun («детские хабы»).
  const ruled = isOblique(word) && (acts || (/^\p{Ll}/u.test(word) && dictionaryWord(word).known));
  const noun = nounEntry(word, { animate: null });
  // «Небезопасный и многострочный кегли»: the noun does not agree, and the adjective is no noun itself.
  if (noun !== null && !acts)
    return {
      ru: `«${word}» не согласуется с тем, что стоит перед ним: склоняется ли оно, неизвестно`,
      en: `“${word}” does not agree with what stands before it: whether it declines is unknown`,
    };
  return noun === null && !ruled
    ? { ru: `слова «${word}» нет в словаре`, en: `“${word}” is not in the dictionary` }
    : null;
}

/** No dictionary has the word: it is declined by its ending, for a proposal only. */
function unknownHead(tokens: readonly Token[], lead: Lead, sort: PhraseSort): Analysis {
  const token = tokens[lead.end] ?? NOTHING;
  const { lead: before, word, tail } = bare(token);
  const animate = sort === "position";
  const whole = { ...unchanged(textOf(tokens)), animate };
  if (/^[«„("№]/.test(token.text) || word === "") return whole;
  const doubt = { ru: `слова «${word}» нет в словаре`, en: `“${word}” is not in the dictionary` };
  // A plural has no proposal: its singular is not known; nor have halves («полстраницы»), numerals and pronouns («оба», «полтора»).
  if (!/^[а-яё-]{3,}$/i.test(word) || /[ыи]$|^пол.*[ая]$/i.test(word) || dictionaryWord(word).known)
    return { ...unchanged(textOf(tokens), "unknown"), animate, doubt };
  const gender = /[ая]$/i.test(word) ? "feminine" : /[ое]$/i.test(word) ? "neuter" : "masculine";
  const slots = [
    ...lead.slots,
    wrapped(
      { role: "unknown", text: word, form: (name) => declineNoun(word, name, { gender, animate }) },
      token.space + before,
      tail,
    ),
    ...tailOf(tokens.slice(lead.end + 1), { head: word + tail, sort, gender, number: "singular", animate }).slots,
  ];
  return { ...whole, slots, head: lead.slots.length, gender, doubt };
}

function tailOf(tokens: readonly Token[], head: Head): Tail {
  return analyseTail(tokens, head, (text, sort = head.sort) => {
    const part = analyse(text, sort);
    return { ...part, head: text, sort, found: part.head >= 0 };
  });
}
