import type { FormField, FormWish, PageProblem, PageValue } from "../page-types.ts";

/** Parts of a JSON Pointer. */
function stepsOf(at: string): string[] {
  return at
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A step of a JSON Pointer. */
export function step(name: string | number): string {
  return `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The value at a pointer; undefined where there is none. */
export function valueAt(data: PageValue | undefined, at: string): PageValue | undefined {
  return stepsOf(at).reduce<PageValue | undefined>(
    (value, name) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, name)
        ? (value as { readonly [name: string]: PageValue })[name]
        : undefined,
    data,
  );
}

/** What gives a value its place: what it stands in is made with it where that is not there yet. */
export function wishToSet(data: PageValue, at: string, value: PageValue, order: readonly string[]): FormWish {
  const was = valueAt(data, at);
  if (was !== undefined) return { change: { kind: "set", at, value }, was };
  const cut = at.lastIndexOf("/");
  const [around, last = ""] = [at.slice(0, cut), stepsOf(at).at(-1)];
  const parent = valueAt(data, around);
  if (Array.isArray(parent))
    return { change: { kind: "insert", at: `${around}/${parent.length}`, value }, was: parent };
  if (typeof parent === "object" && parent !== null) return { change: { kind: "set", at, value, order } };
  return wishToSet(data, around, /^\d+$/.test(last) ? [value] : { [last]: value }, []);
}

/** What takes a value out; a list that would be empty, and may be left out, goes as a whole. */
export function wishToRemove(data: PageValue, at: string, required = false): FormWish | null {
  const was = valueAt(data, at);
  if (was === undefined) return null;
  const around = at.slice(0, at.lastIndexOf("/"));
  const parent = valueAt(data, around);
  if (!Array.isArray(parent)) return { change: { kind: "remove", at }, was };
  if (parent.length === 1 && !required) return { change: { kind: "remove", at: around }, was: parent };
  return { change: { kind: "remove", at }, was: parent };
}

/** Moves an item of a list by one place. */
export function wishToMove(data: PageValue, list: string, from: number, to: number): FormWish {
  return { change: { kind: "move", at: `${list}/${from}`, to }, was: valueAt(data, list) ?? null };
}

/** What a value says after a change that was wished for: in a dialog, where no file stands behind it. */
export function changed(data: PageValue, { change }: FormWish): PageValue {
  const within = (value: PageValue | undefined, steps: readonly string[]): PageValue => {
    const [name = "", ...rest] = steps;
    if (Array.isArray(value)) {
      const items = [...(value as readonly PageValue[])];
      const index = Number(name);
      if (rest.length > 0) items[index] = within(items[index], rest);
      else if (change.kind === "set") items[index] = change.value;
      else if (change.kind === "insert") items.splice(index, 0, change.value);
      else if (change.kind === "remove") items.splice(index, 1);
      else items.splice(change.to, 0, ...items.splice(index, 1));
      return items;
    }
    const { [name]: old, ...others } = (value ?? {}) as { readonly [name: string]: PageValue };
    if (rest.length > 0) return { ...(value as object), [name]: within(old, rest) };
    return "value" in change ? { ...(value as object), [name]: change.value } : others;
  };
  return within(data, stepsOf(change.at));
}

/** The form of a value that may be of several types: the one that it is of, or the first. */
export function variantOf(field: FormField, value: PageValue | undefined): FormField {
  const variants = field.variants ?? [];
  const fitting = variants.find((one) => fits(one, value)) ?? (isEmpty(value) ? variants[0] : undefined);
  return fitting === undefined
    ? field
    : { ...fitting, name: field.name, label: field.label, hint: field.hint, required: field.required };
}

/** Whether nothing stands there yet: a new record has its places without values. */
export function isEmpty(value: PageValue | undefined): value is undefined | null {
  return value === undefined || value === null;
}

/** Whether a finding says no more than that its field is not filled in; one of a value of another type has the same code. */
export function isBlank({ code, pointer }: Pick<PageProblem, "code" | "pointer">, data: PageValue): boolean {
  return code === "TRC1103" && pointer !== null && isEmpty(valueAt(data, pointer));
}

/** Whether a control can show a value. */
export function fits({ control, choices }: FormField, value: PageValue | undefined): boolean {
  switch (control) {
    case "list":
      return Array.isArray(value);
    case "group":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "number":
      return typeof value === "number";
    case "yes-no":
      return typeof value === "boolean";
    case "other":
      return false;
    default:
      return typeof value === "string" || choices?.some((one) => one.value === value) === true;
  }
}

/** `2025-09-12` → `12.09.2025`; what is no day stays. */
export function shownDay(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split("-").reverse().join(".") : value;
}

/** `5.9.2025` → `2025-09-05`; null for what is no day of the calendar. */
export function readDay(text: string): string | null {
  const [, day = "", month = "", year = ""] = /^\s*(\d{1,2})[.,/](\d{1,2})[.,/](\d{4})\s*$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const moment = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : null;
}
