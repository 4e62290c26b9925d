import { addDays } from "../../base/text/index.ts";
import { activityPeriod } from "../../paperwork/facts/index.ts";
import { type RecordOf, recordsOf } from "../../paperwork/records/index.ts";
import type { Project } from "../../project/reading/index.ts";
import { peopleNames } from "../status/index.ts";

/**
 * The activities of a plan as a calendar: an all-day event for each stretch of its period, of a term up to a day that day. The same records give the same bytes:
 * the stamp is the day on which the plan was approved, the UID is made of plan and record.
 * @see RFC 5545, 3.1 (folding by 75 octets), 3.3.11 (escapes), 3.6.1 (events), 3.8.2.2 (DTEND is exclusive)
 */
export function planCalendar(project: Project, { id: plan, data }: RecordOf<"plans">): string {
  const stamp = `DTSTAMP:${(data.approved?.date ?? data.schoolYear?.from ?? "").replaceAll("-", "")}T000000Z`;
  const activities = recordsOf(project.dossier, "activities").filter((activity) => activity.data.plan === plan);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//trc//work plan//RU",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(`План работы центра, ${plan}`)}`,
    ...activities.flatMap((activity) => event(project, activity, { uid: `${plan}.${activity.id}`, stamp })),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

type Named = { readonly uid: string; readonly stamp: string };

function event(project: Project, activity: RecordOf<"activities">, { uid, stamp }: Named): string[] {
  const { title = "", place = "", responsible = [], audience = [], expected } = activity.data;
  const details = [
    `Ответственные: ${peopleNames(project, responsible)}`,
    `Участники: ${audience.join("; ")}`,
    `Результат: ${expected}`,
  ].join("\n");
  return (activityPeriod(project.dossier, activity)?.spans ?? []).flatMap(({ from, to }, index) => [
    "BEGIN:VEVENT",
    `UID:${uid}${index === 0 ? "" : `.${index + 1}`}@trc`,
    stamp,
    `DTSTART;VALUE=DATE:${from.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${addDays(to, 1).replaceAll("-", "")}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(details)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
}

/** Text values: backslash, semicolon, comma and line end are escaped; other control characters may not stand. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll("\n", "\\n");
}

/** A content line of at most 75 octets; what follows begins with a space. A character is never torn. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
