import { describe, expect, it } from "vitest";
import {
  chainFaults,
  type EntryFields,
  encodeEntry,
  entryPath,
  type HeadKeeper,
  headsOf,
  inForce,
  lostOf,
  lostSince,
  noHeads,
  type RegisterEntry,
  readKeptHeads,
  seriesOf,
  seriesTitle,
} from "../../../../src/paperwork/register/index.ts";
import { expectSaid } from "../../../support/expect-said.ts";

type Made = RegisterEntry & { readonly bytes: Uint8Array };
type Wanted = { readonly entry: number; readonly previous?: string | null } & Partial<EntryFields> & {
    readonly source?: string;
    readonly again?: boolean;
  };

/** An entry of an order in its file, sealed as the program seals it. */
function made({ entry, previous, source, again = false, ...own }: Wanted): Made {
  const id = own.order ?? `${entry}-od-2025`;
  const fields = {
    document: `order-general.${id}`,
    order: id,
    author: "centre",
    suffix: "-ОД",
    year: 2025,
    number: `${entry}-ОД`,
    date: "2025-09-05",
    registered: "2025-09-05",
    title: `Приказ ${entry}`,
    organisation: "Школа",
    pages: 1,
    digest: "d",
    text: ["слово"],
    ...own,
  };
  const { text, seal } = encodeEntry(fields, { entry, previous: previous ?? null });
  const file = `content/${source ?? entryPath(fields, entry, again)}`;
  const at = (pointer: string) => ({
    file: `${file}${pointer}`,
    start: { line: 1, column: 1 },
    end: { line: 1, column: 2 },
  });
  return {
    id,
    file,
    source: file.slice("content/".length),
    placeOf: at,
    fields: { ...fields, entry, ...(previous ? { previous } : {}), seal },
    bytes: new TextEncoder().encode(text),
  };
}

/** A series: each entry bears the seal of the one before. */
function chain(...wanted: readonly Wanted[]): Made[] {
  const entries: Made[] = [];
  for (const one of wanted) entries.push(made({ previous: entries.at(-1)?.fields.seal ?? null, ...one }));
  return entries;
}

function said(entries: readonly Made[], bytes = new Map(entries.map((one) => [one.file, one.bytes]))) {
  return expectSaid(chainFaults(entries, (file) => bytes.get(file))).map(({ code, place, message }) => ({
    code,
    at: place?.file,
    en: message.en,
  }));
}

describe("a chain of entries", () => {
  const three = chain({ entry: 1 }, { entry: 2 }, { entry: 3 });
  const [first, second, third] = three as [Made, Made, Made];

  it("is whole, also with the line ends of Windows", () => {
    expect(said(three)).toEqual([]);
    const windows = new TextEncoder().encode(new TextDecoder().decode(second.bytes).replaceAll("\n", "\r\n"));
    expect(
      said(three, new Map([...three.map((one) => [one.file, one.bytes] as const), [second.file, windows]])),
    ).toEqual([]);
  });

  it("shows an entry whose bytes, facts or seal are others, or are not known", () => {
    const told = [
      { code: "TRC8001", at: `${second.file}/seal`, en: expect.stringContaining("“order-general.2-od-2025”") },
    ];
    const longer = new Uint8Array([...second.bytes, 10]);
    const other = second.bytes.map((byte, index) => (index === 90 ? byte ^ 1 : byte));
    const returned = new Uint8Array([...second.bytes.slice(0, 90), 13, ...second.bytes.slice(90)]);
    for (const bytes of [longer, second.bytes.slice(1), other, returned, undefined])
      expect(
        said(
          three,
          new Map(
            [first, second, third].map((one) => [
              one.file,
              one === second && bytes !== undefined ? bytes : one === second ? new Uint8Array() : one.bytes,
            ]),
          ),
        ),
      ).toEqual(told);
    const retitled = { ...second, fields: { ...second.fields, title: "Другой" } };
    expect(said([first, retitled, third])).toEqual(told);
    const resealed = { ...third, fields: { ...third.fields, seal: first.fields.seal } };
    expect(said([first, second, resealed]).map(({ code }) => code)).toEqual(["TRC8001"]);
  });

  it("shows a gap, with the numbers of what is gone", () => {
    const five = chain({ entry: 1 }, { entry: 2 }, { entry: 3 }, { entry: 4 }, { entry: 5 }) as [
      Made,
      Made,
      Made,
      Made,
      Made,
    ];
    expect(said([five[0], five[2]].filter((one) => one !== undefined))).toEqual([
      { code: "TRC8002", at: `${five[2].file}/entry`, en: expect.stringMatching(/has no entry 2: /) },
    ]);
    expect(said([five[3], five[4]])).toEqual([
      { code: "TRC8002", at: `${five[3].file}/entry`, en: expect.stringMatching(/has no entry 1–3: /) },
    ]);
  });

  it("shows a link to another entry than the one before, at it", () => {
    const stray = made({ entry: 2, previous: "f".repeat(64) });
    const [found] = chainFaults([first, stray], (file) => (file === first.file ? first : stray).bytes);
    expect([found?.code, found?.place?.file]).toEqual(["TRC8002", `${stray.file}/previous`]);
    expect(found?.related?.map(({ place }) => place?.file)).toEqual([`${first.file}/seal`]);
    expect(found?.message.en).toMatch(/Entry 2 of the series “orders of the centre, №-ОД, 2025” does not continue/);
    const begun = made({ entry: 1, previous: "f".repeat(64) });
    expect(said([begun])).toEqual([
      { code: "TRC8002", at: `${begun.file}/previous`, en: expect.stringContaining("Entry 1") },
    ]);
    const late = made({ entry: 3, previous: "f".repeat(64) });
    const third = chainFaults([first, second, late], () => undefined).find(({ code }) => code === "TRC8002");
    expect(third?.related?.map(({ place }) => place?.file)).toEqual([`${second.file}/seal`]);
    const unlinked = made({ entry: 2, previous: null });
    expect(said([first, unlinked]).map(({ code }) => code)).toEqual(["TRC8002"]);
  });

  it("shows two entries on one place, and asks nothing of what follows either", () => {
    const other = made({ entry: 2, previous: first.fields.seal, order: "22-od-2025", number: "22-ОД" });
    expect(said([first, second, other, third])).toEqual([
      { code: "TRC8003", at: `${other.file}/entry`, en: expect.stringContaining("“Приказ 2” and “Приказ 2”") },
    ]);
  });

  it("leads from a place or a number that was given twice to who had it first", () => {
    const led = (entries: readonly Made[]) =>
      chainFaults(entries, (file) => entries.find((one) => one.file === file)?.bytes).flatMap(({ related = [] }) =>
        related.map(({ place }) => place?.file),
      );
    const other = made({ entry: 2, previous: first.fields.seal, order: "22-od-2025", number: "22-ОД" });
    expect(led([first, second, other])).toEqual([`${second.file}/entry`]);
    const [one, again] = chain({ entry: 1 }, { entry: 2, order: "1a-od-2025", number: "01-од" }) as [Made, Made];
    expect(led([one, again])).toEqual([`${one.file}/number`]);
  });

  it("shows one number given twice, in whatever spelling, not one that was annulled", () => {
    const twice = chain({ entry: 1 }, { entry: 2, order: "1a-od-2025", number: "01-од" });
    expect(said(twice).map(({ code, at }) => [code, at])).toEqual([["TRC8004", `${twice[1]?.file}/number`]]);
    const annulled = chain(
      { entry: 1 },
      { entry: 2, order: "1-od-2025", number: "1-ОД", annulledBy: "lugovaya-ol" },
      { entry: 3, order: "1-od-2025", number: "1-ОД", again: true },
    );
    expect(said(annulled)).toEqual([]);
    expect(inForce(annulled)).toEqual(annulled.slice(2));
  });

  it("lets each file lie where its entry says", () => {
    const moved = made({ entry: 1, source: "register/2026/order-general-1-od-2025.yaml" });
    expect(said([moved])).toEqual([
      {
        code: "TRC8006",
        at: moved.file,
        en: expect.stringContaining("“order-general.1-od-2025” does not lie in its place"),
      },
    ]);
    const hint = chainFaults([moved], () => moved.bytes)[0]?.hints?.[0]?.en;
    expect(hint).toBe("Name the file register/2025/order-general-1-od-2025.yaml again");
    // A repair has given the entry another place; the number in the name stays.
    const repaired = [
      { entry: 1, source: "register/2025/order-general-1-od-2025-again-12.yaml" },
      { entry: 1, source: "register/2025/order-general-1-od-2025.yaml" },
    ];
    for (const one of repaired) expect(said([made(one)])).toEqual([]);
    for (const name of ["1-od-2025-again-1x", "1-od-2025-again-", "1-od-2025-again-1.yaml-old"])
      expect(
        said([made({ entry: 1, source: `register/2025/order-general-${name}.yaml` })]).map(({ code }) => code),
      ).toEqual(["TRC8006"]);
  });
});

describe("an annulment", () => {
  const [old, note, again] = chain(
    { entry: 1 },
    { entry: 2, order: "1-od-2025", number: "1-ОД", annulledBy: "lugovaya-ol" },
    { entry: 3, order: "1-od-2025", number: "1-ОД", again: true },
  ) as [Made, Made, Made];

  it("takes what stands before it out of force, of its document and its series alone", () => {
    expect(inForce([old, note])).toEqual([]);
    expect(inForce([old])).toEqual([old]);
    expect(inForce([old, note, again])).toEqual([again]);
    const other = made({ entry: 1, order: "9-od-2025" });
    const nextYear = made({ entry: 1, order: "1-od-2025", year: 2026 });
    expect(inForce([other, nextYear, note])).toEqual([other, nextYear]);
  });

  it("lies beside what it annuls", () => {
    expect([old, note, again].map(({ source }) => source)).toEqual([
      "register/2025/order-general-1-od-2025.yaml",
      "register/2025/order-general-1-od-2025-annulled-2.yaml",
      "register/2025/order-general-1-od-2025-again-3.yaml",
    ]);
  });
});

describe("a series", () => {
  it.each([
    ["orders centre №-ОД 2025", "приказы центра, №-ОД, 2025 год", "orders of the centre, №-ОД, 2025"],
    ["plans centre б/н 2026", "планы центра, без номеров, 2026 год", "plans of the centre, without numbers, 2026"],
    ["orders committee №-ОД 2025", "приказы (committee), №-ОД, 2025 год", "orders (committee), №-ОД, 2025"],
    ["activities centre б/н 2025", "activities centre б/н 2025", "activities centre б/н 2025"],
    ["a orders centre №-ОД 2025", "a orders centre №-ОД 2025", "a orders centre №-ОД 2025"],
    ["orders centre №-ОД 2025 x", "orders centre №-ОД 2025 x", "orders centre №-ОД 2025 x"],
  ])("«%s» has a title", (series, ru, en) => expect(seriesTitle(series)).toEqual({ ru, en }));

  it("is of folder, author, index and year", () => {
    expect(seriesOf(made({ entry: 1 }).fields)).toBe("orders centre №-ОД 2025");
    const { suffix: _, ...unnumbered } = made({ entry: 1, order: undefined as never, plan: "2025-2026" }).fields;
    expect(seriesOf({ ...unnumbered, plan: "2025-2026" })).toBe("plans centre б/н 2025");
    expect(seriesOf({ ...unnumbered, plan: undefined, record: "activities/seminar" } as never)).toBe(
      "activities centre б/н 2025",
    );
    expect(seriesOf({ ...unnumbered, plan: undefined } as never)).toBe("? centre б/н 2025");
  });
});

describe("heads that somebody has kept", () => {
  const three = chain({ entry: 1 }, { entry: 2 }, { entry: 3 }) as [Made, Made, Made];
  const [head] = headsOf(three);
  const keeper = (name: string, ...heads: HeadKeeper["heads"]): HeadKeeper => ({
    name: { ru: name, en: name },
    centre: null,
    heads,
  });

  it("are the last of each series, in order", () => {
    const [one, two, three_] = three;
    const plan = made({ entry: 1, order: undefined as never, plan: "2025-2026", suffix: undefined as never });
    expect(headsOf([two, plan, three_, one])).toEqual([
      { series: "orders centre №-ОД 2025", entries: 3, document: "order-general.3-od-2025", seal: three_.fields.seal },
      { series: "plans centre б/н 2025", entries: 1, document: plan.fields.document, seal: plan.fields.seal },
    ]);
  });

  it("are read out of a list, a set and a bundle; nothing is read out of other texts", () => {
    const seal = "0a".repeat(32);
    expect(readKeptHeads(`# x\n${seal}  12  orders centre №-ОД 2025\n${seal} 1 x\nx${seal}  1  y\n`)).toEqual([
      { seal, entries: 12, series: "orders centre №-ОД 2025" },
    ]);
    const kept = { series: "s", entries: 2, seal, document: "d" };
    const { document: _, ...unnamed } = kept;
    for (const key of ["heads", "registers"])
      expect(
        readKeptHeads(
          JSON.stringify({
            [key]: [kept, unnamed, { ...kept, entries: "2" }, { ...kept, series: 1 }, { ...kept, seal: null }],
          }),
        ),
      ).toEqual([kept, unnamed]);
    for (const text of ["", "{", "[]", "{}", '{"heads": {}}', "x"]) expect(readKeptHeads(text)).toEqual([]);
    expect(noHeads("x.txt")).toMatchObject({ code: "TRC8009", message: { en: expect.stringContaining("x.txt") } });
  });

  it("show what was cut off since, and who remembers it", () => {
    const cut = three.slice(0, 1);
    expect(lostOf([keeper("архив", head as never)], three)).toEqual([]);
    const [lost, ...others] = lostOf(
      [keeper("архив", head as never), keeper("выпуск", { ...head, entries: 2, seal: "x" } as never)],
      cut,
    );
    expect(others).toEqual([]);
    expect(lost).toMatchObject({
      code: "TRC8008",
      message: {
        en: "Entries of the series “orders of the centre, №-ОД, 2025” are gone from the register: there were 3, now there are 1. Remembered by: архив, выпуск",
      },
    });
    expect(lostSince([head as never], three, "x")).toEqual([]);
    expect(lostSince([head as never], cut, "x")).toMatchObject([
      {
        code: "TRC8008",
        message: {
          en: "The series “orders of the centre, №-ОД, 2025” has no entry 3 that x remembers; it has 1 entries now",
        },
      },
    ]);
  });

  it("do not call lost what a repair has sealed anew, nor twice what the chain tells", () => {
    const anew = { ...head, seal: "f".repeat(64) } as never;
    // A repair has moved it on from the second place.
    expect(lostOf([keeper("x", { ...head, entries: 2, seal: "f".repeat(64) } as never)], three)).toEqual([]);
    const { document: _, ...unnamed } = head as NonNullable<typeof head>;
    expect(lostOf([keeper("x", { ...unnamed, seal: "f".repeat(64) })], three)).toEqual([]);
    const replaced = [...three.slice(0, 2), made({ entry: 3, order: "33-od-2025" })];
    expect(lostOf([keeper("x", anew)], replaced).map(({ code }) => code)).toEqual(["TRC8008"]);
    // On its own place it has other words.
    expect(lostOf([keeper("x", anew)], three)).toMatchObject([
      { code: "TRC8008", message: { en: expect.stringContaining("entry 3 is not the one that it was") } },
    ]);
    expect(lostOf([{ ...keeper("x", anew), isBefore: true }], three)).toEqual([]);
    // A gap inside is TRC8002; with the end gone as well the heads tell.
    expect(lostOf([keeper("x", anew)], [three[0], three[2]])).toEqual([]);
    expect(
      lostOf([keeper("x", { ...head, seal: "f".repeat(64), entries: 4 } as never)], [three[0], three[2]]),
    ).toHaveLength(1);
  });
});
