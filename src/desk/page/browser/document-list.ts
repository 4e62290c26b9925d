import type { PageState } from "../page-types.ts";
import { COLLECTION_WORDS, type PageWord } from "../page-words.ts";
import { byId, collectionWord, counted, dated, element, say } from "./dom.ts";
import { Selection } from "./selection.ts";
import { shownDay } from "./values.ts";

type Listed = PageState["documents"][number];

/** How far documents come, in this order. */
const STAGES = ["draft", "waiting", "approved", "issued", "archived"] as const;

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
  readonly #stage = byId<HTMLSelectElement>("stage");
  readonly #selection = new Selection();
  /** Collections that were folded out. */
  readonly #opened = new Set<string>();
  #state: PageState = { documents: [], records: [], problems: [], first: false };
  #current: string | null = null;
  #file: string | null = null;

  constructor() {
    this.#search.addEventListener("input", () => this.#draw());
    this.#stage.addEventListener("input", () => this.#draw());
    this.#selection.onChange(() => this.#draw());
  }

  /** @param file record that is shown */
  show(state: PageState, current: string | null, file: string | null): void {
    this.#state = state;
    this.#current = current;
    this.#file = file;
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

  /** The document so many places further than another among those that are shown. */
  neighbour(step: 1 | -1, from: string | null): string | null {
    const shown = this.#matching();
    const index = shown.findIndex(({ id }) => id === from);
    const next = index < 0 ? 0 : index + step;
    return shown[Math.max(0, Math.min(shown.length - 1, next))]?.id ?? null;
  }

  #matching(): Listed[] {
    const words = fold(this.#search.value).split(/\s+/).filter(Boolean);
    const { value: stage } = this.#stage;
    return inOrder(this.#state.documents).filter(({ title, group, number, date, id, stage: own }) => {
      if (stage !== "" && own !== stage) return false;
      const text = fold([title, group, number ?? "", date === null ? "" : dated(date), id].join(" "));
      return words.every((word) => text.includes(word));
    });
  }

  /** The states that there are, with how many documents have come so far. */
  #stages(): void {
    const { value: chosen } = this.#stage;
    const { documents } = this.#state;
    const there = STAGES.filter((stage) => stage === chosen || documents.some((one) => one.stage === stage));
    this.#stage.replaceChildren(
      element("option", { value: "" }, say("everyStage")),
      ...there.map((stage) => {
        const count = documents.filter((one) => one.stage === stage).length;
        return element("option", { value: stage }, `${say(`stage_${stage}`)}: ${count}`);
      }),
    );
    this.#stage.value = chosen;
  }

  #draw(): void {
    this.#stages();
    this.#selection.show(inOrder(this.#state.documents).map(({ id }) => id));
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
        this.#heading(name.replace(/(^| · )\d+ /, "$1"), `group-${index}`, documents),
        element("ul", {}, ...documents.map((one) => this.#item(one, marks.get(one.id) ?? "good"))),
      ),
    );
    if (this.#stage.value === "") sections.push(...this.#records());
    const nothing = this.#state.documents.length > 0 ? say("nothingFound") : "";
    this.#groups.replaceChildren(...(sections.length > 0 ? sections : [element("p", { class: "nothing" }, nothing)]));
    if (focused !== null) this.#groups.querySelector<HTMLElement>(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }

  #heading(name: string, id: string, documents: readonly Listed[]): HTMLElement {
    const ids = documents.map((one) => one.id);
    const box = this.#selection.box(ids, `${say("chooseAll")}: ${name}`);
    return element("div", { class: "choice" }, box, element("h2", { id, class: "group" }, name));
  }

  /** Records by collection: those that are sought, else folded away. */
  #records(): HTMLElement[] {
    const words = fold(this.#search.value).split(/\s+/).filter(Boolean);
    return Object.keys(COLLECTION_WORDS).flatMap((collection) => {
      const found = this.#state.records.filter(
        (one) => one.collection === collection && words.every((word) => fold(one.label).includes(word)),
      );
      if (found.length === 0) return [];
      const open =
        words.length > 0 ||
        this.#opened.has(collection) ||
        found.some(({ file }) => file === this.#file && this.#current === null);
      const details = element(
        "details",
        { class: "collection", ...(open ? { open: "" } : {}) },
        element(
          "summary",
          { class: "group" },
          collectionWord(collection),
          element("span", { class: "facts" }, ` ${found.length}`),
        ),
        element("ul", {}, ...found.map((one) => this.#record(one))),
      );
      details.addEventListener("toggle", () =>
        details.open ? this.#opened.add(collection) : this.#opened.delete(collection),
      );
      return [details];
    });
  }

  #record({ file, label }: PageState["records"][number]): HTMLElement {
    const id = `record:${file}`;
    const problems = this.#state.problems.filter(({ place }) => place?.file === file);
    const worst = problems.some(({ severity }) => severity === "error")
      ? "error"
      : problems.length > 0
        ? "warning"
        : "good";
    const word = MARKS[worst];
    const current = this.#current === null && file === this.#file;
    return element(
      "li",
      {},
      element(
        "a",
        {
          href: `#${encodeURIComponent(id)}`,
          class: "document",
          "data-id": id,
          "aria-current": current ? "page" : null,
          title: label,
        },
        element("span", { class: `mark ${worst}`, "aria-hidden": "true" }),
        element("span", { class: "title" }, label),
        word === null ? null : element("span", { class: "unseen" }, `, ${say(word)}`),
      ),
    );
  }

  #several(): boolean {
    return new Set(this.#state.documents.map(({ centre }) => centre)).size > 1;
  }

  #item({ id, title, number, date, pages, stage }: Listed, mark: Mark): HTMLElement {
    const current = id === this.#current;
    const word = MARKS[mark];
    const findings = this.#state.problems.filter(({ documents }) => documents.includes(id)).length;
    const link = element(
      "a",
      {
        href: `#${encodeURIComponent(id)}`,
        class: "document",
        "data-id": id,
        "aria-current": current ? "page" : null,
        title,
      },
      element("span", { class: `mark ${mark}`, "aria-hidden": "true" }),
      element("span", { class: "title" }, shortened(title, number, date)),
      word === null ? null : element("span", { class: "unseen" }, `, ${say(word)}`),
      element(
        "span",
        { class: "facts" },
        [
          number === null ? null : `№ ${number}`,
          date === null ? null : dated(date),
          `${pages} ${say("pagesShort")}`,
          say(`stage_${stage}`),
          findings === 0 ? null : counted(findings, "findings"),
        ]
          .filter((fact) => fact !== null)
          .join(" · "),
      ),
    );
    return element("li", { class: "choice" }, this.#selection.box([id], `${say("choose")}: ${title}`), link);
  }

  /** Brings the current document into view in the list. */
  reveal(): void {
    this.#groups.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest" });
  }
}

/** By group as the set has them, in a group by date and number; what is made of a record besides (a sheet of an order) follows its document. */
function inOrder(documents: readonly Listed[]): readonly Listed[] {
  const groups = [...new Set(documents.map(({ group, centre }) => `${centre} ${group}`))];
  const own = new Map([...documents].reverse().map((one) => [`${one.record} ${one.number !== null}`, one]));
  const first = (one: Listed): Listed => own.get(`${one.record} true`) ?? one;
  const compare = (a: Listed, b: Listed): number => {
    const [left, right] = [first(a), first(b)];
    return (
      groups.indexOf(`${a.centre} ${a.group}`) - groups.indexOf(`${b.centre} ${b.group}`) ||
      (left.date ?? "").localeCompare(right.date ?? "") ||
      (left.number ?? "").localeCompare(right.number ?? "", "ru", { numeric: true }) ||
      left.id.localeCompare(right.id) ||
      Number(b === right) - Number(a === left)
    );
  };
  return [...documents].sort(compare);
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
  return title.replaceAll("\u00a0", " ").replace(` от ${shownDay(date)} № ${number}`, "");
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
