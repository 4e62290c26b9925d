import { type DocumentRule, type FindingIn, text } from "../rule.ts";
import { treeTexts } from "./tree-text.ts";

/** Initials stand before the surname in a signature. */
export const signatureInitials: DocumentRule = {
  code: "TRC2501",
  title: text("В подписи фамилия стоит перед инициалами", "A signature with the surname first"),
  validations: ["V24"],
  why: text(
    "В подписи и грифе инициалы стоят перед фамилией",
    "In signatures and marks of approval the initials stand before the surname",
  ),
  norm: "ГОСТ Р 7.0.97, реквизиты 16, 22",
  example: {
    file: "templates/partials/signature.hbs",
    wrong: "{{initialsAfter person}}",
    right: "{{initials person}}",
  },
  *checkDocument({ model }): Iterable<FindingIn> {
    for (const { block, role, text: words } of treeTexts(model)) {
      if (!["signature", "approvals", "parties"].includes(block) || role !== "name") continue;
      if (!/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?[\s\u00a0\u202f]\p{Lu}\./u.test(words)) continue;
      yield {
        pointer: "",
        message: text(
          `В подписи документа фамилия стоит перед инициалами: «${words}»`,
          `The signature has the surname first: "${words}"`,
        ),
        hints: text(
          "Напишите в шаблоне подписи: {{initials person}}",
          "Write in the template of the signature: {{initials person}}",
        ),
        actual: words,
      };
    }
  },
};
