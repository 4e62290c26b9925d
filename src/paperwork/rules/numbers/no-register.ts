import { parseNumber } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, string } from "../values.ts";

/** Orders of the centre are listed in a register of their year and index, which prints gaps and lettered numbers itself. */
export const noRegister: RecordRule = {
  code: "TRC2103",
  title: text("Нет журнала для номера приказа", "No register for the number of the order"),
  validations: ["V03"],
  severity: "warning",
  why: text(
    "Пропуски и литерные номера перечисляет журнал; без журнала года их никто не объяснит",
    "Gaps and lettered numbers are explained by the register of the year",
  ),
  norm: "Перечень Росархива № 236, статья 182",
  example: { file: "orders/2026/11-od-2026.yaml", wrong: 'number: "11а"', right: 'number: "11а-ОД"' },
  *check(facts): Iterable<Finding> {
    const registers = facts.ofKind("documents", "order-register");
    if (registers.length === 0) return;
    const told = new Set<string>();
    for (const record of facts.all("orders")) {
      const shown = string(record.data.number);
      const date = day(record.data.date);
      const parts = shown === undefined ? null : parseNumber(shown);
      if (record.data.issuer !== "centre" || shown === undefined || date === undefined || parts === null) continue;
      const year = Number(date.slice(0, 4));
      const key = `${year} ${parts.prefix}№${parts.suffix}`;
      const listed = registers.some(
        ({ data }) => data.year === year && data.issuer === "centre" && data.suffix === parts.suffix,
      );
      if (listed || told.has(key)) continue;
      told.add(key);
      const index = `${parts.prefix.slice(0, -1)}${parts.suffix}`;
      const series =
        index === ""
          ? text("без индекса", "without an index")
          : text(`с индексом «${index}»`, `with the index "${index}"`);
      yield {
        record,
        pointer: "/number",
        message: text(
          `Нет журнала приказов ${series.ru} за ${year} год`,
          `There is no register of orders ${series.en} in ${year}`,
        ),
        hints: [
          text(
            `Проверьте индекс номера или добавьте журнал: documents/register-${year}.yaml с year: ${year} и suffix: "${parts.suffix}"`,
            `Check the index, or add documents/register-${year}.yaml with year: ${year} and suffix: "${parts.suffix}"`,
          ),
        ],
        actual: shown,
      };
    }
  },
};
