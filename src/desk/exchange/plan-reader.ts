import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { schemaAt } from "../../base/yaml/index.ts";
import { activityForms, valueAt } from "../../paperwork/facts/index.ts";
import { type RecordOf, recordsOf, sharedUri } from "../../paperwork/records/index.ts";
import { oddLetters } from "../../paperwork/rules/index.ts";
import { modeline, type Project } from "../../project/reading/index.ts";
import { freeName, recordForm, slug } from "../drafting/index.ts";
import { type Columns, type PlanField, plain } from "./columns.ts";
import { activityTexts } from "./export-tables.ts";
import { matchDirection } from "./match.ts";
import type { TableRow } from "./read-table.ts";
import { type Fields, type Leftover, type Notes, oneLine, type Understood, understandRow } from "./understand-row.ts";

/** A row understood as an activity. */
export type ImportedActivity = {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly text: string;
  /** Its cells as they stand in the table, with the number of their column and its heading. */
  readonly cells: readonly { readonly column: number; readonly heading: string; readonly text: string }[];
  readonly understood: readonly Understood[];
  readonly leftovers: readonly Leftover[];
};

/** What became of each row of the table. */
export type ImportReport = {
  readonly plan: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly { readonly heading: string; readonly field: PlanField | null }[];
  readonly activities: readonly ImportedActivity[];
  /** Forms of activities that the centre has not named yet. */
  readonly newForms: readonly string[];
  /** Rows that are no activity, or whose activity is there already. */
  readonly skipped: readonly { readonly row: number; readonly text: string; readonly why: Text }[];
  readonly written: boolean;
};

/** Turns the rows of a table of a plan into activities of that plan. */
export class PlanReader {
  readonly #project: Project;
  readonly #plan: RecordOf<"plans">;
  readonly #columns: Columns;
  /** Activities of the plan by their titles; null: of a row above. */
  readonly #titles: Map<string, { readonly id: string; readonly record: RecordOf<"activities"> | null }>;
  readonly #ids: Set<string>;
  readonly #newForms = new Set<string>();
  #section = "";
  #direction: string | null = null;

  constructor(project: Project, plan: RecordOf<"plans">, columns: Columns) {
    this.#project = project;
    this.#plan = plan;
    this.#columns = columns;
    const records = recordsOf(project.dossier, "activities");
    const own = records.filter(({ data }) => data.plan === plan.id);
    this.#titles = new Map(own.map((record) => [plain(record.data.title ?? ""), { id: record.id, record }]));
    this.#ids = new Set(records.map(({ id }) => id));
  }

  read(written: boolean): ImportReport {
    const { table, header, fields } = this.#columns;
    const activities: ImportedActivity[] = [];
    const skipped: { row: number; text: string; why: Text }[] = [];
    for (const row of table.rows) {
      const words = row.cells
        .filter(({ text, repeated }) => text !== "" && !repeated)
        .map(({ text }) => oneLine(text))
        .join(" | ");
      if (words === "" || row.number === header.number) continue;
      const read = this.#row(row, words);
      if ("ru" in read) skipped.push({ row: row.number, text: words, why: read });
      else activities.push(read);
    }
    const [sheet, plan] = [table.sheet, this.#plan.id];
    return {
      plan,
      sheet,
      headerRow: header.number,
      columns: [...fields.values()],
      activities,
      newForms: [...this.#newForms],
      skipped,
      written,
    };
  }

  /** The activity of a row, or why it is none. */
  #row(row: TableRow, words: string): ImportedActivity | Text {
    if (row.number < this.#columns.header.number)
      return text("стоит над шапкой таблицы", "stands above the heading of the table");
    if (this.#isNumbering(row)) return text("номера граф", "numbers of the columns");
    if (!this.#isSection(row)) return this.#activity(row);
    this.#section = words;
    this.#direction = matchDirection(words, this.#plan);
    return this.#direction === null
      ? text("подзаголовок: похожего направления в плане нет", "subheading: the plan has no direction like it")
      : text(`подзаголовок: направление ${this.#direction}`, `subheading: direction ${this.#direction}`);
  }

  /** «1 2 3 4» under the headings, and headings repeated on a later page. */
  #isNumbering({ cells }: TableRow): boolean {
    const texts = cells.map(({ text }) => text).filter((text) => text !== "");
    const headings = new Set([...this.#columns.fields.values()].map(({ heading }) => plain(heading)));
    if (texts.length < 2) return false;
    return texts.every((text, index) => text === String(index + 1)) || texts.every((text) => headings.has(plain(text)));
  }

  /** One text across the table, with at most its number beside it. */
  #isSection({ cells }: TableRow): boolean {
    const filled = cells.filter(({ text }) => text !== "" && !/^[\dIVX]+(\.\d+)*\.?$/.test(text));
    const [only] = filled;
    if (only === undefined || filled.length !== 1 || only.repeated) return false;
    return only.width > 1 || this.#columns.fields.size > 2;
  }

  /** Column of a field: its index and heading; undefined when the table has none. */
  #column(field: PlanField): readonly [index: number, heading: string] | undefined {
    const found = [...this.#columns.fields].find(([, one]) => one.field === field);
    return found && [found[0], found[1].heading];
  }

  #text(row: TableRow, field: PlanField): string {
    const [index = -1] = this.#column(field) ?? [];
    return row.cells[index]?.text.trim() ?? "";
  }

  #heading(field: PlanField): Text {
    const [, heading] = this.#column(field) ?? [];
    return heading === undefined ? NAMES[field] : same(heading);
  }

  #activity(row: TableRow): ImportedActivity | Text {
    const title = oneLine(this.#text(row, "title")).replace(/\.$/, "");
    if (title === "") return text("нет названия мероприятия", "the activity has no title");
    const known = this.#titles.get(plain(title));
    if (known !== undefined) {
      const others = known.record === null ? [] : this.#differences(row, title, known.record);
      const [ru, en] = [others.map((one) => one.ru).join("; "), others.map((one) => one.en).join("; ")];
      return text(
        `такое мероприятие в плане уже есть: ${known.id}${ru === "" ? "" : `; отличается – ${ru}`}`,
        `the plan has such an activity already: ${known.id}${en === "" ? "" : `; differs in ${en}`}`,
      );
    }
    const leftovers: Leftover[] = [];
    const understood: Understood[] = [];
    const data = this.#data(row, title, {
      left: (field, words, why) => leftovers.push({ column: this.#heading(field), text: words, why }),
      took: (field, words, as) => understood.push({ column: this.#heading(field), text: oneLine(words), as }),
    });
    if (typeof data.form === "string" && !activityForms(this.#project.dossier).has(data.form))
      this.#newForms.add(data.form);
    for (const [index, { text: words, repeated }] of row.cells.entries()) {
      const column = this.#columns.fields.get(index);
      if (words !== "" && !repeated && (column === undefined || column.field === null))
        leftovers.push({
          column: column === undefined ? text(`графа ${index + 1}`, `column ${index + 1}`) : same(column.heading),
          text: words,
          why: text("для этой графы в записи нет места", "the record has no place for this column"),
        });
    }
    for (const [index, { text: words, repeated }] of row.cells.entries())
      for (const why of repeated ? [] : oddLetters(words))
        leftovers.push({
          column: same(this.#columns.fields.get(index)?.heading ?? String(index + 1)),
          text: words,
          why,
        });
    const id = freeName(slug(title, 5) || `row-${row.number}`, (name) => this.#ids.has(name));
    this.#ids.add(id);
    this.#titles.set(plain(title), { id, record: null });
    const inside = `activities/${this.#plan.id}/${id}.yaml`;
    return {
      row: row.number,
      id,
      title,
      file: `${posixPath(this.#project.content)}/${inside}`,
      text: this.#record(inside, row.number, { data, leftovers }),
      cells: [...this.#columns.fields].map(([index, { heading }]) => ({
        column: index,
        heading,
        text: row.cells[index]?.text ?? "",
      })),
      understood,
      leftovers,
    };
  }

  /** Where the table says something else than the record that is there: the record is not touched, so the report says it. */
  #differences(row: TableRow, title: string, record: RecordOf<"activities">): Text[] {
    const rough = new Set<PlanField>();
    const data = this.#data(row, title, { left: (field) => rough.add(field), took: () => undefined });
    const inData = (of: object, field: PlanField): string => {
      const value = valueAt(of, field === "participants" ? "target" : field);
      // Other words of the same days are no difference.
      return JSON.stringify(
        field === "period" && !rough.has(field) ? { ...(value as object), text: undefined } : value,
      );
    };
    return [...activityTexts(this.#project, record)].flatMap(([field, known]) => {
      const words = oneLine(this.#text(row, field));
      const equal = plain(words) === plain(String(known)) || inData(data, field) === inData(record.data, field);
      if (words === "" || equal || field === "title") return [];
      const { ru, en } = this.#heading(field);
      return [
        text(
          `${ru}: в таблице «${words}», в записи «${known}»`,
          `${en}: «${words}» in the table, «${known}» in the record`,
        ),
      ];
    });
  }

  #data(row: TableRow, title: string, notes: Notes): Fields {
    const [project, plan] = [this.#project, this.#plan];
    const section = { text: this.#section, direction: this.#direction };
    return understandRow({ project, plan }, { title, section, cell: (field) => this.#text(row, field) }, notes);
  }

  /** The text of a record: what did not fit stands over it in comments. */
  #record(inside: string, row: number, { data, leftovers }: { data: Fields; leftovers: readonly Leftover[] }): string {
    const { schemas } = this.#project;
    const schema = sharedUri("activity");
    const notes = leftovers
      .filter(({ text }) => text !== "")
      .map(({ column, text, why }) => `# ${column.ru}: «${oneLine(text)}» – ${why.ru}`);
    const head = notes.length === 0 ? [] : [`# Из таблицы, строка ${row}: проверьте и удалите эти строки.`, ...notes];
    const [locations, order] = [schemaAt(schemas, schema), Object.keys(data)];
    const form = recordForm({ schemas, locations, data, order, teach: false });
    return [modeline(this.#project, inside, schema), ...head, form].join("\n");
  }
}

const NAMES: { readonly [field in PlanField]: Text } = {
  number: same("№"),
  title: text("Мероприятие", "Activity"),
  form: text("Форма", "Form"),
  audience: text("Категория участников", "Participants"),
  participants: text("Количество участников", "Number of participants"),
  period: text("Срок", "Term"),
  place: text("Место", "Place"),
  responsible: text("Ответственный", "Responsible"),
  expected: text("Ожидаемый результат", "Expected result"),
  direction: text("Направление", "Direction"),
  baseSchools: text("Базовые школы", "Base schools"),
  partners: text("Партнёры", "Partners"),
};
