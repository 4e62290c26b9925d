import type { FlowParagraph, FlowRun } from "../flow/index.ts";
import { textOfRuns } from "./boxes.ts";
import type { LineEnd } from "./layout.ts";

/** Ends of lines to fill in that are no farther apart are one, pt. */
const SAME_PT = 0.5;

/**
 * A paragraph with its lines to fill in as tabs: where they stop, how many stops each one goes over because other lines of the paragraph have
 * them, and which open a line, where nothing but a forced break would keep a word processor from beginning them on the line above.
 */
export function heldBlanks(paragraph: FlowParagraph, ends: readonly LineEnd[]): FlowParagraph {
  const text = textOfRuns(paragraph.runs);
  const places = ends.flatMap((end, index) =>
    (end.blanks?.places ?? []).map(([from, to], at) => ({
      from,
      to,
      opens: at === 0 && index > 0 && opensWithBlank(end) && text[ends[index - 1]?.at ?? 0] !== "\n",
    })),
  );
  const endsPt = places
    .map(({ to }) => to)
    .sort((a, b) => a - b)
    .filter((to, index, all) => index === 0 || to - (all[index - 1] ?? 0) > SAME_PT);
  const left = places.values();
  const runs = paragraph.runs.map((run): FlowRun => {
    const place = run.type === "blank" ? left.next().value : undefined;
    if (run.type !== "blank" || place === undefined) return run;
    const tabs = endsPt.filter((end) => end > place.from + SAME_PT && end <= place.to).length;
    return { ...run, held: { tabs: Math.max(1, tabs), opens: place.opens } };
  });
  const first = ends.find(({ blanks }) => blanks !== undefined)?.blanks;
  return first === undefined
    ? paragraph
    : { ...paragraph, runs, stops: { endsPt, startPt: first.startPt, edgePt: first.edgePt } };
}

/** Whether a line begins with a line to fill in. */
export function opensWithBlank({ blanks }: LineEnd): boolean {
  return blanks?.places[0]?.[0] === blanks?.startPt && blanks !== undefined;
}
