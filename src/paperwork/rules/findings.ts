import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC2901: {
    severity: "warning",
    title: text("Снятие замечания ничего не снимает", "A waiver waives nothing"),
    why: text(
      "Решение, которое ничего не снимает, скроет будущую ошибку",
      "A waiver that waives nothing would hide a future fault",
    ),
    hints: [
      text(
        "Удалите эту строку из waivers или проверьте код и свойство (property)",
        "Delete this entry of waivers, or check its code and property",
      ),
    ],
    example: {
      wrong: "date: 2025-11-05\nwaivers: [{code: TRC2121, reason: …, date: 2025-11-05}]",
      right: "date: 2025-11-05",
    },
  },
  TRC2902: {
    severity: "warning",
    title: text("Нет правила с таким кодом", "There is no rule with this code"),
    why: text(
      "Менять можно только правила (коды 21xx–28xx и 41xx–44xx); остальное – ошибки, с которыми документ не собрать",
      "Only rules (codes 21xx–28xx and 41xx–44xx) can be changed; the others are faults no document survives",
    ),
    example: { wrong: 'rules: {TRC9999: "off"}', right: 'rules: {TRC2121: "off"}' },
  },
});
