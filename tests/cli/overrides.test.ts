import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { FaultBase } from "../support/fault-base.ts";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());
const base = new FaultBase("content");

/** Findings of the sample with other files in it, by code and the text of their line. */
function foundIn(files: { readonly [file: string]: string }): string[] {
  return base.check(files).flatMap(({ code, place }) => {
    const file = Object.keys(files).find((one) => place?.file.endsWith(one));
    return file === undefined || !/^TRC(4003|2132)$/.test(code)
      ? []
      : [`${code} ${(files[file]?.split("\n")[(place?.start.line ?? 0) - 1] ?? "").trim()}`];
  });
}

/** A word, a case and a form that some paradigm gives, and one that none does. */
const FORMS = `surname masculine | Бокий | genitive | Бокия | Бокиян
surname masculine | Бокий | genitive | Бокого | Бокий
surname masculine | Коломиец | genitive | Коломиеца | Коломиец
surname masculine | Коломиец | instrumental | Коломийцем | Коломийца
surname masculine | Лев | dative | Льву | Льва
surname masculine | Лев | dative | Леву | Лев
surname masculine | Литвин | instrumental | Литвином | Литвином-ым
surname masculine | Литвин | instrumental | Литвиным | Литвину
surname masculine | Орехов | genitive | Орехова | Орехов
surname masculine | Орехов | instrumental | Ореховым | Ореховой
surname masculine | Гармаш | instrumental | Гармашом | Гармаша
surname masculine | Гармаш | instrumental | Гармашем | Гармашу
surname masculine | Кара-Мурза | genitive | Кара-Мурзы | Кара-Мурзе
surname masculine | Римский-Корсаков | genitive | Римского-Корсакова | Римского-Корсаков
surname feminine | Рябина | genitive | Рябины | Рябину
surname feminine | Рябина | genitive | Рябиной | Рябин
surname feminine | Берая | genitive | Бераи | Берая
surname feminine | Берая | genitive | Берой | Берому
surname feminine | Орехова | instrumental | Ореховою | Ореховым
surname feminine | Ткач | dative | Ткач | Ткачу
given masculine | Илья | instrumental | Ильёй | Ильём
given masculine | Лев | genitive | Льва | Лев
given feminine | Любовь | genitive | Любови | Любвя
given feminine | Гузель | genitive | Гузели | Гузельу
position | кванториан | genitive | кванториана | кванториан
position | заведующая складом | instrumental | заведующею складом | заведующая складом
position | учитель физики | dative | учителю физики | учителя физики
position | эксперт Ким | genitive | эксперта Кима | эксперт Ким
position | педагог-крэнч | genitive | педагога-крэнча | педагог-крэнч
organisation | МБДОУ детский сад | genitive | МБДОУ детского сада | школа
organisation | деревня Берёзовка | genitive | деревни Берёзовки | деревня Берёзовка
organisation | детский сад-ясли | genitive | детского сада-яслей | детского сад-яслей
phrase | пять дней | genitive | пяти дней | пятя дней
phrase | накопитель | accusative | накопителя | накопителю
phrase | полчаса | genitive | получаса | полчаса`
  .split("\n")
  .map((line) => line.split(" | ") as [string, string, string, string, string]);

const entry = ([kind, text, name]: readonly string[], form: string): string => {
  const [sort, gender] = (kind ?? "").split(" ");
  const own = gender === undefined ? "" : `, gender: ${gender}`;
  return `  - {kind: ${sort}, text: "${text}"${own}, cases: {${name}: "${form}"}}`;
};

const person = (form: string): string =>
  `surname: Коломиец\ngiven: Семён\npatronymic: Дмитриевич\ngender: masculine\nsurnameCases:\n  genitive: ${form}\npositions:\n  - {title: председатель, organisation: committee, from: 2018-03-12}\n`;

describe("forms written by hand", () => {
  it.each(FORMS)("%s «%s», %s: «%s» is not warned against in the lexicon, «%s» is", (...row) => {
    const found = (form: string): string[] => foundIn({ "lexicon.yaml": `forms:\n${entry(row, form)}\n` });
    expect(found(row[3])).toEqual([]);
    expect(found(row[4])).toEqual([`TRC4003 ${entry(row, row[4]).trim()}`]);
  });

  it("are judged in the records of people as in the lexicon, and the command line prints what is written", async () => {
    expect(foundIn({ "people/orehov-sd.yaml": person("Коломиеца") })).toEqual([]);
    expect(foundIn({ "people/orehov-sd.yaml": person("Коломиец") })).toEqual(["TRC4003 genitive: Коломиец"]);
    const content = `${folder.path}/content`;
    mkdirSync(`${content}/people`, { recursive: true });
    for (const form of ["Коломиеца", "Коломиец"]) {
      writeFileSync(`${content}/people/one.yaml`, person(form));
      const { stdout } = await trc("decline", "Коломиец Семён Дмитриевич", "--case", "genitive", "--content", content);
      expect(stdout).toBe(`${form} Семёна Дмитриевича\n`);
    }
  });
});

/** Surname, given name, patronymic, and the gender of the record that they contradict. */
const CONTRADICTIONS = `Орехова Семён Дмитриевич masculine
Орехов Семён Дмитриевич feminine
Орехов Анна Дмитриевич masculine
Орехов Семён Дмитриевна masculine
Островская Лев Ильич masculine
Цой Мария - masculine
Ким Виктор - feminine
Ткач Илья Фомич feminine
Седых Любовь Никитична masculine
Дюма Айгуль Маратовна masculine`
  .split("\n")
  .map((line) => line.split(" ") as [string, string, string, "masculine" | "feminine"]);

describe("gender", () => {
  it.each(CONTRADICTIONS)(
    "%s %s %s is no %s: in a record a finding, on the command line a question",
    async (surname, given, patronymic, gender) => {
      const own = patronymic === "-" ? "" : `patronymic: ${patronymic}\n`;
      const record = `surname: ${surname}\ngiven: ${given}\n${own}gender: ${gender}\npositions:\n  - {title: председатель, organisation: committee, from: 2018-03-12}\n`;
      const found = foundIn({ "people/orehov-sd.yaml": record });
      expect(found.filter((one) => one.startsWith("TRC2132"))).toHaveLength(1);
      const name = [surname, given, ...(patronymic === "-" ? [] : [patronymic])].join(" ");
      const { code, stderr } = await trc("decline", name, "--gender", gender, "--case", "dative");
      expect([code, /Форма под сомнением/.test(stderr)]).toEqual([1, true]);
    },
  );
});
