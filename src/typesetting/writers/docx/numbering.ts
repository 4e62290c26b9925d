import { sha256 } from "../../../base/text/index.ts";
import type { StyleName } from "../../../paperwork/schemas/index.ts";
import { type Flow, type FlowLabel, type FlowParagraph, paragraphsIn } from "../../flow/index.ts";

/** A level of a native list. */
export type ListPlace = { readonly number: number; readonly level: number };

/** Places of styles in lists; one of two. */
export type StylePlaces = ReadonlyMap<StyleName, ListPlace>;

/** How the paragraphs of a document get their numbers. */
export type DocumentNumbering = {
  /** The place that a style has in a list: what is written in it is numbered without a further word. */
  readonly styles: StylePlaces;
  /** `w:numPr` of a paragraph, empty where its style says the same. */
  readonly propertiesOf: (paragraph: FlowParagraph) => string;
  /** The part `word/numbering.xml` without its root. */
  readonly xml: string;
};

/** Lists that every document has: sections with their clauses, clauses without sections, dashes, figures with a bracket. */
const LISTS = { sections: 1, clauses: 2, dashes: 3, brackets: 4 } as const;

/**
 * Places of numbered styles, one list for all sections of a document. Level 0 prints nothing: a paragraph that opens a section stands
 * there, and what is under it begins at 1 again. A list that nothing opens gets a number of its own.
 */
export function numberDocument(flow: Flow): DocumentNumbering {
  const sections: FlowParagraph[][] = [];
  for (const { goesOn, blocks } of flow.sections) {
    const paragraphs = paragraphsIn(blocks);
    if (goesOn) sections.at(-1)?.push(...paragraphs);
    else sections.push(paragraphs);
  }
  const headed = new Set(
    sections.flat().flatMap(({ style, label }) => (style === "heading-1" && label ? [label.list] : [])),
  );
  const styles = stylePlaces(sections.flat(), headed);
  const { lists, openers, restarts } = numberLists(sections, headed, styles);
  return {
    styles,
    propertiesOf: (paragraph) => {
      const { label, style } = paragraph;
      const own = styles.get(style);
      const opened = openers.get(paragraph);
      if (opened !== undefined) return placeXml({ number: opened, level: 0 });
      if (label === null || label.format === "check-box")
        return own === undefined ? "" : placeXml({ number: 0, level: 0 });
      const place = { number: lists.get(label.list) ?? 0, level: nativeLevel(label) };
      return own?.number === place.number && own.level === place.level ? "" : placeXml(place);
    },
    xml: definitionsXml(flow.meta.id, styles) + numbersXml(restarts),
  };
}

/** The properties that put a paragraph or a style at its place. @see ISO/IEC 29500-1, 17.3.1.19 */
export function placeXml({ number, level }: ListPlace): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`;
}

function nativeLevel({ format, level }: FlowLabel): number {
  return format === "decimal" ? level + 1 : level;
}

function stylePlaces(paragraphs: readonly FlowParagraph[], headed: ReadonlySet<string>): StylePlaces {
  const first = paragraphs.find(({ label }) => label?.format === "decimal")?.label;
  return first && headed.has(first.list) ? PLACES.inSections : PLACES.alone;
}

/** The list of clauses, and the level of those that are no subclauses. */
type Clauses = { readonly number: number; readonly level: number };
const IN_SECTIONS: Clauses = { number: LISTS.sections, level: 2 };
const ALONE: Clauses = { number: LISTS.clauses, level: 1 };
const PLACES = { inSections: placesOf(IN_SECTIONS, ALONE), alone: placesOf(ALONE, IN_SECTIONS) };

function placesOf(plain: Clauses, other: Clauses): StylePlaces {
  const below = ({ number, level }: Clauses): ListPlace => ({ number, level: level + 1 });
  return new Map<StyleName, ListPlace>([
    ["heading-1", { number: LISTS.sections, level: 1 }],
    ["clause", plain],
    ["subclause", below(plain)],
    ["annex-clause", other],
    ["annex-subclause", below(other)],
    ["item", { number: LISTS.dashes, level: 0 }],
    ["item-number", { number: LISTS.brackets, level: 0 }],
  ]);
}

type Numbered = {
  /** `w:numId` of each list of the flow. */
  readonly lists: ReadonlyMap<string, number>;
  /** Paragraphs at level 0 of a list, and which. */
  readonly openers: ReadonlyMap<FlowParagraph, number>;
  /** The list that each further number begins anew. */
  readonly restarts: readonly number[];
};

function numberLists(
  sections: readonly (readonly FlowParagraph[])[],
  headed: ReadonlySet<string>,
  styles: StylePlaces,
): Numbered {
  const lists = new Map<string, number>();
  const openers = new Map<FlowParagraph, number>();
  const restarts: number[] = [];
  const used = new Set<number>();
  for (const paragraphs of sections) {
    const here = new Set<number>();
    let opener: FlowParagraph | undefined;
    for (const paragraph of paragraphs) {
      const { label, runs, style } = paragraph;
      if (label === null || label.format === "check-box") {
        if (runs.length > 0 && !styles.has(style)) opener ??= paragraph;
        continue;
      }
      if (lists.has(label.list)) continue;
      const home = homeOf(label, headed);
      const opened = label.format === "decimal" && !here.has(home) ? opener : undefined;
      if (label.format === "dash" || !used.has(home)) lists.set(label.list, home);
      else if (opened !== undefined) {
        lists.set(label.list, home);
        openers.set(opened, home);
      } else lists.set(label.list, Object.keys(LISTS).length + restarts.push(home));
      used.add(home);
      here.add(home);
    }
  }
  return { lists, openers, restarts };
}

function homeOf({ format, list }: FlowLabel, headed: ReadonlySet<string>): number {
  if (format === "decimal") return headed.has(list) ? LISTS.sections : LISTS.clauses;
  return format === "dash" ? LISTS.dashes : LISTS.brackets;
}

const LEVELS = Array.from({ length: 9 }, (_, level) => level);

/** Each list has an identity that is the document's own: lists of two documents do not run into one when one is pasted into the other. */
function definitionsXml(document: string, styles: StylePlaces): string {
  const known = looks.get(styles) ?? looksOf(styles);
  looks.set(styles, known);
  return known
    .map(({ name, number, look }) => {
      const identity = sha256(`${document}\n${name}`).slice(0, 8).toUpperCase();
      return `<w:abstractNum w:abstractNumId="${number}"><w:nsid w:val="${identity}"/>${look}</w:abstractNum>`;
    })
    .join("");
}

/** What lists are but for their identity, by the places that styles have in them: made once a process. */
const looks = new Map<StylePlaces, ReturnType<typeof looksOf>>();

function looksOf(styles: StylePlaces): { readonly name: string; readonly number: number; readonly look: string }[] {
  return Object.entries(LISTS).map(([name, number]) => {
    const template = sha256(name).slice(0, 8).toUpperCase();
    const levels = LEVELS.map((level) => {
      const linked = [...styles].find(([, place]) => place.number === number && place.level === level)?.[0];
      return levelXml(number, level, linked);
    });
    const look = `<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="${template}"/>${levels.join("")}`;
    return { name, number, look };
  });
}

function levelXml(list: number, level: number, linked: StyleName | undefined): string {
  const { format, text, suffix = "space" } = levelLook(list, level);
  const link = linked === undefined ? "" : `<w:pStyle w:val="${linked}"/>`;
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${link}<w:suff w:val="${suffix}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
}

function levelLook(
  list: number,
  level: number,
): { readonly format: string; readonly text: string; readonly suffix?: string } {
  if (list === LISTS.dashes) return { format: "bullet", text: "–" };
  if (list === LISTS.brackets) return { format: "decimal", text: `%${level + 1})` };
  if (level === 0) return { format: "none", text: "", suffix: "nothing" };
  return {
    format: "decimal",
    text: `${LEVELS.slice(1, level + 1)
      .map((one) => `%${one + 1}`)
      .join(".")}.`,
  };
}

const ANEW = LEVELS.map(
  (level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
).join("");

function numbersXml(restarts: readonly number[]): string {
  return [
    ...Object.values(LISTS).map((list) => ({ list, anew: "" })),
    ...restarts.map((list) => ({ list, anew: ANEW })),
  ]
    .map((one, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${one.list}"/>${one.anew}</w:num>`)
    .join("");
}
