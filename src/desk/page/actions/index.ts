import type { Action } from "./action.ts";
import { beginCentre, openSample } from "./begin-centre.ts";
import { due, history, importActivities, search, year } from "./looked-up.ts";
import { archive, archived, build, release, verify } from "./made.ts";
import { beginRecord, beginResult, duplicate } from "./new-record.ts";
import { annul, approve, issue } from "./paper.ts";
import { exportSet, undoBegunYear, upgradeSet } from "./set-care.ts";

/** Every action of the page by its name. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ["new", beginRecord],
  ["duplicate", duplicate],
  ["result", beginResult],
  ["approve", approve],
  ["issue", issue],
  ["annul", annul],
  ["build", build],
  ["release", release],
  ["verify", verify],
  ["archive", archive],
  ["archived", archived],
  ["search", search],
  ["due", due],
  ["history", history],
  ["import", importActivities],
  ["year", year],
  ["undo-year", undoBegunYear],
  ["export", exportSet],
  ["upgrade", upgradeSet],
  ["init", beginCentre],
  ["sample", openSample],
]);
