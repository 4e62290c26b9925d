import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Outcome, same, type Text, text } from "../../../base/diagnostics/index.ts";
import { isFields, isList, readChecked, type SchemaNode, type YamlData, yamlData } from "../../../base/yaml/index.ts";
import { CASE_NAMES, DECLINE, type Declined, declinePerson, type GrammaticalCase } from "../../../language/index.ts";
import { ANSWERS_SCHEMA, type Answers, initCentre, sampleAnswers } from "../../drafting/index.ts";
import { fieldsOfSchema } from "../form-model.ts";
import type { ActionForm } from "../page-types.ts";
import { type Action, type ActionContext, ask, done, field, said } from "./action.ts";

const SCHEMA: SchemaNode = ANSWERS_SCHEMA;
/** What is asked, page by page. */
const PAGES = Object.keys(SCHEMA.properties ?? {});
const TITLE = text("Новый центр", "A new centre");
const FURTHER = text("Дальше", "Next");
/** A part of the answers that is a list begins with one item. */
const begun = (page: string): YamlData => (SCHEMA.properties?.[page]?.type === "array" ? [{}] : {});

/** Begins a centre: the answers of `trc init` page by page, each checked before the next one, then the forms of the names, then the records. */
export const beginCentre: Action = async (context) => {
  const { values, folders, today } = context;
  const page = Number(values?.page ?? -1);
  const answers = plain(values ?? {}) as { readonly [name: string]: YamlData };
  if (page >= 0 && page < PAGES.length) {
    const name = PAGES[page] ?? "";
    const checked = checkedPart(answers, [name]);
    if (checked.diagnostics.length > 0) return asking(context, page, checked);
  }
  if (page < PAGES.length - 1) return asking(context, page + 1, { diagnostics: [] });
  const date = said(context, "date") || today;
  if (page < PAGES.length) return confirming(context, answers, date);
  const checked = checkedPart(answers, PAGES);
  if (checked.value === undefined || date === "") return confirming(context, answers, date, checked);
  const { value: made, diagnostics } = await initCentre({ folder: folders.content, answers: checked.value, date });
  if (made === undefined) return confirming(context, answers, date, { diagnostics });
  const count = made.files.length;
  return done(
    context,
    [text(`Центр создан, записей: ${count}`, `The centre is made, records: ${count}`), ...made.notes],
    {
      diagnostics: made.findings,
    },
  );
};

/** Makes a fictional centre to play with in a folder of its own, and opens it. */
export const openSample: Action = async (context) => {
  const { folders, language, today, openFolder } = context;
  const folder = join(dirname(folders.content), language === "ru" ? "Учебный центр" : "Sample centre", "content");
  if (!existsSync(join(folder, "centre.yaml"))) {
    const answers = yamlData(sampleAnswers(language)) as unknown as Answers;
    const { value, diagnostics } = await initCentre({ folder, answers, date: today });
    if (value === undefined) return done(context, [], { diagnostics });
  }
  const said = text(
    `Учебный центр лежит в папке «${folder}»: в нём можно всё, настоящих записей он не касается`,
    `The sample centre is in the folder “${folder}”: anything may be tried there, it touches no real records`,
  );
  return { ...done(context, [said]), open: await openFolder(folder) };
};

/** One page of the questions. */
function asking(context: ActionContext, page: number, { diagnostics }: Pick<Outcome<Answers>, "diagnostics">) {
  const { values, language } = context;
  const name = PAGES[page] ?? "";
  const own = fieldsOfSchema(language === "en" ? english(SCHEMA) : SCHEMA).filter((one) => one.name === name);
  const now: ActionForm["values"] = {
    ...values,
    page,
    [name]: values?.[name] ?? (own[0]?.fields || own[0]?.item ? (begun(name) as never) : null),
  };
  return ask(
    context,
    {
      title: text(`${TITLE.ru}: ${page + 1} из ${PAGES.length + 1}`, `${TITLE.en}: ${page + 1} of ${PAGES.length + 1}`),
      submit: FURTHER,
      fields: own,
      values: now,
    },
    diagnostics,
  );
}

/** The forms of the names as documents will have them, and the day. */
function confirming(
  context: ActionContext,
  answers: { readonly [name: string]: YamlData },
  date: string,
  { diagnostics }: Pick<Outcome<Answers>, "diagnostics"> = { diagnostics: [] },
) {
  return ask(
    context,
    {
      title: text(`${TITLE.ru}: склонение названий и имён`, `${TITLE.en}: forms of the names`),
      said: [
        text(
          "Так эти слова будут стоять в документах. Неверная форма исправляется в записи лица или организации (поля «Падежные формы…»)",
          "These words will stand in the documents like this. A wrong form is corrected in the record",
        ),
      ],
      words: formsOf(answers).map(({ ru }) => ru),
      submit: text("Всё верно, создать", "All right, make it"),
      fields: [
        field("date", text("День приказа о присвоении статуса", "Day of the order on the status"), context, {
          control: "date",
        }),
      ],
      values: { ...context.values, page: PAGES.length, date: date || null },
      sure: true,
    },
    diagnostics,
  );
}

const SHOWN: readonly GrammaticalCase[] = ["genitive", "dative", "instrumental"];

/** Every name of the answers in the cases that documents use; what is not certain is marked. */
function formsOf(value: YamlData): Text[] {
  if (isList(value)) return value.flatMap(formsOf);
  if (!isFields(value)) return [];
  const { name, full, short, title } = value;
  const own = [
    typeof name === "string" ? forms(name, (form) => declinePerson(partsOf(name), form)) : [],
    typeof title === "string" ? forms(title, (form) => DECLINE.position(title, form)) : [],
    ...[full, short].map((one) =>
      typeof one === "string" ? forms(one, (form) => DECLINE.organisation(one, form)) : [],
    ),
  ];
  return [...own.flat(), ...Object.values(value).flatMap((one) => formsOf(one))];
}

function forms(name: string, decline: (form: GrammaticalCase) => Declined): Text {
  const all = SHOWN.map((form) => {
    const { text: word, confidence } = decline(form);
    return `${CASE_NAMES[form].ru} – ${word}${confidence === "low" ? " (проверьте)" : ""}`;
  });
  return same(`${name}: ${all.join("; ")}`);
}

function partsOf(name: string) {
  const [surname = "", given = "", ...rest] = name.trim().split(/\s+/);
  return { surname, given, patronymic: rest.join(" ") || null };
}

/** What of the answers there is to check: the named parts. */
function checkedPart(answers: { readonly [name: string]: YamlData }, names: readonly string[]): Outcome<Answers> {
  const pick = <T>(all: { readonly [name: string]: T }): { readonly [name: string]: T } =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
  const schema: SchemaNode = {
    ...SCHEMA,
    $id: `trc:/answers/${names.join("-")}`,
    required: (SCHEMA.required ?? []).filter((name) => names.includes(name)),
    properties: pick(SCHEMA.properties ?? {}),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(pick(answers), null, 1));
  const { value, diagnostics } = readChecked<Answers>({ path: "", bytes }, schema);
  // The answers are in no file: places in one would lead nowhere.
  const placeless = diagnostics.map(({ place: _place, related: _related, ...one }) => one);
  return { diagnostics: placeless, ...(value === undefined ? {} : { value }) };
}

/** Without what nobody has answered. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).flatMap(([name, one]) => {
    const said = plain(one);
    const empty =
      said === null || (typeof said === "object" && !Array.isArray(said) && Object.keys(said as object).length === 0);
    return empty ? [] : [[name, said] as const];
  });
  return Object.fromEntries(kept);
}

/** The schema with its English words. */
function english(node: SchemaNode): SchemaNode {
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== "object" || value === null) return value;
    const { "x-en": words, ...rest } = value as { readonly [name: string]: unknown };
    const own = Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, within(one)]));
    return { ...own, ...(words as object | undefined) };
  };
  return within(node) as SchemaNode;
}
