import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/samples.ts";
import { trc } from "../support/trc.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const forms = (stdout: string): string[] =>
  stdout
    .split("\n")
    .filter((line) => /^ {2}\p{Ll}+ный|^ {2}\p{Ll}+ый/u.test(line))
    .map((line) => line.trim().split(/ {2,}/)[1] ?? "");

describe("trc decline", () => {
  it("prints the six cases of a person, whose gender the patronymic shows", async () => {
    const { code, stdout } = await trc("decline", "Иванова Мария Петровна");
    expect([code, ...forms(stdout)]).toEqual([
      0,
      "Иванова Мария Петровна",
      "Ивановой Марии Петровны",
      "Ивановой Марии Петровне",
      "Иванову Марию Петровну",
      "Ивановой Марией Петровной",
      "Ивановой Марии Петровне",
    ]);
  });

  it("explains what declines, what stays, and what it did not understand", async () => {
    const parse = async (text: string, ...more: string[]): Promise<string> =>
      (await trc("decline", "--explain", text, ...more)).stdout;
    expect(await parse("учитель физики, математики и информатики")).toMatch(
      /главное слово +учитель\n.*зависимые слова +физики, математики\n[\s\S]*Уверенно/,
    );
    expect(await parse("родители (законные представители)")).toMatch(/согласуется +\(законные представители\)/);
    expect(await parse("Пак Чон Хён", "--kind", "person", "--gender", "masculine")).toMatch(
      /название +Пак\n.*название +Чон\n.*склоняется, имя +Хён\n/,
    );
    expect(await parse("МБДОУ детский сад")).toContain("Под сомнением: после «МБДОУ» без кавычек стоит «детский»");
  });

  it("takes a trader behind «ИП» for no person of that surname, and a surname in capitals for one", async () => {
    const kinds = ["ИП Иванов Иван Иванович", "ИП Иванов И. И.", "ЛИ Виктор Петрович", "ЛИ В. П."].map(
      async (text) => (JSON.parse((await trc("decline", "--json", text)).stdout) as { readonly kind: string }).kind,
    );
    expect(await Promise.all(kinds)).toEqual(["organisation", "organisation", "person", "person"]);
  });

  it("fails for a form that is asked for and not certain", async () => {
    const { code, stdout, stderr } = await trc("decline", "Коломиец Иван Петрович", "--case", "dative");
    expect([code, stdout]).toEqual([1, "Коломийцу Ивану Петровичу\n"]);
    expect(stderr).toContain("Форма под сомнением");
  });

  it("prints what the lexicon and the records of the centre say", async () => {
    const content = `${folder.path}/content`;
    mkdirSync(`${content}/people`, { recursive: true });
    writeFileSync(
      `${content}/lexicon.yaml`,
      "forms:\n  - {kind: surname, text: Коломиец, gender: masculine, cases: {dative: Коломиецу}}\n  - {kind: position, text: кванториан, cases: {dative: кванториану}}\n",
    );
    writeFileSync(
      `${content}/people/one.yaml`,
      "surname: Щегол\ngiven: Женя\ngender: masculine\nsurnameCases: {dative: Щеголу}\npositions:\n  - {title: тренер-крэнч, organisation: centre, cases: {dative: тренеру-крэнчу}}\n",
    );
    writeFileSync(
      `${content}/people/two.yaml`,
      "surname: Жмых\ngiven: Иван\ngender: masculine\nindeclinableSurname: true\n",
    );
    const dative = async (text: string): Promise<string> =>
      (await trc("decline", text, "--case", "dative", "--content", content)).stdout.trim();
    const words = ["Коломиец Иван Петрович", "Коломиец И. П.", "кванториан", "Щегол Женя", "тренер-крэнч", "Жмых Иван"];
    expect(await Promise.all(words.map(dative))).toEqual([
      "Коломиецу Ивану Петровичу",
      "Коломиецу И. П.",
      "кванториану",
      "Щеголу Жене",
      "тренеру-крэнчу",
      "Жмых Ивану",
    ]);
    expect((await trc("decline", "Коломиец Иван Петрович", "--case", "dative", "--content", content)).code).toBe(0);
    writeFileSync(`${folder.path}/lexicon.tsv`, "surname\tКоломиец\tmasculine\tdative\n");
    expect((await trc("decline", "--batch", `${folder.path}/lexicon.tsv`, "--content", content)).stdout).toContain(
      "Коломиецу\thigh",
    );
    expect((await trc("decline", "Ким", "--content", `${content}/nowhere`)).stderr).toContain("TRC0001");
    writeFileSync(`${content}/lexicon.yaml`, "forms: [\n");
    const { code, stderr } = await trc("decline", "Ким Анна", "--content", content);
    expect([code, stderr.includes("lexicon.yaml")]).toEqual([1, true]);
  });

  it("takes no day that the calendar lacks for a date", async () => {
    writeFileSync(`${folder.path}/dates.tsv`, "date\t2026-02-31\tmasculine\tgenitive\tx\n");
    expect((await trc("decline", "--batch", `${folder.path}/dates.tsv`)).stdout).toContain(
      "low\tнужна дата вида 2025-09-05",
    );
  });

  it("knows a post, an organisation and a phrase by their look, and by --kind", async () => {
    const heads = await Promise.all(
      [["заведующая библиотекой"], ["МБОУ «Школа»"], ["план работы"], ["план работы", "--kind", "organisation"]].map(
        async (argv) => (await trc("decline", ...argv)).stdout.split("\n")[0],
      ),
    );
    expect(heads).toEqual([
      "Склонение (должность):",
      "Склонение (наименование):",
      "Склонение (слова):",
      "Склонение (наименование):",
    ]);
  });

  it("marks a unconfirmed form and says why; the nominative is never unconfirmed", async () => {
    const { stdout } = await trc("decline", "Коломиец Иван Петрович");
    expect(stdout.match(/\(\?\)/g)?.length).toBe(6);
    expect(stdout).toContain("именительный  Коломиец Иван Петрович\n");
    expect(stdout).toContain("«Коломийца» или «Коломиеца»");
  });

  it("prints one form with --case and data with --json", async () => {
    expect((await trc("decline", "Ким Наталья", "--gender", "feminine", "--case", "dative")).stdout).toBe(
      "Ким Наталье\n",
    );
    const { stdout } = await trc("decline", "учитель-логопед", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "position",
      forms: { instrumental: { text: "учителем-логопедом", confidence: "high", reason: "" } },
    });
  });

  it("reads a list with the columns of the sample and writes form, confidence and reason", async () => {
    const { code, stdout, stderr } = await trc("decline", "--batch", "tests/fixtures/language/declension-sample.tsv");
    const rows = stdout.replace(/\n$/, "").split("\n");
    const source = readFileSync("tests/fixtures/language/declension-sample.tsv", "utf8").trim().split("\n");
    expect([code, stderr, rows.length]).toEqual([0, "", source.length]);
    expect(rows[0]).toBe("group\tlemma\tgender\tcase\tform\tconfidence\treason");
    for (const row of rows.slice(1)) expect(row).toMatch(/^(?:[^\t]*\t){5}(?:high\t|low\t.+)$/);
  });

  it("finds the columns by the header, passes over others, and names the lines it cannot read", async () => {
    const list = `${folder.path}/list.tsv`;
    writeFileSync(
      list,
      "\ufeffcase\tgroup\tnote\tgender\tlemma\r\ndative\tposition\tx\t\tдиректор\r\ndative\tнечто\tx\t\tслово\r\nкакой\tposition\t\t\tдиректор\r\n",
    );
    const { code, stdout, stderr } = await trc("decline", "--batch", list);
    expect(code).toBe(1);
    expect(stdout.split("\n")[1]).toBe("position\tдиректор\t\tdative\tдиректору\thigh\t");
    expect(stderr).toBe("Строка 3: неизвестная группа «нечто»\nСтрока 4: неизвестный падеж «какой»\n");
  });

  it("without a text, or with a file that is not there, says what to write", async () => {
    expect((await trc("decline")).code).toBe(2);
    for (const other of [["Иванова"], ["--case", "dative"], ["--kind", "person"], ["--json"]])
      expect((await trc("decline", ...other, "--batch", `${folder.path}/none.tsv`)).code).toBe(2);
    const { code, stderr } = await trc("decline", "--batch", `${folder.path}/none.tsv`);
    expect([code, stderr]).toEqual([1, expect.stringContaining("Не удалось прочесть")]);
  });
});
