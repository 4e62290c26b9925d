import { adjectiveForm, adjectiveShape, looksAdjective } from "./adjectives.ts";
import { HEADS } from "./heads.ts";
import { declineNoun, declinePlural } from "./nouns.ts";
import type { Declined, Gender, GrammaticalCase } from "./types.ts";

/** How a name behaves: a post is animate, an organisation is not. */
type Sort = { readonly animate: boolean; readonly gender: Gender | null };

/** A post in a case: only the head and what agrees with it changes, what follows the head stays. */
export function declinePosition(
  text: string,
  grammaticalCase: GrammaticalCase,
  gender: Gender | null = null,
): Declined {
  const prefix = /^(и\.\s?о\.|врио|и\.\s?п\.)\s+/i.exec(text)?.[0] ?? "";
  // «и. о. директора»: what follows is in the genitive already.
  if (prefix !== "") return sure(text);
  return decline(text, grammaticalCase, { animate: true, gender });
}

/** An organisation or territory in a case; text in quotes and leading abbreviations are left alone. */
export function declineOrganisation(
  text: string,
  grammaticalCase: GrammaticalCase,
  gender: Gender | null = null,
): Declined {
  if (/^[А-ЯЁ]{2,}/.test(text)) return sure(text);
  return decline(text, grammaticalCase, { animate: false, gender });
}

/** A phrase («план работы», «базовые организации») in a case, singular or plural as it is given. */
export function declinePhrase(text: string, grammaticalCase: GrammaticalCase): Declined {
  return decline(text, grammaticalCase, { animate: false, gender: null });
}

function decline(text: string, grammaticalCase: GrammaticalCase, sort: Sort): Declined {
  if (grammaticalCase === "nominative") return sure(text);
  const dash = /[\s\u00a0][–—][\s\u00a0]/.exec(text);
  if (dash !== null)
    return declineBoth(
      text.slice(0, dash.index),
      dash[0],
      text.slice(dash.index + dash[0].length),
      grammaticalCase,
      sort,
    );
  const tokens = text.split(/([\s\u00a0]+)/);
  const leading = tokens.findIndex((token, index) => index % 2 === 0 && !looksAdjective(token));
  if (SUBSTANTIVES.test(tokens[Math.max(0, leading < 0 ? tokens.length - 1 : leading - 2)] ?? ""))
    return substantive(tokens, grammaticalCase, sort, text);
  const headIndex = tokens.findIndex((token, index) => index % 2 === 0 && isHead(token, tokens.slice(index + 1)));
  if (headIndex < 0) return substantive(tokens, grammaticalCase, sort, text);
  const head = tokens[headIndex] ?? "";
  const traits = traitsOf(head, sort);
  const plural = traits.number === "plural";
  const doubt: string[] = [];
  if (/^предприниматель$/i.test(head) && tokens.length > headIndex + 1) doubt.push("имя предпринимателя");
  const forms = tokens.map((token, index) => {
    if (index > headIndex || index % 2 === 1) return token;
    if (index === headIndex) return headForm(token, grammaticalCase, sort, doubt);
    if (!looksAdjective(token)) return token;
    return adjectiveWord(token, {
      case: grammaticalCase,
      gender: traits.gender,
      number: plural ? "plural" : "singular",
      animate: sort.animate,
    });
  });
  return doubt.length === 0
    ? sure(forms.join(""))
    : { text: forms.join(""), confidence: "low", reason: doubt.join("; ") };
}

/** Posts that are adjectives or participles by form and need no noun. */
const SUBSTANTIVES =
  /^(заведующ|управляющ|уполномоченн|рабоч|дежурн|ответственн|исполняющ|замещающ|обучающ|учен)(ий|ый|ая|ее|ие)$/i;

/** «Начальная школа – детский сад»: both parts of a name with a dash decline. */
function declineBoth(
  first: string,
  dash: string,
  second: string,
  grammaticalCase: GrammaticalCase,
  sort: Sort,
): Declined {
  const left = decline(first, grammaticalCase, sort);
  const right = /^[А-ЯЁ]{2,}/.test(second) ? sure(second) : decline(second, grammaticalCase, sort);
  const reason = [left.reason, right.reason].filter((part) => part !== "").join("; ");
  return { text: left.text + dash + right.text, confidence: reason === "" ? "high" : "low", reason };
}

/** Without a noun the last adjective-like word before an oblique one is the head: «заведующий кабинетом», «управляющая делами». */
function substantive(tokens: readonly string[], grammaticalCase: GrammaticalCase, sort: Sort, text: string): Declined {
  const first = tokens[0] ?? "";
  const shape = adjectiveShape(first);
  if (shape === null) return { text, confidence: "low", reason: `незнакомое слово «${first}»` };
  const forms = tokens.map((token, index) => {
    const leads = tokens
      .slice(0, index)
      .every((word, at) => at % 2 === 1 || (looksAdjective(word) && !SUBSTANTIVES.test(word)));
    const own = index % 2 === 0 && leads && looksAdjective(token) ? adjectiveShape(token) : null;
    return own === null || own.gender !== shape.gender
      ? token
      : adjectiveWord(token, { case: grammaticalCase, ...shape, animate: sort.animate });
  });
  return sure(forms.join(""));
}

/** Compound adjectives decline in the last part only: «детско-юношеская» → «детско-юношеской». */
function adjectiveWord(word: string, form: Parameters<typeof adjectiveForm>[1]): string {
  const hyphen = word.lastIndexOf("-");
  return word.slice(0, hyphen + 1) + adjectiveForm(word.slice(hyphen + 1), form);
}

function isHead(token: string, rest: readonly string[]): boolean {
  if (/^[«"„(]/.test(token)) return false;
  const bare = token.replace(/[,.;:]+$/, "");
  const first = bare.split("-")[0] ?? "";
  if (HEADS.has(bare.toLowerCase()) || HEADS.has(first.toLowerCase())) return true;
  if (looksAdjective(bare) && rest.length > 0) return false;
  return !looksAdjective(bare) && /^[а-яё-]{3,}$/i.test(bare);
}

function traitsOf(head: string, sort: Sort): { readonly gender: Gender; readonly number: "singular" | "plural" } {
  const word =
    head
      .toLowerCase()
      .replace(/[,.;:]+$/, "")
      .split("-")[0] ?? "";
  const known = HEADS.get(word);
  if (known !== undefined)
    return { gender: known === "p" ? "masculine" : GENDERS[known], number: known === "p" ? "plural" : "singular" };
  if (/(ии|ы|[гкхжшчщ]и)$/.test(word)) return { gender: "masculine", number: "plural" };
  if (/[ая]$/.test(word)) return { gender: "feminine", number: "singular" };
  if (/[ое]$/.test(word)) return { gender: "neuter", number: "singular" };
  if (/ость$/.test(word)) return { gender: "feminine", number: "singular" };
  return { gender: sort.gender === "feminine" && /ь$/.test(word) ? "feminine" : "masculine", number: "singular" };
}

const GENDERS = { m: "masculine", f: "feminine", n: "neuter" } as const;

function headForm(head: string, grammaticalCase: GrammaticalCase, sort: Sort, doubt: string[]): string {
  const tail = /[,.;:]+$/.exec(head)?.[0] ?? "";
  const bare = head.slice(0, head.length - tail.length);
  const parts = bare.split("-").map((part) => {
    if (looksAdjective(part) && !HEADS.has(part.toLowerCase())) {
      const shape = adjectiveShape(part);
      return shape === null ? part : adjectiveForm(part, { case: grammaticalCase, ...shape, animate: sort.animate });
    }
    const traits = traitsOf(part, sort);
    const known = HEADS.has(part.toLowerCase());
    if (traits.number === "plural") {
      const plural = declinePlural(part, grammaticalCase, sort.animate);
      if (plural === null) doubt.push(`родительный падеж множественного числа слова «${part}»`);
      return plural ?? part;
    }
    if (!known && /(ь|ец|ок|ек|ень)$/i.test(part) && !/(тель|арь)$/i.test(part))
      doubt.push(`незнакомое слово «${part}»`);
    return declineNoun(part, grammaticalCase, { gender: traits.gender, animate: sort.animate });
  });
  return parts.join("-") + tail;
}

function sure(text: string): Declined {
  return { text, confidence: "high", reason: "" };
}
