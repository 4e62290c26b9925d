import { numericDate } from "../../../base/text/index.ts";
import { parseNumber } from "../../facts/index.ts";
import { datesInDoubt } from "../dates/date-in-doubt.ts";
import { each, type RecordRule, text } from "../rule.ts";

/** A register is closed after the last order that it lists; one that no later year follows is still being filled. */
export const registerEarly: RecordRule = {
  code: "TRC2254",
  title: text("Журнал закрыт раньше последнего приказа", "A register is older than an order of it"),
  validations: ["V03"],
  severity: "warning",
  why: text(
    "В журнал входят все приказы года: он не может быть составлен раньше последнего из них",
    "A register holds all orders of its year: it cannot be older than the last of them",
  ),
  example: {
    file: "documents/register-2025.yaml",
    wrong: 'date: 2025-11-28\nyear: 2025\nsuffix: "-ОД"',
    right: 'date: 2025-12-30\nyear: 2025\nsuffix: "-ОД"',
  },
  check: each(["documents", "order-register"], function* ({ data }, facts) {
    const { date, year, issuer = "centre", suffix = "", prefix = "" } = data;
    const inDoubt = datesInDoubt(facts);
    const isClosed = facts
      .all("documents", "order-register")
      .some(({ data: other }) => (other.issuer ?? "centre") === issuer && (other.year ?? 0) > (year ?? 0));
    if (!isClosed) return;
    const later = facts.all("orders").filter((order) => {
      const number = parseNumber(order.data.number ?? "");
      const own = number?.order !== null && number?.suffix === suffix && number.prefix === prefix;
      return (
        own && !inDoubt(order) && order.data.issuer === issuer && order.data.date?.startsWith(String(year)) === true
      );
    });
    const last = later.sort((a, b) => ((a.data.date ?? "") < (b.data.date ?? "") ? -1 : 1)).at(-1);
    if (date === undefined || last?.data.date === undefined || last.data.date <= date) return;
    yield {
      pointer: "/date",
      message: text(
        `Журнал от ${numericDate(date)}, а в нём приказ № ${last.data.number} от ${numericDate(last.data.date)}`,
        `The register is of ${date}, and holds the order No. "${last.data.number}" of ${last.data.date}`,
      ),
      hints: text("Исправьте дату журнала или приказа", "Correct the date of the register, or of the order"),
      related: { record: last, pointer: "/date", message: text("дата приказа", "date of the order") },
    };
  }),
};
