import { describe, expect, it } from "vitest";
import { madeLists } from "../../../scripts/language-lists.ts";
import { CASES, type Declined, inflect, requestOf } from "../../../src/language/index.ts";

/** Every text of the made lists in its six cases, where all of them are certain. */
const paradigms = [...madeLists().values()].flatMap((tsv) => {
  const lemmas = new Map(
    tsv
      .split("\n")
      .slice(1)
      .map((line) => {
        const [group = "", lemma = "", gender = ""] = line.split("\t");
        return [`${group}\t${lemma}\t${gender}`, { group, lemma, gender, case: "nominative" }] as const;
      }),
  );
  return [...lemmas.values()].flatMap((row) => {
    const request = requestOf(row);
    if ("fault" in request) throw new Error(request.fault.en);
    const forms = CASES.map((name): Declined => inflect({ ...request, case: name }));
    return forms.some(({ confidence }) => confidence === "low")
      ? []
      : [{ ...row, kind: request.kind, forms: forms.map(({ text }) => text) }];
  });
});

const broken = (isBroken: (one: (typeof paradigms)[number]) => boolean): string[] =>
  paradigms.filter(isBroken).map(({ lemma, forms }) => `${lemma}: ${forms.join(", ")}`);

describe("every certain paradigm", () => {
  it("is there for most of the lists", () => expect(paradigms.length).toBeGreaterThan(3000));

  it("keeps the capitals, the hyphens and the number of words", () => {
    const shape = (text: string): string =>
      text
        .replace(/\p{Lu}\p{Lu}+/gu, "AA")
        .replace(/\p{Lu}\p{Ll}*/gu, "A")
        .replace(/[\p{Ll}]+/gu, "a");
    expect(broken(({ forms }) => forms.some((form) => shape(form) !== shape(forms[0] ?? "")))).toEqual([]);
  });

  it("breaks no rule of spelling that its nominative keeps", () => {
    const against = /[жшчщкгх]ы|[жшчщкгхц][яю]/iu;
    expect(broken(({ forms }) => !against.test(forms[0] ?? "") && forms.some((form) => against.test(form)))).toEqual(
      [],
    );
  });

  it("has the accusative of a man like the genitive", () => {
    const men = /^(surname_m|given_m_hard|given_m_soft|given_m_iy|patrname_m)/;
    const onA = (text: string): boolean => /[аяАЯ]$/.test(text);
    expect(broken(({ group, forms }) => men.test(group) && !onA(forms[0] ?? "") && forms[3] !== forms[1])).toEqual([]);
  });

  it("differs from the nominative for a man's surname on a consonant", () => {
    expect(
      broken(
        ({ group, forms }) => /^surname_m_(possessive|consonant|vich|foreign)/.test(group) && new Set(forms).size < 5,
      ),
    ).toEqual([]);
  });

  it("has the same stem in both genders of a surname that is an adjective", () => {
    const women = new Map(paradigms.filter(({ group }) => group === "surname_f_ski").map((one) => [one.lemma, one]));
    const wrong = paradigms
      .filter(({ group, lemma }) => /^surname_m_(ski|adjective)$/.test(group) && women.has(`${lemma.slice(0, -2)}ая`))
      .filter(({ lemma, forms }) => {
        const stem = lemma.slice(0, -2);
        const woman = women.get(`${stem}ая`);
        return forms[1] !== `${stem}ого` || woman?.forms[1] !== `${stem}ой`;
      });
    expect(wrong.map(({ lemma }) => lemma)).toEqual([]);
  });

  it("is the same when it is asked for again", () => {
    const again = paradigms.filter(({ group, lemma, gender, forms }) => {
      const request = requestOf({ group, lemma, gender, case: "dative" });
      return !("fault" in request) && inflect(request).text !== forms[2];
    });
    expect(again).toEqual([]);
  });
});
