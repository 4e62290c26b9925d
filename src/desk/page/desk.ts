import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Text } from "../../base/diagnostics/index.ts";
import { conforms, type SchemaNode, type YamlChange, type YamlData, yamlData } from "../../base/yaml/index.ts";
import { allRecords, findAnyRecord, recordLeaves } from "../../paperwork/records/index.ts";
import type { BuildInput, LiveSet } from "../../project/pipeline/index.ts";
import { safeFileName } from "../../project/reading/index.ts";
import { type Edited, type Editing, KeptChanges } from "../editing/index.ts";
import type { DeskOffice } from "./actions/action.ts";
import { ACTIONS } from "./actions/index.ts";
import { clauseProperties, formOf } from "./form-model.ts";
import { findingsOfPage } from "./page-hints.ts";
import { problemsOf } from "./page-state.ts";
import type { ActionAnswer, ActionAsked, Choices, DeskAnswer, DeskAsked, PageCheck, RecordForm } from "./page-types.ts";
import { choicesOf, recordIn, recordsOfSet } from "./set-view.ts";

const POINTER = { type: "string", pattern: "^(/|$)" };
const CHANGE = {
  type: "object",
  required: ["kind", "at"],
  additionalProperties: false,
  properties: {
    kind: { enum: ["set", "remove", "insert", "move"] satisfies YamlChange["kind"][] },
    at: POINTER,
    value: {},
    to: { type: "integer" },
    order: { type: "array", items: { type: "string" } },
  },
};
const WISH = {
  type: "object",
  required: ["change"],
  additionalProperties: false,
  properties: { change: CHANGE, was: {} },
};
const object = (
  properties: { readonly [name: string]: SchemaNode },
  required = Object.keys(properties),
): SchemaNode => ({
  type: "object",
  required,
  additionalProperties: false,
  properties,
});
const STRING = { type: "string" };
const ASKED: { readonly [action in keyof DeskAsked]: SchemaNode } = {
  change: object({ file: STRING, digest: STRING, wishes: { type: "array", items: WISH }, group: STRING, who: STRING }, [
    "file",
    "digest",
    "wishes",
  ]),
  check: object({ file: STRING, digest: STRING, wishes: { type: "array", items: WISH } }),
  text: object({ file: STRING, digest: STRING, text: STRING, who: STRING }, ["file", "digest", "text"]),
  undo: object({ who: STRING }, []),
  redo: object({ who: STRING }, []),
  act: object(
    {
      action: STRING,
      about: { type: ["string", "null"] },
      values: { type: ["object", "null"] },
      sure: { type: "boolean" },
      who: STRING,
    },
    ["action", "about", "values", "sure"],
  ),
};

/** What the desk knows of where it stands. */
type DeskOptions = {
  readonly content: readonly string[];
  readonly templates?: string | undefined;
  readonly language: keyof Text;
  /** The day it is, ISO; empty where nobody knows. */
  readonly clock: () => string;
  /** Serves another folder of records beside; gives the address of its page. */
  readonly openFolder: (folder: string) => Promise<string>;
  readonly office: DeskOffice;
  /** An action has been done: what it changed may lie beside the records, as the archive does. */
  readonly acted: () => void;
  /** A record has been written, as the page asked at that time. */
  readonly wrote: (file: string, at: number) => void;
};

/** What stands behind the page's buttons and fields: one function of the library each. */
export class Desk {
  readonly #set: LiveSet;
  readonly #editing: Editing;
  readonly #changes: KeptChanges;
  readonly #options: DeskOptions;
  /** Files that were handed over, by the names that the page has for them. */
  readonly #uploads = new Map<string, string>();
  #taken = 0;
  #folder: Promise<string> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  /** The checks that are under way. */
  #checked: Promise<unknown> = Promise.resolve();

  constructor(set: LiveSet, editing: Editing, options: DeskOptions) {
    this.#set = set;
    this.#editing = editing;
    this.#options = options;
    this.#changes = new KeptChanges(options.content);
  }

  /** The form of a record with what stands in it; null where there is no such record. */
  async form(file: string): Promise<RecordForm | null> {
    const { inputs } = this.#set.report;
    const found = recordIn(inputs, file);
    const written = await this.#editing.read(file);
    if (written === null) return null;
    const { text, digest } = written;
    const data = yamlData(text) ?? null;
    const [{ label } = { label: file }] = recordsOfSet(
      inputs,
      this.#set.state.documents,
      this.#options.language,
    ).filter((one) => one.file === file);
    const schemas = found?.input.dossier?.schemas;
    const fields = found === null || schemas === undefined ? [] : formOf(schemas, found.record.schema);
    const clauses = found === null ? {} : this.#clausesFor(found, clauseProperties(fields));
    const address = pathToFileURL(resolve(file)).href;
    return {
      file,
      address,
      digest,
      text: text.replace(/^\uFEFF/, ""),
      label,
      data,
      fields,
      clauses,
      ...this.#editing.steps,
    };
  }

  /** The clauses of the documents that a record names in those properties. */
  #clausesFor(
    { input: { dossier }, record }: NonNullable<ReturnType<typeof recordIn>>,
    properties: ReadonlySet<string>,
  ): RecordForm["clauses"] {
    if (dossier === null || properties.size === 0) return {};
    const found = recordLeaves(dossier.schemas, record).flatMap(({ pointer, value, reference }) => {
      const name = pointer.slice(pointer.lastIndexOf("/") + 1);
      const target =
        reference === null || !properties.has(name) ? undefined : findAnyRecord(dossier, reference, String(value));
      const clauses = target === undefined ? [] : this.#set.clausesOf(target.file, record.file);
      return clauses.length === 0 ? [] : [[`${name} ${value}`, clauses] as const];
    });
    return Object.fromEntries(found);
  }

  /** What references of a record may name. */
  choices(file: string): Choices {
    const { inputs } = this.#set.report;
    const input = recordIn(inputs, file)?.input ?? inputs.find(({ dossier }) => dossier !== null);
    return input === undefined ? {} : choicesOf(input, this.#set.state.documents, this.#options.language);
  }

  /** Settled when what has been typed until now is looked at; never rejected. */
  get checked(): Promise<unknown> {
    return this.#checked;
  }

  /** Does what the page asks for; null where it asks for nothing that there is. */
  async do(action: string, asked: unknown): Promise<DeskAnswer | ActionAnswer | PageCheck | null> {
    if (isAsked("check", action, asked)) {
      const check = this.#check(asked);
      this.#checked = Promise.allSettled([this.#checked, check]);
      return check;
    }
    if (isAsked("act", action, asked)) return this.#act(asked);
    if (isAsked("change", action, asked))
      return this.#write(this.#editing.change(asked.file, asked.digest, asked.wishes, asked.group), asked);
    if (isAsked("text", action, asked))
      return this.#write(this.#editing.replace(asked.file, asked.digest, asked.text), asked);
    if (isAsked("undo", action, asked)) return this.#write(this.#editing.undo(), asked);
    if (isAsked("redo", action, asked)) return this.#write(this.#editing.redo(), asked);
    return null;
  }

  /** Takes a file that is handed over for an action; it is gone when an action is done with it, else when the desk is closed. Returns the name by which actions know it. */
  async take(name: string, bytes: Uint8Array): Promise<string> {
    // Several may come at once: the number is taken and the folder begun before anything is waited for.
    this.#taken += 1;
    const number = String(this.#taken);
    this.#folder ??= mkdtemp(join(tmpdir(), "trc-desk-"));
    const known = `${number}/${name}`;
    // One folder for each, so that each keeps its name.
    const folder = join(await this.#folder, number);
    await mkdir(folder);
    const path = join(folder, safeFileName(name));
    await writeFile(path, bytes);
    this.#uploads.set(known, path);
    return known;
  }

  async close(): Promise<void> {
    // The action that runs may be reading what was handed over for it.
    await this.#turn;
    if (this.#folder !== null) await rm(await this.#folder, { recursive: true, force: true });
  }

  /** What a record shows with what is typed: at once, while the set is made of what was written last. */
  async #check({ file, digest, wishes }: DeskAsked["check"]): Promise<PageCheck> {
    const at = Date.now();
    const text = await this.#editing.tried(file, digest, wishes);
    const found = text === null ? null : this.#set.checkRecord(file, text);
    if (found === null) return { at, problems: null };
    const record = found.dossier === null ? undefined : allRecords(found.dossier).find((one) => one.file === file);
    const records = new Map(record === undefined ? [] : [[file, record]]);
    return {
      at,
      problems: problemsOf(found.diagnostics, { set: this.#set, language: this.#options.language, records }),
    };
  }

  /** One action after another: two presses of one button are no two documents. */
  #act({ action: name, ...asked }: ActionAsked): Promise<ActionAnswer | null> {
    const action = ACTIONS.get(name);
    const turn = this.#turn.then(async () => {
      const { content: contents, templates, language, clock, openFolder, office } = this.#options;
      const content = this.#inputOf(asked.about)?.folder ?? contents[0] ?? "content";
      const folders = { content, ...(templates === undefined ? {} : { templates }) };
      if (action === undefined) return null;
      const used = new Set<string>();
      const answer = await action({
        ...asked,
        folders,
        set: this.#set,
        today: clock(),
        language,
        openFolder,
        began: (file) => this.#began(file, asked.who),
        changesOf: (file) => this.#changes.of(file),
        office,
        contents,
        root: dirname(content),
        uploaded: (name) => {
          used.add(name);
          return this.#uploads.get(name);
        },
      });
      if (answer.form !== null) return answer;
      // One that asks again will read them again.
      for (const name of used) await this.#forget(name);
      this.#options.acted();
      return answer;
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** A record that was begun can be taken back, and its history tells of it. */
  async #began(file: string, who = ""): Promise<void> {
    await this.#editing.began(file);
    const now = await this.#editing.read(file);
    const day = this.#options.clock();
    if (now !== null && day !== "") void this.#changes.note({ file, before: "", after: now.text, day, who, group: "" });
  }

  async #forget(name: string): Promise<void> {
    const path = this.#uploads.get(name);
    this.#uploads.delete(name);
    if (path !== undefined) await rm(dirname(path), { recursive: true, force: true });
  }

  /** The folder of what an action is about: of a document, of a record, else the first one that is read. */
  #inputOf(about: string | null): BuildInput | undefined {
    const { inputs } = this.#set.report;
    const file = this.#set.state.documents.find(({ id }) => id === about)?.record ?? about;
    const own = file === null ? undefined : recordIn(inputs, file)?.input;
    return own ?? inputs.find(({ dossier }) => dossier !== null);
  }

  async #write(
    editing: Promise<Edited> | null,
    { who = "", group = "" }: { readonly who?: string; readonly group?: string },
  ): Promise<DeskAnswer> {
    const [at, day] = [Date.now(), this.#options.clock()];
    const edited = await editing;
    if (edited?.kind === "written" && day !== "")
      void this.#changes.note({ file: edited.file, before: edited.before, after: edited.text, day, who, group });
    if (edited?.kind === "written" || edited?.kind === "removed") this.#options.wrote(edited.file, at);
    return this.#answer(edited);
  }

  #answer(edited: Edited | null): DeskAnswer {
    const { steps } = this.#editing;
    if (edited === null) return { kind: "nothing", ...steps };
    if (edited.kind === "fault") {
      const [said] = findingsOfPage([edited.diagnostic], this.#options.language);
      return { kind: "fault", message: [said?.message ?? [], said?.hints ?? []].flat().join(". "), ...steps };
    }
    if (edited.kind !== "written") return { ...edited, ...steps };
    const { file, text, digest, merged } = edited;
    return { kind: "written", file, digest, text, data: yamlData(text) as YamlData, merged, ...steps };
  }
}

function isAsked<Action extends keyof DeskAsked>(
  action: Action,
  named: string,
  asked: unknown,
): asked is DeskAsked[Action] {
  return action === named && conforms<DeskAsked[Action]>(asked, ASKED[action]);
}
