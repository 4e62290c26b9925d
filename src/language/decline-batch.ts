import type { Text } from "../base/diagnostics/index.ts";
import { inflect } from "./inflect.ts";
import { requestOf } from "./sample-rows.ts";
import { type Declined, unconfirmed } from "./types.ts";
import type { Written } from "./written-forms.ts";

/** Lines of a table with their forms. */
export type BatchReport = {
  /** The same rows with form, confidence and reason, as TSV with a header. */
  readonly tsv: string;
  /** Rows that could not be read, with the number of their line. */
  readonly faults: readonly { readonly line: number; readonly message: Text }[];
};

const COLUMNS = ["group", "lemma", "gender", "case"] as const;
const OUTPUT = [...COLUMNS, "form", "confidence", "reason"];

/**
 * Declines a list: TSV with the columns group, lemma, gender, case (found by the header in any order; without a header in
 * this one). Columns besides them are passed over. A row that cannot be read comes out with an empty form and `low`.
 * @param language of the reasons
 * @param written what a project says of forms
 */
export function declineBatch(text: string, language: keyof Text = "ru", written?: Written): BatchReport {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const heading = (lines[0] ?? "").split("\t").map((name) => name.trim().toLowerCase());
  const headed = heading.includes("group") && heading.includes("lemma");
  const at = COLUMNS.map((name, index) => (headed ? heading.indexOf(name) : index));
  const faults: { line: number; message: Text }[] = [];
  const rows = lines.flatMap((line, index) => {
    if (line.trim() === "" || (headed && index === 0)) return [];
    const cells = line.split("\t");
    const [group = "", lemma = "", gender = "", name = ""] = at.map((column) => (cells[column] ?? "").trim());
    const request = requestOf({ group, lemma, gender, case: name });
    const form: Declined = "fault" in request ? unconfirmed("", request.fault) : inflect(request, written);
    if ("fault" in request) faults.push({ line: index + 1, message: request.fault });
    return [
      [group, lemma, gender, name, form.text, form.confidence, form.reason?.[language] ?? ""].map(cell).join("\t"),
    ];
  });
  return { tsv: `${[OUTPUT.join("\t"), ...rows].join("\n")}\n`, faults };
}

/** A cell holds no tabs and no line feeds. */
function cell(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ");
}
