import { addDays, numericDate } from "../../../base/text/index.ts";
import type { ContentRecord } from "../../records/index.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";

/** The next name of an organisation or a territory begins on the day after the last one. */
export const gapInNames: RecordRule = {
  code: "TRC2256",
  title: text("Между наименованиями пропуск", "A gap between two names"),
  validations: ["V47"],
  severity: "warning",
  why: text(
    "Без наименования организация не бывает: в дни пропуска документ напечатает не то",
    "An organisation is never without a name: a document of those days would print a wrong one",
  ),
  example: {
    file: "organisations/institute.yaml",
    wrong:
      "names:\n  - {full: институт развития образования, gender: masculine, to: 2025-12-31}\n  - {full: региональный институт развития образования, gender: masculine, from: 2027-01-01}",
    right:
      "names:\n  - {full: институт развития образования, gender: masculine, to: 2025-12-31}\n  - {full: региональный институт развития образования, gender: masculine, from: 2026-01-01}",
  },
  *check(facts): Iterable<Finding> {
    for (const record of [...facts.all("organisations"), ...facts.all("territories")])
      yield* gaps(record, record.data.names);
  },
};

type Name = { readonly from?: string; readonly to?: string };

function* gaps(record: ContentRecord<unknown>, names: readonly Name[] | undefined): Iterable<Finding> {
  const ended = located(names, "/names").filter(([, { to }]) => to !== undefined);
  for (const [at, { to = "" }] of ended) {
    const next = located(names, "/names")
      .filter(([, { from = "" }]) => from > to)
      .sort(([, a], [, b]) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))[0];
    const [there, { from = "" } = {}] = next ?? [];
    const covered = (names ?? []).some((one) => (one.from ?? "") <= addDays(to, 1) && (one.to ?? "9999") > to);
    if (there === undefined || covered) continue;
    // A name ends on the last day of a month, as a rule: an end that does not is the slip.
    const atEnd = addDays(to, 1).slice(-2) !== "01";
    const [end, begin] = [`${at}/to`, `${there}/from`];
    yield {
      record,
      pointer: atEnd ? end : begin,
      message: text(
        `Одно наименование – по ${numericDate(to)}, следующее – только с ${numericDate(from)}`,
        `A name ends on ${to}, the next one begins on ${from} only`,
      ),
      hints: text(
        "Исправьте конец первого или начало второго",
        "Correct the end of the first or the begin of the next",
      ),
      related: { record, pointer: atEnd ? begin : end, message: text("другой край", "the other edge") },
    };
  }
}
