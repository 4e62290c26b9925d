import { render, useEffect, useRef, useState } from "hono/jsx/dom";
import type {
  Choices,
  DeskAnswer,
  FormWish,
  PageCheck,
  PageEdit,
  PageProblem,
  PageValue,
  RecordForm,
} from "../page-types.ts";
import type { ActionButton } from "./actions.ts";
import { ask, fetchChoices, fetchForm, type Unanswered } from "./desk-client.ts";
import { byId, say } from "./dom.ts";
import { editedNow, Fields, Finding } from "./fields.ts";
import type { FormContext, SeenValue } from "./form-context.ts";
import { h } from "./h.ts";
import type { TextEditor } from "./text-editor.ts";
import { valueAt } from "./values.ts";

/** What somebody else has written meanwhile, against a change that was wished for or a whole text that was typed. */
type Conflict = { readonly wish: FormWish | string; readonly theirs: string; readonly mine: string };
type Shown = {
  readonly form: RecordForm | null;
  readonly choices: Choices;
  readonly problems: readonly PageProblem[];
  readonly view: "form" | "text";
  readonly note: string;
  readonly conflict: Conflict | null;
  readonly actions: readonly ActionButton[];
  /** What others have under their hands. */
  readonly others: readonly PageEdit[];
};

const NOTHING: Shown = {
  form: null,
  choices: {},
  problems: [],
  view: "form",
  note: "",
  conflict: null,
  actions: [],
  others: [],
};
/** What ids of the fields of a record begin with. */
const FIELD = "value";

/** The form of the chosen record: shows what stands in its file, asks for changes one after another, and tells what came of them. */
export class FormPane {
  #shown: Shown = NOTHING;
  #file: string | null = null;
  /** The record as it stood when the typing in its text began: when others change it meanwhile, nothing typed is lost, and they are compared. */
  #typedOn: RecordForm | null = null;
  /** What a text of our own became by our own writing, by digests. */
  readonly #own = new Map<string, string>();
  /** What the record showed with what was typed last. */
  #checked: (PageCheck & { readonly file: string }) | null = null;
  /** What is to be looked at when the answer to what was asked before is there: the newest alone. */
  #toCheck: (() => Promise<void>) | null = null;
  #checking = false;
  #draw: (shown: Shown) => void = () => undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @param act what a press of a button of an action does
   * @param showAddress shows the record whose file has an address
   */
  constructor(
    readonly act: (button: ActionButton) => void,
    readonly showAddress: (address: string) => void,
  ) {
    render(
      h(() => {
        const [shown, set] = useState(NOTHING);
        useEffect(() => {
          this.#draw = set;
          set(this.#shown);
        }, []);
        return h(Pane, { shown, pane: this });
      }, {}),
      byId("form"),
    );
  }

  get #steps(): Pick<RecordForm, "undo" | "redo"> {
    const { undo = 0, redo = 0 } = this.#shown.form ?? {};
    return { undo, redo };
  }

  get file(): string | null {
    return this.#file;
  }

  /**
   * Shows a record with the findings about it, as it is now. The newest wish wins.
   *
   * @param at when the change was that the findings are of; null where that is not known
   */
  async show(
    file: string | null,
    problems: readonly PageProblem[],
    { actions = [], at = null }: { readonly actions?: readonly ActionButton[]; readonly at?: number | null } = {},
  ): Promise<void> {
    const other = this.#file !== file;
    this.#file = file;
    if (other || (at !== null && this.#checked !== null && at >= this.#checked.at)) this.#checked = null;
    const own = this.#withChecked(problems.filter(({ place }) => place?.file === file));
    if (file === null) {
      this.#put({ ...NOTHING, others: this.#shown.others });
      return;
    }
    // In its turn: what was read before a change that is under way would hide it.
    this.#after(async () => {
      if (this.#file !== file) return;
      const [form, choices] = await Promise.all([fetchForm(file), fetchChoices(file)]);
      // Without a connection what was there stays: the page says that it waits for the program.
      if (this.#file !== file || form === undefined) return;
      const { view, others } = this.#shown;
      this.#put({ ...(other ? NOTHING : this.#shown), view, others, form, choices, problems: own, actions });
    });
    await this.#turn;
  }

  /** Says something beside the buttons. */
  tell(note: string): void {
    this.#put({ ...this.#shown, note });
  }

  /** Shows what others have under their hands now. */
  showOthers(others: readonly PageEdit[]): void {
    this.#put({ ...this.#shown, others });
  }

  /** The value that the cursor is in; the whole record where its text is written; null for none. */
  edited(): { readonly file: string; readonly at: string } | null {
    const { form } = this.#shown;
    const { activeElement: active } = document;
    if (form === null || active === null || !byId("form").contains(active)) return null;
    if (active.matches(".source")) return { file: form.file, at: "" };
    return active.id.startsWith(`${FIELD}/`) ? { file: form.file, at: active.id.slice(FIELD.length) } : null;
  }

  /** What a person is called here. */
  nameOf(person: string): string {
    return this.#shown.choices.people?.find(({ id }) => id === person)?.label ?? "";
  }

  view(view: Shown["view"]): void {
    this.#put({ ...this.#shown, view });
  }

  /** Makes a change in the record that it was wished for in, after those that were asked for before it. */
  send(from: RecordForm, wishOf: (data: PageValue) => FormWish | null, group?: string, seen?: SeenValue): void {
    this.#after(async () => {
      const { file, digest, data } = this.#newest(from);
      const wish = wishOf(data);
      if (wish === null) return;
      const theirs = seen === undefined ? null : (valueAt(data, seen.at) ?? null);
      if (seen !== undefined && JSON.stringify(theirs) !== JSON.stringify(seen.value)) {
        // Somebody else has written there while it was typed, and the page knows it already.
        this.#take({ ...this.#steps, kind: "conflict", at: seen.at, ...(theirs === null ? {} : { theirs }) }, wish);
        return;
      }
      const asked = { file, digest, wishes: [wish], ...(group === undefined ? {} : { group }) };
      this.#take(await ask("change", asked), this.#shown.form?.file === file ? wish : null);
    });
  }

  /** Writes the text of a record. A field that is left because another record is shown still speaks of its own. */
  write(from: RecordForm, text: string): void {
    const begun = this.typedOn(from);
    this.#after(async () => {
      // A text area has line ends of one kind.
      if (plainEnds(this.#newest(from).text) === text) {
        this.#typedOn = null;
        return;
      }
      let { digest } = begun;
      for (let own = this.#own.get(digest); own !== undefined; own = this.#own.get(digest)) digest = own;
      await this.#writeText(from.file, digest, text);
    });
  }

  /** The state of a record that the typing in its text is on. */
  typedOn(form: RecordForm): RecordForm {
    return this.#typedOn?.file === form.file ? this.#typedOn : form;
  }

  /** Somebody types in the text of a record. */
  typing(form: RecordForm): void {
    this.#typedOn = this.typedOn(form);
  }

  async #writeText(file: string, digest: string, text: string): Promise<void> {
    const answer = await ask("text", { file, digest, text });
    if (typeof answer !== "string" && answer.kind === "written") {
      this.#own.set(digest, answer.digest);
      this.#typedOn = null;
    }
    const theirs = typeof answer !== "string" && answer.kind === "stale" ? await fetchForm(file) : null;
    if (theirs === null || theirs === undefined || this.#shown.form?.file !== file) this.#take(answer, null);
    else
      this.#put({
        ...this.#shown,
        form: theirs,
        note: "",
        conflict: { wish: text, ...firstDifference(theirs.text, text) },
      });
  }

  /** Looks at a record with a change that is being typed. */
  check(from: RecordForm, wishOf: (data: PageValue) => FormWish | null): void {
    this.#toCheck = async () => {
      const { file, digest, data } = this.#newest(from);
      const wish = wishOf(data);
      if (wish === null) return;
      const answer = await ask("check", { file, digest, wishes: [wish] });
      // What was typed since is looked at next.
      if (this.#toCheck !== null || typeof answer === "string" || answer.problems === null) return;
      if (this.#shown.form?.file !== file) return;
      this.#checked = { ...answer, file };
      this.#put({ ...this.#shown, problems: this.#withChecked(this.#shown.problems) });
    };
    void this.#lookOver();
  }

  async #lookOver(): Promise<void> {
    if (this.#checking) return;
    this.#checking = true;
    for (let next = this.#toCheck; next !== null; next = this.#toCheck) {
      this.#toCheck = null;
      await next().catch(() => undefined);
    }
    this.#checking = false;
  }

  /** Findings of the last run, with those that were found in what is typed since in the place of their likes. */
  #withChecked(problems: readonly PageProblem[]): readonly PageProblem[] {
    const { file, problems: found } = this.#checked ?? {};
    return !found || file !== this.#file ? problems : [...found, ...problems.filter(({ early }) => !early)];
  }

  #newest(from: RecordForm): RecordForm {
    const { form } = this.#shown;
    return form?.file === from.file ? form : from;
  }

  /** Takes the last step back, or makes it again. */
  go(way: "undo" | "redo"): void {
    this.#after(async () => this.#take(await ask(way, {}), null));
  }

  settle(mine: boolean): void {
    const { conflict, form: from } = this.#shown;
    if (!mine) this.#typedOn = null;
    this.#put({ ...this.#shown, conflict: null });
    if (!mine || conflict === null || from === null) return;
    const { wish: wished } = conflict;
    if (typeof wished === "string") {
      this.#after(async () => this.#writeText(from.file, from.digest, wished));
      return;
    }
    this.#after(async () => {
      const form = await fetchForm(from.file);
      if (form === null || form === undefined || this.#shown.form?.file !== from.file) return;
      const { was: _was, ...wish } = wished;
      const theirs = valueAt(form.data, wish.change.at);
      this.#put({ ...this.#shown, form });
      const again = theirs === undefined ? wish : { ...wish, was: theirs };
      this.#take(await ask("change", { file: form.file, digest: form.digest, wishes: [again] }), again);
    });
  }

  #after(action: () => Promise<void>): void {
    // An answer that is cut off must not stop what is asked for after it.
    this.#turn = this.#turn.then(action).catch(() => this.#put({ ...this.#shown, note: say("lost") }));
  }

  #take(answer: DeskAnswer | Unanswered, wish: FormWish | null): void {
    const { form } = this.#shown;
    if (typeof answer === "string" || form === null) {
      this.#put({ ...this.#shown, note: say(typeof answer === "string" ? answer : "lost") });
      return;
    }
    const { undo, redo } = answer;
    if (answer.kind === "written") {
      const own = answer.file === form.file ? { digest: answer.digest, text: answer.text, data: answer.data } : {};
      const note = answer.merged ? say("savedMerged") : say("saved");
      this.#put({ ...this.#shown, form: { ...form, ...own, undo, redo }, note, conflict: null });
      return;
    }
    const steps = { ...this.#shown, form: { ...form, undo, redo } };
    if (answer.kind === "removed") {
      this.#put({ ...steps, note: say("recordRemoved") });
      if (answer.file === form.file) location.hash = "";
      return;
    }
    if (answer.kind === "conflict" && wish !== null) {
      const mine = "value" in wish.change ? JSON.stringify(wish.change.value) : say("remove");
      const theirs = answer.theirs === undefined ? say("notChosen") : JSON.stringify(answer.theirs);
      this.#put({ ...steps, note: "", conflict: { wish, theirs, mine } });
      return;
    }
    this.#put({ ...steps, note: answer.kind === "fault" ? answer.message : say(REFUSALS[answer.kind]) });
  }

  #put(shown: Shown): void {
    this.#shown = shown;
    this.#draw(shown);
  }
}

const plainEnds = (text: string): string => text.replace(/\r\n?/g, "\n");

/** The first line in which two texts differ. */
function firstDifference(theirs: string, mine: string): { readonly theirs: string; readonly mine: string } {
  const [one, other] = [plainEnds(theirs).split("\n"), mine.split("\n")];
  const at = one.findIndex((line, index) => line !== other[index]);
  const place = at < 0 ? one.length : at;
  return { theirs: one[place] ?? "", mine: other[place] ?? "" };
}

const REFUSALS = {
  conflict: "changedMeanwhile",
  unwritable: "onlyInText",
  stale: "changedMeanwhile",
  foreign: "noSuchRecord",
  nothing: "nothingToDo",
} as const;

function Pane({ shown, pane }: { shown: Shown; pane: FormPane }) {
  const { form, view, note, conflict } = shown;
  if (form === null) return h("p", { class: "nothing" }, say("noRecord"));
  const context: FormContext = {
    data: form.data,
    choices: shown.choices,
    clauses: form.clauses,
    unconfirmed: unconfirmedOf(form.data).map((name) => `/${name}`),
    editedBy: (at) => shown.others.find((one) => one.file === form.file && one.at === at)?.who,
    problemsAt: (at) => shown.problems.filter(({ pointer }) => pointer === at),
    check: (wishOf) => pane.check(form, wishOf),
    send: (wishOf, group, seen) => pane.send(form, wishOf, group, seen),
  };
  const tool = (word: Parameters<typeof say>[0], attributes: object, act: () => void) =>
    h("button", { type: "button", class: "tool", ...attributes, onClick: act }, say(word));
  return h(
    "div",
    { class: "record" },
    h(
      "header",
      { class: "record-bar" },
      h("h2", {}, form.label),
      h(
        "div",
        { class: "tools" },
        tool("undo", { disabled: form.undo === 0, title: `${say("undo")} (Ctrl+Z)` }, () => pane.go("undo")),
        tool("redo", { disabled: form.redo === 0 }, () => pane.go("redo")),
        tool("fieldsView", { "aria-pressed": String(view === "form") }, () => pane.view("form")),
        tool("textView", { "aria-pressed": String(view === "text") }, () => pane.view("text")),
      ),
      shown.actions.length === 0
        ? null
        : h(
            "div",
            { class: "tools actions", role: "group", "aria-label": say("actionsOfRecord") },
            ...shown.actions.map((button) => h(ActionTool, { button, pane })),
          ),
      h("p", { class: "saved", role: "status" }, note),
    ),
    editedNow(context, ""),
    conflict === null ? null : h(Conflicting, { conflict, pane }),
    view === "text" || form.data === null
      ? h(TextView, { key: form.file, form, pane, broken: form.data === null })
      : h(
          "div",
          { key: form.file },
          h(Unconfirmed, { form, context }),
          ...context
            .problemsAt("")
            .map((problem, index) => h(Finding, { problem, id: `record-problem-${index}`, context })),
          h(Fields, { fields: form.fields.filter(({ name }) => name !== UNCONFIRMED), at: "", context }),
          h(Unknown, { form }),
        ),
  );
}

function Conflicting({ conflict, pane }: { conflict: Conflict; pane: FormPane }) {
  return h(
    "div",
    { class: "conflict", role: "alert" },
    h("p", {}, h("b", {}, say("changedMeanwhile"))),
    h("p", {}, `${say("theirs")}: ${conflict.theirs}`),
    h("p", {}, `${say("mine")}: ${conflict.mine}`),
    h("button", { type: "button", class: "tool", onClick: () => pane.settle(false) }, say("keepTheirs")),
    h("button", { type: "button", class: "tool", onClick: () => pane.settle(true) }, say("putMine")),
  );
}

/** The file itself. What is typed is written when the editor is left, or by Ctrl+S. The editor is loaded when it is first asked for. */
function TextView({ form, pane, broken }: { form: RecordForm; pane: FormPane; broken: boolean }) {
  const host = useRef<HTMLElement>(null);
  const editor = useRef<TextEditor>(null);
  const now = useRef(form);
  now.current = form;
  const { text } = pane.typedOn(form);
  // What the editor and the file last agreed on: what is typed after it is nobody else's.
  const agreed = useRef(plainEnds(text));
  useEffect(() => {
    let gone = false;
    void import("./text-editor.ts").then(({ openTextEditor }) => {
      if (gone || host.current === null) return;
      agreed.current = plainEnds(pane.typedOn(now.current ?? form).text);
      editor.current = openTextEditor({
        host: host.current,
        text: agreed.current,
        address: form.address,
        onType: () => pane.typing(now.current ?? form),
        onDone: (typed) => {
          agreed.current = typed;
          pane.write(now.current ?? form, typed);
        },
        onShow: (address) => pane.showAddress(address),
      });
    });
    return () => {
      gone = true;
      const typed = editor.current?.text();
      if (typed !== undefined && typed !== agreed.current) pane.write(now.current ?? form, typed);
      editor.current?.close();
      editor.current = null;
    };
  }, []);
  useEffect(() => {
    const [open, next] = [editor.current, plainEnds(text)];
    if (open === null) return;
    const shown = open.text();
    if (shown !== agreed.current && shown !== next) {
      pane.typing(form);
      return;
    }
    agreed.current = next;
    open.replace(next);
  }, [text]);
  return h(
    "div",
    { class: "text-view" },
    h("p", { class: "hint" }, say(broken ? "brokenText" : "textHint")),
    h("div", { class: "control source", ref: host }),
  );
}

/** A button of an action. One that cannot be begun now stays in its place and says why. */
function ActionTool({ button, pane }: { button: ActionButton; pane: FormPane }) {
  const { word, barred } = button;
  const why = barred === null ? {} : { "aria-disabled": "true", title: say(barred) };
  const press = (): void => (barred === null ? pane.act(button) : pane.tell(say(barred)));
  return h("button", { type: "button", class: "tool edged", ...why, onClick: press }, say(word));
}

const UNCONFIRMED = "unconfirmed";

/** What the program has filled in and nobody has looked at yet. */
function unconfirmedOf(data: PageValue): readonly string[] {
  const names = valueAt(data, `/${UNCONFIRMED}`);
  return Array.isArray(names) ? names.map(String) : [];
}

/** Asks to look at what the program has filled in: each field by its label, one button for all of them. */
function Unconfirmed({ form, context }: { form: RecordForm; context: FormContext }) {
  const names = unconfirmedOf(form.data);
  if (names.length === 0) return null;
  const labels = names.map((name) => form.fields.find((field) => field.name === name)?.label ?? name);
  const confirm = (): void =>
    context.send((data) =>
      unconfirmedOf(data).length === 0
        ? null
        : { change: { kind: "remove", at: `/${UNCONFIRMED}` }, was: valueAt(data, `/${UNCONFIRMED}`) ?? null },
    );
  return h(
    "section",
    { class: "unconfirmed", "aria-label": say("unconfirmedHere") },
    h("p", {}, say("unconfirmed")),
    h("ul", {}, ...labels.map((label) => h("li", {}, label))),
    h("button", { type: "button", class: "tool edged", onClick: confirm }, say("confirm")),
  );
}

/** What stands in the file and is in no field. */
function Unknown({ form }: { form: RecordForm }) {
  const { data, fields } = form;
  if (typeof data !== "object" || data === null) return null;
  const unknown = Object.keys(data).filter((name) => !fields.some((field) => field.name === name));
  return unknown.length === 0 ? null : h("p", { class: "hint" }, `${say("alsoThere")}: ${unknown.join(", ")}`);
}
