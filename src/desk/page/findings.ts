import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC9301: {
    title: text("Порт страницы занят", "The port of the page is taken"),
    why: text(
      "Порт занят другой программой или страницей, открытой раньше",
      "The port is taken by another program or by a page that was opened before",
    ),
    hints: [
      text("Возможно, страница уже открыта в другом окне", "Perhaps the page is already open in another window"),
      text(
        "Укажите другой порт: trc desk --port 0 – любой свободный",
        "Name another port: trc desk --port 0 takes any free one",
      ),
    ],
    example: { wrong: "trc desk --port 80", right: "trc desk --port 4174" },
  },
  TRC9302: {
    title: text("Документ не одобрен", "The document is not approved"),
    why: text(
      "Изданный документ меняют только новым документом, поэтому его слова сначала одобряют те, кто за них отвечает",
      "An issued document is changed by a new one only, so those who answer for its words approve them first",
    ),
    hints: [
      text(
        "Нажмите «Одобрить» у документа; кто вправе одобрять, сказано в записи «Настройки»",
        "Press “Approve” at the document; the record of settings says who may approve",
      ),
    ],
    example: { wrong: "Издать черновик", right: "Одобрить, затем издать" },
  },
});
