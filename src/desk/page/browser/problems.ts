import type { PageProblem, PageState } from "../page-types.ts";
import { byId, counted, element, say } from "./dom.ts";
import { problemCard } from "./problem-cards.ts";

/** So many cards are shown over the page; the panel holds all. */
const IN_OVERLAY = 3;

/** The panel with every finding, and the overlay over the page while errors keep the set from being made. */
export class Problems {
  readonly #panel = byId("problems");
  readonly #toggle = byId<HTMLButtonElement>("problems-toggle");
  readonly #count = byId("problems-count");
  readonly #overlay = byId("overlay");
  #problems: readonly PageProblem[] = [];
  /** The errors that were put aside; other ones show again. */
  #aside = "";

  constructor() {
    this.#toggle.addEventListener("click", () => this.toggle());
  }

  show({ problems }: PageState, current: string | null): void {
    this.#problems = problems;
    const errors = problems.filter(({ severity }) => severity === "error");
    this.#count.textContent = String(problems.length);
    this.#count.className = `count ${errors.length > 0 ? "error" : problems.length > 0 ? "warning" : ""}`;
    this.#drawPanel(current);
    this.#drawOverlay(errors);
  }

  toggle(open = this.#panel.hidden !== false): void {
    this.#panel.hidden = !open;
    this.#toggle.setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("with-problems", open);
    if (open) this.#panel.focus();
    else if (this.#panel.contains(document.activeElement)) this.#toggle.focus();
  }

  /** Puts the overlay aside, or else closes the panel; false when neither is there. */
  dismiss(): boolean {
    if (!this.#overlay.hidden) {
      this.#aside = keyOf(this.#problems);
      this.#overlay.hidden = true;
      byId("paper").focus();
      return true;
    }
    if (this.#panel.hidden) return false;
    this.toggle(false);
    return true;
  }

  #drawPanel(current: string | null): void {
    const here = this.#problems.filter(({ documents }) => current !== null && documents.includes(current));
    const elsewhere = this.#problems.filter((problem) => !here.includes(problem));
    const part = (title: string, problems: readonly PageProblem[]): HTMLElement[] =>
      problems.length === 0
        ? []
        : [element("h2", { class: "part" }, title), ...problems.map((problem) => problemCard(problem, "h3"))];
    const close = element(
      "button",
      { type: "button", class: "tool close", "aria-label": say("closeFindings") },
      say("close"),
    );
    close.addEventListener("click", () => this.toggle(false));
    const parts = [...part(say("here"), here), ...part(here.length > 0 ? say("elsewhere") : say("inSet"), elsewhere)];
    const { scrollTop } = this.#panel;
    this.#panel.replaceChildren(
      close,
      ...(parts.length > 0 ? parts : [element("p", { class: "nothing" }, say("noFindings"))]),
    );
    this.#panel.scrollTop = scrollTop;
  }

  #drawOverlay(errors: readonly PageProblem[]): void {
    const hidden = errors.length === 0 || this.#aside === keyOf(this.#problems);
    if (errors.length === 0) this.#aside = "";
    this.#overlay.hidden = hidden;
    if (hidden) {
      this.#overlay.replaceChildren();
      return;
    }
    const put = element("button", { type: "button", class: "tool" }, say("hide"));
    put.addEventListener("click", () => this.dismiss());
    const all = element("button", { type: "button", class: "tool" }, say("allFindings"));
    all.addEventListener("click", () => this.toggle(true));
    this.#overlay.replaceChildren(
      element(
        "div",
        { class: "card", role: "alert" },
        element(
          "header",
          {},
          element("p", { class: "headline" }, counted(errors.length, "errors")),
          element("p", { class: "under" }, say("under")),
        ),
        ...errors.slice(0, IN_OVERLAY).map((problem) => problemCard(problem, "h2")),
        errors.length > IN_OVERLAY
          ? element("p", { class: "more" }, `${say("andMore")} ${counted(errors.length - IN_OVERLAY, "errors")}`)
          : null,
        element("footer", {}, put, all),
      ),
    );
  }
}

function keyOf(problems: readonly PageProblem[]): string {
  return JSON.stringify(
    problems.filter(({ severity }) => severity === "error").map(({ code, place, message }) => [code, place, message]),
  );
}
