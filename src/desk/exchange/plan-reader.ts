import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { posixPath } from "../../base/text/index.ts";
import { schemaAt, type YamlData } from "../../base/yaml/index.ts";
import { anyRecordsOf, type ContentRecord, sharedUri } from "../../paperwork/records/index.ts";
import { modeline, type Project } from "../../project/reading/index.ts";
import { freeName, recordForm, slug } from "../day/index.ts";
import { type Columns, type PlanField, plain } from "./columns.ts";
import { activityTexts } from "./export-tables.ts";
import { centreName, matchDirection, matchForm, matchOrganisations, matchPeople } from "./match.ts";
import { readPeriod } from "./period-text.ts";
import type { Table, TableRow } from "./read-table.ts";

/** A piece of the table that did not fit as it is; `text` is what stands in the table. */
export type Leftover = { readonly column: Text; readonly text: string; readonly why: Text };

/** A row understood as an activity. */
export type ImportedActivity = {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly text: string;
  readonly leftovers: readonly Leftover[];
};

/** What became of each row of the table. */
export type ImportReport = {
  readonly plan: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly { readonly heading: string; readonly field: PlanField | null }[];
  readonly activities: readonly ImportedActivity[];
  /** Rows that are no activity, or whose activity is there already. */
  readonly skipped: readonly { readonly row: number; readonly text: string; readonly why: Text }[];
  readonly written: boolean;
};

type Left = (field: PlanField, words: string, why: Text) => void;

const NO_DIRECTION = text("похожего направления в плане нет", "the plan has no direction like it");
const NO_SCHOOL = text(
  "такой базовой школы нет в папке organisations",
  "the folder organisations has no such base school",
);
const NO_PARTNER = text("такого партнёра нет в папке organisations", "the folder organisations has no such partner");

/** Turns the rows of a table of a plan into activities of that plan. */
export class PlanReader {
  readonly #project: Project;
  readonly #plan: ContentRecord;
  readonly #table: Table;
  readonly #columns: Columns;
  readonly #year: number;
  /** Activities of the plan by their titles; null: of a row above. */
  readonly #titles: Map<string, { readonly id: string; readonly record: ContentRecord | null }>;
  readonly #ids: Set<string>;
  #section = "";
  #direction: string | null = null;

  constructor(project: Project, plan: ContentRecord, table: Table, columns: Columns) {
    this.#project = project;
    this.#plan = plan;
    this.#table = table;
    this.#columns = columns;
    this.#year = Number(
      String((plan.data.schoolYear as { readonly from?: string } | undefined)?.from ?? "").slice(0, 4),
    );
    const records = anyRecordsOf(project.dossier, "activities");
    this.#titles = new Map(
      records
        .filter(({ data }) => data.plan === plan.id)
        .map((record) => [plain(String(record.data.title)), { id: record.id, record }]),
    );
    this.#ids = new Set(records.map(({ id }) => id));
  }

  read(written: boolean): ImportReport {
    const activities: ImportedActivity[] = [];
    const skipped: { row: number; text: string; why: Text }[] = [];
    for (const row of this.#table.rows) {
      const words = row.cells
        .filter(({ text, repeated }) => text !== "" && !repeated)
        .map(({ text }) => text.replace(/\s+/g, " "))
        .join(" | ");
      if (words === "" || row.number === this.#columns.header.number) continue;
      const skip = (why: Text): void => {
        skipped.push({ row: row.number, text: words, why });
      };
      if (row.number < this.#columns.header.number)
        skip(text("стоит над шапкой таблицы", "stands above the heading of the table"));
      else if (this.#isNumbering(row)) skip(text("номера граф", "numbers of the columns"));
      else if (this.#isSection(row)) {
        this.#section = words;
        this.#direction = matchDirection(words, this.#plan);
        skip(
          this.#direction === null
            ? text("подзаголовок: похожего направления в плане нет", "subheading: the plan has no direction like it")
            : text(`подзаголовок: направление ${this.#direction}`, `subheading: direction ${this.#direction}`),
        );
      } else {
        const read = this.#activity(row);
        if ("ru" in read) skip(read);
        else activities.push(read);
      }
    }
    return {
      plan: this.#plan.id,
      sheet: this.#table.sheet,
      headerRow: this.#columns.header.number,
      columns: [...this.#columns.fields.values()],
      activities,
      skipped,
      written,
    };
  }

  /** «1 2 3 4» under the headings, and headings repeated on a later page. */
  #isNumbering({ cells }: TableRow): boolean {
    const texts = cells.map(({ text }) => text).filter((text) => text !== "");
    const headings = new Set([...this.#columns.fields.values()].map(({ heading }) => plain(heading)));
    return (
      (texts.length > 1 && texts.every((text, index) => text === String(index + 1))) ||
      (texts.length > 1 && texts.every((text) => headings.has(plain(text))))
    );
  }

  /** One text across the table, with at most its number beside it. */
  #isSection({ cells }: TableRow): boolean {
    const filled = cells.filter(({ text }) => text !== "" && !/^[\dIVX]+(\.\d+)*\.?$/.test(text));
    const [only] = filled;
    if (only === undefined || filled.length !== 1 || only.repeated) return false;
    return only.width > 1 || this.#columns.fields.size > 2;
  }

  #text(row: TableRow, field: PlanField): string {
    const index = [...this.#columns.fields].find(([, one]) => one.field === field)?.[0];
    return index === undefined ? "" : (row.cells[index]?.text ?? "").trim();
  }

  #heading(field: PlanField): Text {
    const heading = [...this.#columns.fields.values()].find((one) => one.field === field)?.heading;
    return heading === undefined ? NAMES[field] : same(heading);
  }

  #activity(row: TableRow): ImportedActivity | Text {
    const title = this.#text(row, "title").replace(/\s+/g, " ").replace(/\.$/, "");
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
    const left: Left = (field, words, why) => {
      leftovers.push({ column: this.#heading(field), text: words, why });
    };
    const data = this.#data(row, title, left);
    for (const [index, { text: words, repeated }] of row.cells.entries()) {
      const column = this.#columns.fields.get(index);
      if (words !== "" && !repeated && (column === undefined || column.field === null))
        leftovers.push({
          column: column === undefined ? text(`графа ${index + 1}`, `column ${index + 1}`) : same(column.heading),
          text: words,
          why: text("для этой графы в записи нет места", "the record has no place for this column"),
        });
    }
    const id = freeName(slug(title, 5) || `row-${row.number}`, (name) => this.#ids.has(name));
    this.#ids.add(id);
    this.#titles.set(plain(title), { id, record: null });
    const inside = `activities/${this.#plan.id}/${id}.yaml`;
    return {
      row: row.number,
      id,
      title,
      file: `${posixPath(this.#project.content)}/${inside}`,
      text: this.#record(inside, row, data, leftovers),
      leftovers,
    };
  }

  /** Where the table says something else than the record that is there: the record is not touched, so the report must tell. */
  #differences(row: TableRow, title: string, record: ContentRecord): Text[] {
    const texts = activityTexts(this.#project, record);
    const data = this.#data(row, title, () => undefined);
    return COMPARED.flatMap((field) => {
      const words = this.#text(row, field).replace(/\s+/g, " ");
      const known = String(texts[field] ?? "");
      const key = field === "participants" ? "target" : field;
      const equal = plain(words) === plain(known) || JSON.stringify(data[key]) === JSON.stringify(record.data[key]);
      if (words === "" || equal) return [];
      const { ru, en } = this.#heading(field);
      return [
        text(
          `${ru}: в таблице «${words}», в записи «${known}»`,
          `${en}: «${words}» in the table, «${known}» in the record`,
        ),
      ];
    });
  }

  #data(row: TableRow, title: string, left: Left): { readonly [key: string]: YamlData } {
    const { dossier } = this.#project;
    const column = this.#text(row, "direction");
    const direction = column === "" ? this.#direction : matchDirection(column, this.#plan);
    if (direction === null) left("direction", column === "" ? this.#section : column, NO_DIRECTION);
    const formText = this.#text(row, "form");
    const form = matchForm(formText, title);
    if (!form.exact)
      left(
        "form",
        formText,
        text("такой формы нет, поставлено «другое» (other)", "there is no such form, it was set to other"),
      );
    const periodText = this.#text(row, "period");
    const period = readPeriod(periodText, this.#year);
    if (period === null) left("period", periodText, text("срок не понят", "the term was not understood"));
    else if (!period.exact)
      left("period", periodText, text("срок понят приблизительно", "the term was understood roughly"));
    const people = matchPeople(this.#text(row, "responsible"), dossier);
    for (const name of people.rest)
      left("responsible", name, text("такого человека нет в папке people", "the folder people has no such person"));
    const place = this.#text(row, "place").replace(/\s+/g, " ");
    if (place === "")
      left("place", "", text("место не указано, поставлен сам центр", "no place is named, the centre was set"));
    const audience = this.#text(row, "audience")
      .split(/[;,\n]/)
      .map((one) => one.trim().replace(/\s+/g, " "))
      .filter((one) => one !== "");
    const target = readCount(this.#text(row, "participants"));
    if (target === null)
      left("participants", this.#text(row, "participants"), text("число не понято", "the number was not understood"));
    const schools = matchOrganisations(this.#text(row, "baseSchools"), dossier, ["base-school"]);
    const partners = matchOrganisations(this.#text(row, "partners"), dossier, PARTNERS);
    for (const name of schools.rest) left("baseSchools", name, NO_SCHOOL);
    for (const name of partners.rest) left("partners", name, NO_PARTNER);
    return {
      plan: this.#plan.id,
      direction,
      title,
      form: form.form,
      audience: audience.length > 0 ? audience : [null],
      period: period?.period ?? { date: null },
      place: place === "" ? centreName(dossier) : place,
      responsible: people.ids.length > 0 ? people.ids : [null],
      ...(typeof target === "number" ? { target: { participants: target } } : {}),
      ...(schools.ids.length > 0 ? { baseSchools: schools.ids } : {}),
      ...(partners.ids.length > 0 ? { partners: partners.ids } : {}),
      expected: this.#text(row, "expected").replace(/\s+/g, " ").replace(/\.$/, "") || null,
    };
  }

  #record(
    inside: string,
    row: TableRow,
    data: { readonly [key: string]: YamlData },
    leftovers: readonly Leftover[],
  ): string {
    const schema = sharedUri("activity");
    const notes = leftovers
      .filter(({ text }) => text !== "")
      .map(({ column, text, why }) => `# ${column.ru}: «${text.replace(/\s+/g, " ")}» – ${why.ru}`);
    const head =
      notes.length === 0 ? [] : [`# Из таблицы, строка ${row.number}: проверьте и удалите эти строки.`, ...notes];
    const form = recordForm({
      schemas: this.#project.schemas,
      locations: schemaAt(this.#project.schemas, schema),
      data,
      order: Object.keys(data),
      teach: false,
    });
    return `${[modeline(this.#project, inside, schema), ...head].join("\n")}\n${form}`;
  }
}

/** «30», «30 человек», «не менее 30 чел.»; undefined when nothing is there, null when it is no one number. */
function readCount(text: string): number | null | undefined {
  if (text === "") return undefined;
  const found = /^[^\d]{0,16}(\d{1,9})\s*(?:чел(?:\.|овека?)?|участник(?:а|ов)?)?$/iu.exec(text);
  return found === null ? null : Number(found[1]);
}

/** Fields of a row that are compared with a record that is there already. */
const COMPARED: readonly PlanField[] = [
  "form",
  "audience",
  "participants",
  "period",
  "place",
  "responsible",
  "expected",
  "baseSchools",
  "partners",
];

const PARTNERS = ["partner", "institute", "committee", "administration"];

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
