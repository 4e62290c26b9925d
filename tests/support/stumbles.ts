import { declinePhrase, type GrammaticalCase, genderOfName } from "../../src/language/index.ts";
import type { Block, DocumentModel, Inlines } from "../../src/paperwork/document/index.ts";
import { documentLines, inlinesText } from "../../src/paperwork/document/index.ts";
import { founderInName, isPreschool } from "../../src/paperwork/facts/index.ts";
import type { MadeUpCentre } from "./made-up-centres.ts";

/** What a reader of the paper stumbles over. */
export type Stumble = { readonly fault: string; readonly line: string };

/** Nouns that name somebody's office, school, territory or head, and how they look in a text. */
const NOUNS: readonly (readonly [noun: string, look: RegExp])[] = [
  ["комитет", /(?<![а-яё])комитет/iu],
  ["управление", /(?<![а-яё])управлени[еяюем]+ (по (делам )?)?образовани[яюе](?![а-яё])/iu],
  ["отдел", /(?<![а-яё])отдел(а|у|ом|е)?(?![а-яё])/iu],
  ["департамент", /(?<![а-яё])департамент/iu],
  ["министерство", /(?<![а-яё])министерств(о|а|у|ом|е) (образовани|науки)|(?<![а-яё])министр(?![а-яё]{3})/iu],
  ["служба", /(?<![а-яё])служб(а|ы|е|у|ой) образования/iu],
  ["школа", /(?<![а-яё])школ(а|ы|е|у|ой|ам|ами|ах)?(?![а-яё])/u],
  ["лицей", /(?<![а-яё])лице(й|я|ю|ем|е)(?![а-яё])/u],
  ["гимназия", /(?<![а-яё])гимнази/u],
  ["директор", /(?<![а-яё])директор/iu],
  ["начальник", /(?<![а-яё])начальник/iu],
  ["заведующий", /(?<![а-яё])заведующ/iu],
  ["район", /(?<![а-яё])район/iu],
  ["муниципальный округ", /(?<![а-яё])муниципальн[а-яё]+ округ/iu],
  ["городской округ", /(?<![а-яё])городск[а-яё]+ округ/iu],
  ["сельское поселение", /(?<![а-яё])сельск[а-яё]+ поселени/iu],
  ["посёлок", /(?<![а-яё])пос[её]л(ок|ка|ке)(?![а-яё])/iu],
  ["республика", /(?<![а-яё])республик/iu],
  ["край", /(?<![а-яё])кра(й|я|ю|ем)(?![а-яё])/u],
  ["колледж", /(?<![а-яё])колледж/iu],
  ["детский сад", /детск[а-яё]+ сад/iu],
  ["Смоленск", /Смоленск/u],
];

/** Signs of a place that was left empty, or of a name that was not resolved. */
const EMPTY: readonly (readonly [fault: string, look: RegExp])[] = [
  ["two spaces", /\S {2,}\S/u],
  ["a space before a mark", /[\p{L}\d»)] [,.;:)](?!\d)/u],
  ["empty brackets or quotes", /«\s*»|\(\s*\)/u],
  ["two marks in a row", /,\s*[,.;]|;\s*[;.]|(?<!\.\.)\.\.(?!\.)/u],
  ["a number that is not there", /№\s*([,.;)]|(?<=.№\s*)$)/u],
  ["an unresolved name", /undefined|null|NaN|\[object|\{\{/u],
  ["a dash with nothing after it", /[\p{L}»] –\s*[.;]?$/u],
  ["«с» before «второго»", /(?<![а-яё])с\s2\s[а-я]{3}/u],
  ["a comma at the end", /(?<!^Я, [^,]*),$/u],
];

/** Everything that is wrong in a document for this centre. */
export function stumbles(model: DocumentModel, centre: MadeUpCentre): Stumble[] {
  const paragraphs = documentLines(model)
    .flatMap((line) => line.split(" | "))
    .map((line) => line.trim());
  const found: Stumble[] = [];
  const say = (fault: string, line: string): number => found.push({ fault, line });
  for (const line of paragraphs) {
    for (const fault of [...foreign(line, centre), ...absent(line, centre), ...disagreeing(line, centre)])
      say(fault, line);
    for (const [fault, look] of EMPTY) if (look.test(line.replaceAll("____", "…"))) say(fault, line);
    const twice = doubled(line);
    if (twice !== null) say(`a doubled word: ${twice}`, line);
  }
  for (const line of lonelyItems(model)) say("a colon before a single item", line);
  for (const line of twoStyles(model)) say("dates by words and by numbers", line);
  for (const line of wrongSuperior(paragraphs, centre)) say("the body above a school that is not under it", line);
  if (bothCases(paragraphs.join("\n"), centre)) say("the body with a capital and with a small letter", "");
  return found;
}

function foreign(line: string, { own, answers }: MadeUpCentre): string[] {
  const words = line.replaceAll(/«[^»]*»/gu, "«»");
  const posts = [answers.centre, answers.committee].map(({ head }) => head.title);
  const { territory, committee } = answers;
  const named = [territory.full, territory.region, committee.full].join(" ");
  const known = (noun: string, look: RegExp): boolean =>
    own.some((one) => one.startsWith(noun.slice(0, 7))) || posts.some((post) => look.test(post)) || look.test(named);
  return NOUNS.filter(([noun, look]) => !known(noun, look) && look.test(words)).map(
    ([noun]) => `a foreign word: ${noun}`,
  );
}

/** What the text refers to and the centre has not. */
function absent(line: string, { rich, answers }: MadeUpCentre): string[] {
  const faults: string[] = [];
  if (answers.bases.length === 0 && /базов[а-яё]+ (образовательн[а-яё]+ )?организаци/iu.test(line))
    faults.push("base schools where there are none");
  if (answers.bases.length === 0 && /образовательн[а-яё]+ округ/iu.test(line))
    faults.push("districts where there are none");
  if (answers.bases.length === 1 && /базовы(х|м|ми) (и ины(х|м|ми) )?(образовательны(х|м|ми) )?организаци/iu.test(line))
    faults.push("base schools where there is one");
  if (
    answers.bases.length === 1 &&
    // Workers of the school are several.
    /(?<!работников )базовой (образовательной )?организации [^.;]*(?<![а-яё])(им|ими|их)(?![а-яё])/iu.test(line)
  )
    faults.push("one base school spoken of as several");
  if (
    answers.bases.length === 1 &&
    /(образовательн[а-яё]+|педагог[а-яё]+|школ[а-яё]*) округ(ов|ам|ами|ах)/iu.test(line)
  )
    faults.push("districts where there is one");
  if (
    answers.territory.full === answers.territory.region &&
    /муниципальн[а-яё]+ (систем|образовани|правов|задани|методическ|уровн)/iu.test(line)
  )
    faults.push("a municipality where there is a region");
  const founder = founderKind(answers);
  if (founder !== "municipality" && /муниципальн[а-яё]+ задани/iu.test(line))
    faults.push("a municipal task of a school that is not municipal");
  if (founder !== ofTerritory(answers.territory) && /приоритетн[а-яё]+ (порядке )?осна/iu.test(line))
    faults.push("equipment from a body that is not above the school");
  if (founder === "private" && /государственн[а-яё]+ задани|на праве оперативного управления/iu.test(line))
    faults.push("a task or property of the state at a private school");
  const [, counted] = /(?<![а-яё])(одной|двух|трёх|четырёх|пяти|шести|двенадцати) базов/u.exec(line) ?? [];
  if (counted !== undefined && COUNTS[counted] !== answers.bases.length) faults.push("another number of base schools");
  if (isPreschool(answers.centre.full) && /олимпиад|учебник|выпускник/iu.test(line))
    faults.push("what a school has, at a kindergarten");
  if (!rich && /график/iu.test(line)) faults.push("a schedule that is not there");
  if (!rich && /журнал[а-яё]* учёта использования|перечень оборудования/iu.test(line))
    faults.push("a list of equipment that is not there");
  return faults;
}

/** Whose the school is, as its answers or its name say. */
function founderKind({ centre, territory }: MadeUpCentre["answers"]): string {
  return centre.founder ?? founderInName(centre.full) ?? ofTerritory(territory);
}

/** Whose the schools of the supervising body are. */
function ofTerritory({ full, region }: MadeUpCentre["answers"]["territory"]): string {
  return full === region ? "region" : "municipality";
}

/** The name of the body straight above that of a school whose founder it does not act for. */
function wrongSuperior(lines: readonly string[], { answers }: MadeUpCentre): string[] {
  if (founderKind(answers) === ofTerritory(answers.territory)) return [];
  const [above, school] = [answers.committee, answers.centre].map(({ full }) => typographic(full).toUpperCase());
  return lines.filter((line, index) => line === above && lines[index + 1] === school);
}

const COUNTS: { readonly [word: string]: number } = {
  одной: 1,
  двух: 2,
  трёх: 3,
  четырёх: 4,
  пяти: 5,
  шести: 6,
  двенадцати: 12,
};
const ENDINGS = { masculine: "ый", feminine: "ая", neuter: "ое" } as const;
const PAST = { masculine: "л", feminine: "ла", neuter: "ло" } as const;

function disagreeing(line: string, { answers }: MadeUpCentre): string[] {
  const faults: string[] = [];
  const { centre, committee, bases } = answers;
  for (const { full, gender } of [centre, committee, ...bases]) {
    const own = gender ?? genderOfName(full) ?? "neuter";
    const named = typographic(full);
    const said = line.toLowerCase().split(`${named.toLowerCase()}, именуем`)[1]?.slice(0, 2);
    if (said !== undefined && said !== ENDINGS[own]) faults.push("«именуемый» of another gender");
  }
  for (const [, end, ending] of line.matchAll(/(ича|вны|чны), действующ(его|ей)/gu))
    if ((end === "ича") !== (ending === "его")) faults.push("«действующий» of another gender");
  for (const [, end, ending] of line.matchAll(/исполняющ(ий|ая) обязанности[^|]*\|[^|]*?[А-ЯЁ][а-яё]*?(а|в|н)$/giu))
    if ((end === "ая") !== (ending === "а")) faults.push("«исполняющий» of another gender");
  for (const [, end, ending] of line.matchAll(
    /Назначить [А-ЯЁ][а-яё]+?(у|а) [А-ЯЁ]\. ?[А-ЯЁ]\., [^.]*?, ответственн(ым|ой)/gu,
  ))
    if ((end === "у") !== (ending === "ой")) faults.push("«ответственный» of another gender");
  if (/ТРЦ (обязан|должн|уполномочен)/u.test(line))
    faults.push("a word that agrees with the gender of the abbreviation");
  const gender = genderOfName(committee.full) ?? "neuter";
  const verb = new RegExp(
    `(^|[.] )${committee.short.split(" ")[0]} (?:по )?(?:образовани[яю] )?[а-яё]+(л|ла|ло)( |$)`,
    "u",
  ).exec(line);
  if (verb !== null && verb[2] !== PAST[gender]) faults.push("a verb of another gender");
  for (const { short, head } of [centre, committee]) {
    if (head.acting === undefined) continue;
    const [surname] = head.name.split(" ");
    const post = head.title.slice(0, 1).toUpperCase() + head.title.slice(1);
    if (
      line === `${post} ${typographic(short)}` ||
      (line.startsWith(`${surname} `) && line.endsWith(`, ${head.title}`))
    )
      faults.push("an acting head under the post of the head");
  }
  for (const one of [centre, committee]) {
    const party = line.split(`${typographic(one.full).slice(1)}, именуем`)[1];
    const ground = / на основании (.)/u.exec(party ?? "")?.[1];
    if (ground !== undefined && (ground === "п") !== (one.head.acting !== undefined))
      faults.push("an acting head on the ground of the charter");
  }
  return faults;
}

/** As the typography of documents has it: quotes inside quotes. */
function typographic(name: string): string {
  return name.replace(/«([^«»]*)«([^»]*)»»/u, "«$1„$2“»");
}

/** Two neighbours that are one word, or two forms of it. */
function doubled(line: string): string | null {
  const words = line.split(/[\s,()«»„“]+/u).map((word) => word.toLowerCase());
  for (const [index, word] of words.entries()) {
    const next = words[index + 1] ?? "";
    if (!/^[а-яё]+$/u.test(word) || !/^[а-яё]+$/u.test(next)) continue;
    const same =
      word === next ||
      (word.startsWith("министр") && next.startsWith("министерств")) ||
      (word.length > 4 &&
        next.length > 4 &&
        word.slice(0, -2).slice(0, 6) === next.slice(0, -2).slice(0, 6) &&
        Math.abs(word.length - next.length) < 4);
    if (same) return `${word} ${next}`;
  }
  return null;
}

/** Lines that end with a colon and are followed by one item alone. */
function lonelyItems(model: DocumentModel): string[] {
  return [model.body, ...model.annexes].flatMap(({ blocks }) =>
    blocks.flatMap((block, index) => {
      const depth = depthOf(block);
      if (!("inlines" in block) || depth === null || !/:$/u.test(textOf(block.inlines))) return [];
      const rest = blocks.slice(index + 1);
      const end = rest.findIndex((one) => (depthOf(one) ?? -1) <= depth);
      const items = (end < 0 ? rest : rest.slice(0, end)).filter((one) => depthOf(one) === depthOf(rest[0] ?? block));
      return items.length === 1 ? [textOf(block.inlines)] : [];
    }),
  );
}

/** The first date of each way to write them, where the text of a document has both: requisites, tables and annexes are by themselves. */
function twoStyles(model: DocumentModel): string[] {
  return [model.body, ...model.annexes].flatMap(({ blocks }) => {
    const text = blocks.flatMap((block) =>
      "inlines" in block && depthOf(block) !== null ? [textOf(block.inlines)] : [],
    );
    const found = [/\d (?:[яфмаисонд][а-я]+[яьа]) (?:19|20)\d\d г/u, /\d\d\.\d\d\.(?:19|20)\d\d/u].map((look) =>
      text.find((line) => look.test(line.replaceAll("\u00a0", " "))),
    );
    return found.every((line) => line !== undefined) ? [found.join(" … ")] : [];
  });
}

/** How deep a block stands in the text: a paragraph above clauses, items below everything. */
function depthOf(block: Block): number | null {
  if (block.type === "paragraph") return block.role === "text" || block.role === "flush" ? 0 : null;
  if (block.type === "clause") return 1 + block.level;
  return block.type === "item" ? 10 + block.level : null;
}

function textOf(inlines: Inlines): string {
  return inlinesText(inlines).trim();
}

const CASES: readonly GrammaticalCase[] = ["genitive", "dative", "accusative", "instrumental", "prepositional"];

/** The short name of the body with a capital in one place of a document and with a small letter in another. */
function bothCases(text: string, { answers: { committee } }: MadeUpCentre): boolean {
  const { full, short } = committee;
  if (short.split(" ").length < 2 || !/^[А-ЯЁ][а-яё]/u.test(short)) return false;
  const rest = full.split(" ").slice(short.split(" ").length)[0] ?? "";
  return CASES.some((name) => {
    const form = declinePhrase(short, name).text;
    const small = form.slice(0, 1).toLowerCase() + form.slice(1);
    return new RegExp(`(?<![а-яё])${small}(?! ${rest})`, "u").test(text);
  });
}
