import { numericDate } from "../../base/text/index.ts";
import { termWords } from "../../language/index.ts";
import { activityForms, isRestricted, NO_DATE, organisationName } from "../../paperwork/facts/index.ts";
import { type RecordOf, recordAs, recordsOf } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";
import { peopleNames } from "../status/index.ts";
import { joinedList } from "./cell-list.ts";
import type { PlanField } from "./columns.ts";
import type { SheetRow, SheetSpec } from "./write-workbook.ts";

/** The plan as a sheet: its directions as subheadings, an activity a row, headed as {@link importPlan} reads it. */
export function planSheet(project: Project, plan: RecordOf<"plans">): SheetSpec {
  const activities = recordsOf(project.dossier, "activities").filter(({ data }) => data.plan === plan.id);
  let number = 0;
  const rows = (plan.data.directions ?? []).flatMap(({ id, title = "" }): SheetRow[] => {
    const own = activities.filter(({ data }) => data.direction === id);
    const cells = own.map((activity): SheetRow => {
      const texts = new Map([...activityTexts(project, activity), ["number", ++number]]);
      return { cells: PLAN_COLUMNS.map(({ field }) => texts.get(field) ?? "") };
    });
    return own.length === 0 ? [] : [{ heading: title }, ...cells];
  });
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

/** An activity in the words of a table, by the columns that hold them; empty where the record says nothing. */
export function activityTexts(
  project: Project,
  { data }: RecordOf<"activities">,
): ReadonlyMap<PlanField, string | number> {
  const names = (ids: readonly string[] = []): string => ids.map((id) => newestName(project, id)).join("; ");
  return new Map<PlanField, string | number>([
    ["title", data.title ?? ""],
    ["form", activityForms(project.dossier).get(data.form ?? "") ?? data.form ?? ""],
    ["audience", joinedList(data.audience ?? [])],
    ["participants", data.target?.participants ?? ""],
    ["period", (termWords(data.period ?? {}) ?? "в течение года").replaceAll("\u00a0", " ")],
    ["place", data.place ?? ""],
    ["responsible", peopleNames(project, data.responsible ?? [])],
    ["expected", data.expected ?? ""],
    ["baseSchools", names(data.baseSchools)],
    ["partners", names(data.partners)],
  ]);
}

function newestName({ dossier }: Project, organisation: string): string {
  return organisationName(dossier, organisation, NO_DATE);
}

/** Every order and agreement by date: the register as a sheet. */
export function registerSheet(project: Project): SheetSpec {
  const { dossier, kinds } = project;
  const records = [...recordsOf(dossier, "orders"), ...recordsOf(dossier, "agreements")];
  const marked = records.some(isRestricted);
  const rows = records
    .map((record) => {
      const { id, kind, data } = record;
      const { date = "", number = "", caseIndex = "", restriction } = data;
      const { issuer, subject, executor } = recordAs(record, "orders")?.data ?? {};
      const { first, second } = recordAs(record, "agreements")?.data.parties ?? {};
      const authors = [issuer, first?.organisation, second?.organisation].filter((one) => one !== undefined);
      const title = kinds.kinds.find((one) => one.id === kind)?.title ?? "";
      return {
        key: `${date} ${number.padStart(12, "0")} ${id}`,
        cells: [
          numericDate(date),
          number,
          subject ?? title,
          title,
          authors.map((one) => newestName(project, one)).join("; "),
          executor === undefined ? "" : peopleNames(project, [executor]),
          caseIndex,
          id,
          ...(marked ? [[restriction?.mark, restriction?.copy].filter(Boolean).join(", экз. № ")] : []),
        ],
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
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
      ...(marked ? [{ title: "Гриф", width: 30 }] : []),
    ],
    rows,
  };
}
