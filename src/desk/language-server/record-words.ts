import type { Text } from "../../base/diagnostics/index.ts";
import { numericDate } from "../../base/text/index.ts";
import { CASE_NAMES, CASES, declinePerson } from "../../language/index.ts";
import { type ContentRecord, recordAs, recordName } from "../../paperwork/records/index.ts";

/** How people call a record: a full name, the name of an organisation, number, date and subject of a document. */
export function recordTitle(record: ContentRecord): string {
  const name = recordName(record);
  if (recordAs(record, "people") !== undefined) return name || record.id;
  const { number, date } = record.data;
  const paper = [
    number === undefined ? "" : `№ ${String(number)}`,
    typeof date === "string" ? `от ${numericDate(date)}` : "",
  ].filter((word) => word !== "");
  return [paper.join(" "), name].filter((word) => word !== "").join(" – ") || record.id;
}

/** What stands behind a reference, in Markdown: what the record is called, its posts and the forms of a name. */
export function recordCard(record: ContentRecord, language: keyof Text): string {
  const lines = [`**${escaped(recordTitle(record))}**`, `\`${record.collection}/${record.id}\``];
  const person = recordAs(record, "people")?.data;
  if (person === undefined) return lines.join("  \n");
  for (const { title, organisation } of person.positions ?? [])
    lines.push(escaped([title, organisation].filter((word) => word !== undefined).join(", ")));
  const { surname, given, patronymic = null, gender, cases = {} } = person;
  if (surname === undefined || given === undefined) return lines.join("  \n");
  const forms = CASES.map((name) => {
    const own = name === "nominative" ? undefined : cases[name];
    const form = declinePerson(
      { ...person, surname, given, patronymic, gender } as Parameters<typeof declinePerson>[0],
      name,
    );
    const doubt = own === undefined && form.confidence === "low" ? " (?)" : "";
    return `| ${CASE_NAMES[name][language]} | ${escaped(own ?? form.text)}${doubt} |`;
  });
  return [lines.join("  \n"), "", "| | |", "|---|---|", ...forms].join("\n");
}

/** Words of a record in Markdown: no sign in them is markup. */
export function escaped(words: string): string {
  return words.replace(/[\\`*_{}[\]<>()#+!|~]/g, "\\$&").replace(/[\r\n]+/g, " ");
}
