import { ENGLISH_TITLES } from "./codes/english.ts";
import type { Diagnostic, WaivedDiagnostic } from "./types.ts";

/**
 * The findings in English: each with its own translation, or, where a message has none, with the English title of its
 * code before the Russian words, so that nothing is lost. In Russian they are as they are.
 */
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
  const { english, related, ...rest } = diagnostic;
  if (english === undefined) {
    const title = ENGLISH_TITLES[diagnostic.code];
    return title === undefined ? diagnostic : { ...diagnostic, message: `${title}: ${diagnostic.message}` };
  }
  return {
    ...rest,
    message: english.message,
    why: english.why,
    hints: english.hints,
    ...(related === undefined
      ? {}
      : { related: related.map((one, index) => ({ ...one, message: english.related?.[index] ?? one.message })) }),
  };
}
