import { countForm } from "../../../language/index.ts";
import { each, type RecordRule, text } from "../rule.ts";
import { commissionPeople } from "./commission-people.ts";

/** A commission that votes can come to a decision. */
export const commissionVotes: RecordRule = {
  code: "TRC2172",
  title: text("Голоса комиссии могут разделиться поровну", "The votes of a commission can be equal"),
  validations: ["V36"],
  severity: "warning",
  why: text(
    "При чётном числе голосов решение может не состояться; тогда решает голос председательствующего, если приказ это говорит",
    "With an even number of votes there may be no decision, unless the order gives the chair the casting vote",
  ),
  example: {
    file: "orders/2026/2-od-2026.yaml",
    wrong: "commission: {chair: lugovaya-ol, secretary: gonchar-tm, members: [kvasha-in, sedyh-ln]}",
    right: "commission: {chair: lugovaya-ol, secretary: gonchar-tm, members: [kvasha-in, sedyh-ln]}\ncastingVote: true",
  },
  check: each("orders", function* ({ data }) {
    if (data.castingVote === true) return;
    const people = commissionPeople(data);
    const without = data.secretaryWithoutVote === true && data.commission?.secretary !== undefined;
    const voters = new Set(people.map(([, id]) => id)).size - (without ? 1 : 0);
    if (voters === 0 || voters % 2 === 1) return;
    yield {
      pointer: "/commission",
      key: true,
      message: text(
        `В комиссии голосуют ${voters} ${countForm(voters, "лицо", "лица", "лиц")} – чётное число`,
        `${voters} people vote in the commission, an even number`,
      ),
      hints: [
        text("Назовите нечётное число голосующих", "Name an odd number of people who vote"),
        text(
          "Или добавьте: castingVote: true – при равенстве решает голос председательствующего",
          "Or add: castingVote: true – the chair has the casting vote",
        ),
      ],
      actual: String(voters),
    };
  }),
};
