import { STYLE_NAMES } from "./profile.ts";

export type Data = { readonly [key: string]: unknown };

/** What a measure must be: a kind of value, one of some words, a pair or triple, a group of measures, or such a group or null. */
export type Shape =
  | "number"
  | "string"
  | "boolean"
  | "text-or-null"
  | { readonly oneOf: readonly string[] }
  | { readonly list: readonly Shape[] }
  | Group;

type Group = { readonly group: { readonly [key: string]: Shape }; readonly optional?: true };

const numbers = (...names: readonly string[]): Group => ({
  group: Object.fromEntries(names.map((name) => [name, "number" as const])),
});

const PAGE = numbers("widthMm", "heightMm", "topMm", "rightMm", "bottomMm", "leftMm", "headerMm", "footerMm");
const STYLE: Shape = {
  group: {
    name: "string",
    sizePt: "number",
    bold: "boolean",
    italic: "boolean",
    align: { oneOf: ["left", "center", "right", "justify"] },
    leftMm: "number",
    rightMm: "number",
    firstLineMm: "number",
    beforePt: "number",
    afterPt: "number",
    line: "number",
    keepNext: "boolean",
    keepLines: "boolean",
  },
};
const THREE: Shape = { list: ["number", "number", "number"] };

/** Every measure of a profile. */
export const PROFILE_SHAPE: Shape = {
  group: {
    id: "string",
    norm: "string",
    from: "text-or-null",
    to: "text-or-null",
    font: "string",
    portrait: PAGE,
    landscape: PAGE,
    pageNumbering: { oneOf: ["restart", "continuous"] },
    mirrorMargins: "boolean",
    linebreaking: { oneOf: ["greedy", "optimal"] },
    hyphenation: "boolean",
    styles: { group: Object.fromEntries(STYLE_NAMES.map((name) => [name, STYLE])) },
    table: numbers("paddingMm", "verticalPaddingMm", "rulePt", "afterPt", "leastColumnMm"),
    signature: { group: { columnsMm: THREE, gapMm: "number" } },
    signatureMark: numbers("widthMm", "heightMm", "rulePt", "nameMm", "gapMm"),
    marks: { group: { seal: "string", signed: "string", certificate: "string", holder: "string", term: "string" } },
    stamp: numbers("widthMm", "lineMm", "gapMm"),
    letterhead: {
      group: {
        form: { oneOf: ["longitudinal", "corner"] },
        widthMm: "number",
        cornerMm: "number",
        gapMm: "number",
      },
    },
    annexMark: numbers("widthMm"),
    parties: numbers("gapMm", "lineMm"),
    acquaintance: { group: { columnsMm: THREE, gapMm: "number" } },
    code: { ...numbers("moduleMm", "leastMm", "quietModules"), optional: true },
    chart: {
      group: {
        heightMm: "number",
        barMm: "number",
        gapMm: "number",
        labelMm: "number",
        fontPt: "number",
        lineFactor: "number",
        barShare: "number",
        columnShare: "number",
        axisPt: "number",
        insetMm: "number",
        greys: { list: ["number", "number", "number", "number"] },
      },
    },
    spacing: numbers(
      "beforeSignaturePt",
      "betweenSignaturesPt",
      "beforeExecutorPt",
      "afterApprovalsPt",
      "afterAnnexMarkPt",
      "afterLetterheadPt",
      "inStampPt",
      "beforePartyPostPt",
      "beforePartySignaturePt",
    ),
    widowLines: "number",
    orphanLines: "number",
    signatureTextLines: "number",
  },
};

/** `shape`: what the measure must be; `known`: the names there are where one is unknown. */
export type ShapeFault =
  | { readonly path: string; readonly fault: "missing"; readonly shape: Shape }
  | { readonly path: string; readonly fault: "unknown"; readonly known: readonly string[] };

/** Measures that are missing or of the wrong kind, and keys that are no measure. */
export function shapeFaults(value: unknown, shape: Shape, path = ""): ShapeFault[] {
  const wrong: ShapeFault[] = [{ path, fault: "missing", shape }];
  if (shape === "text-or-null") return value === null || typeof value === "string" ? [] : wrong;
  if (typeof shape === "string")
    return typeof value === shape && (shape !== "number" || Number.isFinite(value)) ? [] : wrong;
  if ("oneOf" in shape) return typeof value === "string" && shape.oneOf.includes(value) ? [] : wrong;
  if ("list" in shape)
    return Array.isArray(value) && value.length === shape.list.length
      ? shape.list.flatMap((one, index) => shapeFaults(value[index], one, `${path}.${index}`))
      : wrong;
  if (value === null && shape.optional === true) return [];
  if (!isData(value)) return wrong;
  const inside = (key: string): string => (path === "" ? key : `${path}.${key}`);
  return [
    ...Object.entries(shape.group).flatMap(([key, one]) => shapeFaults(value[key], one, inside(key))),
    ...Object.keys(value)
      .filter((key) => !Object.hasOwn(shape.group, key))
      .map((key): ShapeFault => ({ path: inside(key), fault: "unknown", known: Object.keys(shape.group) })),
  ];
}

export function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
