import { type UnconfirmedRecord, unconfirmedOf } from "../../facts/index.ts";
import type { Facts } from "../facts.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** What the program wrote at the beginning of a centre or of a school year is looked at before it is signed. */
export const unconfirmed: RecordRule = {
  code: "TRC2181",
  title: text("Вписанное программой ещё не проверено", "What the program wrote is not confirmed"),
  validations: ["V43"],
  severity: "warning",
  why: text(
    "trc init и trc year вписывают сроки, обязанности, плановые значения, которых им никто не называл; ответит за них тот, кто подпишет. Пока они не проверены, документ не издаётся, а комплект собирается только как черновик",
    "trc init and trc year write terms, duties and targets that nobody told them; who signs answers for them. Until they are confirmed the document is not issued and the set is made as a draft only",
  ),
  example: {
    file: "plans/2025-2026.yaml",
    wrong: "tasks: [обеспечить доступ педагогов к методическим ресурсам]\nunconfirmed: [tasks]",
    right: "tasks: [обеспечить доступ педагогов к методическим ресурсам]",
  },
  *check(facts): Iterable<Finding> {
    const records = [
      ...facts.all("orders"),
      ...facts.all("agreements"),
      ...facts.all("plans"),
      ...facts.all("activities"),
      ...facts.all("regulations"),
      ...facts.all("documents"),
      ...facts.all("calendar"),
    ];
    for (const record of records)
      for (const one of unconfirmedOf(facts.dossier, record)) if (one.record === record) yield found(one, facts);
  },
};

function found({ record, names }: UnconfirmedRecord, { final, settings }: Facts): Finding {
  const list = names.join(", ");
  return {
    record,
    pointer: "/unconfirmed",
    key: true,
    // The severity that the settings name stays as it is; a calendar is no document, and what it waits for may come months later.
    ...(final && record.collection !== "calendar" && settings.rules?.TRC2181 === undefined
      ? { severity: "error" as const }
      : {}),
    message: text(`Вписано программой и не проверено: ${list}`, `Written by the program and not confirmed: ${list}`),
    hints: [
      text(
        "Проверьте эти свойства, исправьте, что не так, и удалите строку unconfirmed",
        "Look at these properties, correct what is wrong and delete the line unconfirmed",
      ),
      text("Черновик можно собрать и сейчас: trc build --draft", "A draft can be made now: trc build --draft"),
    ],
    related: names.map((name) => ({
      record,
      pointer: `/${name}`,
      message: text("вписано программой", "written by the program"),
    })),
  };
}
