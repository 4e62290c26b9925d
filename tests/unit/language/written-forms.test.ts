import { describe, expect, it } from "vitest";
import { madeLists } from "../../../scripts/language-lists.ts";
import {
  CASES,
  type ConfirmedKind,
  declineText,
  isPlausible,
  OBLIQUE,
  type Oblique,
  proposedForms,
  type Sex,
  writtenForms,
} from "../../../src/language/index.ts";

/** Words and phrases of the made lists with their forms by paradigm, the nominative first; none of those that must be asked about. */
const lemmas = [...madeLists().values()].flatMap((tsv) => {
  const forms = new Map<string, string[]>();
  for (const line of tsv.split("\n").slice(1)) {
    const [group = "", lemma = "", gender = "", , form = ""] = line.split("\t");
    const key = `${group}\t${lemma}\t${gender}`;
    forms.set(key, [...(forms.get(key) ?? [lemma]), form]);
  }
  return [...forms].flatMap(([key, own]) => {
    const [group = "", text = "", gender = ""] = key.split("\t");
    const kind = kindOf(group);
    const sex: Sex = /^f/.test(gender) ? "feminine" : "masculine";
    return kind === null || own.includes("?") ? [] : [{ kind, text, sex, forms: own }];
  });
});

function kindOf(group: string): ConfirmedKind | null {
  const [, kind] = /^(surname|given|position|org|phrase)/.exec(group) ?? [];
  return kind === "org" ? "organisation" : ((kind as ConfirmedKind | undefined) ?? null);
}

/** «О копье» and «копьё» are one spelling where «ё» is not written. */
const isSpeltAlike = (one: string, other: string): boolean => one.replaceAll("ё", "е") === other.replaceAll("ё", "е");
const at = (name: Oblique): number => CASES.indexOf(name);

describe("a form written by hand", () => {
  it("that the paradigm gives is never warned against", () => {
    const warned = lemmas.flatMap(({ kind, text, sex, forms }) =>
      OBLIQUE.flatMap((name) => {
        const form = forms[at(name)] ?? "";
        return isPlausible({ kind, text, sex, case: name, form }) ? [] : [`${text}, ${name}: ${form}`];
      }),
    );
    expect(lemmas.length).toBeGreaterThan(2500);
    expect(warned).toEqual([]);
  });

  it("that is the nominative, though the paradigm has another, is warned against", () => {
    const passed = lemmas.flatMap(({ kind, text, sex, forms }) =>
      OBLIQUE.flatMap((name) =>
        !isSpeltAlike(forms[at(name)] ?? "", text) && isPlausible({ kind, text, sex, case: name, form: text })
          ? [`${text}, ${name}`]
          : [],
      ),
    );
    expect(passed).toEqual([]);
  });

  it("of another gender, another case or no paradigm is warned against", () => {
    const surnames = lemmas.filter(({ kind, forms }) => kind === "surname" && new Set(forms).size > 3);
    const passed = surnames.flatMap(({ kind, text, sex, forms }) => {
      const wrong = (form: string, name: Oblique): string[] =>
        !forms.filter((_, index) => index === at(name)).includes(form) &&
        isPlausible({ kind, text, sex, case: name, form })
          ? [`${text}, ${name}: ${form}`]
          : [];
      return [
        ...wrong(`${forms[1]}ъ`, "genitive"),
        ...wrong(`${text}овым`, "instrumental"),
        ...wrong(forms[4] ?? "", "genitive"),
        ...wrong(forms[2] ?? "", "accusative"),
      ];
    });
    expect(passed).toEqual([]);
    const women = lemmas.filter(
      ({ kind, sex, forms }) => kind === "surname" && sex === "feminine" && new Set(forms).size === 1,
    );
    expect(women.length).toBeGreaterThan(50);
    expect(
      women.filter(({ kind, text, sex }) => isPlausible({ kind, text, sex, case: "dative", form: `${text}у` })),
    ).toEqual([]);
  });

  it.each<[ConfirmedKind, string, Sex, Oblique, string, boolean]>([
    ["surname", "Коломиец", "masculine", "genitive", "Коломиеца", true],
    ["surname", "Коломиец", "masculine", "genitive", "Коломиец", false],
    ["surname", "Лев", "masculine", "genitive", "Льва", true],
    ["surname", "Иванова", "feminine", "instrumental", "Ивановою", true],
    ["position", "кванториан", "masculine", "genitive", "кванториана", true],
    ["position", "кванториан", "masculine", "genitive", "кванториан", false],
    ["position", "заведующая складом", "feminine", "instrumental", "заведующею складом", true],
    ["position", "учитель физики", "masculine", "dative", "учителя физики", false],
  ])("%s %s (%s), %s: %s can be right – %s", (kind, text, sex, name, form, expected) =>
    expect(isPlausible({ kind, text, sex, case: name, form })).toBe(expected),
  );

  it("wins in the answer, for the words and the gender it is of", () => {
    const cases = { genitive: "Коломиеца" };
    const of = writtenForms([{ kind: "surname", text: "Коломиец", gender: "masculine", value: cases }]);
    const written = { of, person: () => null };
    const genitive = (text: string): string => declineText(text, { kind: "person", written }).forms.genitive.text;
    expect(genitive("Коломиец Иван Петрович")).toBe("Коломиеца Ивана Петровича");
    expect(genitive("Коломиец Анна Петровна")).toBe("Коломиец Анны Петровны");
  });
});

describe("forms to propose", () => {
  it.each<[ConfirmedKind, string, Sex, string | null]>([
    ["position", "хормейстер (дежурный борец)", "masculine", "хормейстера (дежурного борца)"],
    ["organisation", "учреждение средняя школа № 2 г. Вязьмы", "masculine", "учреждения средней школы № 2 г. Вязьмы"],
    ["position", "учитель математик", "masculine", "учителя математика"],
    ["position", "и. о. директор", "masculine", "и. о. директора"],
    ["surname", "Щегол", "masculine", "Щегла"],
    ["position", "кванторианы", "masculine", null],
    ["phrase", "педагоги и крэнчи", "masculine", null],
    ["organisation", "Лицей Росток", "masculine", null],
    ["phrase", "двадцать одни сутки", "masculine", null],
    ["phrase", "две трети дня", "masculine", "двух третей дня"],
    ["surname", "Smith", "masculine", null],
    ["surname", "Иванова", "masculine", null],
    ["surname", "Иванов", "feminine", null],
  ])("of %s «%s» (%s): %s", (kind, text, sex, genitive) =>
    expect(proposedForms({ kind, text, sex })?.genitive ?? null).toBe(genitive),
  );

  it("of every word are of one that the paradigm, or another of its endings, gives", () => {
    const odd = lemmas.flatMap(({ kind, text, sex }) => {
      const forms = proposedForms({ kind, text, sex });
      return forms === null ||
        OBLIQUE.every((name) => isPlausible({ kind, text, sex, case: name, form: forms[name] ?? "" }))
        ? []
        : [text];
    });
    expect(odd).toEqual([]);
  });
});
