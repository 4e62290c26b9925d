import type { Text } from "../base/diagnostics/index.ts";
import type { AdjectiveShape } from "./adjective-look.ts";
import { dictionaryWord } from "./dictionary.ts";
import { type NounEntry, nounEntry } from "./noun-entry.ts";
import { personAtEnd } from "./phrase-person.ts";
import { placeBeside } from "./phrase-places.ts";
import { adjectiveSlot, type Head, nounSlot, type Slot, still, type Tail, wrapped } from "./phrase-slots.ts";
import { bare, NOTHING, type Token } from "./phrase-tokens.ts";
import {
  ACCUSATIVE,
  isApposition,
  isOblique,
  isParticiple,
  isParticipleHead,
  isRuledNoun,
  JOINTS,
  livesBothWays,
  mayBeAccusative,
  mayStandBeside,
  nominativeShape,
  PREPOSITIONS,
  plainRole,
  type Ruler,
  sameEverywhere,
} from "./word-readings.ts";

/** Takes the text of brackets to pieces as a phrase of its own. */
type Inner = (text: string) => Head & Tail & { readonly found: boolean };

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
      const bracket = inBrackets(token, head, inner);
      slots.push(bracket.slot);
      if (bracket.doubt !== null) return { slots: [...slots, ...rest(tokens, at + 1)], doubt: bracket.doubt };
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
    if (/^(котор|что|где|когда|чей)/i.test(word)) return { slots: [...slots, ...rest(tokens, at)], doubt: null };
    if (joint || ruler === "nothing") {
      const found: Found = joint ? afterJoint(tokens.slice(at), head, ruler) : besideHead(tokens.slice(at), head);
      if (found.doubt !== null) return { slots: [...slots, ...rest(tokens, at)], doubt: found.doubt };
      slots.push(...found.slots);
      at += found.slots.length - 1;
      if (found.next !== null) {
        const tail = analyseTail(tokens.slice(at + 1), found.next, inner);
        return { slots: [...slots, ...tail.slots], doubt: tail.doubt };
      }
      // What follows an active participle is its object: «осуществляющая образовательную деятельность».
      if (found.agreed && isParticiple(tokens[at])) ruler = "accusative";
      else if (!found.agreed) ruler = "word";
      continue;
    }
    const doubt = leftOver(word, lead, { ruler, head });
    if (doubt !== null) return { slots: [...slots, ...rest(tokens, at)], doubt };
    slots.push(still(token, "dependent"));
    if (ruler === "accusative" && !mayBeAccusative(word)) ruler = "word";
  }
  return { slots, doubt: null };
}

type Found = {
  readonly slots: readonly Slot[];
  readonly doubt: Text | null;
  /** The head that follows from here. */
  readonly next: Head | null;
  readonly agreed: boolean;
};

const stays = (token: Token): Found => ({ slots: [still(token, "dependent")], doubt: null, next: null, agreed: false });
const asks = (doubt: Text): Found => ({ slots: [], doubt, next: null, agreed: false });

function rest(tokens: readonly Token[], from: number): Slot[] {
  return tokens.slice(from).map((token) => still(token, "dependent"));
}

/** The first word after the head with nothing between. */
function besideHead(tokens: readonly Token[], head: Head): Found {
  const token = tokens[0] ?? NOTHING;
  const { lead, word, tail } = bare(token);
  const shape = isOblique(word) ? null : nominativeShape(word);
  if (shape !== null) {
    const next = bare(tokens[1] ?? NOTHING);
    const noun = next.lead === "" && /^[а-яё-]{3,}$/i.test(next.word) ? nounEntry(next.word, { animate: null }) : null;
    const fits = fitsHead(shape, head);
    if (noun !== null && !isOblique(next.word) && !isParticiple(token))
      return asks(secondHeadDoubt(`${word} ${next.word}`, head));
    if (!fits) return asks(secondHeadDoubt(word, head));
    return {
      slots: [wrapped(adjectiveSlot(word, shape), token.space + lead, tail)],
      doubt: null,
      next: null,
      agreed: true,
    };
  }
  const doubt = leftOver(word, lead, { ruler: "nothing", head });
  return doubt === null && !isApposition(word, head) ? stays(token) : asks(doubt ?? secondHeadDoubt(word, head));
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
      if (other !== null && !sameEverywhere(other)) return asks(twoReadings(word, head, other));
      const doubt =
        leftOver(word, lead, { ruler, head }) ?? (mayStandBeside(word, head, ruler) ? unknownWord(word, head) : null);
      return doubt === null ? stays(token) : asks(doubt);
    }
    const both = slots.length === 0 && ruler !== "nothing" && isOblique(word) && !sameEverywhere(entry);
    if (both && head.number === "singular" && entry.number === "plural") return stays(token);
    if (both && !(head.number === "singular" && entry.animate && head.animate && !isRuledNoun(word)))
      return head.animate && entry.animate ? asks(twoReadings(word, head, entry)) : stays(token);
    if (ruler === "accusative" && !entry.animate && slots.length === 0) return asks(twoReadings(word, head, entry));
    if (entry.doubt !== null || livesBothWays(word) || (entry.place && /^\p{Ll}/u.test(head.head)))
      return asks(entry.doubt ?? twoReadings(word, head, entry));
    const next = {
      ...head,
      head: entry.word + tail,
      gender: entry.gender,
      number: entry.number,
      animate: entry.animate,
    };
    return { slots: [...slots, wrapped(nounSlot(entry), token.space + lead, tail)], doubt: null, next, agreed: false };
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
  return { slots, doubt: null, next: null, agreed: true };
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

function unknownWord(word: string, { head }: Head): Text {
  return {
    ru: `слово «${word}» при «${head}» не разобрано: склоняется ли оно, неизвестно`,
    en: `“${word}” by “${head}” is not understood: whether it declines is unknown`,
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
  if (ruler !== "nothing" && /^\p{Lu}/u.test(word)) return null;
  if (ruler === "accusative" || (ruler === "word" && isParticipleHead(head))) return null;
  if (/^республика$/i.test(head.head)) return null;
  return unknownWord(word, head);
}

/** Text in brackets: a second head that agrees («родители (законные представители)»), or a remark that stands still. */
function inBrackets(token: Token, head: Head, inner: Inner): { readonly slot: Slot; readonly doubt: Text | null } {
  const [, text = "", after = ""] = /^\((.*)\)([.,;:]*)$/s.exec(token.text) ?? [];
  const first = /^[^\s\u00a0]+/.exec(text)?.[0] ?? "";
  const { word } = bare({ text: first, space: "" });
  const plain = still(token, "sign");
  if (text === "" || !/^[а-яё]/.test(first) || PREPOSITIONS.test(word) || /\.$/.test(first))
    return { slot: plain, doubt: null };
  if (/^(далее|внешн|внутренн|совместител|тьютор)/i.test(word) && !/^(тьютор|внешн|внутренн|совместител)/i.test(word))
    return { slot: plain, doubt: null };
  const phrase = inner(text);
  const nominative =
    nominativeShape(word) !== null ||
    (nounEntry(word, { animate: null }) !== null && !(isOblique(word) && phrase.animate !== head.animate));
  if (!nominative)
    return isOblique(word) || dictionaryWord(word).known
      ? { slot: plain, doubt: null }
      : { slot: plain, doubt: unknownWord(word, head) };
  const own = phrase.slots.find(({ role }) => role === "head")?.text.trim() ?? "";
  if (
    (head.sort !== "organisation" || phrase.gender === head.gender) &&
    !livesBothWays(own) &&
    phrase.found &&
    phrase.doubt === null &&
    phrase.animate === head.animate &&
    phrase.number === head.number
  )
    return { slot: wrapped(joinedSlot(phrase.slots), `${token.space}(`, `)${after}`), doubt: null };
  return {
    slot: plain,
    doubt: {
      ru: `склоняется ли «(${text})» вместе с «${head.head}», неизвестно`,
      en: `whether “(${text})” declines with “${head.head}” is unknown`,
    },
  };
}

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
