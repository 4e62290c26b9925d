import { copyFileSync, cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { BuildReport } from "../../src/project/pipeline/index.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";
import { readableTexts } from "../support/secrets.ts";
import { SmallProject } from "../support/small-project.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;
const NAME = "Соколов Тимофей";

type Place = { readonly template?: string; readonly subject?: string; readonly secret?: string };

/** Where a name may stand in a document, by the row of the table «Где ищется». */
const PLACES: { readonly [row: string]: readonly Place[] } = {
  Текст: [
    { template: `Слово ${NAME}.` },
    { template: `- ${NAME};\n- второе.` },
    { template: `:::paren\n- ${NAME};\n- второе.\n:::` },
    { template: `Слово **${NAME}**.` },
    { template: "Слово **Соколов** *Тимофей*." },
    { template: `:::center\n${NAME}\n:::` },
  ],
  Таблица: [
    { template: table({ cell: NAME }) },
    { template: table({ head: NAME }) },
    { template: table({ caption: NAME }) },
    {
      template: `:::table{head-rows=2}\n| Графа | ${NAME} | < |\n|---|---|---|\n| ^ | план | факт |\n| май | 5 | 7 |\n:::`,
    },
  ],
  Диаграмма: [
    { template: chart({ title: NAME }) },
    { template: chart({ alt: NAME }) },
    { template: chart({ series: NAME }) },
    { template: chart({ category: NAME }) },
    { template: chart({ unit: NAME }) },
  ],
  Картинка: [
    { template: picture({ alt: NAME }) },
    { template: picture({ title: NAME }) },
    { template: picture({ file: "kulik-sp" }), secret: "kulik-sp" },
  ],
  Сноска: [{ template: `Слово[^1].\n\n[^1]: Работа выполнена: ${NAME}.` }],
  Ссылка: [
    { template: `Слово [${NAME}](https://example.org).` },
    { template: `Слово [сюда](https://example.org/${encodeURIComponent(NAME)}).` },
    { template: "Слово [сюда](mailto:petya@mail.example).", secret: "petya@mail.example" },
  ],
  Закладка: [{ template: table({ id: "kulik-sp", caption: "Штат" }), secret: "kulik-sp" }],
  "Свойства и имя файла": [{ subject: `О работе ученика ${NAME}` }],
};

function table({ cell = "б", head = "а", caption = "Штат", id = "staff" }: { readonly [key: string]: string }): string {
  return `В таблице :ref[${id}].\n\n:::table{caption="Таблица # – ${caption}" id=${id}}\n| ${head} | б |\n|---|---|\n| 1 | ${cell} |\n:::`;
}

function chart({
  title = "Итоги",
  alt = "Итоги",
  series = "Число",
  category = "май",
  unit = "балл",
}: {
  readonly [key: string]: string;
}): string {
  return `:::chart{form=bar title="${title}" alt="${alt}" unit="${unit}"}\n| Месяц | ${series} |\n|---|---|\n| ${category} | 1 |\n| июнь | 2 |\n:::`;
}

function picture({ file = "grey", alt = "Схема", title = "Схема" }: { readonly [key: string]: string }): string {
  return `На рисунке :ref[x].\n\n::picture{file="pictures/${file}.jpg" alt="${alt}" title="Рисунок # – ${title}" id=x width=60 public=true}`;
}

async function published(
  { template, subject }: Place,
  options: { readonly waivers?: string; readonly out?: string } = {},
): Promise<BuildReport> {
  const small = new SmallProject(join(folder.path, String(++count)));
  mkdirSync(join(small.content, "pictures"));
  for (const name of ["grey", "kulik-sp"])
    copyFileSync("tests/fixtures/pictures/grey.jpg", join(small.content, "pictures", `${name}.jpg`));
  cpSync("templates/editions", join(small.templates, "editions"), { recursive: true });
  if (template !== undefined)
    small.editTemplate("order-general/body.hbs", (body) =>
      body.replace("{{> order-foot}}", `${template}\n\n{{> order-foot}}`),
    );
  if (subject !== undefined)
    small.edit("orders/one.yaml", (yaml) => yaml.replace(/^subject: .*$/m, `subject: ${subject}`));
  if (options.waivers !== undefined) small.edit("orders/one.yaml", (yaml) => yaml + options.waivers);
  return build(options.out ?? null, {
    content: [small.content],
    templates: small.templates,
    only: ["order-general.one"],
    edition: "public",
  });
}

/** Errors of the set that are none of the edition; the small set is no whole one and has its warnings. */
const others = ({ diagnostics }: BuildReport): string[] =>
  diagnostics.filter(({ code, severity }) => severity === "error" && !/TRC650[45]/.test(code)).map(({ code }) => code);

describe("the public edition looks everywhere", () => {
  it("where the guide says", () => {
    const guide =
      readFileSync("docs/public-edition.ru.md", "utf8").split("## Где ищется\n")[1]?.split("\n## ")[0] ?? "";
    const rows = [...guide.matchAll(/^\| (.+?) \|/gm)].map(([, cell]) => cell).filter((cell) => cell !== "место");
    expect(rows).toEqual(Object.keys(PLACES));
  });

  it.each(
    Object.entries(PLACES).flatMap(([row, places]) =>
      places.map((place, index) => [`${row} ${index + 1}`, place] as const),
    ),
  )("%s", async (_name, place) => {
    const report = await published(place);
    expect(others(report)).toEqual([]);
    const messages = report.diagnostics.filter(({ code }) => /TRC650[45]/.test(code)).map(({ message }) => message.ru);
    expect(messages.join("\n")).toContain(place.secret ?? NAME);
  });
});

describe("what is withheld by mistake", () => {
  const subject = `О работе ученика ${NAME}`;
  const waivers = (words: string): string =>
    `waivers:\n  - {code: TRC6505, words: ${words}, reason: автор учебника, date: 2024-09-05}\n`;

  it("is released by a waiver that names the words and the ground, and the log says so", async () => {
    const out = join(folder.path, "out");
    const report = await published({ subject }, { waivers: waivers(NAME), out });
    expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(report.redactions?.documents[0]?.redactions).toContainEqual({
      what: "released",
      record: "orders/one.yaml",
      property: "/waivers/0",
      shown: "value",
      ground: "автор учебника (2024-09-05)",
    });
    expect(readFileSync(`${out}.redactions.json`, "utf8")).not.toContain(NAME);
    // The words go to the pages, the properties and XMP: these are what is searched before.
    const files = [...filesOf(out)].filter(([path]) => /\.(pdf|docx)$/.test(path));
    expect(files.length).toBe(2);
    for (const [path, bytes] of files) {
      const texts = [...(await readableTexts(path, bytes))]
        .filter(([, text]) => text.includes(NAME))
        .map(([where]) => where);
      expect(texts.length, path).toBeGreaterThan(1);
    }
  });

  it("is not released by a waiver of other words or of a record that does not hold them", async () => {
    const other = await published({ subject }, { waivers: waivers("Соколов Илья") });
    expect(other.diagnostics.map(({ code }) => code)).toContain("TRC6505");
    const without = await published({ subject }, { waivers: waivers(NAME).replace(/words: [^,]+, /, "") });
    expect(without.diagnostics.map(({ code }) => code)).toContain("TRC6505");
  });
});
