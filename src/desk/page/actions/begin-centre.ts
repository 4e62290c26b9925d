import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Outcome, text } from "../../../base/diagnostics/index.ts";
import { isFields, readChecked, type SchemaNode, type YamlData, yamlData } from "../../../base/yaml/index.ts";
import { ANSWERS_SCHEMA, type Answers, initCentre, sampleAnswers } from "../../drafting/index.ts";
import { fieldsOfSchema } from "../form-model.ts";
import type { ActionForm, FormField } from "../page-types.ts";
import { type Action, type ActionContext, ask, done, field, said } from "./action.ts";
import { type Confirming, confirming, withConfirmed } from "./confirm-names.ts";

const SCHEMA: SchemaNode = ANSWERS_SCHEMA;
/** What is confirmed at the end. */
const CONFIRMED = "forms";
/** What is asked, page by page. */
const PAGES = Object.keys(SCHEMA.properties ?? {}).filter((name) => name !== CONFIRMED);
const TITLE = text("Новый центр", "A new centre");
const FURTHER = text("Дальше", "Next");
/** A part of the answers that is a list begins with one item. */
const begun = (page: string): YamlData => (SCHEMA.properties?.[page]?.type === "array" ? [{}] : {});

/** Begins a centre: the answers of `trc init` page by page, each checked before the next one, then the forms of the names, then the records. */
export const beginCentre: Action = async (context) => {
  const { values, folders } = context;
  const page = Number(values?.page ?? -1);
  const answers = picked(plain(values ?? {}) as { readonly [name: string]: YamlData }, PAGES);
  if (page >= 0 && page < PAGES.length) {
    const name = PAGES[page] ?? "";
    const checked = checkedPart(answers, [name]);
    if (checked.diagnostics.length > 0) return asking(context, page, checked);
  }
  if (page < PAGES.length - 1) return asking(context, page + 1, { diagnostics: [] });
  const names = confirming(context, answers);
  if (page < PAGES.length || !names.isComplete || dayOf(context) === "") return confirm(context, answers, { names });
  const whole = withConfirmed(answers, values ?? {}) as typeof answers;
  const checked = checkedPart(whole, [...PAGES, CONFIRMED]);
  if (checked.value === undefined) return confirm(context, answers, { names, ...checked });
  const begun = { folder: folders.content, answers: checked.value, date: dayOf(context) };
  const { value: made, diagnostics } = await initCentre(begun);
  if (made === undefined) return confirm(context, answers, { names, diagnostics });
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
  const schema = language === "en" ? english(SCHEMA) : SCHEMA;
  const own = withAsked(fieldsOfSchema(schema), schema).filter((one) => one.name === name);
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

/** Fields, with a mark at those that the command asks for as well: they have a title. */
function withAsked(fields: readonly FormField[], node: SchemaNode): readonly FormField[] {
  return fields.map((one) => {
    const own = node.properties?.[one.name];
    if (own === undefined) return one;
    return {
      ...one,
      asked: own.title !== undefined,
      ...(one.fields && { fields: withAsked(one.fields, own) }),
      ...(one.item?.fields && { item: { ...one.item, fields: withAsked(one.item.fields, own.items as SchemaNode) } }),
    };
  });
}

/** What there is to confirm of the names, and the day of the first order unless it was said. */
function confirm(
  context: ActionContext,
  answers: { readonly [name: string]: YamlData },
  { names, diagnostics = [] }: { readonly names: Confirming; readonly diagnostics?: Outcome<Answers>["diagnostics"] },
) {
  const { isComplete: _isComplete, ...asked } = names;
  const day = field("date", text("День приказа о присвоении статуса", "Day of the order on the status"), context, {
    control: "date",
  });
  const isSaid = isFields(answers.statusOrder) && answers.statusOrder.date !== undefined;
  return ask(
    context,
    {
      ...asked,
      title: text(`${TITLE.ru}: имена, названия и их падежи`, `${TITLE.en}: names and their forms`),
      submit: text("Всё верно, создать", "All right, make it"),
      fields: [...asked.fields, ...(isSaid ? [] : [day])],
      values: { ...context.values, ...asked.values, page: PAGES.length, date: dayOf(context) || null },
      sure: true,
    },
    diagnostics,
  );
}

/** The day of the first order: the one that was said, else today. */
function dayOf(context: ActionContext): string {
  return said(context, "date") || context.today;
}

/** What of the answers there is to check: the named parts. */
function checkedPart(answers: { readonly [name: string]: YamlData }, names: readonly string[]): Outcome<Answers> {
  const schema: SchemaNode = {
    ...SCHEMA,
    $id: `trc:/answers/${names.join("-")}`,
    required: (SCHEMA.required ?? []).filter((name) => names.includes(name)),
    properties: picked(SCHEMA.properties ?? {}, names),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(picked(answers, names), null, 1));
  const { value, diagnostics } = readChecked<Answers>({ path: "", bytes }, schema);
  // The answers are in no file: places in one would lead nowhere.
  const placeless = diagnostics.map(({ place: _place, related: _related, ...one }) => one);
  return { diagnostics: placeless, ...(value === undefined ? {} : { value }) };
}

function picked<T>(all: { readonly [name: string]: T }, names: readonly string[]): { readonly [name: string]: T } {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
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
