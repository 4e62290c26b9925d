import { type Found, hintList, indexLines, type Place, type Text, text } from "../../../base/diagnostics/index.ts";
import { remembered } from "../../../base/text/index.ts";
import { allRecords, type ContentRecord, type Dossier, recordLeaves } from "../../records/index.ts";
import { entriesOf, inForce, recordNamed } from "../../register/index.ts";
import type { Facts } from "../facts.ts";
import type { Finder, TextMatch, WordingRule } from "../rule.ts";

/** A text as it stands in its file: a value of a record, or a template with everything but its prose blotted out. */
export type LintedText = {
  readonly where: "records" | "templates";
  readonly file: string;
  readonly raw: string;
  /** Offset of `raw` in the file. */
  readonly offset: number;
  readonly pointer: string | undefined;
  /** The document of the record is issued: its words are changed by another order, not in place. */
  readonly issued: boolean;
  /** Words for a reader. */
  readonly prose: boolean;
  /** Words of another paper, as they stand there. */
  readonly quoted: boolean;
  /** Names, numbers, identifiers: what other records and other programs are matched by. */
  readonly names: boolean;
  readonly placeAt: (start: number, end: number) => Place;
};

/** Keys whose values are names for the program, not words for a reader. */
const NO_PROSE = /\/(kind|id|code|variant|profile|email|site|website|bik|inn|kpp|ogrn|okpo|oktmo)$|^\/certificates\//;

/** Values that other records and other programs are matched by: names, numbers, identifiers. */
const NAMES = new RegExp(
  `${NO_PROSE.source}|/(surname|given|patronymic|full|short|alias|number|prefix|suffix|index|caseIndex)$|/(surname|given|patronymic)Cases/`,
);

/** Names of people and numbers of documents, which are Russian words. */
const OWN_NAMES = /\/(surname|given|patronymic|number|prefix|suffix)$|\/(surname|given|patronymic)Cases\//;

/** Written by the program, of words that were checked when they were made; nobody may change them now. */
const FROZEN = new Set(["register", "approvals"]);

/** Every text of the records that people write, with its YAML quotes cut off. @param only those of this file alone */
export function recordTexts(dossier: Dossier, only?: string): LintedText[] {
  const name = ({ collection, id }: Pick<ContentRecord, "collection" | "id">): string => `${collection}/${id}`;
  const issued = new Set(
    inForce(entriesOf(dossier)).flatMap(({ fields }) => {
      const record = recordNamed(fields);
      return record === null ? [] : name(record);
    }),
  );
  return allRecords(dossier)
    .filter(({ collection, file }) => !FROZEN.has(collection) && (only === undefined || file === only))
    .flatMap((record) => {
      const quotes = new Set(
        recordLeaves(dossier.schemas, record).flatMap((leaf) => (leaf.quoted ? leaf.pointer : [])),
      );
      return record.spans
        .filter(({ pointer }) => !pointer.startsWith("/waivers/"))
        .map(({ pointer, start, end }): LintedText => {
          const quoted = /^["']/.test(record.text.slice(start, start + 1)) ? 1 : 0;
          const raw = record.text.slice(start + quoted, end - quoted);
          return {
            where: "records",
            file: record.file,
            raw,
            offset: start + quoted,
            pointer,
            issued: issued.has(name(record)),
            quoted: quotes.has(pointer),
            names: NAMES.test(pointer),
            prose: !NO_PROSE.test(pointer) && /[\p{Script=Cyrillic}"№ _{…]|\.{4}/u.test(raw),
            placeAt: record.placeAt,
          };
        });
    });
}

/** What of a template a rule does not look at: each character becomes this one. */
const BLOT = "\ufffc";
const BLOTS = /\ufffc+/g;
const COMMENT = /\{\{!--[\s\S]*?--~?\}\}|\{\{![^}]*\}\}/g;
/** Expressions, attributes and inline directives are no prose. Expressions first: an attribute may hold one. */
const NOT_PROSE: readonly RegExp[] = [
  /\{\{[\s\S]*?\}\}/g,
  /(?<=\]|:[\w-]+)\{[^{}\n]*\}|^:{2,}[\w-]+|:(?:id|ref|annex)\[[^\]\n]*\]|:[a-z-]+(?=[[{])|^[|:\- ]+$/gm,
];

/** A file of templates; of one that is no template nothing is prose. */
export type Template = { readonly path: string; readonly source: string; readonly prose: boolean };

/** A template without its markup, and its markup alone. The same templates come again with every centre. */
const halvesOf = remembered((source): { readonly words: string; readonly rest: string } => {
  const written = source.replace(COMMENT, blotted);
  const words = NOT_PROSE.reduce((raw, part) => raw.replace(part, blotted), written);
  let [rest, at] = ["", 0];
  for (const { index, 0: blots } of words.matchAll(BLOTS)) {
    const end = index + blots.length;
    rest += BLOT.repeat(index - at) + written.slice(index, end);
    at = end;
  }
  return { words, rest: rest + BLOT.repeat(words.length - at) };
});

/** Templates twice: their prose, without what is markup or Handlebars, and the rest. */
export function templateTexts(templates: readonly Template[]): LintedText[] {
  return templates.flatMap(({ path, source, prose }) => {
    const lines = indexLines(source);
    const common = {
      where: "templates",
      file: path,
      offset: 0,
      pointer: undefined,
      issued: false,
      quoted: false,
      placeAt: (start: number, end: number) => ({ file: path, start: lines.at(start), end: lines.at(end) }),
    } as const;
    if (!prose) return [{ ...common, raw: source.replace(/^ *#.*$/gm, blotted), prose, names: true }];
    const { words, rest } = halvesOf(source);
    return [
      { ...common, raw: words, prose: true, names: false },
      { ...common, raw: rest, prose: false, names: true },
    ];
  });
}

function blotted(found: string): string {
  return found.replace(/[^\n]/g, BLOT);
}

/** Whether a text is the name of a person or the number of a document. */
export function isOwnName({ pointer = "" }: LintedText): boolean {
  return OWN_NAMES.test(pointer);
}

/** What a rule of wording finds in the texts. Only records are corrected by the program; templates are for their author. */
export function lintTexts(
  rule: WordingRule,
  texts: readonly LintedText[],
  facts: Facts,
): { readonly text: LintedText; readonly found: Found }[] {
  return foundBy("findText" in rule ? rule.findText : rule.finderFor(facts), rule, texts);
}

/** What the finder of a rule finds in the texts that the rule looks at. */
export function foundBy(
  find: Finder,
  rule: WordingRule,
  texts: readonly LintedText[],
): { readonly text: LintedText; readonly found: Found }[] {
  return texts
    .filter(({ where, prose }) => (prose || rule.everywhere) && (where === "records" || !rule.recordsOnly))
    .flatMap((text) => {
      const own = (text.quoted ? rule.findInQuotes : undefined) ?? find;
      const found = [...own(text.raw), ...(isOwnName(text) ? (rule.findInNames?.(text.raw) ?? []) : [])];
      return found.map((match) => ({ text, found: findingOf(rule, text, match) }));
    });
}

function findingOf({ title, inNames }: WordingRule, text: LintedText, match: TextMatch): Found {
  const { message = title, hints, replacement, safe = false } = match;
  const [start, end] = [text.offset + match.start, text.offset + match.end];
  const found = {
    message,
    place: text.placeAt(start, end),
    pointer: text.pointer,
    ...(inNames !== undefined && text.names ? { severity: inNames } : {}),
    actual: text.raw.slice(match.start, match.end).replaceAll(BLOT, "…"),
  };
  if (replacement === undefined) return { ...found, hints };
  return {
    ...found,
    hints: [offered(replacement), ...hintList(hints)],
    expected: replacement,
    fix:
      text.where === "templates" ? undefined : { file: text.file, start, end, replacement, safe: safe && !text.issued },
  };
}

/** What to write instead; spaces alone cannot be read, so they are named. */
function offered(replacement: string): Text {
  if (replacement === "") return text("Удалите отмеченное", "Remove what is marked");
  if (replacement.trim() === "") return text("Оставьте один пробел", "Keep one space");
  return text(`Напишите: ${replacement}`, `Write: ${replacement}`);
}
