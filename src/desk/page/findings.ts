import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC9301: {
    title: text("Порт предпросмотра занят", "The port of the preview is taken"),
    why: text(
      "Порт занят другой программой или другим предпросмотром",
      "The port is taken by another program or another preview",
    ),
    hints: [
      text("Возможно, предпросмотр уже открыт в другом окне", "Perhaps the preview is already open in another window"),
      text(
        "Укажите другой порт: trc preview --port 0 – любой свободный",
        "Name another port: trc preview --port 0 takes any free one",
      ),
    ],
    example: { wrong: "trc preview --port 80", right: "trc preview --port 4174" },
  },
});
