import type { Text } from "./text.ts";
import type { Diagnostic, Place } from "./types.ts";

/** What a finding says, in both languages. */
export type Wording = {
  readonly message: Text;
  readonly why?: Text | undefined;
  readonly hints?: readonly Text[];
  readonly related?: readonly { readonly message: Text; readonly place: Place }[];
};

/** The texts of a finding as a diagnostic carries them: Russian in place, English beside. */
export function worded({
  message,
  why,
  hints = [],
  related,
}: Wording): Pick<Diagnostic, "message" | "why" | "hints" | "related" | "english"> {
  return {
    message: message.ru,
    ...(why === undefined ? {} : { why: why.ru }),
    hints: hints.map(({ ru }) => ru),
    ...(related === undefined ? {} : { related: related.map((one) => ({ ...one, message: one.message.ru })) }),
    english: {
      message: message.en,
      ...(why === undefined ? {} : { why: why.en }),
      hints: hints.map(({ en }) => en),
      ...(related === undefined ? {} : { related: related.map((one) => one.message.en) }),
    },
  };
}
