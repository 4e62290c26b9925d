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
};

/** The properties of a record or of a part of it: what is there and what must be; the rest can be added. */
export function Fields({ fields, at, context }: { fields: readonly FormField[]; at: string; context: FormContext }) {
  const [opened, open] = useState<readonly string[]>([]);
  const order = fields.map(({ name }) => name);
  const there = (name: string): boolean => valueAt(context.data, at + step(name)) !== undefined;
  const shown = fields.filter(
    ({ name, required, control }) => control !== "fixed" && (required || there(name) || opened.includes(name)),
  );
  const more = fields.filter((field) => field.control !== "fixed" && !shown.includes(field));
  return h(
    "div",
    { class: "fields" },
    ...shown.map((field) => h(Field, { key: field.name, field, at: at + step(field.name), context, order })),
    more.length === 0
      ? null
      : h(
          "select",
          {
            class: "control add-field",
            "aria-label": say("addField"),
            value: "",
            onInput: (event: Event) => {
              const box = event.target as HTMLSelectElement;
              const { value: name } = box;
              box.value = "";
              if (name === "") return;
              open([...opened, name]);
              requestAnimationFrame(() => document.getElementById(idOf(context, at + step(name)))?.focus());
            },
          },
          h("option", { value: "" }, say("addField")),
          ...more.map(({ name, label }) => h("option", { value: name }, label)),
        ),
  );
}

/** One property, or one item of a list, with the findings about it. */
function Field({ field: declared, at, context, order, label }: FieldProps) {
  const value = valueAt(context.data, at);
  const chosen = variantOf(declared, value);
  const field = label === undefined ? chosen : { ...chosen, label };
  const readable = isEmpty(value) || fits(field, value);
  if (field.control === "group" && readable) return h(Group, { field, at, context });
  if (field.control === "list" && readable) return h(List, { field, at, context, order });
  const id = idOf(context, at);
  const problems = context.problemsAt(at);
  const notes = [field.hint === "" ? [] : `${id}-hint`, problems.map((_, index) => `${id}-problem-${index}`)].flat();
  const put: ControlProps["put"] = (next, group, base) =>
    context.send(
      (data) => (next === undefined ? emptied(data, at) : wishToSet(data, at, next, order)),
      group,
      base === undefined ? undefined : { at, value: base },
    );
  return h(
    "div",
    { class: `field ${problems[0]?.severity ?? ""}` },
    h(
      "label",
      { for: id },
      field.label,
      field.required ? h("span", { class: "required", title: say("required") }, " *") : null,
      doubt(context, at),
    ),
    readable
      ? h(controlOf(field), { field, value, id, describedBy: notes.length > 0 ? notes.join(" ") : null, context, put })
      : h("output", { id, class: "control raw" }, typeof value === "object" ? JSON.stringify(value) : String(value)),
    editedNow(context, at),
    readable ? null : h("p", { class: "hint" }, say("inText")),
    field.hint === "" ? null : h("p", { class: "hint", id: `${id}-hint` }, field.hint),
    ...problems.map((problem, index) => h(Finding, { problem, id: `${id}-problem-${index}`, context })),
  );
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
    h(
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
          index < items.length ? h(ItemTools, { field, at, index, count: items.length, context }) : null,
        ),
      ),
    ),
    h(
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
  return found?.matches("fieldset") === true ? found.querySelector<HTMLElement>("input, textarea, select") : found;
}

function shortened(text: string): string {
  return text.length > 48 ? `${text.slice(0, 47)}…` : text;
}
