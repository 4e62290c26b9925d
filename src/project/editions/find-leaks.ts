import { escapeExpression } from "../../base/text/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import { contactKeys, type KnownPerson, type KnownValues } from "./known-values.ts";
import { normalText } from "./normal-text.ts";
import { shapesIn } from "./shapes.ts";
import { type Stranger, strangersIn } from "./strangers.ts";

/** Something in a text that a public edition must not, or may not, hold. */
export type Leak = {
  /**
   * `name`, `email`, `number`: a value that the records withhold; `contact`, `code`, `address`, `birth`: a phone, e-mail, account,
   * personal code, home or day of birth that no organisation publishes; `unknown-name`: a name of somebody whom the records do not know.
   */
  readonly kind: "name" | "email" | "number" | "contact" | "code" | "address" | "birth" | "unknown-name";
  /** As it stands in the text (normal form). */
  readonly text: string;
  /** The record and property it is withheld in; null for what no record holds. */
  readonly record: ContentRecord | null;
  readonly pointer: string;
};

/** Looks for leaks in texts of one document; persons that it may name are not looked for. */
export class LeakFinder {
  readonly #known: KnownValues;
  readonly #withheld: readonly KnownPerson[];
  readonly #named: readonly KnownPerson[];
  readonly #surnames = new Map<string, KnownPerson[]>();
  readonly #properNames: RegExp | null;

  constructor(known: KnownValues, mayName: (person: ContentRecord) => boolean) {
    this.#known = known;
    this.#named = known.people.filter(({ record }) => mayName(record));
    this.#withheld = known.people.filter(({ record }) => !mayName(record));
    for (const person of known.people)
      for (const form of person.surnames) this.#surnames.set(form, [...(this.#surnames.get(form) ?? []), person]);
    const names = known.properNames.map(escapeExpression);
    this.#properNames = names.length === 0 ? null : new RegExp(`(?<!\\p{L})(?:${names.join("|")})(?!\\p{L})`, "giu");
  }

  /** Leaks of a text, each distinct one once. */
  find(source: string): Leak[] {
    const text = normalText(source);
    const found = [
      ...this.#surnamesIn(text),
      ...this.#givenNamesIn(text),
      ...this.#idsIn(text),
      ...this.#valuesIn(text),
      ...this.#shapesIn(text),
      ...this.#unknownNamesIn(text),
    ];
    const distinct: Leak[] = [];
    for (const leak of found) if (!distinct.some((one) => sameLeak(one, leak))) distinct.push(leak);
    return distinct;
  }

  /** Official names of organisations and places hold surnames of other people («школа имени …»). */
  #withoutProperNames(text: string): string {
    return this.#properNames === null ? text : text.replace(this.#properNames, (name) => "□".repeat(name.length));
  }

  #surnamesIn(text: string): Leak[] {
    const bare = this.#withoutProperNames(text);
    const leaks: Leak[] = [];
    for (const match of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
      const people = this.#surnames.get(match[0].toLowerCase());
      if (people === undefined) continue;
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + match[0].length);
      const initials = initialsBeside(before, after);
      const beside = [/^ (\p{L}+)/u.exec(after)?.[1], /(\p{L}+) $/u.exec(before)?.[1]].map((word) =>
        word?.toLowerCase(),
      );
      const called = people.find(({ givenNames }) =>
        [...givenNames].some((name) => beside.includes(name.split(" ")[0])),
      );
      const fits = (person: KnownPerson): boolean =>
        called === undefined ? initials === null || sameInitials(person, initials) : called === person;
      if (this.#named.some((person) => people.includes(person) && fits(person))) continue;
      const certain = initials !== null || called !== undefined;
      const withheld = this.#withheld.find((person) => people.includes(person) && fits(person));
      if (withheld === undefined) continue;
      // A template may write the first letter of a text small, and a surname may be a common word: alone it counts with a capital only.
      if (!certain && !/^\p{Lu}/u.test(match[0])) continue;
      if (!certain && bare.slice(match.index, match.index + match[0].length) !== match[0]) continue;
      leaks.push(nameLeak(withheld, match[0]));
    }
    return leaks;
  }

  /** «Дмитрий Львович» without the surname says who it is, too; a lone given name does not. */
  #givenNamesIn(text: string): Leak[] {
    const lower = text.toLowerCase();
    return this.#withheld.flatMap((person) => {
      const form = [...person.givenNames].find(
        (one) =>
          one.includes(" ") && wordAt(lower, one) >= 0 && !this.#named.some((other) => other.givenNames.has(one)),
      );
      if (form === undefined) return [];
      const at = wordAt(lower, form);
      return [nameLeak(person, text.slice(at, at + form.length))];
    });
  }

  /** The id of a person's record is the surname in Latin letters. */
  #idsIn(text: string): Leak[] {
    return this.#withheld
      .filter(({ record }) => record.id.length > 4 && new RegExp(`(?<![\\w-])${record.id}(?![\\w-])`).test(text))
      .map((person) => nameLeak(person, person.record.id));
  }

  #valuesIn(text: string): Leak[] {
    return this.#known.values.flatMap(({ record, pointer, kind, pattern }): Leak[] => {
      const match = pattern.exec(text);
      return match === null ? [] : [{ kind, text: match[0].trim(), record, pointer }];
    });
  }

  /** Phones, addresses, accounts and personal codes by their form, whether a record holds them or not. */
  #shapesIn(text: string): Leak[] {
    return shapesIn(text)
      .filter(({ text: match }) => !contactKeys(match.replace(/[.]+$/, "")).some((one) => this.#known.kept.has(one)))
      .filter(({ kind, text: match }) => kind !== "address" || !this.#isOfOrganisation(match))
      .map(({ kind, text: match }) => ({ kind, text: match, record: null, pointer: "" }));
  }

  /** The address is an organisation's own, whole. */
  #isOfOrganisation(address: string): boolean {
    return this.#known.properNames.some((name) => name.length > 10 && name.includes(address));
  }

  /** Names of people whom the records do not know. */
  #unknownNamesIn(source: string): Leak[] {
    return strangersIn(this.#withoutProperNames(source))
      .filter((stranger) => !this.#isKnown(stranger))
      .map(({ text }): Leak => ({ kind: "unknown-name", text, record: null, pointer: "" }));
  }

  /** Somebody of the records: who may be named is, and who may not has been found by the name. */
  #isKnown({ surname, given, second }: Stranger): boolean {
    const letters: Initials = [given?.slice(0, 1).toUpperCase() ?? "", second?.slice(0, 1).toUpperCase() ?? null];
    if (surname !== null) {
      const people = this.#surnames.get(surname.toLowerCase()) ?? [];
      return people.some((person) => given === null || sameInitials(person, letters));
    }
    if (given === null || second === null) return false;
    const names = `${given} ${second}`.toLowerCase();
    return this.#known.people.some(({ givenNames }) => givenNames.has(names));
  }
}

/** One phone is found whole, as the subscriber's part and by its form. */
function sameLeak(one: Leak, other: Leak): boolean {
  const isName = (leak: Leak): boolean => leak.kind === "name" || leak.kind === "unknown-name";
  if (isName(one) || isName(other)) return one.kind === other.kind && one.text === other.text;
  const bare = (leak: Leak): string => leak.text.replace(/[^\p{L}\p{N}@]/gu, "").toLowerCase();
  return bare(one).includes(bare(other)) || bare(other).includes(bare(one));
}

function nameLeak(person: KnownPerson, text: string): Leak {
  return { kind: "name", text, record: person.record, pointer: "/surname" };
}

type Initials = readonly [string, string | null];

/** Initials right after a surname, else right before it. */
function initialsBeside(before: string, after: string): Initials | null {
  const next = /^ ?(\p{Lu})\.(?: ?(?:-\p{Lu}\. ?)?(\p{Lu})\.)?/u.exec(after);
  if (next !== null) return [next[1] ?? "", next[2] ?? null];
  const previous = /(?<!\p{L})(\p{Lu})\.(?: ?(?:-\p{Lu}\. ?)?(\p{Lu})\.)? ?$/u.exec(before);
  return previous === null ? null : [previous[1] ?? "", previous[2] ?? null];
}

function sameInitials({ initials }: KnownPerson, [first, second]: Initials): boolean {
  return initials[0] === first && (second === null || initials[1] === null || initials[1] === second);
}

/** Where a text stands as whole words; -1 when nowhere. */
function wordAt(text: string, wanted: string): number {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const around = (text[at - 1] ?? " ") + (text[at + wanted.length] ?? " ");
    if (!/\p{L}/u.test(around)) return at;
  }
  return -1;
}
