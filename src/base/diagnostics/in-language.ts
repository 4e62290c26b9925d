import { showInvisible } from "../text/index.ts";
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

/** Characters that nobody sees are shown by their codes: a message may quote what it is about. */
function reported({ title, message, why, hints, related, ...rest }: Diagnostic, language: keyof Text): Reported {
  const said = (words: Text): string => showInvisible(words[language]);
  const shown = related?.map((one) => ({ ...one, message: said(one.message) }));
  return {
    ...rest,
    title: said(title),
    message: said(message),
    ...(why && { why: said(why) }),
    hints: hints.map(said),
    ...(shown && { related: shown }),
  };
}
