import type { Diagnostic, Outcome, Place } from "../diagnostics/index.ts";
import { type Profile, STYLE_NAMES } from "./profile.ts";

type Data = { readonly [key: string]: unknown };

/** One profile file as plain data. */
export type ProfileSource = { readonly data: Data; readonly file: string };

/** The profile files by id, and what each extends. */
export type ProfileSet = ReadonlyMap<string, ProfileSource>;

/**
 * A profile with its parents under it and the variant laid over it: standard → office → kind.
 * Codes TRC5101 (a measure is missing or of the wrong type), TRC5102 (unknown parent or variant).
 */
export function parseProfile(set: ProfileSet, id: string, variant: string): Outcome<Profile> {
  const source = set.get(id);
  const chain = chainOf(set, id);
  if (source === undefined || chain === null)
    return {
      diagnostics: [
        fault(
          "TRC5102",
          `Профиля «${id}» нет или он расширяет сам себя`,
          [`Есть: ${[...set.keys()].join(", ")}`],
          source?.file ?? "templates/profiles",
        ),
      ],
    };
  const base = chain.reduce<Data>(merge, {});
  const variants = (base["variants"] ?? {}) as { readonly [name: string]: Data };
  const over = variants[variant];
  if (over === undefined)
    return {
      diagnostics: [
        fault(
          "TRC5102",
          `В профиле «${id}» нет варианта «${variant}»`,
          [`Есть: ${Object.keys(variants).join(", ")}`],
          source.file,
        ),
      ],
    };
  const merged = merge(base, over);
  const {
    variants: _variants,
    defaults,
    styles,
    extends: _parent,
    ...rest
  } = merged as Data & { readonly styles?: { readonly [name: string]: Data } };
  const full = Object.fromEntries(
    STYLE_NAMES.map((name) => [name, { ...(defaults as Data), ...(styles?.[name] ?? {}) }]),
  );
  const profile = { from: null, to: null, ...rest, styles: full };
  const missing = check(profile, SHAPE, "");
  if (missing.length > 0)
    return {
      diagnostics: missing.map((path) =>
        fault(
          "TRC5101",
          `В профиле «${id}» нет меры «${path}» или она не того вида`,
          ["Добавьте её в файл профиля"],
          source.file,
        ),
      ),
    };
  return { value: profile as unknown as Profile, diagnostics: [] };
}

/** Id of the profile whose period holds the date; undefined when there is none. */
export function profileFor(set: ProfileSet, date: string): string | undefined {
  return [...set.keys()].sort().find((id) => {
    const merged = (chainOf(set, id) ?? []).reduce<Data>(merge, {});
    const [from, to] = [merged["from"], merged["to"]];
    return (typeof from !== "string" || from <= date) && (typeof to !== "string" || date <= to);
  });
}

/** From the farthest parent to the profile itself; null when a parent is missing or the chain is a ring. */
function chainOf(set: ProfileSet, id: string): Data[] | null {
  const chain: Data[] = [];
  const seen = new Set<string>();
  for (let at: unknown = id; typeof at === "string"; at = chain[0]?.["extends"]) {
    const source = set.get(at);
    if (source === undefined || seen.has(at)) return null;
    seen.add(at);
    chain.unshift(source.data);
  }
  return chain;
}

function merge(below: Data, above: Data): Data {
  const result: { [key: string]: unknown } = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = result[key];
    result[key] = isData(under) && isData(value) ? merge(under, value) : value;
  }
  return result;
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Shape = "number" | "string" | "boolean" | "text-or-null" | readonly Shape[] | { readonly [key: string]: Shape };

const PAGE: Shape = {
  widthMm: "number",
  heightMm: "number",
  topMm: "number",
  rightMm: "number",
  bottomMm: "number",
  leftMm: "number",
  headerMm: "number",
  footerMm: "number",
};
const STYLE: Shape = {
  name: "string",
  sizePt: "number",
  bold: "boolean",
  italic: "boolean",
  align: "string",
  leftMm: "number",
  rightMm: "number",
  firstLineMm: "number",
  beforePt: "number",
  afterPt: "number",
  line: "number",
  keepNext: "boolean",
  keepLines: "boolean",
};
const SHAPE: Shape = {
  id: "string",
  norm: "string",
  from: "text-or-null",
  to: "text-or-null",
  font: "string",
  portrait: PAGE,
  landscape: PAGE,
  styles: Object.fromEntries(STYLE_NAMES.map((name) => [name, STYLE])),
  table: { paddingMm: "number", verticalPaddingMm: "number", rulePt: "number", afterPt: "number" },
  signature: { columnsMm: ["number", "number", "number"], gapMm: "number" },
  marks: { seal: "string" },
  stamp: { widthMm: "number", lineMm: "number" },
  letterhead: { widthMm: "number" },
  annexMark: { widthMm: "number" },
  parties: { gapMm: "number", lineMm: "number" },
  acquaintance: { columnsMm: ["number", "number", "number"], gapMm: "number" },
  chart: { heightMm: "number", barMm: "number", gapMm: "number", labelMm: "number", fontPt: "number" },
  spacing: {
    beforeSignaturePt: "number",
    betweenSignaturesPt: "number",
    beforeExecutorPt: "number",
    afterApprovalsPt: "number",
    afterAnnexMarkPt: "number",
    afterLetterheadPt: "number",
    inStampPt: "number",
    beforePartyPostPt: "number",
    beforePartySignaturePt: "number",
  },
  widowLines: "number",
  orphanLines: "number",
};

/** Paths of the measures that are missing or of the wrong kind. */
function check(value: unknown, shape: Shape, path: string): string[] {
  if (shape === "text-or-null") return value === null || typeof value === "string" ? [] : [path];
  if (typeof shape === "string")
    return typeof value === shape && (shape !== "number" || Number.isFinite(value)) ? [] : [path];
  if (Array.isArray(shape))
    return Array.isArray(value) && value.length === shape.length
      ? shape.flatMap((one, index) => check(value[index], one, `${path}.${index}`))
      : [path];
  if (!isData(value)) return [path];
  return Object.entries(shape).flatMap(([key, one]) => check(value[key], one, path === "" ? key : `${path}.${key}`));
}

function fault(code: string, message: string, hints: readonly string[], file: string): Diagnostic {
  const place: Place = { file, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  return { code, severity: "error", message, hints, place };
}
