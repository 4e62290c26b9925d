import type { Text } from "../base/diagnostics/index.ts";
import type { AdjectiveShape } from "./adjective-look.ts";
import { dictionaryWord } from "./dictionary.ts";
import { type NounEntry, nounEntry } from "./noun-entry.ts";
import { type Inner, inBrackets, unknownWord } from "./phrase-brackets.ts";
import { personAtEnd } from "./phrase-person.ts";
import { placeBeside } from "./phrase-places.ts";
import { adjectiveSlot, type Head, nounSlot, type Slot, still, type Tail, wrapped } from "./phrase-slots.ts";
import { bare, NOTHING, type Token, textOf } from "./phrase-tokens.ts";
import {
  ACCUSATIVE,
  isApposition,
  isKindOfOrganisation,
  isOblique,
  isParticiple,
  isParticipleHead,
  isRuledNoun,
  JOINTS,
  livesBothWays,
  MANS_SURNAME,
  mayBeAccusative,
  mayBePerson,
  mayStandBeside,
  nominativeShape,
  PREPOSITIONS,
  plainRole,
  type Ruler,
  sameEverywhere,
} from "./word-readings.ts";

/**
 * What follows the head. Every token gets its part: words that the head rules, names, numbers and what is in quotes stand still; words that
 * agree with the head, further heads after «и», a comma or in brackets, and a person beside it change. What fits no part is a doubt.
 */
export function analyseTail(tokens: readonly Token[], head: Head, inner: Inner): Tail {
  if (tokens.length === 0) return { slots: [], doubt: null };
  const person = personAtEnd(tokens, head);
  if (person !== null) {
    const before = analyseTail(tokens.slice(0, -person.length), head, inner);
    return { slots: [...before.slots, ...person.slots], doubt: before.doubt ?? person.doubt };
  }
  const place = placeBeside(tokens, head);
  if (place !== null) return place;
  const slots: Slot[] = [];
  let ruler: Ruler = "nothing";
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? NOTHING;
    const before = at === 0 ? head.head : (tokens[at - 1]?.text ?? "");
    const { lead, word } = bare(token);
    if (/^\(/.test(token.text)) {
      const bracket = inBrackets(token, head, { inner, beside: at === 0 });
      slots.push(bracket.slot);
      if (bracket.doubt !== null)
        return { slots: [...slots, ...readAs("stays", tokens.slice(at + 1), inner)], doubt: bracket.doubt };
      continue;
    }
    const plain = plainRole(token, before);
    if (plain !== null) {
      slots.push(still(token, plain));
      if (PREPOSITIONS.test(word)) ruler = ACCUSATIVE.test(word) ? "accusative" : "word";
      else if (plain === "name" && /\.$/.test(token.text)) ruler = "still";
      else if (ruler === "nothing" && !JOINTS.test(word)) ruler = "word";
      continue;
    }
    const joint = /,$/.test(before) || JOINTS.test(before);
    if (joint && isOneMoreSubject(tokens, at, head)) {
      slots.push(still(token, "dependent"));
      continue;
    }
    if (/^(котор|что|где|когда|чей)/i.test(word))
      return { slots: [...slots, ...readAs("stays", tokens.slice(at), inner)], doubt: null };
    if (joint || ruler === "nothing") {
      const found: Found = joint ? afterJoint(tokens.slice(at), head, ruler) : besideHead(tokens.slice(at), head);
      if (found.doubt !== null)
        return { slots: [...slots, ...readAs(found.reading, tokens.slice(at), inner)], doubt: found.doubt };
      slots.push(...found.slots);
      at += found.slots.length - 1;
      if (found.next !== null) {
        const tail = analyseTail(tokens.slice(at + 1), found.next, inner);
        return { slots: [...slots, ...tail.slots], doubt: tail.doubt };
      }
      // «Руководитель и действующий исполнитель»: its object, or what it belongs to.
      const next = bare(tokens[at + 1] ?? NOTHING).word;
      const own =
        found.agreed && JOINTS.test(before) && isParticiple(tokens[at]) ? nounEntry(next, { animate: null }) : null;
      if (own !== null)
        return {
          slots: [...slots, ...readAs("stays", tokens.slice(at + 1), inner)],
          doubt: twoReadings(next, head, own),
        };
      // What follows an active participle is its object: «осуществляющая образовательную деятельность».
      if (found.agreed && isParticiple(tokens[at])) ruler = "accusative";
      else if (!found.agreed) ruler = "word";
      continue;
    }
    const named =
      head.animate && at === tokens.length - 1 && MANS_SURNAME.test(word) && !/^(имени|им\.|памяти)$/i.test(before);
    const doubt = named ? ofPerson(word, head) : leftOver(word, lead, { ruler, head });
    if (doubt !== null) return { slots: [...slots, ...readAs("none", tokens.slice(at), inner)], doubt };
    slots.push(still(token, "dependent"));
    if (ruler === "accusative" && !mayBeAccusative(word)) ruler = "word";
  }
  return { slots, doubt: null };
}

/** «Наставники информатики и физики»: behind a subject one more word that may be a subject is one. */
function isOneMoreSubject(tokens: readonly Token[], at: number, head: Head): boolean {
  const back = JOINTS.test(tokens[at - 1]?.text ?? "") ? 2 : 1;
  const before = bare(tokens[at - back] ?? NOTHING).word;
  const { word } = bare(tokens[at] ?? NOTHING);
  return head.animate && /ики$/.test(word) && isRuledNoun(word) && SUBJECT.test(before) && isRuledNoun(before);
}
/** Genitives of what is taught. */
const SUBJECT = /(ики|ии|ения|ания|ведения|алгебры|литературы|музыки|права|труда|языка|культуры)$/;

type Found = {
  readonly slots: readonly Slot[];
  readonly doubt: Text | null;
  /** What is proposed of words in doubt. */
  readonly reading: Reading;
  /** The head that follows from here. */
  readonly next: Head | null;
  readonly agreed: boolean;
};

/** How words in doubt are read for a proposal: ruled by what is before, as one more name in the nominative, or not at all. */
type Reading = "stays" | "agrees" | "none";

const known = { doubt: null, reading: "stays" } as const;
const stays = (token: Token): Found => ({ ...known, slots: [still(token, "dependent")], next: null, agreed: false });
const asks = (doubt: Text, reading: Reading = "none"): Found => ({
  slots: [],
  doubt,
  reading,
  next: null,
  agreed: false,
});

/** Words from a doubt on: what no reading fits is unknown, and there is no form to propose. */
function readAs(reading: Reading, tokens: readonly Token[], inner: Inner): Slot[] {
  if (reading === "agrees") {
    const phrase = inner(textOf(tokens));
    if (phrase.found && phrase.doubt === null) return phrase.slots.map((slot) => asOf(slot, phrase));
  }
  return tokens.map((token) => still(token, reading === "stays" ? "dependent" : "unknown"));
}

/** A piece of a phrase inside another: its accusative is that of its own head. */
function asOf(slot: Slot, { animate }: Head): Slot {
  return { ...slot, form: (name, number) => slot.form(name, number, { animate }) };
}

/** The first word after the head with nothing between. */
function besideHead(tokens: readonly Token[], head: Head): Found {
  const token = tokens[0] ?? NOTHING;
  const { lead, word, tail } = bare(token);
  if (head.animate && lead === "" && mayBePerson(word)) return asks(ofPerson(word, head), "agrees");
  const shape = isOblique(word) ? null : nominativeShape(word);
  if (shape !== null) {
    const next = bare(tokens[1] ?? NOTHING);
    const noun = next.lead === "" && /^[а-яё-]{3,}$/i.test(next.word) ? nounEntry(next.word, { animate: null }) : null;
    const fits = fitsHead(shape, head);
    if (noun !== null && !isOblique(next.word) && !isParticiple(token))
      return asks(secondHeadDoubt(`${word} ${next.word}`, head), "agrees");
    if (!fits) return asks(secondHeadDoubt(word, head), "agrees");
    return {
      ...known,
      slots: [wrapped(adjectiveSlot(word, shape), token.space + lead, tail)],
      next: null,
      agreed: true,
    };
  }
  const doubt = leftOver(word, lead, { ruler: "nothing", head });
  return doubt === null && !isApposition(word, head)
    ? stays(token)
    : doubt === null
      ? asks(secondHeadDoubt(word, head), "agrees")
      : asks(doubt);
}

function ofPerson(word: string, { head }: Head): Text {
  return {
    ru: `«${word}» за «${head}» – фамилия или имя: склоняется ли оно, без полного имени неизвестно`,
    en: `“${word}” behind “${head}” is a surname or a given name: without the whole name it is unknown whether it declines`,
  };
}

function secondHeadDoubt(words: string, { head }: Head): Text {
  return {
    ru: `«${words}» стоит рядом с «${head}» в именительном падеже: склоняется (согласованно) или остаётся, практика различна`,
    en: `“${words}” stands in the nominative beside “${head}”: it may decline with it or stay, practice varies`,
  };
}

/** After «и» or a comma: words that agree with the head, a further head, or one more word that is ruled like the one before. */
function afterJoint(tokens: readonly Token[], head: Head, ruler: Ruler): Found {
  const slots: Slot[] = [];
  let shape: AdjectiveShape | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? NOTHING;
    const { lead, word, tail } = bare(token);
    if (/^(его|её|ее|их)$/i.test(word) && tokens[at + 1] !== undefined) {
      slots.push(still(token, "dependent"));
      continue;
    }
    const plain = plainRole(token, "");
    if (plain !== null && slots.length > 0) return agreeing(slots, shape, head);
    if (plain !== null) return stays(token);
    const own = nominativeShape(word);
    const entry = own === null ? secondHead(word, head, shape) : null;
    // «Содержащие персональные данные»: the adjective belongs to the object.
    if (own !== null && shape !== null && isParticiple(tokens[at - 1]) && !head.animate)
      return agreeing(slots, shape, head);
    if (own !== null && entry === null && !(isOblique(word) && ruler !== "nothing")) {
      slots.push(wrapped(adjectiveSlot(word, own), token.space + lead, tail));
      shape = own;
      if (/[,;]$/.test(token.text)) return agreeing(slots, shape, head);
      continue;
    }
    if (shape !== null && isParticiple(tokens[at - 1]) && entry?.animate !== true) return agreeing(slots, shape, head);
    if (entry === null) {
      if (slots.length > 0) return isOblique(word) ? agreeing(slots, shape, head) : asks(unknownWord(word, head));
      // «Отец и площади»: nothing here rules the word, and it may be a nominative of another kind than the head.
      const other = ruler === "nothing" && isOblique(word) ? nounEntry(word, { animate: null }) : null;
      if (other !== null && !sameEverywhere(other)) return asks(twoReadings(word, head, other), "stays");
      const doubt =
        leftOver(word, lead, { ruler, head }) ?? (mayStandBeside(word, head, ruler) ? unknownWord(word, head) : null);
      return doubt === null ? stays(token) : asks(doubt);
    }
    const both = slots.length === 0 && ruler !== "nothing" && isOblique(word) && !sameEverywhere(entry);
    if (both && head.number === "singular" && entry.number === "plural") return stays(token);
    // «Критерии оценки, нормы и правила»: of one more of many things, or one more thing.
    if (both && !head.animate && entry.number === "plural" && !SUBJECT.test(word))
      return asks(twoReadings(word, head, entry), "stays");
    if (both && !(head.number === "singular" && entry.animate && head.animate && !isRuledNoun(word)))
      return head.animate && entry.animate ? asks(twoReadings(word, head, entry), "stays") : stays(token);
    if (ruler === "accusative" && !entry.animate && slots.length === 0)
      return asks(twoReadings(word, head, entry), "stays");
    const doubt =
      entry.doubt ?? (livesBothWays(word, head.animate) ? (entry.lifeless ?? twoReadings(word, head, entry)) : null);
    if (doubt !== null || (entry.place && /^\p{Ll}/u.test(head.head)))
      return asks(doubt ?? twoReadings(word, head, entry), "stays");
    const next = {
      ...head,
      head: entry.word + tail,
      gender: entry.gender,
      number: entry.number,
      animate: entry.animate,
    };
    return { ...known, slots: [...slots, wrapped(nounSlot(entry), token.space + lead, tail)], next, agreed: false };
  }
  return agreeing(slots, shape, head);
}

/** Adjectives and participles alone: they agree with the head or are people themselves («обучающиеся»). */
function agreeing(slots: readonly Slot[], shape: AdjectiveShape | null, head: Head): Found {
  if (shape === null || slots.length === 0 || !fitsHead(shape, head)) {
    const words = slots.map(({ text }) => text.trim()).join(" ");
    return asks({
      ru: `«${words}» не согласуется с «${head.head}»: склоняется ли оно, неизвестно`,
      en: `“${words}” does not agree with “${head.head}”: whether it declines is unknown`,
    });
  }
  return { ...known, slots, next: null, agreed: true };
}

function fitsHead(shape: AdjectiveShape, { number, gender, animate }: Head): boolean {
  return shape.number === number && (number === "plural" || gender === null || shape.gender === gender || animate);
}

/** A noun in the nominative that lives as the head does; after adjectives it must agree with them. */
function secondHead(word: string, head: Head, shape: AdjectiveShape | null): NounEntry | null {
  const entry = nounEntry(word, {
    animate: head.animate,
    ...(shape !== null ? { number: shape.number } : {}),
  });
  if (entry === null || entry.animate !== head.animate) return null;
  const agrees = shape === null || shape.number === "plural" || entry.gender === shape.gender || entry.animate;
  return agrees ? entry : null;
}

function twoReadings(word: string, { head }: Head, entry: NounEntry): Text {
  const own = entry.form("dative", entry.number) ?? word;
  return {
    ru: `«${word}» прочитано двояко: зависит от «${head}» и не меняется («${word}») или стоит наравне с ним (в дательном – «${own}»)`,
    en: `“${word}” has two readings: it depends on “${head}” and stays (“${word}”), or stands beside it (dative “${own}”)`,
  };
}

/** A word that nothing rules and that cannot be in an oblique case: it may be one more head. */
function leftOver(
  word: string,
  lead: string,
  { ruler, head }: { readonly ruler: Ruler; readonly head: Head },
): Text | null {
  if (ruler === "still" || lead !== "" || !/^[а-яё-]{2,}$/i.test(word) || isOblique(word)) return null;
  const { known, cases } = dictionaryWord(word);
  if (known && cases.size === 0) return null;
  // Inside what another word rules a capital begins a name, and a direct object looks like a nominative.
  if (ruler !== "nothing" && /^\p{Lu}/u.test(word))
    return head.sort === "organisation" && isKindOfOrganisation(word) ? unknownWord(word, head) : null;
  if (ruler === "accusative" || (ruler === "word" && isParticipleHead(head))) return null;
  if (/^республика$/i.test(head.head)) return null;
  return unknownWord(word, head);
}
