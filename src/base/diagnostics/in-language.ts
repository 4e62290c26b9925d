import type { Text } from "./text.ts";
import type { Diagnostic, Reported, WaivedDiagnostic } from "./types.ts";

/** The findings in the language of the report. */
export function inLanguage(diagnostics: readonly Diagnostic[], language: keyof Text): readonly Reported[] {
  return diagnostics.map((one) => reported(one, language));
}

/** What the records waive, in the language of the report. */
export function waivedInLanguage(
  waived: readonly WaivedDiagnostic[],
  language: keyof Text,
): readonly WaivedDiagnostic<Reported>[] {
  return waived.map((one) => ({ ...one, diagnostic: reported(one.diagnostic, language) }));
}

function reported({ title, message, why, hints, related, ...rest }: Diagnostic, language: keyof Text): Reported {
  const shown = related?.map((one) => ({ ...one, message: one.message[language] }));
  return {
    ...rest,
    title: title[language],
    message: message[language],
    ...(why && { why: why[language] }),
    hints: hints.map((hint) => hint[language]),
    ...(shown && { related: shown }),
  };
}
