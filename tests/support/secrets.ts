import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { parse } from "yaml";
import { docxParts } from "./docx-text.ts";
import { pdfPages } from "./pdf-text.ts";

/**
 * What a public document of a date must not hold, read from the YAML files themselves and not by the program: the surname by its stem,
 * so that any ending counts, the record's name, phones and accounts by their digits, addresses.
 */
export type Secret = { readonly what: string; readonly found: (text: string) => boolean };

type Data = { readonly [key: string]: unknown };

export function secretsOn(content: string, date: string): Secret[] {
  const people = recordsIn(join(content, "people"));
  const organisations = [
    parse(readFileSync(join(content, "centre.yaml"), "utf8")) as Data,
    ...recordsIn(join(content, "organisations")).map(([, data]) => data),
  ];
  const heads = organisations
    .flatMap((one) => (one.heads ?? []) as Data[])
    .filter((head) => holds(head, date))
    .map(({ person }) => person);
  const open = organisations.flatMap(({ phone, email }) => [phone, email]).filter((one) => one !== undefined);
  const hidden = people.filter(([id, data]) => !heads.includes(id) && !isDeputy(data, date) && !agrees(data, date));
  return [
    ...hidden.flatMap(([id, { surname, given, patronymic }]): Secret[] => [
      found(`surname of ${id}`, stem(String(surname))),
      { what: `id of ${id}`, found: (text) => text.includes(id) },
      ...(patronymic === undefined ? [] : [found(`names of ${id}`, bothNames(String(given), String(patronymic)))]),
    ]),
    ...people
      .flatMap(([id, { phone, email }]) => [
        [`phone of ${id}`, phone],
        [`email of ${id}`, email],
      ])
      .filter(([, value]) => value !== undefined && !open.includes(value))
      .map(([what, value]) => contact(String(what), String(value))),
    ...organisations
      .flatMap(({ bank }) => Object.values((bank ?? {}) as Data))
      .filter((value) => /\d{6}/.test(String(value)))
      .map((value) => contact("account", String(value))),
  ];
}

function found(what: string, pattern: RegExp): Secret {
  return { what, found: (text) => pattern.test(text) };
}

function recordsIn(folder: string): [string, Data][] {
  return readdirSync(folder)
    .sort()
    .map((name) => [name.replace(/\.yaml$/, ""), parse(readFileSync(join(folder, name), "utf8")) as Data]);
}

function holds({ from, to }: Data, date: string): boolean {
  return (from === undefined || String(from) <= date) && (to === undefined || date <= String(to));
}

function isDeputy({ positions }: Data, date: string): boolean {
  return (positions as Data[]).some((one) => holds(one, date) && /^(заместитель|проректор)/.test(String(one.title)));
}

function agrees({ consent }: Data, date: string): boolean {
  const { date: from, until } = (consent ?? {}) as Data;
  return from !== undefined && String(from) <= date && (until === undefined || date <= String(until));
}

/** The surname without what cases change, at the start of a word, small or capital, ё as е. */
function stem(surname: string): RegExp {
  const kept = folded(surname).replace(/(?:ий|ый|ой|ая|яя|ь|й|а|я|ец)$/, "");
  // A short one («Цой») would be the start of too many words.
  const [start, end] = kept.length < 3 ? [folded(surname).slice(0, -1), "(?:[йяюе]|ем)"] : [kept, "\\p{L}{0,3}"];
  return new RegExp(`(?<!\\p{L})(?:${start}${end}|${start.toUpperCase()}\\p{Lu}{0,3})(?!\\p{L})`, "u");
}

function bothNames(given: string, patronymic: string): RegExp {
  return new RegExp(`(?<!\\p{L})${folded(given).slice(0, -1)}\\p{L}{0,2} ${folded(patronymic).slice(0, -1)}`, "iu");
}

function contact(what: string, value: string): Secret {
  if (value.includes("@")) return { what, found: (text) => text.toLowerCase().includes(value.toLowerCase()) };
  const digits = value.replace(/^\+7/, "").replace(/\D/g, "");
  return { what, found: (text) => unspaced(text).includes(digits) };
}

/** The text that was asked for last: every number is looked for in the same one, and it can be a whole file. */
let last = { text: "", unspaced: "" };

function unspaced(text: string): string {
  if (text !== last.text) last = { text, unspaced: text.replace(/[^\d\p{L}]/gu, "") };
  return last.unspaced;
}

function folded(text: string): string {
  return text.replace(/ё/g, "е").replace(/Ё/g, "Е");
}

/** Everything that can be read in a file, by where it stands: text of pages, properties, outline, streams; every part of a DOCX. */
export async function readableTexts(path: string, bytes: Uint8Array): Promise<Map<string, string>> {
  const raw = path.endsWith(".pdf")
    ? await pdfTexts(bytes)
    : path.endsWith(".docx")
      ? docxTexts(bytes)
      : ([["content", new TextDecoder().decode(bytes)]] as [string, string][]);
  return new Map(
    [["name", path] as [string, string], ...raw].map(([where, text]) => [
      where,
      folded(text).replace(/[\s\u00a0]+/g, " "),
    ]),
  );
}

async function pdfTexts(bytes: Uint8Array): Promise<[string, string][]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const outline = await document.getOutline();
  const attachments = await document.getAttachments();
  await task.destroy();
  const pages = await pdfPages(bytes);
  const body = Buffer.from(bytes);
  return [
    ["pages", pages.flatMap((page) => page.map(({ text }) => text)).join(" ")],
    // A word that is cut at the end of a line.
    ["joined", pages.flatMap((page) => page.map(({ text }) => text.trim())).join("")],
    ["properties", JSON.stringify([info, metadata, outline, attachments])],
    ["strings", pdfStrings(body)],
  ];
}

/** Texts of the file itself: every stream inflated, every hexadecimal and escaped string decoded as UTF-16, and the plain bytes. */
function pdfStrings(body: Buffer): string {
  const streams = [...body.toString("latin1").matchAll(/stream\r?\n/g)].map((match) => {
    try {
      return inflateSync(body.subarray(match.index + match[0].length));
    } catch {
      return Buffer.alloc(0);
    }
  });
  // A font or a picture reads as text nowhere; as text it would be megabytes of signs to search.
  const all = [body, ...streams.filter((one) => !isBinary(one))];
  const hex = all.flatMap((one) =>
    [...one.toString("latin1").matchAll(/<(FEFF[0-9A-Fa-f]+)>/gi)].map((match) =>
      fromUtf16(Buffer.from(match[1] ?? "", "hex")),
    ),
  );
  const escaped = all.flatMap((one) =>
    [...one.toString("latin1").matchAll(/\(\u00fe\u00ff((?:\\[\s\S]|[^\\)])*)\)/g)].map((match) =>
      fromUtf16(Buffer.from(`\u00fe\u00ff${(match[1] ?? "").replace(/\\([\s\S])/g, "$1")}`, "latin1")),
    ),
  );
  return [...all.map((one) => one.toString("utf8")), ...hex, ...escaped].join(" ");
}

function isBinary(bytes: Buffer): boolean {
  const text = bytes.toString("utf8");
  return (text.match(/\ufffd/g)?.length ?? 0) > text.length / 20;
}

function fromUtf16(bytes: Buffer): string {
  return new TextDecoder("utf-16be").decode(bytes.subarray(0, bytes.length & ~1));
}

function docxTexts(bytes: Uint8Array): [string, string][] {
  return [...docxParts(bytes)].flatMap(([part, xml]) => {
    const text = xml.replace(/<\/w:p>/g, " ").replace(/<[^>]+>/g, "");
    return [
      [part, xml],
      // Words that are cut into several runs.
      [`${part} as text`, text],
    ] as [string, string][];
  });
}
