import { allRecords } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { againstFileName } from "./named-by-file.ts";

/** A file that is named by the number and the year of its document is named by those it has. */
export const fileName: RecordRule = {
  code: "TRC2252",
  title: text("Номер или год не те, что в имени файла", "Another number or year than the name of the file says"),
  validations: ["V01"],
  severity: "warning",
  why: text(
    "Файл назван по номеру и году документа: в записи переставлены цифры или остался номер другой бумаги",
    "The file is named by the number and the year of its document: digits were swapped, or another paper's number was left",
  ),
  example: { file: "orders/2025/112-od-2025.yaml", wrong: 'number: "121-ОД"', right: 'number: "112-ОД"' },
  *check(facts): Iterable<Finding> {
    const { dossier, today } = facts;
    for (const record of allRecords(dossier)) {
      if (!FOLDERS.has(record.collection)) continue;
      const found = againstFileName(dossier, record);
      if (found === null) continue;
      // A date to come is told by a rule of its own.
      if (found.what === "year" && today !== null && (facts.dated(record)?.date ?? "") > today) continue;
      yield {
        record,
        pointer: found.pointer,
        message:
          found.what === "number"
            ? text(
                `Файл назван по документу № ${found.said}, а в записи № ${found.own}`,
                `The file is named after No. ${found.said}, the record has No. "${found.own}"`,
              )
            : text(
                `Файл назван по документу ${found.said} года, а дата – другого`,
                `The file is named after a document of ${found.said}, the date is of another year`,
              ),
        hints: text(
          "Исправьте номер или дату; если неверно имя файла, снимите замечание (waivers)",
          "Correct the number or the date; if the name of the file is wrong, waive the finding (waivers)",
        ),
      };
    }
  },
};

const FOLDERS = new Set<string>(["orders", "agreements", "documents"]);
