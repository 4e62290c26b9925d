import { posixPath } from "../../base/text/index.ts";

import { schemaAt, type YamlData } from "../../base/yaml/index.ts";
import type { ContentRecord } from "../../paperwork/records/index.ts";
import { sharedUri } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";
import { modeline } from "../../project/reading/index.ts";
import { freeName, recordForm, slug } from "../day/index.ts";
import { type Columns, type PlanField, plain } from "./columns.ts";
import { activityTexts } from "./export-tables.ts";
import { centreName, matchDirection, matchForm, matchOrganisations, matchPeople } from "./match.ts";
import { readPeriod } from "./period-text.ts";
import type { Table, TableRow } from "./read-table.ts";

/** A piece of the table that did not fit as it is; `text` is what stands in the table. */
export type Leftover = { readonly column: string; readonly text: string; readonly why: string };

export type ImportedActivity = {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly text: string;
  readonly leftovers: readonly Leftover[];
};

export type ImportReport = {
  readonly plan: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly { readonly heading: string; readonly field: PlanField | null }[];
  readonly activities: readonly ImportedActivity[];
  /** Rows that are no activity, or whose activity is there already. */
  readonly skipped: readonly { readonly row: number; readonly text: string; readonly why: string }[];
  readonly written: boolean;
};

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
      String((plan.data["schoolYear"] as { readonly from?: string } | undefined)?.from ?? "").slice(0, 4),
    );
    const records = [...(project.dossier.collections.get("activities")?.values() ?? [])];
    this.#titles = new Map(
      records
        .filter(({ data }) => data["plan"] === plan.id)
        .map((record) => [plain(String(record.data["title"])), { id: record.id, record }]),
    );
    this.#ids = new Set(records.map(({ id }) => id));
  }

  read(written: boolean): ImportReport {
    const activities: ImportedActivity[] = [];
    const skipped: { row: number; text: string; why: string }[] = [];
    for (const row of this.#table.rows) {
      const text = row.cells
        .filter(({ text, repeated }) => text !== "" && !repeated)
        .map(({ text }) => text.replace(/\s+/g, " "))
        .join(" | ");
      if (text === "" || row.number === this.#columns.header.number) continue;
      const skip = (why: string): void => {
        skipped.push({ row: row.number, text, why });
      };
      if (row.number < this.#columns.header.number) skip("стоит над шапкой таблицы");
      else if (this.#isNumbering(row)) skip("номера граф");
      else if (this.#isSection(row)) {
        this.#section = text;
        this.#direction = matchDirection(text, this.#plan);
        skip(
          this.#direction === null
            ? "подзаголовок: похожего направления в плане нет"
            : `подзаголовок: направление ${this.#direction}`,
        );
      } else {
        const read = this.#activity(row);
        if (typeof read === "string") skip(read);
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

  #heading(field: PlanField): string {
    return [...this.#columns.fields.values()].find((one) => one.field === field)?.heading ?? NAMES[field];
  }

  #activity(row: TableRow): ImportedActivity | string {
    const title = this.#text(row, "title").replace(/\s+/g, " ").replace(/\.$/, "");
    if (title === "") return "нет названия мероприятия";
    const same = this.#titles.get(plain(title));
    if (same !== undefined) {
      const others = same.record === null ? [] : this.#differences(row, title, same.record);
      const differs = others.length === 0 ? "" : `; отличается – ${others.join("; ")}`;
      return `такое мероприятие в плане уже есть: ${same.id}${differs}`;
    }
    const leftovers: Leftover[] = [];
    const left = (field: PlanField, text: string, why: string): void => {
      leftovers.push({ column: this.#heading(field), text, why });
    };
    const data = this.#data(row, title, left);
    for (const [index, { text, repeated }] of row.cells.entries()) {
      const column = this.#columns.fields.get(index);
      if (text !== "" && !repeated && (column === undefined || column.field === null))
        leftovers.push({
          column: column?.heading ?? `графа ${index + 1}`,
          text,
          why: "для этой графы в записи нет места",
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
  #differences(row: TableRow, title: string, record: ContentRecord): string[] {
    const texts = activityTexts(this.#project, record);
    const data = this.#data(row, title, () => undefined);
    return COMPARED.flatMap((field) => {
      const text = this.#text(row, field).replace(/\s+/g, " ");
      const known = String(texts[field] ?? "");
      const key = field === "participants" ? "target" : field;
      const same = plain(text) === plain(known) || JSON.stringify(data[key]) === JSON.stringify(record.data[key]);
      return text === "" || same ? [] : [`${this.#heading(field)}: в таблице «${text}», в записи «${known}»`];
    });
  }

  #data(
    row: TableRow,
    title: string,
    left: (field: PlanField, text: string, why: string) => void,
  ): { readonly [key: string]: YamlData } {
    const { dossier } = this.#project;
    const column = this.#text(row, "direction");
    const direction = column === "" ? this.#direction : matchDirection(column, this.#plan);
    if (direction === null)
      left("direction", column === "" ? this.#section : column, "похожего направления в плане нет");
    const formText = this.#text(row, "form");
    const form = matchForm(formText, title);
    if (!form.exact) left("form", formText, "такой формы нет, поставлено «другое» (other)");
    const periodText = this.#text(row, "period");
    const period = readPeriod(periodText, this.#year);
    if (period === null) left("period", periodText, "срок не понят");
    else if (!period.exact) left("period", periodText, "срок понят приблизительно");
    const people = matchPeople(this.#text(row, "responsible"), dossier);
    for (const text of people.rest) left("responsible", text, "такого человека нет в папке people");
    const place = this.#text(row, "place").replace(/\s+/g, " ");
    if (place === "") left("place", "", "место не указано, поставлен сам центр");
    const audience = this.#text(row, "audience")
      .split(/[;,\n]/)
      .map((one) => one.trim().replace(/\s+/g, " "))
      .filter((one) => one !== "");
    const target = readCount(this.#text(row, "participants"));
    if (target === null) left("participants", this.#text(row, "participants"), "число не понято");
    const schools = matchOrganisations(this.#text(row, "baseSchools"), dossier, ["base-school"]);
    const partners = matchOrganisations(this.#text(row, "partners"), dossier, PARTNERS);
    for (const text of schools.rest) left("baseSchools", text, "такой базовой школы нет в папке organisations");
    for (const text of partners.rest) left("partners", text, "такого партнёра нет в папке organisations");
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
      .map(({ column, text, why }) => `# ${column}: «${text.replace(/\s+/g, " ")}» – ${why}`);
    const head =
      notes.length === 0 ? [] : [`# Из таблицы, строка ${row.number}: проверьте и удалите эти строки.`, ...notes];
    const form = recordForm({
      schemas: this.#project.schemas,
      spots: schemaAt(this.#project.schemas, schema),
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

const NAMES: { readonly [field in PlanField]: string } = {
  number: "№",
  title: "Мероприятие",
  form: "Форма",
  audience: "Категория участников",
  participants: "Количество участников",
  period: "Срок",
  place: "Место",
  responsible: "Ответственный",
  expected: "Ожидаемый результат",
  direction: "Направление",
  baseSchools: "Базовые школы",
  partners: "Партнёры",
};
