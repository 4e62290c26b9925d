import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { PYTHON, run } from "../support/programs.mjs";

const SCRIPT = `
import json, sys, icalendar, openpyxl
from datetime import date
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
events = [{"uid": str(e["UID"]), "summary": str(e["SUMMARY"]), "start": str(e.decoded("DTSTART")), "end": str(e.decoded("DTEND")),
           "whole": type(e.decoded("DTSTART")) is date} for e in calendar.walk("VEVENT")]
book = openpyxl.load_workbook(sys.argv[2])
rows = [[cell.value for cell in row] for row in book["План"].iter_rows()]
json.dump({"events": events, "errors": [str(e) for e in calendar.errors], "sheets": book.sheetnames, "rows": rows}, sys.stdout)
`;

/** Every sheet as text, semicolons between cells. */
const CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";

/** The sheet of the plan as LibreOffice Calc shows it, or what it said instead. */
function readByOffice(xlsx, work) {
  const profile = `-env:UserInstallation=file://${join(work, "office-profile")}`;
  const { stdout, stderr } = run("soffice", [profile, "--headless", "--convert-to", CSV, "--outdir", work, xlsx]);
  const file = join(work, "plan-План.csv");
  return existsSync(file) ? { text: readFileSync(file, "utf8") } : { fault: `${stdout}${stderr}`.trim() };
}

/** icalendar reads the calendar, openpyxl and LibreOffice Calc the table that `trc export` gives, and all find every activity in them. */
export function validateExchange({ root, work }) {
  const [ics, xlsx] = [join(work, "plan.ics"), join(work, "plan.xlsx")];
  const made = run(
    process.execPath,
    [join(root, "bin/trc.js"), "export", "--plan", "2025-2026", "--ics", ics, "--xlsx", xlsx],
    { cwd: root },
  );
  if (made.status !== 0) return [{ title: "trc export", faults: [made.stderr] }];
  const read = run(PYTHON, ["-c", SCRIPT, ics, xlsx], { env: { ...process.env, PYTHONIOENCODING: "utf-8" } });
  if (read.status !== 0) return [{ title: "icalendar and openpyxl read the export", faults: [read.stderr.trim()] }];
  const { events, errors, sheets, rows } = JSON.parse(read.stdout);
  const folder = join(root, "content/activities/2025-2026");
  const titles = readdirSync(folder).map((name) => parse(readFileSync(join(folder, name), "utf8")).title);
  const missing = (found, where) =>
    titles.filter((title) => !found.has(title)).map((title) => `${where}: no «${title}»`);
  const wrong = events
    .filter(({ whole, start, end }) => !whole || !(start < end))
    .map(({ uid }) => `${uid}: not a run of whole days`);
  const twice = events.length === new Set(events.map(({ uid }) => uid)).size ? [] : ["a UID stands twice"];
  const office = readByOffice(xlsx, work);
  return [
    {
      title: "LibreOffice Calc opens the table",
      faults:
        office.text === undefined
          ? [office.fault]
          : titles
              .filter((title) => !office.text.includes(title.replaceAll('"', '""')))
              .map((title) => `no «${title}»`),
    },
    {
      title: `icalendar reads ${events.length} events`,
      faults: [...errors, ...wrong, ...twice, ...missing(new Set(events.map(({ summary }) => summary)), "calendar")],
    },
    {
      title: `openpyxl reads ${rows.length} rows`,
      faults: [
        ...(sheets.join() === "План,Журнал" ? [] : [`sheets ${sheets}`]),
        ...missing(new Set(rows.map((row) => row[1])), "table"),
      ],
    },
  ];
}
