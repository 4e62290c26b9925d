import { numericDate } from "../../base/text/index.ts";
import { anyRecordsOf, type ContentRecord, findRecord, sharedUri } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";
import { peopleNames } from "../day/index.ts";
import type { PlanField } from "./columns.ts";
import { periodText } from "./period-text.ts";
import type { SheetRow, SheetSpec } from "./write-workbook.ts";

/** The plan as a sheet: its directions as subheadings, an activity a row, headed as {@link importPlan} reads it. */
export function planSheet(project: Project, plan: ContentRecord): SheetSpec {
  const directions = (plan.data.directions ?? []) as readonly { readonly id: string; readonly title: string }[];
  const activities = anyRecordsOf(project.dossier, "activities").filter(({ data }) => data.plan === plan.id);
  const rows: SheetRow[] = [];
  let number = 0;
  for (const { id, title } of directions) {
    const own = activities.filter(({ data }) => data.direction === id);
    if (own.length === 0) continue;
    rows.push({ heading: title });
    for (const activity of own) {
      const texts = { ...activityTexts(project, activity), number: ++number };
      rows.push({ cells: PLAN_COLUMNS.map(({ field }) => texts[field] ?? "") });
    }
  }
  return { name: "План", columns: PLAN_COLUMNS, rows };
}

const PLAN_COLUMNS: readonly { readonly field: PlanField; readonly title: string; readonly width: number }[] = [
  { field: "number", title: "№ п/п", width: 7 },
  { field: "title", title: "Мероприятие", width: 48 },
  { field: "form", title: "Форма", width: 16 },
  { field: "audience", title: "Категория участников", width: 28 },
  { field: "participants", title: "Количество участников", width: 13 },
  { field: "period", title: "Срок", width: 24 },
  { field: "place", title: "Место проведения", width: 26 },
  { field: "responsible", title: "Ответственные", width: 26 },
  { field: "expected", title: "Ожидаемый результат", width: 36 },
  { field: "baseSchools", title: "Базовые школы", width: 26 },
  { field: "partners", title: "Партнёры", width: 26 },
];

/** An activity in the words of a table, by the columns that hold them. */
export function activityTexts(
  project: Project,
  { data }: ContentRecord,
): { readonly [field in PlanField]?: string | number } {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const { participants } = (data.target ?? {}) as { readonly participants?: number };
  const names = (value: unknown): string =>
    list(value)
      .map((id) => organisationName(project, id))
      .join("; ");
  return {
    title: String(data.title),
    form: formName(project, String(data.form)),
    audience: list(data.audience).join("; "),
    ...(participants === undefined ? {} : { participants }),
    period: periodText((data.period ?? {}) as { readonly [key: string]: unknown }),
    place: String(data.place),
    responsible: peopleNames(project, list(data.responsible)),
    expected: String(data.expected),
    baseSchools: names(data.baseSchools),
    partners: names(data.partners),
  };
}

/** The Russian word of a form, as the schema explains its values. */
function formName(project: Project, form: string): string {
  const schema = project.schemas.schemas.get(sharedUri("activity"))?.properties as
    | { readonly form?: { readonly enum: readonly string[]; readonly enumDescriptions: readonly string[] } }
    | undefined;
  return schema?.form?.enumDescriptions[schema.form.enum.indexOf(form)] ?? form;
}

function organisationName(project: Project, id: string): string {
  const names = findRecord(project.dossier, "organisations", id)?.data.names as
    | readonly { readonly short?: string; readonly full?: string }[]
    | undefined;
  return names?.at(-1)?.short ?? names?.at(-1)?.full ?? id;
}

/** Every order and agreement by date: the register as a sheet. */
export function registerSheet(project: Project): SheetSpec {
  const records = ["orders", "agreements"].flatMap((collection) => [...anyRecordsOf(project.dossier, collection)]);
  const titleOf = (kind: string | null): string => project.kinds.kinds.find(({ id }) => id === kind)?.title ?? "";
  const rows = records
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(({ data, kind, id }): SheetRow => {
      const date = String(data.date ?? "");
      const parties = data.parties as { readonly [side: string]: { readonly organisation?: string } } | undefined;
      const author =
        typeof data.issuer === "string"
          ? [data.issuer]
          : Object.values(parties ?? {}).map(({ organisation }) => organisation ?? "");
      return {
        cells: [
          numericDate(date),
          String(data.number ?? ""),
          String(data.subject ?? titleOf(kind)),
          titleOf(kind),
          author.map((one) => organisationName(project, one)).join("; "),
          typeof data.executor === "string" ? peopleNames(project, [data.executor]) : "",
          String(data.caseIndex ?? ""),
          id,
        ],
      };
    });
  return {
    name: "Журнал",
    columns: [
      { title: "Дата", width: 12 },
      { title: "№", width: 14 },
      { title: "Заголовок", width: 60 },
      { title: "Вид документа", width: 36 },
      { title: "Кто издал, стороны", width: 40 },
      { title: "Исполнитель", width: 20 },
      { title: "Дело", width: 9 },
      { title: "Запись", width: 18 },
    ],
    rows,
  };
}

function sortKey({ data, id }: ContentRecord): string {
  return `${String(data.date ?? "")} ${String(data.number ?? "").padStart(12, "0")} ${id}`;
}
