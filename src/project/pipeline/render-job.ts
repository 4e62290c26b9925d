import { type Diagnostic, hasErrors, type Outcome, type Place, raise, text } from "../../base/diagnostics/index.ts";
import type { PictureShelf } from "../../base/pictures/index.ts";
import { TYPOGRAPHY_RULES } from "../../language/index.ts";
import {
  type DocumentMeta,
  type DocumentModel,
  pictureFiles,
  restrictionText,
} from "../../paperwork/document/index.ts";
import {
  createViews,
  documentAuthor,
  documentDate,
  NO_DATE,
  RECORD_OF,
  type View,
  ViewError,
  type Views,
  valueAt,
} from "../../paperwork/facts/index.ts";
import type { PaperShelf } from "../../paperwork/papers/index.ts";
import {
  type ContentRecord,
  type DataOf,
  type Dossier,
  findAnyRecord,
  findRecord,
  type RecordOf,
} from "../../paperwork/records/index.ts";
import { entriesOf, inForce } from "../../paperwork/register/index.ts";
import type { Fonts } from "../../typesetting/fonts/index.ts";
import { type DocumentJob, isPresent, type Kind, type TemplateFile } from "../../typesetting/kinds/index.ts";
import {
  type Budget,
  createLexicon,
  type Engine,
  Meter,
  type RenderJob,
  renderDocument,
  renderText,
} from "../../typesetting/markup/index.ts";
import type { PublicEdition, Redaction } from "../editions/index.ts";
import type { Profiles, ProfileWishes } from "../reading/index.ts";
import { FINDINGS } from "./findings.ts";
import { type CardOf, paperOf } from "./paper-of.ts";
import { questionsOf } from "./questions-of.ts";

/** A document of the set, ready for the writers. */
export type Rendered = {
  readonly job: DocumentJob;
  readonly model: DocumentModel;
  /** File name without folder and extension, as the pattern gives it. */
  readonly name: string;
  readonly caseIndex: string | null;
  /** Title without the mark of an edition, as other documents list it. */
  readonly title: string;
  /** The settings ask for the machine-readable code. */
  readonly code: boolean;
  /** Id of the organisation that issues it: `centre`. */
  readonly author: string;
  /** Records and templates it was made from, inside their folders. */
  readonly sources: readonly string[];
  /** The paper made elsewhere that it is the card of; null: it is a document made here. */
  readonly card: CardOf | null;
  /** What the public edition withheld from it; null in the original. */
  readonly redactions: readonly Redaction[] | null;
};

/** What the documents computed from the others may know of each of them. */
type ListedDocument = MadeFacts & { readonly record: View };

/** A document of the set as other documents list it. */
export type MadeFacts = {
  readonly id: string;
  readonly kind: string;
  readonly group: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly pages: number;
  /** Sheets of paper, printed on one side. */
  readonly sheets: number;
  readonly caseIndex: string | null;
  /** Its mark of restricted access: «Для служебного пользования, экз. № 1». */
  readonly restriction: string | null;
};

/** What the documents of one centre are rendered with. */
export type RenderSet = {
  readonly dossier: Dossier;
  readonly engine: Engine;
  readonly profiles: Pick<Profiles, "choose" | "resolve">;
  readonly fonts: Fonts;
  readonly pictures: Pick<PictureShelf, "get" | "digestOf">;
  readonly papers: Pick<PaperShelf, "get" | "digestOf">;
  /** The public edition of the dossier; null: the original. */
  readonly edition: PublicEdition | null;
  /** True for a set that is only a draft of a release. */
  readonly draft: boolean;
  /** What each document may cost. */
  readonly budget: Budget;
  /** Documents of the first wave, for those that are computed from them; null in the first wave. */
  readonly made: readonly { readonly rendered: Rendered; readonly pages: number }[] | null;
};

function isIssued(dossier: Dossier, document: string): boolean {
  return inForce(entriesOf(dossier)).some(({ fields }) => fields.document === document);
}

/** Renders one job: its date, its views on that date, its profile, its tree and its file name. */
export function renderJob(job: DocumentJob, set: RenderSet): Outcome<Rendered> {
  try {
    return render(job, set);
  } catch (error) {
    if (error instanceof ViewError) return { diagnostics: [error.diagnostic] };
    throw error;
  }
}

function render(job: DocumentJob, set: RenderSet): Outcome<Rendered> {
  const { kind, record } = job;
  const found: Diagnostic[] = [];
  const date = dateOf(job, set.dossier, found);
  if (hasErrors(found)) return { diagnostics: found };
  const edition = set.edition?.document(date ?? NO_DATE) ?? null;
  const { dated, viewsOn } = datedViews(set.dossier, edition?.withholding ?? null);
  const views = viewsOn(date ?? NO_DATE);
  const view = views.of(record);
  const settings = findRecord(set.dossier, "settings", "settings");
  const at = (path: string | null): unknown => (path === null ? null : valueAt(view, path));
  const place = record.placeOf("");
  const profile = collected(set.profiles.choose(date ?? NO_DATE, profileWishes(settings, place), place), found);
  const rows = rowsOf(job, view);
  const carded = paperOf(kind, record, set.papers, found);
  if (hasErrors(found)) return { diagnostics: found };
  const variables: RenderJob["variables"] = {
    ...variablesOf(set, views),
    ...(kind.rows === null ? {} : { row: job.row === undefined ? null : rows[0] }),
    ...(kind.paper === null ? {} : { paper: carded?.paper ?? null }),
    record: view,
    date,
    kind: kind.data,
    // Asked for where a template says so: an issued document is no draft, its words stand.
    get draft() {
      return set.draft && !isIssued(set.dossier, job.id);
    },
  };
  const meter = new Meter(set.budget);
  const context = { ...helperContext(set.dossier, settings?.data ?? {}, { all: views.all, viewsOn }), meter };
  const text = (file: TemplateFile, names: { readonly [name: string]: unknown }): string =>
    collected(renderText(set.engine, file, { variables: names, context, recordPlace: place }), found) ?? "";
  const meta: DocumentMeta = {
    id: job.id,
    kind: kind.id,
    title: text(kind.heading, variables),
    number: textOrNull(at(kind.number)),
    date,
    author: authorName(at(kind.author)) ?? authorName(variables.centre) ?? "",
    language: "ru-RU",
    profile: profile ?? "",
    variant: kind.variant,
  };
  if (meta.title === "" && !hasErrors(found)) found.push(untitled(kind.heading));
  const name = text(kind.name, variables);
  const caseIndex = textOrNull(at(kind.caseIndex));
  const annexes = kind.annexes.filter((annex) => annex.when === null || isPresent(valueAt(view, annex.when)));
  const { orientation, body, requisites } = kind;
  const [row = null, ...moreRows] = rows;
  const own = kind.rows === null ? variables : { ...variables, row };
  const requisitePlace = (index: number): Place => kind.placeOf(`/requisites/${index}`);
  const parts = { meta, orientation, body, annexes, variables: own, moreRows, requisites, requisitePlace, context };
  const pictures = picturesOf(set, profile ?? "", kind);
  const request = { ...parts, questions: questionsOf(set, dated), recordPlace: place, pictures };
  const model = collected(renderDocument(set.engine, request), found);
  if (model === undefined || hasErrors(found)) return { diagnostics: found };
  const records = [...new Set([...dated.values()].flatMap(({ used }) => [...used]))];
  const card = carded?.card ?? null;
  const sources = [...new Set([...records.map(({ source }) => source), ...(card?.file ? [card.file] : [])])].sort();
  const code = settings?.data.code === true;
  const made = {
    job,
    caseIndex,
    code,
    author: documentAuthor(set.dossier, record, kind.author),
    title: meta.title,
    sources,
    card,
  };
  if (edition === null || set.edition === null)
    return { value: { ...withPictures(made, model), name, redactions: null }, diagnostics: found };
  const published = edition.publish(model, name, text(set.edition.running(caseIndex, made.author), { caseIndex }));
  found.push(...edition.leaks(published, records, { recordPlace: place, template: kind.body.path }));
  const shown = { ...published, ...withPictures(made, published.model) };
  return { value: { ...shown, redactions: edition.redactions() }, diagnostics: found };
}

/** The rows a document is of, as templates see them: one, or all of the record. */
function rowsOf({ kind, row }: DocumentJob, view: View): readonly unknown[] {
  const rows = kind.rows === null ? undefined : valueAt(view, kind.rows.of);
  if (!Array.isArray(rows)) return [];
  return row === undefined ? rows : [rows[row]];
}

/** A document with its tree; the files of its pictures are sources of it too. */
function withPictures<Made extends Pick<Rendered, "sources">>(made: Made, model: DocumentModel) {
  return { ...made, model, sources: [...made.sources, ...pictureFiles(model)].sort() };
}

/** Pictures for the templates of a kind, by the limits of its profile: what the profile lacks is found where it is resolved. */
function picturesOf(set: RenderSet, profile: string, kind: Kind): RenderJob["pictures"] {
  return {
    get: (file) => {
      const limits = set.profiles.resolve(profile, kind.variant, kind.layout).value?.picture ?? NO_LIMITS;
      return { picture: set.pictures.get(file, limits), sha256: set.pictures.digestOf(file) ?? "" };
    },
  };
}

const NO_LIMITS = { mostKilobytes: Number.POSITIVE_INFINITY, mostMegapixels: 0 };

function untitled({ path, origin = { line: 1, column: 1 } }: TemplateFile): Diagnostic {
  return raise(FINDINGS.TRC3010, {
    message: text("Заголовок документа вышел пустым", "The title of the document comes out empty"),
    place: { file: path, start: origin, end: { line: origin.line, column: origin.column + 1 } },
  });
}

/** The value of an outcome; what was found is added to the rest. */
function collected<T>({ value, diagnostics }: Outcome<T>, found: Diagnostic[]): T | undefined {
  found.push(...diagnostics);
  return value;
}

/** Views of the records on any day, each day made once. */
function datedViews(dossier: Dossier, withholding: Parameters<typeof createViews>[2]) {
  const dated = new Map<string, Views>();
  const viewsOn = (day: string): Views => {
    const known = dated.get(day) ?? createViews(dossier, day, withholding);
    dated.set(day, known);
    return known;
  };
  return { dated, viewsOn };
}

/** What every template of the document may name besides its record. */
function variablesOf({ dossier, made }: RenderSet, views: Views): { readonly [name: string]: unknown } {
  const shown = (name: "centre" | "settings"): View | null => {
    const record = findAnyRecord(dossier, name, name);
    return record === undefined ? null : views.of(record);
  };
  const own = { centre: shown("centre"), settings: shown("settings") };
  if (made === null) return own;
  return { ...own, documents: made.map(({ rendered, pages }) => listedDocument(rendered, pages, views.of)) };
}

function profileWishes(settings: RecordOf<"settings"> | undefined, place: Place): ProfileWishes {
  const { profile = null, profileLayers = [] } = settings?.data ?? {};
  return { standard: profile, layers: profileLayers, place: (pointer) => settings?.placeOf(pointer) ?? place };
}

/** What the helpers may ask: styles of the settings, collections, and records as they were on other dates. */
function helperContext(
  dossier: Dossier,
  { initialsStyle = "tight", percentStyle = "spaced", typography = {} }: DataOf<"settings">,
  { all, viewsOn }: Pick<Views, "all"> & { readonly viewsOn: (date: string) => Views },
): RenderJob["context"] {
  return {
    initialsStyle,
    percentStyle,
    typographyOff: new Set(TYPOGRAPHY_RULES.filter((rule) => typography[rule] === false)),
    decimalSign: ",",
    all,
    confirmed: createLexicon(findAnyRecord(dossier, "lexicon", "lexicon")),
    on: (view, date) => viewsOn(date).of((view as View & { [RECORD_OF]: ContentRecord })[RECORD_OF]),
  };
}

/** The date stands in the record or in one it refers to; it has to be known before anything can be viewed. Code TRC3005. */
function dateOf({ kind, record }: DocumentJob, dossier: Dossier, found: Diagnostic[]): string | null {
  if (kind.date === null) return null;
  const day = documentDate(dossier, record, kind.date);
  if (day !== undefined) return day.date;
  found.push(
    raise(FINDINGS.TRC3005, {
      message: text(
        `У записи «${record.id}» нет даты документа: путь «${kind.date}» ни к чему не ведёт`,
        `The record "${record.id}" gives no date of the document: the path "${kind.date}" leads nowhere`,
      ),
      hints: text(`Заполните ${kind.date} в записи`, `Fill in ${kind.date} in the record`),
      place: record.placeOf(`/${kind.date.split(".")[0]}`),
    }),
  );
  return null;
}

/** The view of its record is made when a template asks for it: only then does the asking document depend on that record. */
function listedDocument(rendered: Rendered, pages: number, viewOf: (record: ContentRecord) => View): ListedDocument {
  return {
    ...madeFacts(rendered, pages),
    get record() {
      return viewOf(rendered.job.record);
    },
  };
}

/** What other documents may know of a document without looking into its record; of a card, the sheets of its paper. */
export function madeFacts({ job, model, title, caseIndex, card }: Rendered, laid: number): MadeFacts {
  const { id, kind, number, date } = model.meta;
  const restriction = restrictionText(model);
  const pages = card?.pages ?? laid;
  return { id, kind, group: job.kind.group, title, number, date, pages, sheets: pages, caseIndex, restriction };
}

function authorName(author: unknown): string | null {
  if (typeof author !== "object" || author === null || !Object.hasOwn(author, "full")) return null;
  const full = (author as View).full;
  return typeof full === "object" && full !== null ? textOrNull((full as View).text) : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
