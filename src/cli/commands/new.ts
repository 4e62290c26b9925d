import { text } from "../../base/diagnostics/index.ts";
import type { RowsOptions } from "../../desk/exchange/index.ts";
import { command, type ValuesOf, WrongUsage } from "../command.ts";
import { CONTENT, DRY_RUN, day, FILE, TEMPLATES } from "../options.ts";
import type { Answer } from "../output.ts";
import { today } from "../today.ts";

const RECORD = text("<запись>", "<record>");
const OPTIONS = {
  content: CONTENT,
  templates: TEMPLATES,
  of: {
    ...text(
      "о чём запись: приказ, который изменяют; мероприятие, о котором отчитываются",
      "what the record is about: the order that is amended, the activity that is reported on",
    ),
    value: RECORD,
  },
  like: {
    ...text(
      "скопировать эту запись с новым номером и датами нового учебного года",
      "copy this record with a new number and the dates of the new school year",
    ),
    value: RECORD,
  },
  set: {
    ...text(
      "заполнить свойство; можно повторять: --set items.0.due=2026-02-10",
      "fill in a property; may be repeated: --set items.0.due=2026-02-10",
    ),
    value: text("<ключ=значение>", "<key=value>"),
    parse: pair,
  },
  rows: {
    ...text(
      "взять строки документа (участников, работников) или числа участников для результата из таблицы: xlsx, xls, ods, csv",
      "take the rows of the document (participants, workers) or the numbers of participants of a result from a spreadsheet: xlsx, xls, ods, csv",
    ),
    value: text("<файл>", "<file>"),
  },
  edited: {
    ...text(
      "исправленная копия действующего текста (trc consolidate ДОКУМЕНТ: .docx, а с --text – строки) или самой записи (.yaml): изменения запишутся сами",
      "edited copy of the text in force (trc consolidate DOCUMENT: .docx, with --text its lines), or of the record (.yaml): the changes are written by themselves",
    ),
    value: FILE,
    needs: "of",
  },
  id: { ...text("имя файла записи", "file name of the record"), value: text("<имя>", "<name>") },
  date: day("с какого дня считать (по умолчанию сегодня)", "day to count from (today by default)"),
  dryRun: DRY_RUN,
} as const;

/** `trc new`: begins a record and reports what is left to fill in. */
export const NEW = command({
  name: "new",
  ...text(
    "начать запись: приказ, договор, мероприятие, человека …; свободный номер и дата ставятся сами",
    "begin a record: an order, an agreement, an activity, a person …; the free number and the date are set by themselves",
  ),
  operands: [
    {
      name: text("[вид]", "[type]"),
      ...text(
        "вид документа или записи; без него – список видов",
        "kind of document or of record; without it the kinds are listed",
      ),
    },
  ],
  options: OPTIONS,
  run: ([type], options) => (type === undefined ? list(options) : begin(type, options)),
});

async function begin(type: string, options: ValuesOf<typeof OPTIONS>): Promise<Answer> {
  const { newRecord } = await import("../../desk/drafting/index.ts");
  const { date = today(), dryRun = false } = options;
  const rows = options.rows === undefined ? null : await tableRows({ ...options, kind: type, file: options.rows });
  if (rows !== null && "diagnostics" in rows) return rows;
  const edited = await changesOf({ ...options, date });
  if (edited !== null && edited.value === undefined) return edited;
  const changes = (edited?.value ?? []).map(([path, made]): [string, string] => [path, JSON.stringify(made)]);
  const set = [...(options.set ?? []), ...(rows?.values ?? []), ...changes];
  const { value, ...made } = await newRecord({ ...options, set, type, date, write: !dryRun });
  const found = { ...made, diagnostics: [...(edited?.diagnostics ?? []), ...made.diagnostics] };
  if (value === undefined) return found;
  const { file, text: record, gaps, notes } = value;
  return {
    ...found,
    lines: [dryRun && record],
    beside: [
      dryRun ? text(`Будет создан файл ${file}`, `To be made: ${file}`) : text(`Создан файл ${file}`, `Made: ${file}`),
      ...[...notes, ...(rows?.notes ?? [])].map(({ ru, en }) => text(`  ${ru}`, `  ${en}`)),
      gaps.length > 0 && text(`Осталось заполнить (${gaps.length}):`, `Left to fill in (${gaps.length}):`),
      ...gaps.map(({ place, message: { ru, en } }) => {
        const line = place?.start.line ?? 1;
        return text(`  строка ${line}: ${ru}`, `  line ${line}: ${en}`);
      }),
      gaps.length > 0
        ? text("Откройте файл, заполните и проверьте: trc check", "Open the file, fill it in and check it: trc check")
        : text(
            "Запись полна. Проверьте текст и соберите комплект: trc build",
            "The record is complete. Check the text and build the set: trc build",
          ),
    ],
  };
}

/** The changes that an edited text asks for; null where there is none. */
async function changesOf({
  edited,
  of = "",
  date,
  content,
  templates,
}: ValuesOf<typeof OPTIONS> & { readonly date: string }) {
  if (edited === undefined) return null;
  const { editedChanges } = await import("../../project/consolidate/index.ts");
  return editedChanges({ content, templates, document: of, at: date, edited });
}

async function tableRows(options: RowsOptions) {
  const { rowsOfTable } = await import("../../desk/exchange/index.ts");
  const { value, diagnostics } = await rowsOfTable(options);
  return value ?? { diagnostics };
}

async function list(options: ValuesOf<typeof OPTIONS>): Promise<Answer> {
  const { listRecordTypes } = await import("../../desk/drafting/index.ts");
  const { value: types = [], diagnostics } = await listRecordTypes(options);
  if (types.length === 0) return { diagnostics };
  const width = Math.max(...types.map(({ name }) => name.length));
  return {
    diagnostics,
    lines: [
      text("Виды записей (trc new ВИД):", "Kinds of records (trc new TYPE):"),
      ...types.map(({ name, title }) => {
        const shown = `  ${name.padEnd(width)}  `;
        return text(shown + title, `${shown}«${title}»`);
      }),
    ],
  };
}

function pair(value: string, previous: readonly (readonly [string, string])[] = []): (readonly [string, string])[] {
  const found = /^([A-Za-z0-9.]+)=(.*)$/s.exec(value);
  if (found === null)
    throw new WrongUsage(
      text(
        'Пишите ключ=значение, например subject="О проведении семинара".',
        "Write key=value, for example role=school.",
      ),
    );
  return [...previous, [found[1] ?? "", found[2] ?? ""]];
}
