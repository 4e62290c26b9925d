import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../../../src/base/diagnostics/index.ts";
import type { ContentRecord, Dossier } from "../../../../src/paperwork/records/index.ts";
import { checkRegister } from "../../../../src/paperwork/register/index.ts";
import { expectSaid } from "../../../support/expect-said.ts";

type Values = { readonly [key: string]: string };

/** A record of one value a line; a place in it is named by the key of its line. */
function record(collection: string, id: string, values: Values, data: ContentRecord["data"] = {}): ContentRecord {
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${value}`);
  const text = lines.join("\n");
  const source = `${collection}/${id}.yaml`;
  const at = (where: string) => ({
    file: `${source} ${where}`,
    start: { line: 1, column: 1 },
    end: { line: 1, column: 2 },
  });
  let next = 0;
  const spans = lines.map((line) => {
    const start = next + line.indexOf(": ") + 2;
    next += line.length + 1;
    return { pointer: "", start, end: next - 1 };
  });
  const placeAt = (start: number) => at(Object.keys(values)[spans.findIndex((one) => one.start === start)] ?? "?");
  const where = { placeAt, placeOf: at, keyPlaceOf: at };
  return { collection, id, file: `${source} `, source, kind: null, data, schema: "", text, spans, ...where };
}

type Issued = {
  readonly id?: string;
  readonly collection?: string;
  readonly was: string;
  readonly now: string;
  readonly own?: Values;
  readonly sources?: readonly string[];
};

/** What is said of issued documents whose words are others now. */
function found(documents: readonly Issued[], others: readonly ContentRecord[] = []): Diagnostic[] {
  const entries = documents.map(({ id = "1-od", was }, index) =>
    record(
      "register",
      id,
      {},
      {
        document: `order-general.${id}`,
        author: "centre",
        suffix: "-ОД",
        year: 2025,
        entry: index + 1,
        number: `${index + 1}-ОД`,
        date: "2025-09-05",
        registered: "2025-09-05",
        title: `Приказ ${id}`,
        organisation: "Школа",
        pages: 1,
        digest: "0",
        seal: "0",
        text: [was],
      },
    ),
  );
  const own = documents.map(({ id = "1-od", collection = "orders", own: values = {} }) =>
    record(collection, id, values, { number: "1-ОД" }),
  );
  const collections = new Map<string, Map<string, ContentRecord>>();
  for (const one of [...entries, ...own, ...others])
    collections.set(one.collection, (collections.get(one.collection) ?? new Map()).set(one.id, one));
  const dossier: Dossier = { collections, schemas: { schemas: new Map(), kinds: new Set() } };
  const checked = documents.map(({ id = "1-od", now, sources = others.map((one) => one.source) }, index) => ({
    id: `order-general.${id}`,
    record: own[index] as ContentRecord,
    number: `${index + 1}-ОД`,
    date: "2025-09-05",
    title: `Приказ ${id}`,
    organisation: "Школа",
    author: "centre",
    digest: "1",
    lines: [now],
    caseIndex: null,
    sources,
  }));
  return expectSaid(
    checkRegister({ dossier, bytesOf: () => undefined, documents: checked, planned: new Set() }).filter(
      ({ code }) => code === "TRC8101",
    ),
  );
}

/** Where the cause of one changed document is said to be. */
function causes(one: Issued, others: readonly ContentRecord[] = []): readonly (string | undefined)[] {
  return found([one], others).map(({ place }) => place?.file);
}

describe("the cause of changed words", () => {
  const was = "провести день открытых дверей центра в пятницу";
  const now = "провести день закрытых дверей центра в пятницу";

  it("is the value of the document's own record that has the new words", () => {
    const own = { subject: "О дне", text: "день закрытых дверей", place: "центр" };
    expect(causes({ was, now, own })).toEqual(["orders/1-od.yaml text"]);
  });

  it("is a value of a record that the document was made from, not of any other one", () => {
    const people = [record("people", "lebed", { phone: "12", name: "закрытых" })];
    expect(causes({ was, now }, people)).toEqual(["people/lebed.yaml name"]);
    expect(causes({ was, now, sources: [] }, people)).toEqual(["orders/1-od.yaml "]);
  });

  it("is nowhere when words are only taken away, or when no value has the new ones", () => {
    expect(causes({ was, now: was.replace(" открытых", ""), own: { text: "день дверей центра" } })).toEqual([
      "orders/1-od.yaml ",
    ]);
    expect(causes({ was, now, own: { text: "день открытых дверей" } })).toEqual(["orders/1-od.yaml "]);
  });

  it("is no value that still has the old words", () => {
    const own = { both: "открытых или закрытых", only: "закрытых" };
    expect(causes({ was, now, own })).toEqual(["orders/1-od.yaml only"]);
  });

  it("is the value that has most of the words around as well, before it or after it", () => {
    const own = { other: "пять закрытых окон", after: "закрытых дверей центра", more: "закрытых дверей" };
    expect(causes({ was, now, own })).toEqual(["orders/1-od.yaml after"]);
    const before = { other: "пять закрытых окон", before: "провести день закрытых", far: "закрытых в пятницу" };
    expect(causes({ was, now, own: before })).toEqual(["orders/1-od.yaml before"]);
    const around = { before: "день закрытых", around: "день закрытых дверей" };
    expect(causes({ was, now, own: around })).toEqual(["orders/1-od.yaml around"]);
  });

  it("is of a short word only a value that has nothing else, or has what stands around it", () => {
    const [five, six] = ["собраться в кабинете 5 утром", "собраться в кабинете 6 утром"];
    expect(causes({ was: five, now: six, own: { floor: "этаж 6 школы", room: "6" } })).toEqual([
      "orders/1-od.yaml room",
    ]);
    expect(causes({ was: five, now: six, own: { floor: "этаж 6 школы" } })).toEqual(["orders/1-od.yaml "]);
    expect(causes({ was: five, now: six, own: { floor: "этаж 6", where: "в кабинете 6" } })).toEqual([
      "orders/1-od.yaml where",
    ]);
  });

  it("is a value that a template puts among words of its own", () => {
    const hers = "руководитель Анна Ивановна Петрова, телефон 5";
    const his = "руководитель Пётр Сергеевич Сидоров, телефон 5";
    expect(causes({ was: hers, now: his, own: { none: "Пётр Первый", given: "Сергеевич" } })).toEqual([
      "orders/1-od.yaml given",
    ]);
    // A short word stands anywhere, and what has not changed is no cause.
    expect(causes({ was: "а б в г д", now: "а жук ёж г д", own: { short: "жук" } })).toEqual(["orders/1-od.yaml "]);
  });

  it.each([
    ["a day as it is printed", "до 05.09.2025 включительно", "до 12.09.2025 включительно", "2025-09-12"],
    ["in quotation marks of YAML", "школа Полянская большая", "школа Ключевская большая", '"Ключевская"'],
    ["in quotation marks of a sentence", "в МБОУ «Полянская», рядом", "в МБОУ «Ключевская», рядом", "Ключевская"],
    ["in brackets, before a full stop", "(слово старое).", "(слово новое).", "новое"],
    ["with a hyphen that does not break", "отдел «учебно‑старый» здесь", "отдел «учебно‑новый» здесь", "учебно-новый"],
    ["held together by an unbreakable space", "кабинет №\u00a0157 школы", "кабинет №\u00a0158 школы", "№ 158"],
    ["declined", "назначить Берёзкину Марию", "назначить Луговую Марию", "Луговая"],
    ["declined in both parts", "назначить Берёзкину Анну", "назначить Луговую-Полевую Анну", "Луговая-Полевая"],
    ["with a capital at the beginning", "Отчёт за год сдать", "Справку за год сдать", "справка"],
  ])("is found %s", (_how, before, after, value) => {
    expect(causes({ was: before, now: after, own: { other: "иное", value } })).toEqual(["orders/1-od.yaml value"]);
  });

  it.each([
    ["of another stem", "Лужина"],
    ["of one part", "Луговая"],
    ["whose second part is another", "Луговая-Лесная"],
  ])("is no value %s", (_how, value) => {
    const [before, after] = ["назначить Берёзкину Анну", "назначить Луговую-Полевую Анну"];
    expect(causes({ was: before, now: after, own: { value } })).toEqual(["orders/1-od.yaml "]);
  });

  it.each([
    ["before it", "А.\u00a0Б.\u00a0Ким", "А.\u00a0Б.\u00a0Ли"],
    ["after it", "Ким\u00a0А.\u00a0Б.", "Ли\u00a0А.\u00a0Б."],
    ["on both sides, and more of them", "А.\u00a0Ким\u00a0Б.", "А.\u00a0Ли\u00a0В.\u00a0Б."],
  ])("is found without the initials that are held to it %s", (_where, before, after) => {
    const own = { initials: "А. Б. Лесков", value: after.includes("В.") ? "Ли В." : "Ли" };
    expect(causes({ was: `назначить ${before} старшим`, now: `назначить ${after} старшим`, own })).toEqual([
      "orders/1-od.yaml value",
    ]);
  });

  it("is of four letters the shortest word that is looked for inside a value, and of three the shortest stem", () => {
    const own = (value: string) => ({ value });
    expect(causes({ was: "цена 500 руб", now: "цена 6000 руб", own: own("итого 6000 за год") })).toHaveLength(1);
    expect(causes({ was: "цена 500 руб", now: "цена 6000 руб", own: own("итого 6000 за год") })[0]).toContain("value");
    expect(causes({ was: "цена 500 руб", now: "цена 600 руб", own: own("итого 600 за год") })).toEqual([
      "orders/1-od.yaml ",
    ]);
    expect(causes({ was: "от Орлова здесь", now: "от Сомова здесь", own: own("Сомов") })[0]).toContain("value");
    expect(causes({ was: "от Орлова здесь", now: "от Лия здесь", own: own("Лий") })).toEqual(["orders/1-od.yaml "]);
  });

  it("is told to the letter before it is told declined", () => {
    const own = { first: "Луговая", second: "Луговую" };
    expect(causes({ was: "назначить Берёзкину Анну", now: "назначить Луговую Анну", own })).toEqual([
      "orders/1-od.yaml second",
    ]);
  });

  it("is two where two values have changed, with the words of each", () => {
    const before = "собрать заявки старые до пятницы и провести общее собрание пятого числа";
    const after = "собрать заявки новейшие до пятницы и провести общее собрание шестого числа";
    const told = found([{ was: before, now: after, own: { one: "новейшие", two: "шестого" } }]);
    expect(told.map(({ place, message }) => [place?.file, message.ru.split("Изменилось: ")[1]])).toEqual([
      ["orders/1-od.yaml one", "«собрать заявки [старые → новейшие] до пятницы и»"],
      ["orders/1-od.yaml two", "«провести общее собрание [пятого → шестого] числа»"],
    ]);
  });

  it("takes along what no value has: those words are most likely the same value, declined", () => {
    const before = "собрать заявки старые до пятницы и провести общее собрание пятого числа";
    const after = "собрать заявки новейшие до пятницы и провести общее собрание шестого числа";
    const told = found([{ was: before, now: after, own: { one: "новейшие" } }]);
    expect(told).toHaveLength(1);
    expect(told[0]?.message.en).toContain("[пятого → шестого]");
  });
});

describe("what is said of an issued document", () => {
  const change = { was: "слово старое здесь", now: "слово новейшее здесь" };

  it("names every document that one value has changed, five by name", () => {
    const people = [record("people", "lebed", { name: "новейшее" })];
    const many = ["1-od", "2-od", "3-od", "4-od", "5-od", "6-od", "7-od"].map((id) => ({ id, ...change }));
    const [told, ...more] = found(many, people);
    expect(more).toEqual([]);
    expect(told?.message.en).toContain(
      ". The same in the issued documents “Приказ 2-od”, “Приказ 3-od”, “Приказ 4-od”, “Приказ 5-od”, “Приказ 6-od” and 1 more",
    );
    expect(told?.message.ru).toMatch(/\. То же в изданных документах: «Приказ 2-od», .* и ещё 1$/);
    const [two] = found(many.slice(0, 2), people);
    expect(two?.message.en).toMatch(/The same in the issued documents “Приказ 2-od”$/);
    expect(two?.message.ru).toMatch(/То же в изданных документах: «Приказ 2-od»$/);
    const [six] = found(many.slice(0, 6), people);
    expect(six?.message.en).toMatch(/“Приказ 6-od”$/);
  });

  it("is told once where a template writes the same words into several, and apart where the words are others", () => {
    const two = [
      { id: "1-od", ...change },
      { id: "2-od", ...change },
    ];
    expect(found(two)).toHaveLength(1);
    expect(found([...two, { id: "3-od", was: "слово старое здесь", now: "слово иное здесь" }])).toHaveLength(2);
  });

  it("leads to the value, to the document and to the register, and says what may be done", () => {
    const people = [record("people", "lebed", { name: "новейшее" })];
    const [told] = found([change], people);
    expect(told?.related?.map(({ message, place }) => [message.en, place?.file])).toEqual([
      ["issued document", "orders/1-od.yaml "],
      ["entry of the register", "register/1-od.yaml /digest"],
    ]);
    expect(told?.hints.map(({ en }) => en)).toEqual([
      "Put the earlier words back",
      expect.stringContaining("earlier: [{to: YYYY-MM-DD, phone: …}]"),
      "An order can be changed only by another order: trc new order-amendment --of 1-od",
      "To cancel it, revoke it by an order: trc new order-revocation --of 1-od",
    ]);
    for (const { ru } of [...(told?.hints ?? []), ...(told?.related ?? []).map(({ message }) => message)])
      expect(ru).toMatch(/[а-яё]{4}/);
  });

  it("says where to look when no value is found, and how such a document is changed", () => {
    const told = (collection: string) => found([{ ...change, collection }])[0];
    expect(told("reports")?.related?.map(({ message }) => message.en)).toEqual(["entry of the register"]);
    expect(told("reports")?.hints.map(({ en }) => en.slice(0, 38))).toEqual([
      "Put the earlier words back: look in th",
      "A new surname, telephone, address, acc",
      "A document can be changed only by a ne",
    ]);
    expect(told("reports")?.hints.map(({ ru }) => ru.slice(0, 24))).toEqual([
      "Верните прежние слова: п",
      "Сменились фамилия, телеф",
      "Изменить документ можно ",
    ]);
    expect(told("agreements")?.hints.at(-1)?.ru).toContain("trc new additional-agreement --of ");
  });
});
