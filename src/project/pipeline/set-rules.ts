import { type Diagnostic, type Place, text } from "../../base/diagnostics/index.ts";
import { allRecords, type Dossier } from "../../paperwork/records/index.ts";
import {
  type FinishedDocument,
  type KindFacts,
  type RulesReport,
  rulesInSteps,
  runRules,
} from "../../paperwork/rules/index.ts";
import type { Kind, KindSet } from "../../typesetting/kinds/index.ts";
import type { Engine } from "../../typesetting/markup/index.ts";
import type { Profiles } from "../reading/index.ts";
import type { FinishedPages } from "./finished-pages.ts";
import type { Laid } from "./laid-document.ts";

/** A centre's records and documents, for the rules. */
export type SetRules = {
  readonly dossier: Dossier;
  readonly kinds: KindSet;
  readonly engine: Engine;
  readonly profiles: Pick<Profiles, "placeOf">;
  readonly made: readonly { readonly rendered: Laid["rendered"]; readonly finished: FinishedDocument }[];
  /** True when `made` is only a part of the set. */
  readonly partial: boolean;
  readonly today: string | null;
  /** True when the documents are made to be signed. */
  readonly final: boolean;
  /** See `RulesInput`. */
  readonly clean: readonly string[];
};

/**
 * Runs the rules over one centre's records and documents. A partial run reports only what concerns its documents.
 *
 * @param pause between two rules: somebody may be waiting for an answer
 */
export async function runSetRules(set: SetRules, pause: () => Promise<void>): Promise<RulesReport> {
  const { dossier, kinds, engine, made, partial, today, final, clean } = set;
  const steps = rulesInSteps({
    dossier,
    kinds: kinds.kinds.map(kindFacts),
    required: kinds.required,
    templates: templatesOf(kinds),
    documents: made.map(({ finished }) => finished),
    complete: !partial,
    today,
    final,
    clean,
  });
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await pause();
  const found = step.value;
  const report = { ...found, diagnostics: marginsAtTheirMeasure(found.diagnostics, set) };
  if (!partial) return report;
  const concerned = new Set(made.flatMap(({ rendered }) => rendered.sources));
  const files = new Set([
    ...allRecords(dossier)
      .filter(({ source }) => concerned.has(source))
      .map(({ file }) => file),
    ...[...new Set(made.map(({ rendered }) => rendered.job.kind))].flatMap(({ file, body, annexes }) =>
      [file, ...engine.withPartials([body, ...annexes.map(({ template }) => template)])].map(({ path }) => path),
    ),
  ]);
  const here = (file: string | undefined): boolean =>
    file === undefined || files.has(file) || /\/profiles\/[^/]+$/.test(file);
  return {
    ...report,
    diagnostics: report.diagnostics.filter(({ place }) => here(place?.file)),
    waived: report.waived.filter(({ diagnostic }) => here(diagnostic.place?.file)),
  };
}

/** What the rules of records find in one file, without its documents. */
export function runRecordRules(
  { dossier, kinds, today }: Pick<SetRules, "dossier" | "kinds" | "today">,
  file: string,
): readonly Diagnostic[] {
  const { diagnostics } = runRules({
    dossier,
    kinds: kinds.kinds.map(kindFacts),
    required: kinds.required,
    templates: [],
    documents: [],
    complete: false,
    today,
    only: file,
  });
  return diagnostics.filter(({ place }) => place?.file === file);
}

/** A margin that is too narrow for many documents is one mistake, made where the margin is given. */
function marginsAtTheirMeasure(
  diagnostics: readonly Diagnostic[],
  { made, profiles }: SetRules,
): readonly Diagnostic[] {
  const measures = new Map<string, { readonly at: Place; readonly found: Diagnostic[] }>();
  const others = diagnostics.filter((one) => {
    const rendered = made.find(({ finished }) => finished.record.file === one.place?.file)?.rendered;
    if (one.code !== "TRC2507" || rendered === undefined) return true;
    const { meta, body } = rendered.model;
    const pointer = body.orientation === "landscape" ? "/landscape/topMm" : "/portrait/leftMm";
    const at = profiles.placeOf(meta.profile, meta.variant, rendered.job.kind.layout, pointer);
    const key = `${at.file}:${at.start.line}:${at.start.column}`;
    const known = measures.get(key) ?? { at, found: [] };
    measures.set(key, known);
    known.found.push(one);
    return false;
  });
  const grouped = [...measures.values()].flatMap(({ at, found }) => {
    const [first] = found;
    if (first === undefined) return [];
    const { pointer: _record, ...rest } = first;
    const documents = found.slice(0, 5).flatMap(({ place }) => (place === undefined ? [] : [place]));
    const message = text("документ, который хранят долго", "a document that is kept long");
    return [{ ...rest, place: at, related: documents.map((place) => ({ place, message })) }];
  });
  return [...others, ...grouped];
}

/** Templates of documents, shared partials and those of kinds, and what describes the kinds; what else lies there (beginnings of records) is not for readers. */
function templatesOf({ kinds, partials }: KindSet): Parameters<typeof runRules>[0]["templates"] {
  const ids = new Set(kinds.map(({ id }) => id));
  const templates = [...partials].filter(([name]) => !name.includes("/") || ids.has(name.split("/")[0] ?? ""));
  return [
    ...templates.map(([, { path, source }]) => ({ path, source, prose: true })),
    ...kinds.map(({ file: { path, source } }) => ({ path, source, prose: false })),
  ];
}

function kindFacts(kind: Kind): KindFacts {
  return {
    id: kind.id,
    title: kind.title,
    article: kind.retention?.article ?? null,
    collection: kind.source.collection,
    date: kind.date,
  };
}

/** What the rules look at in a document, as plain data. */
export function finishedDocument(rendered: Laid["rendered"], pages: FinishedPages): Omit<FinishedDocument, "record"> {
  const { retention } = rendered.job.kind;
  return {
    model: rendered.model,
    ...pages,
    retention:
      retention === null
        ? null
        : { term: retention.term, ...(retention.years === undefined ? {} : { years: retention.years }) },
  };
}
