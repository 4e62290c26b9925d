import {
  type Diagnostic,
  type Place,
  raise,
  type Severity,
  type WaivedDiagnostic,
} from "../../base/diagnostics/index.ts";
import type { Dossier } from "../records/index.ts";
import { Facts, type KindFacts, type RequiredFacts } from "./facts.ts";
import type { FinishedDocument } from "./finished-document.ts";
import type { DocumentRule, Finding, RecordRule, Spot } from "./rule.ts";
import { checkSettings, severityOf } from "./rule-settings.ts";
import { RULES } from "./table.ts";
import { applyWaivers } from "./waivers.ts";
import { lintTexts, recordTexts, templateTexts } from "./wording/lint-texts.ts";

/** What the rules look at. */
export type RulesInput = {
  readonly dossier: Dossier;
  readonly kinds: readonly KindFacts[];
  /** The documents that the regulation asks for. */
  readonly required?: readonly RequiredFacts[];
  /** Every template, to be read for its wording. */
  readonly templates: readonly { readonly path: string; readonly source: string }[];
  /** Documents of the set as far as they could be rendered. */
  readonly documents: readonly FinishedDocument[];
  /** True when every document of the set is among them: only then is a waiver known to be needless. */
  readonly complete: boolean;
  /** Day of the check, ISO; null: no rule may depend on it. */
  readonly today: string | null;
};

/** What the rules found, and what the records waive. */
export type RulesReport = { readonly diagnostics: readonly Diagnostic[]; readonly waived: readonly WaivedDiagnostic[] };

/**
 * Runs every rule that the settings do not switch off over the records and the finished documents, and takes out what
 * the records waive. Pure and total. Codes 21xx–29xx and 41xx–44xx.
 */
export function runRules(input: RulesInput): RulesReport {
  const facts = new Facts(
    input.dossier,
    new Map(input.kinds.map((kind) => [kind.id, kind])),
    input.today,
    input.required ?? [],
  );
  const diagnostics: Diagnostic[] = [];
  const texts = [...recordTexts(input.dossier), ...templateTexts(input.templates)];
  for (const rule of RULES) {
    const severity = severityOf(rule, facts.settings);
    if (severity === null) continue;
    if ("findText" in rule) {
      diagnostics.push(...lintTexts(rule, severity, texts, facts));
      continue;
    }
    for (const finding of findingsOf(rule, facts, input.documents))
      diagnostics.push(diagnosticOf(rule, severity, finding));
  }
  const settled = applyWaivers(diagnostics, input.dossier, input.complete);
  return { diagnostics: [...settled.diagnostics, ...checkSettings(facts)], waived: settled.waived };
}

function findingsOf(rule: RecordRule | DocumentRule, facts: Facts, documents: readonly FinishedDocument[]): Finding[] {
  if ("check" in rule) return [...rule.check(facts)];
  return documents.flatMap((document) => [...rule.checkDocument({ ...document, others: documents }, facts)]);
}

function diagnosticOf(rule: RecordRule | DocumentRule, severity: Severity, finding: Finding): Diagnostic {
  const { record, key: _key, range: _range, related, fix, ...said } = finding;
  return raise(rule, {
    severity,
    ...said,
    place: placeOf(finding),
    ...(related && { related: related.map((spot) => ({ message: spot.message, place: placeOf(spot) })) }),
    ...(fix && { fix: { ...fix, file: record.file } }),
  });
}

function placeOf({ record, pointer, key, range }: Spot): Place {
  if (range !== undefined) return record.placeAt(range[0], range[1]);
  return key === true ? record.keyPlaceOf(pointer) : record.placeOf(pointer);
}
