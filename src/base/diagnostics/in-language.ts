import type { Diagnostic, WaivedDiagnostic } from "./types.ts";

/** The findings in the language of the report: in Russian as they are, in English with their other texts in place. */
export function inLanguage(diagnostics: readonly Diagnostic[], language: "ru" | "en"): readonly Diagnostic[] {
  return language === "ru" ? diagnostics : diagnostics.map(translated);
}

export function waivedInLanguage(
  waived: readonly WaivedDiagnostic[],
  language: "ru" | "en",
): readonly WaivedDiagnostic[] {
  return language === "ru" ? waived : waived.map((one) => ({ ...one, diagnostic: translated(one.diagnostic) }));
}

function translated(diagnostic: Diagnostic): Diagnostic {
  const { english, related } = diagnostic;
  return {
    ...diagnostic,
    message: english.message,
    why: english.why,
    hints: english.hints,
    ...(related === undefined
      ? {}
      : { related: related.map((one, index) => ({ ...one, message: english.related?.[index] ?? one.message })) }),
  };
}
