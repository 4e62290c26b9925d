import type { FlowParagraph, FlowRun } from "../flow/index.ts";
import type { LineEnd } from "./layout.ts";

/** Ends of lines to fill in that are no farther apart are one, pt. */
const SAME_PT = 0.5;

/** A paragraph with its lines to fill in as tabs: where they stop, and how many stops each one goes over because other lines of the paragraph have them. */
export function heldBlanks(paragraph: FlowParagraph, ends: readonly LineEnd[]): FlowParagraph {
  const places = ends.flatMap(({ blanks }) => blanks?.places ?? []);
  const endsPt = places
    .map(([, to]) => to)
    .sort((a, b) => a - b)
    .filter((to, index, all) => index === 0 || to - (all[index - 1] ?? 0) > SAME_PT);
  const left = places.values();
  const runs = paragraph.runs.map((run): FlowRun => {
    const place = run.type === "blank" ? left.next().value : undefined;
    if (run.type !== "blank" || place === undefined) return run;
    const [from, to] = place;
    return { ...run, tabs: Math.max(1, endsPt.filter((end) => end > from + SAME_PT && end <= to).length) };
  });
  const first = ends.find(({ blanks }) => blanks !== undefined)?.blanks;
  return first === undefined
    ? paragraph
    : { ...paragraph, runs, stops: { endsPt, startPt: first.startPt, edgePt: first.edgePt } };
}
