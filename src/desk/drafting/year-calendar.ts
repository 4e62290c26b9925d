import { type Text, text } from "../../base/diagnostics/index.ts";
import { recordsOf, sharedUri } from "../../paperwork/records/index.ts";
import { modeline, type Project } from "../../project/reading/index.ts";
import { starterCalendar } from "./starter-files.ts";

/** The calendar of a year: the one that comes with the program, else the holidays of the latest that there is, with its transfers to be confirmed. */
export function calendarText(
  project: Project,
  year: number,
): { readonly text: string; readonly notes: readonly Text[] } {
  const line = `${modeline(project, `calendar/${year}.yaml`, sharedUri("calendar"))}\n`;
  const { text: body, confirmed } = starterCalendar(year, recordsOf(project.dossier, "calendar").at(-1)?.data ?? {});
  const open = text(
    "transfers: переносы выходных установит постановление Правительства; пока они не вписаны, рабочие дни известны приблизительно",
    "transfers: the moved days off come with the decree of the year; until they are written the working days are known roughly",
  );
  return { text: line + body, notes: confirmed ? [] : [open] };
}
