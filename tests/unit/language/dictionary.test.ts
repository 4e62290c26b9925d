import { describe, expect, it } from "vitest";
import { adjectiveForm } from "../../../src/language/adjectives.ts";
import { COMMON_NOUNS, COMMON_PLURALS } from "../../../src/language/common-nouns.ts";
import { dictionaryWord, isFormOf } from "../../../src/language/dictionary.ts";
import { CASES, declinePerson, declinePhrase, declinePosition, isDictionaryOpen } from "../../../src/language/index.ts";
import { commonPlural, declineNoun } from "../../../src/language/nouns.ts";

/** Words younger than the dictionary. */
const YOUNG = ["тьютор", "вебинар", "вуз", "загс", "хаб", "коворкинг", "кванториум", "хакатон"];

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

  it("agrees with every plural of our own table", () => {
    const known = [...COMMON_PLURALS.keys()].filter((word) => !YOUNG.includes(word));
    const wrong = known.flatMap((word) => {
      const animate = COMMON_NOUNS.get(word)?.animate ?? false;
      const readings = dictionaryWord(word).nouns.filter((noun) => noun.animate === animate);
      return CASES.filter(
        (name) => !readings.some(({ forms }) => forms.plural[name] === commonPlural(word, name, animate)),
      ).map((name) => `${word}, ${name}: ${commonPlural(word, name, animate)}, not ${readings[0]?.forms.plural[name]}`);
    });
    expect(wrong).toEqual([]);
  });

  it("agrees with our adjectives and participles in every gender, number and case", () => {
    const words =
      `муниципальный базовый последний общий действующий именуемый являющийся высокий городской казачий третий
      старший синий дошкольный утверждённый ответственный обучающийся тихий чужой свежий детский научный`.split(/\s+/);
    const wrong = words.flatMap((word) => adjectiveMistakes(word));
    expect(wrong).toEqual([]);
  });
});

describe("words that look like others", () => {
  const dative = (text: string): string => {
    const form = declinePhrase(text, "dative");
    return form.confidence === "high" ? form.text : "?";
  };

  it("takes a noun for no adjective, and a compound of two nouns for two", () => {
    expect(["безбрачие", "многоязычие", "стая", "электрик-лесничий"].map(dative)).toEqual([
      "безбрачию",
      "многоязычию",
      "стае",
      "электрику-лесничему",
    ]);
  });

  it("asks about a word after «и» that depends on the first or stands beside it", () => {
    expect(["змей и края", "отец и площади"].map(dative)).toEqual(["?", "?"]);
  });

  it("asks about the accusative of an adjective that may be a person, and about no other case of it", () => {
    const certain = CASES.filter((name) => declinePhrase("участковый", name).confidence === "high");
    expect(certain).toEqual(CASES.filter((name) => name !== "accusative"));
  });

  it("asks where the dictionaries differ, and where one alone has a word of no regular pattern", () => {
    expect(["кобленц", "концертмейстер"].map(dative)).toEqual(["?", "концертмейстеру"]);
  });
});

/** Our form of an adjective must be a form of the same gender, number and case in the dictionary. */
function adjectiveMistakes(word: string): string[] {
  const genders = ["masculine", "feminine", "neuter"] as const;
  return genders.flatMap((gender) =>
    CASES.flatMap((name) => {
      const form = adjectiveForm(word, { case: name, gender, number: "singular", animate: false });
      return isFormOf(form, word, gender, name) ? [] : [`${word}, ${gender}, ${name}: ${form}`];
    }),
  );
}
