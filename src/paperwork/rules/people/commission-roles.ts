import { each, type RecordRule, text } from "../rule.ts";
import { commissionPeople } from "./commission-people.ts";

/** A person has one place in a commission. */
export const commissionRoles: RecordRule = {
  code: "TRC2171",
  title: text("Лицо названо в комиссии дважды", "A person is named twice in a commission"),
  validations: ["V36"],
  why: text(
    "Председатель, его заместитель и секретарь – уже члены комиссии: названное дважды лицо считают за двоих в кворуме и при голосовании",
    "Chair, deputy and secretary are members already: a person named twice counts as two in the quorum and in votes",
  ),
  example: {
    file: "orders/2026/2-od-2026.yaml",
    wrong: "commission: {chair: lugovaya-ol, secretary: gonchar-tm, members: [lugovaya-ol, kvasha-in, sedyh-ln]}",
    right: "commission: {chair: lugovaya-ol, secretary: gonchar-tm, members: [kvasha-in]}",
  },
  check: each("orders", function* (record, facts) {
    const people = commissionPeople(record.data);
    for (const [index, [pointer, id]] of people.entries()) {
      const first = people.slice(0, index).find(([, other]) => other === id);
      if (first === undefined) continue;
      yield {
        pointer,
        message: text(
          `${facts.fullName(id)} уже есть в комиссии`,
          `“${facts.fullName(id)}” is in the commission already`,
        ),
        hints: text(
          "Оставьте лицо на одном месте: председатель, заместитель и секретарь в members не повторяются",
          "Leave the person in one place: chair, deputy and secretary are not repeated in members",
        ),
        related: { pointer: first[0], message: text("здесь лицо названо впервые", "the person is named here first") },
      };
    }
  }),
};
