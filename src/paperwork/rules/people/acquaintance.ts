import { headOn, isEmployed } from "../../facts/index.ts";
import { each, type RecordRule, text } from "../rule.ts";
import { commissionPeople } from "./commission-people.ts";
import { mentioned } from "./mentioned.ts";

/** Everybody whom an order concerns gets acquainted with it. */
export const acquaintance: RecordRule = {
  code: "TRC2143",
  title: text("Лист ознакомления неполон", "The acquaintance list is incomplete"),
  validations: ["V51"],
  why: text(
    "С приказом знакомят под подпись всех, кому он что-то поручает",
    "Everybody whom an order concerns signs that he has read it",
  ),
  norm: "ТК РФ, статьи 22, 68",
  example: {
    file: "orders/2025/91-od-2025.yaml",
    wrong: "acknowledge: [lugovaya-ol]",
    right: "acknowledge: [lugovaya-ol, remchuk-pi]",
  },
  check: each("orders", function* (record, facts) {
    const { acknowledge = [], issuer: organisation, date = "" } = record.data;
    // Who signs the order has read it: a head who chairs the commission need not be on the list.
    const head = headOn(facts.dossier, organisation, date);
    const commission = commissionPeople(record.data).filter(
      ([, person]) => person !== head && isEmployed(facts.dossier, { person, organisation, date }),
    );
    const absent = [...mentioned(record), ...commission].filter(([, id]) => !acknowledge.includes(id));
    const [first] = absent;
    if (first === undefined) return;
    const ids = [...new Set(absent.map(([, id]) => id))];
    const names = ids.map((id) => facts.fullName(id)).join(", ");
    // Somebody was put in place of another in a task: the list still has the former one.
    const asked = new Set([...mentioned(record), ...commission].map(([, id]) => id));
    const left = acknowledge.filter(
      (id) =>
        !asked.has(id) && id !== record.data.executor && isEmployed(facts.dossier, { person: id, organisation, date }),
    );
    const replaced = ids.length === 1 && absent.length === 1 && left.length > 0;
    const complete = [...new Set([...acknowledge, ...ids])].join(", ");
    yield {
      ...(acknowledge.length > 0 && !replaced ? { pointer: "/acknowledge", key: true } : { pointer: first[0] }),
      message: text(`В листе ознакомления нет: ${names}`, `Missing from the acquaintance list: ${names}`),
      hints: text(`Напишите: acknowledge: [${complete}]`, `Write: acknowledge: [${complete}]`),
      related: absent.slice(0, 3).map(([pointer]) => ({
        pointer,
        message: text("здесь лицу дано поручение", "the person is given a task here"),
      })),
      expected: complete,
    };
  }),
};
