import { text } from "../../../base/diagnostics/index.ts";
import {
  agreed,
  type Gender,
  type GrammaticalCase,
  type GrammaticalNumber,
  initialsAfter,
  initialsBefore,
  preposition,
  shortForm,
} from "../../../language/index.ts";
import { RECORD_OF } from "../../../paperwork/facts/index.ts";
import { FINDINGS } from "../findings.ts";
import { TemplateError } from "../template-error.ts";
import { caseArgument, genderArgument, textArgument, wordArgument } from "./arguments.ts";
import { type AnyDeclinable, isDeclinable, isWithheld, toDeclinable, toPerson } from "./declinable.ts";
import { formOf, settlePhrase } from "./forms.ts";
import type { Helper, HelperContext, HelperTable } from "./helper.ts";

/** Cases, agreement, initials and prepositions. Forms given in a record win over derived ones. */
export const GRAMMAR: HelperTable = {
  /** The name, post, organisation or phrase in a case: `case "директор школы" "dative"` → «директору школы». */
  case: ([value, name], _named, context) => inCase(value, caseArgument(name), context),
  /** As it stands in the records: `nominative person` → «Смирнова Ольга Леонидовна». */
  nominative: caseHelper("nominative"),
  /** Of whom, of what: `genitive "директор школы"` → «директора школы». */
  genitive: caseHelper("genitive"),
  /** To whom: `dative person` → «Смирновой Ольге Леонидовне». */
  dative: caseHelper("dative"),
  /** Whom, what: `accusative "базовая школа"` → «базовую школу». */
  accusative: caseHelper("accusative"),
  /** By whom, with what: `instrumental "директор школы"` → «директором школы». */
  instrumental: caseHelper("instrumental"),
  /** After «о», «в»: `prepositional "базовая школа"` → «базовой школе». */
  prepositional: caseHelper("prepositional"),
  /** A post with its organisation, whose noun is not said twice: `postAt "начальник управления" "Управление образования" case="dative"` → «начальнику Управления образования». */
  postAt: ([title, organisation], named, context) => {
    const [post, at] = [toDeclinable(title), toDeclinable(shortName(organisation))];
    const name = caseArgument(named.case);
    const field = fieldOfMinister(post.text, at.text);
    if (field !== null) return [inCase(post, name, context), ...(post.text.endsWith(field) ? [] : [field])].join(" ");
    const governed = governedCase(post.text, at, context);
    return `${inCase(governed === null ? post : withoutLastWord(post), name, context)} ${formOf(at, governed ?? "genitive", context)}`;
  },
  /** As in a signature: `initials person` → «О.Л. Смирнова»; nothing where the edition withholds the name: a signature then keeps its post alone. */
  initials: ([value], _named, { initialsStyle }) =>
    isWithheld(value) ? "" : initialsBefore({ ...toPerson(value), gender: null }, initialsStyle),
  /** As in a text, and it declines: `dative (initialsAfter person)` → «Смирновой О.Л.». */
  initialsAfter: ([value], _named, { initialsStyle }) => surnameInitials(value, initialsStyle),
  /** An adjective or participle in the gender of a thing, in the plural for a list: `agree "именуемый" person case="dative"` → «именуемой». */
  agree: ([word, thing], named, context) => {
    const [written, name, traits] = [textArgument(word, "agree"), caseArgument(named.case), traitsOf(thing)];
    const number = named.number === "plural" ? "plural" : traits.number;
    return settlePhrase({ text: written, name, form: agreed(written, { ...traits, number, case: name }) }, context);
  },
  /** A short participle: `agreeShort "назначен" person` → «назначена»; a list of several things → «назначены». */
  agreeShort: ([word, thing]) => {
    const { gender, number } = traitsOf(thing);
    return shortForm(textArgument(word, "agreeShort"), gender, number);
  },
  /** With «о», «об» or «обо»: `about "итогах"` → «об итогах». */
  about: ([value]) => withPreposition("о", value),
  /** With «о», «с», «в» or «к» in the form that the next word asks for: `preposition "с" "семинаром"` → «с семинаром». */
  preposition: ([name, value]) =>
    withPreposition(wordArgument(name, PREPOSITIONS, text("Неизвестный предлог", "Unknown preposition")), value),
  /** masculine, feminine or neuter: `gender person` → «feminine». */
  gender: ([thing]) => genderOf(thing),
  /** A text with hand-given cases: `genitive (phrase "ТРЦ" cases=aliasCases)` → «Центра». */
  phrase: ([value], named) => withCases(toDeclinable(value), named.cases),
};

function shortName(organisation: unknown): unknown {
  const known = typeof organisation === "object" && organisation !== null && "short" in organisation;
  return known ? organisation.short : organisation;
}

/** «образования и науки» of a minister («заместитель министра») and a ministry: the one says whose the other is. */
function fieldOfMinister(post: string, organisation: string): string | null {
  return /(?<!\p{L})министр(?:а|у|ом|е)?(?!\p{L})/iu.test(post)
    ? (/^министерство (.+)$/iu.exec(organisation)?.[1] ?? null)
    : null;
}

/** The case that a post governs its organisation in, when it ends with its noun: «начальник управления», «заведующий отделом». */
function governedCase(
  post: string,
  organisation: AnyDeclinable,
  context: HelperContext,
): "genitive" | "instrumental" | null {
  const [, last = ""] = /\s(\S+)$/.exec(post.toLowerCase()) ?? [];
  if (last === "" || !organisation.text.toLowerCase().startsWith(last.slice(0, 4))) return null;
  const first = (name: GrammaticalCase): string =>
    (formOf(organisation, name, context).split(" ")[0] ?? "").toLowerCase();
  return (["genitive", "instrumental"] as const).find((name) => first(name) === last) ?? null;
}

function withoutLastWord(name: AnyDeclinable): AnyDeclinable {
  const cut = (text: string): string => text.replace(/\s+\S+$/, "");
  const cases = name.cases && Object.fromEntries(Object.entries(name.cases).map(([key, form]) => [key, cut(form)]));
  return { ...name, text: cut(name.text), cases };
}

function caseHelper(name: GrammaticalCase): Helper {
  return ([value], _named, context) => inCase(value, name, context);
}

function inCase(value: unknown, name: GrammaticalCase, context: HelperContext): string {
  return formOf(toDeclinable(value), name, context);
}

/** «Петров И.И.»: the initials in the style of the signatures, since one document writes them in one way. */
function surnameInitials(value: unknown, style: HelperContext["initialsStyle"]): AnyDeclinable {
  const name = toDeclinable(value);
  // The post stands for a withheld name, and declines as a post.
  if (isWithheld(name)) return name;
  const person = toPerson(value);
  const short = initialsAfter({ ...person, gender: null }, style);
  return { ...name, declinable: "surname-initials", cases: null, text: short, person };
}

/** What agrees with the thing: a person, an organisation, a gender by its name, or a list of them. */
function traitsOf(thing: unknown): { gender: Gender; number: GrammaticalNumber; animate: boolean } {
  const things = Array.isArray(thing) ? thing : [thing];
  const [first] = things;
  if (things.length !== 1) return { gender: "masculine", number: "plural", animate: things.some(isPerson) };
  return { gender: genderArgument(genderOf(first)), number: "singular", animate: isPerson(first) };
}

function withCases(name: AnyDeclinable, given: unknown): AnyDeclinable {
  if (typeof given !== "object" || given === null) return name;
  const cases = Object.fromEntries(
    Object.entries(given).filter((form): form is [string, string] => typeof form[1] === "string"),
  );
  return { ...name, cases };
}

function genderOf(thing: unknown): string {
  if (thing === "masculine" || thing === "feminine" || thing === "neuter") return thing;
  if (isDeclinable(thing)) return genderArgument(thing.gender);
  if (typeof thing === "object" && thing !== null && "gender" in thing) return genderArgument(thing.gender);
  throw new TemplateError(FINDINGS.TRC3214, {
    message: text("У этого значения нет рода", "This value has no gender"),
    hints: text(
      "Передайте лицо, организацию или masculine, feminine, neuter",
      "Give a person, an organisation or masculine, feminine, neuter",
    ),
  });
}

function isPerson(thing: unknown): boolean {
  return typeof thing === "object" && thing !== null && RECORD_OF in thing && Object.hasOwn(thing, "surname");
}

const PREPOSITIONS = ["о", "с", "в", "к"] as const;

function withPreposition(name: (typeof PREPOSITIONS)[number], value: unknown): string {
  const words = textArgument(value, "preposition");
  return `${preposition(name, words)}\u00a0${words}`;
}
