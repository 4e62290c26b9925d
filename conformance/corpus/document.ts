import type { Block, DocumentModel, Orientation, ParagraphRole, Section } from "../../src/paperwork/document/index.ts";
import { ClauseWriter } from "./clauses.ts";
import { corpusMeta, VARIANTS } from "./meta.ts";
import { createRandom, type Random } from "./random.ts";
import { acquaintance, annexMark, approvals, executor, heading, letterhead, parties, signature } from "./requisites.ts";
import { chart, type TableShape, table } from "./tables.ts";
import { phrase, type Target } from "./text.ts";

const ROLES: readonly ParagraphRole[] = ["text", "center", "right", "flush", "note", "keep"];
const SHAPES: readonly TableShape[] = [
  "ordinary",
  "ordinary",
  "long cells",
  "long head",
  "many rows",
  "taller than a page",
];

/** The document of a number: every pair of profile and variant comes in turn, all else is by chance. */
export function corpusDocument(seed: number, number: number): DocumentModel {
  const random = createRandom(seed * 1_000_003 + number);
  const variant = VARIANTS[number % VARIANTS.length] ?? "order";
  const profile = Math.floor(number / VARIANTS.length) % 2 === 0 ? "gost-2016" : "gost-2025";
  const targets: Target[] = [];
  const title = `Документ ${number} & <проба>: ${phrase(random, 2, 8)}`;
  const orientation: Orientation = variant === "plan" || random.chance(0.08) ? "landscape" : "portrait";
  const annexes = random.chance(0.35) ? random.int(1, 3) : 0;
  return {
    meta: corpusMeta(`corpus.${number}`, { title, number: `${number}-ОД`, profile, variant }),
    body: {
      id: "body",
      role: "body",
      number: null,
      title,
      orientation,
      blocks: [...opening(random), ...middle(random, "body", targets), ...ending(random)],
    },
    annexes: Array.from({ length: annexes }, (_, index) => annex(random, index, annexes, targets)),
  };
}

function opening(random: Random): Block[] {
  return [
    ...(random.chance(0.5) ? [letterhead(random)] : []),
    ...(random.chance(0.35) ? [approvals(random)] : []),
    ...heading(random, random.pick(["ПРИКАЗ", "ПОЛОЖЕНИЕ", "ДОГОВОР", "ПЛАН РАБОТЫ", "ОТЧЁТ"])),
  ];
}

/** Paragraphs, clauses with or without headings, lists, tables, charts and page breaks in any order that a template could give. */
function middle(random: Random, section: string, targets: Target[]): Block[] {
  const writer = new ClauseWriter(random, section, targets);
  const numbered = random.chance(0.5);
  return random
    .times(1, random.int(2, 12), (index): Block[] => {
      // Clauses may not stand before the first numbered heading, as the markup demands.
      const headed = numbered && (index === 0 || random.chance(0.35)) ? [writer.heading()] : [];
      return [...headed, ...part(random, writer)];
    })
    .flat();
}

function part(random: Random, writer: ClauseWriter): Block[] {
  const kind = random.int(0, 19);
  if (kind < 9) return writer.clause();
  if (kind < 12) return [writer.paragraph(random.pick(ROLES))];
  if (kind < 14) return writer.items();
  if (kind < 17) return [table(random, random.pick(SHAPES))];
  if (kind < 18) return [writer.subheading()];
  if (kind < 19) return random.chance(0.4) ? [chart(random)] : [writer.paragraph("resolve")];
  return random.chance(0.3) ? [{ type: "page-break" }] : [writer.paragraph("text")];
}

function ending(random: Random): Block[] {
  const signatures = random.chance(0.2) ? [parties(random)] : random.times(1, 3, () => signature(random));
  return [
    ...(random.chance(0.9) ? signatures : []),
    ...(random.chance(0.3) ? [executor(random)] : []),
    ...(random.chance(0.3) ? [acquaintance(random, 1, random.chance(0.4) ? 40 : 8)] : []),
  ];
}

function annex(random: Random, index: number, count: number, targets: Target[]): Section {
  const id = `annex-${index + 1}`;
  const number = count === 1 ? null : index + 1;
  return {
    id,
    role: "annex",
    number,
    title: `Приложение ${index + 1}`,
    orientation: random.chance(0.35) ? "landscape" : "portrait",
    blocks: [
      annexMark(random, number),
      ...(random.chance(0.4) ? [approvals(random)] : []),
      ...heading(random, random.pick(["СПИСОК", "ФОРМА", "ПЕРЕЧЕНЬ"])),
      ...middle(random, id, targets),
      ...(random.chance(0.3) ? [signature(random)] : []),
    ],
  };
}
