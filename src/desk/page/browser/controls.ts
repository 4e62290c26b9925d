import { useEffect, useRef, useState } from "hono/jsx/dom";
import type { FormField, PageValue } from "../page-types.ts";
import { upload } from "./desk-client.ts";
import { say } from "./dom.ts";
import type { FormContext } from "./form-context.ts";
import { h } from "./h.ts";
import { readDay, shownDay } from "./values.ts";

/** What is typed is written at once, and then so seldom, in milliseconds: half of what a page took to follow, within these. */
const REST_MS = { least: 40, most: 350 };

function restMs(): number {
  const last = Number(document.documentElement.dataset.latency ?? REST_MS.most);
  return Math.max(REST_MS.least, Math.min(REST_MS.most, last / 2));
}

/** What a control is given: what it shows, how it is named, and where its value goes (undefined takes it out). */
export type ControlProps = {
  readonly field: FormField;
  readonly value: PageValue | undefined;
  readonly id: string;
  readonly describedBy: string | null;
  readonly context: FormContext;
  /** @param base what stood there when the typing began: where others have changed it since, they are asked about */
  readonly put: (value: PageValue | undefined, group: string, base?: PageValue | null) => void;
  /** Something is being typed: it is looked at, not written. */
  readonly typing: (value: PageValue | undefined) => void;
};

/** How a control reads and shows text: `read` gives null for what is no value yet. */
type Reading = {
  readonly show: (value: PageValue | undefined) => string;
  readonly read: (text: string) => PageValue | null;
  readonly wrong: string;
};

/**
 * A visit of a field: what is typed in it is one step; `base` is what its author has seen or written there last, `rested` when the next may be
 * written.
 */
type Visit = { group: string; timer: number; typed: boolean; base: PageValue | null; rested: number };

/** A control into which text is typed. It is written while it is typed and when the field is left, and never changed under the cursor. */
function Typed({
  props,
  reading,
  tag,
  attributes = {},
}: {
  props: ControlProps;
  reading: Reading;
  tag: "input" | "textarea";
  attributes?: object;
}) {
  const { field, value, id, describedBy, put, typing } = props;
  const box = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  // One for as long as the cursor stays in the field: what is typed meanwhile is one step.
  const visit = useRef<Visit>({ group: "", timer: 0, typed: false, base: null, rested: 0 });
  const shown = reading.show(value);
  useEffect(() => {
    const element = box.current;
    if (
      element !== null &&
      element.value !== shown &&
      !(visit.current?.typed === true && document.activeElement === element)
    )
      element.value = shown;
  }, [shown]);
  const commit = (leaving: boolean): void => {
    const [element, now] = [box.current, visit.current];
    if (element === null || now === null) return;
    clearTimeout(now.timer);
    if (!now.typed) return;
    const text = element.value;
    const read = text.trim() === "" ? undefined : reading.read(text);
    setWrong(read === null && leaving);
    if (read === null) return;
    if (read !== value) {
      put(read, now.group, now.base);
      now.base = read ?? null;
      now.rested = performance.now() + restMs();
    }
    if (leaving) now.typed = false;
  };
  return h(tag, {
    ref: box,
    id,
    class: "control",
    autocomplete: "off",
    "aria-required": field.required ? "true" : null,
    "aria-invalid": wrong ? "true" : null,
    "aria-describedby": describedBy,
    title: wrong ? reading.wrong : null,
    placeholder: field.example === "" ? null : `${say("forExample")} ${reading.show(field.example)}`,
    ...attributes,
    onFocus: () => {
      if (visit.current !== null) visit.current.group = `${id} ${crypto.randomUUID()}`;
    },
    onInput: () => {
      const now = visit.current;
      if (now === null) return;
      if (!now.typed) now.base = value ?? null;
      now.typed = true;
      const text = box.current?.value ?? "";
      const read = text.trim() === "" ? undefined : reading.read(text);
      clearTimeout(now.timer);
      // What is emptied is mostly filled anew.
      const wait = read === undefined ? restMs() : now.rested - performance.now();
      now.timer = Number(setTimeout(() => commit(false), wait));
      if (read !== null) typing(read);
    },
    onBlur: () => commit(true),
    onKeyDown: (event: KeyboardEvent) => {
      // One paragraph stays one: only what has several lines already gets more.
      if (event.key !== "Enter" || (tag === "textarea" && shown.includes("\n"))) return;
      event.preventDefault();
      commit(true);
    },
  });
}

const WORDS: Reading = {
  show: (value) => (value === undefined || value === null ? "" : String(value)),
  read: (text) => text,
  wrong: "",
};

/** A text of one line or of several. */
export function TextControl(props: ControlProps) {
  const several =
    props.field.control === "long" || String(props.value ?? "").length > 60 || String(props.value ?? "").includes("\n");
  return several
    ? h(Typed, { props, reading: WORDS, tag: "textarea", attributes: { rows: "2", spellcheck: "true" } })
    : h(Typed, { props, reading: WORDS, tag: "input", attributes: { type: "text" } });
}

/** A number, written with a comma or a point. */
export function NumberControl(props: ControlProps) {
  const reading: Reading = {
    ...WORDS,
    read: (text) => (/^\s*-?\d+([.,]\d+)?\s*$/.test(text) ? Number(text.replace(",", ".")) : null),
    wrong: say("wrongNumber"),
  };
  return h(Typed, {
    props,
    reading,
    tag: "input",
    attributes: { type: "text", inputmode: "decimal", class: "control short" },
  });
}

/** A day, typed as it is printed or picked. */
export function DateControl(props: ControlProps) {
  const { value, id, field, put } = props;
  const reading: Reading = {
    show: (day) => (typeof day === "string" ? shownDay(day) : ""),
    read: readDay,
    wrong: say("wrongDate"),
  };
  const iso = typeof value === "string" && readDay(shownDay(value)) !== null ? value : "";
  return h(
    "span",
    { class: "day" },
    h(Typed, {
      props,
      reading,
      tag: "input",
      attributes: { type: "text", inputmode: "numeric", class: "control short", placeholder: say("dateForm") },
    }),
    h("input", {
      type: "date",
      class: "picker",
      value: iso,
      "aria-label": `${field.label}: ${say("pick")}`,
      onInput: (event: Event) => {
        const { value: picked } = event.target as HTMLInputElement;
        if (picked !== "" && picked !== value) put(picked, `${id} ${crypto.randomUUID()}`);
      },
    }),
  );
}

/** A record that is chosen by its name, or a word that a list suggests. */
export function NamedControl(props: ControlProps) {
  const { field, context, id } = props;
  const records = (context.choices[field.collection ?? ""] ?? []).filter(
    ({ kind }) => field.kind === null || field.kind === undefined || kind === field.kind,
  );
  const twice = new Set(records.map(({ label }) => label).filter((label, index, all) => all.indexOf(label) !== index));
  const all =
    field.control === "reference"
      ? records.map((one) => ({ value: one.id, label: twice.has(one.label) ? `${one.label} (${one.id})` : one.label }))
      : (field.choices ?? []);
  const reading: Reading = {
    show: (value) => all.find((one) => one.value === value)?.label ?? WORDS.show(value),
    read: (text) =>
      all.find(({ label }) => fold(label) === fold(text))?.value ?? (field.control === "suggested" ? text : null),
    wrong: say("chooseFromList"),
  };
  return h(
    "span",
    { class: "named" },
    h(Typed, {
      props,
      reading,
      tag: "input",
      attributes: { type: "text", list: `${id}-list`, placeholder: say("nameForm") },
    }),
    h("datalist", { id: `${id}-list` }, ...all.map(({ label }) => h("option", { value: label }))),
  );
}

/** A file that is chosen, or dropped on the field; the server keeps it until the desk is closed. */
export function FileControl({ field, id, describedBy, put, value, context }: ControlProps) {
  const [note, tell] = useState("");
  const [isWrong, setWrong] = useState(false);
  return h(
    "span",
    { class: "file" },
    h("input", {
      type: "file",
      id,
      class: "control",
      "aria-required": field.required ? "true" : null,
      "aria-describedby": [describedBy ?? [], `${id}-note`].flat().join(" "),
      "aria-invalid": isWrong ? "true" : null,
      onInput: async (event: Event) => {
        const input = event.target as HTMLInputElement;
        const [file] = input.files ?? [];
        tell(file === undefined ? "" : say("working"));
        input.disabled = true;
        const work = file === undefined ? Promise.resolve(null) : upload(file);
        const answer = context.waitFor === undefined ? { done: await work } : await context.waitFor(work);
        input.disabled = false;
        // Another form stands there now: the file was not for it.
        if (answer === null) return;
        const { done: name } = answer;
        setWrong(file !== undefined && name === null);
        tell(file === undefined ? "" : name === null ? say("notTaken") : `${say("taken")}: ${file.name}`);
        put(name ?? undefined, id);
      },
    }),
    h(
      "span",
      { id: `${id}-note`, class: "hint", role: "status" },
      // The program has put the number of the upload before its name.
      note || (value ? `${say("taken")}: ${String(value).replace(/^\d+\//, "")}` : ""),
    ),
  );
}

/** One of a few words. */
export function ChoiceControl({ field, value, id, describedBy, put }: ControlProps) {
  const choices =
    field.control === "yes-no"
      ? [
          { value: "true", label: say("yes") },
          { value: "false", label: say("no") },
        ]
      : (field.choices ?? []);
  const now = value === undefined || value === null ? "" : String(value);
  const known = now === "" || choices.some((one) => String(one.value) === now);
  return h(
    "select",
    {
      id,
      class: "control short",
      "aria-required": field.required ? "true" : null,
      "aria-describedby": describedBy,
      value: now,
      onInput: (event: Event) => {
        const { value: chosen } = event.target as HTMLSelectElement;
        const named = choices.find((one) => String(one.value) === chosen)?.value ?? chosen;
        const given = field.control === "yes-no" ? chosen === "true" : named;
        put(chosen === "" ? undefined : given, `${id} ${crypto.randomUUID()}`);
      },
    },
    now === "" || !field.required ? h("option", { value: "" }, say("notChosen")) : null,
    known ? null : h("option", { value: now }, now),
    ...choices.map((one) => h("option", { value: one.value, selected: String(one.value) === now }, one.label)),
  );
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll("ё", "е");
}
