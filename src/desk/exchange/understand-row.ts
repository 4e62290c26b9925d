import { same, type Text, text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import type { YamlData } from "../../base/yaml/index.ts";
import { readTerm, withWords } from "../../language/index.ts";
import { activityForms, activityPeriod, NO_DATE, organisationName } from "../../paperwork/facts/index.ts";
import { type DataOf, findRecord, fullName, type RecordOf } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";
import { splitList } from "./cell-list.ts";
import type { PlanField } from "./columns.ts";
import { matchDirection, matchForm, matchOrganisations, matchPeople } from "./match.ts";

/** A piece of the table that did not fit as it is; `text` is what stands in the table. */
export type Leftover = { readonly column: Text; readonly text: string; readonly why: Text };

/** What the words of a cell were taken for. */
export type Understood = { readonly column: Text; readonly text: string; readonly as: Text };

/** Where the reader says of a cell what did not fit, and what it was taken for. */
export type Notes = {
  readonly left: (field: PlanField, words: string, why: Text) => void;
  readonly took: (field: PlanField, words: string, as: Text) => void;
};

/** Properties of an activity. */
export type Fields = { readonly [key: string]: YamlData };

/** The row of a table: its cells, and the subheading it stands under. */
type Row = {
  readonly title: string;
  readonly section: { readonly text: string; readonly direction: string | null };
  readonly cell: (field: PlanField) => string;
};
type Context = { readonly project: Project; readonly plan: RecordOf<"plans"> };

/** The cells of a row as the properties of an activity; null stands where the table gives none. Words are kept as they are. */
export function understandRow(context: Context, row: Row, notes: Notes): Fields {
  const { project, plan } = context;
  const audience = splitList(row.cell("audience"));
  const place = oneLine(row.cell("place"));
  const people = peopleOf(context, row, notes);
  const participants = countOf(row, notes);
  const schools = organisationsOf(context, row, { ...notes, field: "baseSchools" });
  const partners = organisationsOf(context, row, { ...notes, field: "partners" });
  if (audience.length > 1) notes.took("audience", row.cell("audience"), same(audience.join("; ")));
  if (place === "")
    notes.left("place", "", text("место не указано, поставлен сам центр", "no place is named, the centre was set"));
  return {
    plan: plan.id,
    direction: directionOf(context, row, notes),
    title: row.title,
    form: formOf(context, row, notes),
    audience: audience.length > 0 ? audience : [null],
    period: periodOf(context, row, notes),
    place: place === "" ? organisationName(project.dossier, "centre", NO_DATE) : place,
    responsible: people.length > 0 ? people : [null],
    ...(participants === null ? {} : { target: { participants } }),
    ...(schools.length > 0 ? { baseSchools: schools } : {}),
    ...(partners.length > 0 ? { partners } : {}),
    expected: oneLine(row.cell("expected")).replace(/\.$/, "") || null,
    ...(place === "" ? { unconfirmed: ["place"] } : {}),
  };
}

function directionOf({ plan }: Context, { cell, section }: Row, { left }: Notes): string | null {
  const column = cell("direction");
  const direction = column === "" ? section.direction : matchDirection(column, plan);
  if (direction === null)
    left(
      "direction",
      column === "" ? section.text : column,
      text("похожего направления в плане нет", "the plan has no direction like it"),
    );
  return direction;
}

function formOf({ project }: Context, { cell, title }: Row, { left, took }: Notes): string | null {
  const [column, forms] = [cell("form"), activityForms(project.dossier)];
  const { form, known } = matchForm({ column, title }, forms);
  if (!known)
    left(
      "form",
      column,
      text(
        "такой формы у центра нет: назовите её в settings.yaml (activityForms) или замените",
        "the centre has no such form: name it in settings.yaml (activityForms), or replace it",
      ),
    );
  const words = form === null ? null : (forms.get(form) ?? form);
  if (words !== null && column !== "") took("form", column, same(words));
  else if (form !== "other" && words !== null)
    took("form", title, text(`${words} (по названию)`, `${words} (by the title)`));
  return form;
}

function periodOf({ project, plan }: Context, { cell }: Row, { left, took }: Notes): Fields {
  const words = cell("period");
  const read = readTerm(words, Number(plan.data.schoolYear?.from?.slice(0, 4)));
  const period = withWords(read?.term ?? {}, words) as NonNullable<DataOf<"activities">["period"]>;
  if (read === null) {
    left("period", words, text("срок не понят", "the term was not understood"));
    return { date: null, ...period } as Fields;
  }
  const spans = activityPeriod(project.dossier, { data: { plan: plan.id, period } })?.spans ?? [];
  const days = spans.map(({ from, to }) =>
    from === to ? numericDate(from) : `${numericDate(from)}–${numericDate(to)}`,
  );
  const upTo = period.by === undefined ? "" : "до ";
  if (!read.exact)
    left(
      "period",
      words,
      text(`срок понят приблизительно: ${days.join(", ")}`, `the term was understood roughly: ${days.join(", ")}`),
    );
  else if (days.length === 0)
    left(
      "period",
      words,
      text(
        "дней этих каникул в календаре нет: впишите их (schoolHolidays)",
        "the calendar has no days of these holidays: write them (schoolHolidays)",
      ),
    );
  else took("period", words, same(`${upTo}${days.join(", ")}`));
  return period as Fields;
}

function peopleOf({ project: { dossier } }: Context, { cell }: Row, { left, took }: Notes): readonly string[] {
  const { ids, rest } = matchPeople(cell("responsible"), dossier);
  for (const name of rest)
    left("responsible", name, text("такого человека нет в папке people", "the folder people has no such person"));
  const names = ids.map((id) => fullName(findRecord(dossier, "people", id)?.data ?? {}));
  if (ids.length > 0) took("responsible", cell("responsible"), same(names.join(", ")));
  return ids;
}

type Organisations = Notes & { readonly field: "baseSchools" | "partners" };

function organisationsOf(
  { project: { dossier } }: Context,
  { cell }: Row,
  { left, took, field }: Organisations,
): readonly string[] {
  const { ids, rest } = matchOrganisations(cell(field), dossier, ROLES[field]);
  for (const name of rest) left(field, name, NO_ORGANISATION[field]);
  if (ids.length > 0)
    took(field, cell(field), same(ids.map((id) => organisationName(dossier, id, NO_DATE)).join("; ")));
  return ids;
}

const ROLES = { baseSchools: ["base-school"], partners: ["partner", "institute", "committee", "administration"] };
const NO_ORGANISATION = {
  baseSchools: text(
    "такой базовой школы нет в папке organisations",
    "the folder organisations has no such base school",
  ),
  partners: text("такого партнёра нет в папке organisations", "the folder organisations has no such partner"),
};

/** «30», «30 человек», «не менее 30 чел.»; null when nothing is there or it is no one number. */
function countOf({ cell }: Row, { left, took }: Notes): number | null {
  const words = cell("participants");
  const found = /^[^\d]{0,16}(\d{1,9})\s*(?:чел(?:\.|овека?)?|участник(?:а|ов)?)?$/iu.exec(words);
  if (found?.[1] === undefined) {
    if (words !== "") left("participants", words, text("число не понято", "the number was not understood"));
    return null;
  }
  if (found[1] !== words) took("participants", words, same(found[1]));
  return Number(found[1]);
}

/** Every gap between words as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
