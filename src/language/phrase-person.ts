import type { Text } from "../base/diagnostics/index.ts";
import { dictionaryWord, isObliqueOfThing } from "./dictionary.ts";
import { genderEvidence } from "./gender-of-person.ts";
import { sexByEnding } from "./parse-person.ts";
import { genderFromPatronymic } from "./patronymics.ts";
import type { Head, Slot, Tail } from "./phrase-slots.ts";
import type { Token } from "./phrase-tokens.ts";
import { typedPerson } from "./typed-person.ts";
import { CASES, type Declined, type GrammaticalCase, type Sex, together } from "./types.ts";

/** «… предприниматель Иванов Иван Иванович», «… Иванов И. И.»: a person in the nominative at the end; `length` tokens. */
export function personAtEnd(
  tokens: readonly Token[],
  { sort, head }: Pick<Head, "sort" | "head">,
): (Tail & { readonly length: number }) | null {
  if (sort === "phrase" && tokens.length > 4) return null;
  const found = fullName(tokens) ?? withInitials(tokens) ?? behindInitials(tokens, head) ?? ofTwoWords(tokens, head);
  if (found === null) return null;
  const { length } = found;
  const own = tokens.slice(-length);
  const text = own.map(({ text: word, space }, at) => (at === 0 ? "" : space) + word).join("");
  const formsOf = (gender: Sex | null): Map<GrammaticalCase, Declined> =>
    new Map(CASES.map((name) => [name, typedPerson(text, name, { gender })]));
  // «Ли А. В.»: without a gender it is certain where both have the same forms.
  const [hers, his] = [formsOf("feminine"), formsOf("masculine")];
  const alike = CASES.every((name) => hers.get(name)?.text === his.get(name)?.text);
  const forms = found.gender === null && alike ? his : formsOf(found.gender);
  const reasons = new Map(
    [...forms.values()].flatMap(({ reason }): [string, Text][] => (reason === null ? [] : [[reason.ru, reason]])),
  );
  const space = own[0]?.space ?? " ";
  const person: Slot = { role: "person", text: space + text, form: (name) => space + (forms.get(name)?.text ?? text) };
  // «Хозяйство Иванова И. И.»: of Иванов, or Иванова herself.
  if (found.ambiguous && !/^(ИП|предприниматель)$/.test(tokens.at(-length - 1)?.text ?? head))
    reasons.set("", {
      ru: `«${text}» прочитано двояко: женская фамилия в именительном падеже или мужская в родительном`,
      en: `“${text}” has two readings: a woman's surname in the nominative or a man's in the genitive`,
    });
  return { length, slots: [person], doubt: reasons.size === 0 ? null : together([...reasons.values()]) };
}

type Found = { readonly length: number; readonly gender: Sex | null; readonly ambiguous: boolean };

/** What stands before a patronymic of the Turkic peoples is a name as well: «Гулиев Али Рашид оглы». */
const SON_OR_DAUGHTER = /^(оглы|оглу|углы|угли|улы|уулу|кызы|кизи|гызы)$/i;

function fullName(tokens: readonly Token[]): Found | null {
  const last = tokens.at(-1)?.text ?? "";
  if (SON_OR_DAUGHTER.test(last)) {
    const four = tokens.slice(-4, -1).map(({ text }) => text);
    const named = four.length === 3 && four.every((word) => /^\p{Lu}\p{Ll}+$/u.test(word));
    return named ? { length: 4, gender: /[ыи]з[ыи]$/i.test(last) ? "feminine" : "masculine", ambiguous: false } : null;
  }
  const words = tokens.slice(-3).map(({ text }) => text);
  if (words.length < 3 || !words.every((word) => /^\p{Lu}[\p{Ll}-]+(-\p{Lu}\p{Ll}+)*$/u.test(word))) return null;
  const gender = genderFromPatronymic(words[2]);
  return gender !== null && /(вич|вна|ич|чна)$/.test(words[2] ?? "") ? { length: 3, gender, ambiguous: false } : null;
}

const NAMED = /^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)*$/u;

/** «Гражданин Иванов Иван»: a surname with a given name that only men or only women have. */
function ofTwoWords(tokens: readonly Token[], head: string): Found | null {
  const [surname = "", given = ""] = tokens.slice(-2).map(({ text }) => text);
  if (/^(имени|им\.|памяти)$/i.test(tokens.at(-3)?.text ?? head)) return null;
  if (!NAMED.test(surname) || !NAMED.test(given) || dictionaryWord(surname).nouns.length > 0) return null;
  const { given: evidence } = genderEvidence({ surname, given, patronymic: null });
  if (evidence === null || isObliqueOfThing(surname)) return null;
  return genderEvidence({ surname: given, given: surname, patronymic: null }).given === null
    ? { length: 2, gender: evidence, ambiguous: false }
    : null;
}

/** Initials say no gender: the ending of the surname does, or the person is asked about. */
function withInitials(tokens: readonly Token[]): Found | null {
  const text = tokens.map(({ text: word }) => word).join(" ");
  const [, surname = "", initials = ""] =
    /(?:^|\s)(\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}\.\s?\p{Lu}\.)$/u.exec(text) ?? [];
  if (surname === "") return null;
  const gender = sexByEnding(surname);
  return { length: 1 + initials.split(" ").length, gender, ambiguous: /[аяй]$/.test(surname) && gender === "feminine" };
}

/** «Предприниматель И. И. Иванов»; behind «имени» and where the surname may be in the genitive the name is ruled. */
function behindInitials(tokens: readonly Token[], head: string): Found | null {
  const text = tokens.map(({ text: word }) => word).join(" ");
  const [, initials = "", surname = ""] =
    /(?:^|\s)(\p{Lu}\.\s?\p{Lu}\.) (\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?)$/u.exec(text) ?? [];
  const length = 1 + initials.split(" ").length;
  const before = tokens.at(-length - 1)?.text ?? head;
  if (surname === "" || /^(имени|им\.|памяти)$/i.test(before)) return null;
  const named = /^(ИП|предприниматель|самозанят(ый|ая)|адвокат|нотариус|граждан(ин|ка))$/i.test(before);
  if (!named && !/(ов|ев|ёв|ин|ын|[сц]кий)$/.test(surname)) return null;
  const gender = sexByEnding(surname);
  return { length, gender, ambiguous: /[аяй]$/.test(surname) && gender === "feminine" };
}
