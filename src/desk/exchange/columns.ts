import { suggest } from "../../base/diagnostics/index.ts";
import { folded, remembered } from "../../base/text/index.ts";
import type { Table, TableRow } from "./read-table.ts";

/** What a column of a plan can hold. */
export type PlanField =
  | "number"
  | "title"
  | "form"
  | "audience"
  | "participants"
  | "period"
  | "place"
  | "responsible"
  | "expected"
  | "direction"
  | "baseSchools"
  | "partners";

/** Which column of a table holds what. */
export type Columns = {
  readonly table: Table;
  readonly header: TableRow;
  /** Field of each column by its index; null: nobody knows the heading. */
  readonly fields: ReadonlyMap<number, { readonly heading: string; readonly field: PlanField | null }>;
};

/** Headings that schools give to the columns, as they are after {@link plain}. @see домен 2.7 и раздел 6, строка 15 */
const HEADINGS: { readonly [field in PlanField]: readonly string[] } = {
  number: ["№", "№ п/п", "п/п", "номер", "n п/п", "no"],
  title: [
    "мероприятие",
    "мероприятия",
    "наименование мероприятия",
    "название мероприятия",
    "содержание работы",
    "содержание деятельности",
    "содержание",
    "тема",
    "тема мероприятия",
    "вид деятельности",
    "мероприятие (форма, тема)",
    "основные мероприятия",
    "что проводится",
    "наименование",
  ],
  form: ["форма", "форма проведения", "форма мероприятия", "формат", "вид мероприятия", "форма работы"],
  audience: [
    "категория участников",
    "участники",
    "категория",
    "целевая аудитория",
    "аудитория",
    "для кого",
    "контингент",
    "целевая группа",
    "адресат",
  ],
  participants: [
    "количество участников",
    "кол-во участников",
    "число участников",
    "планируемое количество участников",
    "плановое количество участников",
    "охват",
    "охват участников",
    "количество человек",
  ],
  period: [
    "срок",
    "сроки",
    "срок проведения",
    "сроки проведения",
    "дата",
    "дата проведения",
    "сроки исполнения",
    "срок исполнения",
    "период",
    "время проведения",
    "сроки реализации",
    "месяц",
    "когда",
  ],
  place: ["место", "место проведения", "место проведения мероприятия", "площадка", "где", "адрес", "база проведения"],
  responsible: [
    "ответственный",
    "ответственные",
    "ответственный исполнитель",
    "ответственные исполнители",
    "исполнитель",
    "исполнители",
    "ответственный за проведение",
    "кто отвечает",
    "ответственное лицо",
    "фио ответственного",
  ],
  expected: [
    "ожидаемый результат",
    "ожидаемые результаты",
    "результат",
    "результаты",
    "выход",
    "ожидаемый результат/выход",
    "планируемый результат",
    "итоговый документ",
    "итог",
    "продукт",
  ],
  direction: ["направление", "направление деятельности", "направление работы", "раздел", "функция"],
  baseSchools: ["базовые школы", "базовая школа", "базовые организации", "базовая организация", "школы", "округ"],
  partners: ["партнеры", "социальные партнеры", "партнер", "социальный партнер"],
};
const FIELDS = Object.keys(HEADINGS) as PlanField[];

/** Lower case, ё as е, one space, no stops at the end. */
export function plain(text: string): string {
  return folded(text)
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/[.:;*]+$/, "")
    .replace(/ ?\/ ?/g, "/")
    .trim();
}

/** Letters of a heading at most: longer is a text. */
const LONGEST = 500;

/** The field of one heading: the same word, then a heading that begins with it, then a slip of the pen. A book of many sheets says the same on each. */
const fieldOf = remembered((heading: string): PlanField | null => {
  const text = plain(heading);
  const names = FIELDS.flatMap((field) => HEADINGS[field].map((name) => ({ field, name })));
  const exact = names.find(({ name }) => name === text);
  if (exact !== undefined || text === "") return exact?.field ?? null;
  const long = names.filter(({ name }) => name.length > 3);
  const [begun] = long
    .filter(({ name }) => text.startsWith(name) && /^[ ,/(]/.test(text.slice(name.length)))
    .sort((a, b) => b.name.length - a.name.length);
  if (begun !== undefined || text.length <= 3) return begun?.field ?? null;
  const [near] = suggest(
    text,
    long.map(({ name }) => name),
    1,
  );
  return names.find(({ name }) => name === near)?.field ?? null;
});

/** The row of headings: the one of the first forty that names most fields, the name of the activity among them; null when there is none. */
export function findColumns(table: Table): Columns | null {
  let best: { readonly columns: Columns; readonly score: number } | null = null;
  for (const header of table.rows.slice(0, 40)) {
    const fields = new Map<number, { heading: string; field: PlanField | null }>();
    const taken = new Set<PlanField | null>();
    for (const [index, { text }] of header.cells.entries()) {
      if (text === "") continue;
      const found = text.length > LONGEST ? null : fieldOf(text);
      const field = taken.has(found) ? null : found;
      if (field !== null) taken.add(field);
      fields.set(index, { heading: text.replace(/\s+/g, " "), field });
    }
    if (taken.has("title") && taken.size >= 2 && taken.size > (best?.score ?? 0))
      best = { columns: { table, header, fields }, score: taken.size };
  }
  return best?.columns ?? null;
}
