import { overlap } from "../../facts/index.ts";
import type { RecordOf } from "../../records/index.ts";
import { type Finding, located, type RecordRule, text } from "../rule.ts";

/** A school belongs to one district, a base school leads one, and the centre none. */
export const oneDistrict: RecordRule = {
  code: "TRC2113",
  title: text("Школа в двух округах или центр во главе округа", "A school in two districts, or the centre leading one"),
  validations: ["V10"],
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
    const seen = new Map<string, { readonly record: RecordOf<"districts">; readonly pointer: string }>();
    for (const record of facts.all("districts")) {
      const { base, schools } = record.data;
      if (base === "centre")
        yield {
          record,
          pointer: "/base",
          message: text("Округ возглавляет сам центр", "The centre itself leads the district"),
          hints: text("Укажите базовую школу", "Name a base school"),
        };
      const leader = base === undefined ? [] : [["/base", base] as const];
      for (const [pointer, id] of [...leader, ...located(schools, "/schools")]) {
        const first = seen.get(id);
        if (first === undefined) seen.set(id, { record, pointer });
        else if (first.record === record || overlap(first.record.data, record.data))
          yield {
            record,
            pointer,
            message: text(
              `Школа «${id}» уже входит в округ «${first.record.id}»`,
              `The school "${id}" already belongs to "${first.record.id}"`,
            ),
            hints: text("Оставьте школу в одном округе", "Keep the school in one district"),
            related: { ...first, message: text("здесь она указана первый раз", "it stands here first") },
          };
      }
    }
  },
};
