import {
  type Diagnostic,
  type Place,
  raise,
  type Severity,
  type WaivedDiagnostic,
} from "../../base/diagnostics/index.ts";
import { valueAtPointer } from "../../base/yaml/index.ts";
import { Facts, type FactsInput } from "./facts.ts";
import type { FinishedDocument } from "./finished-document.ts";
import { type DocumentRule, type Finding, inRecord, type Location, type RecordRule } from "./rule.ts";
import { checkSettings, severityOf } from "./rule-settings.ts";
import { RULES } from "./table.ts";
import { applyWaivers } from "./waivers.ts";
import { lintTexts, recordTexts, type Template, templateTexts } from "./wording/lint-texts.ts";

/** What the rules look at. */
export type RulesInput = FactsInput & {
  /** Every template, to be read for its wording. */
  readonly templates: readonly Template[];
  /** Documents of the set as far as they could be rendered. */
  readonly documents: readonly FinishedDocument[];
  /** True when every document of the set is among them: only then is a waiver known to be needless. */
  readonly complete: boolean;
};

/** What the rules found, and what the records waive. */
export type RulesReport = { readonly diagnostics: readonly Diagnostic[]; readonly waived: readonly WaivedDiagnostic[] };

/**
 * Runs every rule that the settings do not switch off over the records and the finished documents, and takes out what
 * the records waive. Pure and total. Codes 21xx–29xx and 41xx–44xx.
 */
export function runRules(input: RulesInput): RulesReport {
  const facts = new Facts(input);
  const texts = [...recordTexts(input.dossier), ...templateTexts(input.templates)];
  const diagnostics = RULES.flatMap((rule) => {
    const severity = severityOf(rule, facts.settings);
    if (severity === null) return [];
    if ("findText" in rule || "finderFor" in rule)
      return lintTexts(rule, texts, facts).map((found) => raise(rule, { severity, ...found }));
    return findingsOf(rule, facts, input.documents).map((finding) =>
      diagnosticOf(rule, finding.severity ?? severity, finding),
    );
  });
  const settled = applyWaivers(diagnostics, input.dossier, input.complete);
  return { diagnostics: [...settled.diagnostics, ...checkSettings(facts)], waived: settled.waived };
}

function findingsOf(rule: RecordRule | DocumentRule, facts: Facts, documents: readonly FinishedDocument[]): Finding[] {
  if ("check" in rule) return [...rule.check(facts)];
  return documents.flatMap((document) =>
    [...rule.checkDocument({ ...document, others: documents }, facts)].map((found) => inRecord(document.record, found)),
  );
}

function diagnosticOf(rule: RecordRule | DocumentRule, severity: Severity, finding: Finding): Diagnostic {
  const { record, pointer, message, hints, related = [], expected } = finding;
  const value = valueAtPointer(record.data, pointer);
  const actual = finding.actual ?? (typeof value === "string" || typeof value === "number" ? String(value) : undefined);
  const others = [related].flat().map((one) => ({ message: one.message, place: placeOf(one) }));
  return raise(rule, {
    severity,
    message,
    hints,
    place: placeOf(finding),
    pointer,
    related: others.length > 0 ? others : undefined,
    actual,
    expected,
  });
}

function placeOf({ record, pointer, key, range }: Location): Place {
  if (range !== undefined) return record.placeAt(range[0], range[1]);
  return key === true ? record.keyPlaceOf(pointer) : record.placeOf(pointer);
}
