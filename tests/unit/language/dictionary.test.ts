import { describe, expect, it } from "vitest";
import { COMMON_NOUNS } from "../../../src/language/common-nouns.ts";
import { dictionaryWord } from "../../../src/language/dictionary.ts";
import { CASES, declinePerson, declinePosition, isDictionaryOpen } from "../../../src/language/index.ts";
import { declineNoun } from "../../../src/language/nouns.ts";

/** Words younger than the dictionary. */
const YOUNG = ["тьютор", "вебинар"];

describe("the dictionary", () => {
  it("is not read for names of people and for common posts", () => {
    declinePerson({ surname: "Иванова", given: "Мария", patronymic: "Петровна" }, "dative");
    declinePosition("заместитель директора по учебно-воспитательной работе", "dative");
    declinePosition("учитель-логопед", "instrumental");
    expect(isDictionaryOpen()).toBe(false);
    declinePosition("концертмейстер", "dative");
    expect(isDictionaryOpen()).toBe(true);
  });

  it("agrees with every form of our own table of common nouns", () => {
    const known = [...COMMON_NOUNS].filter(([word]) => !YOUNG.includes(word));
    const wrong = known.flatMap(([word, traits]) => {
      const readings = dictionaryWord(word).nouns.filter(
        (noun) => noun.number === "singular" && noun.animate === traits.animate && noun.gender === traits.gender,
      );
      return CASES.filter(
        (name) => !readings.some(({ forms }) => forms.singular[name] === declineNoun(word, name, traits)),
      ).map((name) => `${word}, ${name}: ${declineNoun(word, name, traits)}, not ${readings[0]?.forms.singular[name]}`);
    });
    expect(wrong).toEqual([]);
  });
});
