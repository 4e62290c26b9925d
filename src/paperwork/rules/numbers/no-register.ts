import { parseNumber, seriesKey } from "../../facts/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

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
    const registers = facts.all("documents", "order-register");
    if (registers.length === 0) return;
    const seriesOf = (year: number, { prefix = "", suffix = "" }): string =>
      seriesKey({ author: "centre", year, form: { prefix, suffix }, of: { collection: "orders", kind: null } });
    const known = new Set(
      registers.flatMap(({ data }) => (data.issuer === "centre" ? seriesOf(data.year ?? 0, data) : [])),
    );
    for (const record of facts.all("orders")) {
      const { issuer, number = "", date } = record.data;
      const parts = parseNumber(number);
      if (issuer !== "centre" || date === undefined || parts === null) continue;
      const year = Number(date.slice(0, 4));
      const { prefix, suffix } = parts;
      const series = seriesOf(year, parts);
      if (known.has(series)) continue;
      known.add(series);
      const index = `${prefix.slice(0, -1)}${suffix}`;
      const before = prefix === "" ? "" : `prefix: "${prefix}", `;
      yield {
        record,
        pointer: "/number",
        message:
          index === ""
            ? text(
                `Нет журнала приказов без индекса за ${year} год`,
                `There is no register of orders without an index in ${year}`,
              )
            : text(
                `Нет журнала приказов с индексом «${index}» за ${year} год`,
                `There is no register of orders with the index "${index}" in ${year}`,
              ),
        hints: text(
          `Проверьте индекс номера или добавьте в documents журнал (kind: order-register) с issuer: centre, year: ${year}, ${before}suffix: "${suffix}"`,
          `Check the index, or add to documents a register (kind: order-register) with issuer: centre, year: ${year}, ${before}suffix: "${suffix}"`,
        ),
      };
    }
  },
};
