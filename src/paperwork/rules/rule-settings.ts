import { type Diagnostic, raise, type Severity, suggest, text } from "../../base/diagnostics/index.ts";
import { findAnyRecord } from "../records/index.ts";
import type { Facts } from "./facts.ts";
import { FINDINGS } from "./findings.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./table.ts";
import { type Fields, fields } from "./values.ts";

const SEVERITIES: readonly string[] = ["error", "warning", "info"];

/** Severity of a rule after the settings; null when it is switched off. */
export function severityOf(rule: Rule, settings: Fields): Severity | null {
  const wanted = fields(settings.rules)[rule.code];
  if (wanted === "off") return null;
  return typeof wanted === "string" && SEVERITIES.includes(wanted) ? (wanted as Severity) : rule.severity;
}

/** Codes in the settings that no rule has: they would change nothing, and nobody would notice. Code TRC2902. */
export function checkSettings({ dossier, settings }: Facts): Diagnostic[] {
  const record = findAnyRecord(dossier, "settings", "settings");
  if (record === undefined) return [];
  const known = RULES.map(({ code }): string => code);
  return Object.keys(fields(settings.rules))
    .filter((code) => !known.includes(code))
    .map((code) => unknownRule(code, known, record.keyPlaceOf(`/rules/${code}`), `/rules/${code}`));
}

/** A code that is no rule's, with the nearest ones. Code TRC2902. */
export function unknownRule(
  code: string,
  known: readonly string[],
  place: NonNullable<Diagnostic["place"]>,
  pointer: string,
): Diagnostic {
  const near = suggest(code, known, 1);
  const own = /^TRC(?!2[1-8]|4[1-4])\d{4}$/.test(code);
  return raise(FINDINGS.TRC2902, {
    message: own
      ? text(`Замечание ${code} нельзя отключить или снять`, `${code} can be neither switched off nor waived`)
      : text(`Нет правила с кодом «${code}»`, `There is no rule ${code}`),
    hints: [
      near.length > 0
        ? text(`Возможно, имелось в виду: ${near[0]}`, `Did you mean ${near[0]}?`)
        : text("Список правил: docs/rules/README.md", "See the list of rules in docs/rules/README.md"),
    ],
    place,
    pointer,
    actual: code,
  });
}
