import { same, type Text, text } from "../../../base/diagnostics/index.ts";
import { folded, numericDate } from "../../../base/text/index.ts";
import { ROLE_NAMES, signOffState } from "../../../office/approvals/index.ts";
import { documentLines } from "../../../paperwork/document/index.ts";
import { allRecords } from "../../../paperwork/records/index.ts";
import { entriesOf } from "../../../paperwork/register/index.ts";
import { git } from "../../../project/reading/index.ts";
import { beginYear } from "../../drafting/index.ts";
import { importPlan } from "../../exchange/index.ts";
import { centreStatus, type NamedDeadline } from "../../status/index.ts";
import type { ActionLink, FormField, PageValue } from "../page-types.ts";
import { isOwn, recordIn, recordsOfSet } from "../set-view.ts";
import { type Action, type ActionContext, ask, done, field, placeOf, said } from "./action.ts";
import { fileField } from "./made.ts";

/** So many places are shown; more are not looked through. */
const MOST_FOUND = 100;
/** Letters around what was found. */
const AROUND = 40;

/** Finds words in all documents and records. */
export const search: Action = async (context) => {
  const { set } = context;
  const words = fold(said(context, "words"));
  const asked = {
    title: text("Найти во всём", "Find everywhere"),
    submit: text("Найти", "Find"),
    fields: [field("words", text("Слова", "Words"), context)],
    values: { words: said(context, "words") || null },
  };
  if (words === "") return ask(context, asked);
  const { documents } = set.state;
  const inDocuments = set.report.laid.flatMap(({ centre, rendered }): ActionLink[] => {
    const { id: own } = rendered.job;
    const one = documents.find(({ id }) => id === own || id === `${centre}/${own}`);
    const line = documentLines(rendered.model).find((text) => fold(text).includes(words));
    return line === undefined || one === undefined
      ? []
      : [{ label: one.title, note: around(line, words), show: one.id }];
  });
  const labels = new Map(
    recordsOfSet(set.report.inputs, documents, context.language).map(({ file, label }) => [file, label]),
  );
  const inRecords = set.report.inputs.flatMap(({ dossier }) =>
    (dossier === null ? [] : allRecords(dossier))
      .filter(({ collection }) => !isOwn(collection))
      .flatMap(({ file, text: written }): ActionLink[] => {
        const line = written.split("\n").find((one) => !/^\s*#/.test(one) && fold(one).includes(words));
        if (line === undefined) return [];
        return [{ label: labels.get(file) ?? file, note: around(line.trim(), words), show: `record:${file}` }];
      }),
  );
  const links = [...inDocuments, ...inRecords];
  const count = text(
    `Документов: ${inDocuments.length}, записей: ${inRecords.length}`,
    `Documents: ${inDocuments.length}, records: ${inRecords.length}`,
  );
  return { ...ask(context, { ...asked, said: [count] }), links: links.slice(0, MOST_FOUND) };
};

/** What is overdue, what comes, what the set lacks. */
export const due: Action = async (context) => {
  const { folders, today, language } = context;
  const [date, days] = [said(context, "date") || today, Number(said(context, "days") || 60)];
  const asked = {
    title: text("Сроки", "What is due"),
    submit: text("Показать", "Show"),
    fields: [
      field("date", text("На какой день", "On which day"), context, { control: "date" }),
      field("days", text("На сколько дней вперёд", "Days ahead"), context, { control: "number" }),
    ],
    values: { date: date || null, days },
  };
  if (date === "") return ask(context, asked);
  const { value, diagnostics } = await centreStatus({ ...folders, date, days });
  if (value === undefined) return ask(context, asked, diagnostics);
  const day = (iso: string): string => (language === "ru" ? numericDate(iso) : iso);
  const dated = (list: readonly NamedDeadline[], mark: Text): ActionLink[] =>
    list.map(({ date: on, until, title, names, file }) => ({
      label: `${day(on)}${until === undefined || until === on ? "" : `–${day(until)}`} – ${title[language]}`,
      note: [mark[language], names].filter((one) => one !== "").join(" · "),
      show: file === null ? null : `record:${file}`,
    }));
  const lacking = value.documents
    .filter(({ state }) => state !== "there")
    .map(({ title, due: by }): ActionLink => {
      const word = text("Документа ещё нет", "There is no such document yet")[language];
      return { label: by === null ? title : `${day(by)} – ${title}`, note: word, show: null };
    });
  const links = [...dated(value.overdue, text("ПРОСРОЧЕНО", "OVERDUE")), ...dated(value.coming, same("")), ...lacking];
  return { ...ask(context, { ...asked, said: value.notes }), links };
};

/** Who approved, issued and annulled what is made of a record, and its commits where git keeps it. */
export const history: Action = async (context) => {
  const { about, set, language } = context;
  const found = recordIn(set.report.inputs, about ?? "");
  if (found === null) return done(context, []);
  const { record, input } = found;
  const day = (iso: string): string => (language === "ru" ? numericDate(iso) : iso);
  const ownDocuments = set.state.documents.filter((one) => one.record === record.file);
  const [named] = ownDocuments;
  const own = ownDocuments.map(({ id }) => id);
  const isOwnDocument = (name: string): boolean => own.some((id) => id === name || id.endsWith(`/${name}`));
  const people = new Map(
    recordsOfSet(set.report.inputs, set.state.documents, context.language)
      .filter(({ collection }) => collection === "people")
      .map(({ file, label }) => [file.replace(/^.*\/|\.ya?ml$/g, ""), label]),
  );
  const name = (id: string): string => people.get(id) ?? id;
  const { documents } = await signOffState(set.report);
  const events: { readonly date: string; readonly label: string; readonly note: string }[] = [
    ...documents
      .filter((one) => one.centre === input.centre && isOwnDocument(one.document))
      .flatMap(({ approvals }) =>
        approvals.map(({ date, person, roles, state, changes }) => ({
          date,
          label: `${text("Одобрение", "Approved by")[language]}: ${name(person)} (${roles.map((role) => ROLE_NAMES[role][language]).join(", ")})`,
          note:
            state === "valid"
              ? ""
              : [
                  text("больше не действует", "void")[language],
                  ...changes.slice(0, 5).map(({ before, after }) => `${before ?? "–"} → ${after ?? "–"}`),
                ].join(": "),
        })),
      ),
    ...(input.dossier === null ? [] : entriesOf(input.dossier))
      .filter(({ fields }) => isOwnDocument(fields.document))
      .map(({ fields: { registered, title, annulledBy, annulledFor } }) => ({
        date: registered,
        label:
          annulledBy === undefined
            ? `${text("Издан документ", "Issued")[language]}: ${title}`
            : `${text("Регистрация аннулирована", "Annulled by")[language]}: ${name(annulledBy)}`,
        note: annulledFor ?? "",
      })),
    ...(await context.changesOf(record.file)).map(({ day: date, who, removed, added, begun }) => ({
      date,
      label:
        (begun ? text("Создана", "Begun") : text("Правка", "Edited"))[language] + (who === "" ? "" : `: ${name(who)}`),
      note: changedLines([...removed.map((line) => `− ${line.trim()}`), ...added.map((line) => `+ ${line.trim()}`)]),
    })),
    ...(await commits(input.folder, record.source)),
  ];
  const sorted = [...events].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const nothing = text("Пока ничего: запись здесь не правили, не одобряли и не издавали", "Nothing yet");
  return {
    ...done(context, sorted.length === 0 ? [nothing] : [same(named?.title ?? record.id)]),
    title: text("История", "History")[language],
    links: sorted.map(({ date, label, note }) => ({ label: `${day(date)} – ${label}`, note, show: null })),
  };
};

/** So many lines of a change are shown. */
const MOST_LINES = 6;

/** Commits of a file with the lines that each has changed, where git is there and keeps it. */
async function commits(folder: string, source: string) {
  const format = "--format=%x1e%ad%x1f%an%x1f%s";
  const log = await git(folder, ["log", "-n", "50", "--date=short", "--unified=0", "--patch", format, "--", source]);
  return (log ?? "").split("\u001e").flatMap((commit) => {
    const [head = "", ...patch] = commit.split("\n");
    const [date = "", author = "", subject = ""] = head.split("\u001f");
    if (date === "") return [];
    const changed = patch.flatMap((line) => {
      const [, sign, words = ""] = /^([+-])(?!\1\1 )(.*\S)/.exec(line) ?? [];
      return sign === undefined ? [] : [`${sign === "+" ? "+" : "−"} ${words.trim()}`];
    });
    return [{ date, label: subject, note: [author, changedLines(changed)].join(" · ") }];
  });
}

function changedLines(lines: readonly string[]): string {
  return [...lines.slice(0, MOST_LINES), ...(lines.length > MOST_LINES ? ["…"] : [])].join(" · ");
}

/** Activities out of a spreadsheet: how each cell was understood, to be put right in place, then the records. */
export const importActivities: Action = async (context) => {
  const { folders, values, today, uploaded, sure, language } = context;
  const file = uploaded(said(context, "file"));
  const plan = said(context, "plan");
  const first = {
    title: text("План из таблицы", "A plan out of a spreadsheet"),
    said: [text("Таблица Excel, ODS или CSV: строка – мероприятие", "A spreadsheet: a row is an activity")],
    submit: text("Прочитать", "Read it"),
    fields: [
      fileField(context, text("Файл таблицы", "Spreadsheet"), true),
      field("plan", text("В какой план", "Into which plan"), context, {
        control: "reference",
        collection: "plans",
        kind: null,
        required: false,
      }),
    ],
    values: { file: null, plan: plan || null },
  };
  if (values === null || file === undefined) return ask(context, first);
  const corrections = (values.rows ?? {}) as { readonly [row: string]: { readonly [column: string]: string } };
  const wanted = { ...folders, file, date: today, ...(plan === "" ? {} : { plan }), corrections: textsOf(corrections) };
  const { value, diagnostics } = await importPlan({ ...wanted, write: sure && values.again !== true });
  if (value === undefined) return ask(context, first, diagnostics);
  const made = value.activities.length;
  if (value.written) {
    await beganAll(context, value.activities);
    return {
      ...done(context, [text(`Создано записей: ${made}`, `Records made: ${made}`)]),
      links: value.activities.map((one) => ({ label: one.title, note: one.file, show: `record:${one.file}` })),
    };
  }
  const whole = value.activities.filter(({ leftovers }) => leftovers.length === 0).length;
  const rows = [...value.activities].sort(
    (a, b) => Number(a.leftovers.length === 0) - Number(b.leftovers.length === 0),
  );
  const fields = rows.map(({ row, title, cells, understood, leftovers }): FormField => {
    const notes = (heading: string): string =>
      [
        ...leftovers.flatMap((one) => (one.column[language] === heading ? [`! ${one.why[language]}`] : [])),
        ...understood.flatMap((one) => (one.column[language] === heading ? [`→ ${one.as[language]}`] : [])),
      ].join("; ");
    return field(String(row), text(`${row}. ${title}`, `${row}. ${title}`), context, {
      control: "group",
      fields: cells
        .filter(({ text: cell, heading }) => cell !== "" || notes(heading) !== "")
        .map(({ column, heading }) =>
          field(String(column), same(heading), context, { required: false, hint: notes(heading) }),
        ),
    });
  });
  const cells: { readonly [row: string]: PageValue } = Object.fromEntries(
    rows.map((one) => [
      String(one.row),
      Object.fromEntries(one.cells.map(({ column, text: cell }) => [String(column), cell])),
    ]),
  );
  const skipped = value.skipped.map(({ row, text: words, why }) =>
    text(`Строка ${row} пропущена: ${words} – ${why.ru}`, `Row ${row} left out: ${words} – ${why.en}`),
  );
  return ask(context, {
    title: text("Как понята таблица", "How the table was understood"),
    said: [
      text(
        `Разобрано полностью: ${whole} из ${made}, план ${value.plan}`,
        `In full: ${whole} of ${made}, ${value.plan}`,
      ),
      text(
        "Поправьте ячейки на месте; чтобы увидеть, как они теперь поняты, сначала перечитайте их",
        "Put cells right in place; choose to read again to see how they are understood now",
      ),
      ...skipped,
    ],
    submit: text("Создать записи", "Make the records"),
    fields: [
      field("again", text("Сначала перечитать исправленное", "First read again what was put right"), context, {
        control: "yes-no",
      }),
      field("rows", text("Строки таблицы", "Rows of the table"), context, { control: "group", fields }),
    ],
    values: { ...values, again: false, rows: cells },
    sure: true,
  });
};

/** Each of them is a step that can be taken back, and its history tells of it. */
async function beganAll(context: ActionContext, made: readonly { readonly file: string }[]): Promise<void> {
  for (const { file } of made) await context.began(file);
}

function textsOf(rows: { readonly [row: string]: { readonly [column: string]: unknown } }) {
  return Object.fromEntries(
    Object.entries(rows).map(([row, cells]) => [
      row,
      Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, String(cell ?? "")])),
    ]),
  );
}

/** Begins a school year from the records of the last one: shows which records, then makes them. */
export const year: Action = async (context) => {
  const { folders, values, sure } = context;
  const named = said(context, "year");
  const asked = {
    title: text("Новый учебный год", "A new school year"),
    submit: text("Дальше", "Next"),
    fields: [field("year", text("Учебный год", "School year"), context, { example: "2027/2028" })],
    values: { year: named || null, shown: named || null },
  };
  if (values === null || named === "") return ask(context, asked);
  // The year whose records were listed is made, and no other.
  const { value, diagnostics } = await beginYear({
    ...folders,
    year: named,
    dryRun: !(sure && values.shown === named),
  });
  if (value === undefined) return ask(context, asked, diagnostics);
  const { files, gaps, written, notes } = value;
  if (written) {
    await beganAll(context, files);
    return {
      ...done(context, [text(`Создано записей: ${files.length}`, `Records made: ${files.length}`), ...notes], {
        diagnostics: gaps,
      }),
      links: files.map(({ file }) => ({ label: placeOf(context, file), note: "", show: `record:${file}` })),
    };
  }
  return ask(context, {
    ...asked,
    said: [
      text(
        `Будет создано записей: ${files.length}, из плана ${placeOf(context, value.plan)}`,
        `Records to be made: ${files.length}`,
      ),
      ...notes,
    ],
    words: files.map(({ file, from }) => `${placeOf(context, file)}${from === null ? "" : ` ← ${from}`}`),
    submit: text("Создать", "Make them"),
    sure: true,
  });
};

function around(line: string, words: string): string {
  const at = fold(line).indexOf(words);
  const [from, to] = [Math.max(0, at - AROUND), at + words.length + AROUND];
  return `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
}

function fold(words: string): string {
  return folded(words).replaceAll("\u00a0", " ");
}
