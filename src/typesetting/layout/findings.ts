import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC5001: {
    title: text("В шрифте нет знака", "The font lacks a character"),
    why: text("В PDF на его месте был бы пустой прямоугольник", "The PDF would have an empty box in its place"),
    example: { wrong: "place: каб. ☎ 5", right: "place: каб. 5" },
  },
});
