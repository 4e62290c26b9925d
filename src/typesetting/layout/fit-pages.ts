import { mmToPt } from "../../base/units/index.ts";
import type { Measures } from "../../paperwork/schemas/index.ts";
import type { Flow, Profile } from "../flow/index.ts";
import type { PlacedItem, Unnumbered } from "./layout.ts";

/** A flow and its pages before they are numbered. */
export type Laid = { readonly flow: Flow; readonly pages: readonly Unnumbered[] };

/**
 * Saves the sheets that would hold a few lines only: the spacing of lines goes down by the steps of the profile as long as a section ends with
 * such a sheet, and stays at the first step that leaves fewest of them.
 */
export function fitPages(flow: Flow, lay: (flow: Flow) => Laid): Laid {
  const { lines } = flow.profile.fit;
  let best = lay(flow);
  let poor = poorEnds(best);
  for (const line of lines) {
    if (poor === 0) return best;
    const profile = tightened(flow.profile, line);
    if (profile === flow.profile) continue;
    const laid = lay({ ...flow, profile });
    const left = poorEnds(laid);
    if (left < poor) [best, poor] = [laid, left];
  }
  return best;
}

/** Sections that go over to a sheet which they hardly use. */
function poorEnds({ flow, pages }: Laid): number {
  const most = mmToPt(flow.profile.fit.lastPageMm);
  return flow.sections.filter(({ page }, section) => {
    const own = pages.filter((one) => one.section === section);
    const last = own.at(-1);
    return own.length > 1 && last !== undefined && filledPt(last) - mmToPt(page.topMm) <= most;
  }).length;
}

/** How far down the page something stands, pt. */
function filledPt({ items }: Unnumbered): number {
  return items.reduce((lowest, item) => Math.max(lowest, footOf(item)), 0);
}

function footOf(item: PlacedItem): number {
  if (item.type === "line") return item.y;
  return item.type === "rule" ? item.y2 : item.y + mmToPt(item.chart.heightMm);
}

/** Profiles of one step or another, made once for each profile: what writers make of a profile, they keep. */
const steps = new WeakMap<Profile, Map<number, Profile>>();

function tightened(profile: Profile, line: number): Profile {
  const known = steps.get(profile) ?? new Map<number, Profile>();
  steps.set(profile, known);
  const own = known.get(line) ?? withLines(profile, line);
  known.set(line, own);
  return own;
}

/** The profile with no style set wider than the step; the same profile when none is. */
function withLines(profile: Profile, line: number): Profile {
  const entries = Object.entries(profile.styles);
  if (entries.every(([, style]) => style.line <= line)) return profile;
  const styles = entries.map(([name, style]) => [name, style.line > line ? { ...style, line } : style]);
  return { ...profile, styles: Object.fromEntries(styles) as Measures["styles"] };
}
