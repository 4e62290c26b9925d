import { type Outcome, raise, type Text, text } from "../../base/diagnostics/index.ts";
import { isDay, numericDate } from "../../base/text/index.ts";
import { type Dossier, findRecord, recordsOf } from "../../paperwork/records/index.ts";
import { plain } from "./columns.ts";
import { FINDINGS } from "./findings.ts";
import { hasWords, headerOf, type Names, type RowsRead } from "./heading-row.ts";
import { matchOrganisations } from "./match.ts";
import type { Table, TableRow } from "./read-table.ts";

const COLUMNS: Names = new Map([
  ["number", ["№", "№ п/п", "п/п", "номер"]],
  ["name", ["фио", "ф.и.о", "фамилия, имя, отчество", "фамилия и имя", "участник", "участники"]],
  ["surname", ["фамилия"]],
  ["given", ["имя"]],
  ["patronymic", ["отчество"]],
  ["class", ["класс", "класс, группа", "класс/группа", "группа"]],
  ["category", ["категория", "категория участника", "категория участников", "статус", "кто"]],
  ["position", ["должность", "должность, предмет", "предмет"]],
  [
    "school",
    ["школа", "организация", "образовательная организация", "оо", "учреждение", "место работы", "место учебы", "место"],
  ],
  ["date", ["дата", "дата проведения", "дата участия", "дата встречи", "день"]],
]);

type Category = "teachers" | "students" | "managers" | "parents";

/** By the beginnings of words of a position, a category, a class; the first that fits holds. */
const CATEGORIES: readonly (readonly [Category, RegExp])[] = [
  ["parents", /(^|[ ,(])(родител|законн|мама|папа|мать|отец|бабушк|дедушк|опекун)/],
  ["students", /(^|[ ,(])(обучающ|учащ|учени|школьни|воспитанни|студент|гимназист|лицеист|кадет)/],
  ["teachers", /(^|[ ,(])(классн[а-я]+ руковод|руковод[а-я]+ (мо|рмо|шмо|методическ))/],
  ["managers", /(^|[ ,(])(директор|зам|заместител|завуч|заведующ|начальник|руководител|управлен)/],
  [
    "teachers",
    /(^|[ ,(])(учител|педагог|преподават|воспитател|методист|психолог|логопед|дефектолог|тьютор|библиотекар|наставник|вожат|советник|тренер|инструктор)/,
  ],
];
const KINDS: readonly (readonly [Category, Text])[] = [
  ["teachers", text("педагогов", "teachers")],
  ["students", text("обучающихся", "students")],
  ["managers", text("руководителей", "managers")],
  ["parents", text("родителей", "parents")],
];

type Participant = {
  readonly row: number;
  readonly name: string;
  /** Class and position, by which namesakes differ. */
  readonly who: string;
  readonly category: Category | null;
  readonly school: string;
  /** Id of the base school that is meant; null: another organisation. */
  readonly base: string | null;
  readonly unclear: boolean;
  /** ISO; empty: not said. null: not a day. */
  readonly date: string | null;
};

/**
 * The participants of a table as the numbers of the meetings of a result: by the day of its column, by category, by school. Names serve to find who
 * is written twice and go no further, so that the record has none to keep out of the public edition. Who is neither a pupil nor a worker nor a parent
 * by the table, a school that may be a base school or may not, and a day that is none are errors. Code TRC9105.
 */
export function participantsOfTable(dossier: Dossier, file: string, tables: readonly Table[]): Outcome<RowsRead> {
  const header = tables.flatMap((table) => headerOf(table, COLUMNS) ?? []).sort((a, b) => b.score - a.score)[0];
  const has = new Set(header?.columns.values());
  if (
    header === undefined ||
    !(has.has("name") || has.has("surname")) ||
    !["class", "category", "position"].some((one) => has.has(one))
  )
    return refused(
      text(
        `В файле «${file}» не найдена шапка таблицы участников`,
        `No row of headings of participants is found in the file “${file}”`,
      ),
      text(
        "Нужны графы: ФИО и класс, категория или должность; ещё узнаются школа и дата",
        "Columns that are needed: «ФИО» and one of «класс», «категория», «должность»; «школа» and «дата» are known, too",
      ),
    );
  const rows = header.table.rows.filter(({ number }) => number > header.row.number).filter(hasWords);
  const everybody = rows.flatMap((row) => participantOf(dossier, header.columns, row) ?? []);
  const faults = faultsOf(everybody);
  if (faults !== null) return faults;
  const seen = new Map<string, Participant>();
  const notes: Text[] = [];
  for (const one of everybody) {
    const key = [one.date, plain(one.name), one.who, plain(one.school)].join("|");
    const first = seen.get(key);
    if (first === undefined) seen.set(key, one);
    else
      notes.push(
        text(
          `Строка ${one.row} повторяет строку ${first.row}: участник учтён один раз`,
          `Row ${one.row} repeats row ${first.row}: the participant is counted once`,
        ),
      );
  }
  const people = [...seen.values()];
  const days = [...new Set(people.map(({ date }) => date ?? ""))].sort();
  const bySchool = has.has("school") && people.every(({ school }) => school !== "");
  const meetings = days.map((day) =>
    meeting(
      dossier,
      people.filter(({ date }) => date === day),
      { day, bySchool },
    ),
  );
  const strange = [...header.columns].flatMap(([index, name]) =>
    name === null ? [header.row.cells[index]?.text ?? ""] : [],
  );
  if (strange.length > 0)
    notes.push(
      text(`Графы не нужны и пропущены: ${strange.join(", ")}`, `Columns that are not needed: «${strange.join(", ")}»`),
    );
  return {
    value: {
      values: meetings.flatMap(({ values }, index) =>
        Object.entries(values).map(([key, value]) => [`sessions.${index}.${key}`, JSON.stringify(value)] as const),
      ),
      notes: [...meetings.map(({ note }) => note), ...notes],
    },
    diagnostics: [],
  };
}

function participantOf(
  dossier: Dossier,
  columns: ReadonlyMap<number, string | null>,
  { number: row, cells }: TableRow,
): Participant | null {
  const cell = (name: string): string => {
    const [index = -1] = [...columns].find(([, own]) => own === name) ?? [];
    return cells[index]?.text.replace(/\s+/g, " ").trim() ?? "";
  };
  const name = cell("name") || [cell("surname"), cell("given"), cell("patronymic")].join(" ").trim();
  // «Итого» and rulings have no person.
  if (name === "" || /^(итого|всего)/i.test(name)) return null;
  const said = [cell("category"), cell("position"), cell("class")].map(plain);
  const category =
    said.flatMap((words) => CATEGORIES.find(([, look]) => look.test(words))?.[0] ?? [])[0] ??
    (/\d/.test(cell("class")) ? "students" : null);
  const school = cell("school");
  const [base = null] = matchOrganisations(school, dossier, ["base-school"]).ids;
  const known = matchOrganisations(school, dossier, ["school", "partner", "institute", "committee"]).ids.length > 0;
  return {
    row,
    name,
    who: said.join("|"),
    category,
    school,
    base,
    unclear: base === null && !known && mayBeBase(dossier, school),
    date: dayOf(cell("date")),
  };
}

/** Whether a name that is no base school's has its number or the word that tells it from others. */
function mayBeBase(dossier: Dossier, school: string): boolean {
  return recordsOf(dossier, "organisations").some(
    ({ data }) =>
      data.role === "base-school" &&
      data.names?.some(({ short = "" }) => {
        const own = marks(short);
        return own.length > 0 && own.every((mark) => marks(school).includes(mark));
      }),
  );
}

const COMMON = /^(средн|основн|началь|общеоб|образов|муници|бюджет|казенн|автоно|учрежд|гимназ|школа$|школы$|лицей)/;

/** What tells a school from others in its name: numbers, and the beginnings of words that are not every school's. */
function marks(name: string): string[] {
  return plain(name)
    .split(/[^а-я\d]+/)
    .filter((word) => /\d/.test(word) || (word.length > 4 && !COMMON.test(word)))
    .map((word) => word.slice(0, 6));
}

function dayOf(words: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ?г\.?)?$/.exec(words) ?? [];
  const iso = day === undefined ? words : `${year}-${month?.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return iso === "" || isDay(iso) ? iso : null;
}

function faultsOf(people: readonly Participant[]): Outcome<RowsRead> | null {
  const rows = (some: readonly Participant[]): string => some.map(({ row }) => row).join(", ");
  const nobody = people.filter(({ category }) => category === null);
  if (nobody.length > 0)
    return refused(
      text(
        `Не понять, обучающийся это, педагог, руководитель или родитель: строки ${rows(nobody)}`,
        `It is not clear whether it is a pupil, a teacher, a head or a parent: rows ${rows(nobody)}`,
      ),
      text(
        "Добавьте графу «Категория» (обучающийся, педагог, руководитель, родитель) или заполните класс либо должность",
        "Add a column «Категория» (обучающийся, педагог, руководитель, родитель), or fill in the class or the position",
      ),
    );
  const dayless = people.filter(({ date }) => date === null);
  if (dayless.length > 0)
    return refused(
      text(`Дата не понята: строки ${rows(dayless)}`, `The date is not understood: rows ${rows(dayless)}`),
      text("Пишите дату так: 16.10.2025", "Write the date so: 16.10.2025"),
    );
  const unclear = people.filter((one) => one.unclear);
  if (unclear.length > 0) {
    const names = [...new Set(unclear.map(({ school }) => school))].join("; ");
    return refused(
      text(
        `Не понять, базовая ли это школа: ${names} (строки ${rows(unclear)})`,
        `It is not clear whether it is a base school: «${names}» (rows ${rows(unclear)})`,
      ),
      text(
        "Напишите в таблице краткое наименование школы, как в папке organisations",
        "Write the short name of the school into the table, as the folder organisations has it",
      ),
    );
  }
  return people.length > 0
    ? null
    : refused(
        text("В таблице нет ни одного участника", "The table has no participant"),
        text("Под шапкой нужна строка на каждого участника", "Below the headings each participant has a row"),
      );
}

type Meeting = { readonly values: { readonly [key: string]: unknown }; readonly note: Text };

function meeting(
  dossier: Dossier,
  people: readonly Participant[],
  { day, bySchool }: { readonly day: string; readonly bySchool: boolean },
): Meeting {
  const counts = KINDS.map(([key, words]) => ({
    key,
    words,
    count: people.filter(({ category }) => category === key).length,
  }));
  const schools = [...new Set(people.flatMap(({ base }) => base ?? []))].sort().map((organisation) => ({
    organisation,
    participants: people.filter(({ base }) => base === organisation).length,
  }));
  const others = [...new Set(people.flatMap(({ base, school }) => (base === null ? [school] : [])))];
  const named = schools.map(({ organisation, participants }) => {
    const name = findRecord(dossier, "organisations", organisation)?.data.names?.at(-1)?.short ?? organisation;
    return `${name} – ${participants}`;
  });
  const parts = (language: "ru" | "en"): string =>
    counts.map(({ words, count }) => `${words[language]} – ${count}`).join(", ");
  const quoted = (words: readonly string[]): string => words.map((one) => `«${one}»`).join(", ");
  return {
    values: {
      ...(day === "" ? {} : { date: day }),
      ...Object.fromEntries(counts.map(({ key, count }) => [key, count])),
      ...(bySchool
        ? { organisations: new Set(people.map(({ base, school }) => base ?? plain(school))).size, bySchool: schools }
        : {}),
    },
    note: text(
      `${day === "" ? "Встреча без даты" : `Встреча ${numericDate(day)}`}: участников – ${people.length} (${parts("ru")})${
        bySchool
          ? `; базовые школы: ${named.join(", ") || "нет"}${others.length > 0 ? `; другие организации: ${others.join(", ")}` : ""}`
          : ""
      }`,
      `${day === "" ? "A meeting without a day" : `The meeting of ${day}`}: participants – ${people.length} (${parts("en")})${
        bySchool
          ? `; base schools: ${quoted(named) || "none"}${others.length > 0 ? `; other organisations: ${quoted(others)}` : ""}`
          : ""
      }`,
    ),
  };
}

function refused(message: Text, hints: Text): Outcome<RowsRead> {
  return { diagnostics: [raise(FINDINGS.TRC9105, { message, hints })] };
}
