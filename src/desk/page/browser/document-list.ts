import type { PageState } from "../page-types.ts";
import type { PageWord } from "../page-words.ts";
import { byId, dated, element, say } from "./dom.ts";

type Listed = PageState["documents"][number];

/** State of a document, for the mark beside its name and for a screen reader. */
type Mark = "error" | "warning" | "stale" | "good";
const MARKS: { readonly [mark in Mark]: PageWord | null } = {
  error: "hasErrors",
  warning: "hasWarnings",
  stale: "stale",
  good: null,
};

/** The documents by group, filtered by the search; links, so that the address names the document. */
export class DocumentList {
  readonly #groups = byId("groups");
  readonly #search = byId<HTMLInputElement>("search");
  #state: PageState = { documents: [], problems: [] };
  #current: string | null = null;

  constructor() {
    this.#search.addEventListener("input", () => this.#draw());
  }

  show(state: PageState, current: string | null): void {
    this.#state = state;
    this.#current = current;
    this.#draw();
  }

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }

  /** Empties the search; false when it was empty. */
  clearSearch(): boolean {
    if (this.#search.value === "") return false;
    this.#search.value = "";
    this.#draw();
    return true;
  }

  /** The document so many places further among those that are shown. */
  neighbour(step: 1 | -1): string | null {
    const shown = this.#matching();
    const index = shown.findIndex(({ id }) => id === this.#current);
    const next = index < 0 ? 0 : index + step;
    return shown[Math.max(0, Math.min(shown.length - 1, next))]?.id ?? null;
  }

  #matching(): Listed[] {
    const words = fold(this.#search.value).split(/\s+/).filter(Boolean);
    return this.#state.documents.filter(({ title, group, number, date, id }) => {
      const text = fold([title, group, number ?? "", date === null ? "" : dated(date), id].join(" "));
      return words.every((word) => text.includes(word));
    });
  }

  #draw(): void {
    const marks = marksOf(this.#state);
    const groups = new Map<string, Listed[]>();
    for (const one of this.#matching()) {
      const name = this.#several() ? `${one.centre} · ${one.group}` : one.group;
      groups.set(name, [...(groups.get(name) ?? []), one]);
    }
    const focused = document.activeElement?.getAttribute("data-id") ?? null;
    const sections = [...groups].map(([name, documents], index) =>
      element(
        "section",
        { "aria-labelledby": `group-${index}` },
        element("h2", { id: `group-${index}`, class: "group" }, name.replace(/(^| · )\d+ /, "$1")),
        element("ul", {}, ...documents.map((one) => this.#item(one, marks.get(one.id) ?? "good"))),
      ),
    );
    const nothing = this.#state.documents.length > 0 ? say("nothingFound") : "";
    this.#groups.replaceChildren(...(sections.length > 0 ? sections : [element("p", { class: "nothing" }, nothing)]));
    if (focused !== null) this.#groups.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }

  #several(): boolean {
    return new Set(this.#state.documents.map(({ centre }) => centre)).size > 1;
  }

  #item({ id, title, number, date, pages }: Listed, mark: Mark): HTMLElement {
    const current = id === this.#current;
    const word = MARKS[mark];
    const link = element(
      "a",
      { href: `#${encodeURIComponent(id)}`, class: "document", "data-id": id, "aria-current": current ? "page" : null },
      element("span", { class: `mark ${mark}`, "aria-hidden": "true" }),
      element("span", { class: "title" }, shortened(title, number, date)),
      word === null ? null : element("span", { class: "unseen" }, `, ${say(word)}`),
      element(
        "span",
        { class: "facts" },
        [number === null ? null : `№ ${number}`, date === null ? null : dated(date), `${pages} ${say("pagesShort")}`]
          .filter((fact) => fact !== null)
          .join(" · "),
      ),
    );
    return element("li", {}, link);
  }

  /** Brings the current document into view in the list. */
  reveal(): void {
    this.#groups.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest" });
  }
}

function marksOf({ documents, problems }: PageState): Map<string, Mark> {
  const worst = (id: string, severity: string): boolean =>
    problems.some((problem) => problem.severity === severity && problem.documents.includes(id));
  return new Map(
    documents.map(({ id, current }) => [
      id,
      worst(id, "error") ? "error" : !current ? "stale" : worst(id, "warning") ? "warning" : "good",
    ]),
  );
}

/** The title without the date and the number, which stand below it; titles are Russian. */
function shortened(title: string, number: string | null, date: string | null): string {
  if (number === null || date === null) return title;
  const day = date.split("-").reverse().join(".");
  return title.replaceAll("\u00a0", " ").replace(` от ${day} № ${number}`, "");
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
