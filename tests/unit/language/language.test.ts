import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareForms, formLists } from "../../../scripts/bench-language.ts";
import { madeLists } from "../../../scripts/language-lists.ts";
import { numericDate } from "../../../src/base/text/index.ts";
import {
  CASES,
  cardinal,
  contractDate,
  counted,
  countForm,
  DECLINE,
  declinePerson,
  declinePhrase,
  declinePosition,
  declineText,
  formatNumber,
  type GrammaticalCase,
  inflect,
  initialsAfter,
  initialsBefore,
  isPlausible,
  moneyInWords,
  monthName,
  type Oblique,
  ordinal,
  preposition,
  shortForm,
  verbalDate,
} from "../../../src/language/index.ts";

const lists = formLists("tests/fixtures/language");

describe.each([...lists])("the forms of %s", (_name, tsv) => {
  const compared = compareForms(tsv);

  it("are right or flagged: no wrong form passes in silence", () => {
    const wrong = compared.filter(({ verdict }) => verdict === "wrong");
    expect(wrong.map((one) => `${one.group}: ${one.lemma}, ${one.case}: ${one.form} for ${one.expected}`)).toEqual([]);
  });

  it("are flagged seldom: 8 % at most", () => {
    expect(compared.filter(({ verdict }) => verdict === "flagged").length / compared.length).toBeLessThanOrEqual(0.08);
  });
});

describe.each([
  ["words by paradigm", 0.04],
  ["ordinary names and posts", 0.005],
  ["phrases against the program", 0.04],
  ["judged by hand", 0.04],
])("the made forms of %s", (name, flagged) => {
  const compared = compareForms(madeLists().get(name) ?? "");

  it("are right or asked about, and those that must be asked about are", () => {
    expect(compared.length).toBeGreaterThan(5000);
    if (name === "ordinary names and posts")
      expect(new Set(compared.map(({ group, lemma }) => `${group}\t${lemma}`)).size).toBeGreaterThanOrEqual(5000);
    const wrong = compared.filter(({ verdict }) => verdict === "wrong");
    expect(wrong.map((one) => `${one.group}: ${one.lemma}, ${one.case}: ${one.form} for ${one.expected}`)).toEqual([]);
  });

  it("are asked about seldom", () => {
    const asked = compared.filter(({ verdict, expected }) => verdict === "flagged" && expected !== "?");
    expect(asked.length / compared.length).toBeLessThanOrEqual(flagged);
  });
});

describe("forms that documents use", () => {
  it.each<[string, GrammaticalCase, string]>([
    [
      "муниципальное бюджетное общеобразовательное учреждение «Примерная школа»",
      "dative",
      "муниципальному бюджетному общеобразовательному учреждению «Примерная школа»",
    ],
    [
      "комитет по образованию Администрации муниципального образования «Смоленский район»",
      "instrumental",
      "комитетом по образованию Администрации муниципального образования «Смоленский район»",
    ],
    ["управление образования администрации", "genitive", "управления образования администрации"],
    ["МБОУ «Примерная СШ»", "dative", "МБОУ «Примерная СШ»"],
    ["Смоленский муниципальный округ", "prepositional", "Смоленском муниципальном округе"],
    ["начальная школа – детский сад", "genitive", "начальной школы – детского сада"],
  ])("%s in the %s", (name, grammaticalCase, expected) =>
    expect(DECLINE.organisation(name, grammaticalCase).text).toBe(expected),
  );

  it.each<[string, GrammaticalCase, string]>([
    [
      "заместитель директора по учебно-воспитательной работе",
      "accusative",
      "заместителя директора по учебно-воспитательной работе",
    ],
    ["учитель-логопед", "instrumental", "учителем-логопедом"],
    ["заведующая библиотекой", "dative", "заведующей библиотекой"],
    ["и. о. директора", "genitive", "и. о. директора"],
  ])("%s in the %s", (post, grammaticalCase, expected) =>
    expect(declinePosition(post, grammaticalCase).text).toBe(expected),
  );

  it.each([
    ["о", "утверждении", "об"],
    ["о", "единой", "о"],
    ["о", "ОГЭ", "об"],
    ["о", "МБОУ", "о"],
    ["о", "«Открытом уроке»", "об"],
    ["с", "школой", "со"],
    ["с", "учителем", "с"],
    ["в", "исполнение", "во"],
    ["в", "феврале", "в"],
    ["к", "второму", "ко"],
    ["к", "плану", "к"],
    ["с", "Львом", "со"],
    ["в", "Вьетнаме", "во"],
    ["с", "2 сентября", "со"],
    ["с", "2 учениками", "с"],
    ["в", "II полугодии", "во"],
    ["в", "I полугодии", "в"],
  ] as const)("%s before %s is %s", (name, next, expected) => {
    expect(preposition(name, next)).toBe(expected);
  });

  it("numbers, sums and dates", () => {
    expect([1, 2, 5, 11, 12, 21, 22, 111, 0.5].map((n) => countForm(n, "лист", "листа", "листов"))).toEqual([
      "лист",
      "листа",
      "листов",
      "листов",
      "листов",
      "лист",
      "листа",
      "листов",
      "листа",
    ]);
    expect(cardinal(2, { case: "genitive" })).toBe("двух");
    expect(ordinal(2025, { case: "genitive" })).toBe("две тысячи двадцать пятого");
    expect(formatNumber(12500.5, 1)).toBe("12\u00a0500,5");
    expect(formatNumber(1302)).toBe("1302");
    expect(moneyInWords(12500)).toBe("12\u00a0500 (двенадцать тысяч пятьсот) рублей 00\u00a0копеек");
    expect(moneyInWords(1.01)).toBe("1 (один) рубль 01\u00a0копейка");
    expect([verbalDate("2025-09-05"), numericDate("2025-09-05"), contractDate("2025-09-05")]).toEqual([
      "5\u00a0сентября 2025\u00a0г.",
      "05.09.2025",
      "«05»\u00a0сентября 2025\u00a0г.",
    ]);
    expect(CASES.map((name) => monthName("2025-09", name)).join(" ")).toBe(
      "сентябрь сентября сентябрю сентябрь сентябрём сентябре",
    );
  });

  it.each<[string, "masculine" | "feminine", Oblique, string, boolean]>([
    ["Орехов", "masculine", "genitive", "Орехова", true],
    ["Орехов", "masculine", "genitive", "Орехов", false],
    ["Орехов", "masculine", "genitive", "Орехову", false],
    ["Бокий", "masculine", "genitive", "Бокия", true],
    ["Бокий", "masculine", "genitive", "Бокого", true],
    ["Литвин", "masculine", "instrumental", "Литвином", true],
    ["Берая", "feminine", "genitive", "Бераи", true],
    ["Ковальчук", "feminine", "genitive", "Ковальчука", false],
  ])("%s (%s), %s by hand: %s can be right – %s", (text, sex, grammaticalCase, form, expected) =>
    expect(isPlausible({ kind: "surname", text, sex, case: grammaticalCase, form })).toBe(expected),
  );

  it.each<["position" | "phrase" | "surname", string, string | null]>([
    ["position", "медиатор", "медиатора"],
    ["position", "игропедагог", "игропедагога"],
    ["position", "документовед", "документоведа"],
    ["position", "юнармеец", "юнармейца"],
    ["position", "контент-менеджер", "контент-менеджера"],
    ["position", "трафик-менеджер", null],
    ["position", "SMM-специалист", "SMM-специалиста"],
    ["phrase", "пятнадцать учеников", "пятнадцать учеников"],
    ["surname", "Кравчина", null],
    ["surname", "Рощина", "Рощину"],
    ["surname", "Перепелица", "Перепелицу"],
  ])("%s «%s» in the accusative: %s (null: asked about)", (kind, text, form) => {
    const asked = kind === "surname" ? "genitive" : "accusative";
    const found = inflect({ kind, text, case: form === null ? asked : "accusative", gender: "feminine" });
    expect(found.confidence === "high" ? found.text : null).toBe(form);
  });

  it("short forms lose the vowel that falls out, participles keep theirs", () => {
    const words = ["должен", "согласен", "недействителен", "составлен", "утверждён"];
    expect(words.map((word) => shortForm(word, "feminine"))).toEqual([
      "должна",
      "согласна",
      "недействительна",
      "составлена",
      "утверждена",
    ]);
  });

  it("people behind a number keep its own forms; of things a collective numeral is doubtful in oblique cases", () => {
    const forms = (["genitive", "dative", "instrumental", "prepositional"] as const).map(
      (name) => declinePhrase("пять человек", name).text,
    );
    expect(forms).toEqual(["пяти человек", "пяти человекам", "пятью человеками", "пяти человеках"]);
    expect(declinePhrase("двое суток", "genitive").confidence).toBe("low");
  });

  it("collective numerals are for men and mixed groups", () => {
    const two = (what: string): string => counted(2, what, { as: "collective" }).text;
    expect(["учитель", "ученица", "дом"].map(two)).toEqual(["двое учителей", "две ученицы", "два дома"]);
  });

  it("an unknown plural is asked about without an invented form", () => {
    expect(declinePosition("кванторианы", "genitive")).toMatchObject({ text: "кванторианы", confidence: "low" });
  });

  it("a given name against the gender of the record is a question", () => {
    const name = { surname: "Цой", given: "Виктор", gender: "feminine" } as const;
    expect(declinePerson(name, "genitive")).toMatchObject({ confidence: "low" });
    expect(declinePerson({ surname: "Литвина", given: "Любовь" }, "genitive")).toEqual({
      text: "Литвиной Любови",
      confidence: "high",
      reason: null,
    });
  });

  it.each<[string, string, string | null]>([
    ["Цой Виктор", "Цоя Виктора", null],
    ["Ким Валентина", "Ким Валентины", null],
    ["Петрова Кармен", "Петровой Кармен", null],
    ["Ким Кармен", "Ким Кармен", "пол неизвестен"],
    ["Ким Женя", "Ким Жени", "пол неизвестен"],
    ["Иванов Мария", "Иванов Марии", "фамилия мужская"],
    ["Иванова Мария Петрович", "Ивановой Марии Петровича", "имя «Мария» не согласуется с отчеством «Петрович»"],
  ])("the gender of %s follows the evidence of the parts, or is asked about", (text, genitive, reason) => {
    const form = declineText(text, { kind: "person" }).forms.genitive;
    expect([form.reason?.ru.includes(reason ?? "") ?? null, form.confidence]).toEqual(
      reason === null ? [null, "high"] : [true, "low"],
    );
    if (reason === null || !reason.startsWith("пол")) expect(form.text).toBe(genitive);
  });

  it("initials before and after the surname", () => {
    const name = { surname: "Петров", given: "Иван", patronymic: "Ильич", gender: "masculine" } as const;
    expect([initialsBefore(name, "tight"), initialsBefore(name, "spaced"), initialsAfter(name, "spaced")]).toEqual([
      "И.И.\u00a0Петров",
      "И.\u00a0И.\u00a0Петров",
      "Петров\u00a0И.\u00a0И.",
    ]);
    expect(initialsBefore({ ...name, given: "Анна-Мария", patronymic: null }, "tight")).toBe("А.-М.\u00a0Петров");
  });

  it("the nominative is what was given, for any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        for (const decline of [declinePosition, DECLINE.organisation, declinePhrase])
          expect(decline(text, "nominative").text).toBe(text);
      }),
    );
  });

  it("no text makes a function throw", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 40 }),
        fc.constantFrom(...CASES),
        (text, grammaticalCase) => {
          for (const decline of [declinePosition, DECLINE.organisation, declinePhrase])
            expect(typeof decline(text, grammaticalCase).text).toBe("string");
          expect(typeof declinePerson({ surname: text, given: text, patronymic: text }, grammaticalCase).text).toBe(
            "string",
          );
        },
      ),
    );
  });
});

describe("surnames on -ок", () => {
  it.each([
    ["Чеснок", "high"],
    ["Росток", "low"],
  ])("%s is certain only where the noun has one genitive: %s", (surname, confidence) => {
    const man = { surname, given: "Иван", patronymic: "Ильич", gender: "masculine" } as const;
    expect(declinePerson(man, "genitive").confidence).toBe(confidence);
  });
});

describe("surnames on -цый", () => {
  it("have «е» where the others have «о»", () => {
    const man = { surname: "Куцый", given: "Иван", patronymic: "Ильич", gender: "masculine" } as const;
    const forms = (["genitive", "dative", "instrumental", "prepositional"] as const).map(
      (one) => declinePerson(man, one).text.split(" ")[0],
    );
    expect(forms).toEqual(["Куцего", "Куцему", "Куцым", "Куцем"]);
  });
});
