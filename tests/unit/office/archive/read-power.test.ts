import { describe, expect, it } from "vitest";
import { NoPower, readPower } from "../../../../src/office/archive/read-power.ts";

/** A power of attorney of fictional persons, as far as it is read. */
function power(format: string, encoding: string): string {
  const unified = format === "EMCHD_1";
  const dates = unified
    ? 'ДатаВыдДовер="2025-09-01" СрокДейст="2026-12-31"'
    : 'ДатаВыдДовер="01.09.2025" ДатаКонДовер="31.12.2026"';
  return `<?xml version="1.0" encoding="${encoding}"?>
<Доверенность ${unified ? 'xmlns="urn://x-artefacts/EMCHD_1" ' : ""}ВерсФорм="${format}"><Документ><Довер>
<СвДов НомДовер="1-1" ${dates}/>
<СвДоверит><СвРосОрг НаимОрг="МБОУ «Примерненская СШ»" ИННЮЛ="6700000014"/></СвДоверит>
<СвУпПред><СведФЛ><ФИО Фамилия="Гончар" Имя="Тамара" Отчество="Михайловна"/></СведФЛ></СвУпПред>
</Довер></Документ></Доверенность>`;
}

/** Letters as programs for Windows write them. */
function cp1251(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1251");
  const codes = new Map(
    Array.from({ length: 128 }, (_, index) => [decoder.decode(Uint8Array.of(index + 128)), index + 128] as const),
  );
  return Uint8Array.from([...text].map((letter) => codes.get(letter) ?? letter.charCodeAt(0)));
}

const READ = {
  number: "1-1",
  issued: "2025-09-01",
  until: "2026-12-31",
  principals: [{ name: "МБОУ «Примерненская СШ»", inn: "6700000014" }],
  representatives: [{ name: "Гончар Тамара Михайловна", inn: null }],
};

describe("a machine-readable power of attorney", () => {
  it.each(["EMCHD_1", "002", "5.02"])(
    "of the format %s is read, in UTF-8 and as programs for Windows write it",
    (format) => {
      expect(readPower(new TextEncoder().encode(power(format, "UTF-8")))).toMatchObject({ ...READ, format });
      expect(readPower(cp1251(power(format, "windows-1251")))).toMatchObject({ ...READ, format });
    },
  );

  it("of another format, or in other letters than it says, is refused", () => {
    expect(() => readPower(new TextEncoder().encode(power("EMCHD_2", "UTF-8")))).toThrow(NoPower);
    expect(() => readPower(cp1251(power("EMCHD_1", "UTF-8")))).toThrow(NoPower);
  });
});
