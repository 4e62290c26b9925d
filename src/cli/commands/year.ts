import { text } from "../../base/diagnostics/index.ts";
import type { BegunYear } from "../../desk/drafting/index.ts";
import { command, type ValuesOf } from "../command.ts";
import { DRY_RUN, PROJECT } from "../options.ts";
import { type Answer, joined, type Line } from "../output.ts";

const OPTIONS = {
  ...PROJECT,
  undo: text(
    "отменить: убрать записи, с которых начат год, если их никто не менял",
    "take it back: remove the records that the year was begun with, unless somebody has changed them",
  ),
  dryRun: DRY_RUN,
} as const;

/** `trc year`: begins a school year from the one before it, or takes that back. */
export const YEAR = command({
  name: "year",
  ...text(
    "начать учебный год по записям прежнего: план, мероприятия, договоры, приказы, календарь, номенклатура; ничего не затирает",
    "begin a school year from the records of the last one: plan, activities, agreements, orders, calendar, nomenclature; writes over nothing",
  ),
  operands: [
    { name: text("<год>", "<year>"), ...text("учебный год, например 2027/2028", "school year, for example 2027/2028") },
  ],
  options: OPTIONS,
  run: ([year = ""], options) => (options.undo === true ? undo(year, options) : begin(year, options)),
});

async function begin(year: string, options: ValuesOf<typeof OPTIONS>): Promise<Answer> {
  const { beginYear } = await import("../../desk/drafting/index.ts");
  const { value, ...found } = await beginYear({ ...options, year });
  return value === undefined ? found : { ...found, json: value, lines: begunLines(value) };
}

function begunLines({ year, plan, files, gaps, there, lacking, notes, written }: BegunYear): Line[] {
  const looks = files.flatMap(({ file, notes: own }) => own.map((note) => joined([`  ${file}: `, note])));
  return [
    written
      ? text(
          `Начат ${year} учебный год по плану ${plan}, записей: ${files.length}`,
          `The school year ${year} has begun from the plan ${plan}, records: ${files.length}`,
        )
      : text(
          `${year} учебный год по плану ${plan}, будет записей: ${files.length}`,
          `The school year ${year} from the plan ${plan}, records to be made: ${files.length}`,
        ),
    ...files.map(({ file, from }) => `  ${file}${from === null ? "" : ` ← ${from}`}`),
    there.length > 0 && text("Уже есть, оставлено как есть:", "There already, left as they are:"),
    ...there.map((file) => `  ${file}`),
    gaps.length > 0 && text(`Осталось заполнить (${gaps.length}):`, `Left to fill in (${gaps.length}):`),
    ...gaps.map(({ place, message }) => joined([`  ${place?.file}:${place?.start.line}: `, message])),
    looks.length > 0 && text(`Проверьте (${looks.length}):`, `Look at (${looks.length}):`),
    ...looks,
    ...notes.map((note) => joined(["  ", note])),
    lacking.length > 0 &&
      text(
        `Ещё нет на начало года (${lacking.length}):`,
        `Not there yet at the beginning of the year (${lacking.length}):`,
      ),
    ...lacking.map(({ title, begin: hint }) => text(`  ${title}: ${hint}`, `  «${title}»: ${hint}`)),
    written
      ? text(
          `Дальше: trc check. Отменить: trc year --undo ${year}`,
          `Next: trc check. To take it back: trc year --undo ${year}`,
        )
      : text("Ничего не записано", "Nothing was written"),
  ];
}

async function undo(year: string, options: ValuesOf<typeof OPTIONS>): Promise<Answer> {
  const { undoYear } = await import("../../desk/drafting/index.ts");
  const { value, diagnostics } = await undoYear({ ...options, year });
  if (value === undefined) return { diagnostics };
  const { removed, kept, written } = value;
  return {
    diagnostics,
    json: value,
    lines: [
      written
        ? text(`Убрано записей: ${removed.length}`, `Records removed: ${removed.length}`)
        : text(`Будет убрано записей: ${removed.length}`, `Records to be removed: ${removed.length}`),
      ...removed.map((file) => `  ${file}`),
      kept.length > 0 && text(`Оставлено изменённых: ${kept.length}`, `Changed ones that stay: ${kept.length}`),
    ],
  };
}
