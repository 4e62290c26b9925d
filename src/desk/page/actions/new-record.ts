import { type Outcome, same, text } from "../../../base/diagnostics/index.ts";
import { isFields, valueAtPointer, type YamlData, yamlData } from "../../../base/yaml/index.ts";
import { listRecordTypes, type NewRecordOptions, newRecord, sameDay } from "../../drafting/index.ts";
import { rowsOfTable } from "../../exchange/index.ts";
import { formOf } from "../form-model.ts";
import type { FormField } from "../page-types.ts";
import { isOwn, recordIn } from "../set-view.ts";
import { type Action, type ActionContext, ask, done, field, placeOf, said } from "./action.ts";
import { fileField } from "./made.ts";

const TITLE = text("Новая запись", "A new record");
const TYPE = text("Что начать", "What to begin");
const DATE = text("Дата", "Date");
const MAKE = text("Создать", "Begin it");
const FURTHER = text("Дальше", "Next");
/** What a new record has of these is asked before it is made: its file is called by them. */
const NAMING = /^(?:[^.]+|names\.0\.[^.]+)$/;

/** Begins a record: what it is, what it is called, then the file with its number and date. */
export const beginRecord: Action = async (context) => {
  const { values, today } = context;
  const types = await typesOf(context);
  const choices = types.found
    .map(({ name, title }) => ({ value: name, label: title }))
    .sort((a, b) => a.label.localeCompare(b.label, "ru"));
  const [type, date] = [said(context, "type"), said(context, "date")];
  const first = [
    field("type", TYPE, context, { control: "choice", choices }),
    field("date", DATE, context, { control: "date" }),
  ];
  if (values === null || type === "" || date === "")
    return ask(
      context,
      { title: TITLE, submit: FURTHER, fields: first, values: { type: type || null, date: date || today || null } },
      types.diagnostics,
    );
  const found = types.found.find(({ name }) => name === type);
  if (found === undefined) return done(context, [], types);
  return begin(context, { type: found, first, set: givenSet(values), options: { date } });
};

/** Copies a record with a number and the dates of its own: those of the next school year, unless another day is named. */
export const duplicate: Action = async (context) => {
  const { about, set, values } = context;
  const record = recordIn(set.report.inputs, about ?? "")?.record;
  const types = await typesOf(context);
  const type = types.found.find((one) => one.collection === record?.collection && one.kind === record.kind);
  if (record === undefined || type === undefined) return done(context, [], types);
  const old = valueAtPointer(record.data, "/date") ?? valueAtPointer(record.data, "/approved/date");
  const date = said(context, "date") || (typeof old === "string" ? sameDay(old, 1) : context.today);
  const fields = [field("date", DATE, context, { control: "date" })];
  if (values === null)
    return ask(context, {
      title: text(`Копия: ${type.title}`, `A copy: ${type.title}`),
      said: [
        text(
          "Новая запись получит следующий номер; даты и учебный год перейдут на названный день",
          "The new record gets the next number; its days and its school year move to the day that is named",
        ),
      ],
      submit: MAKE,
      fields,
      values: { date: date || null },
    });
  return begin(context, { type, first: fields, set: [], options: { date, like: record.id } });
};

/** The result of an activity. */
export const beginResult: Action = async (context) => {
  const { about, set, today } = context;
  const record = recordIn(set.report.inputs, about ?? "")?.record;
  const types = await typesOf(context);
  const type = types.found.find(({ collection }) => collection === "results");
  if (record === undefined || type === undefined) return done(context, [], types);
  const { values, folders, uploaded } = context;
  const asked = {
    title: text(`Итоги: ${record.data.title}`, `The result: ${record.data.title}`),
    submit: FURTHER,
    fields: [fileField(context, text("Таблица участников, если есть (Excel)", "A table of participants"), false)],
    values: { file: null },
  };
  if (values === null) return ask(context, asked);
  const file = uploaded(said(context, "file"));
  const rows = file === undefined ? null : await rowsOfTable({ ...folders, kind: "result", file });
  if (rows !== null && rows.value === undefined) return ask(context, asked, rows.diagnostics);
  const options = { date: said(context, "date") || today, of: record.id };
  return begin(context, { type, first: [], set: [...(rows?.value?.values ?? []), ...givenSet(values)], options });
};

type Types = readonly NonNullable<Awaited<ReturnType<typeof listRecordTypes>>["value"]>[number][];

/** What can be begun by hand: entries of the register and approvals have commands of their own. */
async function typesOf({ folders }: ActionContext): Promise<{ readonly found: Types } & Outcome<Types>> {
  const types = await listRecordTypes(folders);
  return { ...types, found: (types.value ?? []).filter(({ collection }) => !isOwn(collection)) };
}

type Begun = {
  readonly type: Types[number];
  /** What was asked first, and is asked again where it does not do. */
  readonly first: readonly FormField[];
  readonly set: NonNullable<NewRecordOptions["set"]>;
  readonly options: Pick<NewRecordOptions, "date" | "of" | "like">;
};

/** Makes the record, or asks what it is called by and nobody has said yet. */
async function begin(context: ActionContext, { type, first, set, options }: Begun) {
  const { folders, values } = context;
  const wanted = { ...folders, ...options, type: type.name, set, write: false };
  const tried = await newRecord(wanted);
  const asking = { title: same(type.title), submit: MAKE };
  if (tried.value === undefined)
    return ask(context, { ...asking, fields: first, values: values ?? {} }, tried.diagnostics);
  const { notes: known } = tried.value;
  const fields =
    options.like === undefined && values?.asked !== true ? lacking(context, type.schema, tried.value.text) : [];
  if (fields.length > 0)
    return ask(context, {
      ...asking,
      said: known,
      fields,
      values: { ...values, asked: true, ...Object.fromEntries(fields.map(({ name }) => [name, null])) },
    });
  const made = await newRecord({ ...wanted, write: true });
  if (made.value === undefined) return done(context, [], made);
  const { file, gaps, notes } = made.value;
  await context.began(file);
  const left =
    gaps.length === 0
      ? text("Запись полна: проверьте её", "The record is complete: look it over")
      : text(`Осталось заполнить: ${gaps.length}`, `Left to fill in: ${gaps.length}`);
  return done(
    context,
    [text(`Создан файл ${placeOf(context, file)}`, `Made: ${placeOf(context, file)}`), ...notes, left],
    { show: `record:${file}` },
  );
}

/** What the record is called by and has not: its own plain properties, and those of its first name. */
function lacking({ set, folders }: ActionContext, schema: string, form: string): readonly FormField[] {
  const schemas = set.report.inputs.find(({ folder }) => folder === folders.content)?.dossier?.schemas;
  return schemas === undefined ? [] : fieldsLacking(formOf(schemas, schema), yamlData(form) ?? null, "");
}

function fieldsLacking(fields: readonly FormField[], data: YamlData, at: string): readonly FormField[] {
  return fields.flatMap((one) => {
    const path = at + one.name;
    const value = isFields(data) ? data[one.name] : undefined;
    // Of these one is a part of the name though a record may lack it, the other one follows from the name.
    if (one.name === "patronymic" && at === "") return [{ ...one, name: path }];
    if (value === undefined || !one.required || one.name === "gender") return [];
    const [item] = Array.isArray(value) ? value : [];
    if (one.name === "names" && one.item?.fields !== undefined && isFields(item as YamlData))
      return fieldsLacking(one.item.fields, item as YamlData, `${path}.0.`);
    return value === null && NAMING.test(path) && SIMPLE.has(one.control) ? [{ ...one, name: path }] : [];
  });
}

const SIMPLE = new Set<FormField["control"]>(["text", "long", "date", "number", "choice", "suggested", "reference"]);

/** What was said of the record, as `--set` takes it. */
function givenSet(values: NonNullable<ActionContext["values"]>): NonNullable<NewRecordOptions["set"]> {
  const own = ["type", "date", "asked", "file"];
  return Object.entries(values).flatMap(([path, value]) =>
    own.includes(path) || value === null ? [] : [[path, JSON.stringify(value)] as const],
  );
}
