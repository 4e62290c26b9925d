import { type Finding, type RecordRule, text } from "../rule.ts";
import { strings } from "../values.ts";
import { mentioned } from "./mentioned.ts";

/** Everybody whom an order concerns gets acquainted with it. */
export const acquaintance: RecordRule = {
  code: "TRC2143",
  title: text("Лист ознакомления неполон", "The acquaintance list is incomplete"),
  validations: ["V51"],
  severity: "error",
  why: text(
    "С приказом знакомят под подпись всех, кому он что-то поручает",
    "Everybody whom an order concerns signs that he has read it",
  ),
  norm: "ТК РФ, статьи 22, 68",
  example: {
    file: "orders/2025/91-od-2025.yaml",
    wrong: "acknowledge: [lugovaya-ol]",
    right: "acknowledge: [lugovaya-ol, remchuk-pi]",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("orders")) {
      const known = new Set(strings(record.data.acknowledge));
      const absent = [...new Set(mentioned(record).map(({ id }) => id))].filter((id) => !known.has(id));
      if (absent.length === 0) continue;
      const complete = [...known, ...absent];
      yield {
        record,
        pointer: known.size > 0 ? "/acknowledge" : (mentioned(record)[0]?.pointer ?? ""),
        key: true,
        message: text(
          `В листе ознакомления нет: ${absent.map((id) => facts.fullName(id)).join(", ")}`,
          `Missing from the acquaintance list: ${absent.map((id) => facts.fullName(id)).join(", ")}`,
        ),
        hints: [
          text(`Напишите: acknowledge: [${complete.join(", ")}]`, `Write: acknowledge: [${complete.join(", ")}]`),
        ],
        related: mentioned(record)
          .filter(({ id }) => absent.includes(id))
          .slice(0, 3)
          .map(({ pointer }) => ({
            record,
            pointer,
            message: text("здесь лицу дано поручение", "the person is given a task here"),
          })),
        expected: complete.join(", "),
      };
    }
  },
};
