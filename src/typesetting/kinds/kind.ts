import type { Place, Position } from "../../base/diagnostics/index.ts";
import type { KindFile } from "../../paperwork/schemas/index.ts";
import type { Requirement } from "./read-requirements.ts";

/** A template source as it was read. */
export type TemplateFile = {
  readonly path: string;
  readonly source: string;
  /** Where the source begins in its file; a template of its own begins at the start. */
  readonly origin?: Position;
};

/** An annex of a kind; `when` is the property that asks for it, null: always. */
export type KindAnnex = {
  readonly id: string;
  readonly title: string;
  readonly orientation: "portrait" | "landscape";
  /** Path in the record that must hold a value for the annex to exist; null: always. */
  readonly when: string | null;
  readonly template: TemplateFile;
};

/** How long the document is kept, as the retention schedule has it. */
type Retention = NonNullable<KindFile["retention"]>;

/** A document kind: one folder under `templates/`. */
export type Kind = {
  readonly id: string;
  readonly title: string;
  /** Folder of the set that its documents go to: «02 Приказы». */
  readonly group: string;
  readonly source: {
    readonly collection: string;
    /** `own`: records whose `kind` is this one; `any`: every record of the collection. */
    readonly kinds: "own" | "any";
    /** Path that must hold a value (a list: not empty) for the document to be made; null: always. */
    readonly present: string | null;
  };
  /** Paths in the record's view; references are walked. */
  readonly date: string | null;
  readonly number: string | null;
  readonly author: string | null;
  readonly caseIndex: string | null;
  /** Path of the file of a paper made elsewhere: the document is the card of it; null: it is a document of its own. */
  readonly paper: string | null;
  /** One-line templates of the file name and of the title. */
  readonly name: TemplateFile;
  readonly heading: TemplateFile;
  readonly variant: string;
  readonly variantPlace: Place;
  /** Measures of this kind alone, laid over the profile; null: none. */
  readonly layout: {
    readonly data: { readonly [key: string]: unknown };
    readonly file: string;
    /** Place of a measure by its JSON Pointer inside the layout. */
    readonly placeOf: (pointer: string) => Place;
    /** Place of the name that leads to it. */
    readonly keyPlaceOf: (pointer: string) => Place;
  } | null;
  readonly orientation: "portrait" | "landscape";
  readonly requisites: readonly string[];
  readonly annexes: readonly KindAnnex[];
  /** A document for each row of a list of the record, and one of all rows; null: one document a record. */
  readonly rows: {
    /** Path of the list in the record. */
    readonly of: string;
    /** Property that names a row; null: rows are references. */
    readonly id: string | null;
  } | null;
  /** 0: the document stands alone; 1: it is computed from the page counts of those; 2: of those of wave 1, too. */
  readonly wave: 0 | 1 | 2;
  readonly retention: Retention | null;
  readonly signOff: Readonly<NonNullable<KindFile["signOff"]>>;
  readonly editions: readonly string[];
  readonly body: TemplateFile;
  /** kind.yaml as it is written, and the place of a value in it by its JSON Pointer. */
  readonly file: TemplateFile;
  readonly placeOf: (pointer: string) => Place;
  /** The whole of it as templates see it. */
  readonly data: { readonly [key: string]: unknown };
};

/** The kinds of a templates folder. */
export type KindSet = {
  readonly kinds: readonly Kind[];
  /** Shared partials by stem, and every template of a kind as `<kind>/<stem>`. */
  readonly partials: ReadonlyMap<string, TemplateFile>;
  /** The documents that the regulation asks for. */
  readonly required: readonly Requirement[];
};
