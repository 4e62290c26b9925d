import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Block, DocumentModel, Inlines } from "../../src/paperwork/document/index.ts";
import { composeFlow, type Flow, type Profile, parseProfile } from "../../src/typesetting/flow/index.ts";
import { loadFonts, measureIn } from "../../src/typesetting/fonts/index.ts";
import type { Layout, PlacedLine } from "../../src/typesetting/layout/index.ts";

// Made-up documents of a few blocks, for tests of flow, layout and writers.

export const fonts = loadFonts();

/** Whether a line ends inside a word, a figure or a number of a document, without a hyphen that shows where it is divided; addresses are parted behind their signs, ranges of dates behind the dash. */
export function isTorn(line: PlacedLine): boolean {
  const text = (line.owner?.runs ?? []).map((run) => (run.type === "break" ? "\n" : run.text)).join("");
  const [here, next] = [text.slice(0, line.end.at), text.slice(line.end.at)];
  if (line.pieces.at(-1)?.hyphen === true || !/^[\p{L}\p{N}]/u.test(next)) return false;
  if (/(?:@|:\/\/|[a-z]\.[a-z])/i.test(`${/\S*$/.exec(here)}${/^\S*/.exec(next)}`))
    return !/[^\p{L}\p{N}]$/u.test(here);
  return /[\p{L}\p{N}.,]$/u.test(here) || (/\d[-–/]$/.test(here) && !/\S{5}[–]$/.test(here));
}

/** The profiles of the templates as `parseProfile` takes them. */
export const profiles = new Map(
  ["gost-2016", "gost-2025", "office-corner"].map((id) => [
    id,
    { data: parse(readFileSync(`templates/profiles/${id}.yaml`, "utf8")) as { [key: string]: unknown }, file: id },
  ]),
);

export type SmallProfile = {
  readonly standard?: string;
  readonly layers?: readonly string[];
  readonly variant?: string;
  /** Measures of the kind itself. */
  readonly own?: { readonly [key: string]: unknown };
};

/** A profile of the templates. @throws when it cannot be put together */
export function smallProfile({
  standard = "gost-2025",
  layers = [],
  variant = "order",
  own = {},
}: SmallProfile = {}): Profile {
  const { value, diagnostics } = parseProfile(profiles, {
    standard,
    layers,
    variant,
    own: { data: own, file: "kind.yaml" },
  });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** A document with this body and these annexes, the annexes landscape when asked for. */
export function smallModel(
  blocks: readonly Block[],
  { variant = "order", annexes = [], landscape = false }: SmallModel = {},
): DocumentModel {
  const section = (id: string, role: "body" | "annex", own: readonly Block[]): DocumentModel["body"] => ({
    id,
    role,
    number: null,
    title: id === "body" ? "" : id,
    orientation: landscape && role === "annex" ? "landscape" : "portrait",
    blocks: own,
  });
  return {
    meta: {
      id: "x",
      kind: "x",
      title: "Проба & <проба>",
      number: null,
      date: "2025-09-05",
      author: "Школа",
      language: "ru-RU",
      profile: "gost-2025",
      variant,
    },
    body: section("body", "body", blocks),
    annexes: annexes.map((own, index) => section(`annex-${index}`, "annex", own)),
  };
}

export type SmallModel = {
  readonly variant?: string;
  readonly annexes?: readonly (readonly Block[])[];
  readonly landscape?: boolean;
};

/** The flow of a small document. @param code text of a machine-readable code in its footer */
export function smallFlow(
  blocks: readonly Block[],
  setup: SmallProfile & SmallModel & { readonly code?: string } = {},
): Flow {
  const code = setup.code === undefined ? null : { text: setup.code, alt: "QR-код" };
  return composeFlow(smallModel(blocks, setup), { profile: smallProfile(setup), measure: measureIn(fonts), code });
}

export const text = (value: string): Inlines => [{ type: "text", text: value }];
export const paragraph = (value: string): Block => ({ type: "paragraph", role: "text", inlines: text(value) });

/** The placed lines of every page. */
export const linesOf = (layout: Pick<Layout, "pages">): PlacedLine[] =>
  layout.pages.flatMap(({ items }) => items.filter((item): item is PlacedLine => item.type === "line"));
export const textOf = (line: PlacedLine | undefined): string => line?.pieces.map((piece) => piece.text).join("") ?? "";
