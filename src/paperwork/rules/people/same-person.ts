import { folded } from "../../../base/text/index.ts";
import type { RecordOf } from "../../records/index.ts";
import { repeated } from "../../records/index.ts";
import { type Finding, type RecordRule, text } from "../rule.ts";

/** One person is one record. */
export const samePerson: RecordRule = {
  code: "TRC2203",
  title: text("Лицо записано дважды", "A person is recorded twice"),
  validations: ["V04"],
  severity: "warning",
  why: text(
    "Одно лицо – одна запись: иначе его должности и поручения разойдутся",
    "One person is one record: else posts and tasks part",
  ),
  example: {
    file: "people/zhuk-ayu.yaml",
    wrong: "surname: Ковальчук\ngiven: Анна\npatronymic: Викторовна",
    right: "surname: Жук\ngiven: Андрей\npatronymic: Юрьевич",
  },
  *check(facts): Iterable<Finding> {
    const name = ({ data }: RecordOf<"people">): string =>
      folded([data.surname, data.given, data.patronymic].join(" "));
    for (const [record, first] of repeated(facts.all("people"), name))
      yield {
        record,
        pointer: "/surname",
        message: text(
          `${facts.fullName(record.id)}: запись об этом лице уже есть – «${first.id}»`,
          `“${facts.fullName(record.id)}” is recorded in "${first.id}" already`,
        ),
        hints: text(
          "Оставьте одну запись и допишите в неё должности; для полных тёзок снимите замечание (waivers)",
          "Keep one record with all posts; for namesakes waive the finding",
        ),
        related: { record: first, pointer: "/surname", message: text("первая запись", "the first record") },
      };
  },
};
