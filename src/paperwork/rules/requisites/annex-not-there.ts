import type { RecordOf } from "../../records/index.ts";
import { matchesIn } from "../matches-in.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** A text refers to an annex that the document has. */
export const annexNotThere: RecordRule = {
  code: "TRC2282",
  title: text("Названо приложение, которого у документа нет", "An annex is named that the document does not have"),
  validations: ["V16"],
  severity: "warning",
  why: text(
    "Приложение, на которое ссылается текст, отправляют и хранят вместе с документом",
    "An annex that the text refers to is sent and kept together with the document",
  ),
  norm: "ГОСТ Р 7.0.97, реквизит 19 «Отметка о приложении»",
  example: {
    file: "documents/letter-15-2026.yaml",
    wrong:
      "text:\n  - Направляем отчёт за первое полугодие 2025/2026 учебного года и перечень мероприятий (приложение 3).",
    right:
      "text:\n  - Направляем отчёт за первое полугодие 2025/2026 учебного года и перечень мероприятий (приложение 1).",
  },
  *check(facts): Iterable<Finding> {
    const records: readonly (RecordOf<"orders"> | RecordOf<"documents">)[] = [
      ...facts.all("orders", ...KINDS),
      ...facts.all("documents", ...KINDS),
    ];
    for (const record of records) {
      if (!/прил(?:ожени|агае)/iu.test(record.text)) continue;
      const count = record.data.annexes?.length ?? 0;
      for (const { found, place } of matchesIn(record, NAMED)) {
        // A title of an annex may name an annex of another document.
        if (place.pointer.startsWith("/annexes") || Number(found.groups?.number ?? 1) <= count) continue;
        yield {
          ...place,
          message:
            count === 0
              ? text(`«${found[0]}», а приложений у документа нет`, `“${found[0]}”, but the document has no annexes`)
              : text(`«${found[0]}», а приложений ${count}`, `“${found[0]}”, but there are ${count} annexes`),
          hints: text(
            "Добавьте приложение (annexes) или исправьте ссылку",
            "Add the annex (annexes), or correct the reference",
          ),
        };
      }
    }
  },
};

/** Kinds whose annexes are those of the record, and no others. */
const KINDS = ["letter", "order-general"];
/** «(приложение 2)», «согласно приложению № 4 к настоящему приказу», «отчёт прилагается»; not «приложение 2 к Порядку». */
const NAMED =
  /(?<!\p{L})(?:приложени(?:е|я|ю|ем|и)[ \u00a0](?:№[ \u00a0]?)?(?<number>\d{1,2})(?!\d|\.\d|[ \u00a0](?:к|ко)[ \u00a0](?!настоящ)|[ \u00a0](?:Поряд|Положени|Правил|приказ))|прилага(?:ется|ются|ем)(?!\p{L}))/giu;
