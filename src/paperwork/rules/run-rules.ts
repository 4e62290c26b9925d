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
import { oneCause } from "./one-cause.ts";
import { type DocumentRule, type Finding, inRecord, type Location, type RecordRule, type WordingRule } from "./rule.ts";
import { checkSettings, severityOf } from "./rule-settings.ts";
import { RULES } from "./table.ts";
import { applyWaivers } from "./waivers.ts";
import { CleanTexts } from "./wording/clean-texts.ts";
import { lintTexts, recordTexts, type Template, templateTexts } from "./wording/lint-texts.ts";

/** What the rules look at. */
export type RulesInput = FactsInput & {
  /** Every template, to be read for its wording. */
  readonly templates: readonly Template[];
  /** Documents of the set as far as they could be rendered. */
  readonly documents: readonly FinishedDocument[];
  /** True when every document of the set is among them: only then is a waiver known to be needless. */
  readonly complete: boolean;
  /** Names of texts that an earlier run found clean. */
  readonly clean?: readonly string[];
};

/** What the rules found, and what the records waive. */
export type RulesReport = {
  readonly diagnostics: readonly Diagnostic[];
  readonly waived: readonly WaivedDiagnostic[];
  /** Names of the texts that are clean, for the next run. */
  readonly clean: readonly string[];
};

/**
 * Runs every rule that the settings do not switch off over the records and the finished documents, and takes out what
 * the records waive. Pure and total. Codes 21xx–29xx and 41xx–44xx.
 */
export function runRules(input: RulesInput): RulesReport {
  const steps = rulesInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, one rule a step: whoever serves others meanwhile may pause between them. */
export function* rulesInSteps(input: RulesInput): Generator<undefined, RulesReport> {
  const { dossier, documents, only } = input;
  const facts = new Facts(input);
  const texts = [...recordTexts(dossier, only), ...templateTexts(input.templates)];
  const off = RULES.filter((rule) => severityOf(rule, facts.settings) === null).map(({ code }) => code);
  const clean = new CleanTexts(texts, off, input.clean ?? []);
  const diagnostics: Diagnostic[] = [];
  for (const rule of RULES) {
    yield;
    const severity = severityOf(rule, facts.settings);
    if (severity === null) continue;
    if (isOfTexts(rule)) {
      const alone = "findText" in rule;
      for (const { text, found } of lintTexts(rule, alone ? clean.suspects : texts, facts)) {
        if (alone) clean.soil(text);
        diagnostics.push(raise(rule, { severity, ...found }));
      }
    } else
      for (const finding of findingsOf(rule, facts, documents))
        if (only === undefined || finding.record.file === only)
          diagnostics.push(diagnosticOf(rule, finding.severity ?? severity, finding));
  }
  const settled = applyWaivers(diagnostics, dossier, input.complete);
  const found = [...oneCause(settled.diagnostics), ...checkSettings(facts)];
  return { diagnostics: found, waived: settled.waived, clean: clean.names() };
}

/** Codes of the rules that look at records alone. */
export const CODES_OF_RECORDS: ReadonlySet<string> = new Set(
  RULES.flatMap((rule) => (isOfTexts(rule) || "check" in rule ? [rule.code] : [])),
);

function isOfTexts(rule: (typeof RULES)[number]): rule is WordingRule {
  return "findText" in rule || "finderFor" in rule;
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
