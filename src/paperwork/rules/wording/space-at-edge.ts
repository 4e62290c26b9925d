import { text, type WordingRule } from "../rule.ts";
import { inOrder } from "./in-order.ts";
import { replacing } from "./replacing.ts";

/** A value begins and ends with a sign that is seen. */
export const spaceAtEdge: WordingRule = {
  code: "TRC4131",
  title: text("Пробел в начале или в конце значения", "A space at the beginning or the end of a value"),
  validations: ["V43"],
  severity: "warning",
  inNames: "error",
  everywhere: true,
  recordsOnly: true,
  why: text(
    "Его не видно, но номер или название с ним – другие: их не найдут поиск и сверка",
    "It cannot be seen, yet the number or the name is another one: search and matching miss it",
  ),
  example: inOrder("принять заявки ", "принять заявки"),
  findText: replacing(/^[ \u00a0]+(?=[^\n]*$)|(?<=^[^\n]*)[ \u00a0]+$/gu, () => "", { message: "title" }),
};
