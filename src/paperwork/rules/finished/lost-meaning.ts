import {
  type ActStep,
  actsOf,
  type Change,
  EVER,
  extentOf,
  replay,
  stepsOf,
  unmarked,
} from "../../amendments/index.ts";
import { type Block, type DocumentModel, inlinesText, mapInlines } from "../../document/index.ts";
import type { Facts } from "../facts.ts";
import { type DocumentRule, type FindingIn, type Text, text } from "../rule.ts";
import { amendedBy } from "./amended-clause.ts";
import { treeTexts } from "./tree-text.ts";

const DEFINITION = /\(далее[\s\u00a0]+–[\s\u00a0]+([^()]+)\)/gu;
/** «с 08.09.2025 по 31.08.2026»: the term that other clauses mean by «тот же срок». */
const TERM = /(?<!\p{L})(?:с|по|до)[\s\u00a0]+\d/iu;
const SAME_TERM = /(?<!\p{L})тот[\s\u00a0]+же[\s\u00a0]+срок(?!\p{L})/iu;

/** After its changes an amended text still has what the rest of it lives on: names, terms, clauses that are referred to, those who are told to do something. */
export const lostMeaning: DocumentRule = {
  code: "TRC2509",
  title: text("Изменение ломает остальной текст", "A change breaks the rest of the text"),
  validations: ["V29"],
  severity: "warning",
  why: text(
    "На сокращение, срок, пункт и лицо, которые были в изменяемом месте, рассчитывают другие пункты: без них поручения повисают",
    "Other clauses rely on the abbreviation, the term, the clause and the person that the amended place had",
  ),
  norm: "Правила подготовки нормативных актов",
  example: {
    file: "orders/2026/4-od-2026.yaml",
    wrong:
      'amends: [{order: 87-od-2025, changes: [{clause: "1", action: replace, text: Назначить координатором заместителя директора}]}]',
    right:
      'amends: [{order: 87-od-2025, changes: [{clause: "1", action: replace, text: Назначить заместителя директора координатором (далее – координатор) по 31.08.2026}]}]',
  },
  *checkDocument({ record, others }, facts): Iterable<FindingIn> {
    for (const target of amendedBy(record, others, facts)) {
      const acts = actsOf(facts.dossier, target.record, { at: EVER, drafts: true });
      const steps = stepsOf(acts, EVER);
      const first = steps.findIndex((step) => isOf(step, record));
      const last = steps.findLastIndex((step) => isOf(step, record));
      if (first === -1) continue;
      const after = (count: number): DocumentModel => replay(target.model, steps.slice(0, count), unmarked()).model;
      const [before, now] = [after(first), after(last + 1)];
      for (const step of steps.slice(first, last + 1).filter((one) => isOf(one, record)))
        for (const { message, hint } of lostBy(step, before, now, facts))
          yield {
            pointer: `${step.pointer}/${step.change.text === undefined ? (["clause", "heading", "row", "annex"] as const).find((key) => key in step.change) : "text"}`,
            message,
            hints: hint,
            related: {
              record: target.record,
              pointer: "",
              message: text("изменяемый документ", "the amended document"),
            },
          };
    }
  },
};

function isOf({ record: own }: ActStep, record: { readonly collection: string; readonly id: string }): boolean {
  return own.collection === record.collection && own.id === record.id;
}

type Lost = { readonly message: Text; readonly hint: Text };

/** What the place of a change had, has no more, and the rest of the text still means. */
function lostBy({ change }: ActStep, before: DocumentModel, now: DocumentModel, facts: Facts): Lost[] {
  const number = change.clause ?? change.heading;
  const placeIn = (model: DocumentModel): readonly Block[] => blocksOf(model, change);
  const [was, is] = [wordsOf(placeIn(before)), wordsOf(placeIn(now))];
  if (was === "" || change.action === "add") return [];
  const elsewhere = treeTexts(now)
    .filter(({ block }) => SAYING.has(block))
    .map((one) => one.text)
    .filter((one) => !is.includes(one));
  const gone = change.action === "delete" && number !== undefined ? [number] : [];
  return [
    ...lostNames(
      was,
      treeTexts(now)
        .map((one) => one.text)
        .join("\n"),
      elsewhere,
    ),
    ...lostTerm(was, is, elsewhere),
    ...gone.flatMap((one) => lostClause(one, elsewhere)),
    ...lostPeople(was, is, elsewhere, facts),
  ];
}

/** Blocks that say what is to be done: the names in signatures and sheets are of others. */
const SAYING: ReadonlySet<string> = new Set<Block["type"]>(["clause", "item", "paragraph", "table", "heading"]);

function blocksOf(model: DocumentModel, { annex, clause, heading }: Change): readonly Block[] {
  const number = clause ?? heading;
  const { body, annexes } = model;
  const only = annexes.length === 1 ? annexes[0] : undefined;
  const section = annex === undefined ? body : (annexes.find((one) => one.number === Number(annex)) ?? only);
  if (section === undefined || number === undefined) return section?.blocks ?? [];
  const extent = extentOf(section.blocks, number, clause === undefined ? "heading" : "clause");
  return extent === null ? [] : section.blocks.slice(extent.from, extent.to);
}

function wordsOf(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of blocks)
    mapInlines(block, (inlines) => {
      lines.push(inlinesText(inlines));
      return inlines;
    });
  return lines.join("\n");
}

function lostNames(was: string, now: string, elsewhere: readonly string[]): Lost[] {
  const kept = new Set(namesIn(now));
  return namesIn(was)
    .filter((name) => !kept.has(name) && elsewhere.some((one) => one.toLowerCase().includes(name.slice(0, -1))))
    .map((name) => ({
      message: text(
        `Пункт вводил сокращение «${name}», другие пункты его употребляют, а в новой редакции его нет`,
        `The clause brought in the abbreviation "${name}", other clauses use it, and the new words do not bring it in`,
      ),
      hint: AGAIN,
    }));
}

const AGAIN = text("Повторите это в новой редакции пункта", "Say it in the new words of the clause, too");

/** Names that a text introduces, as they are compared: «(далее – Координатор)» → «координатор». */
function namesIn(words: string): string[] {
  return [...words.matchAll(DEFINITION)].map(([, name = ""]) => name.replace(/[\s\u00a0]+/g, " ").toLowerCase());
}

function lostTerm(was: string, now: string, elsewhere: readonly string[]): Lost[] {
  if (!TERM.test(was) || TERM.test(now) || !elsewhere.some((one) => SAME_TERM.test(one))) return [];
  const message = text(
    "Пункт называл срок, другие пункты действуют «на тот же срок», а в новой редакции срока нет",
    "The clause named a term, other clauses last “as long”, and the new words name none",
  );
  return [{ message, hint: AGAIN }];
}

/** References in words to a clause that has lost its force. */
function lostClause(number: string, elsewhere: readonly string[]): Lost[] {
  const own = number.replaceAll(".", "\\.");
  const reference = new RegExp(
    `(?<!\\p{L})(?:п\\.|(?:под)?пункт[а-я]*|раздел[а-я]*)[\\s\\u00a0]+${own}(?!\\.?\\d)`,
    "iu",
  );
  const from = elsewhere.find((one) => reference.test(one));
  if (from === undefined) return [];
  return [
    {
      message: text(
        `Пункт ${number} утрачивает силу, а на него ссылаются: «${shortened(from)}»`,
        `Clause ${number} loses its force and is referred to: “${shortened(from)}”`,
      ),
      hint: text("Измените и то место, которое ссылается", "Amend the place that refers to it, too"),
    },
  ];
}

/** Persons whom the place named, whom it names no more, and to whom other clauses still lay something on. */
function lostPeople(was: string, now: string, elsewhere: readonly string[], facts: Facts): Lost[] {
  const people = facts.all("people").flatMap(({ data: { surname = "", given = "", patronymic = "" } }) => {
    const initials = [given, patronymic].filter((name) => name !== "").map((name) => `${name[0]}.`);
    if (surname.length < 3 || initials.length === 0) return [];
    const stem = surname.slice(0, Math.max(3, surname.length - 2));
    const spaced = initials.map((one) => one.replace(".", "\\.")).join("[\\s\\u00a0]?");
    const named = new RegExp(`(?<!\\p{L})${stem}[\\p{L}-]*[\\s\\u00a0]+${spaced}`, "u");
    return [{ named, name: `${surname} ${initials.join("")}` }];
  });
  // «Согласно приложению» in place of names says nothing against them: only another person does.
  if (!people.some(({ named }) => named.test(now) && !named.test(was))) return [];
  return people.flatMap(({ named, name }) => {
    const there = named.test(was) && !named.test(now) ? elsewhere.find((one) => named.test(one)) : undefined;
    if (there === undefined) return [];
    return [
      {
        message: text(
          `Изменённое место больше не называет (${name}), а в другом лицо осталось: «${shortened(there)}»`,
          `The amended place names ${name} no more, another one still does: “${shortened(there)}”`,
        ),
        hint: text(
          "Измените и это место, если там должно быть другое лицо",
          "Amend that place, too, where it should name another",
        ),
      },
    ];
  });
}

function shortened(words: string): string {
  const line = words.replace(/[\s\u00a0]+/g, " ");
  return line.length <= 80 ? line : `${line.slice(0, 78)}…`;
}
