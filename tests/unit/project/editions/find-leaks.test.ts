import { describe, expect, it } from "vitest";
import { LeakFinder } from "../../../../src/project/editions/find-leaks.ts";
import { knownValues } from "../../../../src/project/editions/known-values.ts";
import { dossierOf } from "../../../support/dossier.ts";

const dossier = dossierOf({
  "centre.yaml": `
names: [{full: муниципальное учреждение «Лицей имени Т. Г. Шевченко», short: Лицей, gender: neuter}]
territory: t
locality: д. Тихая
inn: "6700000014"
kpp: "670001001"
ogrn: "1026700000018"
address: 214500, д. Тихая, ул. Школьная, д. 1
bank: {name: Банк, bik: "016614901", singleTreasuryAccount: "40102810445370000055", treasuryAccount: "03234643666440006300"}
phone: "+7 (4812) 00-00-01"
email: school@example.org
heads: [{person: klenov-pa, title: директор}]
authority: {basis: charter, title: Устава}
abbreviation: ОО – ТРЦ
committee: o
institute: o
`,
  "settings.yaml": "notSurnames: [Тихая роща]\n",
  "territories/t.yaml":
    "names: [{full: район, short: район, common: район, gender: masculine}]\nregion: Смоленская область\n",
  "organisations/o.yaml":
    "role: committee\nnames: [{full: комитет, gender: masculine}]\nterritory: t\nlocality: г. Пример\n",
  "people/klenov-pa.yaml":
    "surname: Кленов\ngiven: Пётр\npatronymic: Андреевич\ngender: masculine\npositions: [{title: директор, organisation: centre}]\n",
  "people/klenov-dv.yaml":
    "surname: Кленов\ngiven: Денис\npatronymic: Викторович\ngender: masculine\npositions: [{title: учитель, organisation: centre}]\n",
  "people/shevchenko-dl.yaml":
    'surname: Шевченко\ngiven: Дмитрий\npatronymic: Львович\ngender: masculine\nphone: "+7 (4812) 00-00-05"\nemail: d@example.org\npositions: [{title: учитель, organisation: centre}]\n',
  "people/kuznets-mr.yaml":
    "surname: Кузнец\ngiven: Марк\npatronymic: Романович\ngender: masculine\nsurnameCases: {genitive: Кузнеца, dative: Кузнецу}\npositions: [{title: учитель, organisation: centre}]\n",
  "people/tihaya-ev.yaml":
    "surname: Тихая\ngiven: Елена\npatronymic: Владимировна\ngender: feminine\npositions: [{title: учитель, organisation: centre}]\n",
});
const finder = new LeakFinder(knownValues(dossier), ({ id }) => id === "klenov-pa");
const found = (text: string): string[] => finder.find(text).map((leak) => `${leak.kind}: ${leak.text}`);

describe("what a public text must not hold", () => {
  it.each([
    ["провести урок Шевченко", ["name: Шевченко"]],
    ["УТВЕРДИТЬ ШЕВЧЕНКО Д. Л.", ["name: ШЕВЧЕНКО"]],
    ["шевченко Д.\u00a0Л. провёл урок", ["name: шевченко"]],
    ["поручить Д.Л. Шевченко", ["name: Шевченко"]],
    ["Шев\u00adченко и Шевче\u0301нко", ["name: Шевченко"]],
    ["поблагодарить Кузнеца", ["name: Кузнеца"]],
    ["поблагодарить Кузнецу, Кузнецом и о Кузнеце", ["name: Кузнецу", "name: Кузнецом", "name: Кузнеце"]],
    ["Дмитрию Львовичу вручена грамота", ["name: Дмитрию Львовичу"]],
    ["доклад Елены Владимировны", ["name: Елены Владимировны"]],
    ["учителю Тихой", ["name: Тихой"]],
    ["файл shevchenko-dl.jpg", ["name: shevchenko-dl"]],
    ["учителя Денис Кленов и Кленов Д. В.", ["name: Кленов"]],
  ])("a withheld name: %s", (text, leaks) => expect(found(text)).toEqual(leaks));

  it.each([
    ["тел. +7 (4812) 00-00-05"],
    ["тел. 8 4812 000005"],
    ["телефон 84812000005"],
    ["звонить 00 00 05"],
    ["звонить 00–00–05 до 18:00"],
    ["писать D@Example.org."],
    ["счёт 40102810445370000055"],
    ["счёт 4010 2810 4453 7000 0055"],
    ["БИК 016614901"],
    ["личный +7 (910) 123-45-67"],
    ["личный 8-910-123-45-67"],
    ["писать petya.ivanov@mail.example"],
    ["счёт 40817810099910004312"],
    ["СНИЛС 112-233-445 95"],
    ["ИНН 500100732259"],
    ["паспорт серии 66 10 № 123456"],
  ])("a contact, a number, a code: %s", (text) => expect(found(text)).toHaveLength(1));

  it.each([
    ["директор Кленов П. А."],
    ["П.А. Кленов, директор Кленов"],
    ["муниципальное учреждение «Лицей имени Т. Г. Шевченко»"],
    ["в д. Тихая состоится сбор у Тихая роща"],
    ["тихая комната, кузнец и жук"],
    ["+7 (4812) 00-00-01, school@example.org"],
    ["тел. 00-00-01"],
    ["приказ от 05.09.2025 № 145-ОД, 2025/2026 учебный год, ИНН 6700000014, ОГРН 1026700000018"],
    ["15 000 000 рублей; с 9:00 до 16:00; 2025-09-05"],
    ["конкурс имени А. С. Пушкина"],
    ["Елена и Дмитрий – лучшие имена"],
    ["с. Примерное, ул. Школьная, д. 1"],
  ])("nothing of the kind: %s", (text) => expect(found(text)).toEqual([]));

  it.each([
    ["победитель Сидоров П. И.", "Сидоров П. И."],
    ["победитель П.И. Сидоров", "П.И. Сидоров"],
    ["победила Сидорова Анна Петровна", "Сидорова Анна Петровна"],
    ["стихи Т. Г. Шевченко", "Т. Г. Шевченко"],
  ])("a name that the records do not know: %s", (text, name) => expect(found(text)).toEqual([`unknown-name: ${name}`]));
});
