import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docxWords } from "../support/docx-text.ts";
import { build, filesOf, temporaryFolder } from "../support/samples.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

type Person = {
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
  readonly gender: "masculine" | "feminine";
};

/** The sample with every person named so, and with the changes a case needs; texts of its documents by file name. */
async function textsOf(
  name: string,
  person: Person,
  only: readonly string[] | null,
  change: (content: string) => void = () => undefined,
): Promise<Map<string, string>> {
  const content = `${folder.path}/${name}/content`;
  cpSync("content", content, { recursive: true });
  // What is issued may not change its words; here all names change.
  rmSync(`${content}/register`, { recursive: true });
  for (const file of readdirSync(`${content}/people`)) {
    const path = `${content}/people/${file}`;
    const rest = readFileSync(path, "utf8")
      .replace(/^surnameCases:\n(?: {2}.*\n)+/m, "")
      .replace(/^(surname|given|patronymic|gender|indeclinableSurname):.*\n/gm, "");
    const own = Object.entries(person).map(([key, value]) => `${key}: ${value}\n`);
    writeFileSync(path, rest.replace(/\n/, `\n${own.join("")}`));
  }
  change(content);
  const out = `${folder.path}/${name}/out`;
  const report = await build(out, { content: [content], ...(only && { only }), formats: ["docx"] });
  expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map(
    [...filesOf(out)]
      .filter(([file]) => file.endsWith(".docx"))
      .map(([file, bytes]) => [file, docxWords(bytes).join(" ").replaceAll("\u00a0", " ")]),
  );
}

const KINDS = [
  "agreement-committee",
  "agreement-base",
  "order-status",
  "order-responsible",
  "order-operation",
  "order-general",
  "order-amendment",
  "order-revocation",
];

/** Forms of one person and the words that agree with it. */
const PEOPLE = [
  {
    name: "a man whose surname declines",
    person: { surname: "Соколов", given: "Пётр", patronymic: "Ильич", gender: "masculine" },
    genitive: "Соколова Петра Ильича",
    dative: "Соколову П.И.",
    accusative: "Соколова П.И.",
    acting: "действующего",
    responsible: "ответственным",
  },
  {
    name: "a woman whose surname declines",
    person: { surname: "Зимина", given: "Любовь", patronymic: "Никитична", gender: "feminine" },
    genitive: "Зиминой Любови Никитичны",
    dative: "Зиминой Л.Н.",
    accusative: "Зимину Л.Н.",
    acting: "действующей",
    responsible: "ответственной",
  },
  {
    name: "a man whose surname does not decline",
    person: { surname: "Шевченко", given: "Лев", patronymic: "Фомич", gender: "masculine" },
    genitive: "Шевченко Льва Фомича",
    dative: "Шевченко Л.Ф.",
    accusative: "Шевченко Л.Ф.",
    acting: "действующего",
    responsible: "ответственным",
  },
  {
    name: "a woman whose surname does not decline",
    person: { surname: "Ремчук", given: "Дарья", patronymic: "Львовна", gender: "feminine" },
    genitive: "Ремчук Дарьи Львовны",
    dative: "Ремчук Д.Л.",
    accusative: "Ремчук Д.Л.",
    acting: "действующей",
    responsible: "ответственной",
  },
] as const;

describe.each(PEOPLE)("$name", ({ name, person, genitive, dative, accusative, acting, responsible }) => {
  let texts: Map<string, string>;
  beforeAll(async () => {
    texts = await textsOf(name, person, KINDS);
  });
  const text = (pattern: RegExp): string => {
    const found = [...texts].filter(([file]) => pattern.test(file)).map(([, one]) => one);
    expect(found.length, String(pattern)).toBeGreaterThan(0);
    return found.join("\n");
  };

  it("represents a party in both sorts of agreements", () => {
    for (const agreement of [text(/Договор с органом управления образованием/), text(/Договор с базовой/)]) {
      expect(agreement).toContain(`в лице директора ${genitive}, ${acting} на основании Устава`);
      expect(agreement).not.toContain(acting === "действующей" ? "действующего на" : "действующей на");
    }
    expect(text(/Договор с органом управления образованием/)).toContain(
      `именуемый в дальнейшем «Комитет», в лице председателя ${genitive}, ${acting} на основании`,
    );
    expect(text(/Договор с органом управления образованием/)).toContain("именуемое в дальнейшем «Центр»");
  });

  it("is given a task, made responsible and asked to control in the orders", () => {
    expect(text(/о присвоении статуса/)).toMatch(new RegExp(`Директору МБОУ «[^»]+» ${dative}:`));
    expect(text(/об ответственных/)).toContain(`Назначить ${accusative}, заместителя директора`);
    expect(text(/об ответственных/)).toContain(`Координатору ${dative}:`);
    expect(text(/о регламентации/)).toMatch(new RegExp(`Назначить ${accusative}, [^,]+, ${responsible} за соблюдение`));
    expect(text(/91-ОД\.docx|112-ОД\.docx/)).toContain(dative);
    expect(text(/о внесении изменений/)).toContain(`${dative} ознакомить с настоящим приказом`);
    expect(text(/об утрате силы/)).toContain(`${dative} ознакомить с настоящим приказом`);
    expect([...texts.values()].join("\n")).toMatch(new RegExp(`возложить на [^.]+ ${accusative}`));
  });
});

describe("number and gender of what a record counts", () => {
  it("one person with one direction is named in the singular, and a woman alone is «согласна»", async () => {
    const texts = await textsOf("one", PEOPLE[1].person, ["order-responsible"], (content) => {
      const path = `${content}/orders/2025/87-od-2025.yaml`;
      const order = readFileSync(path, "utf8");
      const one = order.replace(/(responsibilities:\n(?: {2}- .*\n(?: {4,}.*\n)+))(?: {2}- .*\n(?: {4,}.*\n)+)+/, "$1");
      const alone = one
        .replace(/^coordinator:.*/m, "coordinator: remchuk-pi")
        .replace(/^ {4}deputy:.*\n/m, "")
        .replace(/^acknowledge:.*/m, "acknowledge: [remchuk-pi]");
      writeFileSync(path, alone);
      // The plan names the coordinator of the order.
      const plan = `${content}/plans/2025-2026.yaml`;
      writeFileSync(plan, readFileSync(plan, "utf8").replace(/^coordinator:.*/m, "coordinator: remchuk-pi"));
    });
    const [text = ""] = [...texts.values()];
    expect(text).toContain(
      "Назначить на тот же срок ответственным за направление работы ОО – ТРЦ следующего работника:",
    );
    expect(text).toContain("координатора и лица, ответственного за направление работы ОО – ТРЦ");
    expect(text).toContain("Ответственное лицо представляет");
    expect(text).toContain("С поручением дополнительной работы согласна:");
  });

  it("several are named in the plural", async () => {
    const texts = await textsOf("several", PEOPLE[1].person, ["order-responsible"]);
    const [text = ""] = [...texts.values()];
    expect(text).toContain("лиц, ответственных за направления работы");
    expect(text).toContain("С поручением дополнительной работы согласны:");
  });

  it("an acting head agrees in the agreement and signs as one", async () => {
    const acting = (content: string): void => {
      const path = `${content}/centre.yaml`;
      writeFileSync(
        path,
        readFileSync(path, "utf8").replace(
          /\{person: berezkina-mp, title: директор,/,
          '{person: berezkina-mp, title: директор, acting: {orderNumber: "12-к", orderDate: 2025-08-25},',
        ),
      );
    };
    for (const { name, person, genitive, acting: participle } of [PEOPLE[0], PEOPLE[1]]) {
      const [text = ""] = [...(await textsOf(`acting ${name}`, person, ["agreement-committee"], acting)).values()];
      const word = participle === "действующей" ? "исполняющей" : "исполняющего";
      expect(text).toContain(`в лице ${word} обязанности директора ${genitive}, ${participle} на основании приказа`);
    }
  });
});

describe("a third party", () => {
  const third = (alias: string, cases: string): string =>
    `  third:\n    organisation: institute\n    alias: ${alias}\n${cases}    duties: [предоставляет помещения для мероприятий, даёт заключения на материалы]\n`;

  it.each(PEOPLE.map((one) => [one.name, one] as const))(
    "represented by %s agrees in the preamble, has its duties and its signature",
    async (name, one) => {
      const texts = await textsOf(
        `third, ${name}`,
        one.person,
        ["agreement-committee", "agreement-base"],
        (content) => {
          for (const file of readdirSync(`${content}/agreements`)) {
            const path = `${content}/agreements/${file}`;
            const with3 = readFileSync(path, "utf8")
              .replace(/^basedOn:/m, `${third("Институт", "")}basedOn:`)
              .replace(/^copies: .*/m, "copies: 4");
            writeFileSync(path, with3);
          }
        },
      );
      expect(texts.size).toBe(3);
      for (const text of texts.values()) {
        expect(text).toMatch(/с первой стороны, .+, со второй стороны, и .+ в дальнейшем «Институт», в лице /);
        expect(text).toContain(`${one.genitive}, ${one.acting} на основании`);
        expect(text).toContain("с третьей стороны, совместно именуемые «Стороны»");
        expect(text).toContain("Обязанности Института");
        expect(text).toContain("предоставляет помещения для мероприятий;");
        expect(text).toContain("даёт заключения на материалы.");
        expect(text.split("ИНН").length - 1).toBeGreaterThanOrEqual(2);
      }
    },
  );
});

describe("every kind, with everybody of one gender", () => {
  const SURNAMES =
    "Соколов Зимин Волков Лебедев Морозов Новиков Козлов Орлов Макаров Никитин Захаров Зайцев Борисов Яковлев Романов Фролов Гусев Ильин Сорокин Белов Тарасов Жуков Баранов Комаров Титов Марков";
  const TITLES = ["учитель физики, математики и информатики", "учитель-логопед (педагог-психолог)"];
  /** Everybody has a surname of their own, and every other teacher a post of several parts. */
  const rename = (content: string, ending: string): void => {
    for (const [index, file] of readdirSync(`${content}/people`).sort().entries()) {
      const path = `${content}/people/${file}`;
      const text = readFileSync(path, "utf8").replace(
        /^surname: .*/m,
        `surname: ${SURNAMES.split(" ")[index] ?? ""}${ending}`,
      );
      const title = `"${TITLES[index % 4 === 0 ? 0 : 1] ?? ""}"`;
      writeFileSync(
        path,
        index % 2 === 0
          ? text.replace(/title: (?:учитель|методист)[^,]*(?=, organisation: centre)/, `title: ${title}`)
          : text,
      );
    }
  };
  const count = (texts: Map<string, string>, pattern: RegExp): number =>
    [...texts.values()].join("\n").match(pattern)?.length ?? 0;

  it("has no word that agrees with the other, and declines posts of several parts", async () => {
    const [men, women] = [
      await textsOf("all men", PEOPLE[0].person, null, (content) => rename(content, "")),
      await textsOf("all women", PEOPLE[1].person, null, (content) => rename(content, "а")),
    ];
    expect([men.size, women.size]).toEqual([men.size, men.size]);
    expect(men.size).toBeGreaterThan(50);
    // Of a person alone; «ответственной» and «должна» are said of organisations as well.
    const ofWomen =
      /(?:действующей|назначена|согласна|ознакомлена|исполняющ(?:ая|ей)|уполномочена|работающей|присутствовала|председательствующая)(?![а-яё])/g;
    const ofMen =
      /(?:действующего|назначен|согласен|ознакомлен|исполняющ(?:ий|его)|уполномочен|работающего|присутствовал|председательствующий)(?![а-яё])/g;
    expect([count(men, ofWomen), count(women, ofMen)]).toEqual([0, 0]);
    expect(count(men, ofMen)).toBe(count(women, ofWomen));
    expect(count(men, /действующего/g)).toBeGreaterThan(3);
    for (const texts of [men, women]) {
      expect(count(texts, /(?:учителю|учителя|учителем) физики, математики и информатики/g)).toBeGreaterThan(0);
      expect(count(texts, /учител(?:ю|я|ем)-логопед(?:у|а|ом) \(педагог-психолог\)|физикам|математикам/g)).toBe(0);
    }
  });
});
