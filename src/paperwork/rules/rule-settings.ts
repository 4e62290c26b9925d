import { type Diagnostic, type Place, raise, type Severity, suggest, text } from "../../base/diagnostics/index.ts";
import { type DataOf, findRecord } from "../records/index.ts";
import type { Facts } from "./facts.ts";
import { FINDINGS } from "./findings.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./table.ts";

/** Severity of a rule after the settings; null when it is switched off. */
export function severityOf({ code, severity = "error" }: Rule, { rules = {} }: DataOf<"settings">): Severity | null {
  const wanted = rules[code] ?? severity;
  return wanted === "off" ? null : wanted;
}

/** Codes in the settings that no rule has: they would change nothing, and nobody would notice. Code TRC2902. */
export function checkSettings({ dossier }: Facts): Diagnostic[] {
  const record = findRecord(dossier, "settings", "settings");
  return Object.keys(record?.data.rules ?? {}).flatMap((code) => {
    const pointer = `/rules/${code}`;
    return record === undefined || isRule(code) ? [] : [unknownRule(code, record.keyPlaceOf(pointer), pointer)];
  });
}

const CODES = RULES.map(({ code }): string => code);

/** True for the code of a rule. */
export function isRule(code: string): boolean {
  return CODES.includes(code);
}

/** A code that is no rule's, with the nearest one. Code TRC2902. */
export function unknownRule(code: string, place: Place, pointer: string): Diagnostic {
  const near = suggest(code, CODES, 1)[0];
  const own = /^TRC(?!2[1-8]|4[1-4])\d{4}$/.test(code);
  return raise(FINDINGS.TRC2902, {
    message: own
      ? text(`Замечание ${code} нельзя отключить или снять`, `${code} can be neither switched off nor waived`)
      : text(`Нет правила с кодом «${code}»`, `There is no rule ${code}`),
    hints:
      near === undefined
        ? text("Список правил: docs/rules/README.md", "See the list of rules in docs/rules/README.md")
        : text(`Возможно, имелось в виду: ${near}`, `Did you mean ${near}?`),
    place,
    pointer,
    actual: code,
  });
}
