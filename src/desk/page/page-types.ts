// Between the server and the page: imports nothing, so that each side is checked with its own library.

/** A place as the page shows it. */
export type PagePlace = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Opens the file there in the editor. */
  readonly editor: string;
};

/** A finding as the page shows it. */
export type PageProblem = {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly why: string | null;
  readonly norm: string | null;
  readonly hints: readonly string[];
  readonly place: PagePlace | null;
  /** Which value of the record it speaks of; null where it is of no record. */
  readonly pointer: string | null;
  /** The value as it is and as it would be right, where that is known. */
  readonly fix: { readonly was: PageValue; readonly value: string | number } | null;
  /** The lines around the place, with the range underlined. */
  readonly frame: string | null;
  readonly related: readonly { readonly message: string; readonly place: PagePlace }[];
  /** Ids of the documents made from the record it speaks of. */
  readonly documents: readonly string[];
  /** The record shows it without its documents: it is found while one types. */
  readonly early: boolean;
};

/** What a record shows with what is typed and not written yet, null where that could not be looked at; and when it was asked, ms since 1970. */
export type PageCheck = { readonly at: number; readonly problems: readonly PageProblem[] | null };

/** What the page gets after every run. */
export type PageState = {
  readonly documents: readonly PageDocument[];
  /** Every record that can be edited. */
  readonly records: readonly { readonly file: string; readonly collection: string; readonly label: string }[];
  readonly problems: readonly PageProblem[];
  /** There is no centre yet: one has to be begun. */
  readonly first: boolean;
};

/** A value that somebody has under the hands: of which file, at which pointer, who; an empty name where that is not known. */
export type PageEdit = { readonly file: string; readonly at: string; readonly who: string };

/** Who else is at the records: the windows of this desk, and what is edited in other desks on the same folder. */
export type PagePresence = {
  readonly windows: readonly { readonly window: string; readonly edit: PageEdit | null }[];
  readonly others: readonly PageEdit[];
};

/** A document as the page lists it. */
export type PageDocument = {
  readonly id: string;
  readonly centre: string;
  readonly group: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly pages: number;
  readonly version: string;
  /** False when what is shown is the last good one. */
  readonly current: boolean;
  /** The record that it is made of. */
  readonly record: string;
  /** How far it has come: `waiting` for approval, `issued` and frozen, `archived` as well. */
  readonly stage: "draft" | "waiting" | "approved" | "issued" | "archived";
};

/** Plain data of a record, as JSON carries it. */
export type PageValue =
  | string
  | number
  | boolean
  | null
  | readonly PageValue[]
  | { readonly [name: string]: PageValue };

/** How a value is entered. */
type Control =
  | "text"
  | "long"
  | "date"
  | "number"
  | "yes-no"
  | "choice"
  | "suggested"
  | "reference"
  | "list"
  | "group"
  /** A file that is handed over: its value is the name by which the server knows it. */
  | "file"
  /** What the kind of the record has settled. */
  | "fixed"
  /** What can be read and not changed. */
  | "shown"
  /** Of several types, or of one that a form does not show. */
  | "other";

/** A property of a record as a form shows it. */
export type FormField = {
  readonly name: string;
  readonly label: string;
  /** What there is to say beside the label. */
  readonly hint: string;
  readonly example: string;
  readonly required: boolean;
  readonly control: Control;
  /** Says who is at the desk: asked once. */
  readonly me?: boolean;
  readonly choices?: readonly { readonly value: string | number; readonly label: string }[];
  /** Of a reference: where it leads, and to records of which kind. */
  readonly collection?: string;
  readonly kind?: string | null;
  /** Of a clause: the properties that name its document, and what of the clause is written. */
  readonly clause?: { readonly of: readonly string[]; readonly by: "number" | "heading" | "name" };
  readonly item?: FormField;
  /** Of a list: its items are those that there are, each a row of a table. */
  readonly settled?: boolean;
  /** It is asked for though it may be left out. */
  readonly asked?: boolean;
  readonly fields?: readonly FormField[];
  readonly variants?: readonly FormField[];
};

/** How many steps can be taken back and made again. */
type Steps = { readonly undo: number; readonly redo: number };

/** A record for its form: what stands in it and what may. */
export type RecordForm = Steps & {
  readonly file: string;
  /** Its address, as an editor names it. */
  readonly address: string;
  /** Digest of the file as it was read: what is changed is compared with it. */
  readonly digest: string;
  readonly text: string;
  readonly label: string;
  /** Null where the text is no YAML: only the text can be shown then. */
  readonly data: PageValue;
  readonly fields: readonly FormField[];
  /** The clauses of the documents that the record refers to, by property and id: `order 87-od-2025`. */
  readonly clauses: { readonly [reference: string]: readonly PageClause[] };
};

/** A clause or section that a field may name. */
type PageClause = {
  readonly sort: "clause" | "heading";
  readonly name: string;
  readonly number: string;
  readonly annex: string | null;
  readonly text: string;
};

/** The document that somebody looks at has been made anew, before the rest of its set. */
export type PageNews = {
  readonly id: string;
  readonly version: string;
  /** When the change was, ms since 1970. */
  readonly at: number;
  /** Base64; null for one that is better asked for. */
  readonly pdf: string | null;
};

/** One change that a form asks for, and what stood there: the value, or the list whose items change. */
export type FormWish = {
  readonly change:
    | { readonly kind: "set"; readonly at: string; readonly value: PageValue; readonly order?: readonly string[] }
    | { readonly kind: "remove"; readonly at: string }
    | { readonly kind: "insert"; readonly at: string; readonly value: PageValue }
    | { readonly kind: "move"; readonly at: string; readonly to: number };
  readonly was?: PageValue;
};

/** What the page may ask for, and what goes with it. */
export type DeskAsked = {
  /** Here and below `who` is the id of the person at the desk, where that is known. */
  readonly change: {
    readonly file: string;
    /** Digest of the file that the page has seen. */
    readonly digest: string;
    readonly wishes: readonly FormWish[];
    /** Changes of one group are taken back together. */
    readonly group?: string;
    readonly who?: string;
  };
  /** Looks at a record with changes that are not made yet. */
  readonly check: { readonly file: string; readonly digest: string; readonly wishes: readonly FormWish[] };
  readonly text: { readonly file: string; readonly digest: string; readonly text: string; readonly who?: string };
  readonly undo: { readonly who?: string };
  readonly redo: { readonly who?: string };
  readonly act: ActionAsked;
};

/** An action that is asked for: without values it asks what it needs to know. */
export type ActionAsked = {
  readonly action: string;
  /** Id of the document or file of the record that it is about. */
  readonly about: string | null;
  readonly values: { readonly [name: string]: PageValue } | null;
  /** What the last answer showed is to be done. */
  readonly sure: boolean;
  readonly who?: string;
};

/** What an action asks: fields to fill in, or what will be done, to be confirmed. */
export type ActionForm = {
  readonly title: string;
  readonly said: readonly string[];
  /** Words that are shown whole, line by line: those that will be frozen. */
  readonly words: readonly string[];
  readonly fields: readonly FormField[];
  readonly values: { readonly [name: string]: PageValue };
  readonly choices: Choices;
  /** What the button says. */
  readonly submit: string;
  /** The button does it; otherwise it asks further. */
  readonly sure: boolean;
};

/** A finding of an action. */
export type ActionFinding = Pick<PageProblem, "code" | "severity" | "message" | "why" | "hints"> & {
  readonly place: string | null;
};

/** Something that was found: what it is called, what there is to say of it, and its address where it has one. */
export type ActionLink = { readonly label: string; readonly note: string; readonly show: string | null };

/** What came of an action, or what it asks next. */
export type ActionAnswer = {
  /** What is shown, where nothing was done or asked; null for what was done. */
  readonly title: string | null;
  readonly said: readonly string[];
  readonly findings: readonly ActionFinding[];
  readonly form: ActionForm | null;
  /** What was found, each a way to it. */
  readonly links: readonly ActionLink[];
  /** What is shown next, as an address names it; null leaves what is shown. */
  readonly show: string | null;
  /** Address of another page that is opened; null for none. */
  readonly open: string | null;
};

/** What came of what the page asked for. */
export type DeskAnswer = Steps &
  (
    | {
        readonly kind: "written";
        readonly file: string;
        readonly digest: string;
        readonly text: string;
        readonly data: PageValue;
        /** Somebody else had changed other values of the file meanwhile. */
        readonly merged: boolean;
      }
    /** Somebody else has changed the same value. */
    | { readonly kind: "conflict"; readonly at: string; readonly theirs?: PageValue }
    /** The text is written in a way that a form does not change. */
    | { readonly kind: "unwritable"; readonly at: string }
    /** Somebody else has changed the text. */
    | { readonly kind: "stale"; readonly digest: string }
    /** A record that was begun is taken back: its file is gone. */
    | { readonly kind: "removed"; readonly file: string }
    | { readonly kind: "foreign" | "nothing" }
    | { readonly kind: "fault"; readonly message: string }
  );

/** What references may name, by collection. */
export type Choices = {
  readonly [collection: string]: readonly {
    readonly id: string;
    readonly kind: string | null;
    readonly label: string;
  }[];
};
