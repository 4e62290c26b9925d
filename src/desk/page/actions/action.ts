import { relative, resolve } from "node:path";
import type { Store } from "../../../base/cache/index.ts";
import type { Diagnostic, Text } from "../../../base/diagnostics/index.ts";
import { posixPath } from "../../../base/text/index.ts";
import type { BuildOptions, LiveSet } from "../../../project/pipeline/index.ts";
import type { ProjectFolders } from "../../../project/reading/index.ts";
import type { KeptChange } from "../../editing/index.ts";
import { findingsOfPage, inWordsOfPage } from "../page-hints.ts";
import type { ActionAnswer, ActionAsked, ActionForm, Choices, FormField } from "../page-types.ts";
import { choicesOf } from "../set-view.ts";

/** What an action is asked, and what it may look at. */
export type ActionContext = Omit<ActionAsked, "action"> & {
  /** Folders of the centre that it is about. */
  readonly folders: ProjectFolders;
  readonly set: LiveSet;
  /** The day it is, ISO; empty where nobody knows. */
  readonly today: string;
  readonly language: keyof Text;
  /** Serves another folder of records beside; gives the address of its page. */
  readonly openFolder: (folder: string) => Promise<string>;
  /** Tells that a record was begun, which can be taken back. */
  readonly began: (file: string) => Promise<void>;
  /** What has been changed in a record through desks, the last change first. */
  readonly changesOf: (file: string) => Promise<readonly KeptChange[]>;
  /** Every folder of the set. */
  readonly contents: readonly string[];
  /** The folder that holds them, and what is made of them. */
  readonly root: string;
  readonly office: DeskOffice;
  /** Where a file lies that was handed over by its name here; undefined for any other. */
  readonly uploaded: (name: string) => string | undefined;
};

/** What the program does for the desk beyond its own folders. */
export type DeskOffice = {
  readonly cache?: Store | null;
  /** What remembers the registers beside an output folder. */
  readonly keepers?: (out: string | null) => Promise<NonNullable<BuildOptions["keepers"]>>;
  /** Shows a folder in the files of the system. */
  readonly reveal?: (folder: string) => void;
};

/** One action of the page: asks what it needs to know, then calls the function that the command of the same name calls. */
export type Action = (context: ActionContext) => Promise<ActionAnswer>;

const NOTHING: ActionAnswer = {
  title: null,
  said: [],
  findings: [],
  form: null,
  links: [],
  show: null,
  open: null,
};

/** What was done. */
export function done(
  { language }: ActionContext,
  said: readonly Text[],
  more: { readonly diagnostics?: readonly Diagnostic[]; readonly show?: string | null } = {},
): ActionAnswer {
  const { diagnostics = [], show = null } = more;
  return {
    ...NOTHING,
    said: said.map((one) => inWordsOfPage(one[language], language)),
    findings: findingsOf(diagnostics, language),
    show,
  };
}

/** What an action asks, in the languages of the page. */
export type Asked = {
  readonly title: Text;
  readonly submit: Text;
  readonly said?: readonly Text[];
  readonly words?: readonly string[];
  readonly fields?: readonly FormField[];
  readonly values?: ActionForm["values"];
  readonly sure?: boolean;
};

/** Asks for something, with what was found so far. */
export function ask(context: ActionContext, asked: Asked, diagnostics: readonly Diagnostic[] = []): ActionAnswer {
  const { language, set, folders } = context;
  const { title, submit, said = [], words = [], fields = [], values = {}, sure = false } = asked;
  const input = set.report.inputs.find(({ folder }) => folder === folders.content);
  const choices: Choices = input === undefined ? {} : choicesOf(input, set.state.documents, language);
  return {
    ...NOTHING,
    findings: findingsOf(diagnostics, language),
    form: {
      title: title[language],
      submit: submit[language],
      said: said.map((one) => inWordsOfPage(one[language], language)),
      words,
      fields,
      values,
      choices,
      sure,
    },
  };
}

/** A field of an action: as a record has it, with its label. */
export function field(
  name: string,
  { ru, en }: Text,
  context: Pick<ActionContext, "language">,
  more: Partial<FormField> = {},
): FormField {
  const label = context.language === "ru" ? ru : en;
  return { name, label, hint: "", example: "", required: true, control: "text", ...more };
}

/** A file as it is called on the page: by its place in the folder of the centre. */
export function placeOf({ root }: ActionContext, file: string): string {
  const inside = posixPath(relative(resolve(root), resolve(file)));
  return inside.startsWith("..") ? file : inside;
}

/** A value as text; empty where there is none. */
export function said(context: ActionContext, name: string): string {
  const value = context.values?.[name];
  return value === undefined || value === null ? "" : String(value).trim();
}

/** The finding of an action as the page shows it. */
function findingsOf(diagnostics: readonly Diagnostic[], language: keyof Text): ActionAnswer["findings"] {
  return findingsOfPage(diagnostics, language).map(({ code, severity, message, why = null, hints, place }) => ({
    code,
    severity,
    message,
    why,
    hints,
    place: place === undefined ? null : `${place.file}:${place.start.line}`,
  }));
}
