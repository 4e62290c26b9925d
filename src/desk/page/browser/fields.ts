import { useState } from "hono/jsx/dom";
import type { FormField, PageProblem, PageValue } from "../page-types.ts";
import {
  ChoiceControl,
  type ControlProps,
  DateControl,
  FileControl,
  NamedControl,
  NumberControl,
  TextControl,
} from "./controls.ts";
import { say } from "./dom.ts";
import type { FormContext } from "./form-context.ts";
import { h, type Part } from "./h.ts";
import {
  fits,
  isBlank,
  isEmpty,
  shownDay,
  step,
  valueAt,
  variantOf,
  wishToMove,
  wishToRemove,
  wishToSet,
} from "./values.ts";

type FieldProps = {
  readonly field: FormField;
  readonly at: string;
  readonly context: FormContext;
  /** Names of the properties that stand beside it, in the order of the schema. */
  readonly order: readonly string[];
  /** What it is called where the label of its list is not enough. */
  readonly label?: string;
  /** It stands in a table, whose head says what it is. */
  readonly bare?: boolean;
};

/** The properties of a record or of a part of it: what is there and what must be; the rest can be added. */
export function Fields({ fields, at, context }: { fields: readonly FormField[]; at: string; context: FormContext }) {
  const [opened, open] = useState<readonly string[]>([]);
  const order = fields.map(({ name }) => name);
  const there = (name: string): boolean => valueAt(context.data, at + step(name)) !== undefined;
  const shown = fields.filter(
    ({ name, required, asked, control }) =>
      control !== "fixed" && (required || asked === true || there(name) || opened.includes(name)),
  );
  const more = fields.filter((field) => field.control !== "fixed" && !shown.includes(field));
  return h(
    "div",
    { class: "fields" },
    ...shown.map((field) => h(Field, { key: field.name, field, at: at + step(field.name), context, order })),
    h(More, {
      fields: more,
      onChoose: (name) => {
        open([...opened, name]);
        requestAnimationFrame(() => document.getElementById(idOf(context, at + step(name)))?.focus());
      },
    }),
  );
}

/** One property, or one item of a list, with the findings about it. */
function Field({ field: declared, at, context, order, label, bare = false }: FieldProps) {
  const value = valueAt(context.data, at);
  const chosen = variantOf(declared, value);
  const field = withClauses(label === undefined ? chosen : { ...chosen, label }, at, context);
  const readable = field.control !== "shown" && (isEmpty(value) || fits(field, value));
  if (field.control === "group" && readable) return h(Group, { field, at, context });
  if (field.control === "list" && readable) return h(List, { field, at, context, order });
  const id = idOf(context, at);
  const problems = context.problemsAt(at);
  const hint = bare ? "" : field.hint;
  const notes = [hint === "" ? [] : `${id}-hint`, problems.map((_, index) => `${id}-problem-${index}`)].flat();
  const wishFor = (next: PageValue | undefined) => (data: PageValue) =>
    next === undefined ? emptied(data, at) : wishToSet(data, at, next, order);
  const put: ControlProps["put"] = (next, group, base) =>
    context.send(wishFor(next), group, base === undefined ? undefined : { at, value: base });
  return h(
    "div",
    { class: `field ${problems[0]?.severity ?? ""}` },
    h(
      "label",
      { for: id, class: bare ? "unseen" : null },
      field.label,
      field.required ? h("span", { class: "required", title: say("required") }, " *") : null,
      doubt(context, at),
    ),
    readable
      ? h(controlOf(field), {
          field,
          value,
          id,
          describedBy: notes.length > 0 ? notes.join(" ") : null,
          context,
          put,
          typing: (next) => context.check?.(wishFor(next)),
        })
      : h(
          "output",
          { id, class: `control ${field.control === "shown" ? "shown" : "raw"}` },
          typeof value === "object" ? JSON.stringify(value) : String(value),
        ),
    editedNow(context, at),
    readable || field.control === "shown" ? null : h("p", { class: "hint" }, say("inText")),
    hint === "" ? null : h("p", { class: "hint", id: `${id}-hint` }, hint),
    ...problems.map((problem, index) => h(Finding, { problem, id: `${id}-problem-${index}`, context })),
  );
}

/** A field that names a clause offers those of its document, of the annex that is named beside it. */
function withClauses(field: FormField, at: string, { data, clauses = {} }: FormContext): FormField {
  if (field.clause === undefined) return field;
  const { of, by } = field.clause;
  const above = around(at);
  const document = above
    .flatMap((place) => of.map((name) => `${name} ${String(valueAt(data, place + step(name)))}`))
    .find((name) => Object.hasOwn(clauses, name));
  const annex = by === "name" ? null : (valueAt(data, `${above[0] ?? ""}/annex`) ?? null);
  const choices = (clauses[document ?? ""] ?? [])
    .filter(
      (one) =>
        one.annex === annex && (by === "name" ? one.name !== "" : one.sort === (by === "heading" ? by : "clause")),
    )
    .map((one) => ({ value: by === "name" ? one.name : one.number, label: `${one.number} – ${shortened(one.text)}` }));
  return { ...field, choices };
}

/** What a value stands in, the nearest first. */
function around(at: string): string[] {
  const cut = at.lastIndexOf("/");
  return cut === -1 ? [] : [at.slice(0, cut), ...around(at.slice(0, cut))];
}

/** Says that somebody else is at this value now. */
export function editedNow({ editedBy }: FormContext, at: string): Part | null {
  const who = editedBy?.(at);
  if (who === undefined) return null;
  return h("p", { class: "busy" }, who === "" ? say("editedNow") : `${say("editsNow")}: ${who}`);
}

/** Marks what the program has filled in and nobody has looked at yet. */
function doubt({ unconfirmed = [] }: FormContext, at: string): Part | null {
  return unconfirmed.includes(at) ? h("span", { class: "doubt" }, say("unconfirmedHere")) : null;
}

/** A finding where it stands, with what to do; known advice is one button. */
export function Finding({ problem, id, context }: { problem: PageProblem; id: string; context: FormContext }) {
  const { severity, fix, pointer } = problem;
  // The field is before the eyes: of a file and its lines nothing need be said.
  const [message, hints] = isBlank(problem, context.data) ? [say("emptyField"), []] : [problem.message, problem.hints];
  return h(
    "div",
    { class: `finding ${severity}`, id },
    h("p", {}, h("b", {}, `${say(severity)}. `), message),
    ...hints.slice(0, 2).map((hint) => h("p", { class: "hint" }, hint)),
    fix === null || pointer === null
      ? null
      : h(
          "button",
          {
            type: "button",
            class: "tool fix",
            onClick: () =>
              context.send(() => ({ change: { kind: "set", at: pointer, value: fix.value }, was: fix.was })),
          },
          `${say("put")} ${shortened(shownDay(String(fix.value)))}`,
        ),
  );
}

function Group({ field, at, context }: Pick<FieldProps, "field" | "at" | "context">) {
  return h(
    "fieldset",
    { class: "group-field", id: idOf(context, at), tabindex: "-1" },
    h("legend", {}, field.label, doubt(context, at)),
    field.hint === "" ? null : h("p", { class: "hint" }, field.hint),
    ...context
      .problemsAt(at)
      .map((problem, index) => h(Finding, { problem, id: `${idOf(context, at)}-problem-${index}`, context })),
    h(Fields, { fields: field.fields ?? [], at, context }),
  );
}

function List({ field, at, context, order }: FieldProps) {
  const value = valueAt(context.data, at);
  const items = Array.isArray(value) ? (value as readonly PageValue[]) : [];
  const [begun, begin] = useState(-1);
  // An item that is begun is in the file as soon as something stands in it.
  const count =
    begun === items.length || (items.length === 0 && (field.required || value === undefined))
      ? items.length + 1
      : items.length;
  const item = field.item ?? field;
  const id = idOf(context, at);
  return h(
    "fieldset",
    { class: "list-field", id, tabindex: "-1" },
    h("legend", {}, field.label, doubt(context, at)),
    field.hint === "" ? null : h("p", { class: "hint" }, field.hint),
    ...context.problemsAt(at).map((problem, index) => h(Finding, { problem, id: `${id}-problem-${index}`, context })),
    isTable(field, items)
      ? h(Rows, { field, at, context, item, items, count })
      : h(
          "ol",
          { class: "items" },
          ...Array.from({ length: count }, (_, index) =>
            h(
              "li",
              { key: index },
              h(Field, {
                field: item,
                at: `${at}/${index}`,
                context,
                order,
                label: `${item.label === "" ? field.label : item.label} ${index + 1}`,
              }),
              index < items.length && !field.settled
                ? h(ItemTools, { field, at, index, count: items.length, context })
                : null,
            ),
          ),
        ),
    field.settled
      ? null
      : h(
          "button",
          {
            type: "button",
            class: "tool add",
            onClick: () => {
              begin(items.length);
              requestAnimationFrame(() => firstControl(`${idOf(context, `${at}/${items.length}`)}`)?.focus());
            },
          },
          `+ ${say("add")}`,
          h("span", { class: "unseen" }, `: ${field.label}`),
        ),
  );
}

/** What a cell of a table can hold. */
const SHORT = new Set<FormField["control"]>([
  "shown",
  "text",
  "date",
  "number",
  "yes-no",
  "choice",
  "suggested",
  "reference",
]);
/** More columns than this are no table beside a page. */
const MOST_COLUMNS = 4;

/** The properties that some item has or each must have. */
function columnsOf({ fields = [] }: FormField, items: readonly PageValue[]): readonly FormField[] {
  return fields.filter(
    ({ name, required, control }) =>
      control !== "fixed" && (required || items.some((one) => valueAt(one, step(name)) !== undefined)),
  );
}

/** Whether items are rows of a table: several, each of a few short values. */
function isTable({ item, settled = false }: FormField, items: readonly PageValue[]): boolean {
  if (item === undefined) return false;
  const columns = columnsOf(item, items);
  return (
    item.control === "group" &&
    (settled || (items.length > 1 && columns.length > 1 && columns.length <= MOST_COLUMNS)) &&
    items.every((one) => fits(item, one)) &&
    columns.every(
      (column) =>
        SHORT.has(column.control) &&
        items.every((one) => {
          const value = valueAt(one, step(column.name));
          return isEmpty(value) || (fits(column, value) && String(value).length <= LONGEST_CELL);
        }),
    )
  );
}

/** Offers properties that do not stand there yet. */
function More({ fields, onChoose }: { fields: readonly FormField[]; onChoose: (name: string) => void }): Part | null {
  if (fields.length === 0) return null;
  return h(
    "select",
    {
      class: "control add-field",
      "aria-label": say("addField"),
      value: "",
      onInput: (event: Event) => {
        const box = event.target as HTMLSelectElement;
        const { value: name } = box;
        box.value = "";
        if (name !== "") onChoose(name);
      },
    },
    h("option", { value: "" }, say("addField")),
    ...fields.map(({ name, label }) => h("option", { value: name }, label)),
  );
}

/** What is longer is read better under a label of its own. */
const LONGEST_CELL = 60;

type RowsProps = Pick<FieldProps, "field" | "at" | "context"> & {
  readonly item: FormField;
  readonly items: readonly PageValue[];
  readonly count: number;
};

/** The items of a list as a table: a column for each property. */
function Rows({ field, at, context, item, items, count }: RowsProps) {
  const [opened, open] = useState<readonly string[]>([]);
  const { fields = [] } = item;
  const there = columnsOf(item, items);
  const columns = fields.filter((one) => there.includes(one) || opened.includes(one.name));
  const more = fields.filter((one) => SHORT.has(one.control) && !columns.includes(one));
  const order = fields.map(({ name }) => name);
  return h(
    "div",
    { class: "rows" },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...columns.map(({ label, hint, required }) =>
            h(
              "th",
              { scope: "col", title: hint === "" ? null : hint },
              label,
              required ? h("span", { class: "required" }, " *") : null,
            ),
          ),
          h("td", {}),
        ),
      ),
      h(
        "tbody",
        {},
        ...Array.from({ length: count }, (_, index) =>
          h(
            "tr",
            { key: index, id: idOf(context, `${at}/${index}`) },
            ...columns.map((column) =>
              h(
                "td",
                {},
                h(Field, {
                  field: column,
                  at: `${at}/${index}${step(column.name)}`,
                  context,
                  order,
                  label: `${column.label} ${index + 1}`,
                  bare: true,
                }),
              ),
            ),
            h(
              "td",
              {},
              ...context
                .problemsAt(`${at}/${index}`)
                .map((problem, place) =>
                  h(Finding, { problem, id: `${idOf(context, `${at}/${index}`)}-problem-${place}`, context }),
                ),
              index < items.length && !field.settled
                ? h(ItemTools, { field, at, index, count: items.length, context })
                : null,
            ),
          ),
        ),
      ),
    ),
    h(More, { fields: more, onChoose: (name) => open([...opened, name]) }),
  );
}

type ItemProps = { field: FormField; at: string; index: number; count: number; context: FormContext };

function ItemTools({ field, at, index, count, context }: ItemProps) {
  const name = `${field.label}, ${index + 1}`;
  const button = (sign: string, word: string, can: boolean, act: () => void) =>
    h(
      "button",
      { type: "button", class: "tool", disabled: !can, "aria-label": `${word}: ${name}`, title: word, onClick: act },
      sign,
    );
  return h(
    "span",
    { class: "item-tools" },
    button("↑", say("moveUp"), index > 0, () => context.send((data) => wishToMove(data, at, index, index - 1))),
    button("↓", say("moveDown"), index < count - 1, () =>
      context.send((data) => wishToMove(data, at, index, index + 1)),
    ),
    button("×", say("remove"), true, () =>
      context.send((data) => wishToRemove(data, `${at}/${index}`, field.required)),
    ),
  );
}

function controlOf({ control }: FormField): (props: ControlProps) => Part {
  switch (control) {
    case "number":
      return NumberControl;
    case "date":
      return DateControl;
    case "reference":
    case "suggested":
      return NamedControl;
    case "file":
      return FileControl;
    case "choice":
    case "yes-no":
      return ChoiceControl;
    default:
      return TextControl;
  }
}

/** An emptied property goes; an emptied item stays, for others would change their places. */
function emptied(data: PageValue, at: string) {
  return /\/\d+$/.test(at) && Array.isArray(valueAt(data, at.slice(0, at.lastIndexOf("/"))))
    ? null
    : wishToRemove(data, at);
}

/** Id of the element that shows a value. */
function idOf({ prefix = "value" }: Pick<FormContext, "prefix">, at: string): string {
  return prefix + at;
}

function firstControl(id: string): HTMLElement | null {
  const found = document.getElementById(id);
  return found?.matches("fieldset, tr") === true ? found.querySelector<HTMLElement>("input, textarea, select") : found;
}

function shortened(text: string): string {
  return text.length > 48 ? `${text.slice(0, 47)}…` : text;
}
