import { matchesIn } from "../matches-in.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** The clause on control is printed from `control`: typed as well, it stands twice and may name two people. */
export const controlTwice: RecordRule = {
  code: "TRC2289",
  title: text("Контроль за исполнением приказа назван дважды", "An order says twice who controls it"),
  validations: ["V36"],
  severity: "warning",
  why: text(
    "Пункт о контроле печатается последним по свойству control: набранный вручную повторит его или назовёт другое лицо",
    "The clause on control is printed from the property control: one typed by hand repeats it or names somebody else",
  ),
  example: {
    file: "orders/2026/11-od-2026.yaml",
    wrong: "items:\n  - text: Контроль за исполнением приказа оставляю за собой\ncontrol: lugovaya-ol",
    right: "control: lugovaya-ol",
  },
  *check(facts): Iterable<Finding> {
    for (const record of facts.all("orders")) {
      if (record.data.control === undefined || record.kind === AMENDMENT) continue;
      for (const { place } of matchesIn(record, CLAUSE))
        yield {
          ...place,
          message: text(
            "Пункт о контроле напечатается ещё раз: его ставит свойство control",
            "The clause on control is printed once more: the property control makes it",
          ),
          hints: text(
            "Уберите эти слова, а того, кто контролирует, назовите в control (self – тот, кто подписал)",
            "Take these words away and name who controls it in control (self is whoever signs)",
          ),
          related: { record, pointer: "/control", message: text("кто контролирует", "who controls it") },
        };
    }
  },
};

/** It may put such a clause into another order. */
const AMENDMENT = "order-amendment";
const CLAUSE =
  /(?<!\p{L})контроль (?:за|над) (?:исполнением|выполнением)(?: (?:настоящего|данного|этого))? приказа (?:оставляю|возложить|возлагаю)(?!\p{L})/giu;
