import type { PageState } from "../page-types.ts";
import { DocumentList } from "./document-list.ts";
import { byId, counted, say } from "./dom.ts";
import { Paper } from "./paper.ts";
import { Problems } from "./problems.ts";
import { startTheme } from "./theme.ts";

const list = new DocumentList();
const paper = new Paper();
const problems = new Problems();
const status = byId("status");
let state: PageState = { documents: [], problems: [] };

startTheme();
listen();
addEventListener("hashchange", () => void showCurrent(null));
document.addEventListener("keydown", onKey);
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("paper").focus();
});
byId("list-toggle").addEventListener("click", () => toggleList());
for (const [id, step] of [
  ["zoom-out", -1],
  ["zoom-fit", 0],
  ["zoom-in", 1],
] as const)
  byId(id).addEventListener("click", () => void zoom(step));

function listen(): void {
  const events = new EventSource("events");
  events.addEventListener("document", ({ data }: MessageEvent<string>) => {
    const { id, version, at } = JSON.parse(data) as { id: string; version: string; at: number };
    if (id === current()) void paint(id, version, at);
  });
  events.addEventListener("state", ({ data }: MessageEvent<string>) => {
    const { at, ...next } = JSON.parse(data) as PageState & { at: number };
    state = next;
    void showCurrent(at);
  });
  events.addEventListener("error", () => {
    status.textContent = say("lost");
    status.classList.add("lost");
  });
  events.addEventListener("open", () => status.classList.remove("lost"));
}

/** The document that the address names, or else the first of the set. */
function current(): string | null {
  const named = decodeURIComponent(location.hash.slice(1));
  return state.documents.some(({ id }) => id === named) ? named : (state.documents[0]?.id ?? null);
}

async function showCurrent(at: number | null): Promise<void> {
  const id = current();
  const shown = state.documents.find((one) => one.id === id);
  list.show(state, id);
  list.reveal();
  problems.show(state, id);
  showStatus();
  byId("paper").setAttribute("aria-label", shown === undefined ? say("document") : shown.title);
  document.title = [shown?.title ?? [], say("preview")].flat().join(" – ");
  byId("name").textContent = shown?.title ?? say("preview");
  if (at === null) toggleList(false);
  if (shown === undefined) paper.clear(say(state.problems.length > 0 ? "onlyErrors" : "noDocuments"));
  else await paint(shown.id, shown.version, at);
}

/** Shows a version and notes how long after the change it was on the screen. */
async function paint(id: string, version: string, at: number | null): Promise<void> {
  if (paper.shown?.id === id && paper.shown.version === version) return;
  if (!(await paper.show(id, version))) return;
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
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
        ].join(" · ");
  status.classList.toggle("failed", errors > 0);
}

async function zoom(step: 1 | -1 | 0): Promise<void> {
  await paper.zoomBy(step);
  byId("zoom-fit").textContent = `${Math.round(paper.zoom * 100)} %`;
}

function toggleList(open = !document.body.classList.contains("with-list")): void {
  document.body.classList.toggle("with-list", open);
  byId("list-toggle").setAttribute("aria-expanded", String(open));
}

const KEYS: { readonly [key: string]: () => void } = {
  "/": () => {
    toggleList(true);
    list.focusSearch();
  },
  j: () => step(1),
  k: () => step(-1),
  p: () => problems.toggle(),
  "+": () => void zoom(1),
  "=": () => void zoom(1),
  "-": () => void zoom(-1),
  "0": () => void zoom(0),
};
/** The same keys on a Russian keyboard. */
const RUSSIAN: { readonly [key: string]: string } = { ".": "/", о: "j", л: "k", з: "p" };

function onKey(event: KeyboardEvent): void {
  if (event.key === "Escape") {
    if (list.clearSearch() || problems.dismiss()) return;
    toggleList(false);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) {
    if (event.target instanceof HTMLInputElement && event.key === "Enter") openFirst();
    return;
  }
  const key = event.key.toLowerCase();
  const act = KEYS[RUSSIAN[key] ?? key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}

function step(way: 1 | -1): void {
  const next = list.neighbour(way);
  if (next !== null) location.hash = encodeURIComponent(next);
}

/** Enter in the search opens the first document found. */
function openFirst(): void {
  const first = document.querySelector<HTMLAnchorElement>("#groups a");
  first?.click();
  byId("paper").focus();
}
