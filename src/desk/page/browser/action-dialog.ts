import { render, useEffect, useState } from "hono/jsx/dom";
import type { ActionAnswer, ActionFinding, ActionForm, FormField, PageValue } from "../page-types.ts";
import { ask, ME, type Unanswered } from "./desk-client.ts";
import { byId, counted, say } from "./dom.ts";
import { Fields } from "./fields.ts";
import type { FormContext } from "./form-context.ts";
import { h, type Part } from "./h.ts";
import { changed, isEmpty, step, valueAt } from "./values.ts";

type Values = ActionForm["values"];
type Shown = {
  /** Another one for every question, so that fields of one are not taken for those of another. */
  readonly step: number;
  readonly answer: ActionAnswer | null;
  readonly values: Values;
  readonly busy: boolean;
  readonly lost: Unanswered | null;
};
const NOTHING: Shown = { step: 0, answer: null, values: {}, busy: false, lost: null };

/** So many findings are shown at once; with more, those that stop nothing are folded away. */
const MOST_OPEN = 3;

/** The dialog of an action: asks what the server asks, shows what was found or done. */
export class ActionDialog {
  readonly #dialog = byId<HTMLDialogElement>("action");
  #asked: { readonly action: string; readonly about: string | null } | null = null;
  #shown: Shown = NOTHING;
  /** Questions that were answered before this one. */
  #before: Shown[] = [];
  #draw: (shown: Shown) => void = () => undefined;

  constructor() {
    this.#dialog.addEventListener("close", () => {
      this.#asked = null;
      this.#before = [];
      this.#put(NOTHING);
    });
    this.#dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      (document.activeElement as HTMLElement | null)?.blur();
      // What is wrong in the field that was left is drawn first.
      requestAnimationFrame(() => void this.submit());
    });
    render(
      h(() => {
        const [shown, set] = useState(NOTHING);
        useEffect(() => {
          this.#draw = set;
        }, []);
        return h(Asking, { shown, dialog: this });
      }, {}),
      this.#dialog,
    );
  }

  get isOpen(): boolean {
    return this.#dialog.open;
  }

  /** Begins an action. */
  async open(action: string, about: string | null): Promise<void> {
    this.#asked = { action, about };
    this.#put({ ...NOTHING, busy: true });
    if (!this.#dialog.open) this.#dialog.showModal();
    await this.#ask(null, false);
  }

  close(): void {
    this.#dialog.close();
  }

  get hasBefore(): boolean {
    return this.#before.length > 0;
  }

  /** Goes back to the question before this one; what was answered there stands. */
  back(): void {
    const before = this.#before.pop();
    if (before !== undefined) this.#put({ ...before, step: this.#shown.step + 1, busy: false });
    byId("action-title").focus();
  }

  /** Changes a value that is typed in the dialog. */
  change: FormContext["send"] = (wishOf) => {
    const wish = wishOf(this.#shown.values);
    if (wish !== null) this.#put({ ...this.#shown, values: changed(this.#shown.values, wish) as Values });
  };

  /** Works for a field; meanwhile nothing is sent. Null when the dialog has gone on to something else. */
  waitFor: NonNullable<FormContext["waitFor"]> = async (work) => {
    const [asked, { step: turn }] = [this.#asked, this.#shown];
    this.#put({ ...this.#shown, busy: true });
    const done = await work;
    if (this.#asked !== asked || this.#shown.step !== turn) return null;
    this.#put({ ...this.#shown, busy: false });
    return { done };
  };

  /** Goes on with what is typed; a field with what is no value is shown instead. */
  async submit(): Promise<void> {
    const form = this.#shown.answer?.form ?? null;
    if (form === null || this.#shown.busy) return;
    const wrong =
      this.#dialog.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      document.getElementById(`ask${emptyOf(form.fields, this.#shown.values, "")}`);
    if (wrong !== null) {
      wrong.focus();
      return;
    }
    const me = form.fields.find((field) => field.me)?.name;
    if (me !== undefined) localStorage.setItem(ME, String(this.#shown.values[me] ?? ""));
    this.#put({ ...this.#shown, busy: true });
    await this.#ask(this.#shown.values, form.sure);
  }

  async #ask(values: Values | null, sure: boolean): Promise<void> {
    const asked = this.#asked;
    if (asked === null) return;
    const answer = await ask("act", { ...asked, values, sure });
    // The dialog may have been closed meanwhile, or another action begun.
    if (this.#asked !== asked) return;
    if (typeof answer === "string") {
      this.#put({ ...this.#shown, busy: false, lost: answer });
      return;
    }
    const old = this.#shown.answer?.form;
    if (answer.form === null) this.#before = [];
    else if (old && answer.form.title !== old.title) this.#before.push(this.#shown);
    this.#put({ step: this.#shown.step + 1, answer, values: known(answer.form), busy: false, lost: null });
    if (answer.show !== null) location.hash = encodeURIComponent(answer.show);
    requestAnimationFrame(() => {
      // Who is in a field already stays there, with what is selected in it.
      if (this.#dialog.querySelector(".fields :focus") !== null) return;
      const first = '.fields input:not([type="date"]), .fields textarea, .fields select';
      // What was found stands above the fields: a field with the cursor would scroll it away.
      const isFound = answer.findings.length > 0 || answer.links.length > 0;
      const found = isFound ? null : this.#dialog.querySelector<HTMLElement>(first);
      (found ?? byId("action-title")).focus();
    });
  }

  #put(shown: Shown): void {
    this.#shown = shown;
    this.#draw(shown);
  }
}

/** Values of a form, with who is at the desk where that was said before. */
function known(form: ActionForm | null): Values {
  const me = form?.fields.find((field) => field.me);
  const before = localStorage.getItem(ME);
  if (form === null || me === undefined || form.values[me.name] !== null || !before) return form?.values ?? {};
  const there = form.choices[me.collection ?? ""]?.some(({ id }) => id === before) === true;
  return there ? { ...form.values, [me.name]: before } : form.values;
}

/** The first field that must have a value and has none. */
function emptyOf(fields: readonly FormField[], value: PageValue | undefined, at: string): string | null {
  for (const field of fields) {
    const place = at + step(field.name);
    const own = valueAt(value, step(field.name));
    const found =
      field.control === "group"
        ? isEmpty(own) && !field.required
          ? null
          : emptyOf(field.fields ?? [], own ?? {}, place)
        : field.control === "list" && Array.isArray(own)
          ? emptyOf(
              (own as readonly PageValue[]).map((_, index) => ({ ...(field.item ?? field), name: String(index) })),
              own as PageValue,
              place,
            )
          : field.required && isEmpty(own)
            ? place
            : null;
    if (found !== null) return found;
  }
  return null;
}

function Asking({ shown, dialog }: { shown: Shown; dialog: ActionDialog }): Part {
  const { answer, busy, lost, step: turn } = shown;
  const form = answer?.form ?? null;
  const lines = form?.said ?? answer?.said ?? [];
  const words = form?.words ?? [];
  const links = answer?.links ?? [];
  const findings = answer?.findings ?? [];
  const serious = findings.filter(({ severity }) => severity === "error");
  const others = findings.filter((finding) => !serious.includes(finding));
  const context: FormContext = {
    data: shown.values as PageValue,
    choices: form?.choices ?? {},
    problemsAt: () => [],
    send: dialog.change,
    waitFor: dialog.waitFor,
    prefix: "ask",
  };
  return h(
    "div",
    { class: "asking", "aria-busy": busy ? "true" : null },
    h(
      "h2",
      { id: "action-title", tabindex: "-1" },
      form?.title ?? answer?.title ?? say(answer === null ? "working" : "done"),
    ),
    h(
      "div",
      { role: "status", class: "said" },
      ...lines.map((line) => h("p", {}, line)),
      lost === null ? null : h("p", {}, say(lost)),
    ),
    words.length === 0
      ? null
      : h(
          "div",
          { class: "words", tabindex: "0", role: "group", "aria-label": say("words") },
          ...words.map((line) => h("p", {}, line)),
        ),
    h("div", { role: "alert" }, ...serious.map((finding) => h(ActionProblem, { finding }))),
    others.length === 0
      ? null
      : h(
          "details",
          {
            class: "others",
            key: `others-${turn}`,
            ...(serious.length + others.length <= MOST_OPEN ? { open: true } : {}),
          },
          h("summary", {}, `${say("alsoFound")}: ${counted(others.length, "findings")}`),
          ...others.map((finding) => h(ActionProblem, { finding })),
        ),
    links.length === 0
      ? null
      : h(
          "ul",
          { class: "links" },
          ...links.map((link) =>
            h(
              "li",
              {},
              link.show === null
                ? link.label
                : h("a", { href: `#${encodeURIComponent(link.show)}`, onClick: () => dialog.close() }, link.label),
              link.note === "" ? null : h("span", { class: "hint" }, link.note),
            ),
          ),
        ),
    form === null ? null : h("div", { key: turn }, h(Fields, { fields: form.fields, at: "", context })),
    h(
      "footer",
      {},
      form === null
        ? null
        : h(
            "button",
            { type: "button", class: "tool main", disabled: busy, onClick: () => void dialog.submit() },
            busy ? say("working") : form.submit,
          ),
      form !== null && dialog.hasBefore
        ? h("button", { type: "button", class: "tool edged", onClick: () => dialog.back() }, say("back"))
        : null,
      answer?.open == null ? null : h("a", { class: "tool main", href: answer.open }, say("toSample")),
      h(
        "button",
        { type: "button", class: "tool edged", onClick: () => dialog.close() },
        say(form === null ? "close" : "cancel"),
      ),
    ),
  );
}

/** What was found, as the command says it. */
function ActionProblem({ finding }: { finding: ActionFinding }): Part {
  const { severity, message, why, hints, place } = finding;
  return h(
    "div",
    { class: `finding ${severity}` },
    h("p", {}, h("b", {}, `${say(severity)}. `), message),
    why === null ? null : h("p", { class: "hint" }, why),
    ...hints.map((hint) => h("p", { class: "hint" }, hint)),
    place === null ? null : h("p", { class: "hint" }, place),
  );
}
