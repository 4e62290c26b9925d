import { expect, it } from "vitest";
import { createViews, founderInName, type View } from "../../../../src/paperwork/facts/index.ts";
import { findAnyRecord } from "../../../../src/paperwork/records/index.ts";
import { dossierOf } from "../../../support/dossier.ts";

const NAME = (full: string): string => `names: [{full: ${full}, short: Школа, gender: neuter}]\nlocality: с. Тест\n`;

/** The founder of the centre and of a school of its district, as templates see them. */
function foundersOf({ centre, school, territory = "муниципальный округ" }: { readonly [name: string]: string }) {
  const dossier = dossierOf({
    "centre.yaml": `${NAME(centre ?? "")}abbreviation: ТРЦ\nterritory: area\ncommittee: committee\ninstitute: committee\naddress: "1"\ninn: "6700000014"\nkpp: "670001001"\nogrn: "1026700000018"\nheads: [{person: one, title: директор}]\nauthority: {basis: charter, title: Устава}\n`,
    "territories/area.yaml": `names: [{full: ${territory}, short: Район, common: район, gender: neuter}]\nregion: Примерская область\n`,
    "organisations/committee.yaml": `role: committee\nterritory: area\n${NAME("комитет по образованию")}`,
    "organisations/base.yaml": `role: base-school\nterritory: area\n${school ?? ""}`,
    "organisations/library.yaml": `role: partner\nterritory: area\n${NAME("муниципальное учреждение культуры")}`,
    "people/one.yaml":
      "surname: Лесина\ngiven: Анна\ngender: feminine\npositions: [{title: директор, organisation: centre}]\n",
  });
  const views = createViews(dossier, "2026-09-01");
  const founder = (collection: string, id: string): unknown => {
    const record = findAnyRecord(dossier, collection, id);
    const { kind, organisation } = (record && views.of(record).founder) as View;
    return [kind, (organisation as View | null)?.id ?? null];
  };
  return {
    centre: founder("centre", "centre"),
    school: founder("organisations", "base"),
    partner: founder("organisations", "library"),
  };
}

it("a name says whose the organisation is", () => {
  const said: readonly (readonly [string, string | null])[] = [
    ["муниципальное бюджетное общеобразовательное учреждение «Частная инициатива»", "municipality"],
    ["частное общеобразовательное учреждение «Муниципальная школа»", "private"],
    ["негосударственное образовательное учреждение «Лицей»", "private"],
    ["автономная некоммерческая организация «Школа»", "private"],
    ["общество с ограниченной ответственностью «Школа»", "private"],
    ["областное государственное автономное учреждение «Центр»", "region"],
    ["федеральное государственное казённое учреждение «Корпус»", "federation"],
    ["гимназия № 3", null],
  ];
  expect(said.map(([full]) => [full, founderInName(full)])).toEqual(said);
});

it("a school is under the body of the centre where it is of the municipality, or of the region that the territory is", () => {
  const municipal = NAME("муниципальное учреждение «Школа»");
  const state = NAME("государственное учреждение «Школа»");
  expect(foundersOf({ centre: "муниципальное учреждение", school: state })).toEqual({
    centre: ["municipality", "committee"],
    school: ["region", null],
    partner: ["municipality", null],
  });
  expect(foundersOf({ centre: "частное учреждение", school: municipal })).toMatchObject({
    centre: ["private", null],
    school: ["municipality", "committee"],
  });
  expect(foundersOf({ centre: "лицей", school: state, territory: "Примерская область" })).toMatchObject({
    centre: ["region", "committee"],
    school: ["region", "committee"],
  });
  const stated = `${state}founder: {organisation: library}\n`;
  expect(foundersOf({ centre: "гимназия", school: stated })).toMatchObject({
    centre: ["municipality", "committee"],
    school: ["region", "library"],
  });
});
