import type { ContentRecord } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";
import { day, string, strings } from "../values.ts";

/** A school belongs to one district, a base school leads one, and the centre none. */
export const oneDistrict: RecordRule = {
  code: "TRC2113",
  title: text("Школа в двух округах или центр во главе округа", "A school in two districts, or the centre leading one"),
  validations: ["V10"],
  severity: "error",
  why: text(
    "Школа закреплена за одним округом, округ возглавляет одна базовая школа, и это не сам центр",
    "A school belongs to one district, led by one base school that is not the centre",
  ),
  norm: "Положение, раздел 3",
  example: {
    file: "districts/uchebnovskiy.yaml",
    wrong: "schools: [school-polyana, school-rodniki]",
    right: "schools: [school-polyana, school-klyuchi]",
  },
  *check(facts): Iterable<Finding> {
    const seen = new Map<string, { readonly record: ContentRecord; readonly pointer: string }>();
    for (const record of facts.all("districts")) {
      const base = string(record.data.base);
      if (base === "centre")
        yield {
          record,
          pointer: "/base",
          message: text("Округ возглавляет сам центр", "The centre itself leads the district"),
          hints: [text("Укажите базовую школу", "Name a base school")],
          actual: "centre",
        };
      const members = [
        ...(base === undefined ? [] : [{ id: base, pointer: "/base" }]),
        ...strings(record.data.schools).map((id, index) => ({ id, pointer: `/schools/${index}` })),
      ];
      for (const { id, pointer } of members) {
        const first = seen.get(id);
        if (first === undefined) {
          seen.set(id, { record, pointer });
          continue;
        }
        if (first.record !== record && apart(first.record, record)) continue;
        yield {
          record,
          pointer,
          message: text(
            `Школа «${id}» уже входит в округ «${first.record.id}»`,
            `The school "${id}" already belongs to "${first.record.id}"`,
          ),
          hints: [text("Оставьте школу в одном округе", "Keep the school in one district")],
          related: [{ ...first, message: text("здесь она указана первый раз", "it stands here first") }],
          actual: id,
        };
      }
    }
  },
};

/** True when the two districts never exist on one day. */
function apart(a: ContentRecord, b: ContentRecord): boolean {
  const from = (record: ContentRecord): string => day(record.data.from) ?? "0000";
  const to = (record: ContentRecord): string => day(record.data.to) ?? "9999";
  return to(a) < from(b) || to(b) < from(a);
}
