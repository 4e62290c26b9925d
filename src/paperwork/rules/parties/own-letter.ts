import { each, located, type RecordRule, text } from "../rule.ts";

/** Nobody writes to himself. */
export const ownLetter: RecordRule = {
  code: "TRC2291",
  title: text("Письмо адресовано тому, кто его пишет", "A letter to the one who writes it"),
  validations: ["V38"],
  severity: "warning",
  why: text(
    "Адресат и автор – разные организации: письмо уйдёт не туда",
    "Addressee and author are two: it would go astray",
  ),
  example: {
    file: "documents/letter-15-2026.yaml",
    wrong: "issuer: centre\nto:\n  - {organisation: centre}",
    right: "issuer: centre\nto:\n  - {organisation: committee}",
  },
  check: each("documents", function* ({ data: { to, issuer } }) {
    for (const [pointer, { organisation }] of located(Array.isArray(to) ? to : undefined, "/to"))
      if (organisation !== undefined && organisation === issuer)
        yield {
          pointer: `${pointer}/organisation`,
          message: text("Адресат – та же организация, что и автор письма", "The addressee is the author of the letter"),
          hints: text(
            "Укажите, кому письмо, или исправьте автора (issuer)",
            "Name who it is for, or correct the author (issuer)",
          ),
          related: { pointer: "/issuer", message: text("автор", "the author") },
        };
  }),
};
