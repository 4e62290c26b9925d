import {
  type Diagnostic,
  didYouMean,
  meantOrKnown,
  type Outcome,
  type Place,
  raise,
  startOf,
  suggest,
  text,
} from "../../base/diagnostics/index.ts";
import { withoutDoubledStops } from "../../language/index.ts";
import {
  type Block,
  type DocumentMeta,
  type DocumentModel,
  type Inlines,
  mapInlines,
  mapLeaves,
  type Orientation,
  type Section,
} from "../../paperwork/document/index.ts";
import { ViewError } from "../../paperwork/facts/index.ts";
import type { TemplateFile } from "../kinds/index.ts";
import { BlockBuilder } from "./build-blocks.ts";
import { BuildContext, type Pictures, type Targets } from "./build-context.ts";
import type { Engine } from "./engine.ts";
import { FINDINGS } from "./findings.ts";
import { Footnotes } from "./footnotes.ts";
import type { HelperContext } from "./helpers/helper.ts";
import { tooDeep } from "./meter.ts";
import { parseFinished } from "./parse-finished.ts";
import { asking, type QuestionStyle } from "./questions.ts";
import { refusal } from "./refused-markup.ts";
import { Scope } from "./scope.ts";
import { FaultyPartial, TemplateError } from "./template-error.ts";
import { placesOf } from "./template-words.ts";
import { takeMarks, Values } from "./tokens.ts";
import { typesetModel } from "./typeset-model.ts";

/** An annex to render: its id, title, sheet and template. */
type AnnexJob = {
  readonly id: string;
  readonly title: string;
  readonly orientation: Orientation;
  readonly template: TemplateFile;
};

/** The helpers' context before anybody listens to their doubts. */
type QuietContext = Omit<HelperContext, "doubt">;

/** File names and headings are made silently: what is unconfirmed in them is reported in the document. */
const QUIET: Pick<HelperContext, "doubt"> = { doubt: ({ form }) => form.text };

/** All that a document is rendered from. */
export type RenderJob = {
  readonly meta: DocumentMeta;
  readonly orientation: Orientation;
  readonly body: TemplateFile;
  /** Annexes that this document has, in order. */
  readonly annexes: readonly AnnexJob[];
  /** Rows after the first, each on sheets of its own by the template of the body; the first is `row` of the variables. */
  readonly moreRows?: readonly unknown[];
  /** Names the templates may use: `record`, `centre`, `settings`, `date`, … */
  readonly variables: { readonly [name: string]: unknown };
  readonly requisites: readonly string[];
  /** Where the kind names a requisite, by its index; absent: nobody knows. */
  readonly requisitePlace?: (index: number) => Place;
  readonly context: QuietContext;
  readonly questions: QuestionStyle;
  readonly pictures: Pictures;
  /** Where the record stands: every fault names it beside the template. */
  readonly recordPlace: Place;
};

/** Renders a kind's templates for one record into the document tree. Codes TRC32xx, TRC33xx, TRC2002–TRC2004, TRC400x. */
export function renderDocument(engine: Engine, job: RenderJob): Outcome<DocumentModel> {
  const found: Diagnostic[] = [];
  const values = new Values();
  const targets: Targets = {
    numbers: new Map(),
    references: [],
    annexes: new Map(job.annexes.map(({ id }, index) => [id, job.annexes.length > 1 ? index + 1 : null])),
    mentioned: new Set(),
    counted: new Map(),
  };
  const context: HelperContext = { ...job.context, doubt: asking(job.questions, job.recordPlace, found) };
  const rendering = { engine, context, values, targets, found, pictures: job.pictures };
  const blocks = sectionBlocks(rendering, job.body, { id: "body", variables: job.variables });
  const { title } = job.meta;
  const body: Section = { id: "body", role: "body", number: null, title, orientation: job.orientation, blocks };
  const annexes = job.annexes.map(({ id: name, title, orientation, template }): Section => {
    const [id, number] = [`annex-${name}`, targets.annexes.get(name) ?? null];
    const variables = { ...job.variables, annex: { id: name, number, title } };
    const blocks = sectionBlocks(rendering, template, { id, variables });
    return { id, role: "annex", number, title, orientation, blocks };
  });
  const sheets = (job.moreRows ?? []).map((row, index): Section => {
    const id = `row-${index + 2}`;
    const blocks = sectionBlocks(rendering, job.body, { id, variables: { ...job.variables, row } });
    return { ...body, id, blocks };
  });
  const model: DocumentModel = { meta: job.meta, body, annexes: [...annexes, ...sheets] };
  if (!found.some(({ severity }) => severity === "error")) {
    found.push(...danglingReferences(targets), ...unmentioned(job, targets), ...missingRequisites(job, model));
  }
  const diagnostics = found.map((diagnostic) => withRecord(diagnostic, job.recordPlace));
  return { value: typesetModel(resolved(model, targets), job.context.typographyOff), diagnostics };
}

/** Renders a one-line pattern (a file name, a heading) to plain text. */
export function renderText(
  engine: Engine,
  file: TemplateFile,
  { variables, context, recordPlace }: Pick<RenderJob, "variables" | "context" | "recordPlace">,
): Outcome<string> {
  const faults = engine.check(file);
  if (faults.length > 0) return { diagnostics: faults };
  const values = new Values();
  try {
    const rendered = engine.render(file, scopeOf(variables), { ...context, ...QUIET }, values);
    const line = values
      .restore(takeMarks(rendered).text)
      .replace(/\s+/g, (space) => (space.includes("\u00a0") ? "\u00a0" : " "))
      .trim();
    return { value: context.typographyOff.has("stops") ? line : withoutDoubledStops(line), diagnostics: [] };
  } catch (error) {
    return { diagnostics: asDiagnostics(error, file).map((one) => withRecord(one, recordPlace)) };
  }
}

/** What the sections of a document share. */
type Rendering = {
  readonly engine: Engine;
  readonly context: HelperContext;
  readonly values: Values;
  readonly targets: Targets;
  readonly found: Diagnostic[];
  readonly pictures: Pictures;
};

function sectionBlocks(
  { engine, context, values, targets, found, pictures }: Rendering,
  template: TemplateFile,
  { id, variables }: { readonly id: string; readonly variables: RenderJob["variables"] },
): Block[] {
  const faults = engine.check(template);
  if (faults.length > 0) {
    found.push(...faults);
    return [];
  }
  let rendered: string;
  try {
    rendered = engine.render(template, scopeOf(variables), context, values);
  } catch (error) {
    found.push(...asDiagnostics(error, template));
    return [];
  }
  const marks = takeMarks(rendered);
  const start = startOf(template.path);
  const placeAt = placesOf(marks, (number) => engine.placeOf(number) ?? start, start);
  const { tree, refused } = parseFinished(marks.text);
  found.push(...refused.map((one) => refusal(one, marks.text, placeAt)));
  const footnotes = new Footnotes(tree);
  const shared = { values, targets, found, footnotes, pictures };
  const building = new BuildContext({ ...shared, section: id, placeAt, source: marks.text });
  const blocks = new BlockBuilder(building).blocks(tree.children);
  footnotes.finish(building);
  return blocks;
}

function scopeOf(variables: { readonly [name: string]: unknown }): Scope {
  return new Scope(new Map(Object.entries(variables)));
}

/** Faults that templates and views may raise become diagnostics; anything else is a fault of the program. */
function asDiagnostics(error: unknown, template: TemplateFile): readonly Diagnostic[] {
  if (error instanceof ViewError) return [error.diagnostic];
  if (error instanceof FaultyPartial) return error.diagnostics;
  if (error instanceof TemplateError) return [error.diagnostic(startOf(template.path))];
  if (error instanceof RangeError) return [tooDeep(startOf(template.path)).diagnostic(startOf(template.path))];
  throw error;
}

function withRecord(diagnostic: Diagnostic, place: Place): Diagnostic {
  if (diagnostic.place?.file === place.file) return diagnostic;
  const message = text("документ делался по этой записи", "the document was made from this record");
  return { ...diagnostic, related: [...(diagnostic.related ?? []), { message, place }] };
}

function danglingReferences(targets: Targets): Diagnostic[] {
  const known = [...targets.numbers.keys()].filter((id) => !/\.(clause|section|heading)-/.test(id));
  return targets.references
    .filter(({ target }) => !targets.numbers.has(target))
    .map(({ target, place }) => {
      return raise(FINDINGS.TRC3305, {
        message: text(
          `Ссылка на «${target}», чего в документе нет`,
          `A reference to “${target}”, which the document does not have`,
        ),
        hints: [
          meantOrKnown(target, known),
          text(
            `Имя пункту дают так: 1. :id[${target}] …, таблице – :::table{caption="Таблица # – …" id=${target}}`,
            `A clause is named so: 1. :id[${target}] …, a table :::table{caption="Таблица # – …" id=${target}}`,
          ),
        ],
        place,
      });
    });
}

function unmentioned(job: RenderJob, targets: Targets): Diagnostic[] {
  return job.annexes
    .filter(({ id }) => !targets.mentioned.has(id))
    .map(({ id, title, template }) =>
      raise(FINDINGS.TRC3309, {
        message: text(
          `Приложение «${title}» не упомянуто в тексте`,
          `The annex “${title}” is not mentioned in the text`,
        ),
        why: text(
          "О каждом приложении в тексте есть отметка при первом упоминании",
          "The text must mention every annex",
        ),
        hints: text(`Напишите в тексте: (приложение:annex[${id}])`, `Write in the text: (приложение:annex[${id}])`),
        place: startOf(template.path),
        norm: "ГОСТ Р 7.0.97-2016, п. 5.19",
      }),
    );
}

/** Name of a requisite in kind.yaml → block type. */
const BLOCK_OF: { readonly [requisite: string]: Block["type"] } = { approval: "approvals", "annex-mark": "annex-mark" };

function missingRequisites(job: RenderJob, model: DocumentModel): Diagnostic[] {
  const present = new Set<string>(model.body.blocks.map(({ type }) => type));
  const unlisted = [...present].filter((type) => !job.requisites.some((name) => (BLOCK_OF[name] ?? name) === type));
  return job.requisites.flatMap((name, index) => {
    if (present.has(BLOCK_OF[name] ?? name)) return [];
    // One that is there by nearly the same name is named wrongly by the kind.
    const [near] = suggest(name, unlisted, 1);
    const place = near === undefined ? undefined : job.requisitePlace?.(index);
    return raise(FINDINGS.TRC3310, {
      message: text(
        `В документе нет обязательного реквизита «${name}»`,
        `The document lacks the required requisite “${name}”`,
      ),
      ...(near === undefined ? {} : { hints: didYouMean([near]) }),
      place: place ?? startOf(job.body.path),
    });
  });
}

/** Puts the numbers of clauses into the references. */
function resolved(model: DocumentModel, targets: Targets): DocumentModel {
  const fill = (inlines: Inlines): Inlines =>
    mapLeaves(inlines, (leaf) =>
      leaf.type === "reference" ? { ...leaf, text: targets.numbers.get(leaf.target)?.text ?? "" } : leaf,
    );
  if (targets.references.length === 0) return model;
  const section = (one: Section): Section => ({ ...one, blocks: one.blocks.map((block) => mapInlines(block, fill)) });
  return { ...model, body: section(model.body), annexes: model.annexes.map(section) };
}
