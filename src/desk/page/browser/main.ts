import type { PageNews, PagePresence, PageState } from "../page-types.ts";
import { ActionDialog } from "./action-dialog.ts";
import { type ActionButton, actionsOf, SET_ACTIONS } from "./actions.ts";
import { ME, tell } from "./desk-client.ts";
import { DocumentList } from "./document-list.ts";
import { byId, counted, element, onScreen, say } from "./dom.ts";
import { FormPane } from "./form-pane.ts";
import { Paper } from "./paper.ts";
import { Problems } from "./problems.ts";
import { startTheme } from "./theme.ts";

const list = new DocumentList();
const paper = new Paper();
const problems = new Problems();
const dialog = new ActionDialog();
const begin = ({ action, about }: ActionButton): void => void dialog.open(action, about);
const form = new FormPane(begin, showAddress);
const status = byId("status");
/** How an address names a record. */
const RECORD = "record:";
/** What is shown of a document. */
type Named = Pick<PageState["documents"][number], "id" | "version" | "title">;
/** Of all windows that may be open, this one. */
const WINDOW = crypto.randomUUID();
let isElsewhere = false;
let isKnown = false;
let said = "null";
let state: PageState = { documents: [], records: [], problems: [], first: false };

startTheme();
byId("new-button").addEventListener("click", () => void dialog.open("new", null));
byId("set-actions").replaceChildren(
  ...SET_ACTIONS.map((button) => {
    const made = element("button", { type: "button", class: "tool" }, say(button.word));
    made.addEventListener("click", () => {
      byId("set-actions").hidePopover();
      begin(button);
    });
    return made;
  }),
);
for (const [id, action] of [
  ["first-init", "init"],
  ["first-sample", "sample"],
] as const)
  byId(id).addEventListener("click", () => void dialog.open(action, null));
listen();
addEventListener("hashchange", () => void showCurrent(null));
document.addEventListener("keydown", onKey);
for (const moved of ["focusin", "focusout"])
  byId("form").addEventListener(moved, () => setTimeout(() => tellPresence()));
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("paper").focus();
});
byId("list-toggle").addEventListener("click", () => toggleList());
byId("print-button").addEventListener("click", () => void paper.print());
byId("form-toggle").addEventListener("click", () => toggleForm());
for (const [id, step] of [
  ["zoom-out", -1],
  ["zoom-fit", 0],
  ["zoom-in", 1],
] as const)
  byId(id).addEventListener("click", () => void zoom(step));

function listen(): void {
  const events = new EventSource(`events?window=${WINDOW}`);
  events.addEventListener("presence", ({ data }: MessageEvent<string>) => {
    const { windows, others } = JSON.parse(data) as PagePresence;
    const away = windows.filter(({ window }) => window !== WINDOW);
    form.showOthers([...away.flatMap(({ edit }) => edit ?? []), ...others]);
    isElsewhere = away.length > 0;
    if (isKnown) showStatus();
  });
  events.addEventListener("document", ({ data }: MessageEvent<string>) => {
    const { id, version, at, pdf } = JSON.parse(data) as PageNews;
    const shown = state.documents.find((one) => one.id === id);
    if (shown !== undefined && id === current().document) void paint({ ...shown, version }, at, pdf);
  });
  events.addEventListener("state", ({ data }: MessageEvent<string>) => {
    const { at, ...next } = JSON.parse(data) as PageState & { at: number };
    state = next;
    isKnown = true;
    void showCurrent(at);
  });
  events.addEventListener("error", () => {
    status.textContent = say("lost");
    status.classList.add("lost");
  });
  events.addEventListener("open", () => status.classList.remove("lost"));
}

/** The document and the record that the address names: a document by its id, a record by its file; without either the first document of the set. */
function current(): { readonly document: string | null; readonly file: string | null } {
  const named = decodeURIComponent(location.hash.slice(1));
  if (named.startsWith(RECORD)) return { document: null, file: named.slice(RECORD.length) };
  const document = named === "" ? state.documents[0] : state.documents.find(({ id }) => id === named);
  return { document: document?.id ?? null, file: document?.record ?? null };
}

/** Shows the record whose file has an address. */
function showAddress(address: string): void {
  const path = decodeURIComponent(new URL(address).pathname);
  const found = state.records.find(({ file }) => path.endsWith(`/${file.replace(/^(?:\.\/|\/)/, "")}`));
  if (found !== undefined) location.hash = encodeURIComponent(RECORD + found.file);
}

async function showCurrent(at: number | null): Promise<void> {
  const { document: id, file } = current();
  byId("first").hidden = !state.first;
  document.body.classList.toggle("first-start", state.first);
  list.show(state, id, file);
  list.reveal();
  problems.show(state, id);
  showStatus();
  if (at === null) toggleList(false);
  void form.show(file, state.problems, { actions: actionsOf(state, file, id), at });
  const shown = state.documents.find((one) => (id === null ? one.record === file : one.id === id));
  if (shown === undefined) {
    const record = state.records.find((one) => one.file === file);
    entitle(record?.label ?? null);
    linkFiles(null);
    paper.clear(say(record !== undefined ? "noPages" : wordForNothing()));
  } else await paint(shown, at);
}

/** Why nothing is shown: an address that leads nowhere says so. */
function wordForNothing(): "noSuchDocument" | "onlyErrors" | "noDocuments" {
  if (state.documents.length > 0) return "noSuchDocument";
  return state.problems.length > 0 ? "onlyErrors" : "noDocuments";
}

/** Where the document that is shown lies as a file. */
function linkFiles(id: string | null): void {
  const name = id === null ? null : encodeURIComponent(id);
  const links = [
    element("a", { class: "tool", href: `pdf/${name}`, target: "_blank", rel: "noopener" }, "PDF"),
    element("a", { class: "tool", href: `docx/${name}`, download: "" }, "DOCX"),
  ];
  byId("files").replaceChildren(...(name === null ? [] : links));
}

/** Names the window after what it shows. */
function entitle(title: string | null): void {
  byId("paper").setAttribute("aria-label", title ?? say("document"));
  document.title = [title ?? [], say("desk")].flat().join(" – ");
  byId("name").textContent = title ?? say("desk");
}

/**
 * Shows a version and notes how long after the change it was on the screen. The title changes with the paper.
 *
 * @param pdf the version in Base64, where it has come already
 */
async function paint({ id, version, title }: Named, at: number | null, pdf: PageNews["pdf"] = null): Promise<void> {
  const screen = byId("paper");
  screen.setAttribute("aria-busy", "true");
  const before = paper.shown?.version;
  if (!(await paper.show(id, version, pdf))) return;
  screen.removeAttribute("aria-busy");
  linkFiles(id);
  entitle(title);
  if (before === version) return;
  await onScreen();
  document.documentElement.dataset.version = version;
  if (at !== null) document.documentElement.dataset.latency = String(Date.now() - at);
}

function showStatus(): void {
  const errors = state.problems.filter(({ severity }) => severity === "error").length;
  const others = state.problems.length - errors;
  status.textContent =
    errors > 0
      ? `${say("notBuilt")}: ${counted(errors, "errors")}`
      : [
          counted(state.documents.length, "documents"),
          others > 0 ? counted(others, "findings") : say("noFindings"),
          isElsewhere ? say("otherWindow") : [],
        ]
          .flat()
          .join(" · ");
  status.classList.toggle("failed", errors > 0);
}

/** Tells the other windows which field the cursor is in. */
function tellPresence(): void {
  const edited = form.edited();
  const edit = edited === null ? null : { ...edited, who: form.nameOf(localStorage.getItem(ME) ?? "") };
  const now = JSON.stringify(edit);
  if (now === said) return;
  said = now;
  void tell(WINDOW, edit);
}

async function zoom(step: 1 | -1 | 0): Promise<void> {
  await paper.zoomBy(step);
  byId("zoom-fit").textContent = `${Math.round(paper.zoom * 100)} %`;
}

function toggleList(open = !document.body.classList.contains("with-list")): void {
  document.body.classList.toggle("with-list", open);
  byId("list-toggle").setAttribute("aria-expanded", String(open));
}

/** On a narrow screen the form lies over the pages. */
function toggleForm(open = !document.body.classList.contains("with-form")): void {
  document.body.classList.toggle("with-form", open);
  byId("form-toggle").setAttribute("aria-expanded", String(open));
  if (open) toggleList(false);
}

const KEYS: { readonly [key: string]: () => void } = {
  "/": () => {
    toggleList(true);
    list.focusSearch();
  },
  e: () => {
    toggleForm(true);
    byId("form").focus();
  },
  j: () => step(1),
  k: () => step(-1),
  p: () => problems.toggle(),
  n: () => void dialog.open("new", null),
  "+": () => void zoom(1),
  "=": () => void zoom(1),
  "-": () => void zoom(-1),
  "0": () => void zoom(0),
};
/** The same keys on a Russian keyboard. */
const RUSSIAN: { readonly [key: string]: string } = { ".": "/", о: "j", л: "k", з: "p", у: "e", т: "n" };

function onKey(event: KeyboardEvent): void {
  // Keys that are pressed in a dialog are its own, and those that the text view has taken.
  if (dialog.isOpen || event.defaultPrevented) return;
  if (event.key === "Escape") {
    if (list.clearSearch() || problems.dismiss()) return;
    toggleList(false);
    toggleForm(false);
    return;
  }
  // The browser would print what is drawn, which is what is seen.
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyP" && !event.shiftKey) {
    event.preventDefault();
    void paper.print();
    return;
  }
  const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select, .source");
  if (typing) {
    if (event.target === byId("search") && event.key === "Enter") openFirst();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyZ") {
    event.preventDefault();
    form.go(event.shiftKey ? "redo" : "undo");
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.toLowerCase();
  const act = KEYS[RUSSIAN[key] ?? key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}

function step(way: 1 | -1): void {
  // From where the address is: with keys that follow one another it is ahead of the list.
  const next = list.neighbour(way, current().document);
  if (next !== null) location.hash = encodeURIComponent(next);
}

/** Enter in the search opens the first document found. */
function openFirst(): void {
  const first = document.querySelector<HTMLAnchorElement>("#groups a");
  first?.click();
  byId("paper").focus();
}
