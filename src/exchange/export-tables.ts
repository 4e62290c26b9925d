import type { Project } from "../build/index.ts";
import { peopleNames } from "../desk/index.ts";
import { type ContentRecord, findRecord } from "../records/index.ts";
import { periodText } from "./period-text.ts";
import type { SheetRow, SheetSpec } from "./write-workbook.ts";

/** The plan as a sheet: its directions as subheadings, an activity a row, headed as {@link importPlan} reads it. */
export function planSheet(project: Project, plan: ContentRecord): SheetSpec {
  const directions = (plan.data["directions"] ?? []) as readonly { readonly id: string; readonly title: string }[];
  const activities = [...(project.dossier.collections.get("activities")?.values() ?? [])].filter(
    ({ data }) => data["plan"] === plan.id,
  );
  const rows: SheetRow[] = [];
  let number = 0;
  for (const { id, title } of directions) {
    const own = activities.filter(({ data }) => data["direction"] === id);
    if (own.length === 0) continue;
    rows.push({ heading: title });
    for (const activity of own) rows.push({ cells: [++number, ...activityCells(project, activity)] });
  }
  return { name: "План", columns: PLAN_COLUMNS, rows };
}

const PLAN_COLUMNS = [
  { title: "№ п/п", width: 7 },
  { title: "Мероприятие", width: 48 },
  { title: "Форма", width: 16 },
  { title: "Категория участников", width: 28 },
  { title: "Срок", width: 24 },
  { title: "Место проведения", width: 26 },
  { title: "Ответственные", width: 26 },
  { title: "Ожидаемый результат", width: 36 },
  { title: "Базовые школы", width: 26 },
  { title: "Партнёры", width: 26 },
] as const;

function activityCells(project: Project, { data }: ContentRecord): (string | number)[] {
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  return [
    String(data["title"]),
    formName(project, String(data["form"])),
    list(data["audience"]).join("; "),
    periodText((data["period"] ?? {}) as { readonly [key: string]: unknown }),
    String(data["place"]),
    peopleNames(project, list(data["responsible"])),
    String(data["expected"]),
    list(data["baseSchools"])
      .map((id) => organisationName(project, id))
      .join("; "),
    list(data["partners"])
      .map((id) => organisationName(project, id))
      .join("; "),
  ];
}

/** The Russian word of a form, as the schema explains its values. */
function formName(project: Project, form: string): string {
  const schema = project.schemas.schemas.get("trc:/src/schemas/activity.json")?.["properties"] as
    | { readonly form?: { readonly enum: readonly string[]; readonly enumDescriptions: readonly string[] } }
    | undefined;
  return schema?.form?.enumDescriptions[schema.form.enum.indexOf(form)] ?? form;
}

function organisationName(project: Project, id: string): string {
  const names = findRecord(project.dossier, "organisations", id)?.data["names"] as
    | readonly { readonly short?: string; readonly full?: string }[]
    | undefined;
  return names?.at(-1)?.short ?? names?.at(-1)?.full ?? id;
}

/** Every order and agreement by date: the register as a sheet. */
export function registerSheet(project: Project): SheetSpec {
  const records = ["orders", "agreements"].flatMap((collection) => [
    ...(project.dossier.collections.get(collection)?.values() ?? []),
  ]);
  const titleOf = (kind: string | null): string => project.kinds.kinds.find(({ id }) => id === kind)?.title ?? "";
  const rows = records
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(({ data, kind, id }): SheetRow => {
      const date = String(data["date"] ?? "");
      const parties = data["parties"] as { readonly [side: string]: { readonly organisation?: string } } | undefined;
      const author =
        typeof data["issuer"] === "string"
          ? [data["issuer"]]
          : Object.values(parties ?? {}).map(({ organisation }) => organisation ?? "");
      return {
        cells: [
          `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`,
          String(data["number"] ?? ""),
          String(data["subject"] ?? titleOf(kind)),
          titleOf(kind),
          author.map((one) => organisationName(project, one)).join("; "),
          typeof data["executor"] === "string" ? peopleNames(project, [data["executor"]]) : "",
          String(data["caseIndex"] ?? ""),
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
  return `${String(data["date"] ?? "")} ${String(data["number"] ?? "").padStart(12, "0")} ${id}`;
}
