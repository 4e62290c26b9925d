import { isCollection, isMap, isSeq } from "yaml";
import type { YamlChange } from "./changed-data.ts";
import type { Splice } from "./splices.ts";
import { type Spot, UnknownForm, type YamlText } from "./yaml-text.ts";

/** Takes out a property or an item with the line that it stands in; what is left empty becomes `[]` or `{}`. */
export function removed(yaml: YamlText, at: string): readonly Splice[] | null {
  const spot = yaml.spot(at);
  if (spot === undefined) return null;
  const { parent, index } = spot;
  if (parent.flow === true) return [outOfBrackets(yaml, spot)];
  if (parent.items.length === 1) return emptied(yaml, at.slice(0, at.lastIndexOf("/")));
  const start = yaml.start(parent, index);
  const next = yaml.nextLine(yaml.end(parent, index));
  if (yaml.beginsLine(start)) {
    const from = yaml.lineStart(start);
    // The last line of a text without a line end takes the line end before it along.
    if (next === yaml.text.length && !/[\r\n]$/.test(yaml.text))
      return [{ start: yaml.text.slice(0, from).replace(/(?:\r\n|\n|\r)$/, "").length, end: next, text: "" }];
    return [{ start: from, end: next, text: "" }];
  }
  // The first of several behind a dash: the next one comes up to it.
  return [{ start, end: next + (/^ */.exec(yaml.text.slice(next))?.[0].length ?? 0), text: "" }];
}

/** Moves an item of a list: the items change places, what stands between them stays. */
export function movedItem(yaml: YamlText, { at, to }: Extract<YamlChange, { kind: "move" }>): readonly Splice[] | null {
  const spot = yaml.spot(at);
  if (spot === undefined || !isSeq(spot.parent)) return null;
  const { parent, index: from } = spot;
  const slots = parent.items.map((_, index) => {
    const end = yaml.end(parent, index);
    return { start: yaml.start(parent, index), end: parent.flow === true ? end : yaml.lineEnd(end) };
  });
  const order = slots
    .map((_, index) => index)
    .toSpliced(from, 1)
    .toSpliced(to, 0, from);
  return slots.map((slot, index) => {
    const { start, end } = slots[order[index] ?? index] ?? slot;
    return { ...slot, text: yaml.text.slice(start, end) };
  });
}

function outOfBrackets(yaml: YamlText, { parent, index }: Spot): Splice {
  const [start, end] = [yaml.start(parent, index), yaml.end(parent, index)];
  if (parent.items.length === 1) {
    const comma = /^\s*,/.exec(yaml.text.slice(end))?.[0].length ?? 0;
    return { start, end: end + comma, text: "" };
  }
  if (index < parent.items.length - 1) {
    const next = yaml.start(parent, index + 1);
    return {
      start,
      end: yaml.text.slice(end, next).includes("#")
        ? end + (/^\s*,/.exec(yaml.text.slice(end))?.[0].length ?? 0)
        : next,
      text: "",
    };
  }
  const before = yaml.end(parent, index - 1);
  // A comment of the item before it stays: a comma at the end is allowed.
  return { start: yaml.text.slice(before, start).includes("#") ? start : before, end, text: "" };
}

function emptied(yaml: YamlText, at: string): readonly Splice[] | null {
  const node = yaml.at(at);
  if (!isCollection(node)) return null;
  const empty = isMap(node) ? "{}" : "[]";
  const spot = yaml.spot(at);
  if (spot === undefined) return [{ start: node.range?.[0] ?? 0, end: yaml.endOf(node), text: empty }];
  if (spot.parent.flow === true) throw new UnknownForm();
  const after = yaml.signEnd(spot);
  const line = yaml.lineEnd(after);
  if ((node.range?.[0] ?? 0) < line) return [{ start: node.range?.[0] ?? 0, end: yaml.endOf(node), text: empty }];
  return [
    { start: after, end: after, text: ` ${empty}` },
    { start: line, end: yaml.endOf(node), text: "" },
  ];
}
