import type { Outcome } from "../../src/base/diagnostics/index.ts";
import { PictureShelf } from "../../src/base/pictures/index.ts";
import type { TypographyRule } from "../../src/language/index.ts";
import type { Block, DocumentModel } from "../../src/paperwork/document/index.ts";
import type { View } from "../../src/paperwork/facts/index.ts";
import { Engine, renderDocument, renderText } from "../../src/typesetting/markup/index.ts";

const PLACE = { file: "content/record.yaml", start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
const NO_PICTURES = new PictureShelf(new Map());
const CONTEXT = {
  initialsStyle: "tight",
  percentStyle: "spaced",
  typographyOff: new Set<never>(),
  decimalSign: ",",
  all: () => [],
  on: (view: View) => view,
  confirmed: () => null,
} as const;

export type RenderOptions = {
  readonly variables?: { readonly [name: string]: unknown };
  readonly partials?: { readonly [name: string]: string };
  readonly annexes?: readonly { readonly id: string; readonly title: string; readonly source: string }[];
  readonly requisites?: readonly string[];
  /** Unconfirmed forms are marked instead of being errors. */
  readonly draft?: boolean;
  /** Rules of typography that are switched off. */
  readonly typographyOff?: ReadonlySet<TypographyRule>;
  readonly pictures?: PictureShelf;
};

/** Renders a template given as text, as the build would render a kind's body. */
export function render(source: string, options: RenderOptions = {}): Outcome<DocumentModel> {
  const partials = new Map(
    Object.entries(options.partials ?? {}).map(([name, text]) => [
      name,
      { path: `partials/${name}.hbs`, source: text },
    ]),
  );
  const lexicon = { file: "content/lexicon.yaml", exists: false, heading: "" };
  return renderDocument(new Engine(partials), {
    meta: {
      id: "kind.record",
      kind: "kind",
      title: "Документ",
      number: null,
      date: "2025-09-05",
      author: "Школа",
      language: "ru-RU",
      profile: "gost-2025",
      variant: "order",
    },
    orientation: "portrait",
    body: { path: "templates/kind/body.hbs", source },
    annexes: (options.annexes ?? []).map(({ id, title, source: text }) => ({
      id,
      title,
      orientation: "portrait",
      template: { path: `templates/kind/annex-${id}.hbs`, source: text },
    })),
    variables: options.variables ?? {},
    requisites: options.requisites ?? [],
    context: options.typographyOff === undefined ? CONTEXT : { ...CONTEXT, typographyOff: options.typographyOff },
    questions: { draft: options.draft === true, lexicon, placeOf: () => null },
    recordPlace: PLACE,
    pictures: {
      get: (file) => ({
        picture: (options.pictures ?? NO_PICTURES).get(file, { mostKilobytes: 4096, mostMegapixels: 20 }),
        sha256: options.pictures?.digestOf(file) ?? "",
      }),
    },
  });
}

/** Blocks of the body; a finding is a failure of the test. */
export function blocks(source: string, options: RenderOptions = {}): readonly Block[] {
  const { value, diagnostics } = render(source, options);
  if (value === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value.body.blocks;
}

/** Codes and template lines of what was found: `TRC3210:1`. */
export function findings(source: string, options: RenderOptions = {}): string[] {
  return render(source, options).diagnostics.map(({ code, place }) => `${code}:${place?.start.line}`);
}

/** A one-line pattern as text; a finding is a failure. */
export function text(source: string, variables: { readonly [name: string]: unknown } = {}): string {
  const { value, diagnostics } = renderText(
    new Engine(new Map()),
    { path: "pattern", source },
    { variables, context: CONTEXT, recordPlace: PLACE },
  );
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}
