import type { PagePlace, PageProblem } from "../page-types.ts";
import { element, say } from "./dom.ts";

/** One finding with its place, the lines around it, the reason and the way out. */
export function problemCard(problem: PageProblem, level: "h2" | "h3"): HTMLElement {
  const { code, severity, message, why, norm, hints, place, frame, related } = problem;
  return element(
    "article",
    { class: `problem ${severity}` },
    element("p", { class: "kind" }, element("span", {}, say(severity)), element("span", { class: "code" }, code)),
    element(level, { class: "message" }, message),
    place === null ? null : placeLink(place),
    frame === null
      ? null
      : element("pre", { class: "frame", tabindex: "0", role: "group", "aria-label": say("linesOfFile") }, frame),
    why === null ? null : element("p", { class: "why" }, element("b", {}, say("why")), why),
    norm === null ? null : element("p", { class: "why" }, element("b", {}, say("norm")), norm),
    ...hints.map((hint) => element("p", { class: "hint" }, element("b", {}, say("hint")), hint)),
    ...related.map((one) => element("p", { class: "related" }, `${one.message}: `, placeLink(one.place))),
  );
}

/** Opens the file at the place in the editor. */
function placeLink({ file, line, column, editor }: PagePlace): HTMLElement {
  return element("a", { class: "place", href: editor, title: say("openInEditor") }, `${file}:${line}:${column}`);
}
